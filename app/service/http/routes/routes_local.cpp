#include "app/service/http/routes/routes.h"

#include "app/service/store/campaignstore.h"
#include "app/service/store/eventstore.h"
#include "app/service/usecases/forms/bodyform.h"
#include "app/service/usecases/settings/localsettings.h"
#include "models/wave/json.h"

#include <array>
#include <limits>

namespace groundswell::service {

namespace {

QJsonObject spendJson(const AdSpend &spend)
{
    return {{QStringLiteral("id"), spend.id},
            {QStringLiteral("eid"), spend.eid.value()},
            {QStringLiteral("tc"), textJson(spend.cluster.tc.value())},
            {QStringLiteral("tc_run_id"),
             spend.cluster.tcRunId > 0 ? QJsonValue(spend.cluster.tcRunId) : QJsonValue()},
            {QStringLiteral("day"), dateJson(spend.day)},
            {QStringLiteral("amount"), spend.amount.toJson()}};
}

Response listSpend(Workspace &workspace, const Call &call)
{
    QueryReader query(call.request);
    const auto event = query.text(api::query::eid);
    return reply(workspace.store().campaigns().adSpend(event ? std::optional(EventId(*event)) : std::nullopt),
                 [](const std::vector<AdSpend> &rows) {
                     QJsonArray array;
                     for (const AdSpend &row : rows)
                         array.append(spendJson(row));
                     return jsonReply(array);
                 });
}

Response addSpend(Workspace &workspace, const Call &call)
{
    const auto body = jsonBody(call.request);
    const auto organiser = workspace.organiser();
    if (!body || !organiser)
        return errorReply(!body ? body.error() : organiser.error());
    BodyForm form;
    form.required(*body, {}, {"eid", "day", "amount"});
    form.texts(*body, {}, {"day"});
    form.amounts(*body, {}, {"amount"}, organiser->currency);
    JsonReader reader(*body, {});
    AdSpend spend;
    spend.eid = EventId(reader.text("eid"));
    spend.cluster = {ClusterName(reader.text("tc")), reader.integer("tc_run_id").value_or(0)};
    spend.day = reader.date("day");
    const auto amount = reader.money("amount", organiser->currency);
    if (reader.problem())
        form.complaint(*reader.problem());
    if (auto found = form.finish(QStringLiteral("error.request.invalid")); !found)
        return errorReply(found.error());
    if (!spend.day.isValid()) // an empty text
        return errorReply(invalidField(QStringLiteral("missing"), QStringLiteral("/day")));
    if (amount->minor <= 0)
        return errorReply(invalidField(QStringLiteral("out_of_range"), QStringLiteral("/amount")));
    if (const auto event = workspace.store().events().event(spend.eid); !event)
        return errorReply(event.error());
    spend.amount = *amount;
    return reply(workspace.store().campaigns().addAdSpend(spend), [&](qint64 id) {
        spend.id = id;
        return jsonReply(spendJson(spend), 201);
    });
}

QJsonObject runJson(const TasteRunProgress &progress)
{
    static constexpr std::array words{"PENDING", "STARTED", "SUCCESS", "FAILURE"};
    return {{QStringLiteral("state"), QLatin1StringView(words.at(static_cast<std::size_t>(progress.state)))},
            {QStringLiteral("progress"), progress.share},
            {QStringLiteral("step"), textJson(progress.step)},
            {QStringLiteral("tc_run_id"), progress.run > 0 ? QJsonValue(progress.run) : QJsonValue()},
            {QStringLiteral("computed_at"), dateTimeJson(progress.computedAt)},
            {QStringLiteral("problem"), textJson(progress.problem)}};
}

Response clusterMatches(TasteRuns &runs, const Call &call)
{
    QueryReader query(call.request);
    const qint64 from = query.required(
        api::query::from, query.integer(api::query::from, 1, std::numeric_limits<qint64>::max()));
    if (query.problem())
        return errorReply(*query.problem());
    return reply(runs.matches(pathEvent(call), from),
                 [](const ClusterMatches &found) { return jsonReply(found.toJson()); });
}

void addRunRoutes(Router &router, TasteRuns &runs)
{
    route(router, "GET", api::path::tasteRun,
          [&runs](const Call &) { return jsonReply(runJson(runs.progress())); });
    route(router, "DELETE", api::path::tasteRun, [&runs](const Call &) {
        runs.cancel();
        return replyEmpty({});
    });
    route(router, "GET", api::path::clusterMatches,
          [&runs](const Call &call) { return clusterMatches(runs, call); });
}

} // namespace

void addLocalRoutes(Router &router, const RouteContext &context)
{
    Workspace &workspace = *context.useCases.workspace;
    addRunRoutes(router, context.useCases.runs);
    route(router, "DELETE", api::path::packageBuild,
          [&packages = context.useCases.packages](const Call &call) {
              return replyEmpty(packages.cancel(PackageId(pathText(call, "package_id"))));
          });
    route(router, "GET", api::path::localSettings, [&](const Call &) {
        return reply(readLocalSettings(workspace),
                     [](const LocalSettings &settings) { return jsonReply(settings.toJson()); });
    });
    route(
        router, "PUT", api::path::localSettings,
        [&](const Call &call) {
            const auto body = jsonBody(call.request);
            if (!body)
                return errorReply(body.error());
            if (auto written = writeLocalSettings(workspace, *body); !written)
                return errorReply(written.error());
            if (body->contains(QLatin1StringView(organiserPart.name)))
                context.useCases.runs.warmUp(); // who counts as consenting is part of the data
            return reply(readLocalSettings(workspace),
                         [](const LocalSettings &settings) { return jsonReply(settings.toJson()); });
        },
        BodyKind::Json);
    ImportJobs &imports = context.useCases.imports;
    route(
        router, "POST", api::path::previewImport,
        [&imports](const Call &call) {
            const auto body = jsonBody(call.request);
            return body
                ? reply(imports.preview(*body), [](const QJsonObject &found) { return jsonReply(found); })
                : errorReply(body.error());
        },
        BodyKind::Json);
    route(
        router, "POST", api::path::startImport,
        [&imports](const Call &call) {
            const auto body = jsonBody(call.request);
            if (!body)
                return errorReply(body.error());
            return reply(imports.start(*body), [](const QString &id) {
                return jsonReply(QJsonObject{{QStringLiteral("id"), id}}, 202);
            });
        },
        BodyKind::Json);
    route(router, "GET", api::path::importJob, [&imports](const Call &call) {
        return reply(imports.progress(pathText(call, "import_id")),
                     [](const QJsonObject &state) { return jsonReply(state); });
    });
    route(router, "DELETE", api::path::importJob,
          [&imports](const Call &call) { return replyEmpty(imports.cancel(pathText(call, "import_id"))); });
    ClusterQualityReports &qualityReports = context.useCases.qualityReports;
    route(router, "GET", api::path::clusterQuality, [&qualityReports](const Call &) {
        return reply(qualityReports.state(), [](const QJsonObject &state) { return jsonReply(state); });
    });
    route(router, "POST", api::path::clusterQuality, [&qualityReports](const Call &) {
        return reply(qualityReports.start(), [](const QJsonObject &state) { return jsonReply(state, 202); });
    });
    route(router, "DELETE", api::path::clusterQuality, [&qualityReports](const Call &) {
        qualityReports.cancel();
        return emptyReply();
    });
    route(router, "GET", api::path::adSpend,
          [&workspace](const Call &call) { return listSpend(workspace, call); });
    route(
        router, "POST", api::path::adSpend,
        [&workspace](const Call &call) { return addSpend(workspace, call); }, BodyKind::Json);
    route(router, "DELETE", api::path::oneAdSpend, [&workspace](const Call &call) {
        return replyEmpty(workspace.store().campaigns().removeAdSpend(pathText(call, "id").toLongLong()));
    });
}

} // namespace groundswell::service
