#include "app/cli/command_clusters.h"

#include "app/audience/csvwriter.h"
#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/instant.h"
#include "app/cli/workspaceaccess.h"
#include "app/files/privatefile.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/tasterunstore.h"
#include "app/service/taste/clusters/eventclusters.h"

#include <QJsonArray>

#include <array>
#include <charconv>

namespace groundswell::cli {

namespace {

using service::Dataset;
using service::EventCluster;
using service::ScoredCustomers;
using service::TasteRun;

constexpr const char *description =
    "Computes the taste clusters of an event from the workspace's own sales.\n\n"
    "With --scores, every customer who had bought anything by then and holds no ticket for the event is "
    "listed: "
    "customer_id, the cluster (empty outside the best third), affinity (share of these customers who fit "
    "less "
    "well, 0 to 1) and the calibrated probability of buying. Who holds a ticket already is no audience and "
    "is "
    "left out. With --as-of, only sales strictly before that time count, in everything that is computed.";

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(100.0 * share, 0, 'f', 1);
}

/// Shortest text that reads back as the same number; never depends on a locale.
std::string plain(float value)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

QString sentenceFor(const std::string &notice)
{
    if (notice == "few_sales")
        return QStringLiteral("Note: there are few sales to learn from; take the figures as a first hint.");
    if (notice == "no_clear_taste_groups")
        return QStringLiteral(
            "Note: no clear taste groups show in these sales; the clusters are close to chance.");
    return {};
}

void printClusters(const Dataset &data, std::uint32_t event, const ScoredCustomers &scored)
{
    const auto &clusters = scored.clusters.clusters;
    printLine(QStringLiteral("%1 (%2): %3 taste clusters, %4 customers ranked")
                  .arg(text(data.events[event].title), text(data.events[event].id))
                  .arg(clusters.size())
                  .arg(scored.clusters.scoredCustomers));
    for (const EventCluster &cluster : clusters) {
        printLine(QStringLiteral("\n%1  [%2]").arg(text(cluster.label), text(cluster.tc)));
        printLine(QStringLiteral("  fit %1 of 5 · probability %2 · reach %3 · share %4")
                      .arg(cluster.metricPred, 0, 'f', 2)
                      .arg(percent(cluster.probability))
                      .arg(cluster.reach)
                      .arg(percent(cluster.share)));
        QStringList because;
        for (const service::Because &b : cluster.because)
            because << QStringLiteral("%1 (%2)").arg(text(data.events[b.event].title), percent(b.weight));
        if (!because.isEmpty())
            printLine(QStringLiteral("  because they bought %1").arg(because.join(QStringLiteral(", "))));
    }
    if (const QString note = sentenceFor(scored.clusters.notice); !note.isEmpty())
        printLine(u'\n' + note);
}

QJsonObject clusterJson(const Dataset &data, const EventCluster &cluster, const QJsonValue &runId)
{
    QJsonArray because;
    for (const service::Because &b : cluster.because)
        because.append(QJsonObject{{QStringLiteral("eid"), text(data.events[b.event].id)},
                                   {QStringLiteral("title"), text(data.events[b.event].title)},
                                   {QStringLiteral("weight"), b.weight}});
    return {{QStringLiteral("tc"), text(cluster.tc)},
            {QStringLiteral("tc_run_id"), runId},
            {QStringLiteral("label"), text(cluster.label)},
            {QStringLiteral("metric_pred"), cluster.metricPred},
            {QStringLiteral("purchase_probability"), cluster.probability},
            {QStringLiteral("reach_estimate"), static_cast<qint64>(cluster.reach)},
            {QStringLiteral("size_share"), cluster.share},
            {QStringLiteral("members"), static_cast<qint64>(cluster.members.size())},
            {QStringLiteral("explaining_events"), because}};
}

QJsonObject qualityJson(const service::TasteRunQuality &quality)
{
    return {{QStringLiteral("customers"), static_cast<qint64>(quality.customers)},
            {QStringLiteral("events"), static_cast<qint64>(quality.events)},
            {QStringLiteral("interactions"), static_cast<qint64>(quality.interactions)},
            {QStringLiteral("stability"), quality.stability},
            {QStringLiteral("lift"), quality.lift},
            {QStringLiteral("replayed_events"), quality.replayedEvents},
            {QStringLiteral("replayed_buyers"), quality.replayedBuyers},
            {QStringLiteral("replay_auc"), quality.replayAuc},
            {QStringLiteral("replay_frequency_auc"), quality.replayFrequencyAuc},
            {QStringLiteral("forecast_spread"), quality.forecastSpread}};
}

bool writeScores(const QString &file, const Dataset &data, const ScoredCustomers &scored)
{
    PrivateSaveFile out(file);
    bool ok = out.begin();
    if (ok) {
        // Ids come from an import, so anything may stand in them, and people open the file in a spreadsheet.
        CsvWriter csv(out, {.crlf = false, .formulaGuard = true});
        csv.writeRow({"customer_id", "tc", "affinity", "probability"});
        for (const service::CustomerScore &score : scored.scores) {
            const std::string_view tc = score.cluster < 0
                ? std::string_view()
                : scored.clusters.clusters[static_cast<std::size_t>(score.cluster)].tc;
            csv.writeRow(
                {data.customerIds[score.customer], tc, plain(score.affinity), plain(score.probability)});
        }
        ok = csv.finish() && out.commit();
    }
    if (!ok)
        printError(QStringLiteral("Cannot write %1: %2").arg(file, out.errorString()));
    return ok;
}

/// The number of the run in the workspace, null for one that looks into the past: that isn't kept.
Expected<QJsonValue> runNumber(service::Store &store, const Dataset &data, const TasteRun &run,
                               const QDateTime &now)
{
    if (run.parameters().asOf)
        return QJsonValue();
    service::TasteRunRecord record;
    record.key = text(run.key());
    record.snapshotId = text(data.snapshotId);
    record.notice = text(run.notice());
    record.quality = qualityJson(run.quality());
    record.computedAt = now;
    return store.runs().record(record).map(
        [](const service::TasteRunRecord &kept) { return QJsonValue(static_cast<qint64>(kept.number)); });
}

int refuse(const QString &reason)
{
    printError(reason);
    return Refused;
}

int answer(const CommandLine &line, service::Store &store, const Dataset &data, std::uint32_t event,
           const service::TasteRunParameters &parameters, const QDateTime &now)
{
    const auto run = service::computeTasteRun(data, parameters);
    if (!run)
        return refuse(describe(run.error()));
    const ScoredCustomers scored = service::scoresFor(data, **run, event);
    if (line.isSet(QStringLiteral("scores"))
        && !writeScores(line.value(QStringLiteral("scores")), data, scored))
        return Refused;
    if (!line.wantsJson()) {
        printClusters(data, event, scored);
        return Done;
    }
    const auto number = runNumber(store, data, **run, now);
    if (!number)
        return refuse(describe(number.error()));
    QJsonArray clusters;
    for (const EventCluster &cluster : scored.clusters.clusters)
        clusters.append(clusterJson(data, cluster, *number));
    printJson({{QStringLiteral("eid"), text(data.events[event].id)},
               {QStringLiteral("tc_run_id"), *number},
               {QStringLiteral("run_key"), text((*run)->key())},
               {QStringLiteral("cold_start"), scored.clusters.coldStart},
               {QStringLiteral("scored_customers"), static_cast<qint64>(scored.clusters.scoredCustomers)},
               {QStringLiteral("clusters"), clusters},
               {QStringLiteral("notice"), text(scored.clusters.notice)},
               {QStringLiteral("quality"), qualityJson((*run)->quality())}});
    return Done;
}

} // namespace

