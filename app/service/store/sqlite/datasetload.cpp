#include "app/service/store/sqlite/datasetload.h"

#include "app/service/store/sqlite/contentstate.h"
#include "app/service/store/sqlite/sqlitesettingsstore.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace groundswell::service {

namespace {

std::vector<std::string> splitLines(std::string_view text)
{
    std::vector<std::string> result;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        if (end > 0)
            result.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

void setLocalTime(EventFacts &event, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromSecsSinceEpoch(event.startUtc, zone);
    event.startHourLocal = local.time().hour();
    event.weekdayLocal = local.date().dayOfWeek();
}

class DatasetReader {
public:
    explicit DatasetReader(Database &database)
        : m_database(database)
    {
    }

    Dataset read()
    {
        const Organiser organiser = readOrganiser(m_database);
        m_dataset.snapshotId = snapshotIdOf(m_database).toStdString();
        m_dataset.currency = organiser.currency.toStdString();
        m_dataset.timeZone = organiser.timeZone.toStdString();
        readEvents(organiser.timeZone);
        readCustomers(organiser.consentWhenUnknown);
        readPurchases();
        return std::move(m_dataset);
    }

private:
    void readEvents(const QString &timeZone);
    void readCustomers(bool consentWhenUnknown);
    void readPurchases();
    void arrangeByCustomer(std::vector<Purchase> &&byNumber, const std::vector<std::uint64_t> &ends);
    std::uint32_t orderOf(std::string_view invoice);

    Database &m_database;
    Dataset m_dataset;
    std::vector<std::uint32_t> m_eventByNumber; ///< dense index
    std::vector<std::uint32_t> m_customerByNumber;
    // Orders of the customer who is being read: few, so that looking through them beats a table.
    std::vector<std::pair<std::string, std::uint32_t>> m_orders;
    std::uint32_t m_nextOrder = 0;
};

void DatasetReader::readEvents(const QString &timeZone)
{
    const QTimeZone named(timeZone.toLatin1());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    Statement row = m_database.prepare(
        "SELECT no, id, title, starts_at, venue, hall, city, country, genre, series, artists, composers, "
        "capacity,"
        " price_minor, on_sale_at, latitude, longitude, tickets_sold, revenue_minor FROM event ORDER BY id");
    while (row.step()) {
        const auto number = static_cast<size_t>(row.integer(0));
        if (number >= m_eventByNumber.size())
            m_eventByNumber.resize(number + 1);
        m_eventByNumber[number] = static_cast<std::uint32_t>(m_dataset.events.size());
        EventFacts &event = m_dataset.events.emplace_back();
        event.id = row.view(1);
        event.title = row.view(2);
        event.startUtc = row.integer(3);
        event.venue = row.view(4);
        event.hall = row.view(5);
        event.city = row.view(6);
        event.country = row.view(7);
        event.genre = row.view(8);
        event.series = row.view(9);
        event.artists = splitLines(row.view(10));
        event.composers = splitLines(row.view(11));
        if (!row.isNull(12))
            event.capacity = static_cast<int>(row.integer(12));
        event.priceMinor = row.optionalInteger(13);
        event.onSaleUtc = row.optionalInteger(14);
        event.latitude = row.optionalReal(15);
        event.longitude = row.optionalReal(16);
        setLocalTime(event, zone);
        m_dataset.ticketsSold.push_back(row.integer(17));
        m_dataset.revenueMinor.push_back(row.integer(18));
    }
}

void DatasetReader::readCustomers(bool consentWhenUnknown)
{
    Statement row = m_database.prepare("SELECT no, id, consent_email, consent_ads, ad_opt_out FROM customer");
    std::vector<std::string> ids;
    std::vector<CustomerFacts> facts;
    std::vector<size_t> numbers;
    while (row.step()) {
        const bool optedOut = row.integer(4) != 0;
        const auto allowed = [&](int column) {
            return !optedOut && (row.isNull(column) ? consentWhenUnknown : row.integer(column) != 0);
        };
        numbers.push_back(static_cast<size_t>(row.integer(0)));
        ids.emplace_back(row.view(1));
        facts.push_back({allowed(2), allowed(3), optedOut});
    }
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto byId = [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; };
    if (!std::is_sorted(order.begin(), order.end(), byId)) // usually they are: the import numbers them so
        std::sort(order.begin(), order.end(), byId);
    m_customerByNumber.resize(numbers.empty() ? 1 : *std::max_element(numbers.begin(), numbers.end()) + 1);
    m_dataset.customerIds.reserve(ids.size());
    m_dataset.customers.reserve(ids.size());
    for (const std::uint32_t index : order) {
        m_customerByNumber[numbers[index]] = static_cast<std::uint32_t>(m_dataset.customerIds.size());
        m_dataset.customerIds.push_back(std::move(ids[index]));
        m_dataset.customers.push_back(facts[index]);
    }
}

std::uint32_t DatasetReader::orderOf(std::string_view invoice)
{
    if (invoice.empty())
        return m_nextOrder++;
    for (const auto &[known, number] : m_orders) {
        if (known == invoice)
            return number;
    }
    m_orders.emplace_back(invoice, m_nextOrder);
    return m_nextOrder++;
}

void DatasetReader::readPurchases()
{
    std::vector<Purchase> byNumber; // the table's order: customers by number
    std::vector<std::uint64_t> ends(m_customerByNumber.size(), 0);
    Statement row = m_database.prepare(
        "SELECT customer, event, at, quantity, amount_minor, invoice FROM sale WHERE customer > 0"
        " ORDER BY customer, at, event, line");
    size_t customer = 0;
    while (row.step()) {
        if (const auto next = static_cast<size_t>(row.integer(0)); next != customer) {
            customer = next;
            m_orders.clear();
        }
        byNumber.push_back({m_eventByNumber[static_cast<size_t>(row.integer(1))], orderOf(row.view(5)),
                            row.integer(2), static_cast<std::int32_t>(row.integer(3)), row.integer(4)});
        ends[customer] = byNumber.size();
    }
    arrangeByCustomer(std::move(byNumber), ends);
}

void DatasetReader::arrangeByCustomer(std::vector<Purchase> &&byNumber,
                                      const std::vector<std::uint64_t> &ends)
{
    const size_t customers = m_dataset.customerIds.size();
    std::vector<std::pair<std::uint64_t, std::uint64_t>> slices(customers, {0, 0});
    std::uint64_t begin = 0;
    for (size_t number = 1; number < ends.size(); ++number) {
        if (ends[number] == 0)
            continue; // bought nothing
        slices[m_customerByNumber[number]] = {begin, ends[number]};
        begin = ends[number];
    }
    // Equal whatever order the deliveries came in: ties are broken by content.
    const auto before = [](const Purchase &a, const Purchase &b) {
        return std::tie(a.at, a.event, a.quantity, a.amountMinor, a.order)
            < std::tie(b.at, b.event, b.quantity, b.amountMinor, b.order);
    };
    std::vector<Purchase> &purchases = m_dataset.purchases;
    purchases.reserve(byNumber.size());
    m_dataset.offsets.assign(1, 0);
    m_dataset.offsets.reserve(customers + 1);
    for (const auto &[from, to] : slices) {
        const auto first = byNumber.begin() + static_cast<std::ptrdiff_t>(from);
        const auto last = byNumber.begin() + static_cast<std::ptrdiff_t>(to);
        std::sort(first, last, before);
        purchases.insert(purchases.end(), first, last);
        m_dataset.offsets.push_back(purchases.size());
    }
}

} // namespace

Dataset readDataset(Database &database)
{
    return DatasetReader(database).read();
}

} // namespace groundswell::service
