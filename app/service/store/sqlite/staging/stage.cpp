#include "app/service/store/sqlite/staging/stage.h"

namespace groundswell::service {

namespace {

constexpr const char *customerColumns = "no, id, email, phone, first_name, last_name, city, zip, country,"
                                        " language, birth_year, consent_email, consent_ads, ad_opt_out";
// This many rows make a transaction of some ten milliseconds.
constexpr std::int64_t customersAtOnce = 4096;
constexpr std::int64_t blocksAtOnce = 64;

std::int64_t numberOf(Database &database, const std::string &sql)
{
    Statement select = database.prepare(sql);
    return select.step() ? select.integer(0) : 0;
}

bool hasRows(Database &database, const char *table)
{
    return database.prepare(std::string("SELECT 1 FROM ") + table + " LIMIT 1").step();
}

/// Deletes some rows above a number, the highest first, so that the remaining rows still have every number
/// from the mark on. False if there was none.
bool deleteAbove(Database &database, const char *table, std::int64_t highest, std::int64_t atOnce)
{
    const std::string from = std::string(" FROM ") + table + " WHERE no > ?1";
    database.run("DELETE" + from + " AND no > (SELECT max(no) - ?2" + from + ")", highest, atOnce);
    return database.changes() > 0;
}

/// One step of removing what an unfinished import has left; false after the last step.
bool removeStage(Database &database, const ImportStage &stage)
{
    if (deleteAbove(database, "sale_block", stage.blocksTo, blocksAtOnce)
        || deleteAbove(database, "customer", stage.customersTo, customersAtOnce))
        return true;
    database.run("DELETE FROM changed_customer WHERE no IN (SELECT no FROM changed_customer LIMIT ?)",
                 customersAtOnce);
    if (database.changes() > 0)
        return true;
    endStage(database);
    return false;
}

/// One step of writing corrected customers into their rows; readers see both as one, so nobody notices it.
bool takeInChanges(Database &database)
{
    const std::int64_t to = numberOf(database,
                                     "SELECT max(no) FROM (SELECT no FROM changed_customer ORDER BY no LIMIT "
                                         + std::to_string(customersAtOnce) + ")");
    database.run("UPDATE customer SET email = n.email, phone = n.phone, first_name = n.first_name,"
                 " last_name = n.last_name, city = n.city, zip = n.zip, country = n.country,"
                 " language = n.language, birth_year = n.birth_year, consent_email = n.consent_email,"
                 " consent_ads = n.consent_ads, ad_opt_out = n.ad_opt_out"
                 " FROM changed_customer AS n WHERE customer.no = n.no AND n.no <= ?",
                 to);
    database.run("DELETE FROM changed_customer WHERE no <= ?", to);
    return database.changes() > 0;
}

bool removeOutdated(Database &database)
{
    const std::int64_t to = numberOf(database,
                                     "SELECT max(no) FROM (SELECT no FROM outdated_block ORDER BY no LIMIT "
                                         + std::to_string(blocksAtOnce) + ")");
    database.run("DELETE FROM sale_block WHERE no IN (SELECT no FROM outdated_block WHERE no <= ?)", to);
    database.run("DELETE FROM outdated_block WHERE no <= ?", to);
    return database.changes() > 0;
}

bool isUntidy(Database &database)
{
    return hasRows(database, "import_stage") || hasRows(database, "changed_customer")
        || hasRows(database, "outdated_block");
}

} // namespace

std::optional<ImportStage> currentStage(Database &database)
{
    Statement select = database.prepare("SELECT customers_to, blocks_to FROM import_stage");
    return select.step() ? std::optional(ImportStage{select.integer(0), select.integer(1)}) : std::nullopt;
}

ImportStage beginStage(Database &database)
{
    const ImportStage stage{numberOf(database, "SELECT max(no) FROM customer"),
                            numberOf(database, "SELECT max(no) FROM sale_block")};
    database.run("INSERT INTO import_stage (customers_to, blocks_to) VALUES (?, ?)", stage.customersTo,
                 stage.blocksTo);
    return stage;
}

void endStage(Database &database)
{
    database.execute("DELETE FROM import_stage");
}

// The plus keeps SQLite from reading in order of the numbers and then sorting what an index has in order.
std::string countingCustomers(Database &database)
{
    if (const auto stage = currentStage(database)) {
        return std::string("(SELECT ") + customerColumns
            + " FROM customer WHERE +no <= " + std::to_string(stage->customersTo) + ")";
    }
    if (!hasRows(database, "changed_customer"))
        return "customer";
    return std::string("(SELECT ") + customerColumns
        + " FROM customer WHERE no NOT IN (SELECT no FROM changed_customer) UNION ALL SELECT "
        + customerColumns + " FROM changed_customer)";
}

std::string countingBlocks(Database &database)
{
    std::string condition = "no NOT IN (SELECT no FROM outdated_block)";
    if (const auto stage = currentStage(database))
        condition += " AND +no <= " + std::to_string(stage->blocksTo);
    return condition;
}

bool tidyUpStep(Database &database)
{
    // The removed rows hold people's data: they are overwritten in the file, not only unlinked.
    database.execute("PRAGMA secure_delete=ON");
    if (const auto stage = currentStage(database))
        return removeStage(database, *stage);
    return takeInChanges(database) || removeOutdated(database);
}

void tidyUp(Connections &connections, const std::stop_token &stop)
{
    if (!connections.readPart([](Database &database) { return isUntidy(database); }))
        return;
    while (!stop.stop_requested() && connections.writePart(tidyUpStep)) { }
}

} // namespace groundswell::service
