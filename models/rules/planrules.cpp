#include "models/plan/planmoney.h"
#include "models/plan/saturated.h"
#include "models/rules/dailyfloor.h"
#include "models/rules/platformlimits.h"
#include "models/rules/rules.h"
#include "models/time/clock.h"

namespace groundswell::rules {

namespace {

QString minor(const Money &money)
{
    return QString::number(money.minor);
}

void checkGoal(const SetupProcess &setup, Findings &found)
{
    if (!setup.goal.isSet())
        found.error(rowField("goal"), "plan.goal.missing");
    else if (!setup.goal.known())
        found.warning(rowField("goal"), "plan.goal.unknown", {setup.goal.wire()});
}

/// The platform's floor a day and cluster; the service's own limits win where they are known.
void checkFloor(const SetupProcess &setup, const Money &budget, Findings &found)
{
    const auto floor = dailyFloor(setup, std::nullopt);
    if (!floor)
        return;
    const PlanMoney plan = planMoney(setup, floor->perDay);
    if (!plan.floor || plan.parts.empty() || plan.coversEveryFloor())
        return;
    const auto clusters = static_cast<qint64>(plan.parts.size());
    found.warning(rowField("totalBudget"), "plan.budget.below_floor",
                  {minor(budget), QString::number(saturatedProduct(plan.floor->minor, clusters)),
                   minor(floor->perDay), QString::number(planDays(setup)), QString::number(clusters),
                   budget.currency});
}

void checkBudget(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    const FieldPath path = rowField("totalBudget");
    if (!setup.totalBudget) {
        found.error(path, "plan.budget.missing");
        return;
    }
    const Money &budget = *setup.totalBudget;
    if (budget.minor <= 0) {
        found.error(path, "plan.budget.not_positive", {minor(budget), budget.currency});
        return;
    }
    const BudgetLimits limits = context.budgetLimits.value_or(BudgetLimits());
    const auto comparable = [&](const std::optional<Money> &limit) {
        return limit && limit->currency == budget.currency;
    };
    if (comparable(limits.lower) && budget.minor < limits.lower->minor)
        found.error(path, "plan.budget.below_limit", {minor(budget), minor(*limits.lower), budget.currency});
    if (comparable(limits.upper) && budget.minor > limits.upper->minor)
        found.error(path, "plan.budget.above_limit", {minor(budget), minor(*limits.upper), budget.currency});
    if (!limits.lower)
        checkFloor(setup, budget, found);
}

QString iso(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

QDate eventDay(const PreflightContext &context)
{
    return context.event ? context.event->dayIn(zoneNamed(context.timeZone)) : QDate();
}

void checkDates(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    const QDate start = setup.startDate;
    const QDate end = setup.endDate;
    const QDate event = eventDay(context);
    if (!start.isValid())
        found.error(rowField("startDate"), "plan.start.missing");
    else if (context.today.isValid() && start < context.today)
        found.error(rowField("startDate"), "plan.start.past", {iso(start), iso(context.today)});
    else if (event.isValid() && start > event)
        found.error(rowField("startDate"), "plan.start.after_event", {iso(start), iso(event)});

    if (!end.isValid())
        found.error(rowField("endDate"), "plan.end.missing");
    else if (start.isValid() && end < start)
        found.error(rowField("endDate"), "plan.end.before_start", {iso(start), iso(end)});
    else if (context.today.isValid() && end < context.today)
        found.error(rowField("endDate"), "plan.end.past", {iso(end), iso(context.today)});
    else if (event.isValid() && end > event)
        found.warning(rowField("endDate"), "plan.end.after_event", {iso(end), iso(event)});
}

void checkEvent(const PreflightContext &context, Findings &found)
{
    if (!context.event)
        return;
    if (context.event->frontendStatus.is(FrontendStatus::Cancelled))
        found.warning(rowField("goal"), "plan.event.cancelled");
    const QString &category = context.event->specialAdCategory;
    if (category.isEmpty() || category == u"NONE")
        return;
    if (platformLimits().specialAdCategories.contains(category))
        found.add(Severity::Info, rowField("goal"), "plan.special_category.set", {category});
    else
        found.warning(rowField("goal"), "plan.special_category.unknown", {category});
}

} // namespace

void checkPlan(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    checkEvent(context, found);
    checkGoal(setup, found);
    checkBudget(setup, context, found);
    checkDates(setup, context, found);
}

} // namespace groundswell::rules
