#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace groundswell::service {

/// SQLite refused or failed. Thrown only inside the SQLite adapter; Connections turns it into a Problem
/// before it leaves the store, so that no caller of the port meets an exception.
class SqlError : public std::runtime_error {
public:
    SqlError(int code, const std::string &message)
        : std::runtime_error(message)
        , m_code(code)
    {
    }
    [[nodiscard]] int code() const { return m_code; } ///< SQLite's extended result code
    [[nodiscard]] bool isConstraint() const;

private:
    int m_code;
};

/// One prepared statement. Parameters and columns count from 1 and from 0, as in SQLite's own API. Move-only;
/// must not outlive its Database.
class Statement {
public:
    Statement(sqlite3 *database, std::string_view sql);

    Statement &bind(int index, std::nullptr_t);
    template <std::integral T> Statement &bind(int index, T value)
    {
        return bindInteger(index, static_cast<std::int64_t>(value));
    }
    Statement &bind(int index, double value);
    Statement &bind(int index, std::string_view utf8); ///< copied
    Statement &bind(int index, const char *utf8) { return bind(index, std::string_view(utf8)); }
    Statement &bind(int index, const std::string &utf8) { return bind(index, std::string_view(utf8)); }
    Statement &bind(int index, const QString &text); ///< a null QString is bound as empty text
    Statement &bind(int index, const QByteArray &blob);
    template <class T> Statement &bind(int index, const std::optional<T> &value)
    {
        return value ? bind(index, *value) : bind(index, nullptr);
    }
    /// Binds 1, 2, 3 … in order.
    template <class... Args> Statement &bindAll(const Args &...args)
    {
        int index = 0;
        (bind(++index, args), ...);
        return *this;
    }
    /// Like bind(), without a copy: the text must stay alive until the statement has been stepped.
    Statement &bindView(int index, std::string_view utf8);
    Statement &bindBytes(int index, std::string_view blob); ///< without a copy as well

    /// True while there is a row.
    bool step();
    /// Steps to the end and resets, keeping the bindings: for statements whose rows don't matter.
    void run();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] std::string_view view(int column) const; ///< UTF-8, valid until the next step or reset
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const; ///< of a blob, valid until the next step or reset
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;
    [[nodiscard]] sqlite3_stmt *handle() const { return m_statement.get(); }

private:
    Statement &bindInteger(int index, std::int64_t value);
    void check(int code) const;
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

/// One connection to a workspace file. Used by one thread at a time.
class Database {
public:
    enum class Access { ReadWrite, ReadOnly };
    /// Opens (and with ReadWrite creates) the file: write-ahead log, every commit synced to disk, foreign
    /// keys on. Throws SqlError.
    Database(const QString &path, Access access);

    [[nodiscard]] Statement prepare(std::string_view sql) { return Statement(m_handle.get(), sql); }
    void execute(const char *sql); ///< one or more statements without parameters
    template <class... Args> void run(std::string_view sql, const Args &...args)
    {
        prepare(sql).bindAll(args...).run();
    }
    [[nodiscard]] std::int64_t pragma(const char *name); ///< an integer pragma's value
    [[nodiscard]] int changes() const; ///< rows touched by the last statement
    [[nodiscard]] std::int64_t lastInsertId() const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }

private:
    struct Closer {
        void operator()(sqlite3 *database) const;
    };
    std::unique_ptr<sqlite3, Closer> m_handle;
};

/// Rolls back unless commit() was called.
class Transaction {
public:
    enum class Mode { Read, Write };
    Transaction(Database &database, Mode mode);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace groundswell::service
