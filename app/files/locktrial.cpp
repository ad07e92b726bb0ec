#include "app/files/locktrial.h"

#include "app/files/privatefile.h"

#include <QFile>
#include <QTemporaryFile>

#ifndef Q_OS_WIN
#include <cerrno>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace groundswell {

#ifdef Q_OS_WIN

bool locksHold(const QString &)
{
    return false;
}

#else

namespace {

enum class Outcome { Got, KeptOut, Failed };

bool setLock(int file, short kind)
{
    struct flock lock = {};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0;
    lock.l_len = 1;
    return fcntl(file, F_SETLK, &lock) == 0;
}

/// A process's own locks never keep it out, so another one has to try. Between fork() and its end the child
/// may call only what a signal handler may call: other threads may have held any lock of the library.
Outcome tryFromAnotherProcess(const char *path)
{
    const pid_t child = fork();
    if (child < 0)
        return Outcome::Failed;
    if (child == 0) {
        const int file = open(path, O_RDWR | O_CLOEXEC);
        if (file < 0)
            _exit(2);
        if (setLock(file, F_WRLCK))
            _exit(0);
        _exit(errno == EACCES || errno == EAGAIN ? 1 : 2);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return Outcome::Failed;
    }
    if (!WIFEXITED(status))
        return Outcome::Failed;
    return WEXITSTATUS(status) == 0 ? Outcome::Got
        : WEXITSTATUS(status) == 1  ? Outcome::KeptOut
                                    : Outcome::Failed;
}

} // namespace

bool locksHold(const QString &folder)
{
    QTemporaryFile file(folder + QStringLiteral("/.groundswell-lock")); // is made with the mode 0600
    if (!file.open())
        return false;
    const QByteArray path = QFile::encodeName(file.fileName());
    return setLock(file.handle(), F_WRLCK) && tryFromAnotherProcess(path.constData()) == Outcome::KeptOut
        && setLock(file.handle(), F_UNLCK) && tryFromAnotherProcess(path.constData()) == Outcome::Got;
}

#endif

} // namespace groundswell
