#include "app/service/store/sqlite/saleimport.h"

#include "app/service/store/contentdigest.h"
#include "app/service/store/prefetch.h"
#include "app/service/store/sqlite/bulksource.h"
#include "app/service/store/sqlite/importcancelled.h"

#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <compare>
#include <future>
#include <numeric>
#include <span>
#include <tuple>

namespace groundswell::service {

namespace {

constexpr size_t stopInterval = 16'384;
constexpr std::uint32_t notOfBatch = std::numeric_limits<std::uint32_t>::max();
/// New rows are read in another order than they lie in: asking for them this early hides the way to memory.
constexpr size_t rowsAhead = 24;
constexpr size_t textsAhead = 12; ///< by then the row is there and says where its text lies

auto place(const SaleRow &row)
{
    return std::tie(row.customer, row.at, row.event);
}

/// What makes a line the same line although its figures may have been corrected.
std::strong_ordering compareIdentity(const SaleRow &a, std::string_view invoiceOfA, const SaleRow &b,
                                     std::string_view invoiceOfB)
{
    const auto key = [](const SaleRow &row) {
        return std::tuple(row.event, row.at, row.category, row.quantity<0, row.invoiceLength> 0);
    };
    if (const auto order = key(a) <=> key(b); order != 0)
        return order;
    return a.invoiceLength > 0 ? invoiceOfA <=> invoiceOfB : a.customer <=> b.customer;
}

std::strong_ordering compareFigures(const SaleRow &a, const SaleRow &b)
{
    const auto figures = [](const SaleRow &row) {
        return std::tie(row.quantity, row.amountMinor, row.baseMinor, row.customer);
    };
    return figures(a) <=> figures(b);
}

} // namespace

SaleImport::SaleImport(Database &database, SaleBatch &batch, const JobControl &control)
    : m_database(database)
    , m_batch(batch)
    , m_control(control)
{
}

void SaleImport::run(std::string &digest)
{
    if (m_batch.rows.empty())
        return;
    numberCustomers();
    numberEvents();
    numberCategories();
    Statement any = m_database.prepare("SELECT 1 FROM sale LIMIT 1");
    m_storeWasEmpty = !any.step();
    any.reset();
    if (m_storeWasEmpty) {
        m_new.resize(m_batch.rows.size());
        std::iota(m_new.begin(), m_new.end(), 0U);
        m_counts.added = static_cast<std::int64_t>(m_new.size());
    } else {
        loadOverlapping();
        findDifferences();
    }
    ContentDigest sum;
    sum.setState(digest);
    removeReplaced(sum);
    insertNew(sum);
    digest = sum.state();
}

void SaleImport::numberCustomers()
{
    std::vector<std::uint32_t> numbers(m_batch.customers.size(), 0);
    std::uint32_t highest = 0;
    Statement select = m_database.prepare("SELECT no, id FROM customer");
    for (bool more = true; more;) {
        std::array<std::uint32_t, TextPool::atOnce> stored{};
        std::array<std::string, TextPool::atOnce> texts;
        std::array<std::string_view, TextPool::atOnce> ids;
        std::array<std::optional<std::uint32_t>, TextPool::atOnce> found;
        size_t count = 0;
        while (count < stored.size() && (more = select.step())) {
            stored[count] = static_cast<std::uint32_t>(select.integer(0));
            texts[count] = select.view(1);
            ids[count] = texts[count];
            highest = std::max(highest, stored[count++]);
        }
        m_batch.customers.findAll(std::span(ids).first(count), found);
        for (size_t i = 0; i < count; ++i) {
            if (found[i])
                numbers[*found[i]] = stored[i];
        }
    }
    std::vector<std::uint32_t> unknown;
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] == 0)
            unknown.push_back(i);
    }
    std::sort(unknown.begin(), unknown.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_batch.customers.at(a) < m_batch.customers.at(b);
    });
    Statement insert = m_database.prepare("INSERT INTO customer (no, id) VALUES (?, ?)");
    for (const std::uint32_t index : unknown) {
        numbers[index] = ++highest;
        insert.bind(1, highest).bindView(2, m_batch.customers.at(index)).run();
    }
    m_derivedCustomers = static_cast<std::int64_t>(unknown.size());

    m_customerIndex.assign(highest + 1, notOfBatch);
    for (std::uint32_t i = 0; i < numbers.size(); ++i)
        m_customerIndex[numbers[i]] = i;
    for (SaleRow &row : m_batch.rows)
        row.customer = row.customer == SaleRow::anonymous ? 0 : numbers[row.customer];
}

