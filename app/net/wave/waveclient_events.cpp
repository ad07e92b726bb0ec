#include "app/net/wave/waveclient.h"

#include "app/net/wave/answers.h"
#include "app/net/wave/assumed.h"
#include "models/plan/planmoney.h"
#include "models/wave/api/paths.h"
#include "models/wave/calls/attribution.h"
#include "models/wave/calls/planquestion.h"
#include "models/wave/calls/shortanswers.h"
#include "models/wave/calls/venues.h"

#include <algorithm>

// Events and planning helpers (wave-api 2.3, 2.4).

namespace groundswell {

namespace {

Expected<std::vector<Event>> eventsFrom(const QJsonValue &json)
{
    auto page = eventPageFromJson(json);
    if (!page)
        return tl::unexpected(std::move(page.error()));
    return std::move(page->items);
}

void addMoney(ApiQuery &query, const char *name, const std::optional<Money> &money)
{
    if (money)
        query.addNumber(name, money->toDouble());
}

TcRunId runOf(const PlanQuestion &plan)
{
    return plan.clusters.empty() ? 0 : plan.clusters.front().cluster.tcRunId;
}

/// Each cluster's part of the budget; empty where nobody has said any, which means evenly.
std::vector<double> sharesOf(const PlanQuestion &plan)
{
    const PlanMoney money = planMoney(plan.clusters, plan.budget);
    std::vector<double> shares;
    for (const PlanMoney::Part &part : money.parts) {
        if (money.anyShareSet)
            shares.push_back(std::min(1.0, part.share));
    }
    return shares;
}

} // namespace

RequestHandle WaveClient::events(const EventQuery &query, QObject *context, Callback<Page<Event>> callback)
{
    ApiQuery parameters;
    for (const auto &[name, value] : toQuery(query))
        parameters.add(name, value);
    return m_rest.call(Request::getOrRecall(api::path::events, parameters), context,
                       parsed<Page<Event>>(std::move(callback), eventPageFromJson));
}

RequestHandle WaveClient::event(const EventId &eid, QObject *context, Callback<Event> callback)
{
    return m_rest.call(
        Request::getOrRecall({api::path::event, {eid.value()}}), context,
        parsedObject<Event>(std::move(callback), [](const QJsonObject &o) { return Event::fromJson(o); }));
}

RequestHandle WaveClient::statistics(QObject *context, Callback<EventStatistics> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::statistics), context,
                       parsedObject<EventStatistics>(std::move(callback), [c = m_currency](const auto &o) {
                           return EventStatistics::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::eventStatistics(const EventId &eid, QObject *context,
                                          Callback<EventStatistics> callback)
{
    return m_rest.call(Request::getOrRecall({api::path::eventStatistics, {eid.value()}}), context,
                       parsedObject<EventStatistics>(std::move(callback), [c = m_currency](const auto &o) {
                           return EventStatistics::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::flaggedCount(QObject *context, Callback<int> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::flaggedEvents), context,
                       parsed<int>(std::move(callback), countFromJson));
}

RequestHandle WaveClient::venues(const QStringList &cities, QObject *context,
                                 Callback<std::vector<CityVenues>> callback)
{
    const auto query = ApiQuery().add(api::query::city, cities);
    return m_rest.call(Request::getOrRecall(api::path::venues, query), context,
                       parsed<std::vector<CityVenues>>(std::move(callback), venuesFromJson));
}

namespace {

// The first question about an event may train a new run, and so may each that rests on one.
Request patient(Request request)
{
    request.deadline = std::chrono::seconds(120);
    return request;
}

} // namespace

RequestHandle WaveClient::clusters(const EventId &eid, QObject *context, Callback<ClusterRun> callback)
{
    const Request request = patient(Request::getOrRecall({api::path::clusters, {eid.value()}}));
    return m_rest.call(request, context, parsedObject<ClusterRun>(std::move(callback), ClusterRun::fromJson));
}

RequestHandle WaveClient::clusters(const EventId &eid, TcRunId run, QObject *context,
                                   Callback<ClusterRun> callback)
{
    const Request request =
        patient(Request::getOrRecall({api::path::clusters, {eid.value()}}, assumed::clusterRun(run)));
    return m_rest.call(request, context, parsedObject<ClusterRun>(std::move(callback), ClusterRun::fromJson));
}

RequestHandle WaveClient::series(const EventId &eid, QObject *context, Callback<std::vector<Event>> callback)
{
    const auto query = ApiQuery().addNumber(api::query::limit, 1000);
    return m_rest.call(Request::getOrRecall({api::path::series, {eid.value()}}, query), context,
                       parsed<std::vector<Event>>(std::move(callback), eventsFrom));
}

RequestHandle WaveClient::setSeries(const EventId &eid, const std::vector<EventId> &siblings,
                                    QObject *context, Callback<void> callback)
{
    ApiQuery query;
    for (const EventId &sibling : siblings)
        query.add(api::query::eventSeries, sibling.value());
    return m_rest.call(Request::post({api::path::series, {eid.value()}}, query), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::setFrontendStatus(const EventId &eid, const OpenEnum<FrontendStatus> &status,
                                            QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::put({api::path::frontendStatus, {eid.value()}})
                           .withJson(compactJson(frontendStatusJson(status))),
                       context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::attributionModel(const EventId &eid, QObject *context,
                                           Callback<OpenEnum<AttributionModel>> callback)
{
    return m_rest.call(Request::getOrRecall({api::path::attributionModel, {eid.value()}}), context,
                       parsed<OpenEnum<AttributionModel>>(std::move(callback), [](const QJsonValue &json) {
                           return attributionModelFromJson(json.toObject());
                       }));
}

RequestHandle WaveClient::setAttributionModel(const EventId &eid, AttributionModel model, QObject *context,
                                              Callback<void> callback)
{
    return m_rest.call(Request::put({api::path::attributionModel, {eid.value()}})
                           .withJson(compactJson(attributionModelJson(model))),
                       context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::campaignDefaults(const EventId &eid, QObject *context,
                                           Callback<CampaignDefaults> callback)
{
    return m_rest.call(patient(Request::getOrRecall({api::path::campaignDefaults, {eid.value()}})), context,
                       parsedObject<CampaignDefaults>(std::move(callback), [c = m_currency](const auto &o) {
                           return CampaignDefaults::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::suggestedClusters(const EventId &eid, const PlanQuestion &plan, QObject *context,
                                            Callback<std::vector<SuggestedCluster>> callback)
{
    ApiQuery query;
    addMoney(query, api::query::budget, plan.budget);
    query.add(api::query::goal, plan.goal.wire());
    assumed::planDates(query, plan.start, plan.end);
    assumed::addRun(query, runOf(plan));
    return m_rest.call(
        patient(Request::getOrRecall({api::path::suggestedClusters, {eid.value()}}, query)), context,
        parsed<std::vector<SuggestedCluster>>(std::move(callback), [c = m_currency](const QJsonValue &json) {
            return suggestedClustersFromJson(json, c);
        }));
}

RequestHandle WaveClient::expectedValue(const EventId &eid, const PlanQuestion &plan, QObject *context,
                                        Callback<ExpectedValue> callback)
{
    ApiQuery query;
    query.add(api::query::goal, plan.goal.wire());
    addMoney(query, api::query::budget, plan.budget);
    for (const ChosenCluster &chosen : plan.clusters)
        query.add(api::query::tc, chosen.cluster.tc.value());
    for (const double share : sharesOf(plan))
        query.addNumber(api::query::budgetShare, share);
    assumed::addRun(query, runOf(plan));
    return m_rest.call(patient(Request::getOrRecall({api::path::expectedValue, {eid.value()}}, query)),
                       context, parsedObject<ExpectedValue>(std::move(callback), ExpectedValue::fromJson));
}

RequestHandle WaveClient::budgetLimits(const EventId &eid, const PlanQuestion &plan, QObject *context,
                                       Callback<BudgetLimits> callback)
{
    auto query = ApiQuery().addNumber(api::query::runtimeInDays, plan.days());
    query.add(api::query::goal, plan.goal.wire());
    if (!plan.clusters.empty())
        query.addNumber(api::query::clusters, static_cast<double>(plan.clusters.size()));
    assumed::addRun(query, runOf(plan));
    return m_rest.call(patient(Request::getOrRecall({api::path::budgetLimits, {eid.value()}}, query)),
                       context,
                       parsedObject<BudgetLimits>(std::move(callback), [c = m_currency](const auto &o) {
                           return BudgetLimits::fromJson(o, c);
                       }));
}

} // namespace groundswell
