#pragma once

#include "models/wave/setupprocess.h"

#include <vector>

namespace groundswell {

/// What an estimate counts; the word on the wire is its unit.
enum class GoalResult { Tickets, Revenue, Impressions, Clicks };
template <> struct WireNames<GoalResult> {
    static constexpr std::array<std::pair<GoalResult, const char *>, 4> names{
        {{GoalResult::Tickets, "tickets"},
         {GoalResult::Revenue, "revenue"},
         {GoalResult::Impressions, "impressions"},
         {GoalResult::Clicks, "clicks"}}};
};

/// What the ad platform bills decides how little a day may cost there.
enum class FloorKind { Impressions, Actions };

/// All that one goal has other than another; nothing else asks which goal it is. What the ad platform needs
/// for a goal, and which buttons it takes, is reference data (`platform-limits.json`,
/// `calls-to-action.json`).
struct GoalTraits {
    GoalResult result;
    bool sells; ///< buyers are forecast: seats, baskets and past forecasts bear on the result
    bool needsPrice; ///< without a ticket price there is no estimate
    bool needsAudience; ///< false: the money buys the result, whoever sees the ads
    FloorKind floor;
    const char *name; ///< English; translated by goalName() and goalExplanation()
    const char *explanation; ///< what choosing it means, in one plain sentence
};
[[nodiscard]] GoalTraits traitsOf(Goal goal);

/// Every goal once, in the order in which they are offered.
[[nodiscard]] std::vector<Goal> allGoals();

[[nodiscard]] QString goalName(Goal goal);
[[nodiscard]] QString goalExplanation(Goal goal);

/// A goal that this version doesn't know is taken for one of actions, whose floor is the higher one.
[[nodiscard]] FloorKind floorKindOf(const OpenEnum<Goal> &goal);

} // namespace groundswell