void SaleImport::numberEvents()
{
    std::vector<std::uint32_t> numbers(m_batch.events.size(), 0);
    Statement select = m_database.prepare("SELECT no, id FROM event");
    while (select.step()) {
        const auto number = static_cast<std::uint32_t>(select.integer(0));
        if (number >= m_eventTexts.size())
            m_eventTexts.resize(number + 1);
        m_eventTexts[number] = select.view(1);
        if (const auto index = m_batch.events.find(select.view(1)))
            numbers[*index] = number;
    }
    for (SaleRow &row : m_batch.rows)
        row.event = numbers[row.event];
}

void SaleImport::numberCategories()
{
    Statement insert =
        m_database.prepare("INSERT INTO ticket_category (name) VALUES (?) ON CONFLICT DO NOTHING");
    for (std::uint32_t i = 0; i < m_batch.categories.size(); ++i) {
        if (!m_batch.categories.at(i).empty())
            insert.bindAll(m_batch.categories.at(i)).run();
    }
    std::vector<std::uint32_t> numbers(m_batch.categories.size(), 0);
    m_categoryTexts.resize(1);
    Statement select = m_database.prepare("SELECT no, name FROM ticket_category");
    while (select.step()) {
        const auto number = static_cast<std::uint32_t>(select.integer(0));
        if (number >= m_categoryTexts.size())
            m_categoryTexts.resize(number + 1);
        m_categoryTexts[number] = select.view(1);
        if (const auto index = m_batch.categories.find(select.view(1)))
            numbers[*index] = number;
    }
    for (SaleRow &row : m_batch.rows)
        row.category = numbers[row.category];
}

void SaleImport::loadOverlapping()
{
    std::vector<bool> concerned(m_eventTexts.size(), false);
    std::int64_t first = m_batch.rows.front().at;
    std::int64_t last = first;
    for (const SaleRow &row : m_batch.rows) {
        concerned[row.event] = true;
        first = std::min(first, row.at);
        last = std::max(last, row.at);
    }
    Statement select =
        m_database.prepare("SELECT customer, at, event, line, quantity, amount_minor, base_minor,"
                           " category, invoice FROM sale WHERE at BETWEEN ? AND ?");
    select.bindAll(first, last);
    while (select.step()) {
        const auto event = static_cast<std::uint32_t>(select.integer(2));
        if (event >= concerned.size() || !concerned[event])
            continue;
        StoredLine stored;
        stored.row.customer = static_cast<std::uint32_t>(select.integer(0));
        stored.row.at = select.integer(1);
        stored.row.event = event;
        stored.line = select.integer(3);
        stored.row.quantity = static_cast<std::int32_t>(select.integer(4));
        stored.row.amountMinor = select.integer(5);
        stored.row.baseMinor = select.optionalInteger(6).value_or(SaleRow::noBase);
        stored.row.category = static_cast<std::uint32_t>(select.integer(7));
        const std::string_view invoice = select.view(8);
        stored.row.invoiceOffset = static_cast<std::uint32_t>(m_storedInvoices.size());
        stored.row.invoiceLength = static_cast<std::uint32_t>(invoice.size());
        m_storedInvoices += invoice;
        m_stored.push_back(stored);
        if (m_stored.size() % stopInterval == 0)
            throwIfStopped(m_control);
    }
}

void SaleImport::findDifferences()
{
    std::sort(m_batch.rows.begin(), m_batch.rows.end(), [&](const SaleRow &a, const SaleRow &b) {
        const auto order = compareIdentity(a, m_batch.invoiceOf(a), b, m_batch.invoiceOf(b));
        return order != 0 ? order < 0 : compareFigures(a, b) < 0;
    });
    std::sort(m_stored.begin(), m_stored.end(), [&](const StoredLine &a, const StoredLine &b) {
        const auto order = compareIdentity(a.row, storedInvoice(a.row), b.row, storedInvoice(b.row));
        return order != 0 ? order < 0 : compareFigures(a.row, b.row) < 0;
    });
    size_t stored = 0;
    for (size_t begin = 0; begin < m_batch.rows.size();) {
        const SaleRow &row = m_batch.rows[begin];
        const std::string_view invoice = m_batch.invoiceOf(row);
        size_t end = begin + 1;
        while (end < m_batch.rows.size()
               && compareIdentity(m_batch.rows[end], m_batch.invoiceOf(m_batch.rows[end]), row, invoice) == 0)
            ++end;
        const auto orderOfStored = [&](size_t index) {
            return compareIdentity(m_stored[index].row, storedInvoice(m_stored[index].row), row, invoice);
        };
        while (stored < m_stored.size() && orderOfStored(stored) < 0)
            ++stored;
        size_t storedEnd = stored;
        while (storedEnd < m_stored.size() && orderOfStored(storedEnd) == 0)
            ++storedEnd;
        compareGroup(begin, end, stored, storedEnd);
        stored = storedEnd;
        begin = end;
    }
}

