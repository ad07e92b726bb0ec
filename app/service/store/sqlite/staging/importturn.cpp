#include "app/service/store/sqlite/staging/importturn.h"

#include "app/files/privatefile.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/stopped.h"

#include <sqlite3.h>

namespace groundswell::service {

namespace {
constexpr int pollMs = 50;
}

ImportTurn::ImportTurn(const QString &workspaceFile)
    : m_lock(workspaceFile + QStringLiteral(".import"))
{
    m_lock.setStaleLockTime(0); // stale only if its program is gone, however long it has been there
    (void)take(0);
}

ImportTurn::ImportTurn(const QString &workspaceFile, const std::stop_token &stop)
    : ImportTurn(workspaceFile)
{
    while (!m_lock.isLocked()) {
        if (stop.stop_requested())
            throw Stopped();
        if (!take(pollMs) && m_lock.error() != QLockFile::LockFailedError)
            throw SqlError(SQLITE_CANTOPEN, "the file that keeps other imports out can't be made");
    }
}

bool ImportTurn::take(int waitMs)
{
    if (!m_lock.tryLock(waitMs))
        return false;
    tightenFile(m_lock.fileName()); // Qt makes it with the rights that the umask leaves
    return true;
}

} // namespace groundswell::service
