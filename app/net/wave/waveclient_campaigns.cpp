#include "app/net/wave/waveclient.h"

#include "app/net/rest/session.h"
#include "app/net/wave/answers.h"
#include "app/net/wave/assumed.h"
#include "models/wave/absentmembers.h"
#include "models/wave/calls/adfigures.h"
#include "models/wave/calls/planquestion.h"
#include "models/wave/calls/sales.h"
#include "models/wave/calls/taskstate.h"

// Published campaigns, their results and the sales that go into them (wave-api 2.6, 2.10, 9.5, 9.7).

namespace groundswell {

namespace {

ApiPath eventPath(const EventId &eid, const QString &rest)
{
    return {QStringLiteral("events"), eid.value(), rest};
}

ApiPath adResultsPath(const EventId &eid, const QString &rest)
{
    return {QStringLiteral("integrations"), QStringLiteral("facebook"), QStringLiteral("events"), eid.value(),
            rest};
}

ApiPath salesAdjustmentsPath()
{
    return ApiPath{QStringLiteral("campaign_results")}.withSlash();
}

} // namespace

RequestHandle WaveClient::campaigns(const EventId &eid, QObject *context,
                                    Callback<std::vector<Campaign>> callback)
{
    return m_rest.call(
        Request::getOrRecall(eventPath(eid, QStringLiteral("campaigns"))), context,
        parsed<std::vector<Campaign>>(std::move(callback), [c = m_currency](const QJsonValue &json) {
            return campaignsFromJson(json, c);
        }));
}

RequestHandle WaveClient::editCampaign(const CampaignEdit &edit, QObject *context,
                                       Callback<Campaign> callback)
{
    const QJsonObject sent = edit.toJson();
    return m_rest.call(Request::post({QStringLiteral("campaigns_setup")}).withJson(compactJson(sent)),
                       context,
                       parsedObject<Campaign>(std::move(callback), [sent, c = m_currency](const auto &o) {
                           return Campaign::fromJson(withAbsentMembers(o, sent), c);
                       }));
}

RequestHandle WaveClient::addCampaign(const CampaignAddition &addition, QObject *context,
                                      Callback<Campaign> callback)
{
    const auto query = assumed::campaignAddition(addition.eid, addition.cluster, addition.budget.toDouble(),
                                                 wireDate(addition.startDate), wireDate(addition.endDate));
    return m_rest.call(Request::post(ApiPath{QStringLiteral("campaigns")}.withSlash(), query), context,
                       parsedObject<Campaign>(std::move(callback), [c = m_currency](const auto &o) {
                           return Campaign::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::changeRuntimeBudget(const EventId &eid, const Money &totalBudget,
                                              const QDate &endDate, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::post({QStringLiteral("campaigns"), QStringLiteral("new_runtime_budget")},
                                     assumed::runtimeBudget(eid, totalBudget.toDouble(), wireDate(endDate))),
                       context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::campaignCounts(QObject *context, Callback<CampaignCounts> callback)
{
    return m_rest.call(Request::getOrRecall({QStringLiteral("campaigns"), QStringLiteral("statistics")}),
                       context, parsedObject<CampaignCounts>(std::move(callback), CampaignCounts::fromJson));
}

RequestHandle WaveClient::setCampaignRunState(const EventId &eid, CampaignRunState state, QObject *context,
                                              Callback<void> callback)
{
    const QString name = QStringLiteral("client_campaign_status");
    const auto query = ApiQuery().add(name, OpenEnum<CampaignRunState>(state).wire());
    return m_rest.call(Request::put(eventPath(eid, name), query), context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::runStateTask(const EventId &eid, QObject *context,
                                       Callback<OpenEnum<TaskState>> callback)
{
    return m_rest.call(Request::get({QStringLiteral("events"), eid.value(),
                                     QStringLiteral("client_campaign_status"), QStringLiteral("task")}),
                       context, parsedObject<OpenEnum<TaskState>>(std::move(callback), taskStateFromJson));
}

RequestHandle WaveClient::setCampaignOptimisation(const EventId &eid, Switch value, QObject *context,
                                                  Callback<void> callback)
{
    const QString name = QStringLiteral("campaign_optimisation_status");
    const auto query = ApiQuery().add(name, OpenEnum<Switch>(value).wire());
    return m_rest.call(Request::put(eventPath(eid, name), query), context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::setAdOptimisation(const EventId &eid, Switch value, QObject *context,
                                            Callback<void> callback)
{
    const QString name = QStringLiteral("ad_campaign_optimisation_status");
    const auto query = ApiQuery().add(name, OpenEnum<Switch>(value).wire());
    return m_rest.call(Request::put(eventPath(eid, name), query), context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::campaignResults(const EventId &eid, QObject *context,
                                          Callback<CampaignResults> callback)
{
    return m_rest.call(Request::get(adResultsPath(eid, QStringLiteral("campaign_results"))), context,
                       parsedObject<CampaignResults>(std::move(callback), [c = m_currency](const auto &o) {
                           return CampaignResults::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::adInsights(const EventId &eid, QObject *context, Callback<AdInsights> callback)
{
    return m_rest.call(Request::get(adResultsPath(eid, QStringLiteral("fb_insights"))), context,
                       parsedObject<AdInsights>(std::move(callback), [c = m_currency](const auto &o) {
                           return AdInsights::fromJson(o, c);
                       }));
}

RequestHandle WaveClient::salesAdjustments(const EventId &eid, QObject *context,
                                           Callback<std::vector<SalesAdjustment>> callback)
{
    const auto query = ApiQuery()
                           .add(QStringLiteral("eid"), eid.value())
                           .add(QStringLiteral("partner_id"), m_rest.session().partner().value());
    const auto parse = [c = m_currency](const QJsonValue &json) { return salesAdjustmentsFromJson(json, c); };
    return m_rest.call(Request::get(salesAdjustmentsPath(), query), context,
                       parsed<std::vector<SalesAdjustment>>(std::move(callback), parse));
}

RequestHandle WaveClient::addSalesAdjustment(const EventId &eid, qint64 purchases, const Money &revenue,
                                             QObject *context, Callback<void> callback)
{
    const auto query = ApiQuery()
                           .add(QStringLiteral("eid"), eid.value())
                           .add(QStringLiteral("partner_id"), m_rest.session().partner().value())
                           .add(QStringLiteral("purchase"), QString::number(purchases))
                           .addNumber(QStringLiteral("revenue"), revenue.toDouble());
    return m_rest.call(Request::post(salesAdjustmentsPath(), query), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::removeSalesAdjustment(const QString &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::remove(salesAdjustmentsPath(), ApiQuery().add(QStringLiteral("id"), id)),
                       context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::sendTransactionSummary(const TransactionSummary &summary, QObject *context,
                                                 Callback<void> callback)
{
    return m_rest.call(Request::post({QStringLiteral("ingest"), QStringLiteral("transaction_summary")})
                           .withJson(compactJson(summary.toJson())),
                       context, acknowledged(std::move(callback)));
}

} // namespace groundswell
