#include "app/service/store/sqlite/stores/datasetload.h"

#include "app/service/store/contentdigest.h"
#include "app/service/store/prefetch.h"
#include "app/service/store/sqlite/sales/saletable.h"
#include "app/service/store/sqlite/staging/stage.h"
#include "app/service/store/sqlite/stores/contentstate.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"
#include "app/service/store/stopped.h"
#include "models/time/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace groundswell::service {

namespace {

constexpr std::size_t rowsBetweenLooks = 16'384; // at the stop token
constexpr std::uint64_t noInvoice = 0; // no text has this hash, but for one in 2^64

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

using InvoicedLine = std::pair<Purchase, std::uint64_t>; ///< with its invoice number's hash

/// Numbers a customer's orders in order of first appearance, from \a next; returns the number after the
/// last.
std::uint32_t numberOrders(std::vector<InvoicedLine> &lines, std::uint32_t next)
{
    constexpr size_t few = 32; // up to this number, looking through them is quicker than a table
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    for (size_t i = 0; i < lines.size(); ++i) {
        auto &[purchase, invoice] = lines[i];
        purchase.order = next;
        if (invoice == noInvoice) {
            ++next;
        } else if (lines.size() > few) {
            const auto [entry, isNew] = known.emplace(invoice, next);
            purchase.order = entry->second;
            next += isNew ? 1 : 0;
        } else {
            const auto end = lines.begin() + static_cast<std::ptrdiff_t>(i);
            const auto first = std::find_if(lines.begin(), end,
                                            [&](const InvoicedLine &line) { return line.second == invoice; });
            if (first != end)
                purchase.order = first->first.order;
            else
                ++next;
        }
    }
    return next;
}

class DatasetReader {
public:
    DatasetReader(Database &database, const std::stop_token &stop)
        : m_database(database)
        , m_stop(stop)
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
        throwIfStopped(m_stop);
        m_dataset.indexDays();
        return std::move(m_dataset);
    }

private:
    void readEvents(const QString &timeZone);
    void readCustomers(bool consentWhenUnknown);
    void readPurchases();
    struct DenseLine {
        std::uint32_t customer;
        Purchase purchase;
        std::uint64_t invoice; ///< its text's hash
    };
    template <class Visit> void visitLines(Visit &&visit);
    void arrangeEachCustomer(const std::vector<std::uint64_t> &invoices);

    Database &m_database;
    const std::stop_token &m_stop;
    Dataset m_dataset;
    std::vector<std::uint32_t> m_eventByNumber; ///< dense index
    std::vector<std::uint32_t> m_customerByNumber;
};

void DatasetReader::readEvents(const QString &timeZone)
{
    const QTimeZone zone = zoneNamed(timeZone);
    Statement row = m_database.prepare(
        "SELECT no, id, title, starts_at, venue, hall, city, country, genre, series, artists, composers, "
        "capacity,"
        " price_minor, on_sale_at, latitude, longitude, tickets_sold, revenue_minor, day, over_at FROM event"
        " ORDER BY id");
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
        if (!row.view(19).empty())
            event.endOfDayUtc = row.integer(20);
        m_dataset.ticketsSold.push_back(row.integer(17));
        m_dataset.revenueMinor.push_back(row.integer(18));
    }
}

