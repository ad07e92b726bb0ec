#include "app/service/http/routes/routes.h"

#include "app/service/store/eventstore.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

constexpr int pageCap = 50;
constexpr int seriesCap = 1000;

/// Without campaigns, an event is open until it is over.
QJsonObject eventJson(const StoredEvent &stored, const QDateTime &now)
{
    Event event = stored.event;
    if (!event.campaignStatus.isSet())
        event.campaignStatus = stored.overAt >= now ? CampaignRollup::Open : CampaignRollup::Closed;
    return event.toJson();
}

QJsonArray eventsJson(const std::vector<StoredEvent> &events, const QDateTime &now)
{
    QJsonArray array;
    for (const StoredEvent &event : events)
        array.append(eventJson(event, now));
    return array;
}

Response listEvents(Workspace &workspace, const Call &call)
{
    QueryReader query(call.request);
    EventFilter filter;
    filter.now = workspace.now();
    filter.query.page = query.page();
    filter.query.limit = query.limit(pageCap);
    filter.query.search =
        query.text(api::query::q).value_or(query.text(api::query::search).value_or(QString()));
    filter.query.since = query.date(api::query::since).value_or(QDate());
    filter.query.until = query.date(api::query::until).value_or(QDate());
    filter.query.cities = query.texts(api::query::city);
    filter.query.frontendStatuses = query.words<FrontendStatus>(api::query::frontendStatus);
    filter.query.campaignStatus =
        query.word<CampaignRollup>(api::query::campaignStatus).value_or(OpenEnum<CampaignRollup>()).wire();
    filter.query.onlyWithCampaigns = query.boolean(api::query::campaigns).value_or(false);
    filter.query.includeArchived = query.boolean(api::query::includeArchived).value_or(false);
    filter.status = query.text(api::query::status).value_or(QString());
    filter.venues = query.texts(api::query::venues);
    (void)query.boolean(api::query::flaggedToTop); // flagged events always come first
    (void)query.boolean(api::query::excludeProducts); // a workspace has none
    const bool onlySimulated = query.boolean(api::query::simulated).value_or(false); // nor simulations
    if (query.problem())
        return errorReply(*query.problem());
    if (onlySimulated)
        return jsonReply(pageJson({}, 0, 1, filter.query.limit));
    return reply(workspace.store().events().page(filter), [&](const Page<StoredEvent> &page) {
        return jsonReply(
            pageJson(eventsJson(page.items, filter.now), page.total, page.page, filter.query.limit));
    });
}

Response venues(Workspace &workspace, const Call &call)
{
    QueryReader query(call.request);
    return reply(workspace.store().events().venues(query.texts(api::query::city)),
                 [](const std::vector<VenueEntry> &entries) {
                     QJsonArray cities;
                     QJsonArray ofCity;
                     for (std::size_t i = 0; i < entries.size(); ++i) {
                         ofCity.append(QJsonObject{{QStringLiteral("id"), entries[i].venue},
                                                   {QStringLiteral("name"), entries[i].venue}});
                         if (i + 1 == entries.size() || entries[i + 1].city != entries[i].city) {
                             cities.append(QJsonObject{{QStringLiteral("city"), entries[i].city},
                                                       {QStringLiteral("venues"), ofCity}});
                             ofCity = {};
                         }
                     }
                     return jsonReply(cities);
                 });
}

Response oneEvent(Workspace &workspace, const Call &call)
{
    const auto siblings = workspace.store().events().series(pathEvent(call), seriesCap);
    if (!siblings)
        return errorReply(siblings.error());
    return reply(workspace.store().events().event(pathEvent(call)), [&](const StoredEvent &event) {
        QJsonObject json = eventJson(event, workspace.now());
        QJsonArray series;
        for (const StoredEvent &sibling : *siblings)
            series.append(sibling.event.id.value());
        json.insert(QStringLiteral("campaign_event_series"), series);
        return jsonReply(json);
    });
}

Response tickets(Workspace &workspace, const Call &call)
{
    return reply(workspace.store().events().ticketCategories(pathEvent(call)),
                 [](const std::vector<TicketCategory> &categories) {
                     QJsonArray array;
                     for (const TicketCategory &category : categories)
                         array.append(QJsonObject{{QStringLiteral("type"), category.name},
                                                  {QStringLiteral("sold"), category.tickets},
                                                  {QStringLiteral("revenue"), category.revenue.toJson()}});
                     return jsonReply(array);
                 });
}

/// Sold over capacity. Predictions are another product's: unknown here.
Response benchmark(Workspace &workspace, const Call &call)
{
    return reply(workspace.store().events().event(pathEvent(call)), [](const StoredEvent &stored) {
        const Event &event = stored.event;
        const bool known = event.capacity.value_or(0) > 0 && event.ticketsSold;
        return jsonReply(QJsonObject{
            {QStringLiteral("today"),
             known ? QJsonValue(static_cast<double>(*event.ticketsSold) / *event.capacity) : QJsonValue()},
            {QStringLiteral("prediction"), QJsonValue::Null},
            {QStringLiteral("state"), QJsonValue::Null}});
    });
}

