#include "app/service/store/sqlite/import/bulksource.h"

#include <sqlite3.h>

#include <exception>

namespace groundswell::service {

namespace {

/// What the module's functions find through SQLite's pointers. Exceptions must not cross SQLite's frames, so
/// they wait here.
struct Feed {
    RowSource &source;
    int columns;
    std::exception_ptr failure;
};

struct Table : sqlite3_vtab {
    Feed *feed = nullptr;
};

struct Cursor : sqlite3_vtab_cursor {
    bool atEnd = false;
    sqlite3_int64 row = 0;
};

Feed &feedOf(sqlite3_vtab_cursor *cursor)
{
    return *static_cast<Table *>(cursor->pVtab)->feed;
}

int connectTable(sqlite3 *database, void *context, int, const char *const *, sqlite3_vtab **result, char **)
{
    auto *feed = static_cast<Feed *>(context);
    std::string declaration = "CREATE TABLE x(";
    for (int i = 0; i < feed->columns; ++i)
        declaration += (i > 0 ? ", c" : "c") + std::to_string(i);
    const int code = sqlite3_declare_vtab(database, (declaration + ")").c_str());
    if (code != SQLITE_OK)
        return code;
    auto *table = new Table;
    table->feed = feed;
    *result = table;
    return SQLITE_OK;
}

int disconnectTable(sqlite3_vtab *table)
{
    delete static_cast<Table *>(table);
    return SQLITE_OK;
}

int planScan(sqlite3_vtab *, sqlite3_index_info *plan)
{
    plan->estimatedCost = 1e9; // a scan, the only way there is
    return SQLITE_OK;
}

int openCursor(sqlite3_vtab *, sqlite3_vtab_cursor **result)
{
    *result = new Cursor;
    return SQLITE_OK;
}

int closeCursor(sqlite3_vtab_cursor *cursor)
{
    delete static_cast<Cursor *>(cursor);
    return SQLITE_OK;
}

int nextRow(sqlite3_vtab_cursor *base)
{
    auto *cursor = static_cast<Cursor *>(base);
    Feed &feed = feedOf(base);
    try {
        cursor->atEnd = !feed.source.next();
        ++cursor->row;
        return SQLITE_OK;
    } catch (...) {
        feed.failure = std::current_exception();
        return SQLITE_INTERRUPT;
    }
}

int startScan(sqlite3_vtab_cursor *cursor, int, const char *, int, sqlite3_value **)
{
    return nextRow(cursor);
}

int isAtEnd(sqlite3_vtab_cursor *cursor)
{
    return static_cast<Cursor *>(cursor)->atEnd ? 1 : 0;
}

int columnValue(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    Feed &feed = feedOf(cursor);
    try {
        ValueSink sink(context);
        feed.source.value(column, sink);
        return SQLITE_OK;
    } catch (...) {
        feed.failure = std::current_exception();
        return SQLITE_INTERRUPT;
    }
}

int rowNumber(sqlite3_vtab_cursor *cursor, sqlite3_int64 *result)
{
    *result = static_cast<Cursor *>(cursor)->row;
    return SQLITE_OK;
}

sqlite3_module makeModule()
{
    // Without xCreate the table exists under the module's name alone: nothing is written into the schema.
    sqlite3_module module{};
    module.xConnect = connectTable;
    module.xBestIndex = planScan;
    module.xDisconnect = disconnectTable;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = startScan;
    module.xNext = nextRow;
    module.xEof = isAtEnd;
    module.xColumn = columnValue;
    module.xRowid = rowNumber;
    return module;
}

} // namespace

void ValueSink::null()
{
    sqlite3_result_null(m_context);
}

void ValueSink::integer(std::int64_t value)
{
    sqlite3_result_int64(m_context, value);
}

void ValueSink::real(double value)
{
    sqlite3_result_double(m_context, value);
}

void ValueSink::text(std::string_view utf8)
{
    sqlite3_result_text64(m_context, utf8.data() ? utf8.data() : "", utf8.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void insertFrom(Database &database, const std::string &sql, int columns, RowSource &source)
{
    selectFrom(database, sql, columns, source, [](const Statement &) {});
}

void selectFrom(Database &database, const std::string &sql, int columns, RowSource &source,
                const std::function<void(const Statement &)> &visit)
{
    static const sqlite3_module module = makeModule();
    Feed feed{source, columns, nullptr};
    if (const int code = sqlite3_create_module_v2(database.handle(), "source", &module, &feed, nullptr);
        code != SQLITE_OK)
        throw SqlError(code, sqlite3_errmsg(database.handle()));
    // The module ends with this call, whatever happens, because it points to objects on this stack.
    const auto forget = [](sqlite3 *handle) {
        sqlite3_create_module_v2(handle, "source", nullptr, nullptr, nullptr);
    };
    const std::unique_ptr<sqlite3, decltype(forget)> guard(database.handle(), forget);
    try {
        Statement statement = database.prepare(sql);
        while (statement.step())
            visit(statement);
    } catch (const SqlError &) {
        if (feed.failure)
            std::rethrow_exception(feed.failure);
        throw;
    }
}

} // namespace groundswell::service
