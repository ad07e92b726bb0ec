#include "app/service/usecases/campaigns/campaigns.h"

#include "app/service/store/refusal.h"
#include "app/service/usecases/campaigns/campaignplan.h"
#include "app/service/usecases/forms/bodyform.h"
#include "models/wave/clusterentries.h"

#include <algorithm>
#include <iterator>

namespace groundswell::service {

namespace {

const QString invalidKey = QStringLiteral("error.campaign.invalid");

Problem invalid(const QString &code, const QString &field)
{
    return refusal(400, invalidKey, {{code, field}});
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

/// A part read from a body whose shape may be wrong.
template <class T> Expected<T> checked(Expected<T> part)
{
    if (!part)
        return tl::make_unexpected(invalid(QStringLiteral("wrong_type"), pointerOf(part.error())));
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
        return tl::make_unexpected(refusal(400, invalidKey, std::move(*fields)));
    return m_workspace.store().campaigns().change(event, cluster, change);
}

namespace {

Expected<Campaign> readEdit(const QJsonObject &body, const QString &currency)
{
    BodyForm form;
    form.required(body, {}, {"eid", "tc", "tc_run_id"});
    form.targeting(body.value(u"targeting").toObject(), QStringLiteral("/targeting"));
    for (const char *key : {"creatives", "creative"}) {
        JsonReader reader(body, {});
        for (const auto &[object, at] :
             takeClusterEntries(reader, key, {"headline", "body", "media_url", "cta"}))
            form.creative(object, at);
    }
    auto edited = Campaign::fromJson(body, currency);
    if (!edited)
        form.complaint(edited.error());
    if (auto found = form.finish(invalidKey); !found)
        return tl::make_unexpected(found.error());
    if (edited->eid.isEmpty() || edited->cluster.tc.isEmpty())
        return tl::make_unexpected(
            invalid(QStringLiteral("missing"),
                    edited->eid.isEmpty() ? QStringLiteral("/eid") : QStringLiteral("/tc")));
    return edited;
}

} // namespace

Expected<Campaign> Campaigns::edit(const QJsonObject &body)
{
    const auto organiser = m_workspace.organiser();
    if (!organiser)
        return tl::make_unexpected(organiser.error());
    const auto edited = readEdit(body, organiser->currency);
    if (!edited)
        return tl::make_unexpected(edited.error());
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
    BodyForm form;
    form.creative(body, {});
    if (auto found = form.finish(invalidKey); !found)
        return tl::make_unexpected(found.error());
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
    BodyForm form;
    form.targeting(body, {});
    if (auto found = form.finish(invalidKey); !found)
        return tl::make_unexpected(found.error());
    auto targeting = checked(targetingFromJson(body));
    if (!targeting)
        return tl::make_unexpected(targeting.error());
    targeting->cluster = cluster;
    return changeChecked(event, cluster, [&](Campaign &campaign) -> Expected<void> {
        campaign.targeting = *targeting;
        return {};
    });
}

Expected<Campaign> Campaigns::ignore(const EventId &event, const ClusterRef &cluster, const QJsonObject &body)
{
    BodyForm form;
    form.texts(body, {}, {"reason"});
    if (auto found = form.finish(invalidKey); !found)
        return tl::make_unexpected(found.error());
    const QString reason = body.value(u"reason").toString();
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
            invalid(QStringLiteral("plan.end.before_start"), QStringLiteral("endDate")));
    if (budget.minor <= 0)
        return tl::make_unexpected(
            invalid(QStringLiteral("plan.budget.not_positive"), QStringLiteral("totalBudget")));
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
    if (std::ranges::find(*present, cluster, &Campaign::cluster) != present->end())
        return tl::make_unexpected(refusal(409, QStringLiteral("error.campaign.exists")));
    if (!present->empty())
        takeContent(campaign, present->front());
    takeContent(campaign, *setup);
    if (auto allowed = judge({campaign}, JudgedDates::StartAndEnd); !allowed)
        return tl::make_unexpected(allowed.error());
    return m_workspace.store().campaigns().add(std::move(fresh), m_workspace.now());
}

Expected<void> Campaigns::judge(const std::vector<Campaign> &campaigns, JudgedDates dates)
{
    if (campaigns.empty())
        return {};
    const auto stored = m_setups.find(campaigns.front().eid);
    if (!stored)
        return tl::make_unexpected(stored.error());
    const auto goal = OpenEnum<Goal>::fromWire(stored->row.value(u"goal").toString());
    std::vector<FieldProblem> broken;
    for (const SetupProcess &plan : plansOf(campaigns, goal)) {
        const auto issues = m_setups.issues(plan);
        if (!issues)
            return tl::make_unexpected(issues.error());
        std::ranges::move(brokenRules(*issues, dates), std::back_inserter(broken));
    }
    if (broken.empty())
        return {};
    return tl::make_unexpected(refusal(400, invalidKey, std::move(broken)));
}

/// Judged outside of the store's transaction as a changed campaign is, but here one campaign's money depends
/// on all others': if they are others by then, it is judged anew.
Expected<std::vector<Campaign>> Campaigns::setRuntimeBudget(const EventId &event,
                                                            const std::optional<Money> &total,
                                                            const std::optional<QDate> &end)
{
    constexpr int attempts = 3;
    const Problem overtaken = refusal(409, QStringLiteral("error.campaign.changed"));
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto before = ofEvent(event);
        if (!before)
            return before;
        std::vector<Campaign> after = *before;
        for (Campaign &campaign : after) {
            if (end && !isOver(campaign))
                campaign.endDate = *end;
        }
        if (total)
            divideAnew(after, *total);
        if (auto allowed = judge(after, end ? JudgedDates::End : JudgedDates::None); !allowed)
            return tl::make_unexpected(allowed.error());
        auto changed = m_workspace.store().campaigns().changeAll(
            event, [&](std::vector<Campaign> &campaigns) -> Expected<void> {
                if (campaigns != *before)
                    return tl::make_unexpected(overtaken);
                campaigns = after;
                return {};
            });
        if (changed || changed.error() != overtaken)
            return changed;
    }
    return tl::make_unexpected(overtaken);
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
