#include "app/files/privatefile.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace groundswell {

namespace {

/// Where a link leads to: the file is replaced there, and the link stays.
QString behindLinks(const QString &path)
{
    const QFileInfo info(path);
    const QString target = info.isSymLink() ? info.canonicalFilePath() : QString();
    return target.isEmpty() ? path : target;
}

QString freshNameBeside(const QString &path)
{
    return path + u'.' + QString::number(QRandomGenerator::system()->generate(), 36) + QStringLiteral(".new");
}

} // namespace

bool openPrivately(QFile &file, QIODevice::OpenMode mode)
{
    tightenFile(file.fileName());
    return file.open(mode, ownerOnly);
}

bool createPrivately(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly);
}

void tightenFile(const QString &path)
{
    const QFileInfo info(path);
    // Not for a pipe or a device that somebody names as the place for a list.
    if (info.isFile() && (info.permissions() & ~(ownerOnly | QFileDevice::ReadUser | QFileDevice::WriteUser)))
        QFile::setPermissions(path, ownerOnly);
}

bool makePrivateFolder(const QString &path)
{
    const QFileInfo info(QDir::cleanPath(path));
    if (info.isDir())
        return true;
    const QString parent = info.absolutePath();
    if (parent == info.absoluteFilePath() || !makePrivateFolder(parent))
        return false;
    // Somebody else may just have made it.
    return QDir(parent).mkdir(info.fileName(), ownerOnlyFolder) || QFileInfo(info.filePath()).isDir();
}

bool ensurePrivateFolder(const QString &path)
{
    if (!makePrivateFolder(path))
        return false;
    tightenFolder(path);
    return true;
}

void tightenFolder(const QString &path)
{
    const QFileInfo info(path);
    constexpr auto users = QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser;
    if (!info.isDir() || !(info.permissions() & ~(ownerOnlyFolder | users)))
        return;
    QFile::setPermissions(path, ownerOnlyFolder);
    const QDir folder(path);
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
        tightenFile(folder.filePath(name));
}

bool syncToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#elif defined(Q_OS_MACOS)
    return fcntl(file.handle(), F_FULLFSYNC) != -1;
#else
    return fdatasync(file.handle()) == 0;
#endif
}

PrivateSaveFile::PrivateSaveFile(const QString &path)
    : m_path(behindLinks(path))
{
}

PrivateSaveFile::~PrivateSaveFile()
{
    cancel();
}

void PrivateSaveFile::cancel()
{
    if (!isOpen())
        return;
    close();
    remove();
}

bool PrivateSaveFile::begin()
{
    setFileName(freshNameBeside(m_path));
    return open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly);
}

qint64 PrivateSaveFile::writeData(const char *data, qint64 size)
{
    const qint64 written = QFile::writeData(data, size);
    m_isWhole = m_isWhole && written == size;
    return written;
}

bool PrivateSaveFile::commit()
{
    if (!isOpen())
        return false;
    const bool written = m_isWhole && syncToDisk(*this);
    QString reason = errorString();
    close();
    std::error_code failure;
    if (written) {
        std::filesystem::rename(filesystemFileName(), QFileInfo(m_path).filesystemFilePath(), failure);
        if (!failure)
            return true;
        reason = QString::fromStdString(failure.message());
    }
    remove();
    setErrorString(reason);
    return false;
}

} // namespace groundswell
