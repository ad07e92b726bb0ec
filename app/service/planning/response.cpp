#include "app/service/planning/response.h"

#include "models/wave/goaltraits.h"

#include <algorithm>
#include <cmath>

namespace groundswell::service {

double audienceOf(const MarketAssumptions &assumptions, const EventCluster &cluster)
{
    return static_cast<double>(std::max<std::int64_t>(0, cluster.reach))
        * (1.0 + std::max(0.0, assumptions.similarPeople));
}

ClusterResponse responseOf(const PlanningInput &input, const EventCluster &cluster, double budgetMinor)
{
    const MarketAssumptions &market = input.assumptions;
    ClusterResponse response;
    const double audience = audienceOf(market, cluster);
    if (audience <= 0 || budgetMinor <= 0 || market.cpmMinor <= 0 || market.frequency <= 0)
        return response;
    response.impressions = 1000.0 * budgetMinor / static_cast<double>(market.cpmMinor);
    response.people = audience * -std::expm1(-response.impressions / (audience * market.frequency));
    // People who have seen it often enough don't click any more.
    response.clicks = response.people * market.frequency * std::clamp(market.clickRate, 0.0, 1.0);
    const double similar = std::max(0.0, market.similarPeople);
    const double own = std::min(1.0, cluster.probability * conversionCorrection(input.history));
    const double conversion =
        own * (1.0 + similar * std::clamp(market.similarConversion, 0.0, 1.0)) / (1.0 + similar);
    response.buyers = response.people * conversion;
    response.tickets = response.buyers * input.economics.ticketsPerBuyer;
    response.revenueMinor =
        response.tickets * static_cast<double>(input.economics.ticketPriceMinor.value_or(0));
    return response;
}

double valueOf(const ClusterResponse &response, Goal goal)
{
    switch (traitsOf(goal).result) {
    case GoalResult::Tickets:
        return response.tickets;
    case GoalResult::Revenue:
        // All clusters sell at the same price: revenue where it is known, tickets tell the order anyway.
        return response.revenueMinor > 0 ? response.revenueMinor : response.tickets;
    case GoalResult::Impressions:
        return response.people;
    case GoalResult::Clicks:
        return response.clicks;
    }
    return 0;
}

std::int64_t floorPerDay(const MarketAssumptions &assumptions, Goal goal)
{
    switch (traitsOf(goal).floor) {
    case FloorKind::Impressions:
        return std::max<std::int64_t>(0, assumptions.floorImpressionsMinor);
    case FloorKind::Actions:
        return std::max<std::int64_t>(0, assumptions.floorClicksMinor);
    }
    return 0;
}

} // namespace groundswell::service
