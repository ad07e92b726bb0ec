#pragma once

#include "models/rules/issue.h"
#include "models/wave/campaign.h"
#include "models/wave/problem.h"

namespace groundswell::service {

// Running campaigns seen as the plans that they came from, so that a change of their money or dates is
// divided and judged by what divides and judges a draft.

/// Nothing of it is to be changed any more.
[[nodiscard]] bool isOver(const Campaign &campaign);

/// A new total, divided among those that run as their present budgets are.
void divideAnew(std::vector<Campaign> &campaigns, const Money &total);

/// Those that run, as one plan for each runtime that there is among them, with their budgets as shares of its
/// total. One without a budget isn't in any.
[[nodiscard]] std::vector<SetupProcess> plansOf(const std::vector<Campaign> &campaigns,
                                                const OpenEnum<Goal> &goal);

/// Which dates of a plan a change sets. The others have begun, or were let through, and aren't judged again.
enum class JudgedDates { None, End, StartAndEnd };

/// What pre-flight says against a plan's money and dates, as fields of a refusal. An end after the event's
/// day, of which a draft is warned, is refused: here is nobody who could be warned. The upper limit isn't
/// asked for: it is of what is still for sale, and a running campaign's budget is partly spent.
[[nodiscard]] std::vector<FieldProblem> brokenRules(const Issues &issues, JudgedDates dates);

} // namespace groundswell::service
