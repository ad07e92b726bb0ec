#pragma once

#include "app/service/http/routes/parameters.h"
#include "app/service/http/routes/router.h"
#include "app/service/http/server/reply.h"
#include "app/service/usecases/usecases.h"
#include "models/wave/api/paths.h"

#include <QJsonArray>

namespace groundswell::service {

/// What the routes know beside the use cases.
struct RouteContext {
    UseCases &useCases;
    /// Without the extensions that only the embedded service offers (ETag, If-Match, revisions): as the
    /// reference service behaves.
    bool plain = false;
};

// One file a subject. Routes are thin: parse → call → JSON. \a context must outlive the router.
void addPartnerRoutes(Router &router, const RouteContext &context);
void addEventRoutes(Router &router, const RouteContext &context);
void addPlanningRoutes(Router &router, const RouteContext &context);
void addSetupRoutes(Router &router, const RouteContext &context);
void addCampaignRoutes(Router &router, const RouteContext &context);
void addResultRoutes(Router &router, const RouteContext &context);
void addIntegrationRoutes(Router &router, const RouteContext &context);
void addPackageRoutes(Router &router, const RouteContext &context);
void addSalesRoutes(Router &router, const RouteContext &context);
void addMediaRoutes(Router &router, const RouteContext &context);
void addLocalRoutes(Router &router, const RouteContext &context);

/// All of them.
[[nodiscard]] std::unique_ptr<Router> makeRouter(const RouteContext &context);

/// Adds a route below the API's base path.
inline void route(Router &router, const char *method, api::Path path, Handler handler,
                  BodyKind body = BodyKind::None)
{
    router.add(method, std::string(api::base) + path.text, std::move(handler), body);
}

[[nodiscard]] inline QString pathText(const Call &call, const char *name)
{
    return QString::fromStdString(call.parameter(name));
}
[[nodiscard]] inline EventId pathEvent(const Call &call)
{
    return EventId(pathText(call, "eid"));
}

/// The value in the form that \a write gives it, or the problem's envelope.
template <class T, class Write> [[nodiscard]] Response reply(const Expected<T> &result, Write write)
{
    if (!result)
        return errorReply(result.error());
    if constexpr (std::is_void_v<T>)
        return write();
    else
        return write(*result);
}
/// 204 or the problem's envelope.
[[nodiscard]] inline Response replyEmpty(const Expected<void> &result)
{
    return result ? emptyReply() : errorReply(result.error());
}
/// Published campaigns, their media with the address that the client asked by.
[[nodiscard]] QJsonArray campaignsJson(const std::vector<Campaign> &campaigns, const Request &request);

/// One page of a list in the envelope of wave-api 1.8.
[[nodiscard]] QJsonObject pageJson(const QJsonArray &items, int total, int page, int limit);

/// An amount of the query in the organiser's currency; one below \a least (0), an absurd one, and one with
/// more decimals than the currency has are problems.
[[nodiscard]] std::optional<Money> queryMoney(QueryReader &query, const char *name, const QString &currency,
                                              double least = 0);

} // namespace groundswell::service
