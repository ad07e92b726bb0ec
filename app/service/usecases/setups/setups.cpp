#include "app/service/usecases/setups/setups.h"

#include "app/service/store/campaignstore.h"
#include "app/service/store/eventstore.h"
#include "app/service/store/refusal.h"
#include "app/service/usecases/setups/calltoactions.h"
#include "app/service/usecases/setups/rowform.h"
#include "models/draft/newerclusters.h"
#include "models/plan/planmoney.h"
#include "models/rules/preflight.h"

#include <algorithm>
#include <set>

namespace groundswell::service {

void takeContent(Campaign &campaign, const SetupProcess &setup)
{
    const std::vector<std::size_t> positions = setup.creativesOf(campaign.cluster);
    if (!positions.empty())
        campaign.creatives.clear();
    for (const std::size_t position : positions)
        campaign.creatives.push_back(setup.creatives[position]);
    if (const Targeting *targeting = setup.targetingOf(campaign.cluster))
        campaign.targeting = *targeting;
    if (const IntegrationDetails *details = setup.integrationOf(campaign.cluster))
        campaign.integrationDetails = *details;
    campaign.targeting.cluster = campaign.integrationDetails.cluster = campaign.cluster;
}

Expected<StoredSetup> Setups::find(const EventId &event)
{
    auto stored = m_workspace.store().setups().find(event);
    if (!stored)
        return tl::make_unexpected(stored.error());
    if (!*stored)
        return tl::make_unexpected(refusal(404, QStringLiteral("error.setup.not_found")));
    return std::move(**stored);
}

/// The row as it is stored: everything the contract names, with its default where it was left out, and
/// whatever else came along.
Expected<QJsonObject> Setups::canonical(const EventId &event, const QJsonObject &body)
{
    const auto organiser = m_workspace.organiser();
    if (!organiser)
        return tl::make_unexpected(organiser.error());
    auto setup = readRow(body, organiser->currency);
    if (!setup)
        return tl::make_unexpected(setup.error());
    if (!setup->eid.isEmpty() && setup->eid != event)
        return tl::make_unexpected(refusal(400, QStringLiteral("error.setup.invalid"),
                                           {{QStringLiteral("eid.mismatch"), QStringLiteral("/eid")}}));
    setup->eid = event;
    if (setup->currency.isEmpty())
        setup->currency = organiser->currency;
    setup->updatedAt = m_workspace.now();
    return setup->toJson();
}

/// In the background: the answer to a keystroke doesn't wait for it, and publishing tries again.
void Setups::pinRuns(const EventId &event, const QJsonObject &row)
{
    std::set<TcRunId> runs;
    const auto setup = SetupProcess::fromJson(row);
    if (!setup)
        return;
    for (const ChosenCluster &chosen : setup->clusters)
        runs.insert(chosen.cluster.tcRunId);
    for (const TcRunId run : runs)
        m_workspace.jobs().post(
            [this, event, run](const std::stop_token &) { (void)m_runs.pin(event, run); });
}

Expected<StoredSetup> Setups::create(const EventId &event, const QJsonObject &body,
                                     const WriteCondition &writer)
{
    if (const auto known = m_workspace.store().events().event(event); !known)
        return tl::make_unexpected(known.error());
    const auto row = canonical(event, body);
    if (!row)
        return tl::make_unexpected(row.error());
    auto stored = m_workspace.store().setups().create(event, *row, writer, m_workspace.now());
    if (stored)
        pinRuns(event, stored->row);
    return stored;
}

Expected<StoredSetup> Setups::replace(const EventId &event, const QJsonObject &body,
                                      const WriteCondition &writer)
{
    const auto row = canonical(event, body);
    if (!row)
        return tl::make_unexpected(row.error());
    auto stored = m_workspace.store().setups().replace(event, *row, writer, m_workspace.now());
    if (stored)
        pinRuns(event, stored->row); // the draft may have moved to another run
    return stored;
}

Expected<void> Setups::remove(const EventId &event)
{
    return m_workspace.store().setups().remove(event);
}

Expected<Issues> Setups::issues(const SetupProcess &setup)
{
    const auto organiser = m_workspace.organiser();
    const auto event = m_workspace.store().events().event(setup.eid);
    const auto assets = m_workspace.store().settings().adAssets();
    if (!organiser || !event || !assets)
        return tl::make_unexpected(!organiser ? organiser.error() : !event ? event.error() : assets.error());
    PreflightContext context;
    context.event = event->event;
    context.today = m_workspace.today(*organiser);
    context.timeZone = organiser->timeZone;
    context.currency = organiser->currency;
    context.assets = *assets;
    context.connection = ConnectionStatus{true, {}, {}, QStringLiteral("local")};
    context.allowedCtas = callToActions(setup.goal.wire());
    if (setup.startDate.isValid() && setup.endDate >= setup.startDate && !setup.clusters.empty()) {
        const auto limits = m_planner.limits(setup.eid,
                                             {planDays(setup), setup.goal.known().value_or(Goal::Utilization),
                                              static_cast<int>(setup.clusters.size()), runOf(setup)});
        if (limits)
            context.budgetLimits = *limits;
    }
    return preflight(setup, context);
}

Expected<std::vector<FieldProblem>> Setups::check(const SetupProcess &setup)
{
    const auto found = issues(setup);
    if (!found)
        return tl::make_unexpected(found.error());
    std::vector<FieldProblem> fields;
    for (const Issue &issue : *found) {
        if (issue.severity == Severity::Error)
            fields.push_back({issue.messageId, issue.path.toString()});
    }
    return fields;
}

namespace {

/// What only the workspace can tell: an amount in another currency than its own, which would be read as one
/// of its own, and clusters that the named run doesn't have (any more), for which nobody would be reached.
void nameWhatIsForeign(const SetupProcess &setup, TasteRuns &runs, const QString &currency,
                       std::vector<FieldProblem> &fields)
{
    if (setup.totalBudget && setup.totalBudget->currency != currency)
        fields.push_back({QStringLiteral("plan.budget.other_currency"), QStringLiteral("currency")});
    for (const ChosenCluster &chosen : setup.clusters) {
        const auto shown = runs.clusters(setup.eid, chosen.cluster.tcRunId);
        const bool isKnown = shown
            && std::any_of(shown->clusters.begin(), shown->clusters.end(),
                           [&](const TasteCluster &known) { return known.cluster == chosen.cluster; });
        if (!isKnown) {
            const FieldPath path{QStringLiteral("tcs"), chosen.cluster, 0, {}};
            fields.push_back({QStringLiteral("clusters.unknown"), path.toString()});
        }
    }
}

} // namespace

Expected<std::vector<Campaign>> Setups::publish(const EventId &event)
{
    const auto stored = find(event);
    if (!stored)
        return tl::make_unexpected(stored.error());
    if (stored->published)
        return tl::make_unexpected(refusal(409, QStringLiteral("error.setup.published")));
    const auto setup = SetupProcess::fromJson(stored->row);
    if (!setup)
        return tl::make_unexpected(setup.error());
    auto fields = check(*setup);
    const auto organiser = m_workspace.organiser();
    if (!fields || !organiser)
        return tl::make_unexpected(!fields ? fields.error() : organiser.error());
    nameWhatIsForeign(*setup, m_runs, organiser->currency, *fields);
    if (!fields->empty())
        return tl::make_unexpected(
            refusal(400, QStringLiteral("error.campaign.setup_invalid"), std::move(*fields)));

    std::vector<NewCampaign> campaigns;
    for (const PlanMoney::Part &part : planMoney(*setup).parts) {
        const ClusterRef &cluster = part.cluster;
        NewCampaign fresh;
        Campaign &campaign = fresh.campaign;
        campaign.eid = event;
        campaign.cluster = cluster;
        campaign.status = CampaignStatus::ReadyForHandover;
        campaign.budget = part.amount;
        campaign.startDate = setup->startDate;
        campaign.endDate = setup->endDate;
        takeContent(campaign, *setup);
        if (const auto shown = m_runs.clusters(event, cluster.tcRunId)) {
            for (const TasteCluster &known : shown->clusters) {
                if (known.cluster == cluster)
                    campaign.label = known.label;
            }
        }
        const auto members = m_runs.audience(event, cluster);
        if (!members)
            return tl::make_unexpected(members.error());
        fresh.members = *members;
        campaigns.push_back(std::move(fresh));
    }
    return m_workspace.store().campaigns().publish(event, stored->version, std::move(campaigns),
                                                   m_workspace.now());
}

} // namespace groundswell::service
