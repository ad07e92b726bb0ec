#include "app/service/store/sqlite/sales/saleimport.h"

#include "app/service/store/prefetch.h"
#include "app/service/store/sqlite/sales/salesdigest.h"
#include "app/service/store/sqlite/staging/parttime.h"
#include "app/service/store/stopped.h"

#include <algorithm>
#include <array>
#include <future>
#include <numeric>
#include <set>
#include <span>

namespace groundswell::service {

namespace {

/// So many lines are worked out while those before them are written.
constexpr size_t linesOfPart = 65'536;
/// Rows are read in another order than they lie in: asking for them this early hides the way to memory.
constexpr size_t rowsAhead = 24;
constexpr size_t textsAhead = 12; ///< by then the row is there and says where its text lies

/// Writes \a hash under \a number, whatever was there.
void setHash(std::vector<std::uint64_t> &hashes, size_t number, std::uint64_t hash)
{
    if (number >= hashes.size())
        hashes.resize(number + 1, textHash({}));
    hashes[number] = hash;
}

std::uint64_t hashAt(const std::vector<std::uint64_t> &hashes, size_t number)
{
    return number < hashes.size() ? hashes[number] : textHash({});
}

} // namespace

SaleImport::SaleImport(Connections &connections, SaleBatch &batch,
                       const std::map<std::string, std::uint32_t> &newEvents, CustomerImport &customers,
                       const JobControl &control)
    : m_connections(connections)
    , m_batch(batch)
    , m_newEvents(newEvents)
    , m_customers(customers)
    , m_control(control)
{
}

void SaleImport::run(std::string &digest)
{
    if (m_batch.rows.empty())
        return;
    numberRows(numberCustomers(), numberEvents(), numberCategories());
    throwIfStopped(m_control.stop);
    groupByEvent();
    m_storeWasEmpty =
        m_connections.readPart([](Database &database) { return SaleTable(database).isEmpty(); });
    ContentDigest sum;
    sum.setState(digest);
    storeParts(sum);
    digest = sum.state();
}

SaleImport::Numbers SaleImport::numberCustomers()
{
    Numbers numbers(m_batch.customers.size(), 0);
    const std::uint32_t highest =
        m_connections.readPart([&](Database &database) { return findStoredCustomers(database, numbers); });
    addUnknownCustomers(numbers);
    const std::uint32_t end = std::max(highest, numbers.empty() ? 0 : std::ranges::max(numbers)) + 1;
    m_customerHashes.assign(end, textHash({}));
    m_isCustomerHashed.assign(end, false);
    m_isCustomerHashed[0] = true; // anonymous
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
        m_customerHashes[numbers[i]] = textHash(m_batch.customers.at(i));
        m_isCustomerHashed[numbers[i]] = true;
    }
    return numbers;
}

/// Returns the highest number in use. Those of the same delivery count here.
std::uint32_t SaleImport::findStoredCustomers(Database &database, Numbers &numbers)
{
    std::uint32_t highest = 0;
    Statement select = database.prepare("SELECT no, id FROM customer");
    for (bool more = true; more;) {
        throwIfStopped(m_control.stop);
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
    return highest;
}

void SaleImport::addUnknownCustomers(Numbers &numbers)
{
    std::vector<std::uint32_t> unknown;
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] == 0)
            unknown.push_back(i);
    }
    std::sort(unknown.begin(), unknown.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_batch.customers.at(a) < m_batch.customers.at(b);
    });
    std::vector<std::string_view> ids(unknown.size());
    std::ranges::transform(unknown, ids.begin(), [&](std::uint32_t i) { return m_batch.customers.at(i); });
    std::uint32_t number = m_customers.addUnknown(ids);
    for (const std::uint32_t index : unknown)
        numbers[index] = number++;
    m_derivedCustomers = static_cast<std::int64_t>(unknown.size());
}

SaleImport::Numbers SaleImport::numberEvents()
{
    Numbered all = numbered("SELECT no, id FROM event");
    for (const auto &[id, number] : m_newEvents)
        all.emplace_back(number, id);
    return findNumbers(all, m_batch.events, m_eventHashes);
}

