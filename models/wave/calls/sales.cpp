#include "models/wave/calls/sales.h"

#include "models/wave/jsonparts.h"

namespace groundswell {

Expected<SalesAdjustment> SalesAdjustment::fromJson(const QJsonObject &json, const QString &at,
                                                    const QString &currency)
{
    JsonReader reader(json, at);
    SalesAdjustment adjustment;
    adjustment.id = reader.text("id");
    adjustment.eid = EventId(reader.text("eid"));
    adjustment.purchases = reader.integer("purchase");
    adjustment.revenue = reader.money("revenue", currency);
    adjustment.createdAt = reader.dateTime("created_at");
    adjustment.source = reader.text("source");
    adjustment.extra = reader.rest();
    return reader.finish(std::move(adjustment));
}

QJsonObject SalesAdjustment::toJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("id"), textJson(id));
    json.insert(QLatin1StringView("eid"), textJson(eid.value()));
    json.insert(QLatin1StringView("purchase"), integerJson(purchases));
    json.insert(QLatin1StringView("revenue"), moneyJson(revenue));
    json.insert(QLatin1StringView("created_at"), dateTimeJson(createdAt));
    json.insert(QLatin1StringView("source"), textJson(source));
    return json;
}

Expected<std::vector<SalesAdjustment>> salesAdjustmentsFromJson(const QJsonValue &json,
                                                                const QString &currency)
{
    QString at;
    return unwrapList(json, "campaign_results", at).and_then([&](const QJsonArray &rows) {
        return readList<SalesAdjustment>(rows, at, [&](const QJsonObject &row, const QString &pointer) {
            return SalesAdjustment::fromJson(row, pointer, currency);
        });
    });
}

Expected<TicketSales> TicketSales::fromJson(const QJsonObject &json, const QString &at,
                                            const QString &currency)
{
    JsonReader reader(json, at);
    TicketSales line;
    line.type = reader.text("type");
    line.sold = reader.integer("sold").value_or(0);
    line.revenue = reader.money("revenue", currency).value_or(Money{0, currency});
    return reader.finish(std::move(line));
}

QJsonObject TicketSales::toJson() const
{
    return {{QLatin1StringView("type"), type},
            {QLatin1StringView("sold"), sold},
            {QLatin1StringView("revenue"), revenue.toJson()}};
}

Expected<TransactionSummary> TransactionSummary::fromJson(const QJsonObject &json, const QString &currency)
{
    JsonReader reader(json, {});
    TransactionSummary summary;
    summary.eid = EventId(reader.text("eid"));
    summary.from = reader.date("from");
    summary.to = reader.date("to");
    summary.tickets = reader.list<TicketSales>("tickets", [&](const QJsonObject &line, const QString &at) {
        return TicketSales::fromJson(line, at, currency);
    });
    return reader.finish(std::move(summary));
}

// Every member is required: what isn't known is empty rather than null.
QJsonObject TransactionSummary::toJson() const
{
    return {{QLatin1StringView("eid"), eid.value()},
            {QLatin1StringView("from"), from.toString(Qt::ISODate)},
            {QLatin1StringView("to"), to.toString(Qt::ISODate)},
            {QLatin1StringView("tickets"), listJson(tickets)}};
}

} // namespace groundswell