void DatasetReader::readCustomers(bool consentWhenUnknown)
{
    Statement row = m_database.prepare("SELECT no, id, consent_email, consent_ads, ad_opt_out FROM "
                                       + countingCustomers(m_database));
    std::vector<std::string> ids;
    std::vector<CustomerFacts> facts;
    std::vector<size_t> numbers;
    while (row.step()) {
        const bool optedOut = row.integer(4) != 0;
        const auto allowed = [&](int column) {
            return !optedOut && (row.isNull(column) ? consentWhenUnknown : row.integer(column) != 0);
        };
        if (numbers.size() % rowsBetweenLooks == 0)
            throwIfStopped(m_stop);
        numbers.push_back(static_cast<size_t>(row.integer(0)));
        ids.emplace_back(row.view(1));
        facts.push_back({allowed(2), allowed(3), optedOut});
    }
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto byId = [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; };
    if (!std::is_sorted(order.begin(), order.end(), byId)) // usually they are, because the import numbers
                                                           // them so
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

void DatasetReader::readPurchases()
{
    // Reads the packed sales twice: the start of each customer's must be known before one can be put there.
    std::vector<std::uint64_t> ends(m_dataset.customerIds.size() + 1, 0);
    visitLines([&](const std::vector<DenseLine> &lines) {
        for (const DenseLine &line : lines)
            prefetch(&ends[line.customer + 1]);
        for (const DenseLine &line : lines)
            ++ends[line.customer + 1];
    });
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    m_dataset.offsets = ends;
    m_dataset.purchases.resize(ends.back());
    std::vector<std::uint64_t> invoices(ends.back());
    std::vector<std::uint64_t> places;
    visitLines([&](const std::vector<DenseLine> &lines) {
        for (const DenseLine &line : lines)
            prefetch(&ends[line.customer]);
        places.clear();
        for (const DenseLine &line : lines) {
            const std::uint64_t place = places.emplace_back(ends[line.customer]++);
            prefetch(&m_dataset.purchases[place]);
            prefetch(&invoices[place]);
        }
        for (size_t i = 0; i < lines.size(); ++i) {
            m_dataset.purchases[places[i]] = lines[i].purchase;
            invoices[places[i]] = lines[i].invoice;
        }
    });
    arrangeEachCustomer(invoices);
}

/// Calls \a visit(lines) with some of the sales that aren't anonymous, then with the next ones. In blocks,
/// because the data of each line is somewhere else, and memory is asked for all of them before it is needed.
template <class Visit> void DatasetReader::visitLines(Visit &&visit)
{
    std::vector<DenseLine> lines;
    SaleTable(m_database).visit([&](std::uint32_t event, SaleBlockReader &block) {
        throwIfStopped(m_stop);
        if (event >= m_eventByNumber.size())
            return;
        lines.clear();
        for (SaleLine line; block.next(line);) {
            if (line.customer == 0 || line.customer >= m_customerByNumber.size())
                continue;
            prefetch(&m_customerByNumber[line.customer]);
            lines.push_back({line.customer,
                             {m_eventByNumber[event], 0, line.at, line.quantity, line.amountMinor},
                             line.invoice.empty() ? noInvoice : textHash(line.invoice)});
        }
        for (DenseLine &line : lines)
            line.customer = m_customerByNumber[line.customer];
        visit(lines);
    });
}

/// Sorts by time; lines of one invoice get one order. The result is the same whatever order the deliveries
/// came in: ties are broken by content.
void DatasetReader::arrangeEachCustomer(const std::vector<std::uint64_t> &invoices)
{
    const auto isBefore = [](const InvoicedLine &x, const InvoicedLine &y) {
        const Purchase &a = x.first;
        const Purchase &b = y.first;
        return std::tie(a.at, a.event, a.quantity, a.amountMinor, x.second)
            < std::tie(b.at, b.event, b.quantity, b.amountMinor, y.second);
    };
    std::uint32_t nextOrder = 0;
    std::vector<InvoicedLine> lines;
    for (size_t customer = 0; customer + 1 < m_dataset.offsets.size(); ++customer) {
        if (customer % rowsBetweenLooks == 0)
            throwIfStopped(m_stop);
        const std::uint64_t begin = m_dataset.offsets[customer];
        lines.clear();
        for (std::uint64_t i = begin; i < m_dataset.offsets[customer + 1]; ++i)
            lines.emplace_back(m_dataset.purchases[i], invoices[i]);
        std::sort(lines.begin(), lines.end(), isBefore);
        nextOrder = numberOrders(lines, nextOrder);
        for (size_t i = 0; i < lines.size(); ++i)
            m_dataset.purchases[begin + i] = lines[i].first;
    }
}

} // namespace

Dataset readDataset(Database &database, const std::stop_token &stop)
{
    return DatasetReader(database, stop).read();
}

} // namespace groundswell::service
