#include "app/service/http/routes/routes.h"

#include "app/service/http/routes/mediaurls.h"
#include "app/service/usecases/forms/bodyform.h"

#include <cmath>

namespace groundswell::service {

std::unique_ptr<Router> makeRouter(const RouteContext &context)
{
    auto router = std::make_unique<Router>();
    addPartnerRoutes(*router, context);
    addEventRoutes(*router, context);
    addPlanningRoutes(*router, context);
    addSetupRoutes(*router, context);
    addCampaignRoutes(*router, context);
    addResultRoutes(*router, context);
    addIntegrationRoutes(*router, context);
    addPackageRoutes(*router, context);
    addSalesRoutes(*router, context);
    addMediaRoutes(*router, context);
    addLocalRoutes(*router, context);
    return router;
}

QJsonArray campaignsJson(const std::vector<Campaign> &campaigns, const Request &request)
{
    QJsonArray array;
    for (const Campaign &campaign : campaigns)
        array.append(withServedMedia(campaign.toJson(), request));
    return array;
}

QJsonObject pageJson(const QJsonArray &items, int total, int page, int limit)
{
    const int pages = std::max(1, (total + limit - 1) / limit);
    return {{QStringLiteral("total"), total},
            {QStringLiteral("limit"), limit},
            {QStringLiteral("page"), page},
            {QStringLiteral("pages"), pages},
            {QStringLiteral("nextPage"), page < pages ? QJsonValue(page + 1) : QJsonValue()},
            {QStringLiteral("prevPage"), page > 1 ? QJsonValue(page - 1) : QJsonValue()},
            {QStringLiteral("items"), items}};
}

std::optional<Money> queryMoney(QueryReader &query, const char *name, const QString &currency, double least)
{
    // A thousand milliards: more than any event, and far from the end of the integers.
    constexpr double most = 1e12;
    const auto amount = query.number(name, least, most);
    if (!amount)
        return std::nullopt;
    const auto money = Money::fromJson(*amount, currency);
    if (!money)
        query.fail("out_of_range", name);
    else if (!isWholeInMinorUnits(*amount, currency))
        query.fail("too_precise", name);
    return money;
}

} // namespace groundswell::service
