#pragma once

#include "models/rules/preflight.h"
#include "models/wave/goaltraits.h"

namespace groundswell {

/// The least that a cluster must have on each day.
struct DailyFloor {
    Money perDay;
    /// The service's own (`floor_per_day` of its budget limits): less is refused. Else what the ad platform
    /// usually asks for, and less is a risk.
    bool isCertain = false;
};

/// What the ad platform usually asks for a day and cluster, in a currency and of its price level
/// (platform-limits.json).
[[nodiscard]] Money usualDailyFloor(FloorKind kind, const QString &currency);

/// The service's floor where its limits tell one in the budget's currency, else the platform's usual one;
/// nullopt while the draft has no budget.
[[nodiscard]] std::optional<DailyFloor> dailyFloor(const SetupProcess &setup,
                                                   const std::optional<BudgetLimits> &limits);

} // namespace groundswell