void SaleImport::compareGroup(size_t newBegin, size_t newEnd, size_t storedBegin, size_t storedEnd)
{
    // Both ranges are sorted by their figures. Equal lines pair off; what is left over in the delivery
    // replaces what is left over in the store, and the rest is new.
    std::vector<std::uint32_t> different;
    std::vector<std::uint32_t> outdated;
    size_t stored = storedBegin;
    for (size_t i = newBegin; i < newEnd; ++i) {
        while (stored < storedEnd && compareFigures(m_stored[stored].row, m_batch.rows[i]) < 0)
            outdated.push_back(static_cast<std::uint32_t>(stored++));
        if (stored < storedEnd && compareFigures(m_stored[stored].row, m_batch.rows[i]) == 0) {
            ++m_counts.unchanged;
            ++stored;
        } else {
            different.push_back(static_cast<std::uint32_t>(i));
        }
    }
    while (stored < storedEnd)
        outdated.push_back(static_cast<std::uint32_t>(stored++));
    const size_t replacing = std::min(different.size(), outdated.size());
    m_counts.replaced += static_cast<std::int64_t>(replacing);
    m_counts.added += static_cast<std::int64_t>(different.size() - replacing);
    m_new.insert(m_new.end(), different.begin(), different.end());
    m_replaced.insert(m_replaced.end(), outdated.begin(),
                      outdated.begin() + static_cast<std::ptrdiff_t>(replacing));
}

std::string_view SaleImport::customerText(std::uint32_t number) const
{
    if (number == 0)
        return {};
    if (const std::uint32_t index = m_customerIndex[number]; index != notOfBatch)
        return m_batch.customers.at(index);
    return m_replacedCustomers.at(number);
}

void SaleImport::digestRow(DigestRow &text, const SaleRow &row, std::string_view invoice) const
{
    text.start('S') << customerText(row.customer) << m_eventTexts[row.event] << m_categoryTexts[row.category]
                    << invoice << row.at << std::int64_t{row.quantity} << row.amountMinor << row.baseMinor;
}

void SaleImport::removeReplaced(ContentDigest &digest)
{
    Statement remove =
        m_database.prepare("DELETE FROM sale WHERE customer = ? AND at = ? AND event = ? AND line = ?");
    Statement customer = m_database.prepare("SELECT id FROM customer WHERE no = ?");
    DigestRow text;
    for (const std::uint32_t index : m_replaced) {
        const StoredLine &stored = m_stored[index];
        const std::uint32_t number = stored.row.customer;
        if (number > 0 && m_customerIndex[number] == notOfBatch && !m_replacedCustomers.contains(number)) {
            customer.bindAll(number);
            if (customer.step())
                m_replacedCustomers.emplace(number, customer.view(0));
            customer.reset();
        }
        remove.bindAll(stored.row.customer, stored.row.at, stored.row.event, stored.line).run();
        digestRow(text, stored.row, storedInvoice(stored.row));
        digest.remove(text.text());
    }
}

std::int64_t SaleImport::firstFreeLine(const SaleRow &row)
{
    if (m_storeWasEmpty)
        return 0;
    Statement select =
        m_database.prepare("SELECT max(line) FROM sale WHERE customer = ? AND at = ? AND event = ?");
    select.bindAll(row.customer, row.at, row.event);
    return select.step() && !select.isNull(0) ? select.integer(0) + 1 : 0;
}

/// The new rows in the table's own order, so that pages fill one after the other.
class SaleImport::NewRows final : public RowSource {
public:
    explicit NewRows(SaleImport &import)
        : m_import(import)
    {
    }

    bool next() override
    {
        const std::vector<std::uint32_t> &order = m_import.m_new;
        if (m_next % stopInterval == 0) {
            throwIfStopped(m_import.m_control);
            m_import.m_control.report(static_cast<double>(m_next) / static_cast<double>(order.size()));
        }
        if (m_next == order.size())
            return false;
        const SaleBatch &batch = m_import.m_batch;
        if (m_next + rowsAhead < order.size()) {
            prefetch(&batch.rows[order[m_next + rowsAhead]]);
            prefetch(batch.invoices.data() + batch.rows[order[m_next + textsAhead]].invoiceOffset);
        }
        const SaleRow *previous = m_row;
        m_row = &batch.rows[order[m_next++]];
        m_line = previous && place(*previous) == place(*m_row) ? m_line + 1 : m_import.firstFreeLine(*m_row);
        m_invoice = batch.invoiceOf(*m_row);
        return true;
    }

