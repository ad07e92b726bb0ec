#include "app/net/wave/waveclient.h"

#include "app/net/rest/session.h"
#include "app/net/wave/answers.h"
#include "app/net/wave/assumed.h"
#include "models/wave/absentmembers.h"
#include "models/wave/api/paths.h"
#include "models/wave/json.h"

// Published campaigns, their results and the sales that go into them (wave-api 2.6, 2.10, 9.5, 9.7).

namespace groundswell {

namespace {

Expected<CampaignCounts> countsFrom(const QJsonObject &json)
{
    JsonReader reader(json, {});
    CampaignCounts counts;
    counts.total = reader.smallInteger("total");
    counts.running = reader.smallInteger("running");
    counts.open = reader.smallInteger("open");
    counts.closed = reader.smallInteger("closed");
    counts.ignored = reader.smallInteger("ignored");
    return reader.finish(counts);
}

Expected<OpenEnum<TaskState>> taskStateFrom(const QJsonObject &json)
{
    JsonReader reader(json, {});
    return reader.finish(reader.word<TaskState>("state"));
}

Expected<SalesAdjustment> adjustmentFrom(const QJsonObject &json, const QString &at, const QString &currency)
{
    JsonReader reader(json, at);
    SalesAdjustment adjustment;
    adjustment.id = reader.text("id");
    adjustment.eid = EventId(reader.text("eid"));
    adjustment.purchases = reader.integer("purchase");
    adjustment.revenue = reader.money("revenue", currency);
    adjustment.createdAt = reader.dateTime("created_at");
    adjustment.source = reader.text("source");
    return reader.finish(std::move(adjustment));
}

Expected<AdInsights> insightsFrom(const QJsonObject &json, const QString &currency)
{
    JsonReader reader(json, {});
    AdInsights insights;
    insights.impressions = reader.integer("impressions");
    insights.clicks = reader.integer("clicks");
    insights.ads = reader.integer("ads");
    insights.spend = reader.money("spend", currency);
    insights.daily = reader.list<AdInsightsDay>(
        "daily", [&](const QJsonObject &entry, const QString &at) -> Expected<AdInsightsDay> {
            JsonReader day(entry, at);
            AdInsightsDay result;
            result.date = day.date("date");
            result.impressions = day.integer("impressions");
            result.clicks = day.integer("clicks");
            result.spend = day.money("spend", currency);
            return day.finish(result);
        });
    return reader.finish(std::move(insights));
}

} // namespace

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
                       parsedObject<CampaignCounts>(std::move(callback), countsFrom));
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
                       parsedObject<OpenEnum<TaskState>>(std::move(callback), taskStateFrom));
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
                           return insightsFrom(o, c);
                       }));
}

RequestHandle WaveClient::salesAdjustments(const EventId &eid, QObject *context,
                                           Callback<std::vector<SalesAdjustment>> callback)
{
    const auto query = ApiQuery()
                           .add(api::query::eid, eid.value())
                           .add(api::query::partnerId, m_rest.session().partner().value());
    const auto parse = [c = m_currency](const QJsonValue &json) {
        QString at;
        return unwrapList(json, "campaign_results", at).and_then([&](const QJsonArray &rows) {
            return readList<SalesAdjustment>(rows, at, [&](const QJsonObject &row, const QString &pointer) {
                return adjustmentFrom(row, pointer, c);
            });
        });
    };
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
    QJsonArray tickets;
    for (const TicketSales &line : summary.tickets) {
        tickets.append(QJsonObject{{QStringLiteral("type"), line.type},
                                   {QStringLiteral("sold"), line.sold},
                                   {QStringLiteral("revenue"), line.revenue.toJson()}});
    }
    const QJsonObject body{{QStringLiteral("eid"), summary.eid.value()},
                           {QStringLiteral("from"), wireDate(summary.from)},
                           {QStringLiteral("to"), wireDate(summary.to)},
                           {QStringLiteral("tickets"), tickets}};
    return m_rest.call(Request::post(api::path::transactionSummary).withJson(compactJson(body)), context,
                       acknowledged(std::move(callback)));
}

} // namespace groundswell
