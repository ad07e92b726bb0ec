#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_context;

namespace groundswell::service {

/// Takes one value of a row that SQLite asks for.
class ValueSink {
public:
    explicit ValueSink(sqlite3_context *context)
        : m_context(context)
    {
    }
    void null();
    void integer(std::int64_t value);
    void real(double value);
    void text(std::string_view utf8); ///< not copied: must stay alive until the next row
    template <class T> void optional(const std::optional<T> &value)
    {
        if (!value)
            null();
        else if constexpr (std::is_floating_point_v<T>)
            real(*value);
        else
            integer(static_cast<std::int64_t>(*value));
    }

private:
    sqlite3_context *m_context;
};

/// Rows in memory, handed out one after the other.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual bool next() = 0; ///< false behind the last row; may throw
    virtual void value(int column, ValueSink &sink) = 0;
};

/// Runs `INSERT …` with the rows of \a source in place of `source(c0, c1, …)`: \a sql contains "SELECT … FROM
/// source". SQLite pulls the rows through a virtual table, which costs a third of binding and stepping a
/// statement for each row. Exceptions of the source arrive here.
void insertFrom(Database &database, const std::string &sql, int columns, RowSource &source);
/// The same for a `SELECT … FROM source …`, whose rows are handed to \a visit.
void selectFrom(Database &database, const std::string &sql, int columns, RowSource &source,
                const std::function<void(const Statement &)> &visit);

} // namespace groundswell::service
