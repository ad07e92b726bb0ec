#include "app/service/store/sqlite/stores/sqliteeventstore.h"

#include "app/service/store/sqlite/import/eventimport.h"
#include "app/service/store/sqlite/sales/saletable.h"
#include "app/service/store/sqlite/stores/contentstate.h"
#include "app/service/store/sqlite/stores/eventfilter.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"
#include "models/time/clock.h"

#include <algorithm>
#include <limits>
#include <map>

namespace groundswell::service {

namespace {

constexpr const char *columns =
    "SELECT id, title, starts_at, venue, hall, city, country, genre, series, artists, composers, capacity,"
    " price_minor, on_sale_at, latitude, longitude, tickets_sold, revenue_minor, orders, first_sale_at, "
    "status,"
    " frontend_status, client_campaign_status, campaign_optimisation_status, ad_campaign_optimisation_status,"
    " special_ad_category, attribution_model, setup_state, campaign_status, day, over_at FROM event";

constexpr int maxPageSize = 1000;

QStringList lines(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

QDateTime utc(std::optional<std::int64_t> seconds)
{
    return seconds ? QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC) : QDateTime();
}

template <class E> OpenEnum<E> word(const Statement &row, int column)
{
    return OpenEnum<E>::fromWire(row.text(column));
}

void readFacts(const Statement &row, Event &event)
{
    event.id = EventId(row.text(0));
    event.title = row.text(1);
    event.start = utc(row.integer(2));
    event.venue = row.text(3);
    event.hall = row.text(4);
    event.city = row.text(5);
    event.country = row.text(6);
    event.genre = row.text(7);
    event.series = row.text(8);
    event.artists = lines(row.text(9));
    if (!row.isNull(11))
        event.capacity = static_cast<int>(row.integer(11));
    event.latitude = row.optionalReal(14);
    event.longitude = row.optionalReal(15);
    event.ticketsSold = static_cast<int>(row.integer(16));
    event.day = QDate::fromString(row.text(29), Qt::ISODate);
}

void readDecisions(const Statement &row, Event &event)
{
    event.status = row.text(20);
    event.frontendStatus = word<FrontendStatus>(row, 21);
    event.clientCampaignStatus = word<CampaignRunState>(row, 22);
    event.campaignOptimisationStatus = word<Switch>(row, 23);
    event.adCampaignOptimisationStatus = word<Switch>(row, 24);
    event.specialAdCategory = row.text(25);
    event.setupState = word<SetupState>(row, 27);
    event.campaignStatus = word<CampaignRollup>(row, 28);
}

StoredEvent readEvent(const Statement &row, const QString &currency)
{
    StoredEvent result;
    readFacts(row, result.event);
    readDecisions(row, result.event);
    result.composers = lines(row.text(10));
    if (const auto price = row.optionalInteger(12))
        result.price = Money{*price, currency};
    result.onSaleAt = utc(row.optionalInteger(13));
    result.revenue = Money{row.integer(17), currency};
    result.orders = static_cast<int>(row.integer(18));
    result.firstSaleAt = utc(row.optionalInteger(19));
    result.attributionModel = row.text(26);
    result.overAt = utc(row.integer(30));
    return result;
}

Problem notFound(const EventId &id)
{
    Problem problem;
    problem.kind = Problem::Kind::NotFound;
    problem.httpStatus = 404;
    problem.messageKey = QStringLiteral("error.event.not_found");
    problem.detail = id.value();
    return problem;
}

Expected<std::int64_t> numberOf(Database &database, const EventId &id)
{
    Statement select = database.prepare("SELECT no FROM event WHERE id = ?");
    select.bindAll(id.value());
    if (!select.step())
        return tl::make_unexpected(notFound(id));
    return select.integer(0);
}

} // namespace

Expected<Page<StoredEvent>> SqliteEventStore::page(const EventFilter &filter)
{
    return m_connections.read([&](Database &database) {
        const Organiser organiser = readOrganiser(database);
        const EventConditions conditions = conditionsOf(filter, organiser.timeZone);
        Statement count = database.prepare("SELECT count(*) FROM event" + conditions.where);
        conditions.bindTo(count);
        count.step();

        Page<StoredEvent> result;
        const int limit = std::clamp(filter.query.limit, 1, maxPageSize);
        result.total = static_cast<int>(count.integer(0));
        result.pages = std::max(1, (result.total + limit - 1) / limit);
        result.page = std::clamp(filter.query.page, 1, result.pages);

        const std::string now = std::to_string(filter.now.toSecsSinceEpoch());
        const std::string order = " ORDER BY frontend_status = 'FLAGGED' DESC, over_at < " + now
            + ", abs(starts_at - " + now + "), id";
        // Sorting numbers and then fetching one page of rows costs half of sorting whole rows.
        Statement select = database.prepare(columns
                                            + (" JOIN (SELECT no AS picked FROM event" + conditions.where
                                               + order + " LIMIT ? OFFSET ?) ON no = picked" + order));
        const int next = conditions.bindTo(select);
        select.bind(next, limit).bind(next + 1, (result.page - 1) * limit);
        while (select.step())
            result.items.push_back(readEvent(select, organiser.currency));
        return result;
    });
}

Expected<StoredEvent> SqliteEventStore::event(const EventId &id)
{
    return m_connections.read([&](Database &database) -> Expected<StoredEvent> {
        Statement select = database.prepare(std::string(columns) + " WHERE id = ?");
        select.bindAll(id.value());
        if (!select.step())
            return tl::make_unexpected(notFound(id));
        return readEvent(select, readOrganiser(database).currency);
    });
}

Expected<EventTotals> SqliteEventStore::totals(const QDateTime &now)
{
    return m_connections.read([&](Database &database) {
        Statement select =
            database.prepare("SELECT count(*), sum(over_at >= ?1), sum(frontend_status = 'FLAGGED'),"
                             " sum(campaign_status <> ''), sum(campaign_status = '' AND over_at >= ?1),"
                             " sum(campaign_status = 'RUNNING'),"
                             " sum(campaign_status = 'CLOSED' OR campaign_status = '' AND over_at < ?1),"
                             " sum(revenue_minor), sum(tickets_sold), sum(orders) FROM event");
        select.bindAll(now.toSecsSinceEpoch());
        select.step();
        const auto number = [&](int column) { return static_cast<int>(select.integer(column)); };
        EventTotals totals;
        totals.events = number(0);
        totals.upcoming = number(1);
        totals.flagged = number(2);
        totals.withCampaigns = number(3);
        totals.open = number(4);
        totals.running = number(5);
        totals.closed = number(6);
        totals.revenue = Money{select.integer(7), readOrganiser(database).currency};
        totals.ticketsSold = select.integer(8);
        totals.orders = number(9);
        return totals;
    });
}

Expected<bool> SqliteEventStore::isEmpty()
{
    return m_connections.read(
        [](Database &database) { return !database.prepare("SELECT 1 FROM event LIMIT 1").step(); });
}

Expected<std::vector<VenueEntry>> SqliteEventStore::venues(const QStringList &cities)
{
    return m_connections.read([&](Database &database) {
        Statement select = database.prepare("SELECT city, venue, hall, count(*) FROM event WHERE venue <> ''"
                                            " GROUP BY city, venue, hall ORDER BY city, venue, hall");
        std::vector<VenueEntry> result;
        while (select.step()) {
            const QString city = select.text(0);
            const QString venue = select.text(1);
            if (!cities.isEmpty() && !cities.contains(city))
                continue;
            if (result.empty() || result.back().city != city || result.back().venue != venue)
                result.push_back({city, venue, {}, 0});
            if (const QString hall = select.text(2); !hall.isEmpty())
                result.back().halls << hall;
            result.back().events += static_cast<int>(select.integer(3));
        }
        return result;
    });
}

Expected<std::vector<TicketCategory>> SqliteEventStore::ticketCategories(const EventId &id)
{
    return m_connections.read([&](Database &database) -> Expected<std::vector<TicketCategory>> {
        const auto number = numberOf(database, id);
        if (!number)
            return tl::make_unexpected(number.error());
        const QString currency = readOrganiser(database).currency;
        std::map<std::uint32_t, std::pair<std::int64_t, std::int64_t>> sums; // tickets, revenue by category
        SaleTable(database).visit(static_cast<std::uint32_t>(*number),
                                  [&](std::uint32_t, SaleBlockReader &block) {
                                      for (SaleLine line; block.next(line);) {
                                          auto &[tickets, revenue] = sums[line.category];
                                          tickets += line.quantity;
                                          revenue += line.amountMinor;
                                      }
                                  });
        Statement name = database.prepare("SELECT name FROM ticket_category WHERE no = ?");
        std::vector<TicketCategory> result;
        for (const auto &[category, sum] : sums) {
            name.bindAll(category);
            result.push_back({name.step() ? name.text(0) : QString(), static_cast<int>(sum.first),
                              Money{sum.second, currency}});
            name.reset();
        }
        std::sort(result.begin(), result.end(),
                  [](const TicketCategory &a, const TicketCategory &b) { return a.name < b.name; });
        return result;
    });
}

Expected<std::vector<DailySales>> SqliteEventStore::dailySales(const EventId &id)
{
    return m_connections.read([&](Database &database) -> Expected<std::vector<DailySales>> {
        const auto number = numberOf(database, id);
        if (!number)
            return tl::make_unexpected(number.error());
        const Organiser organiser = readOrganiser(database);
        const QTimeZone known = zoneNamed(organiser.timeZone);
        std::vector<DailySales> result;
        std::int64_t dayEnds = std::numeric_limits<std::int64_t>::min(); // of the last of them
        SaleTable(database).visit(
            static_cast<std::uint32_t>(*number), [&](std::uint32_t, SaleBlockReader &block) {
                for (SaleLine line; block.next(line);) {
                    if (line.at >= dayEnds) { // they come in order of time
                        const QDate day = QDateTime::fromSecsSinceEpoch(line.at, known).date();
                        dayEnds = day.addDays(1).startOfDay(known).toSecsSinceEpoch();
                        result.push_back({day, 0, Money{0, organiser.currency}});
                    }
                    result.back().tickets += line.quantity;
                    result.back().revenue.minor += line.amountMinor;
                }
            });
        return result;
    });
}

Expected<std::vector<StoredEvent>> SqliteEventStore::series(const EventId &id, int limit)
{
    return m_connections.read([&](Database &database) -> Expected<std::vector<StoredEvent>> {
        if (const auto number = numberOf(database, id); !number)
            return tl::make_unexpected(number.error());
        const QString currency = readOrganiser(database).currency;
        Statement select = database.prepare(std::string(columns)
                                            + " WHERE series <> '' AND id <> ?1 AND series ="
                                              " (SELECT series FROM event WHERE id = ?1)"
                                              " ORDER BY starts_at, id LIMIT ?2");
        select.bindAll(id.value(), std::clamp(limit, 1, maxPageSize));
        std::vector<StoredEvent> result;
        while (select.step())
            result.push_back(readEvent(select, currency));
        return result;
    });
}

Expected<void> SqliteEventStore::setSeries(const EventId &id, const std::vector<EventId> &siblings)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        Statement select = database.prepare("SELECT series, title FROM event WHERE id = ?");
        select.bindAll(id.value());
        if (!select.step())
            return tl::make_unexpected(notFound(id));
        const QString name = select.text(0).isEmpty() ? select.text(1) : select.text(0);
        database.run("UPDATE event SET series = '' WHERE series = ?", name);
        Statement update = database.prepare("UPDATE event SET series = ? WHERE id = ?");
        if (!siblings.empty())
            update.bindAll(name, id.value()).run();
        for (const EventId &sibling : siblings) {
            update.bindAll(name, sibling.value()).run();
            if (database.changes() == 0)
                return tl::make_unexpected(notFound(sibling));
        }
        // The series is part of what the analysis reads.
        ContentState state = readContentState(database);
        state.events = eventsDigest(database);
        writeContentState(database, state);
        return {};
    });
}

Expected<void> SqliteEventStore::change(const EventId &id, const EventChange &change)
{
    return m_connections.write([&](Database &database) -> Expected<void> {
        database.run("UPDATE event SET frontend_status = coalesce(?, frontend_status),"
                     " client_campaign_status = coalesce(?, client_campaign_status),"
                     " campaign_optimisation_status = coalesce(?, campaign_optimisation_status),"
                     " ad_campaign_optimisation_status = coalesce(?, ad_campaign_optimisation_status),"
                     " special_ad_category = coalesce(?, special_ad_category),"
                     " attribution_model = coalesce(?, attribution_model),"
                     " setup_state = coalesce(?, setup_state), campaign_status = coalesce(?, campaign_status)"
                     " WHERE id = ?",
                     change.frontendStatus, change.clientCampaignStatus, change.campaignOptimisationStatus,
                     change.adCampaignOptimisationStatus, change.specialAdCategory, change.attributionModel,
                     change.setupState, change.campaignStatus, id.value());
        if (database.changes() == 0)
            return tl::make_unexpected(notFound(id));
        return {};
    });
}

} // namespace groundswell::service
