#include "app/service/store/sqlite/connection/database.h"

#include "app/files/privatefile.h"
#include "app/service/store/sqlite/connection/checkedpages.h"

#include <sqlite3.h>

#include <QDir>
#include <QFileInfo>

namespace groundswell::service {

namespace {

// Another process (the headless companion beside the desktop) may hold the file for the length of an import.
constexpr int busyTimeoutMs = 15'000;

[[noreturn]] void fail(sqlite3 *database, int code)
{
    const char *message = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    throw SqlError(database ? sqlite3_extended_errcode(database) : code, message);
}

} // namespace

bool SqlError::isConstraint() const
{
    return (m_code & 0xff) == SQLITE_CONSTRAINT;
}

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3 *database, std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code =
        sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        fail(database, code);
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        fail(sqlite3_db_handle(m_statement.get()), code);
}

Statement &Statement::bind(int index, std::nullptr_t)
{
    check(sqlite3_bind_null(m_statement.get(), index));
    return *this;
}

Statement &Statement::bindInteger(int index, std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement.get(), index, value));
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    check(sqlite3_bind_double(m_statement.get(), index, value));
    return *this;
}

Statement &Statement::bind(int index, std::string_view utf8)
{
    check(sqlite3_bind_text64(m_statement.get(), index, utf8.data() ? utf8.data() : "", utf8.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8)); // NOLINT: SQLite's own cast
    return *this;
}

Statement &Statement::bindView(int index, std::string_view utf8)
{
    check(sqlite3_bind_text64(m_statement.get(), index, utf8.data() ? utf8.data() : "", utf8.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindBytes(int index, std::string_view blob)
{
    check(sqlite3_bind_blob64(m_statement.get(), index, blob.data() ? blob.data() : "", blob.size(),
                              SQLITE_STATIC));
    return *this;
}

Statement &Statement::bind(int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return bind(index, std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
}

Statement &Statement::bind(int index, const QByteArray &blob)
{
    check(sqlite3_bind_blob64(m_statement.get(), index, blob.isNull() ? "" : blob.constData(),
                              static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT)); // NOLINT
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const int extended = sqlite3_extended_errcode(sqlite3_db_handle(m_statement.get()));
    const std::string message = sqlite3_errmsg(sqlite3_db_handle(m_statement.get()));
    sqlite3_reset(m_statement.get());
    throw SqlError(extended, message);
}

void Statement::run()
{
    while (step()) { }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get()); // repeats the error of a failed step, which was reported already
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

std::string_view Statement::view(int column) const
{
    return bytes(column); // if asked for a text, SQLite would copy it to end it with a zero
}

QString Statement::text(int column) const
{
    const std::string_view utf8 = view(column);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QByteArray Statement::blob(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column)};
}

std::string_view Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    if (!data)
        return {};
    return {static_cast<const char *>(data),
            static_cast<size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

void Database::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Database::Database(const QString &path, Access access)
{
    const int flags =
        (access == Access::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY)
        | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    // An address instead of a path can say how to open the file (opening/filecheck.h).
    const int named = path.startsWith(QLatin1StringView("file:")) ? SQLITE_OPEN_URI : 0;
    // SQLite gives its log the rights that the file has.
    if (access == Access::ReadWrite && !QFileInfo::exists(path))
        (void)createPrivately(path); // SQLite reports why it can't be made
    sqlite3 *handle = nullptr;
    const QByteArray utf8 = (named ? path : QDir::toNativeSeparators(path)).toUtf8();
    const int code = sqlite3_open_v2(utf8.constData(), &handle, flags | named, checkedFileSystem());
    m_handle.reset(handle);
    if (code != SQLITE_OK)
        fail(handle, code);
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    // FULL: a commit is on the disk before it is acknowledged, so it outlives a crash and a power cut.
    // The size of pages counts for a new file only: large ones are split less often while millions of sales
    // arrive in order.
    if (access == Access::ReadWrite) {
        execute("PRAGMA page_size=16384");
        int reserved = checksumBytes; // in an existing file, the next VACUUM reserves them
        sqlite3_file_control(handle, nullptr, SQLITE_FCNTL_RESERVE_BYTES, &reserved);
        execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
    }
    execute("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;"
            "PRAGMA mmap_size=268435456;");
}

void Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(m_handle.get(), code);
}

std::int64_t Database::pragma(const char *name)
{
    Statement statement = prepare(std::string("PRAGMA ") + name);
    return statement.step() ? statement.integer(0) : 0;
}

int Database::changes() const
{
    return sqlite3_changes(m_handle.get());
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

Transaction::Transaction(Database &database, Mode mode)
    : m_database(database)
{
    // IMMEDIATE: a writer waits for its turn here, not in the middle where it could no longer be retried.
    database.execute(mode == Mode::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    // A failed statement may have rolled back already; autocommit is on again then.
    if (m_open && !sqlite3_get_autocommit(m_database.handle()))
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace groundswell::service
