#include "models/rules/rules.h"

#include <QSet>

#include <algorithm>

namespace groundswell::rules {

namespace {

constexpr double shareTolerance = 0.0005; // shares are entered in whole or tenth percents

void checkRuns(const SetupProcess &setup, Findings &found)
{
    QSet<TcRunId> runs;
    QSet<ClusterRef> seen;
    for (const ChosenCluster &chosen : setup.clusters) {
        runs.insert(chosen.cluster.tcRunId);
        if (chosen.cluster.tcRunId == 0)
            found.error(clusterField("tcs", chosen.cluster), "clusters.run.missing",
                        {chosen.cluster.tc.value()});
        if (seen.contains(chosen.cluster))
            found.error(clusterField("tcs", chosen.cluster), "clusters.duplicate",
                        {chosen.cluster.tc.value()});
        seen.insert(chosen.cluster);
    }
    runs.remove(0);
    if (runs.size() > 1) {
        QList<TcRunId> sorted(runs.begin(), runs.end());
        std::sort(sorted.begin(), sorted.end());
        QStringList numbers;
        for (const TcRunId run : sorted)
            numbers.append(QString::number(run));
        found.error(rowField("tcs"), "clusters.mixed_runs", numbers);
    }
}

void checkShares(const SetupProcess &setup, Findings &found)
{
    double total = 0;
    size_t given = 0;
    for (const ChosenCluster &chosen : setup.clusters) {
        if (!chosen.budgetShare)
            continue;
        ++given;
        total += *chosen.budgetShare;
        if (*chosen.budgetShare <= 0 || *chosen.budgetShare > 1)
            found.error(clusterField("tcs", chosen.cluster, "budgetShare"), "clusters.share.out_of_range",
                        {chosen.cluster.tc.value(), QString::number(*chosen.budgetShare)});
    }
    if (given == 0)
        return;
    if (total > 1 + shareTolerance)
        found.error(rowField("tcs"), "clusters.share.over_total", {QString::number(total)});
    else if (given == setup.clusters.size() && total < 1 - shareTolerance)
        found.warning(rowField("tcs"), "clusters.share.under_total", {QString::number(total)});
}

} // namespace

void checkClusters(const SetupProcess &setup, Findings &found)
{
    if (setup.clusters.empty()) {
        found.error(rowField("tcs"), "clusters.none");
        return;
    }
    checkRuns(setup, found);
    checkShares(setup, found);
}

} // namespace groundswell::rules
