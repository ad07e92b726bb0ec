#include "app/service/store/sqlite/migrations/steps.h"

#include "app/service/store/sqlite/sales/saletable.h"
#include "app/service/store/textarena.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace groundswell::service::steps {

// An event's sales lie together, packed: a question about an event reads only its own sales, a delivery of
// some days changes one block for each event, and all of them are read many times as fast as rows.
const char *const saleBlocks = R"sql(
CREATE TABLE sale_block (
    no INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    first_at INTEGER NOT NULL, -- of its lines; blocks of one event follow each other in time
    last_at INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    data BLOB NOT NULL -- sales/saleblock.h
);
CREATE INDEX sale_block_by_event ON sale_block (event, first_at, last_at);
)sql";

namespace {

struct StoredRow {
    std::uint32_t event = 0;
    SaleLine line;
};

std::vector<StoredRow> readRows(Database &database, TextArena &invoices)
{
    std::vector<StoredRow> rows;
    Statement count = database.prepare("SELECT count(*) FROM sale");
    count.step();
    rows.reserve(static_cast<size_t>(count.integer(0)));
    Statement row =
        database.prepare("SELECT event, at, customer, quantity, amount_minor, base_minor, category,"
                         " invoice FROM sale");
    while (row.step()) {
        auto &[event, line] = rows.emplace_back();
        event = static_cast<std::uint32_t>(row.integer(0));
        line.at = row.integer(1);
        line.customer = static_cast<std::uint32_t>(row.integer(2));
        line.quantity = static_cast<std::int32_t>(row.integer(3));
        line.amountMinor = row.integer(4);
        line.baseMinor = row.optionalInteger(5).value_or(SaleLine::noBase);
        line.category = static_cast<std::uint32_t>(row.integer(6));
        line.invoice = invoices.keep(row.view(7));
    }
    return rows;
}

void packRows(Database &database)
{
    TextArena invoices;
    std::vector<StoredRow> rows = readRows(database, invoices);
    // Written by hand, because SQLite takes many times as long for it.
    std::sort(rows.begin(), rows.end(), [](const StoredRow &a, const StoredRow &b) {
        return std::tie(a.event, a.line.at, a.line.customer) < std::tie(b.event, b.line.at, b.line.customer);
    });
    SaleTable table(database, SaleTable::Sees::Everything);
    std::vector<SaleLine> lines;
    for (auto begin = rows.begin(); begin != rows.end();) {
        lines.clear();
        auto row = begin;
        for (; row != rows.end() && row->event == begin->event; ++row)
            lines.push_back(row->line);
        for (const PackedSales &block : packInBlocks(lines))
            table.insert(begin->event, block);
        begin = row;
    }
}

} // namespace

void convertSalesToBlocks(Database &database)
{
    packRows(database);
    database.execute("DROP TABLE sale");
}

} // namespace groundswell::service::steps
