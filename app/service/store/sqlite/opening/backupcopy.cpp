#include "app/service/store/sqlite/opening/backupcopy.h"

#include "app/files/privatefile.h"
#include "app/service/store/sqlite/opening/filecheck.h"

#include <sqlite3.h>

#include <QDir>
#include <QFileInfo>

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace groundswell::service {

namespace {

QString backupName(const QString &workspaceFile, const QString &version)
{
    const QFileInfo info(workspaceFile);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return info.completeBaseName() + QStringLiteral(".v") + version + QStringLiteral("-backup") + suffix;
}

struct Closer {
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};
using Handle = std::unique_ptr<sqlite3, Closer>;

[[noreturn]] void fail(sqlite3 *database, int code)
{
    throw SqlError(database ? sqlite3_extended_errcode(database) : code,
                   database ? sqlite3_errmsg(database) : sqlite3_errstr(code));
}

void copyContent(Database &source, const QString &path)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);
    const Handle target(opened);
    if (code != SQLITE_OK)
        fail(opened, code);
    sqlite3_backup *backup = sqlite3_backup_init(opened, "main", source.handle(), "main");
    if (!backup)
        fail(opened, SQLITE_ERROR);
    sqlite3_backup_step(backup, -1);
    if (const int failure = sqlite3_backup_finish(backup); failure != SQLITE_OK)
        fail(opened, failure);
    // One file, without a log beside it.
    if (const int failure = sqlite3_exec(opened, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
        failure != SQLITE_OK)
        fail(opened, failure);
}

std::map<std::string, std::int64_t> countsOf(Database &database)
{
    std::map<std::string, std::int64_t> counts;
    Statement tables =
        database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    while (tables.step()) {
        const std::string name(tables.view(0));
        Statement count = database.prepare("SELECT count(*) FROM \"" + name + '"');
        count.step();
        counts[name] = count.integer(0);
    }
    return counts;
}

void verify(Database &source, const QString &path, std::int64_t version)
{
    Database copy(untouchedName(path), Database::Access::ReadOnly);
    if (!isIntact(copy) || copy.pragma("user_version") != version || countsOf(copy) != countsOf(source))
        throw SqlError(SQLITE_CORRUPT, "the copy differs from the workspace");
}

} // namespace

QString backupPath(const QString &workspaceFile, std::int64_t version)
{
    return QFileInfo(workspaceFile)
        .absoluteDir()
        .filePath(backupName(workspaceFile, QString::number(version)));
}

void writeBackup(Database &source, const QString &workspaceFile, std::int64_t version)
{
    const QString path = backupPath(workspaceFile, version);
    const QString unfinished = path + QStringLiteral(".new");
    QFile::remove(unfinished);
    if (!createPrivately(unfinished))
        throw SqlError(SQLITE_CANTOPEN, "no copy can be made beside the workspace");
    try {
        copyContent(source, unfinished);
        verify(source, unfinished, version);
    } catch (const SqlError &) {
        QFile::remove(unfinished);
        throw;
    }
    std::error_code failure;
    std::filesystem::rename(QFileInfo(unfinished).filesystemFilePath(), QFileInfo(path).filesystemFilePath(),
                            failure);
    if (failure) {
        QFile::remove(unfinished);
        throw SqlError(SQLITE_CANTOPEN, failure.message());
    }
}

void removeOlderBackups(const QString &workspaceFile, std::int64_t version)
{
    const QDir folder = QFileInfo(workspaceFile).absoluteDir();
    const QString kept = QFileInfo(backupPath(workspaceFile, version)).fileName();
    for (std::int64_t older = 1; older < version; ++older) {
        const QString name = backupName(workspaceFile, QString::number(older));
        if (name != kept)
            QFile::remove(folder.filePath(name));
    }
}

bool isIntact(Database &database)
{
    Statement check = database.prepare("PRAGMA quick_check(1)");
    return check.step() && check.view(0) == "ok";
}

} // namespace groundswell::service
