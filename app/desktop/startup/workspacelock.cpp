#include "app/desktop/startup/workspacelock.h"

#include "app/files/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace groundswell {

WorkspaceLock::WorkspaceLock(const QString &workspace)
    : m_workspace(workspace)
    , m_lock(workspace + u".lock"_s)
{
    (void)makePrivateFolder(QFileInfo(workspace).absolutePath()); // refusal() tells where it can't
    // 0: a lock is stale only when its process is gone, however long that one has been running.
    m_lock.setStaleLockTime(0);
    m_held = m_lock.tryLock();
}

QString WorkspaceLock::refusal() const
{
    if (m_held)
        return {};
    const QString file = QDir::toNativeSeparators(m_workspace);
    qint64 process = 0;
    QString host;
    QString program;
    if (m_lock.error() == QLockFile::LockFailedError && m_lock.getLockInfo(&process, &host, &program)) {
        // In a folder that several computers share, the number of the process says nothing here.
        if (!host.isEmpty() && host != QSysInfo::machineHostName()) {
            return QCoreApplication::translate("groundswell::WorkspaceLock",
                                               "The workspace %1 is open on another computer (%2). Close it "
                                               "there first. If it isn't open there any more, because that "
                                               "computer broke down, delete the file %3.")
                .arg(file, host, QDir::toNativeSeparators(m_lock.fileName()));
        }
        return QCoreApplication::translate(
                   "groundswell::WorkspaceLock",
                   "The workspace %1 is already open in another window of Groundswell "
                   "(process %2). Go on there, or close it first.")
            .arg(file)
            .arg(process);
    }
    return QCoreApplication::translate(
               "groundswell::WorkspaceLock",
               "The workspace %1 can't be opened for writing. Check that its folder exists "
               "and that you may write there.")
        .arg(file);
}

} // namespace groundswell
