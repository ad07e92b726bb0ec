#include "app/service/usecases/campaigns/campaignplan.h"

#include "models/plan/planmoney.h"

#include <algorithm>

namespace groundswell::service {

namespace {

/// The running campaigns as a plan with the parts that they have of their budgets; one without any gets an
/// average part.
std::vector<ChosenCluster> asShares(const std::vector<Campaign> &campaigns)
{
    std::vector<ChosenCluster> plan;
    double sum = 0;
    double funded = 0;
    for (const Campaign &campaign : campaigns) {
        if (isOver(campaign))
            continue;
        const bool hasMoney = campaign.budget && campaign.budget->minor > 0;
        plan.push_back({campaign.cluster, std::nullopt, {}});
        if (!hasMoney)
            continue;
        plan.back().budgetShare = static_cast<double>(campaign.budget->minor);
        sum += *plan.back().budgetShare;
        ++funded;
    }
    if (funded == 0)
        return plan;
    const double whole = sum / funded * static_cast<double>(plan.size());
    for (ChosenCluster &chosen : plan)
        chosen.budgetShare = chosen.budgetShare.value_or(sum / funded) / whole;
    return plan;
}

SetupProcess planFor(const Campaign &campaign, const OpenEnum<Goal> &goal)
{
    SetupProcess plan;
    plan.eid = campaign.eid;
    plan.goal = goal;
    plan.currency = campaign.budget->currency;
    plan.totalBudget = Money{0, plan.currency};
    plan.startDate = campaign.startDate;
    plan.endDate = campaign.endDate;
    return plan;
}

/// Amounts become shares of their sum; where that is nothing, there is nothing to divide.
void setShares(SetupProcess &plan, const std::vector<qint64> &amounts)
{
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (plan.totalBudget->minor > 0)
            plan.clusters[i].budgetShare =
                static_cast<double>(amounts[i]) / static_cast<double>(plan.totalBudget->minor);
    }
}

bool isRefused(const Issue &issue, JudgedDates dates)
{
    const QString &id = issue.messageId;
    if (id.startsWith(u"plan.start."))
        return dates == JudgedDates::StartAndEnd && issue.severity == Severity::Error;
    if (id.startsWith(u"plan.end."))
        return dates != JudgedDates::None
            && (issue.severity == Severity::Error || id == u"plan.end.after_event");
    if (id.startsWith(u"plan.budget."))
        return issue.severity == Severity::Error && id != u"plan.budget.above_limit";
    return id.startsWith(u"clusters.share.") && issue.severity == Severity::Error;
}

} // namespace

bool isOver(const Campaign &campaign)
{
    return campaign.status.is(CampaignStatus::Completed) || campaign.status.is(CampaignStatus::Ignored);
}

void divideAnew(std::vector<Campaign> &campaigns, const Money &total)
{
    const PlanMoney money = planMoney(asShares(campaigns), total);
    for (Campaign &campaign : campaigns) {
        if (const PlanMoney::Part *part = isOver(campaign) ? nullptr : money.of(campaign.cluster))
            campaign.budget = part->amount;
    }
}

std::vector<SetupProcess> plansOf(const std::vector<Campaign> &campaigns, const OpenEnum<Goal> &goal)
{
    std::vector<SetupProcess> plans;
    std::vector<std::vector<qint64>> amounts;
    for (const Campaign &campaign : campaigns) {
        if (isOver(campaign) || !campaign.budget)
            continue;
        auto plan = std::ranges::find_if(plans, [&](const SetupProcess &one) {
            return one.startDate == campaign.startDate && one.endDate == campaign.endDate;
        });
        if (plan == plans.end()) {
            plans.push_back(planFor(campaign, goal));
            amounts.emplace_back();
            plan = std::prev(plans.end());
        }
        plan->clusters.push_back({campaign.cluster, std::nullopt, {}});
        plan->totalBudget->minor += campaign.budget->minor;
        amounts[static_cast<std::size_t>(plan - plans.begin())].push_back(campaign.budget->minor);
    }
    for (std::size_t i = 0; i < plans.size(); ++i)
        setShares(plans[i], amounts[i]);
    return plans;
}

std::vector<FieldProblem> brokenRules(const Issues &issues, JudgedDates dates)
{
    std::vector<FieldProblem> broken;
    for (const Issue &issue : issues) {
        if (isRefused(issue, dates))
            broken.push_back({issue.messageId, issue.path.toString()});
    }
    return broken;
}

} // namespace groundswell::service
