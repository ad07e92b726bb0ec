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
        return reader.finish(std::move(suggestion));
    });
}

} // namespace groundswell
