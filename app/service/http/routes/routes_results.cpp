#include "app/service/http/routes/routes.h"

#include "app/service/store/campaignstore.h"
#include "app/service/store/eventstore.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

Response campaignResults(Results &results, const Call &call)
{
    return reply(results.ofEvent(pathEvent(call)),
                 [](const CampaignResults &found) { return jsonReply(found.toJson()); });
}

Response insights(Results &results, const Call &call)
{
    return reply(results.insights(pathEvent(call)), [](const Results::Insights &found) {
        QJsonArray daily;
        for (const auto &[day, spend] : found.daily)
            daily.append(QJsonObject{{QStringLiteral("date"), dateJson(day)},
                                     {QStringLiteral("impressions"), QJsonValue::Null},
                                     {QStringLiteral("clicks"), QJsonValue::Null},
                                     {QStringLiteral("spend"), spend.toJson()}});
        return jsonReply(QJsonObject{{QStringLiteral("impressions"), QJsonValue::Null},
                                     {QStringLiteral("clicks"), QJsonValue::Null},
                                     {QStringLiteral("spend"), moneyJson(found.spend)},
                                     {QStringLiteral("ads"), QJsonValue::Null},
                                     {QStringLiteral("daily"), daily}});
    });
}

QJsonValue countJson(const std::optional<int> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonObject statisticsJson(const EventStatistics &statistics, const QString &currency)
{
    return {{QStringLiteral("revenue"), moneyJson(statistics.revenue)},
            {QStringLiteral("spent"), moneyJson(statistics.spent)},
            {QStringLiteral("roas"), numberJson(statistics.roas)},
            {QStringLiteral("purchases"), countJson(statistics.purchases)},
            {QStringLiteral("currency"), currency}};
}

Response partnerStatistics(const RouteContext &context)
{
    const auto organiser = context.useCases.workspace->organiser();
    if (!organiser)
        return errorReply(organiser.error());
    return reply(context.useCases.results.statistics(), [&](const EventStatistics &statistics) {
        QJsonObject json = statisticsJson(statistics, organiser->currency);
        json.insert(QStringLiteral("total"), countJson(statistics.total));
        json.insert(QStringLiteral("open"), countJson(statistics.open));
        json.insert(QStringLiteral("running"), countJson(statistics.running));
        json.insert(QStringLiteral("closed"), countJson(statistics.closed));
        return jsonReply(json);
    });
}

Response eventStatistics(const RouteContext &context, const Call &call)
{
    const auto organiser = context.useCases.workspace->organiser();
    if (!organiser)
        return errorReply(organiser.error());
    return reply(context.useCases.results.eventStatistics(pathEvent(call)),
                 [&](const EventStatistics &statistics) {
                     QJsonObject json = statisticsJson(statistics, organiser->currency);
                     json.insert(QStringLiteral("campaigns"), countJson(statistics.campaigns));
                     json.insert(QStringLiteral("active"), countJson(statistics.active));
                     return jsonReply(json);
                 });
}

QJsonObject adjustmentJson(const QString &id, const ResultAdjustment &row)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("eid"), row.eid.value()},
            {QStringLiteral("partner_id"), QString::fromLatin1(localPartnerId)},
            {QStringLiteral("purchase"), row.purchases},
            {QStringLiteral("revenue"), row.revenue.toJson()},
            {QStringLiteral("created_at"), dateTimeJson(row.createdAt)},
            {QStringLiteral("source"), row.source}};
}

QString adjustmentId(qint64 number)
{
    return QStringLiteral("cr_%1").arg(number);
}

/// Where a request names a partner, it must be this one.
bool isForeignPartner(QueryReader &query)
{
    const auto partner = query.text(api::query::partnerId);
    return partner && *partner != QLatin1StringView(localPartnerId);
}

/// What was counted from the sales (one row, by the event's model) and what was typed in, kept apart.
Response listAdjustments(const RouteContext &context, const Call &call)
{
    QueryReader query(call.request);
    const EventId event(query.required(api::query::eid, query.text(api::query::eid)));
    if (query.problem())
        return errorReply(*query.problem());
    if (isForeignPartner(query))
        return errorReply(403, QStringLiteral("error.auth.not_authorized"));
    const auto counted = context.useCases.results.ofEvent(event);
    const auto typed = context.useCases.workspace->store().campaigns().adjustments(event);
    if (!counted || !typed)
        return errorReply(!counted ? counted.error() : typed.error());
    QJsonArray rows;
    if (counted->event.purchases && counted->event.revenue)
        rows.append(adjustmentJson(QStringLiteral("cr_automated"),
                                   {0, event, *counted->event.purchases, *counted->event.revenue,
                                    counted->event.asOf, QStringLiteral("automated")}));
    for (const ResultAdjustment &row : *typed)
        rows.append(adjustmentJson(adjustmentId(row.id), row));
    return jsonReply(rows);
}

Response addAdjustment(const RouteContext &context, const Call &call)
{
    Workspace &workspace = *context.useCases.workspace;
    const auto organiser = workspace.organiser();
    if (!organiser)
        return errorReply(organiser.error());
    QueryReader query(call.request);
    ResultAdjustment row;
    row.eid = EventId(query.required(api::query::eid, query.text(api::query::eid)));
    row.purchases = query.required(api::query::purchase,
                                   query.integer(api::query::purchase, -1'000'000'000, 1'000'000'000));
    // An adjustment may take away as well as add.
    const auto revenue = query.required(api::query::revenue,
                                        queryMoney(query, api::query::revenue, organiser->currency, -1e12));
    if (query.problem())
        return errorReply(*query.problem());
    if (isForeignPartner(query))
        return errorReply(403, QStringLiteral("error.auth.not_authorized"));
    if (const auto event = workspace.store().events().event(row.eid); !event)
        return errorReply(event.error());
    row.revenue = revenue;
    row.createdAt = workspace.now();
    row.source = QStringLiteral("manual");
    return reply(workspace.store().campaigns().addAdjustment(row), [](const ResultAdjustment &stored) {
        return jsonReply(adjustmentJson(adjustmentId(stored.id), stored));
    });
}

Response removeAdjustment(Workspace &workspace, const Call &call)
{
    QueryReader query(call.request);
    const QString id = query.required(api::query::id, query.text(api::query::id));
    if (query.problem())
        return errorReply(*query.problem());
    const qint64 number = id.startsWith(u"cr_") ? id.mid(3).toLongLong() : 0;
    return replyEmpty(workspace.store().campaigns().removeAdjustment(number));
}

} // namespace

void addResultRoutes(Router &router, const RouteContext &context)
{
    Results &results = context.useCases.results;
    Workspace &workspace = *context.useCases.workspace;
    route(router, "GET", api::path::campaignResults,
          [&results](const Call &call) { return campaignResults(results, call); });
    route(router, "GET", api::path::adInsights,
          [&results](const Call &call) { return insights(results, call); });
    route(router, "GET", api::path::statistics,
          [&context](const Call &) { return partnerStatistics(context); });
    route(router, "GET", api::path::eventStatistics,
          [&context](const Call &call) { return eventStatistics(context, call); });
    route(router, "GET", api::path::salesAdjustments,
          [&context](const Call &call) { return listAdjustments(context, call); });
    route(router, "POST", api::path::salesAdjustments,
          [&context](const Call &call) { return addAdjustment(context, call); });
    route(router, "DELETE", api::path::salesAdjustments,
          [&workspace](const Call &call) { return removeAdjustment(workspace, call); });
}

} // namespace groundswell::service
