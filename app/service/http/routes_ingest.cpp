#include "app/service/http/routes.h"

#include "app/service/store/campaignstore.h"
#include "app/service/store/eventstore.h"
#include "models/wave/json.h"

namespace groundswell::service {

namespace {

Expected<std::vector<SalesSummary>> summariesOf(const QJsonObject &body, const QString &currency)
{
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
        if (row.sold < 0 || row.revenue.minor < 0)
            line.fail(
                Problem::protocol(line.pointerTo("sold"), QStringLiteral("a number that isn't negative")));
        return line.finish(std::move(row));
    });
    if (!reader.problem() && (!common.from.isValid() || !common.to.isValid() || common.to < common.from))
        return tl::make_unexpected(invalidField(QStringLiteral("out_of_range"), QStringLiteral("to")));
    if (!reader.problem() && rows.empty())
        return tl::make_unexpected(invalidField(QStringLiteral("missing"), QStringLiteral("tickets")));
    return reader.finish(std::move(rows));
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

} // namespace

void addIngestRoutes(Router &router, const RouteContext &context)
{
    Workspace &workspace = *context.rooms.workspace;
    route(
        router, "POST", "/ingest/transaction_summary",
        [&workspace](const Call &call) { return takeSummary(workspace, call); }, BodyKind::Json);
}

} // namespace groundswell::service
