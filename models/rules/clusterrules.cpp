#include "models/rules/dailyfloor.h"
#include "models/rules/rules.h"

#include "models/plan/planmoney.h"

#include <QSet>

#include <algorithm>

namespace groundswell::rules {

namespace {

constexpr auto clusterTable = std::to_array<Rule>({
    {"clusters.none", Error},
    {"clusters.mixed_runs", Error, {Several}}, // the runs
    {"clusters.run.missing", Error, {Cluster}},
    {"clusters.duplicate", Error, {Cluster}},
    {"clusters.share.out_of_range", Error, {Cluster, Share}},
    {"clusters.share.over_total", Error, {Share}}, // sum
    {"clusters.share.under_total", Warning, {Share}}, // sum
    {"clusters.share.nothing", Error, {Cluster}}, // the others leave it nothing
    // Its amount, the floor of its runtime, floor a day, days. A warning where the service gave no floor and
    // it is what the platform usually asks for.
    {"clusters.share.below_floor", Error, {Cluster, Amount, Amount, Amount, Number, CurrencyCode}, Warning},
});

consteval const Rule &clusterRule(std::string_view id)
{
    return lineOf(clusterTable, id);
}

void checkRuns(const SetupProcess &setup, Findings &found)
{
    QSet<TcRunId> runs;
    QSet<ClusterRef> seen;
    for (const ChosenCluster &chosen : setup.clusters) {
        runs.insert(chosen.cluster.tcRunId);
        if (chosen.cluster.tcRunId == 0)
            found.add(clusterField("tcs", chosen.cluster), clusterRule("clusters.run.missing"),
                      {chosen.cluster.tc.value()});
        if (seen.contains(chosen.cluster))
            found.add(clusterField("tcs", chosen.cluster), clusterRule("clusters.duplicate"),
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
        found.add(rowField("tcs"), clusterRule("clusters.mixed_runs"), numbers);
    }
}

bool isPossible(const std::optional<double> &share)
{
    return !share || (*share > 0 && *share <= 1);
}

void checkShares(const SetupProcess &setup, const PlanMoney &plan, Findings &found)
{
    for (const ChosenCluster &chosen : setup.clusters) {
        if (!isPossible(chosen.budgetShare))
            found.add(clusterField("tcs", chosen.cluster, "budgetShare"),
                      clusterRule("clusters.share.out_of_range"),
                      {chosen.cluster.tc.value(), QString::number(*chosen.budgetShare)});
    }
    if (plan.isOver())
        found.add(rowField("tcs"), clusterRule("clusters.share.over_total"),
                  {QString::number(plan.sumOfShares)});
    else if (plan.isUnder())
        found.add(rowField("tcs"), clusterRule("clusters.share.under_total"),
                  {QString::number(plan.sumOfShares)});
}

/// Who gets too little although there is enough for all. Where there isn't, the budget is what's wrong, and
/// the plan's rules say so; where the shares exceed the whole, nobody knows yet who will get what.
void checkAmounts(const SetupProcess &setup, const PlanMoney &plan, const std::optional<DailyFloor> &floor,
                  Findings &found)
{
    if (plan.isOver())
        return;
    for (std::size_t i = 0; i < plan.parts.size(); ++i) {
        const PlanMoney::Part &part = plan.parts[i];
        if (!part.belowFloor || !isPossible(setup.clusters[i].budgetShare))
            continue;
        const FieldPath path = clusterField("tcs", part.cluster, "budgetShare");
        const QString cluster = part.cluster.tc.value();
        if (part.amount->minor <= 0)
            found.add(path, clusterRule("clusters.share.nothing"), {cluster});
        else if (plan.coversEveryFloor())
            found.addAs(floor->isCertain ? Severity::Error : Severity::Warning, path,
                        clusterRule("clusters.share.below_floor"),
                        {cluster, QString::number(part.amount->minor), QString::number(plan.floor->minor),
                         QString::number(floor->perDay.minor), QString::number(planDays(setup)),
                         part.amount->currency});
    }
}

} // namespace

std::span<const Rule> clusterRules()
{
    return clusterTable;
}

void checkClusters(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    if (setup.clusters.empty()) {
        found.add(rowField("tcs"), clusterRule("clusters.none"));
        return;
    }
    checkRuns(setup, found);
    const auto floor = dailyFloor(setup, context.budgetLimits);
    const PlanMoney plan = planMoney(setup, floor ? std::optional(floor->perDay) : std::nullopt);
    checkShares(setup, plan, found);
    checkAmounts(setup, plan, floor, found);
}

} // namespace groundswell::rules
