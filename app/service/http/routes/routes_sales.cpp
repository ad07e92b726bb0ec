#include "app/service/http/routes/routes.h"

#include "app/service/store/campaignstore.h"
#include "app/service/store/eventstore.h"
#include "app/service/usecases/forms/bodyform.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

Expected<std::vector<SalesSummary>> summariesOf(const QJsonObject &body, const QString &currency)
{
    BodyForm form;
    form.required(body, {}, {"eid", "from", "to", "tickets"});
    form.texts(body, {}, {"from", "to"});
    const QJsonArray lines = body.value(u"tickets").toArray();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString at = QStringLiteral("/tickets/%1").arg(i);
        form.texts(lines.at(i).toObject(), at, {"type"});
        form.amounts(lines.at(i).toObject(), at, {"revenue"}, currency);
    }
    JsonReader reader(body, {});
    SalesSummary common;
    common.eid = EventId(reader.text("eid"));
    common.from = reader.date("from");
    common.to = reader.date("to");
    auto rows = reader.list<SalesSummary>("tickets", [&](const QJsonObject &json, const QString &at) {
        JsonReader line(json, at);
        SalesSummary row = common;
        row.ticketType = line.text("type");
        row.sold = line.integer("sold").value_or(-1);
        row.revenue = line.money("revenue", currency).value_or(Money{0, currency});
        if (row.ticketType.isEmpty())
            line.fail(Problem::protocol(line.pointerTo("type"), QStringLiteral("a ticket type")));
        if (row.sold < 0)
            line.fail(
                Problem::protocol(line.pointerTo("sold"), QStringLiteral("a number that isn't negative")));
        if (row.revenue.minor < 0)
            line.fail(Problem::protocol(line.pointerTo("revenue"),
                                        QStringLiteral("an amount that isn't negative")));
        return line.finish(std::move(row));
    });
    if (reader.problem())
        form.complaint(*reader.problem());
    if (auto found = form.finish(QStringLiteral("error.request.invalid")); !found)
        return tl::make_unexpected(found.error());
    if (!common.from.isValid() || !common.to.isValid() || common.to < common.from)
        return tl::make_unexpected(invalidField(QStringLiteral("out_of_range"), QStringLiteral("/to")));
    if (rows.empty())
        return tl::make_unexpected(invalidField(QStringLiteral("missing"), QStringLiteral("/tickets")));
    return rows;
}

Response takeSummary(Workspace &workspace, const Call &call)
{
    const auto body = jsonBody(call.request);
    const auto organiser = workspace.organiser();
    if (!body || !organiser)
        return errorReply(!body ? body.error() : organiser.error());
    const auto rows = summariesOf(*body, organiser->currency);
    if (!rows)
        return errorReply(rows.error());
    if (const auto event = workspace.store().events().event(rows->front().eid); !event)
        return errorReply(event.error());
    return reply(workspace.store().campaigns().putSalesSummaries(*rows),
                 [] { return jsonReply(QJsonObject()); });
}

QJsonObject summaryJson(const SalesSummary &summary)
{
    return {{QStringLiteral("type"), summary.ticketType},
            {QStringLiteral("from"), dateJson(summary.from)},
            {QStringLiteral("to"), dateJson(summary.to)},
            {QStringLiteral("sold"), summary.sold},
            {QStringLiteral("revenue"), summary.revenue.toJson()}};
}

/// What the imported sales say by day, and beside it what was typed in for whole periods.
Response dailyRevenue(Workspace &workspace, const Call &call)
{
    const auto organiser = workspace.organiser();
    if (!organiser)
        return errorReply(organiser.error());
    QueryReader query(call.request);
    const EventId event(query.required(api::query::eventId, query.text(api::query::eventId)));
    const QDate start = query.date(api::query::startDate).value_or(QDate(1900, 1, 1));
    const QDate end = query.date(api::query::endDate).value_or(QDate(2100, 1, 1));
    // Amounts are stored in one currency; another one would need rates that nobody delivered.
    if (query.text(api::query::currency, organiser->currency) != organiser->currency)
        query.fail("unknown_value", api::query::currency);
    if (query.problem())
        return errorReply(*query.problem());
    const auto days = workspace.store().events().dailySales(event);
    const auto typed = workspace.store().campaigns().salesSummaries(event);
    if (!days || !typed)
        return errorReply(!days ? days.error() : typed.error());
    QJsonArray daily;
    for (const DailySales &day : *days) {
        if (day.day >= start && day.day <= end)
            daily.append(QJsonObject{{QStringLiteral("date"), dateJson(day.day)},
                                     {QStringLiteral("tickets"), day.tickets},
                                     {QStringLiteral("revenue"), day.revenue.toJson()}});
    }
    QJsonArray adjustments;
    for (const SalesSummary &summary : *typed)
        adjustments.append(summaryJson(summary));
    return jsonReply(QJsonObject{{QStringLiteral("event_id"), event.value()},
                                 {QStringLiteral("currency"), organiser->currency},
                                 {QStringLiteral("daily"), daily},
                                 {QStringLiteral("manual_adjustments"), adjustments}});
}

} // namespace

void addSalesRoutes(Router &router, const RouteContext &context)
{
    Workspace &workspace = *context.useCases.workspace;
    route(
        router, "POST", api::path::transactionSummary,
        [&workspace](const Call &call) { return takeSummary(workspace, call); }, BodyKind::Json);
    route(router, "GET", api::path::dailyRevenue,
          [&workspace](const Call &call) { return dailyRevenue(workspace, call); });
}

} // namespace groundswell::service