/// Tickets sold up to each day, over the capacity. What comparable events had sold is not known here.
Response salesGraph(Workspace &workspace, const Call &call)
{
    const auto event = workspace.store().events().event(pathEvent(call));
    if (!event)
        return errorReply(event.error());
    const int capacity = event->event.capacity.value_or(0);
    return reply(workspace.store().events().dailySales(pathEvent(call)),
                 [&](const std::vector<DailySales> &days) {
                     QJsonArray points;
                     qint64 sold = 0;
                     for (const DailySales &day : days) {
                         sold += day.tickets;
                         points.append(QJsonObject{
                             {QStringLiteral("mapped_date"), dateJson(day.day)},
                             {QStringLiteral("norm_tickets_sold_current"),
                              capacity > 0 ? QJsonValue(static_cast<double>(sold) / capacity) : QJsonValue()},
                             {QStringLiteral("norm_tickets_sold_avg"), QJsonValue::Null}});
                     }
                     return jsonReply(QJsonObject{{QStringLiteral("sales"), points}});
                 });
}

Response setFrontendStatus(Workspace &workspace, const Call &call)
{
    const auto body = jsonBody(call.request);
    if (!body)
        return errorReply(body.error());
    const QString status = (*body)[u"frontend_status"].toString();
    if (!OpenEnum<FrontendStatus>::fromWire(status).known())
        return errorReply(invalidField(QStringLiteral("unknown_value"), QStringLiteral("/frontend_status")));
    EventChange change;
    change.frontendStatus = status;
    return replyEmpty(workspace.store().events().change(pathEvent(call), change));
}

Response setAttributionModel(Workspace &workspace, const Call &call)
{
    const auto body = jsonBody(call.request);
    if (!body)
        return errorReply(body.error());
    const QString model = (*body)[u"model"].toString();
    if (!OpenEnum<AttributionModel>::fromWire(model).known())
        return errorReply(invalidField(QStringLiteral("unknown_value"), QStringLiteral("/model")));
    EventChange change;
    change.attributionModel = model;
    return reply(workspace.store().events().change(pathEvent(call), change), [&] {
        return jsonReply(QJsonObject{{QStringLiteral("model"), model}});
    });
}

/// ON or OFF in the query, to one of the event's two switches.
Response setSwitch(Workspace &workspace, const Call &call, const char *name,
                   std::optional<QString> EventChange::*member)
{
    QueryReader query(call.request);
    EventChange change;
    change.*member = query.required(name, query.word<Switch>(name)).wire();
    if (query.problem())
        return errorReply(*query.problem());
    return replyEmpty(workspace.store().events().change(pathEvent(call), change));
}

} // namespace

void addEventRoutes(Router &router, const RouteContext &context)
{
    Workspace &workspace = *context.useCases.workspace;
    TasteRuns &runs = context.useCases.runs;
    Results &results = context.useCases.results;
    route(router, "GET", api::path::events, [&](const Call &call) { return listEvents(workspace, call); });
    route(router, "GET", api::path::flaggedEvents, [&](const Call &) {
        return reply(workspace.store().events().totals(workspace.now()), [](const EventTotals &totals) {
            return jsonReply(QJsonObject{{QStringLiteral("total"), totals.flagged}});
        });
    });
    route(router, "GET", api::path::venues, [&](const Call &call) { return venues(workspace, call); });
    route(router, "GET", api::path::event, [&](const Call &call) { return oneEvent(workspace, call); });
    route(router, "GET", api::path::clusters, [&runs](const Call &call) {
        QueryReader query(call.request);
        const auto run = query.integer(api::query::tcRunId, 1, std::numeric_limits<qint64>::max());
        if (query.problem())
            return errorReply(*query.problem());
        return reply(runs.clusters(pathEvent(call), run),
                     [](const ClusterRun &found) { return jsonReply(found.toJson()); });
    });
    route(router, "GET", api::path::series, [&](const Call &call) {
        QueryReader query(call.request);
        const int limit = query.limit(seriesCap);
        if (query.problem())
            return errorReply(*query.problem());
        return reply(workspace.store().events().series(pathEvent(call), limit),
                     [&](const std::vector<StoredEvent> &events) {
                         return jsonReply(eventsJson(events, workspace.now()));
                     });
    });
    route(router, "POST", api::path::series, [&](const Call &call) {
        QueryReader query(call.request);
        std::vector<EventId> siblings;
        for (const QString &id : query.texts(api::query::eventSeries))
            siblings.emplace_back(id);
        return replyEmpty(workspace.store().events().setSeries(pathEvent(call), siblings));
    });
    route(router, "GET", api::path::tickets, [&](const Call &call) { return tickets(workspace, call); });
    route(router, "GET", api::path::benchmark, [&](const Call &call) { return benchmark(workspace, call); });
    route(router, "GET", api::path::salesGraph,
          [&](const Call &call) { return salesGraph(workspace, call); });
    route(
        router, "PUT", api::path::frontendStatus,
        [&](const Call &call) { return setFrontendStatus(workspace, call); }, BodyKind::Json);
    route(router, "GET", api::path::attributionModel, [&results](const Call &call) {
        return reply(results.model(pathEvent(call)), [](const OpenEnum<AttributionModel> &model) {
            return jsonReply(QJsonObject{{QStringLiteral("model"), model.wire()}});
        });
    });
    route(
        router, "PUT", api::path::attributionModel,
        [&](const Call &call) { return setAttributionModel(workspace, call); }, BodyKind::Json);
    route(router, "PUT", api::path::campaignOptimisation, [&](const Call &call) {
        return setSwitch(workspace, call, api::query::campaignOptimisation,
                         &EventChange::campaignOptimisationStatus);
    });
    route(router, "PUT", api::path::adOptimisation, [&](const Call &call) {
        return setSwitch(workspace, call, api::query::adOptimisation,
                         &EventChange::adCampaignOptimisationStatus);
    });
}

} // namespace groundswell::service
