#include "models/plan/planmoney.h"

#include "models/plan/saturated.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundswell {

namespace {

/// Shares are entered in tenths of a percent: half of one is a slip of rounding, not a wish.
constexpr double shareTolerance = 0.0005;
/// Quotas this close to a whole number are that number: a share may come from an amount by division.
constexpr double almostWhole = 1e-6;
constexpr qint64 tenthsOfPercent = 1000;

double wished(const std::optional<double> &share)
{
    return share && std::isfinite(*share) ? std::max(0.0, *share) : 0.0;
}

/// Positions in an order that depends on the clusters alone, so that neither sums of doubles nor ties do on
/// the order of the list.
std::vector<std::size_t> byKey(const std::vector<ChosenCluster> &clusters)
{
    std::vector<std::size_t> order(clusters.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (clusters[a].cluster != clusters[b].cluster)
            return clusters[a].cluster < clusters[b].cluster;
        if (clusters[a].budgetShare.has_value() != clusters[b].budgetShare.has_value())
            return clusters[b].budgetShare.has_value();
        return wished(clusters[a].budgetShare) < wished(clusters[b].budgetShare);
    });
    return order;
}

/// Whole numbers that come to \a units and are as near to the quotas as can be: each is rounded down, and
/// what is missing goes one by one to the largest remainders, in the given order where they are equal.
/// Nothing is given to a quota of nothing.
std::vector<qint64> largestRemainder(qint64 units, const std::vector<double> &quotas)
{
    struct Rest {
        std::size_t position;
        qint64 millionths;
    };
    std::vector<qint64> whole;
    std::vector<Rest> rests;
    qint64 missing = units;
    for (std::size_t i = 0; i < quotas.size(); ++i) {
        const double nearest = std::round(quotas[i]);
        const double quota = std::abs(quotas[i] - nearest) < almostWhole ? nearest : quotas[i];
        whole.push_back(saturatedWhole(std::floor(quota)));
        missing -= whole.back();
        if (quota > 0)
            rests.push_back({i, std::llround((quota - std::floor(quota)) / almostWhole)});
    }
    std::stable_sort(rests.begin(), rests.end(),
                     [](const Rest &a, const Rest &b) { return a.millionths > b.millionths; });
    // Amounts beyond the digits of a double may leave more than one for each, or too much.
    while (missing > 0 && !rests.empty()) {
        for (std::size_t i = 0; i < rests.size() && missing > 0; ++i, --missing)
            ++whole[rests[i].position];
    }
    for (auto rest = rests.rbegin(); missing < 0 && rest != rests.rend(); ++rest) {
        const qint64 taken = std::min(whole[rest->position], -missing);
        whole[rest->position] -= taken;
        missing += taken;
    }
    return whole;
}

void divide(PlanMoney &money, const std::vector<std::size_t> &order)
{
    const qint64 total = std::max<qint64>(0, money.total->minor);
    double spent = 0;
    std::vector<double> quotas;
    for (const std::size_t position : order) {
        spent += money.parts[position].share;
        quotas.push_back(money.parts[position].share * static_cast<double>(total));
    }
    const bool allOfIt = spent > 0 && !money.isUnder();
    const qint64 units =
        allOfIt ? total : std::min(total, saturatedWhole(spent * static_cast<double>(total)));
    const auto amounts = largestRemainder(units, quotas);
    qint64 given = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        PlanMoney::Part &part = money.parts[order[i]];
        part.amount = Money{amounts[i], money.total->currency};
        part.belowFloor = total > 0 && (amounts[i] <= 0 || (money.floor && amounts[i] < money.floor->minor));
        given += amounts[i];
    }
    money.remainder = Money{total - given, money.total->currency};
}

} // namespace

bool PlanMoney::isOver() const
{
    return sumOfShares > 1 + shareTolerance;
}

bool PlanMoney::isUnder() const
{
    return everyShareSet && sumOfShares < 1 - shareTolerance;
}

bool PlanMoney::coversEveryFloor() const
{
    const qint64 each = std::max<qint64>(1, floor ? floor->minor : 1);
    return total && total->minor / each >= static_cast<qint64>(parts.size());
}

