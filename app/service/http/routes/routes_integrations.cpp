#include "app/service/http/routes/routes.h"

#include "app/service/usecases/targeting/places.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

/// There is no ad platform behind a workspace: what the organiser typed in stands for it, and campaigns are
/// handed over by hand.
Response connection(const Call &)
{
    ConnectionStatus status;
    status.connected = true;
    status.handover = QStringLiteral("local");
    return jsonReply(status.toJson());
}

Response places(Workspace &workspace, const Call &call)
{
    QueryReader query(call.request);
    const QString text = query.required(api::query::q, query.text(api::query::q));
    const QString type = query.text(api::query::type, QString());
    if (query.problem())
        return errorReply(*query.problem());
    return reply(workspace.dataset(), [&](const std::shared_ptr<const Dataset> &data) {
        QJsonArray array;
        for (const GeoPlace &place : findPlaces(*data, text, type))
            array.append(QJsonObject{{QStringLiteral("key"), place.key},
                                     {QStringLiteral("name"), place.name},
                                     {QStringLiteral("type"), place.type.wire()},
                                     {QStringLiteral("country"), textJson(place.country)},
                                     {QStringLiteral("region"), QJsonValue::Null},
                                     {QStringLiteral("latitude"), numberJson(place.latitude)},
                                     {QStringLiteral("longitude"), numberJson(place.longitude)}});
        return jsonReply(array);
    });
}

} // namespace

void addIntegrationRoutes(Router &router, const RouteContext &context)
{
    Workspace &workspace = *context.useCases.workspace;
    route(router, "GET", api::path::adConnection, connection);
    route(router, "GET", api::path::adConnectionOlder, connection);
    route(router, "GET", api::path::adAssets, [&workspace](const Call &) {
        return reply(workspace.store().settings().adAssets(),
                     [](const AdAssets &assets) { return jsonReply(assets.toJson()); });
    });
    route(router, "GET", api::path::placeSearch,
          [&workspace](const Call &call) { return places(workspace, call); });
}

} // namespace groundswell::service