SaleImport::Numbers SaleImport::numberCategories()
{
    Numbered all = numbered("SELECT no, name FROM ticket_category");
    std::uint32_t highest = 0;
    std::set<std::string_view> known;
    for (const auto &[number, name] : all) {
        highest = std::max(highest, number);
        known.insert(name);
    }
    for (std::uint32_t i = 0; i < m_batch.categories.size(); ++i) {
        const std::string_view name = m_batch.categories.at(i);
        if (!name.empty() && !known.contains(name))
            m_newCategories.emplace_back(++highest, name);
    }
    all.insert(all.end(), m_newCategories.begin(), m_newCategories.end());
    setHash(m_categoryHashes, 0, textHash({}));
    return findNumbers(all, m_batch.categories, m_categoryHashes);
}

SaleImport::Numbered SaleImport::numbered(const char *sql)
{
    return m_connections.readPart([sql](Database &database) {
        Numbered all;
        Statement select = database.prepare(sql);
        while (select.step())
            all.emplace_back(static_cast<std::uint32_t>(select.integer(0)), select.view(1));
        return all;
    });
}

/// \a hashes are filled by number.
SaleImport::Numbers SaleImport::findNumbers(const Numbered &all, const TextPool &pool,
                                            std::vector<std::uint64_t> &hashes)
{
    Numbers numbers(pool.size(), 0);
    for (const auto &[number, text] : all) {
        setHash(hashes, number, textHash(text));
        if (const auto index = pool.find(text))
            numbers[*index] = number;
    }
    return numbers;
}

/// And counts them by event, while they are here.
void SaleImport::numberRows(const Numbers &customers, const Numbers &events, const Numbers &categories)
{
    m_placeEnds.assign(m_eventHashes.size() + 1, 0);
    for (SaleRow &row : m_batch.rows) {
        row.customer = row.customer == SaleRow::anonymous ? 0 : customers[row.customer];
        row.event = events[row.event];
        row.category = categories[row.category];
        ++m_placeEnds[row.event + 1];
    }
}

void SaleImport::groupByEvent()
{
    std::partial_sum(m_placeEnds.begin(), m_placeEnds.end(), m_placeEnds.begin());
    m_places.resize(m_batch.rows.size());
    // Every begin moves on to its end.
    for (std::uint32_t i = 0; i < m_batch.rows.size(); ++i)
        m_places[m_placeEnds[m_batch.rows[i].event]++] = {m_batch.rows[i].at, i};
    m_placeEnds.pop_back();
}

void SaleImport::storeParts(ContentDigest &digest)
{
    std::array<Helper, 2> helpers; // writing is the smallest part of the work
    std::array<Part, 2> done; // to be written
    do {
        throwIfStopped(m_control.stop);
        m_control.report(static_cast<double>(m_written) / static_cast<double>(m_batch.rows.size()));
        std::array<Part, 2> next;
        // Where writing fails, these wait for their threads: a part takes some milliseconds.
        std::array<std::future<void>, 2> preparing;
        for (size_t i = 0; i < next.size(); ++i) {
            next[i] = nextPart();
            preparing[i] = std::async(std::launch::async, [&, i] { prepare(next[i], helpers[i]); });
        }
        write(done);
        for (const Part &part : done) {
            for (const Event &event : part)
                note(event, digest);
        }
        for (std::future<void> &each : preparing)
            each.get();
        done = std::move(next);
    } while (!done.front().empty());
    for (const Helper &helper : helpers)
        digest.add(helper.added);
}

/// The next events of the delivery, with what is stored of them.
SaleImport::Part SaleImport::nextPart()
{
    Part part;
    size_t lines = 0;
    for (; m_nextEvent < m_placeEnds.size() && lines < linesOfPart; ++m_nextEvent) {
        const size_t begin = m_nextEvent == 0 ? 0 : m_placeEnds[m_nextEvent - 1];
        if (begin == m_placeEnds[m_nextEvent])
            continue;
        lines += m_placeEnds[m_nextEvent] - begin;
        Event &event = part.emplace_back();
        event.delivery.event = m_nextEvent;
    }
    if (m_storeWasEmpty || part.empty())
        return part;
    m_connections.readPart([&](Database &database) {
        SaleTable table(database);
        for (Event &event : part)
            event.delivery.stored = table.blocksOf(event.delivery.event);
    });
    return part;
}

/// Sees the batch only: runs beside the thread that writes.
void SaleImport::prepare(Part &part, Helper &helper)
{
    for (Event &event : part) {
        gatherLines(event.delivery);
        event.change = mergeSales(event.delivery);
        summarise(event, helper);
    }
}

