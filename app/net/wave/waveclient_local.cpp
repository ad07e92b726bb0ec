#include "app/net/wave/waveclient.h"

#include "app/net/wave/answers.h"
#include "models/wave/json.h"

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

Expected<AdSpend> adSpendFrom(const QJsonObject &json, const QString &at, const QString &currency)
{
    JsonReader reader(json, at);
    AdSpend spend;
    spend.id = reader.text("id");
    spend.eid = EventId(reader.text("eid"));
    const ClusterName tc(reader.text("tc"));
    const auto run = reader.integer("tc_run_id");
    if (!tc.isEmpty())
        spend.cluster = ClusterRef{tc, run.value_or(0)};
    spend.day = reader.date("day");
    spend.amount = reader.money("amount", currency).value_or(Money{0, currency});
    return reader.finish(std::move(spend));
}

Expected<TasteRunState> tasteRunFrom(const QJsonObject &json)
{
    JsonReader reader(json, {});
    TasteRunState state;
    state.state = reader.word<TaskState>("state");
    state.share = reader.number("progress").value_or(0);
    state.run = reader.integer("tc_run_id").value_or(0);
    state.computedAt = reader.dateTime("computed_at");
    return reader.finish(std::move(state));
}

} // namespace

RequestHandle WaveClient::localSettings(QObject *context, Callback<LocalSettings> callback)
{
    return m_rest.call(Request::get(localPath(QStringLiteral("settings"))), context,
                       parsedObject<LocalSettings>(std::move(callback), LocalSettings::fromJson));
}

RequestHandle WaveClient::setLocalSettings(const LocalSettings &before, const LocalSettings &after,
                                           QObject *context, Callback<LocalSettings> callback)
{
    return m_rest.call(
        Request::put(localPath(QStringLiteral("settings"))).withJson(compactJson(changesJson(before, after))),
        context, parsedObject<LocalSettings>(std::move(callback), LocalSettings::fromJson));
}

RequestHandle WaveClient::previewImport(const QJsonObject &request, QObject *context,
                                        Callback<QJsonObject> callback)
{
    return m_rest.call(
        Request::post({QStringLiteral("local"), QStringLiteral("import"), QStringLiteral("preview")})
            .withJson(compactJson(request)),
        context, parsedObject<QJsonObject>(std::move(callback), asItIs));
}

RequestHandle WaveClient::startImport(const QJsonObject &request, QObject *context,
                                      Callback<QJsonObject> callback)
{
    return m_rest.call(
        Request::post({QStringLiteral("local"), QStringLiteral("import")}).withJson(compactJson(request)),
        context, parsedObject<QJsonObject>(std::move(callback), asItIs));
}

RequestHandle WaveClient::importProgress(const QString &id, QObject *context, Callback<QJsonObject> callback)
{
    return m_rest.call(Request::get({QStringLiteral("local"), QStringLiteral("import"), id}), context,
                       parsedObject<QJsonObject>(std::move(callback), asItIs));
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
                       parsedObject<TasteRunState>(std::move(callback), tasteRunFrom));
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

RequestHandle WaveClient::clusterQuality(QObject *context, Callback<QJsonObject> callback)
{
    return m_rest.call(Request::get(localPath(QStringLiteral("taste_evaluation"))), context,
                       parsedObject<QJsonObject>(std::move(callback), asItIs));
}

RequestHandle WaveClient::startClusterQuality(QObject *context, Callback<QJsonObject> callback)
{
    return m_rest.call(Request::post(localPath(QStringLiteral("taste_evaluation"))), context,
                       parsedObject<QJsonObject>(std::move(callback), asItIs));
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
    const auto parse = [c = m_currency](const QJsonValue &json) {
        QString at;
        return unwrapList(json, "ad_spend", at).and_then([&](const QJsonArray &rows) {
            return readList<AdSpend>(rows, at, [&](const QJsonObject &row, const QString &pointer) {
                return adSpendFrom(row, pointer, c);
            });
        });
    };
    return m_rest.call(Request::get(localPath(QStringLiteral("ad_spend")), query), context,
                       parsed<std::vector<AdSpend>>(std::move(callback), parse));
}

RequestHandle WaveClient::addAdSpend(const AdSpend &spend, QObject *context, Callback<AdSpend> callback)
{
    QJsonObject body{{QStringLiteral("eid"), spend.eid.value()},
                     {QStringLiteral("tc"), QJsonValue::Null},
                     {QStringLiteral("tc_run_id"), QJsonValue::Null},
                     {QStringLiteral("day"), wireDate(spend.day)},
                     {QStringLiteral("amount"), spend.amount.toJson()}};
    if (spend.cluster) {
        body.insert(QStringLiteral("tc"), spend.cluster->tc.value());
        body.insert(QStringLiteral("tc_run_id"), spend.cluster->tcRunId);
    }
    return m_rest.call(Request::post(localPath(QStringLiteral("ad_spend"))).withJson(compactJson(body)),
                       context, parsedObject<AdSpend>(std::move(callback), [c = m_currency](const auto &o) {
                           return adSpendFrom(o, {}, c);
                       }));
}

RequestHandle WaveClient::removeAdSpend(const QString &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove({QStringLiteral("local"), QStringLiteral("ad_spend"), id}), context,
                       acknowledged(std::move(callback)));
}

} // namespace groundswell
