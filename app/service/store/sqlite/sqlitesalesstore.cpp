#include "app/service/store/sqlite/sqlitesalesstore.h"

#include "app/service/store/sqlite/catalogueimport.h"
#include "app/service/store/sqlite/contentstate.h"
#include "app/service/store/sqlite/datasetload.h"
#include "app/service/store/sqlite/importcancelled.h"
#include "app/service/store/sqlite/saleimport.h"
#include "app/service/store/sqlite/sqlitesettingsstore.h"

#include <algorithm>

namespace groundswell::service {

namespace {

ImportOutcome applyTo(Database &database, ImportBatch &batch, const JobControl &control)
{
    ImportOutcome outcome;
    ContentState state = readContentState(database);
    if (batch.organiser)
        writeOrganiser(database, *batch.organiser);
    outcome.events = importEvents(database, batch, control);
    std::optional<std::string> customers;
    outcome.customers = importCustomers(database, batch, control, customers);
    batch.customers = {}; // stored: the sales need the memory
    SaleImport sales(database, batch.sales, control);
    sales.run(state.sales);
    outcome.sales = sales.counts();
    outcome.derivedCustomers = sales.derivedCustomers();
    if (outcome.sales.added + outcome.sales.replaced > 0)
        sales.figures().write(database);
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

constexpr size_t scanAbove = 3;
constexpr std::string_view selectContacts =
    "SELECT id, email, phone, first_name, last_name, city, zip, country, language, birth_year FROM customer";

CustomerContact contactOf(const Statement &row)
{
    CustomerContact contact{row.view(0), row.view(1), row.view(2), row.view(3), row.view(4),
                            row.view(5), row.view(6), row.view(7), row.view(8), {}};
    if (!row.isNull(9))
        contact.birthYear = static_cast<int>(row.integer(9));
    return contact;
}

void visitOneByOne(Database &database, const std::vector<std::string> &ids, const ContactVisitor &visit)
{
    Statement select = database.prepare(std::string(selectContacts) + " WHERE id = ?");
    for (const std::string &id : ids) {
        select.bindAll(id);
        if (select.step())
            visit(contactOf(select));
        select.reset();
    }
}

/// \a ids: ascending as bytes, which is SQLite's order of texts too.
void visitInOneScan(Database &database, const std::vector<std::string> &ids, const ContactVisitor &visit)
{
    Statement select = database.prepare(std::string(selectContacts) + " ORDER BY id");
    auto wanted = ids.begin();
    while (wanted != ids.end() && select.step()) {
        const std::string_view id = select.view(0);
        while (wanted != ids.end() && *wanted < id)
            ++wanted;
        for (; wanted != ids.end() && *wanted == id; ++wanted)
            visit(contactOf(select));
    }
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
        Statement count = database.prepare("SELECT count(*) FROM customer");
        count.step();
        // One walk through all of them in order beats finding every third by itself.
        if (std::is_sorted(ids.begin(), ids.end())
            && ids.size() > static_cast<size_t>(count.integer(0)) / scanAbove)
            visitInOneScan(database, ids, visit);
        else
            visitOneByOne(database, ids, visit);
    });
}

} // namespace groundswell::service
