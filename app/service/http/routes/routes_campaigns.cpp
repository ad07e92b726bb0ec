#include "app/service/http/routes/mediaurls.h"
#include "app/service/http/routes/routes.h"

#include "app/service/store/campaignstore.h"
#include "app/service/store/eventstore.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

Response campaignReply(const Call &call, const Expected<Campaign> &campaign, int status = 200)
{
    return reply(campaign, [&](const Campaign &row) {
        return jsonReply(withServedMedia(row.toJson(), call.request), status);
    });
}

/// The cluster that a path names; a run number that is none names nothing.
ClusterRef pathCluster(const Call &call)
{
    return {ClusterName(pathText(call, "tc")), pathText(call, "tc_run_id").toLongLong()};
}

Response list(const RouteContext &context, const Call &call)
{
    QueryReader query(call.request);
    const int page = query.page();
    const int limit = query.limit(50);
    if (query.problem())
        return errorReply(*query.problem());
    if (const auto event = context.useCases.workspace->store().events().event(pathEvent(call)); !event)
        return errorReply(event.error());
    return reply(
        context.useCases.campaigns.ofEvent(pathEvent(call)), [&](const std::vector<Campaign> &campaigns) {
            const auto total = static_cast<int>(campaigns.size());
            const int shown = std::min(page, std::max(1, (total + limit - 1) / limit));
            const auto begin = campaigns.begin() + std::min(total, (shown - 1) * limit);
            const auto end = campaigns.begin() + std::min(total, shown * limit);
            return jsonReply(pageJson(campaignsJson({begin, end}, call.request), total, shown, limit));
        });
}

Response add(const RouteContext &context, const Call &call)
{
    const auto organiser = context.useCases.workspace->organiser();
    if (!organiser)
        return errorReply(organiser.error());
    QueryReader query(call.request);
    const EventId event(query.required(api::query::eid, query.text(api::query::eid)));
    const ClusterRef cluster{
        ClusterName(query.required(api::query::tc, query.text(api::query::tc))),
        query.required(api::query::tcRunId,
                       query.integer(api::query::tcRunId, 1, std::numeric_limits<qint64>::max()))};
    const Money budget =
        query.required(api::query::budget, queryMoney(query, api::query::budget, organiser->currency));
    const QDate start = query.required(api::query::startDate, query.date(api::query::startDate));
    const QDate end = query.required(api::query::endDate, query.date(api::query::endDate));
    if (query.problem())
        return errorReply(*query.problem());
    return campaignReply(call, context.useCases.campaigns.add(event, cluster, budget, start, end), 201);
}

Response setRuntimeBudget(const RouteContext &context, const Call &call)
{
    const auto organiser = context.useCases.workspace->organiser();
    if (!organiser)
        return errorReply(organiser.error());
    QueryReader query(call.request);
    const EventId event(query.required(api::query::eid, query.text(api::query::eid)));
    const auto total = queryMoney(query, api::query::totalBudget, organiser->currency);
    const auto end = query.date(api::query::endDate);
    if (!total && !end)
        query.fail("missing", api::query::totalBudget);
    if (query.problem())
        return errorReply(*query.problem());
    return reply(context.useCases.campaigns.setRuntimeBudget(event, total, end),
                 [&](const std::vector<Campaign> &campaigns) {
                     return jsonReply(
                         QJsonObject{{QStringLiteral("campaigns"), campaignsJson(campaigns, call.request)}});
                 });
}

Response setCampaignRunState(Workspace &workspace, const Call &call)
{
    QueryReader query(call.request);
    const auto state =
        query.required(api::query::runState, query.word<CampaignRunState>(api::query::runState));
    if (query.problem())
        return errorReply(*query.problem());
    const auto task = workspace.store().campaigns().setCampaignRunState(
        pathEvent(call), state.known().value_or(CampaignRunState::Running), workspace.now());
    return task ? emptyReply() : errorReply(task.error());
}

/// Reads the body and hands it on.
template <class Change> Handler withBody(Change change)
{
    return [change](const Call &call) {
        const auto body = jsonBody(call.request);
        return body ? change(call, withStoredMedia(*body)) : errorReply(body.error());
    };
}

} // namespace

void addCampaignRoutes(Router &router, const RouteContext &context)
{
    Campaigns &campaigns = context.useCases.campaigns;
    Workspace &workspace = *context.useCases.workspace;
    route(router, "GET", api::path::eventCampaigns,
          [&context](const Call &call) { return list(context, call); });
    route(router, "POST", api::path::campaignsSetup,
          withBody([&campaigns](const Call &call, const QJsonObject &body) {
              return campaignReply(call, campaigns.edit(body));
          }),
          BodyKind::Json);
    route(router, "POST", api::path::campaigns, [&context](const Call &call) { return add(context, call); });
    route(router, "POST", api::path::runtimeBudget,
          [&context](const Call &call) { return setRuntimeBudget(context, call); });
    route(router, "GET", api::path::campaignCounts, [&workspace](const Call &) {
        return reply(workspace.store().campaigns().counts(), [](const CampaignCounts &counts) {
            return jsonReply(QJsonObject{{QStringLiteral("total"), counts.total},
                                         {QStringLiteral("running"), counts.running},
                                         {QStringLiteral("open"), counts.open},
                                         {QStringLiteral("closed"), counts.closed},
                                         {QStringLiteral("ignored"), counts.ignored}});
        });
    });
    route(router, "PUT", api::path::campaignCreative,
          withBody([&campaigns](const Call &call, const QJsonObject &body) {
              return campaignReply(
                  call, campaigns.setCreative(pathEvent(call), pathCluster(call), withStoredCreative(body)));
          }),
          BodyKind::Json);
    route(router, "PUT", api::path::campaignTargeting,
          withBody([&campaigns](const Call &call, const QJsonObject &body) {
              if (call.parameter("partner_id") != localPartnerId)
                  return errorReply(403, QStringLiteral("error.partner.not_yours"));
              return campaignReply(call, campaigns.setTargeting(pathEvent(call), pathCluster(call), body));
          }),
          BodyKind::Json);
    route(router, "PUT", api::path::ignoreCampaign,
          withBody([&campaigns](const Call &call, const QJsonObject &body) {
              return campaignReply(call, campaigns.ignore(pathEvent(call), pathCluster(call), body));
          }),
          BodyKind::Json);
    route(router, "PUT", api::path::runState,
          [&workspace](const Call &call) { return setCampaignRunState(workspace, call); });
    route(router, "PUT", api::path::resetCampaigns, [&workspace](const Call &call) {
        return replyEmpty(workspace.store().campaigns().reset(pathEvent(call), workspace.now()));
    });
}

} // namespace groundswell::service
