#include "app/net/wave/waveclient.h"

#include "app/net/rest/session.h"
#include "app/net/wave/answers.h"
#include "app/net/wave/assumed.h"
#include "models/wave/absentmembers.h"
#include "models/wave/api/paths.h"
#include "models/wave/calls/adfigures.h"
#include "models/wave/calls/planquestion.h"
#include "models/wave/calls/sales.h"
#include "models/wave/calls/taskstate.h"

// Published campaigns, their results and the sales that go into them (wave-api 2.6, 2.10, 9.5, 9.7).

namespace groundswell {

RequestHandle WaveClient::campaigns(const EventId &eid, QObject *context,
                                    Callback<std::vector<Campaign>> callback)
{
    return m_rest.call(
        Request::getOrRecall({api::path::eventCampaigns, {eid.value()}}), context,
        parsed<std::vector<Campaign>>(std::move(callback), [c = m_currency](const QJsonValue &json) {
            return campaignsFromJson(json, c);
        }));
}

RequestHandle WaveClient::editCampaign(const CampaignEdit &edit, QObject *context,
                                       Callback<Campaign> callback)
{
    const QJsonObject sent = edit.toJson();
    return m_rest.call(Request::post(api::path::campaignsSetup).withJson(compactJson(sent)), context,
                       parsedObject<Campaign>(std::move(callback), [sent, c = m_currency](const auto &o) {
                           return Campaign::fromJson(withAbsentMembers(o, sent), c);
                       }));
}

RequestHandle WaveClient::addCampaign(const CampaignAddition &addition, QObject *context,
                                      Callback<Campaign> callback)
{
    const auto query = assumed::campaignAddition(addition.eid, addition.cluster, addition.budget.toDouble(),
                                                 wireDate(addition.startDate), wireDate(addition.endDate));
    return m_rest.call(Request::post(api::path::campaigns, query), context,
                       parsedObject<Campaign>(std::move(callback), [c = m_currency](const auto &o) {
                           return Campaign::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::changeRuntimeBudget(const EventId &eid, const Money &totalBudget,
                                              const QDate &endDate, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::post(api::path::runtimeBudget,
                                     assumed::runtimeBudget(eid, totalBudget.toDouble(), wireDate(endDate))),
                       context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::campaignCounts(QObject *context, Callback<CampaignCounts> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::campaignCounts), context,
                       parsedObject<CampaignCounts>(std::move(callback), CampaignCounts::fromJson));
}

RequestHandle WaveClient::setCampaignRunState(const EventId &eid, CampaignRunState state, QObject *context,
                                              Callback<void> callback)
{
    const auto query = ApiQuery().add(api::query::runState, OpenEnum<CampaignRunState>(state).wire());
    return m_rest.call(Request::put({api::path::runState, {eid.value()}}, query), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::runStateTask(const EventId &eid, QObject *context,
                                       Callback<OpenEnum<TaskState>> callback)
{
    return m_rest.call(Request::get({api::path::runStateTask, {eid.value()}}), context,
                       parsedObject<OpenEnum<TaskState>>(std::move(callback), taskStateFromJson));
}

RequestHandle WaveClient::setCampaignOptimisation(const EventId &eid, Switch value, QObject *context,
                                                  Callback<void> callback)
{
    const auto query = ApiQuery().add(api::query::campaignOptimisation, OpenEnum<Switch>(value).wire());
    return m_rest.call(Request::put({api::path::campaignOptimisation, {eid.value()}}, query), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::setAdOptimisation(const EventId &eid, Switch value, QObject *context,
                                            Callback<void> callback)
{
    const auto query = ApiQuery().add(api::query::adOptimisation, OpenEnum<Switch>(value).wire());
    return m_rest.call(Request::put({api::path::adOptimisation, {eid.value()}}, query), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::campaignResults(const EventId &eid, QObject *context,
                                          Callback<CampaignResults> callback)
{
    return m_rest.call(Request::get({api::path::campaignResults, {eid.value()}}), context,
                       parsedObject<CampaignResults>(std::move(callback), [c = m_currency](const auto &o) {
                           return CampaignResults::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::adInsights(const EventId &eid, QObject *context, Callback<AdInsights> callback)
{
    return m_rest.call(Request::get({api::path::adInsights, {eid.value()}}), context,
                       parsedObject<AdInsights>(std::move(callback), [c = m_currency](const auto &o) {
                           return AdInsights::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::salesAdjustments(const EventId &eid, QObject *context,
                                           Callback<std::vector<SalesAdjustment>> callback)
{
    const auto query = ApiQuery()
                           .add(api::query::eid, eid.value())
                           .add(api::query::partnerId, m_rest.session().partner().value());
    const auto parse = [c = m_currency](const QJsonValue &json) { return salesAdjustmentsFromJson(json, c); };
    return m_rest.call(Request::get(api::path::salesAdjustments, query), context,
                       parsed<std::vector<SalesAdjustment>>(std::move(callback), parse));
}

RequestHandle WaveClient::addSalesAdjustment(const EventId &eid, qint64 purchases, const Money &revenue,
                                             QObject *context, Callback<void> callback)
{
    const auto query = ApiQuery()
                           .add(api::query::eid, eid.value())
                           .add(api::query::partnerId, m_rest.session().partner().value())
                           .add(api::query::purchase, QString::number(purchases))
                           .addNumber(api::query::revenue, revenue.toDouble());
    return m_rest.call(Request::post(api::path::salesAdjustments, query), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::removeSalesAdjustment(const QString &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove(api::path::salesAdjustments, ApiQuery().add(api::query::id, id)),
                       context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::sendTransactionSummary(const TransactionSummary &summary, QObject *context,
                                                 Callback<void> callback)
{
    return m_rest.call(Request::post(api::path::transactionSummary).withJson(compactJson(summary.toJson())),
                       context, acknowledged(std::move(callback)));
}

} // namespace groundswell
