#include "app/service/store/sqlite/stores/sqlitesalesstore.h"

#include "app/service/store/refusal.h"
#include "app/service/store/sqlite/import/customerimport.h"
#include "app/service/store/sqlite/import/eventimport.h"
#include "app/service/store/sqlite/sales/saleimport.h"
#include "app/service/store/sqlite/staging/importturn.h"
#include "app/service/store/sqlite/staging/stage.h"
#include "app/service/store/sqlite/stores/contactreader.h"
#include "app/service/store/sqlite/stores/contentstate.h"
#include "app/service/store/sqlite/stores/datasetload.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"
#include "app/service/store/stopped.h"

#include <QScopeGuard>

namespace groundswell::service {

namespace {

constexpr double shareOfCustomers = 0.4; // share of the time that storing takes; the events take little of it

/// Writes the delivery where it doesn't count yet, and lets all of it count in one short transaction
/// (staging/stage.h).
class Delivery {
public:
    Delivery(Connections &connections, ImportRows &batch, const JobControl &control)
        : m_connections(connections)
        , m_batch(batch)
        , m_control(control)
        , m_controlOfCustomers(control.part(0, shareOfCustomers))
        , m_controlOfSales(control.part(shareOfCustomers, 1))
    {
    }

    ImportOutcome store()
    {
        ContentState state = m_connections.readPart(readContentState);
        const auto newEvents =
            m_connections.readPart([&](Database &database) { return numbersOfNewEvents(database, m_batch); });
        m_connections.writePart([](Database &database) { (void)beginStage(database); });
        CustomerImport customers(m_connections, m_controlOfCustomers);
        m_outcome.customers = customers.add(m_batch);
        m_batch.customers = {}; // stored: the sales need the memory
        m_batch.customerTexts = {};
        if (m_batch.salesToCome)
            m_batch.sales = m_batch.salesToCome();
        SaleImport sales(m_connections, m_batch.sales, newEvents, customers, m_controlOfSales);
        sales.run(state.sales);
        m_outcome.sales = sales.counts();
        m_outcome.derivedCustomers = sales.derivedCustomers();
        state.customers = customers.digest(state.customers);
        m_connections.writePart(
            [&](Database &database) { letItCount(database, newEvents, sales, std::move(state)); });
        return m_outcome;
    }

private:
    void letItCount(Database &database, const std::map<std::string, std::uint32_t> &newEvents,
                    const SaleImport &sales, ContentState state)
    {
        settleSettings(database);
        m_outcome.events = importEvents(database, m_batch, newEvents, m_control.part(1, 1));
        sales.finish(database);
        // Somebody may have put events into a series meanwhile.
        state.events = m_outcome.events.added + m_outcome.events.replaced > 0
            ? eventsDigest(database)
            : readContentState(database).events;
        writeContentState(database, state);
        endStage(database);
        m_outcome.snapshotId = snapshotIdOf(database);
        throwIfStopped(m_control.stop);
    }

    void settleSettings(Database &database)
    {
        const Organiser before = readOrganiser(database);
        Organiser organiser = before;
        if (m_batch.settle)
            m_batch.settle(organiser);
        if (organiser != before)
            writeOrganiser(database, organiser);
        if (organiser.currency != before.currency)
            forgetMarketAmounts(database);
    }

    Connections &m_connections;
    ImportRows &m_batch;
    const JobControl &m_control;
    const JobControl m_controlOfCustomers, m_controlOfSales;
    ImportOutcome m_outcome;
};

Problem cancelled()
{
    Problem problem;
    problem.kind = Problem::Kind::Rejected;
    problem.messageKey = QStringLiteral("error.import.cancelled");
    return problem;
}

/// The rest waits for the next time: it counts for nobody.
void tidyUpIfPossible(Connections &connections, const std::stop_token &stop) noexcept
{
    try {
        tidyUp(connections, stop);
    } catch (const SqlError &) {
    }
}

} // namespace

Expected<ImportOutcome> SqliteSalesStore::apply(ImportRows batch, const JobControl &control)
{
    try {
        throwIfStopped(control.stop);
        const ImportTurn turn(m_connections.path(), control.stop);
        service::tidyUp(m_connections, control.stop);
        throwIfStopped(control.stop);
        // After a success as well as after a failure; if it is stopped, the next call that isn't in a hurry
        // does it.
        const auto tidyLater = qScopeGuard([&] { tidyUpIfPossible(m_connections, control.stop); });
        return Delivery(m_connections, batch, control).store();
    } catch (const Stopped &) {
        return tl::make_unexpected(cancelled());
    } catch (const SqlError &error) {
        return tl::make_unexpected(Connections::problemOf(error));
    }
}

Expected<void> SqliteSalesStore::tidyUp(const std::stop_token &stop)
{
    try {
        const ImportTurn turn(m_connections.path());
        if (turn.isHeld())
            service::tidyUp(m_connections, stop);
        return {};
    } catch (const SqlError &error) {
        return tl::make_unexpected(Connections::problemOf(error));
    }
}

Expected<QString> SqliteSalesStore::snapshotId()
{
    return m_connections.read([](Database &database) { return snapshotIdOf(database); });
}

Expected<Dataset> SqliteSalesStore::loadDataset(const std::stop_token &stop)
{
    try {
        return m_connections.read([&](Database &database) { return readDataset(database, stop); });
    } catch (const Stopped &) {
        return tl::make_unexpected(stopped());
    }
}

Expected<std::unordered_set<std::string>> SqliteSalesStore::eventIds()
{
    return m_connections.read([](Database &database) {
        std::unordered_set<std::string> ids;
        Statement select = database.prepare("SELECT id FROM event");
        while (select.step())
            ids.emplace(select.view(0));
        return ids;
    });
}

Expected<void> SqliteSalesStore::visitContacts(const std::vector<std::string> &ids,
                                               const ContactVisitor &visit, const std::stop_token &stop)
{
    const auto visitUnlessStopped = [&](const CustomerContact &contact) {
        throwIfStopped(stop);
        visit(contact);
    };
    try {
        return m_connections.read([&](Database &database) {
            return m_connections.read(
                [&](Database &other) { readContacts(database, other, ids, visitUnlessStopped); });
        });
    } catch (const Stopped &) {
        return tl::make_unexpected(stopped());
    }
}

} // namespace groundswell::service
