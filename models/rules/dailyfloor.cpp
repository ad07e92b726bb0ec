#include "models/rules/dailyfloor.h"

#include "models/rules/platformlimits.h"
#include "models/wave/calls/planbasis.h"
#include "models/wave/currency.h"

#include <algorithm>
#include <cmath>

namespace groundswell {

namespace {

double majorFloor(FloorKind kind, const PlatformLimits &limits)
{
    switch (kind) {
    case FloorKind::Impressions:
        return limits.floorForImpressions;
    case FloorKind::Actions:
        return limits.floorForActions;
    }
    return 0;
}

} // namespace

Money usualDailyFloor(FloorKind kind, const QString &currency)
{
    const PlatformLimits &limits = platformLimits();
    double floor = majorFloor(kind, limits);
    if (!limits.fullFloorCurrencies.contains(currency))
        floor *= limits.otherCurrenciesFactor;
    const double minor =
        floor * currencyOf(currency).perEuro * static_cast<double>(Money::minorPerMajor(currency));
    return {std::max<qint64>(1, std::llround(minor)), currency};
}

std::optional<DailyFloor> dailyFloor(const SetupProcess &setup, const std::optional<BudgetLimits> &limits)
{
    if (!setup.totalBudget)
        return std::nullopt;
    const QString &currency = setup.totalBudget->currency;
    if (limits && limits->lower && limits->lower->currency == currency) {
        const auto floor = LimitsExplanation::of(*limits).floorPerDay;
        if (floor && floor->minor > 0)
            return DailyFloor{*floor, true};
    }
    return DailyFloor{usualDailyFloor(floorKindOf(setup.goal), currency), false};
}

} // namespace groundswell
