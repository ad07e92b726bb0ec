// The part of the campaign store that keeps what people type in: adjustments and summaries of sales,
// and what ads cost.

#include "app/service/store/refusal.h"
#include "app/service/store/sqlite/stores/rowjson.h"
#include "app/service/store/sqlite/stores/sqlitecampaignstore.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"

namespace groundswell::service {

namespace {

std::optional<QString> idOf(const std::optional<EventId> &event)
{
    return event ? std::optional(event->value()) : std::nullopt;
}

} // namespace

Expected<std::vector<ResultAdjustment>> SqliteCampaignStore::adjustments(const std::optional<EventId> &event)
{
    return m_connections.read([&](Database &database) {
        const QString currency = readOrganiser(database).currency;
        Statement select =
            database.prepare("SELECT no, event_id, purchases, revenue_minor, created_at, source"
                             " FROM campaign_result WHERE ?1 IS NULL OR event_id = ?1 ORDER BY no");
        select.bindAll(idOf(event));
        std::vector<ResultAdjustment> rows;
        while (select.step()) {
            rows.push_back({select.integer(0), EventId(select.text(1)), select.integer(2),
                            Money{select.integer(3), currency}, timeOf(select.integer(4)), select.text(5)});
        }
        return rows;
    });
}

Expected<ResultAdjustment> SqliteCampaignStore::addAdjustment(const ResultAdjustment &adjustment)
{
    return m_connections.write([&](Database &database) {
        database.run("INSERT INTO campaign_result (event_id, purchases, revenue_minor, created_at, source)"
                     " VALUES (?, ?, ?, ?, ?)",
                     adjustment.eid.value(), adjustment.purchases, adjustment.revenue.minor,
                     seconds(adjustment.createdAt), adjustment.source);
        ResultAdjustment stored = adjustment;
        stored.id = database.lastInsertId();
        return stored;
    });
}

Expected<void> SqliteCampaignStore::removeAdjustment(qint64 id)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        database.run("DELETE FROM campaign_result WHERE no = ?", id);
        if (database.changes() == 0)
            return tl::make_unexpected(refusal(404, QStringLiteral("error.campaign_result.not_found")));
        return {};
    });
}

Expected<void> SqliteCampaignStore::putSalesSummaries(const std::vector<SalesSummary> &rows)
{
    return m_connections.write([&](Database &database) {
        for (const SalesSummary &row : rows) {
            database.run(
                "INSERT OR REPLACE INTO sales_summary"
                " (event_id, from_day, to_day, ticket_type, sold, revenue_minor) VALUES (?, ?, ?, ?, ?, ?)",
                row.eid.value(), row.from.toString(Qt::ISODate), row.to.toString(Qt::ISODate), row.ticketType,
                row.sold, row.revenue.minor);
        }
    });
}

Expected<std::vector<SalesSummary>> SqliteCampaignStore::salesSummaries(const std::optional<EventId> &event)
{
    return m_connections.read([&](Database &database) {
        const QString currency = readOrganiser(database).currency;
        Statement select =
            database.prepare("SELECT event_id, from_day, to_day, ticket_type, sold, revenue_minor"
                             " FROM sales_summary WHERE ?1 IS NULL OR event_id = ?1"
                             " ORDER BY event_id, from_day, to_day, ticket_type");
        select.bindAll(idOf(event));
        std::vector<SalesSummary> rows;
        while (select.step()) {
            rows.push_back({EventId(select.text(0)), QDate::fromString(select.text(1), Qt::ISODate),
                            QDate::fromString(select.text(2), Qt::ISODate), select.text(3), select.integer(4),
                            Money{select.integer(5), currency}});
        }
        return rows;
    });
}

Expected<std::vector<AdSpend>> SqliteCampaignStore::adSpend(const std::optional<EventId> &event)
{
    return m_connections.read([&](Database &database) {
        const QString currency = readOrganiser(database).currency;
        Statement select =
            database.prepare("SELECT no, event_id, tc, tc_run_id, day, amount_minor FROM ad_spend"
                             " WHERE ?1 IS NULL OR event_id = ?1 ORDER BY event_id, day, no");
        select.bindAll(idOf(event));
        std::vector<AdSpend> result;
        while (select.step()) {
            result.push_back({select.integer(0), EventId(select.text(1)),
                              ClusterRef{ClusterName(select.text(2)), select.integer(3)},
                              QDate::fromString(select.text(4), Qt::ISODate),
                              Money{select.integer(5), currency}});
        }
        return result;
    });
}

Expected<qint64> SqliteCampaignStore::addAdSpend(const AdSpend &spend)
{
    return m_connections.write([&](Database &database) -> qint64 {
        database.run(
            "INSERT INTO ad_spend (event_id, tc, tc_run_id, day, amount_minor) VALUES (?, ?, ?, ?, ?)",
            spend.eid.value(), spend.cluster.tc.value(), spend.cluster.tcRunId,
            spend.day.toString(Qt::ISODate), spend.amount.minor);
        return database.lastInsertId();
    });
}

Expected<void> SqliteCampaignStore::removeAdSpend(qint64 id)
{
    return m_connections.write(
        [&](Database &database) { database.run("DELETE FROM ad_spend WHERE no = ?", id); });
}

} // namespace groundswell::service
