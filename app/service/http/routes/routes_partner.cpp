#include "app/service/http/routes/routes.h"

#include "app/service/store/campaignstore.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

QJsonObject partnerJson(const Organiser &organiser)
{
    return {{QStringLiteral("id"), QString::fromLatin1(localPartnerId)},
            {QStringLiteral("name"), organiser.name},
            {QStringLiteral("domain"), QJsonValue::Null},
            {QStringLiteral("currency"), organiser.currency},
            {QStringLiteral("vertical"), QStringLiteral("live_entertainment")},
            {QStringLiteral("demand_prediction"), false},
            {QStringLiteral("campaign_recommendations"), true},
            {QStringLiteral("status"), QStringLiteral("active")},
            {QStringLiteral("pricing_tier"), QJsonValue::Null},
            {QStringLiteral("campaign_pricing_model"), QJsonValue::Null},
            {QStringLiteral("ner_active"), false},
            {QStringLiteral("attribution_model_default"), organiser.attributionModel},
            {QStringLiteral("time_zone"), organiser.timeZone}};
}

QJsonObject taskJson(const TaskRecord &task)
{
    return {{QStringLiteral("id"), task.id},
            {QStringLiteral("state"), task.state},
            {QStringLiteral("result"), QJsonValue::Null},
            {QStringLiteral("error"), QJsonValue::Null}};
}

Response taskReply(const Expected<std::optional<TaskRecord>> &task)
{
    return reply(task, [](const std::optional<TaskRecord> &found) {
        return found ? jsonReply(taskJson(*found)) : errorReply(404, QStringLiteral("error.task.not_found"));
    });
}

QJsonObject withoutDate(const AttributionSettings &details)
{
    QJsonObject json = details.toJson();
    json.remove(u"email_sent_date");
    return json;
}

bool isOurs(const Call &call)
{
    return call.parameter("partner_id") == localPartnerId;
}

} // namespace

void addPartnerRoutes(Router &router, const RouteContext &context)
{
    route(router, "GET", "/status/", [](const Call &) {
        return jsonReply(QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")},
                                     {QStringLiteral("version"), QStringLiteral(GROUNDSWELL_VERSION)}});
    });
    // A local workspace has no users: its one key is the token that the service handed over when it started.
    for (const char *path :
         {"/auth", "/auth/refresh_token", "/auth/forgot_password", "/auth/reset_password"}) {
        route(
            router, "POST", path,
            [](const Call &) { return errorReply(501, QStringLiteral("error.auth.not_offered")); },
            BodyKind::Json);
    }
    for (const char *path : {"/auth/challenge/mfa-token", "/auth/challenge/new-password"}) {
        route(
            router, "PUT", path,
            [](const Call &) { return errorReply(501, QStringLiteral("error.auth.not_offered")); },
            BodyKind::Json);
    }

    Workspace &workspace = *context.useCases.workspace;
    route(router, "GET", "/partners/", [&workspace](const Call &) {
        return reply(workspace.organiser(),
                     [](const Organiser &organiser) { return jsonReply(partnerJson(organiser)); });
    });
    route(router, "PUT", "/partners/attribution_model", [&workspace](const Call &call) {
        QueryReader query(call.request);
        const auto model = query.required("model", query.oneOf("model", {"FD", "META", "EXTERNAL"}));
        if (query.problem())
            return errorReply(*query.problem());
        return replyEmpty(workspace.store().settings().change([&](StoredSettings &stored) -> Expected<void> {
            stored.organiser = stored.organiser.value_or(Organiser());
            stored.organiser->attributionModel = model;
            return {};
        }));
    });
    AudiencePackages &packages = context.useCases.packages;
    route(
        router, "GET", "/partners/{partner_id}/backhaul_attribution_details", [&packages](const Call &call) {
            if (!isOurs(call))
                return errorReply(404, QStringLiteral("error.partner.not_found"));
            return reply(packages.defaults(),
                         [](const AttributionSettings &details) { return jsonReply(withoutDate(details)); });
        });
    route(
        router, "POST", "/partners/{partner_id}/backhaul_attribution_details",
        [&packages](const Call &call) {
            if (!isOurs(call))
                return errorReply(404, QStringLiteral("error.partner.not_found"));
            const auto body = jsonBody(call.request);
            if (!body)
                return errorReply(body.error());
            return reply(packages.setDefaults(*body),
                         [](const AttributionSettings &details) { return jsonReply(withoutDate(details)); });
        },
        BodyKind::Json);
    route(router, "GET", "/permissions", [](const Call &) {
        return jsonReply(QJsonArray{QStringLiteral("wave"), QStringLiteral("backhaul")});
    });
    route(router, "GET", "/features", [](const Call &) { return jsonReply(QJsonArray()); });

    CampaignStore &campaigns = workspace.store().campaigns();
    route(router, "GET", "/tasks/{task_id}",
          [&campaigns](const Call &call) { return taskReply(campaigns.task(pathText(call, "task_id"))); });
    route(router, "GET", "/events/{eid}/client_campaign_status/task",
          [&campaigns](const Call &call) { return taskReply(campaigns.lastTask(pathEvent(call))); });
}

} // namespace groundswell::service