    void value(int column, ValueSink &sink) override
    {
        switch (column) {
        case 0:
            return sink.integer(m_row->customer);
        case 1:
            return sink.integer(m_row->at);
        case 2:
            return sink.integer(m_row->event);
        case 3:
            return sink.integer(m_line);
        case 4:
            return sink.integer(m_row->quantity);
        case 5:
            return sink.integer(m_row->amountMinor);
        case 6:
            return m_row->baseMinor == SaleRow::noBase ? sink.null() : sink.integer(m_row->baseMinor);
        case 7:
            return sink.integer(m_row->category);
        default:
            return m_invoice.empty() ? sink.null() : sink.text(m_invoice);
        }
    }

private:
    SaleImport &m_import;
    size_t m_next = 0;
    const SaleRow *m_row = nullptr;
    std::int64_t m_line = 0;
    std::string_view m_invoice;
};

/// By customer, time and event: the customers by counting, each one's few lines by comparing.
void SaleImport::sortNew()
{
    struct Key {
        std::int64_t at;
        std::uint32_t event;
        std::uint32_t index;
        auto operator<=>(const Key &) const = default;
    };
    std::vector<std::uint32_t> ends(m_customerIndex.size() + 1, 0);
    for (const std::uint32_t index : m_new)
        ++ends[m_batch.rows[index].customer + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<Key> keys(m_new.size());
    for (const std::uint32_t index : m_new) {
        const SaleRow &row = m_batch.rows[index];
        keys[ends[row.customer]++] = {row.at, row.event, index};
    }
    // Every end has moved on to where the next customer begins.
    auto begin = keys.begin();
    for (const std::uint32_t end : ends) {
        const auto last = keys.begin() + end;
        if (last > begin) {
            std::sort(begin, last);
            begin = last;
        }
    }
    std::transform(keys.begin(), keys.end(), m_new.begin(), [](const Key &key) { return key.index; });
}

/// Asks for what summarising the rows behind this one needs.
void SaleImport::expectRows(size_t row) const
{
    const auto customerOf = [&](size_t i) {
        const std::uint32_t number = m_batch.rows[i].customer;
        return number > 0 ? m_customerIndex[number] : notOfBatch;
    };
    if (row + rowsAhead >= m_batch.rows.size())
        return;
    const SaleRow &later = m_batch.rows[row + rowsAhead];
    m_figures.expect(later.event, m_batch.invoiceOf(later));
    if (const std::uint32_t customer = customerOf(row + rowsAhead); customer != notOfBatch)
        m_batch.customers.expectPlace(customer);
    if (const std::uint32_t customer = customerOf(row + textsAhead); customer != notOfBatch)
        m_batch.customers.expectText(customer);
}

/// Fingerprint and figures of the new rows. Sees the batch only: runs beside the thread that writes.
void SaleImport::summarise(ContentDigest &added, const std::stop_token &stop)
{
    DigestRow text;
    for (size_t i = 0; i < m_new.size(); ++i) {
        if (i % stopInterval == 0 && stop.stop_requested())
            return;
        if (m_storeWasEmpty)
            expectRows(i);
        // Both are sums: in the order in which the rows lie they are read fastest.
        const SaleRow &row = m_batch.rows[m_storeWasEmpty ? i : m_new[i]];
        const std::string_view invoice = m_batch.invoiceOf(row);
        digestRow(text, row, invoice);
        added.add(text.text());
        if (m_storeWasEmpty)
            m_figures.add(row.event, row.at, row.quantity, row.amountMinor, invoice);
    }
}

void SaleImport::insertNew(ContentDigest &digest)
{
    if (m_new.empty())
        return;
    if (!m_storeWasEmpty)
        sortNew(); // the helper goes through them
    ContentDigest added;
    std::stop_source stop;
    std::future<void> summary = std::async(std::launch::async, [&] { summarise(added, stop.get_token()); });
    // Where writing fails, the future waits for the helper: that must not take long.
    const auto stopHelper = qScopeGuard([&] { stop.request_stop(); });
    if (m_storeWasEmpty)
        sortNew();
    NewRows rows(*this);
    insertFrom(
        m_database,
        "INSERT INTO sale (customer, at, event, line, quantity, amount_minor, base_minor, category, invoice)"
        " SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8 FROM source",
        9, rows);
    summary.get();
    digest.add(added);
}

EventFigures SaleImport::figures()
{
    if (!m_storeWasEmpty)
        m_figures.addStored(m_database);
    return std::move(m_figures);
}

} // namespace groundswell::service
