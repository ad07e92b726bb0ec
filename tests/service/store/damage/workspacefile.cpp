#include "tests/service/store/damage/workspacefile.h"

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/sqlite/opening/filecheck.h"
#include "app/service/store/sqlite/sales/saletable.h"
#include "app/service/store/sqlite/stores/packagelist.h"

#include <sqlite3.h>

#include <QFile>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace groundswell::service;

namespace groundswell::test {

namespace {

constexpr std::int64_t start = 1'780'000'000; // 28 May 2026
constexpr int customers = 700;
constexpr int lines = 9'000;

ImportRows delivery()
{
    ImportRows batch;
    batch.settle = [](Organiser &organiser) { organiser.name = QStringLiteral("Haus"); };
    for (int i = 0; i < 3; ++i) {
        EventRow event;
        event.id = "e" + std::to_string(i);
        event.title = "Konzert " + std::to_string(i);
        event.startsAt = start + 864'000 * (i + 1);
        event.capacity = 500;
        event.priceMinor = 4'200;
        batch.events.push_back(event);
    }
    batch.eventFields.insert(EventField::Capacity);
    batch.eventFields.insert(EventField::Price);
    for (int i = 0; i < customers; ++i) {
        CustomerRow row;
        row.id = batch.customerTexts.keep("c" + std::to_string(i));
        row.email = batch.customerTexts.keep("someone" + std::to_string(i) + "@example.org");
        row.consentAds = i % 3 != 0;
        batch.customers.push_back(row);
    }
    batch.customerFields.insert(CustomerField::Email);
    batch.customerFields.insert(CustomerField::ConsentAds);
    for (int i = 0; i < lines; ++i) {
        SaleRow row;
        row.at = start + i;
        row.customer = batch.sales.customers.intern("c" + std::to_string(i * 7 % customers));
        row.event = batch.sales.events.intern("e" + std::to_string(i % 3));
        row.category = batch.sales.categories.intern(i % 2 == 0 ? "VIP" : "regular");
        row.quantity = 1 + i % 3;
        row.amountMinor = 4'200 * row.quantity;
        batch.sales.setInvoice(row, "R-" + std::to_string(i / 2));
        batch.sales.rows.push_back(row);
    }
    return batch;
}

std::string jsonOf(int number, size_t size)
{
    return R"({"n":)" + std::to_string(number) + R"(,"text":")"
        + std::string(size, static_cast<char>('a' + number % 26)) + "\"}";
}

std::vector<PackageMember> members()
{
    std::vector<PackageMember> list;
    for (int i = 0; i < 2'000; ++i)
        list.push_back({"c" + std::to_string(10'000 + i), 1.0 / (1 + i)});
    return list;
}

void fillSmallTables(Database &database)
{
    Transaction transaction(database, Transaction::Mode::Write);
    for (int i = 0; i < 40; ++i) { // some on a page of their own, some behind several
        const std::string event = "e" + std::to_string(i);
        database.run("INSERT INTO setup_process VALUES (?, ?, 1, 0)", event,
                     jsonOf(i, i % 10 == 0 ? 40'000 : 900));
        database.run("INSERT INTO setup_revision VALUES (?, 'client', ?, 7)", event, i);
        database.run("INSERT INTO campaign VALUES (?, 'A', 1, ?, 'RUNNING', 0, ?)", event, i, jsonOf(i, 600));
        database.run("INSERT INTO ad_spend (event_id, day, amount_minor) VALUES (?, '2026-05-01', ?)", event,
                     100 * i);
        database.run("INSERT INTO campaign_result (event_id, purchases, revenue_minor, created_at, source)"
                     " VALUES (?, ?, 5, 6, 'manual')",
                     event, i);
        database.run("INSERT INTO sales_summary VALUES (?, '2026-05-01', '2026-05-02', 'VIP', ?, 9)", event,
                     i);
        database.run("INSERT INTO task (event_id, state, created_at) VALUES (?, 'SUCCESS', ?)", event, i);
    }
    for (int run = 1; run <= 3; ++run) {
        database.run("INSERT INTO taste_run (run_key, snapshot_id, notice, quality, computed_at)"
                     " VALUES (?, 's', '', ?, 8)",
                     "key" + std::to_string(run), jsonOf(run, 200));
        database.run("INSERT INTO run_evaluation VALUES (?, 1, ?)", run, jsonOf(run, 3'000));
        for (int event = 0; event < 12; ++event) {
            database.run("INSERT INTO run_clusters VALUES (?, ?, ?)", run, "e" + std::to_string(event),
                         jsonOf(event, 5'000));
            database.run("INSERT INTO run_members VALUES (?, ?, 'A', ?)", run, "e" + std::to_string(event),
                         QByteArray(20'000, static_cast<char>('a' + event)));
        }
    }
    database.run("INSERT INTO campaign_audience VALUES ('x', ?)", QByteArray(30'000, 'm'));
    database.run(
        "INSERT INTO package (status, row, request, sources, details) VALUES ('DONE', ?, '{}', '[]', '{}')",
        jsonOf(1, 500));
    database.run("INSERT INTO package_cluster VALUES (1, 0, 'A', 'Opera', 2000)");
    insertList(database, 1, 0, packList(members()));
    database.run("INSERT INTO counter VALUES ('audience', 1)");
    transaction.commit();
}

std::vector<std::string> tables(Database &database)
{
    std::vector<std::string> names;
    Statement select = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    while (select.step())
        names.emplace_back(select.view(0));
    return names;
}

std::vector<std::string> rowsOf(Database &database, const std::string &columns, const std::string &table,
                                const std::string &condition = {})
{
    std::vector<std::string> rows;
    Statement select = database.prepare("SELECT " + columns + " FROM " + table + " NOT INDEXED " + condition);
    while (select.step()) {
        std::string row;
        for (int i = 0; i < sqlite3_column_count(select.handle()); ++i) {
            row += std::to_string(sqlite3_column_type(select.handle(), i)) + ':';
            row += select.view(i);
            row += '|';
        }
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<std::string> salesOf(Database &database)
{
    std::vector<std::string> rows;
    SaleTable(database).visit([&](std::uint32_t event, SaleBlockReader &block) {
        for (SaleLine line; block.next(line);) {
            rows.push_back(std::to_string(event) + '|' + std::to_string(line.at) + '|'
                           + std::to_string(line.customer) + '|' + std::to_string(line.quantity) + '|'
                           + std::to_string(line.amountMinor) + '|' + std::to_string(line.baseMinor) + '|'
                           + std::to_string(line.category) + '|' + std::string(line.invoice));
        }
    });
    std::sort(rows.begin(), rows.end());
    return rows;
}

void execute(sqlite3 *database, const std::string &sql)
{
    char *message = nullptr;
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s: %s", sql.c_str(), message);
}

/// Of a table of the main file; empty where it hasn't that table.
std::string columnsOf(sqlite3 *database, const std::string &table)
{
    std::string columns;
    Statement select(database, "SELECT name FROM pragma_table_info(?, 'main') ORDER BY cid");
    select.bindAll(table);
    while (select.step())
        columns += (columns.empty() ? "" : ", ") + select.text(0).toStdString();
    return columns;
}

/// As they were before there were blocks.
void writeSaleRows(sqlite3 *database, Database &source)
{
    execute(database, "BEGIN");
    Statement insert(database, "INSERT INTO sale VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    int number = 0;
    SaleTable(source).visit([&](std::uint32_t event, SaleBlockReader &block) {
        for (SaleLine line; block.next(line);) {
            insert.bindAll(line.customer, line.at, event, ++number, line.quantity, line.amountMinor, nullptr,
                           line.category, line.invoice);
            if (line.baseMinor != SaleLine::noBase)
                insert.bind(7, line.baseMinor);
            insert.run();
        }
    });
    execute(database, "COMMIT");
}

/// As they were before there were lists.
void writeMemberRows(sqlite3 *database)
{
    execute(database, "BEGIN");
    for (const PackageMember &member : members()) {
        char *sql = sqlite3_mprintf("INSERT INTO package_member VALUES (1, 0, %Q, %!.17g)",
                                    member.customerId.c_str(), member.affinity);
        execute(database, sql);
        sqlite3_free(sql);
    }
    execute(database, "COMMIT");
}

} // namespace

void fillWorkspace(Store &store, const QString &path)
{
    if (!store.sales().apply(delivery(), {}))
        qFatal("The sales weren't stored");
    Database database(path, Database::Access::ReadWrite);
    fillSmallTables(database);
}

Rows contentOf(const QString &path)
{
    Database database(untouchedName(path), Database::Access::ReadOnly);
    Rows content;
    for (const std::string &table : tables(database))
        content[table] = rowsOf(database, "*", table);
    // Indexes are content, too: a wrong one finds other rows.
    Statement check = database.prepare("PRAGMA integrity_check");
    while (check.step())
        content["(check)"].emplace_back(check.view(0));
    return content;
}

Rows originalRowsOf(const QString &path)
{
    Database database(untouchedName(path), Database::Access::ReadOnly);
    Rows content;
    for (const std::string &table : tables(database)) {
        if (table.starts_with("sqlite_"))
            continue;
        if (table == "sale_block")
            content[table] = salesOf(database);
        else if (table == "event")
            content[table] =
                rowsOf(database, "no, id, title, starts_at, capacity, price_minor, search", table);
        else if (table == "setting")
            content[table] = rowsOf(database, "*", table, "WHERE key NOT LIKE 'digest.%'");
        else
            content[table] = rowsOf(database, "*", table);
    }
    return content;
}

void writeEarlierVersion(const QString &from, const QString &to, int version, int pageSize)
{
    constexpr int firstWithBlocks = 4, firstWithPackages = 2, firstWithLists = 7;
    sqlite3 *database = nullptr;
    if (sqlite3_open(to.toUtf8().constData(), &database) != SQLITE_OK)
        qFatal("no file");
    execute(database, "PRAGMA page_size=" + std::to_string(pageSize));
    execute(database, "PRAGMA journal_mode=WAL");
    execute(database, "PRAGMA foreign_keys=OFF");
    for (const Migration &step : migrations()) {
        if (step.number > version)
            break;
        execute(database, step.sql);
        if (step.number == firstWithBlocks)
            execute(database, "DROP TABLE sale");
        if (step.number == firstWithLists)
            execute(database, "DROP TABLE package_member");
    }
    execute(database, "ATTACH '" + from.toStdString() + "' AS whole");
    Database source(untouchedName(from), Database::Access::ReadOnly);
    for (const std::string &table : tables(source)) {
        const std::string columns = columnsOf(database, table);
        if (!table.starts_with("sqlite_") && !columns.empty())
            execute(database,
                    "INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM whole." + table);
    }
    if (version < firstWithBlocks)
        writeSaleRows(database, source);
    if (version >= firstWithPackages && version < firstWithLists)
        writeMemberRows(database);
    execute(database, "DETACH whole");
    execute(database, "PRAGMA application_id=" + std::to_string(applicationId));
    execute(database, "PRAGMA user_version=" + std::to_string(version));
    sqlite3_close(database);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}

} // namespace groundswell::test
