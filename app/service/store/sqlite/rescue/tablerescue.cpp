#include "app/service/store/sqlite/rescue/tablerescue.h"

#include "app/service/store/sqlite/connection/storeproblem.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

namespace groundswell::service {

namespace {

struct ValueDeleter {
    void operator()(sqlite3_value *value) const { sqlite3_value_free(value); }
};
using Value = std::unique_ptr<sqlite3_value, ValueDeleter>;
using Key = std::vector<Value>; ///< of a row

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string marks(size_t count)
{
    return joined(std::vector<std::string>(count, "?"));
}

/// What the target knows about the table: it is sound, and has the same columns.
struct Shape {
    std::vector<std::string> columns;
    std::vector<std::string> key; ///< the columns by which the rows are ordered, or "rowid"
    bool hasRowId = true;

    Shape(Database &database, const std::string &table)
    {
        Statement list =
            database.prepare("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?");
        hasRowId = !list.bindAll(table).step() || list.integer(0) == 0;
        std::vector<std::pair<std::int64_t, std::string>> ordered;
        Statement info = database.prepare("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid");
        info.bindAll(table);
        while (info.step()) {
            columns.emplace_back(info.view(0));
            if (info.integer(1) > 0)
                ordered.emplace_back(info.integer(1), columns.back());
        }
        std::sort(ordered.begin(), ordered.end());
        if (hasRowId) {
            key = {"rowid"};
        } else {
            for (const auto &[place, name] : ordered)
                key.push_back(name);
        }
    }
};

class Rescuer {
public:
    Rescuer(Database &from, Database &to, const std::string &table)
        : m_from(from)
        , m_table(table)
        , m_shape(to, table)
        , m_insert(to.prepare("INSERT INTO " + table + " (" + joined(m_shape.columns) + ") VALUES ("
                              + marks(m_shape.columns.size()) + ")"))
    {
        m_result.table = table;
    }

    TableRescue run()
    {
        if (!walk(Direction::Forward) && !m_shape.hasRowId)
            walk(Direction::Backward); // from the other end up to the damaged place
        return m_result;
    }

private:
    enum class Direction { Forward, Backward };

    [[nodiscard]] std::string query(const std::string &what, Direction direction) const;
    Statement prepared(const std::string &what, Direction direction, const Key &after);
    bool walk(Direction direction);
    void copyRows(Direction direction);
    void insert(const Statement &row);
    [[nodiscard]] std::optional<bool> stepOverRow(Direction direction);
    [[nodiscard]] bool stepOverPage();
    [[nodiscard]] bool canReadFrom(std::int64_t rowId);
    [[nodiscard]] static Key keyOf(const Statement &row, size_t size);

