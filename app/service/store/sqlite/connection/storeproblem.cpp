#include "app/service/store/sqlite/connection/storeproblem.h"

#include <sqlite3.h>

namespace groundswell::service {

namespace {

/// Nullptr for codes that have no class.
const char *classOf(const SqlError &error)
{
    if (isDamage(error))
        return storeKey::damaged;
    switch (error.code() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: // SQLite gave up waiting for the log
        return storeKey::locked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return storeKey::readOnly;
    case SQLITE_FULL:
        return storeKey::full;
    default:
        return nullptr;
    }
}

Problem problem(Problem::Kind kind, const char *key, const QString &detail)
{
    Problem result;
    result.kind = kind;
    result.messageKey = QString::fromLatin1(key);
    result.detail = detail;
    return result;
}

} // namespace

bool isDamage(const SqlError &error)
{
    const int code = error.code();
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || code == SQLITE_IOERR_DATA
        || code == SQLITE_IOERR_SHORT_READ;
}

Problem cannotOpen(const char *key, const QString &detail)
{
    return problem(Problem::Kind::Rejected, key, detail);
}

Problem cannotOpen(const QString &path, const SqlError &error)
{
    const char *key = classOf(error);
    return cannotOpen(key ? key : storeKey::cannotOpen,
                      path + QStringLiteral(": ") + QString::fromUtf8(error.what()));
}

Problem storeFault(const SqlError &error)
{
    const char *key = classOf(error);
    Problem result =
        problem(Problem::Kind::ServerFault, key ? key : storeKey::failed, QString::fromUtf8(error.what()));
    result.httpStatus = 500;
    return result;
}

} // namespace groundswell::service
