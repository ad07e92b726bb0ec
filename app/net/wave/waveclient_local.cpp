#include "app/net/wave/waveclient.h"

#include "app/net/wave/answers.h"
#include "models/wave/api/paths.h"
#include "models/wave/calls/shortanswers.h"
#include "models/wave/local/adspend.h"
#include "models/wave/local/clusterquality.h"
#include "models/wave/local/importprogress.h"
#include "models/wave/local/importrequest.h"
#include "models/wave/local/tasterunstate.h"

// What only the embedded service offers: the workspace's settings, typed-in ad spend, imports.

namespace groundswell {

RequestHandle WaveClient::localSettings(QObject *context, Callback<LocalSettings> callback)
{
    return m_rest.call(Request::get(api::path::localSettings), context,
                       parsedObject<LocalSettings>(std::move(callback), LocalSettings::fromJson));
}

RequestHandle WaveClient::setLocalSettings(const LocalSettings &before, const LocalSettings &after,
                                           QObject *context, Callback<LocalSettings> callback)
{
    QJsonObject body = changesJson(before, after);
    // The organiser's part goes along even if nothing in it differs: whoever saves has decided on it, and a
    // rescue tells by the stored row whether anybody has.
    if (const QLatin1StringView organiser(organiserPart.name); !body.contains(organiser))
        body.insert(organiser, QJsonObject());
    return m_rest.call(Request::put(api::path::localSettings).withJson(compactJson(body)), context,
                       parsedObject<LocalSettings>(std::move(callback), LocalSettings::fromJson));
}

RequestHandle WaveClient::previewImport(const ImportRequest &request, QObject *context,
                                        Callback<ImportPreview> callback)
{
    return m_rest.call(Request::post(api::path::previewImport).withJson(compactJson(request.toJson())),
                       context, parsedObject<ImportPreview>(std::move(callback), ImportPreview::fromJson));
}

RequestHandle WaveClient::startImport(const ImportRequest &request, QObject *context,
                                      Callback<QString> callback)
{
    return m_rest.call(Request::post(api::path::startImport).withJson(compactJson(request.toJson())), context,
                       parsedObject<QString>(std::move(callback), idFromJson));
}

RequestHandle WaveClient::importProgress(const QString &id, QObject *context,
                                         Callback<ImportProgress> callback)
{
    return m_rest.call(Request::get({api::path::importJob, {id}}), context,
                       parsedObject<ImportProgress>(std::move(callback), ImportProgress::fromJson));
}

RequestHandle WaveClient::cancelImport(const QString &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove({api::path::importJob, {id}}), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::cancelPackageBuild(const PackageId &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove({api::path::packageBuild, {id.value()}}), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::tasteRun(QObject *context, Callback<TasteRunState> callback)
{
    return m_rest.call(Request::get(api::path::tasteRun), context,
                       parsedObject<TasteRunState>(std::move(callback), TasteRunState::fromJson));
}

RequestHandle WaveClient::cancelTasteRun(QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove(api::path::tasteRun), context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::clusterMatches(const EventId &eid, TcRunId from, QObject *context,
                                         Callback<ClusterMatches> callback)
{
    const auto query = ApiQuery().add(api::query::from, QString::number(from));
    Request request = Request::get({api::path::clusterMatches, {eid.value()}}, query);
    request.deadline = std::chrono::seconds(120); // the newer run may have to be computed first
    return m_rest.call(request, context,
                       parsedObject<ClusterMatches>(std::move(callback), ClusterMatches::fromJson));
}

RequestHandle WaveClient::clusterQuality(QObject *context, Callback<ClusterQualityState> callback)
{
    return m_rest.call(Request::get(api::path::clusterQuality), context,
                       parsedObject<ClusterQualityState>(std::move(callback), ClusterQualityState::fromJson));
}

RequestHandle WaveClient::startClusterQuality(QObject *context, Callback<ClusterQualityState> callback)
{
    return m_rest.call(Request::post(api::path::clusterQuality), context,
                       parsedObject<ClusterQualityState>(std::move(callback), ClusterQualityState::fromJson));
}

RequestHandle WaveClient::cancelClusterQuality(QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove(api::path::clusterQuality), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::adSpend(const EventId &eid, QObject *context,
                                  Callback<std::vector<AdSpend>> callback)
{
    const auto query = ApiQuery().add(api::query::eid, eid.value());
    const auto parse = [c = m_currency](const QJsonValue &json) { return adSpendFromJson(json, c); };
    return m_rest.call(Request::get(api::path::adSpend, query), context,
                       parsed<std::vector<AdSpend>>(std::move(callback), parse));
}

RequestHandle WaveClient::addAdSpend(const AdSpend &spend, QObject *context, Callback<AdSpend> callback)
{
    return m_rest.call(Request::post(api::path::adSpend).withJson(compactJson(spend.toJson())), context,
                       parsedObject<AdSpend>(std::move(callback), [c = m_currency](const auto &o) {
                           return AdSpend::fromJson(o, {}, c);
                       }));
}

RequestHandle WaveClient::removeAdSpend(const QString &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove({api::path::oneAdSpend, {id}}), context,
                       acknowledged(std::move(callback)));
}

} // namespace groundswell
