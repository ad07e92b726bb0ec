#include "app/service/planning/planning.h"

#include "app/service/planning/response.h"
#include "models/plan/planmoney.h"
#include "models/wave/goaltraits.h"

#include <algorithm>
#include <cmath>

namespace groundswell::service {

namespace {

/// How far prices and click rates of a campaign stray from a year's mean, as a deviation of the logarithm. An
/// assumption like the means themselves.
constexpr double marketSpread = 0.25;

double counted(const ClusterEstimate &cluster, GoalResult result)
{
    switch (result) {
    case GoalResult::Tickets:
        return cluster.tickets;
    case GoalResult::Revenue:
        return cluster.revenueMinor;
    case GoalResult::Impressions:
        return cluster.impressions;
    case GoalResult::Clicks:
        return cluster.clicks;
    }
    return 0;
}

/// Deviation of the logarithm of the outcome: how wrong forecasts have been, the market's mood, and chance,
/// which is large where few buyers are expected.
double spreadOf(const PlanningInput &input, const GoalTraits &goal, double buyers)
{
    if (!goal.sells)
        return marketSpread;
    const double model = std::max(0.0, input.forecastSpread);
    return std::sqrt(model * model + marketSpread * marketSpread + 1.0 / std::max(1.0, buyers));
}

template <class T> void fillRange(T &estimate, double spread)
{
    estimate.low = estimate.expected * std::exp(-eightOfTen * spread);
    estimate.high = estimate.expected * std::exp(eightOfTen * spread);
}

PlanMoney moneyOf(std::int64_t budgetMinor, const std::vector<std::string> &tcs,
                  const std::vector<std::optional<double>> &shares)
{
    std::vector<ChosenCluster> clusters;
    for (std::size_t i = 0; i < tcs.size(); ++i)
        clusters.push_back({{ClusterName(QString::fromStdString(tcs[i])), 0},
                            i < shares.size() ? shares[i] : std::nullopt,
                            {}});
    return planMoney(clusters, Money{budgetMinor, {}});
}

/// No more tickets than seats: every cluster gives way alike.
void capBySeats(const PlanningInput &input, Estimate &estimate)
{
    double tickets = 0;
    for (const ClusterEstimate &cluster : estimate.clusters)
        tickets += cluster.tickets;
    if (!input.economics.freeSeats || tickets <= static_cast<double>(*input.economics.freeSeats))
        return;
    const double factor = static_cast<double>(*input.economics.freeSeats) / tickets;
    for (ClusterEstimate &cluster : estimate.clusters) {
        cluster.tickets *= factor;
        cluster.revenueMinor *= factor;
    }
    estimate.cappedByCapacity = true;
}

/// The most of a result that the free seats allow; null = no such bound.
std::optional<double> mostBySeats(const EventEconomics &economics, GoalResult result)
{
    if (!economics.freeSeats)
        return std::nullopt;
    const auto seats = static_cast<double>(*economics.freeSeats);
    switch (result) {
    case GoalResult::Tickets:
        return seats;
    case GoalResult::Revenue:
        return seats * static_cast<double>(economics.ticketPriceMinor.value_or(0));
    case GoalResult::Impressions:
    case GoalResult::Clicks:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Estimate expectedValue(const PlanningInput &input, Goal goal, std::int64_t budgetMinor,
                       const std::vector<std::string> &tcs, const std::vector<std::optional<double>> &shares)
{
    Estimate estimate;
    const GoalTraits traits = traitsOf(goal);
    estimate.unit = OpenEnum<GoalResult>(traits.result).wire().toStdString();
    estimate.known = !traits.needsPrice || input.economics.ticketPriceMinor.has_value();
    const PlanMoney money = moneyOf(budgetMinor, tcs, shares);
    double buyers = 0;
    for (std::size_t i = 0; i < tcs.size(); ++i) {
        const auto cluster = std::find_if(input.clusters.begin(), input.clusters.end(),
                                          [&](const EventCluster &c) { return c.tc == tcs[i]; });
        if (cluster == input.clusters.end())
            continue;
        const double budget =
            money.parts[i].share * static_cast<double>(std::max<std::int64_t>(0, budgetMinor));
        const ClusterResponse response = responseOf(input, *cluster, budget);
        ClusterEstimate part;
        part.tc = tcs[i];
        part.budgetMinor = money.parts[i].amount->minor;
        part.impressions = response.impressions;
        part.clicks = response.clicks;
        part.people = response.people;
        part.tickets = response.tickets;
        part.revenueMinor = response.revenueMinor;
        buyers += response.buyers;
        estimate.clusters.push_back(part);
    }
    capBySeats(input, estimate);
    const auto most = mostBySeats(input.economics, traits.result);
    for (ClusterEstimate &cluster : estimate.clusters) {
        cluster.expected = counted(cluster, traits.result);
        fillRange(cluster,
                  spreadOf(input, traits, cluster.tickets / std::max(1.0, input.economics.ticketsPerBuyer)));
        cluster.high = std::min(cluster.high, most.value_or(cluster.high));
        estimate.expected += cluster.expected;
    }
    // One event's clusters miss in the same direction, so the sum is as uncertain as its parts but for
    // chance.
    fillRange(estimate, spreadOf(input, traits, buyers));
    estimate.high = std::min(estimate.high, most.value_or(estimate.high));
    return estimate;
}

} // namespace groundswell::service