void SaleImport::gatherLines(EventDelivery &delivery)
{
    const size_t begin = delivery.event == 0 ? 0 : m_placeEnds[delivery.event - 1];
    const auto places = std::span(m_places).subspan(begin, m_placeEnds[delivery.event] - begin);
    std::sort(places.begin(), places.end());
    delivery.lines.reserve(places.size());
    for (size_t i = 0; i < places.size(); ++i) {
        if (i + rowsAhead < places.size()) {
            prefetch(&m_batch.rows[places[i + rowsAhead].row]);
            prefetch(m_batch.invoices.data() + m_batch.rows[places[i + textsAhead].row].invoiceOffset);
        }
        const SaleRow &row = m_batch.rows[places[i].row];
        prefetch(&m_customerHashes[row.customer]);
        delivery.lines.push_back({row.at, row.amountMinor, row.baseMinor, row.customer, row.category,
                                  row.quantity, m_batch.invoiceOf(row)});
    }
}

/// Fingerprint of what is new, and the event's figures.
void SaleImport::summarise(Event &event, Helper &helper)
{
    const SalesChange &change = event.change;
    const std::vector<SaleLine> &delivered = event.delivery.lines;
    for (const SaleLine &line : change.isAllNew ? delivered : change.added) {
        const SaleTexts texts{m_customerHashes[line.customer], m_eventHashes[event.delivery.event],
                              m_categoryHashes[line.category], textHash(line.invoice)};
        helper.added.add(fingerprintOf(line, texts).text());
    }
    for (const SaleLine &line : change.isAllNew ? delivered : change.lines)
        helper.figures.add(line);
    event.figures = helper.figures.take();
}

/// In one transaction, or in several where it takes too long: an event may have millions of lines.
void SaleImport::write(const std::array<Part, 2> &parts)
{
    std::vector<std::pair<std::uint32_t, const PackedSales *>> blocks;
    for (const Part &part : parts) {
        for (const Event &event : part) {
            for (const PackedSales &block : event.change.blocks)
                blocks.emplace_back(event.delivery.event, &block);
        }
    }
    for (auto block = blocks.begin(); block != blocks.end();) {
        throwIfStopped(m_control.stop);
        m_connections.writePart([&](Database &database) {
            const PartTime time;
            SaleTable table(database);
            for (; block != blocks.end() && !time.isOver(); ++block)
                table.insert(block->first, *block->second);
        });
    }
}

void SaleImport::note(const Event &event, ContentDigest &digest)
{
    const SalesChange &change = event.change;
    m_counts.added += change.counts.added;
    m_counts.replaced += change.counts.replaced;
    m_counts.unchanged += change.counts.unchanged;
    m_written += static_cast<std::int64_t>(event.delivery.lines.size());
    if (change.blocks.empty())
        return;
    m_outdated.insert(m_outdated.end(), change.outdated.begin(), change.outdated.end());
    m_figures.emplace_back(event.delivery.event, event.figures);
    removeFrom(digest, event);
}

void SaleImport::finish(Database &database) const
{
    for (const auto &[number, name] : m_newCategories)
        database.run("INSERT INTO ticket_category (no, name) VALUES (?, ?)", number, name);
    writeFigures(database, m_figures);
    Statement outdated = database.prepare("INSERT INTO outdated_block (no) VALUES (?)");
    for (const std::int64_t block : m_outdated)
        outdated.bindAll(block).run();
}

void SaleImport::removeFrom(ContentDigest &digest, const Event &event)
{
    for (const SaleLine &line : event.change.removed) {
        const SaleTexts texts{hashOfCustomer(line.customer), m_eventHashes[event.delivery.event],
                              hashAt(m_categoryHashes, line.category), textHash(line.invoice)};
        digest.remove(fingerprintOf(line, texts).text());
    }
}

/// Asks the database for a customer whom the delivery doesn't name.
std::uint64_t SaleImport::hashOfCustomer(std::uint32_t number)
{
    if (number < m_isCustomerHashed.size() && m_isCustomerHashed[number])
        return m_customerHashes[number];
    return m_connections.readPart([number](Database &database) {
        Statement select = database.prepare("SELECT id FROM customer WHERE no = ?");
        select.bindAll(number);
        return select.step() ? textHash(select.view(0)) : textHash({});
    });
}

} // namespace groundswell::service
