#include "app/service/http/routes/routes.h"

#include "models/wave/json.h"

namespace groundswell::service {

namespace {

PackageId pathPackage(const Call &call)
{
    return PackageId(pathText(call, "package_id"));
}

Response begun(const Expected<StoredPackage> &package, int status)
{
    return reply(package, [status](const StoredPackage &stored) {
        return jsonReply(QJsonObject{{QStringLiteral("id"), stored.row.id.value()},
                                     {QStringLiteral("status"), stored.row.status.wire()}},
                         status);
    });
}

Response customerList(AudiencePackages &packages, const Call &call)
{
    auto list = packages.customerList(pathPackage(call), ClusterName(pathText(call, "tc")));
    if (!list)
        return errorReply(list.error());
    Response response;
    response.contentType = usualListFormat().mediaType;
    response.body = std::move(*list);
    return response;
}

} // namespace

void addPackageRoutes(Router &router, const RouteContext &context)
{
    AudiencePackages &packages = context.useCases.packages;
    route(router, "GET", api::path::packages, [&packages](const Call &) {
        return reply(packages.all(), [](const std::vector<StoredPackage> &stored) {
            QJsonArray rows;
            for (const StoredPackage &package : stored)
                rows.append(package.row.toJson());
            return jsonReply(rows);
        });
    });
    route(
        router, "POST", api::path::createPackage,
        [&packages](const Call &call) {
            const auto body = jsonBody(call.request);
            return body ? begun(packages.create(*body), 201) : errorReply(body.error());
        },
        BodyKind::Json);
    route(router, "POST", api::path::mergePackages, [&packages](const Call &call) {
        QueryReader query(call.request);
        std::vector<PackageId> ids;
        for (const QString &id : query.texts(api::query::packageIds))
            ids.emplace_back(id);
        return begun(packages.merge(ids), 201);
    });
    route(router, "GET", api::path::package, [&packages](const Call &call) {
        return reply(packages.find(pathPackage(call)),
                     [](const StoredPackage &package) { return jsonReply(package.row.toJson()); });
    });
    route(router, "POST", api::path::regeneratePackage,
          [&packages](const Call &call) { return begun(packages.regenerate(pathPackage(call)), 202); });
    route(router, "GET", api::path::attributionSettings, [&packages](const Call &call) {
        return reply(packages.find(pathPackage(call)),
                     [](const StoredPackage &package) { return jsonReply(package.details.toJson()); });
    });
    route(
        router, "PUT", api::path::attributionSettings,
        [&packages](const Call &call) {
            const auto body = jsonBody(call.request);
            if (!body)
                return errorReply(body.error());
            return reply(packages.setDetails(pathPackage(call), *body),
                         [](const AttributionSettings &details) { return jsonReply(details.toJson(), 202); });
        },
        BodyKind::Json);
    route(router, "GET", api::path::packageEvaluation, [&packages](const Call &call) {
        return reply(packages.evaluation(pathPackage(call)),
                     [](const PackageEvaluation &evaluation) { return jsonReply(evaluation.toJson()); });
    });
    route(router, "GET", api::path::customerList,
          [&packages](const Call &call) { return customerList(packages, call); });
    route(router, "GET", api::path::customersFromDescription,
          [](const Call &) { return errorReply(501, QStringLiteral("error.nlq.not_offered")); });
}

} // namespace groundswell::service
