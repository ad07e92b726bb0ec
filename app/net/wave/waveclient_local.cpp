#include "app/net/wave/waveclient.h"

#include "app/net/wave/answers.h"
#include "models/wave/calls/shortanswers.h"
#include "models/wave/local/adspend.h"
#include "models/wave/local/clusterquality.h"
#include "models/wave/local/importprogress.h"
#include "models/wave/local/importrequest.h"
#include "models/wave/local/tasterunstate.h"

// What only the embedded service offers: the workspace's settings, typed-in ad spend, imports.

namespace groundswell {

namespace {

Expected<QJsonObject> asItIs(const QJsonObject &json)
{
    return json;
}

ApiPath localPath(const QString &rest)
{
    return {QStringLiteral("local"), rest};
}

} // namespace

RequestHandle WaveClient::localSettings(QObject *context, Callback<QJsonObject> callback)
{
    return m_rest.call(Request::get({QStringLiteral("local"), QStringLiteral("settings")}), context,
                       parsedObject<QJsonObject>(std::move(callback), asItIs));
}

RequestHandle WaveClient::setLocalSettings(const QJsonObject &settings, QObject *context,
                                           Callback<QJsonObject> callback)
{
    return m_rest.call(
        Request::put({QStringLiteral("local"), QStringLiteral("settings")}).withJson(compactJson(settings)),
        context, parsedObject<QJsonObject>(std::move(callback), asItIs));
}

RequestHandle WaveClient::previewImport(const ImportRequest &request, QObject *context,
                                        Callback<ImportPreview> callback)
{
    return m_rest.call(
        Request::post({QStringLiteral("local"), QStringLiteral("import"), QStringLiteral("preview")})
            .withJson(compactJson(request.toJson())),
        context, parsedObject<ImportPreview>(std::move(callback), ImportPreview::fromJson));
}

RequestHandle WaveClient::startImport(const ImportRequest &request, QObject *context,
                                      Callback<QString> callback)
{
    return m_rest.call(Request::post({QStringLiteral("local"), QStringLiteral("import")})
                           .withJson(compactJson(request.toJson())),
                       context, parsedObject<QString>(std::move(callback), idFromJson));
}

RequestHandle WaveClient::importProgress(const QString &id, QObject *context,
                                         Callback<ImportProgress> callback)
{
    return m_rest.call(Request::get({QStringLiteral("local"), QStringLiteral("import"), id}), context,
                       parsedObject<ImportProgress>(std::move(callback), ImportProgress::fromJson));
}

RequestHandle WaveClient::cancelImport(const QString &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove({QStringLiteral("local"), QStringLiteral("import"), id}), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::cancelPackageBuild(const PackageId &id, QObject *context, Callback<void> callback)
{
    const ApiPath path{QStringLiteral("local"), QStringLiteral("package_builds"), id.value()};
    return m_rest.call(Request::remove(path), context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::tasteRun(QObject *context, Callback<TasteRunState> callback)
{
    return m_rest.call(Request::get(localPath(QStringLiteral("taste_run"))), context,
                       parsedObject<TasteRunState>(std::move(callback), TasteRunState::fromJson));
}

RequestHandle WaveClient::cancelTasteRun(QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove(localPath(QStringLiteral("taste_run"))), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::clusterMatches(const EventId &eid, TcRunId from, QObject *context,
                                         Callback<ClusterMatches> callback)
{
    const ApiPath path{QStringLiteral("local"), QStringLiteral("events"), eid.value(),
                       QStringLiteral("cluster_matches")};
    const auto query = ApiQuery().add(QStringLiteral("from"), QString::number(from));
    Request request = Request::get(path, query);
    request.deadline = std::chrono::seconds(120); // the newer run may have to be computed first
    return m_rest.call(request, context,
                       parsedObject<ClusterMatches>(std::move(callback), ClusterMatches::fromJson));
}

RequestHandle WaveClient::clusterQuality(QObject *context, Callback<ClusterQualityState> callback)
{
    return m_rest.call(Request::get(localPath(QStringLiteral("taste_evaluation"))), context,
                       parsedObject<ClusterQualityState>(std::move(callback), ClusterQualityState::fromJson));
}

RequestHandle WaveClient::startClusterQuality(QObject *context, Callback<ClusterQualityState> callback)
{
    return m_rest.call(Request::post(localPath(QStringLiteral("taste_evaluation"))), context,
                       parsedObject<ClusterQualityState>(std::move(callback), ClusterQualityState::fromJson));
}

RequestHandle WaveClient::cancelClusterQuality(QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove(localPath(QStringLiteral("taste_evaluation"))), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::adSpend(const EventId &eid, QObject *context,
                                  Callback<std::vector<AdSpend>> callback)
{
    const auto query = ApiQuery().add(QStringLiteral("eid"), eid.value());
    const auto parse = [c = m_currency](const QJsonValue &json) { return adSpendFromJson(json, c); };
    return m_rest.call(Request::get(localPath(QStringLiteral("ad_spend")), query), context,
                       parsed<std::vector<AdSpend>>(std::move(callback), parse));
}

RequestHandle WaveClient::addAdSpend(const AdSpend &spend, QObject *context, Callback<AdSpend> callback)
{
    return m_rest.call(
        Request::post(localPath(QStringLiteral("ad_spend"))).withJson(compactJson(spend.toJson())), context,
        parsedObject<AdSpend>(std::move(callback),
                              [c = m_currency](const auto &o) { return AdSpend::fromJson(o, {}, c); }));
}

RequestHandle WaveClient::removeAdSpend(const QString &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove({QStringLiteral("local"), QStringLiteral("ad_spend"), id}), context,
                       acknowledged(std::move(callback)));
}

} // namespace groundswell
