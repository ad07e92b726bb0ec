#include "app/service/store/sqlite/rescue/salesreconcile.h"

#include "app/service/store/sqlite/connection/storeproblem.h"
#include "app/service/store/sqlite/import/customerimport.h"
#include "app/service/store/sqlite/import/eventimport.h"
#include "app/service/store/sqlite/sales/eventfigures.h"
#include "app/service/store/sqlite/sales/salesdigest.h"
#include "app/service/store/sqlite/sales/saletable.h"
#include "app/service/store/sqlite/staging/stage.h"
#include "app/service/store/sqlite/stores/contentstate.h"
#include "app/service/store/sqlite/stores/rowjson.h"

#include <vector>

namespace groundswell::service {

namespace {

/// The numbers in use of a table.
class Numbers {
public:
    Numbers(Database &database, const char *sql)
    {
        Statement select = database.prepare(sql);
        while (select.step()) {
            const auto number = static_cast<size_t>(select.integer(0));
            if (number >= m_isThere.size())
                m_isThere.resize(number + 1);
            m_isThere[number] = true;
        }
    }
    /// 0 stands for none.
    [[nodiscard]] bool holds(std::uint32_t number) const
    {
        return number == 0 || (number < m_isThere.size() && m_isThere[number]);
    }

private:
    std::vector<bool> m_isThere;
};

class Reconciliation {
public:
    explicit Reconciliation(Database &database)
        : m_database(database)
        , m_table(database)
        , m_customers(database, "SELECT no FROM customer")
        , m_categories(database, "SELECT no FROM ticket_category")
        , m_events(database, "SELECT no FROM event")
    {
    }

    ReconciledSales run()
    {
        std::vector<std::uint32_t> events;
        Statement select = m_database.prepare("SELECT event FROM sale_block UNION SELECT no FROM event");
        while (select.step())
            events.push_back(static_cast<std::uint32_t>(select.integer(0)));
        for (const std::uint32_t event : events)
            reconcile(event);
        return m_result;
    }

private:
    void reconcile(std::uint32_t event)
    {
        const std::vector<StoredSales> blocks = m_table.blocksOf(event);
        std::vector<SaleLine> kept;
        for (const StoredSales &block : blocks)
            keepLines(event, block, kept);
        if (m_isChanged) {
            for (const StoredSales &block : blocks)
                m_table.remove(block.number);
            for (const PackedSales &block : packInBlocks(kept))
                m_table.insert(event, block);
        }
        for (const SaleLine &line : kept)
            m_figures.add(line);
        writeFigures(m_database, {{event, m_figures.take()}});
        m_isChanged = false;
    }

    void keepLines(std::uint32_t event, const StoredSales &block, std::vector<SaleLine> &kept)
    {
        const size_t before = kept.size();
        std::int64_t inPart = 0;
        try {
            SaleBlockReader reader(block.bytes);
            if (!m_events.holds(event)) {
                m_result.removed += reader.count();
                m_isChanged = true;
                return;
            }
            for (SaleLine line; reader.next(line);) {
                inPart += forgetWhatIsLost(line) ? 1 : 0;
                kept.push_back(line);
            }
        } catch (const SqlError &error) {
            if (!isDamage(error))
                throw;
            // Happens only in a file without checksums. What was read from it may be wrong as well.
            m_result.removed += static_cast<std::int64_t>(kept.size() - before) + 1;
            m_result.isComplete = false;
            inPart = 0;
            kept.resize(before);
            m_isChanged = true;
        }
        m_result.inPart += inPart;
        m_isChanged = m_isChanged || inPart > 0;
    }

    [[nodiscard]] bool forgetWhatIsLost(SaleLine &line) const
    {
        bool isWhole = m_customers.holds(line.customer);
        if (!isWhole)
            line.customer = 0;
        for (const auto name : saleNames) {
            if (m_categories.holds(line.*name))
                continue;
            line.*name = 0;
            isWhole = false;
        }
        return !isWhole;
    }

    Database &m_database;
    SaleTable m_table;
    const Numbers m_customers, m_categories, m_events;
    EventFiguresSum m_figures;
    ReconciledSales m_result;
    bool m_isChanged = false; ///< of the current event
};

void refreshEventStates(Database &database)
{
    std::vector<QString> events;
    Statement select = database.prepare("SELECT id FROM event");
    while (select.step())
        events.push_back(select.text(0));
    for (const QString &event : events)
        refreshEventState(database, event);
}

} // namespace

ReconciledSales reconcileSales(Database &database)
{
    Transaction transaction(database, Transaction::Mode::Write);
    // What a killed import has left doesn't count for anybody.
    while (tidyUpStep(database)) { }
    const ReconciledSales result = Reconciliation(database).run();
    refreshEventStates(database);
    writeContentState(database, {eventsDigest(database), customersDigest(database), salesDigest(database)});
    transaction.commit();
    return result;
}

std::int64_t countSales(Database &database)
{
    Statement sum = database.prepare("SELECT coalesce(sum(lines), 0) FROM sale_block");
    return sum.step() ? sum.integer(0) : 0;
}

} // namespace groundswell::service
