#include "app/service/planning/planning.h"

#include "app/service/planning/response.h"
#include "models/plan/saturated.h"

#include <algorithm>
#include <cmath>

namespace groundswell::service {

namespace {

constexpr int longestRuntimeDays = 28;
constexpr int mostClusters = 3; ///< of a first plan: each needs texts of its own
constexpr double timesOver = 3.0; ///< reaching an audience so often reaches 95 % of it
constexpr std::int64_t largest = 1'000'000'000'000'000; ///< of amounts on the wire (Money::fromJson)
constexpr int longestDays = 3660; ///< no runtime is longer; keeps the arithmetic in range

/// To two leading digits: a proposal of 1,234.56 looks like a measurement.
std::int64_t rounded(double minor)
{
    if (minor < 10)
        return std::llround(minor);
    const double unit = std::pow(10.0, std::floor(std::log10(minor)) - 1.0);
    return std::llround(std::round(minor / unit) * unit);
}

} // namespace

BudgetRange budgetLimits(const PlanningInput &input, Goal goal, int runtimeDays, int clusters)
{
    const MarketAssumptions &market = input.assumptions;
    BudgetRange range;
    range.floorPerDayMinor = floorPerDay(market, goal);
    range.days = std::clamp(runtimeDays, 1, longestDays);
    range.clusters = std::clamp(clusters, 1, 1000);
    range.freeSeats = input.economics.freeSeats;
    range.ticketPriceMinor = input.economics.ticketPriceMinor;
    range.lowerMinor = std::min<std::int64_t>(
        saturatedProduct(saturatedProduct(range.floorPerDayMinor, range.days), range.clusters), largest);

    double audience = 0;
    for (const EventCluster &cluster : input.clusters)
        audience += audienceOf(market, cluster);
    range.spendShare = market.spendShare;
    range.audience = std::llround(audience);
    double upper = audience * market.frequency * timesOver / 1000.0 * static_cast<double>(market.cpmMinor);
    range.upperReason = "reach";
    if (range.freeSeats && range.ticketPriceMinor) {
        const double revenue = static_cast<double>(*range.freeSeats)
            * static_cast<double>(*range.ticketPriceMinor) * market.spendShare;
        if (revenue < upper) {
            upper = revenue;
            range.upperReason = "remaining_revenue";
        }
    }
    range.upperMinor = rounded(std::clamp(upper, 0.0, static_cast<double>(largest)));
    if (range.upperMinor <= range.lowerMinor) {
        range.upperMinor = range.lowerMinor;
        range.upperReason = "floor";
    }
    return range;
}

CampaignPlan defaultPlan(const PlanningInput &input, QDate today, QDate eventDate)
{
    CampaignPlan plan;
    const bool seatsToFill = input.economics.freeSeats && *input.economics.freeSeats > 0;
    plan.goal = seatsToFill ? Goal::Utilization : Goal::LinkClicks;
    plan.startDate = today.addDays(1);
    plan.endDate = plan.startDate.addDays(longestRuntimeDays - 1);
    if (eventDate.isValid() && eventDate > today)
        plan.endDate = std::clamp(eventDate.addDays(-1), plan.startDate, plan.endDate);
    const int days = static_cast<int>(plan.startDate.daysTo(plan.endDate)) + 1;
    // The limits depend on how many clusters there are, and how many get a share depends on the budget: the
    // largest number for which both agree, so that the plan keeps within its own limits.
    for (int count = std::clamp(static_cast<int>(input.clusters.size()), 1, mostClusters); count > 0;
         --count) {
        const BudgetRange range = budgetLimits(input, plan.goal, days, count);
        const double third = static_cast<double>(range.upperMinor - range.lowerMinor) / 3.0;
        plan.totalBudgetMinor = std::clamp(rounded(static_cast<double>(range.lowerMinor) + third),
                                           range.lowerMinor, range.upperMinor);
        plan.clusters = suggestedClusters(input, plan.goal, plan.totalBudgetMinor, days, count);
        if (static_cast<int>(plan.clusters.size()) < count)
            continue;
        break;
    }
    return plan;
}

} // namespace groundswell::service
