#include "app/service/workspace/campaigns.h"

#include "app/service/store/refusal.h"
#include "models/plan/planmoney.h"

#include <algorithm>

namespace groundswell::service {

namespace {

Problem invalid(const QString &code, const QString &field)
{
    return refusal(400, QStringLiteral("error.campaign.invalid"), {{code, field}});
}

bool isOver(const Campaign &campaign)
{
    return campaign.status.is(CampaignStatus::Completed) || campaign.status.is(CampaignStatus::Ignored);
}

/// The campaign as a draft of one cluster, so that the pre-flight rules can judge it.
SetupProcess asSetup(const Campaign &campaign)
{
    SetupProcess setup;
    setup.eid = campaign.eid;
    setup.goal = Goal::LinkClicks;
    setup.currency = campaign.budget ? campaign.budget->currency : QString();
    setup.startDate = campaign.startDate;
    setup.endDate = campaign.endDate;
    setup.clusters = {{campaign.cluster, std::nullopt, {}}};
    setup.creatives = campaign.creatives;
    setup.targeting = {campaign.targeting};
    setup.integrationDetails = {campaign.integrationDetails};
    for (Creative &creative : setup.creatives)
        creative.cluster = campaign.cluster;
    setup.targeting.front().cluster = campaign.cluster;
    setup.integrationDetails.front().cluster = campaign.cluster;
    return setup;
}

/// The same from another campaign, whose clusters differ.
void takeContent(Campaign &campaign, const Campaign &pattern)
{
    campaign.creatives = pattern.creatives;
    campaign.targeting = pattern.targeting;
    campaign.integrationDetails = pattern.integrationDetails;
    for (Creative &creative : campaign.creatives)
        creative.cluster = campaign.cluster;
    campaign.targeting.cluster = campaign.integrationDetails.cluster = campaign.cluster;
}

/// The running campaigns as a plan with the parts that they have of their budgets; one without any gets an
/// average part.
std::vector<ChosenCluster> asPlan(const std::vector<Campaign> &campaigns)
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

Expected<void> divideAnew(std::vector<Campaign> &campaigns, const Money &total)
{
    const PlanMoney money = planMoney(asPlan(campaigns), total);
    for (Campaign &campaign : campaigns) {
        const PlanMoney::Part *part = isOver(campaign) ? nullptr : money.of(campaign.cluster);
        if (!part)
            continue;
        if (part->amount->minor <= 0)
            return tl::make_unexpected(
                invalid(QStringLiteral("budget.tooSmall"), QStringLiteral("total_budget")));
        campaign.budget = part->amount;
    }
    return {};
}

/// A part read from a body whose shape may be wrong.
template <class T> Expected<T> checked(Expected<T> part)
{
    if (!part)
        return tl::make_unexpected(invalid(QStringLiteral("wrong_type"), part.error().detail));
    return part;
}

} // namespace

Expected<std::vector<Campaign>> Campaigns::ofEvent(const EventId &event)
{
    return m_workspace.store().campaigns().ofEvent(event);
}

/// The rules need the store, and the store's transaction can't be held for them: the change is tried on a
/// copy, judged, and then made on whatever the row is by then.
Expected<Campaign> Campaigns::changeChecked(const EventId &event, const ClusterRef &cluster,
                                            const CampaignStore::Change &change)
{
    const auto campaigns = ofEvent(event);
    if (!campaigns)
        return tl::make_unexpected(campaigns.error());
    const auto found = std::ranges::find(*campaigns, cluster, &Campaign::cluster);
    if (found == campaigns->end())
        return tl::make_unexpected(refusal(404, QStringLiteral("error.campaign.not_found")));
    Campaign trial = *found;
    if (auto changed = change(trial); !changed)
        return tl::make_unexpected(changed.error());
    auto fields = m_setups.check(asSetup(trial));
    if (!fields)
        return tl::make_unexpected(fields.error());
    // What was fixed at publishing (budget, dates, payor) isn't up for judgement here.
    std::erase_if(*fields, [](const FieldProblem &field) {
        return !field.field.startsWith(u"creatives") && !field.field.startsWith(u"targeting");
    });
    if (!fields->empty())
        return tl::make_unexpected(
            refusal(400, QStringLiteral("error.campaign.invalid"), std::move(*fields)));
    return m_workspace.store().campaigns().change(event, cluster, change);
}

Expected<Campaign> Campaigns::edit(const QJsonObject &body)
{
    const auto organiser = m_workspace.organiser();
    if (!organiser)
        return tl::make_unexpected(organiser.error());
    const auto edited = checked(Campaign::fromJson(body, organiser->currency));
    if (!edited)
        return tl::make_unexpected(edited.error());
    if (edited->eid.isEmpty())
        return tl::make_unexpected(invalid(QStringLiteral("missing"), QStringLiteral("eid")));
    if (edited->cluster.tc.isEmpty())
        return tl::make_unexpected(invalid(QStringLiteral("missing"), QStringLiteral("tc")));
    return changeChecked(edited->eid, edited->cluster, [&](Campaign &campaign) -> Expected<void> {
        if (body.contains(u"creatives") || body.contains(u"creative"))
            campaign.creatives = edited->creatives;
        if (body.contains(u"targeting"))
            campaign.targeting = edited->targeting;
        if (body.contains(u"integration_details"))
            campaign.integrationDetails = edited->integrationDetails;
        for (auto member = edited->extra.begin(); member != edited->extra.end(); ++member)
            campaign.extra.insert(member.key(), member.value());
        return {};
    });
}

Expected<Campaign> Campaigns::setCreative(const EventId &event, const ClusterRef &cluster,
                                          const QJsonObject &body)
{
    auto creative = checked(creativeFromJson(body));
    if (!creative)
        return tl::make_unexpected(creative.error());
    creative->cluster = cluster;
    return changeChecked(event, cluster, [&](Campaign &campaign) -> Expected<void> {
        if (campaign.creatives.empty())
            campaign.creatives.push_back(*creative);
        else
            campaign.creatives.front() = *creative;
        return {};
    });
}

Expected<Campaign> Campaigns::setTargeting(const EventId &event, const ClusterRef &cluster,
                                           const QJsonObject &body)
{
    auto targeting = checked(targetingFromJson(body));
    if (!targeting)
        return tl::make_unexpected(targeting.error());
    targeting->cluster = cluster;
    return changeChecked(event, cluster, [&](Campaign &campaign) -> Expected<void> {
        campaign.targeting = *targeting;
        return {};
    });
}

Expected<Campaign> Campaigns::ignore(const EventId &event, const ClusterRef &cluster, const QString &reason)
{
    return m_workspace.store().campaigns().change(event, cluster, [&](Campaign &campaign) -> Expected<void> {
        campaign.status = CampaignStatus::Ignored;
        campaign.extra.insert(QStringLiteral("ignore_reason"), reason);
        return {};
    });
}

Expected<Campaign> Campaigns::add(const EventId &event, const ClusterRef &cluster, const Money &budget,
                                  const QDate &start, const QDate &end)
{
    if (end < start)
        return tl::make_unexpected(
            invalid(QStringLiteral("dates.endBeforeStart"), QStringLiteral("end_date")));
    if (budget.minor <= 0)
        return tl::make_unexpected(invalid(QStringLiteral("budget.tooSmall"), QStringLiteral("budget")));
    const auto shown = m_runs.clusters(event, cluster.tcRunId);
    if (!shown)
        return tl::make_unexpected(shown.error());
    const auto known = std::ranges::find(shown->clusters, cluster, &TasteCluster::cluster);
    if (known == shown->clusters.end())
        return tl::make_unexpected(refusal(404, QStringLiteral("error.cluster.not_found")));
    const auto stored = m_setups.find(event);
    if (!stored)
        return tl::make_unexpected(stored.error().httpStatus == 404
                                       ? refusal(409, QStringLiteral("error.setup.not_published"))
                                       : stored.error());
    const auto setup = SetupProcess::fromJson(stored->row, budget.currency);
    const auto members = m_runs.audience(event, cluster);
    if (!setup || !members)
        return tl::make_unexpected(!setup ? setup.error() : members.error());

    NewCampaign fresh;
    fresh.members = *members;
    Campaign &campaign = fresh.campaign;
    campaign.eid = event;
    campaign.cluster = cluster;
    campaign.status = CampaignStatus::ReadyForHandover;
    campaign.label = known->label;
    campaign.budget = budget;
    campaign.startDate = start;
    campaign.endDate = end;
    // What the draft says of the cluster; where it says nothing, the event's first campaign is the pattern.
    const auto present = ofEvent(event);
    if (!present)
        return tl::make_unexpected(present.error());
    if (!present->empty())
        takeContent(campaign, present->front());
    takeContent(campaign, *setup);
    return m_workspace.store().campaigns().add(std::move(fresh), m_workspace.now());
}

Expected<std::vector<Campaign>> Campaigns::setRuntimeBudget(const EventId &event,
                                                            const std::optional<Money> &total,
                                                            const std::optional<QDate> &end)
{
    return m_workspace.store().campaigns().changeAll(
        event, [&](std::vector<Campaign> &campaigns) -> Expected<void> {
            for (Campaign &campaign : campaigns) {
                if (!end || isOver(campaign))
                    continue;
                if (campaign.startDate.isValid() && *end < campaign.startDate)
                    return tl::make_unexpected(
                        invalid(QStringLiteral("dates.endBeforeStart"), QStringLiteral("end_date")));
                campaign.endDate = *end;
            }
            return total ? divideAnew(campaigns, *total) : Expected<void>();
        });
}

void Campaigns::completeFinished()
{
    const auto organiser = m_workspace.organiser();
    const auto campaigns = m_workspace.store().campaigns().all();
    if (!organiser || !campaigns)
        return;
    const QDate today = m_workspace.today(*organiser);
    for (const Campaign &campaign : *campaigns) {
        if (isOver(campaign) || !campaign.endDate.isValid() || campaign.endDate >= today)
            continue;
        (void)m_workspace.store().campaigns().change(campaign.eid, campaign.cluster,
                                                     [](Campaign &finished) -> Expected<void> {
                                                         finished.status = CampaignStatus::Completed;
                                                         return {};
                                                     });
    }
}

} // namespace groundswell::service
