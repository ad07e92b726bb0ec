#include "app/service/store/sqlite/sqlitesalesstore.h"

#include "app/service/store/sqlite/catalogueimport.h"
#include "app/service/store/sqlite/contactreader.h"
#include "app/service/store/sqlite/contentstate.h"
#include "app/service/store/sqlite/datasetload.h"
#include "app/service/store/sqlite/importcancelled.h"
#include "app/service/store/sqlite/sales/saleimport.h"
#include "app/service/store/sqlite/sqlitesettingsstore.h"

namespace groundswell::service {

namespace {

constexpr double shareOfCustomers = 0.4; // of the time that storing takes; little of it is the events'

ImportOutcome applyTo(Database &database, ImportBatch &batch, const JobControl &control)
{
    ImportOutcome outcome;
    ContentState state = readContentState(database);
    if (batch.organiser)
        writeOrganiser(database, *batch.organiser);
    outcome.events = importEvents(database, batch, control.part(0, 0));
    std::optional<std::string> customers;
    outcome.customers = importCustomers(database, batch, control.part(0, shareOfCustomers), customers);
    batch.customers = {}; // stored: the sales need the memory
    batch.customerTexts = {};
    if (batch.salesToCome)
        batch.sales = batch.salesToCome();
    const JobControl controlOfSales = control.part(shareOfCustomers, 1);
    SaleImport sales(database, batch.sales, controlOfSales);
    sales.run(state.sales);
    outcome.sales = sales.counts();
    outcome.derivedCustomers = sales.derivedCustomers();
    if (outcome.events.added + outcome.events.replaced > 0)
        state.events = eventsDigest(database);
    if (customers && outcome.derivedCustomers == 0)
        state.customers = *customers;
    else if (outcome.customers.added + outcome.customers.replaced + outcome.derivedCustomers > 0)
        state.customers = customersDigest(database);
    writeContentState(database, state);
    outcome.snapshotId = snapshotIdOf(database);
    throwIfStopped(control);
    return outcome;
}

Problem cancelled()
{
    Problem problem;
    problem.kind = Problem::Kind::Rejected;
    problem.messageKey = QStringLiteral("error.import.cancelled");
    return problem;
}

} // namespace

Expected<ImportOutcome> SqliteSalesStore::apply(ImportBatch batch, const JobControl &control)
{
    try {
        return m_connections.write([&](Database &database) { return applyTo(database, batch, control); });
    } catch (const ImportCancelled &) {
        return tl::make_unexpected(cancelled());
    }
}

Expected<QString> SqliteSalesStore::snapshotId()
{
    return m_connections.read([](Database &database) { return snapshotIdOf(database); });
}

Expected<Dataset> SqliteSalesStore::loadDataset()
{
    return m_connections.read([](Database &database) { return readDataset(database); });
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
                                               const ContactVisitor &visit)
{
    return m_connections.read([&](Database &database) {
        return m_connections.read([&](Database &other) { readContacts(database, other, ids, visit); });
    });
}

} // namespace groundswell::service
