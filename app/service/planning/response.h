#pragma once

#include "app/service/planning/planning.h"

namespace groundswell::service {

/// What a cluster answers to a budget, before seats run out. One place for the formula in planning.h.
struct ClusterResponse {
    double impressions = 0, clicks = 0, people = 0, buyers = 0, tickets = 0, revenueMinor = 0;
};
[[nodiscard]] ClusterResponse responseOf(const PlanningInput &input, const EventCluster &cluster,
                                         double budgetMinor);

/// The response in the goal's terms, for choosing between clusters. For visibility that is people, not
/// impressions: showing the same ad to the same people once more is no more visible.
[[nodiscard]] double valueOf(const ClusterResponse &response, Goal goal);

/// Least budget a day and cluster at the ad platform.
[[nodiscard]] std::int64_t floorPerDay(const MarketAssumptions &assumptions, Goal goal);

/// People an ad for the cluster can reach: its own, and others of like taste.
[[nodiscard]] double audienceOf(const MarketAssumptions &assumptions, const EventCluster &cluster);

} // namespace groundswell::service
