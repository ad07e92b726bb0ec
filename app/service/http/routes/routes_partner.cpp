#include "app/service/http/routes/routes.h"

#include "app/service/store/campaignstore.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

QJsonObject partnerJson(const Organiser &organiser)
{
    Partner partner;
    partner.id = PartnerId(QString::fromLatin1(localPartnerId));
    partner.name = organiser.name;
    partner.currency = organiser.currency;
    partner.attributionModelDefault = organiser.attributionModel;
    partner.timeZone = organiser.timeZone;
    // What is said of a partner besides, and is the same for each workspace.
    partner.extra = {{QStringLiteral("domain"), QJsonValue::Null},
                     {QStringLiteral("vertical"), QStringLiteral("live_entertainment")},
                     {QStringLiteral("demand_prediction"), false},
                     {QStringLiteral("status"), QStringLiteral("active")},
                     {QStringLiteral("pricing_tier"), QJsonValue::Null},
                     {QStringLiteral("campaign_pricing_model"), QJsonValue::Null},
                     {QStringLiteral("ner_active"), false}};
    return partner.toJson();
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

bool isOurs(const Call &call)
{
    return call.parameter("partner_id") == localPartnerId;
}

} // namespace

void addPartnerRoutes(Router &router, const RouteContext &context)
{
    route(router, "GET", api::path::status, [](const Call &) {
        return jsonReply(QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")},
                                     {QStringLiteral("version"), QStringLiteral(GROUNDSWELL_VERSION)}});
    });
    // A local workspace has no users: its one key is the token that the service handed over when it started.
    for (const api::Path path :
         {api::path::auth, api::path::refreshToken, api::path::forgotPassword, api::path::resetPassword}) {
        route(
            router, "POST", path,
            [](const Call &) { return errorReply(501, QStringLiteral("error.auth.not_offered")); },
            BodyKind::Json);
    }
    for (const api::Path path : {api::path::mfaChallenge, api::path::newPasswordChallenge}) {
        route(
            router, "PUT", path,
            [](const Call &) { return errorReply(501, QStringLiteral("error.auth.not_offered")); },
            BodyKind::Json);
    }

    Workspace &workspace = *context.useCases.workspace;
    route(router, "GET", api::path::partners, [&workspace](const Call &) {
        return reply(workspace.organiser(),
                     [](const Organiser &organiser) { return jsonReply(partnerJson(organiser)); });
    });
    route(router, "PUT", api::path::partnerAttributionModel, [&workspace](const Call &call) {
        QueryReader query(call.request);
        const auto model = query.required(api::query::model, query.word<AttributionModel>(api::query::model));
        if (query.problem())
            return errorReply(*query.problem());
        return replyEmpty(workspace.store().settings().change([&](StoredSettings &stored) -> Expected<void> {
            stored.organiser = stored.organiser.value_or(Organiser());
            stored.organiser->attributionModel = model.wire();
            return {};
        }));
    });
    AudiencePackages &packages = context.useCases.packages;
    route(router, "GET", api::path::attributionDefaults, [&packages](const Call &call) {
        if (!isOurs(call))
            return errorReply(404, QStringLiteral("error.partner.not_found"));
        return reply(packages.defaults(),
                     [](const AttributionSettings &details) { return jsonReply(details.defaultsJson()); });
    });
    route(
        router, "POST", api::path::attributionDefaults,
        [&packages](const Call &call) {
            if (!isOurs(call))
                return errorReply(404, QStringLiteral("error.partner.not_found"));
            const auto body = jsonBody(call.request);
            if (!body)
                return errorReply(body.error());
            return reply(packages.setDefaults(*body), [](const AttributionSettings &details) {
                return jsonReply(details.defaultsJson());
            });
        },
        BodyKind::Json);
    route(router, "GET", api::path::permissions, [](const Call &) {
        return jsonReply(QJsonArray{QStringLiteral("wave"), QStringLiteral("backhaul")});
    });
    route(router, "GET", api::path::features, [](const Call &) { return jsonReply(QJsonArray()); });

    CampaignStore &campaigns = workspace.store().campaigns();
    route(router, "GET", api::path::task,
          [&campaigns](const Call &call) { return taskReply(campaigns.task(pathText(call, "task_id"))); });
    route(router, "GET", api::path::runStateTask,
          [&campaigns](const Call &call) { return taskReply(campaigns.lastTask(pathEvent(call))); });
}

} // namespace groundswell::service
