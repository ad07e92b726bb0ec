#include "app/service/planning/planning.h"

#include "app/service/planning/response.h"

#include <algorithm>

namespace groundswell::service {

namespace {

constexpr int steps = 200; ///< the budget is dealt out in so many parts

/// Budget of each candidate (positions in input.clusters): every step goes where it brings most, the earlier
/// cluster where equal. Returns are diminishing, so that this is the best split up to the size of a step.
std::vector<double> dealOut(const PlanningInput &input, Goal goal, double budgetMinor,
                            const std::vector<std::size_t> &candidates)
{
    std::vector<double> budgets(candidates.size(), 0.0);
    std::vector<double> gains(candidates.size(), 0.0);
    const double step = budgetMinor / steps;
    const auto gainOf = [&](std::size_t i) {
        const EventCluster &cluster = input.clusters[candidates[i]];
        return valueOf(responseOf(input, cluster, budgets[i] + step), goal)
            - valueOf(responseOf(input, cluster, budgets[i]), goal);
    };
    for (std::size_t i = 0; i < candidates.size(); ++i)
        gains[i] = gainOf(i);
    for (int s = 0; s < steps; ++s) {
        const auto best =
            static_cast<std::size_t>(std::max_element(gains.begin(), gains.end()) - gains.begin());
        budgets[best] += step;
        gains[best] = gainOf(best);
    }
    return budgets;
}

} // namespace

std::vector<Suggestion> suggestedClusters(const PlanningInput &input, Goal goal, std::int64_t budgetMinor,
                                          int runtimeDays)
{
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < input.clusters.size(); ++i) {
        if (input.clusters[i].reach > 0)
            candidates.push_back(i);
    }
    if (candidates.empty() || budgetMinor <= 0)
        return {};
    const auto budget = static_cast<double>(budgetMinor);
    const double floor = static_cast<double>(floorPerDay(input.assumptions, goal)) * std::max(1, runtimeDays);
    std::vector<double> budgets = dealOut(input, goal, budget, candidates);
    // The one that gets least goes first; the last stays even where the budget is under its floor.
    while (candidates.size() > 1) {
        const auto least = std::min_element(budgets.begin(), budgets.end());
        if (*least >= floor && *least > 0)
            break;
        candidates.erase(candidates.begin() + (least - budgets.begin()));
        budgets = dealOut(input, goal, budget, candidates);
    }

    struct Ranked {
        Suggestion suggestion;
        double value = 0;
    };
    std::vector<Ranked> ranked;
    double tickets = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const EventCluster &cluster = input.clusters[candidates[i]];
        const Response response = responseOf(input, cluster, budgets[i]);
        ranked.push_back({{cluster.tc, 1, budgets[i] / budget, response.tickets, response.revenueMinor},
                          valueOf(response, goal)});
        tickets += response.tickets;
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked &a, const Ranked &b) { return a.value > b.value; });
    const double seats =
        input.economics.freeSeats ? static_cast<double>(*input.economics.freeSeats) : tickets;
    const double fits = tickets > seats ? seats / tickets : 1.0;
    std::vector<Suggestion> result;
    for (Ranked &entry : ranked) {
        entry.suggestion.rank = static_cast<int>(result.size()) + 1;
        entry.suggestion.expectedTickets *= fits;
        entry.suggestion.expectedRevenueMinor *= fits;
        result.push_back(std::move(entry.suggestion));
    }
    return result;
}

} // namespace groundswell::service
