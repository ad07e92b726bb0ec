#include "models/wave/cluster.h"

#include "models/wave/clusterentries.h"

namespace groundswell {

namespace {

Expected<ExplainingEvent> explainingEventFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    ExplainingEvent event;
    event.eid = EventId(reader.text("eid"));
    if (event.eid.isEmpty())
        event.eid = EventId(reader.text("id"));
    event.title = reader.text("title");
    event.weight = reader.number("weight");
    return reader.finish(std::move(event));
}

Expected<TasteCluster> tasteClusterFromJson(const QJsonObject &json, const QString &at, TcRunId run)
{
    JsonReader reader(json, at);
    TasteCluster cluster;
    cluster.cluster = takeCluster(reader);
    if (cluster.cluster.tcRunId == 0)
        cluster.cluster.tcRunId = run;
    cluster.label = reader.text("label");
    cluster.metricPred = reader.number("metric_pred");
    cluster.reachEstimate = reader.integer("reach_estimate");
    cluster.sizeShare = reader.number("size_share");
    cluster.because = reader.list<ExplainingEvent>("explaining_events", explainingEventFromJson);
    cluster.probability = reader.number("purchase_probability");
    cluster.extra = reader.rest();
    if (cluster.cluster.tc.isEmpty())
        reader.fail(Problem::protocol(reader.pointerTo("tc"), QStringLiteral("the name of a cluster")));
    return reader.finish(std::move(cluster));
}

QJsonObject clusterJson(const TasteCluster &cluster)
{
    QJsonArray because;
    for (const ExplainingEvent &event : cluster.because)
        because.append(QJsonObject{{QStringLiteral("eid"), event.eid.value()},
                                   {QStringLiteral("title"), textJson(event.title)},
                                   {QStringLiteral("weight"), numberJson(event.weight)}});
    QJsonObject json = cluster.extra;
    putCluster(json, cluster.cluster);
    json.insert(QLatin1StringView("label"), textJson(cluster.label));
    json.insert(QLatin1StringView("metric_pred"), numberJson(cluster.metricPred));
    json.insert(QLatin1StringView("reach_estimate"), integerJson(cluster.reachEstimate));
    json.insert(QLatin1StringView("size_share"), numberJson(cluster.sizeShare));
    json.insert(QLatin1StringView("purchase_probability"), numberJson(cluster.probability));
    json.insert(QLatin1StringView("explaining_events"), because);
    return json;
}

} // namespace

Expected<ClusterRun> ClusterRun::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    ClusterRun run;
    run.tcRunId = reader.integer("tc_run_id").value_or(0);
    run.clusters =
        reader.list<TasteCluster>("clusters", [&run](const QJsonObject &object, const QString &at) {
            return tasteClusterFromJson(object, at, run.tcRunId);
        });
    run.notice = reader.text("notice");
    run.extra = reader.rest();
    return reader.finish(std::move(run));
}

QJsonObject ClusterRun::toJson() const
{
    QJsonArray list;
    for (const TasteCluster &cluster : clusters)
        list.append(clusterJson(cluster));
    QJsonObject json = extra;
    json.insert(QLatin1StringView("tc_run_id"), tcRunId);
    json.insert(QLatin1StringView("clusters"), list);
    json.insert(QLatin1StringView("notice"), textJson(notice));
    return json;
}

Expected<ClusterMatches> ClusterMatches::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    ClusterMatches matches;
    matches.from = reader.integer("from_run").value_or(0);
    matches.to = reader.integer("to_run").value_or(0);
    matches.overlaps =
        reader.list<ClusterOverlap>("matches", [](const QJsonObject &object, const QString &at) {
            JsonReader match(object, at);
            ClusterOverlap overlap{ClusterName(match.text("from")), ClusterName(match.text("to")),
                                   match.number("overlap").value_or(0)};
            return match.finish(std::move(overlap));
        });
    return reader.finish(std::move(matches));
}

QJsonObject ClusterMatches::toJson() const
{
    QJsonArray list;
    for (const ClusterOverlap &overlap : overlaps)
        list.append(QJsonObject{{QStringLiteral("from"), overlap.from.value()},
                                {QStringLiteral("to"), overlap.to.value()},
                                {QStringLiteral("overlap"), overlap.overlap}});
    return {{QStringLiteral("from_run"), from},
            {QStringLiteral("to_run"), to},
            {QStringLiteral("matches"), list}};
}

Expected<std::vector<SuggestedCluster>> suggestedClustersFromJson(const QJsonValue &json,
                                                                  const QString &currency)
{
    QString at;
    const auto array = unwrapList(json, "suggested_tcs", at);
    if (!array)
        return tl::unexpected(array.error());
    return readList<SuggestedCluster>(*array, at, [&](const QJsonObject &object, const QString &pointer) {
        JsonReader reader(object, pointer);
        SuggestedCluster suggestion;
        suggestion.cluster = takeCluster(reader);
        suggestion.rank = reader.smallInteger("rank");
        suggestion.expectedTickets = reader.number("expected_tickets");
        suggestion.expectedRevenue = reader.money("expected_revenue", currency);
        // The embedded service's own: whatever another one means by it is no reason to refuse its
        // suggestions.
        if (const QJsonValue share = object.value(QLatin1StringView("budget_share")); share.isDouble())
            suggestion.budgetShare = share.toDouble();
        return reader.finish(std::move(suggestion));
    });
}

QJsonObject SuggestedCluster::toJson() const
{
    QJsonObject json{{QStringLiteral("rank"), integerJson(rank)},
                     {QStringLiteral("expected_tickets"), numberJson(expectedTickets)},
                     {QStringLiteral("expected_revenue"), moneyJson(expectedRevenue)},
                     {QStringLiteral("budget_share"), numberJson(budgetShare)}};
    putCluster(json, cluster);
    return json;
}

} // namespace groundswell
