#include "models/plan/planmoney.h"
#include "models/plan/saturated.h"
#include "models/rules/dailyfloor.h"
#include "models/rules/platformlimits.h"
#include "models/rules/rules.h"
#include "models/time/clock.h"

namespace groundswell::rules {

namespace {

constexpr auto planTable = std::to_array<Rule>({
    {"plan.goal.missing", Error},
    {"plan.goal.unknown", Warning, {Text}}, // the word
    {"plan.event.cancelled", Warning},
    {"plan.special_category.set", Info, {Text}}, // the category, for which the platform restricts targeting
    {"plan.special_category.unknown", Warning, {Text}}, // the category
    {"plan.budget.missing", Error},
    {"plan.budget.not_positive", Error, {Amount, CurrencyCode}},
    {"plan.budget.below_limit", Error, {Amount, Amount, CurrencyCode}}, // budget, limit of the service
    {"plan.budget.above_limit", Error, {Amount, Amount, CurrencyCode}}, // budget, limit of the service
    // Where the service gave no limit: budget, needed, floor a day and cluster, days, clusters.
    {"plan.budget.below_floor", Warning, {Amount, Amount, Amount, Number, Number, CurrencyCode}},
    {"plan.start.missing", Error},
    {"plan.start.past", Error, {Date, Date}}, // start, today
    {"plan.start.after_event", Error, {Date, Date}}, // start, day of the event
    {"plan.end.missing", Error},
    {"plan.end.before_start", Error, {Date, Date}}, // start, end
    {"plan.end.past", Error, {Date, Date}}, // end, today
    {"plan.end.after_event", Warning, {Date, Date}}, // end, day of the event
});

consteval const Rule &planRule(std::string_view id)
{
    return lineOf(planTable, id);
}

QString minor(const Money &money)
{
    return QString::number(money.minor);
}

void checkGoal(const SetupProcess &setup, Findings &found)
{
    if (!setup.goal.isSet())
        found.add(rowField("goal"), planRule("plan.goal.missing"));
    else if (!setup.goal.known())
        found.add(rowField("goal"), planRule("plan.goal.unknown"), {setup.goal.wire()});
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
    found.add(rowField("totalBudget"), planRule("plan.budget.below_floor"),
              {minor(budget), QString::number(saturatedProduct(plan.floor->minor, clusters)),
               minor(floor->perDay), QString::number(planDays(setup)), QString::number(clusters),
               budget.currency});
}

void checkBudget(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    const FieldPath path = rowField("totalBudget");
    if (!setup.totalBudget) {
        found.add(path, planRule("plan.budget.missing"));
        return;
    }
    const Money &budget = *setup.totalBudget;
    if (budget.minor <= 0) {
        found.add(path, planRule("plan.budget.not_positive"), {minor(budget), budget.currency});
        return;
    }
    const BudgetLimits limits = context.budgetLimits.value_or(BudgetLimits());
    const auto comparable = [&](const std::optional<Money> &limit) {
        return limit && limit->currency == budget.currency;
    };
    if (comparable(limits.lower) && budget.minor < limits.lower->minor)
        found.add(path, planRule("plan.budget.below_limit"),
                  {minor(budget), minor(*limits.lower), budget.currency});
    if (comparable(limits.upper) && budget.minor > limits.upper->minor)
        found.add(path, planRule("plan.budget.above_limit"),
                  {minor(budget), minor(*limits.upper), budget.currency});
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
        found.add(rowField("startDate"), planRule("plan.start.missing"));
    else if (context.today.isValid() && start < context.today)
        found.add(rowField("startDate"), planRule("plan.start.past"), {iso(start), iso(context.today)});
    else if (event.isValid() && start > event)
        found.add(rowField("startDate"), planRule("plan.start.after_event"), {iso(start), iso(event)});

    if (!end.isValid())
        found.add(rowField("endDate"), planRule("plan.end.missing"));
    else if (start.isValid() && end < start)
        found.add(rowField("endDate"), planRule("plan.end.before_start"), {iso(start), iso(end)});
    else if (context.today.isValid() && end < context.today)
        found.add(rowField("endDate"), planRule("plan.end.past"), {iso(end), iso(context.today)});
    else if (event.isValid() && end > event)
        found.add(rowField("endDate"), planRule("plan.end.after_event"), {iso(end), iso(event)});
}

void checkEvent(const PreflightContext &context, Findings &found)
{
    if (!context.event)
        return;
    if (context.event->frontendStatus.is(FrontendStatus::Cancelled))
        found.add(rowField("goal"), planRule("plan.event.cancelled"));
    const QString &category = context.event->specialAdCategory;
    if (category.isEmpty() || category == u"NONE")
        return;
    if (platformLimits().specialAdCategories.contains(category))
        found.add(rowField("goal"), planRule("plan.special_category.set"), {category});
    else
        found.add(rowField("goal"), planRule("plan.special_category.unknown"), {category});
}

} // namespace

std::span<const Rule> planRules()
{
    return planTable;
}

void checkPlan(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    checkEvent(context, found);
    checkGoal(setup, found);
    checkBudget(setup, context, found);
    checkDates(setup, context, found);
}

} // namespace groundswell::rules
