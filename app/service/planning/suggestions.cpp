#include "app/service/planning/planning.h"

#include "app/service/planning/response.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr std::size_t mostLookedAt = 10; ///< candidates: 1,023 choices
constexpr int halvings = 60; ///< of the marginal value, to the last digit of a double
constexpr double better = 1e-9; ///< relative; a choice of more clusters must bring at least so much more

/// What a cluster brings for a budget b: ceiling · (1 − e^(−b / scale)), the formula of planning.h.
struct Curve {
    std::size_t cluster = 0; ///< position in PlanningInput::clusters
    double ceiling = 0;
    double scale = 0; ///< budget in minor units that brings 63 % of the ceiling

    [[nodiscard]] double value(double budget) const { return ceiling * -std::expm1(-budget / scale); }
    /// The budget at which one more unit brings \a marginal, not below \a floor.
    [[nodiscard]] double budgetAt(double marginal, double floor) const
    {
        const double steepest = ceiling / scale;
        return steepest > marginal ? std::max(floor, scale * std::log(steepest / marginal)) : floor;
    }
};

std::vector<Curve> curvesOf(const PlanningInput &input, Goal goal)
{
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < input.clusters.size(); ++i) {
        const double audience = audienceOf(input.assumptions, input.clusters[i]);
        const double scale =
            audience * input.assumptions.frequency * static_cast<double>(input.assumptions.cpmMinor) / 1000.0;
        if (input.clusters[i].reach <= 0 || scale <= 0)
            continue;
        const double one = valueOf(responseOf(input, input.clusters[i], scale), goal);
        if (one > 0)
            curves.push_back({i, one / -std::expm1(-1.0), scale});
    }
    return curves;
}

/// The best split of a budget that covers every floor. Returns diminish, so at the best split one more unit
/// brings the same everywhere, but where a cluster sits on its floor.
std::vector<double> bestSplit(const std::vector<Curve> &curves, double budget, double floor)
{
    double high = 0;
    for (const Curve &curve : curves)
        high = std::max(high, curve.ceiling / curve.scale);
    const auto spent = [&](double marginal) {
        return std::accumulate(curves.begin(), curves.end(), 0.0, [&](double sum, const Curve &curve) {
            return sum + curve.budgetAt(marginal, floor);
        });
    };
    double low = high;
    while (spent(low) < budget && low > 0)
        low /= 2;
    if (low <= 0) { // everybody has been reached many times over: it doesn't matter where the rest goes
        return std::vector<double>(curves.size(), budget / static_cast<double>(curves.size()));
    }
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (spent(middle) < budget ? high : low) = middle;
    }
    std::vector<double> budgets;
    for (const Curve &curve : curves)
        budgets.push_back(curve.budgetAt(high, floor));
    // What rounding left goes to the one that has most.
    const double left = budget - std::accumulate(budgets.begin(), budgets.end(), 0.0);
    *std::max_element(budgets.begin(), budgets.end()) += left;
    return budgets;
}

struct Choice {
    std::vector<Curve> curves;
    std::vector<double> budgets;
    double value = 0;
};

Choice chosen(std::vector<Curve> curves, double budget, double floor)
{
    Choice choice{std::move(curves), {}, 0};
    choice.budgets = bestSplit(choice.curves, budget, floor);
    for (std::size_t i = 0; i < choice.curves.size(); ++i)
        choice.value += choice.curves[i].value(choice.budgets[i]);
    return choice;
}

/// The best of all choices that the budget has floors for; of one cluster where it has none.
Choice bestChoice(const std::vector<Curve> &curves, double budget, double floor, int mostClusters)
{
    Choice best;
    for (int count = 1; count <= std::min(static_cast<int>(curves.size()), mostClusters); ++count) {
        if (count > 1 && floor * count > budget)
            break;
        for (unsigned picked = 1; picked < 1U << curves.size(); ++picked) {
            if (std::popcount(picked) != count)
                continue;
            std::vector<Curve> some;
            for (std::size_t i = 0; i < curves.size(); ++i) {
                if (picked >> i & 1U)
                    some.push_back(curves[i]);
            }
            Choice choice = chosen(std::move(some), budget, std::min(floor, budget));
            if (choice.value > best.value * (1 + better))
                best = std::move(choice);
        }
    }
    return best;
}

} // namespace

std::vector<Suggestion> suggestedClusters(const PlanningInput &input, Goal goal, std::int64_t budgetMinor,
                                          int runtimeDays, int mostClusters)
{
    const auto budget = static_cast<double>(budgetMinor);
    std::vector<Curve> curves = curvesOf(input, goal);
    if (curves.empty() || budgetMinor <= 0)
        return {};
    std::stable_sort(curves.begin(), curves.end(),
                     [&](const Curve &a, const Curve &b) { return a.value(budget) > b.value(budget); });
    curves.resize(std::min(curves.size(), mostLookedAt));
    const double floor = static_cast<double>(floorPerDay(input.assumptions, goal)) * std::max(1, runtimeDays);
    const Choice best = bestChoice(curves, budget, floor, std::max(1, mostClusters));

    std::vector<std::size_t> order(best.curves.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return best.curves[a].value(best.budgets[a]) > best.curves[b].value(best.budgets[b]);
    });
    std::vector<Suggestion> result;
    double tickets = 0;
    for (const std::size_t i : order) {
        if (best.budgets[i] <= 0)
            continue;
        const EventCluster &cluster = input.clusters[best.curves[i].cluster];
        const ClusterResponse response = responseOf(input, cluster, best.budgets[i]);
        result.push_back({cluster.tc, static_cast<int>(result.size()) + 1, best.budgets[i] / budget,
                          response.tickets, response.revenueMinor});
        tickets += response.tickets;
    }
    const double seats =
        input.economics.freeSeats ? static_cast<double>(*input.economics.freeSeats) : tickets;
    const double fits = tickets > seats ? seats / tickets : 1.0;
    for (Suggestion &suggestion : result) {
        suggestion.expectedTickets *= fits;
        suggestion.expectedRevenueMinor *= fits;
    }
    return result;
}

} // namespace groundswell::service