int runClusters(const QStringList &arguments, const TimeSource &clock)
{
    CommandLine line(QString::fromUtf8(description));
    line.addRequired(QStringLiteral("workspace"), QStringLiteral("FILE"),
                     QStringLiteral("The workspace file."));
    line.addRequired(QStringLiteral("event"), QStringLiteral("EID"), QStringLiteral("Id of the event."));
    line.addOption(
        QStringLiteral("as-of"), QStringLiteral("TIME"),
        QStringLiteral("ISO 8601, for instance 2026-05-01 or 2026-05-01T18:00:00Z; without a zone in "
                       "the organiser's time. Only earlier sales count."));
    line.addOption(QStringLiteral("scores"), QStringLiteral("FILE.csv"),
                   QStringLiteral("Write every ranked customer to this file."));
    if (const auto code = line.parse(arguments))
        return *code;

    const auto store = openWorkspace(line.value(QStringLiteral("workspace")));
    if (!store)
        return Refused;
    const auto data = store->sales().loadDataset();
    if (!data)
        return refuse(describe(data.error()));
    service::TasteRunParameters parameters;
    if (line.isSet(QStringLiteral("as-of"))) {
        parameters.asOf = instantFromText(line.value(QStringLiteral("as-of")), text(data->timeZone));
        if (!parameters.asOf) {
            printError(QStringLiteral(
                           "--as-of must be a date or time like 2026-05-01 or 2026-05-01T18:00, not \"%1\".")
                           .arg(line.value(QStringLiteral("as-of"))));
            return WrongUsage;
        }
    }
    const auto event = data->eventIndex(line.value(QStringLiteral("event")).toStdString());
    if (!event)
        return refuse(QStringLiteral("There is no event \"%1\" in this workspace.")
                          .arg(line.value(QStringLiteral("event"))));
    return answer(line, *store, *data, *event, parameters, clock());
}

} // namespace groundswell::cli