    Database &m_from;
    std::string m_table;
    Shape m_shape;
    Statement m_insert;
    Key m_last; ///< of the last row in the direction of the walk; empty = none yet
    Key m_end; ///< of the last row of the first walk: the second one ends before it
    TableRescue m_result;
};

std::string Rescuer::query(const std::string &what, Direction direction) const
{
    const std::string key = "(" + joined(m_shape.key) + ")";
    std::string text = "SELECT " + joined(m_shape.key) + what + " FROM " + m_table + " NOT INDEXED WHERE 1";
    const bool forward = direction == Direction::Forward;
    // When a page is stepped over, the last number lies on that page: if asked for a greater one, SQLite
    // would look for it there first.
    if (!m_last.empty() && m_shape.hasRowId)
        text += " AND rowid >= ? + 1";
    else if (!m_last.empty())
        text += " AND " + key + (forward ? " > (" : " < (") + marks(m_shape.key.size()) + ")";
    if (!m_end.empty())
        text += " AND " + key + " > (" + marks(m_shape.key.size()) + ")";
    text += " ORDER BY ";
    for (const std::string &name : m_shape.key)
        text += (name == m_shape.key.front() ? "" : ", ") + name + (forward ? "" : " DESC");
    return text;
}

Statement Rescuer::prepared(const std::string &what, Direction direction, const Key &after)
{
    Statement select = m_from.prepare(query(what, direction));
    int index = 0;
    for (const Key *key : {&after, static_cast<const Key *>(&m_end)}) {
        for (const Value &value : *key)
            sqlite3_bind_value(select.handle(), ++index, value.get());
    }
    return select;
}

Key Rescuer::keyOf(const Statement &row, size_t size)
{
    Key key;
    for (size_t i = 0; i < size; ++i)
        key.emplace_back(sqlite3_value_dup(sqlite3_column_value(row.handle(), static_cast<int>(i))));
    return key;
}

/// False if it had to end early.
bool Rescuer::walk(Direction direction)
{
    m_last.clear();
    for (;;) {
        try {
            copyRows(direction);
            return true;
        } catch (const SqlError &error) {
            if (!isDamage(error))
                throw;
        }
        if (const auto more = stepOverRow(direction); more) {
            if (!*more)
                return true;
            continue;
        }
        m_result.isComplete = false;
        if (!m_shape.hasRowId) {
            m_end = direction == Direction::Forward ? std::move(m_last) : Key();
            return false;
        }
        if (!stepOverPage())
            return true;
    }
}

void Rescuer::copyRows(Direction direction)
{
    Statement select = prepared(", " + joined(m_shape.columns), direction, m_last);
    while (select.step()) {
        insert(select);
        m_last = keyOf(select, m_shape.key.size());
    }
}

void Rescuer::insert(const Statement &row)
{
    const auto first = static_cast<int>(m_shape.key.size());
    for (int i = 0; i < static_cast<int>(m_shape.columns.size()); ++i)
        sqlite3_bind_value(m_insert.handle(), i + 1, sqlite3_column_value(row.handle(), first + i));
    try {
        m_insert.run();
        ++m_result.rescued;
    } catch (const SqlError &error) {
        if (!error.isConstraint())
            throw;
        ++m_result.lost; // the row that it belongs to is lost
    }
}

/// If the key of the next row can be read, only its long part is damaged. True: stepped over; false: there is
/// no further row; nullopt: the page of the row is damaged.
std::optional<bool> Rescuer::stepOverRow(Direction direction)
{
    try {
        Statement select = prepared("", direction, m_last);
        if (!select.step())
            return false;
        m_last = keyOf(select, m_shape.key.size());
        ++m_result.lost;
        m_result.isComplete = false;
        return true;
    } catch (const SqlError &error) {
        if (!isDamage(error))
            throw;
        return std::nullopt;
    }
}

bool Rescuer::canReadFrom(std::int64_t rowId)
{
    try {
        Statement select = m_from.prepare("SELECT rowid FROM " + m_table
                                          + " NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1");
        select.bindAll(rowId).step();
        return true;
    } catch (const SqlError &error) {
        if (!isDamage(error))
            throw;
        return false;
    }
}

/// Looks for the first number after the damaged page by ever larger steps, and halves the last one. False if
/// there is none.
bool Rescuer::stepOverPage()
{
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    // Numbers count from 1.
    const std::int64_t last = m_last.empty() ? -1 : sqlite3_value_int64(m_last.front().get());
    if (last == highest)
        return false;
    std::int64_t unreadable = last + 1;
    if (canReadFrom(unreadable))
        return false;
    std::int64_t readable = unreadable + 1;
    for (std::int64_t step = 1; !canReadFrom(readable); step = step > highest / 2 ? highest : step * 2) {
        if (readable == highest)
            return false;
        unreadable = readable;
        readable = readable < highest - step ? readable + step : highest;
    }
    while (readable - unreadable > 1) {
        const std::int64_t middle = unreadable + (readable - unreadable) / 2;
        (canReadFrom(middle) ? readable : unreadable) = middle;
    }
    Statement number = m_from.prepare("SELECT ?");
    number.bindAll(readable - 1).step();
    m_last = keyOf(number, 1);
    return true;
}

} // namespace

TableRescue rescueTable(Database &from, Database &to, const std::string &table)
{
    to.execute(("DELETE FROM " + table).c_str()); // rows that making the tables has put there
    return Rescuer(from, to, table).run();
}

void rescueSequences(Database &from, Database &to)
{
    try {
        if (!from.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").step())
            return;
        Statement forget = to.prepare("DELETE FROM sqlite_sequence WHERE name = ?1 AND seq < ?2");
        Statement insert = to.prepare("INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 WHERE NOT EXISTS"
                                      " (SELECT 1 FROM sqlite_sequence WHERE name = ?1)");
        Statement select = from.prepare("SELECT name, seq FROM sqlite_sequence");
        while (select.step())
            for (Statement *statement : {&forget, &insert})
                statement->bindAll(select.view(0), select.integer(1)).run();
    } catch (const SqlError &error) {
        if (!isDamage(error))
            throw;
    }
}

std::vector<std::string> tablesOf(Database &database)
{
    std::vector<std::string> tables;
    Statement select = database.prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
    while (select.step())
        tables.emplace_back(select.view(0));
    return tables;
}

} // namespace groundswell::service