const PlanMoney::Part *PlanMoney::of(const ClusterRef &cluster) const
{
    const auto found = std::ranges::find(parts, cluster, &Part::cluster);
    return found == parts.end() ? nullptr : &*found;
}

PlanMoney planMoney(const std::vector<ChosenCluster> &clusters, const std::optional<Money> &budget,
                    const std::optional<Money> &floor)
{
    PlanMoney money;
    money.total = budget;
    if (floor && budget && floor->currency == budget->currency)
        money.floor = floor;
    const std::vector<std::size_t> order = byKey(clusters);
    std::size_t open = 0;
    for (const std::size_t position : order) {
        money.sumOfShares += wished(clusters[position].budgetShare);
        open += clusters[position].budgetShare ? 0U : 1U;
    }
    money.anyShareSet = open < clusters.size();
    money.everyShareSet = open == 0 && !clusters.empty();
    const double each = open > 0 ? std::max(0.0, 1 - money.sumOfShares) / static_cast<double>(open) : 0.0;
    const double sum = money.sumOfShares + each * static_cast<double>(open);
    // What is a little more or less than the whole is meant to be the whole.
    const double scale = sum > 0 && !money.isUnder() ? 1 / sum : 1.0;
    for (const ChosenCluster &chosen : clusters) {
        const double asked = chosen.budgetShare ? wished(chosen.budgetShare) : each;
        money.parts.push_back({chosen.cluster, asked, asked * scale, std::nullopt, false});
    }
    if (budget)
        divide(money, order);
    return money;
}

PlanMoney planMoney(const SetupProcess &setup, const std::optional<Money> &floorPerDay)
{
    const int days = planDays(setup);
    std::optional<Money> floor;
    if (floorPerDay && days > 0)
        floor = Money{saturatedProduct(std::max<qint64>(0, floorPerDay->minor), days), floorPerDay->currency};
    return planMoney(setup.clusters, setup.totalBudget, floor);
}

int planDays(const SetupProcess &setup)
{
    if (!setup.startDate.isValid() || !setup.endDate.isValid())
        return 0;
    return static_cast<int>(
        std::clamp<qint64>(setup.startDate.daysTo(setup.endDate) + 1, 0, std::numeric_limits<int>::max()));
}

std::optional<std::vector<ChosenCluster>> withEveryFloor(const std::vector<ChosenCluster> &clusters,
                                                         const std::optional<Money> &budget,
                                                         const std::optional<Money> &floor)
{
    const PlanMoney money = planMoney(clusters, budget, floor);
    const bool anyShort = std::ranges::any_of(money.parts, &PlanMoney::Part::belowFloor);
    if (!anyShort || !money.coversEveryFloor())
        return std::nullopt;
    const auto count = static_cast<qint64>(clusters.size());
    const double total = static_cast<double>(money.total->minor);
    const qint64 least = std::max<qint64>(1, money.floor ? money.floor->minor : 1);
    qint64 units = tenthsOfPercent;
    auto need =
        static_cast<qint64>(std::ceil(static_cast<double>(least) * static_cast<double>(units) / total));
    if (need * count > units) { // too coarse: to the minor unit then
        units = money.total->minor;
        need = least;
    }
    const std::vector<std::size_t> order = byKey(clusters);
    std::vector<double> above;
    double sum = 0;
    double spent = 0;
    for (const std::size_t position : order) {
        const double asked = money.parts[position].share * static_cast<double>(units);
        above.push_back(std::max(0.0, asked - static_cast<double>(need)));
        sum += above.back();
        spent += asked;
    }
    const qint64 divided = std::max<qint64>(0, saturatedWhole(spent) - need * count);
    for (double &quota : above)
        quota *= sum > 0 ? static_cast<double>(divided) / sum : 0.0;
    const auto given = largestRemainder(divided, above);
    std::vector<ChosenCluster> result = clusters;
    for (std::size_t i = 0; i < order.size(); ++i)
        result[order[i]].budgetShare = static_cast<double>(need + given[i]) / static_cast<double>(units);
    return result;
}

} // namespace groundswell
