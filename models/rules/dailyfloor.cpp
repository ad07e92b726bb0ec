#include "models/rules/dailyfloor.h"

#include "models/rules/platformlimits.h"
#include "models/wave/currency.h"

#include <algorithm>
#include <cmath>

namespace groundswell {

Money usualDailyFloor(const OpenEnum<Goal> &goal, const QString &currency)
{
    const PlatformLimits &limits = platformLimits();
    double floor = goal.is(Goal::Visibility) ? limits.floorForImpressions : limits.floorForActions;
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
        const QJsonValue told = limits->explanation.value(QLatin1StringView("floor_per_day"));
        if (const auto floor = Money::fromJson(told, currency); floor && floor->minor > 0)
            return DailyFloor{*floor, true};
    }
    return DailyFloor{usualDailyFloor(setup.goal, currency), false};
}

} // namespace groundswell
