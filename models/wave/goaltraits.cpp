#include "models/wave/goaltraits.h"

#include <QCoreApplication>

#include <algorithm>

namespace groundswell {

namespace {

/// Context of the translations in this file.
struct GoalText {
    Q_DECLARE_TR_FUNCTIONS(groundswell::GoalText)
public:
    static GoalTraits traits(Goal goal)
    {
        switch (goal) {
        case Goal::Utilization:
            return {.result = GoalResult::Tickets,
                    .sells = true,
                    .needsPrice = false,
                    .needsAudience = true,
                    .floor = FloorKind::Actions,
                    .name = QT_TR_NOOP("Sell more tickets"),
                    .explanation = QT_TR_NOOP("Fills the house: the ads go to those who are likely to buy.")};
        case Goal::Roas:
            return {.result = GoalResult::Revenue,
                    .sells = true,
                    .needsPrice = true,
                    .needsAudience = true,
                    .floor = FloorKind::Actions,
                    .name = QT_TR_NOOP("Return on ad spend"),
                    .explanation =
                        QT_TR_NOOP("Looks for the buyers who bring the most revenue for what the ads cost.")};
        case Goal::Visibility:
            return {.result = GoalResult::Impressions,
                    .sells = false,
                    .needsPrice = false,
                    .needsAudience = false,
                    .floor = FloorKind::Impressions,
                    .name = QT_TR_NOOP("Visibility"),
                    .explanation =
                        QT_TR_NOOP("Shows the ads to as many fitting people as the budget allows.")};
        case Goal::LinkClicks:
            return {.result = GoalResult::Clicks,
                    .sells = false,
                    .needsPrice = false,
                    .needsAudience = true,
                    .floor = FloorKind::Actions,
                    .name = QT_TR_NOOP("Clicks to the ticket page"),
                    .explanation =
                        QT_TR_NOOP("Looks for people who open the link, whether they buy or not.")};
        }
        return {};
    }
};

} // namespace

GoalTraits traitsOf(Goal goal)
{
    return GoalText::traits(goal);
}

std::vector<Goal> allGoals()
{
    std::vector<Goal> goals;
    for (const auto &[goal, word] : WireNames<Goal>::names) {
        if (std::ranges::find(goals, goal) == goals.end()) // further words are aliases
            goals.push_back(goal);
    }
    return goals;
}

QString goalName(Goal goal)
{
    return GoalText::tr(traitsOf(goal).name);
}

QString goalExplanation(Goal goal)
{
    return GoalText::tr(traitsOf(goal).explanation);
}

FloorKind floorKindOf(const OpenEnum<Goal> &goal)
{
    const auto known = goal.known();
    return known ? traitsOf(*known).floor : FloorKind::Actions;
}

} // namespace groundswell
