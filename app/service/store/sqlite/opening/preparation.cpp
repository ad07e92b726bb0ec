#include "app/service/store/sqlite/opening/preparation.h"

#include "app/files/privatefile.h"
#include "app/service/store/sqlite/connection/checkedpages.h"
#include "app/service/store/sqlite/connection/storeproblem.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/sqlite/opening/backupcopy.h"
#include "app/service/store/sqlite/opening/filecheck.h"

#include <sqlite3.h>

#include <QFileInfo>
#include <QRandomGenerator>

#include <filesystem>

namespace groundswell::service {

namespace {

/// A copy, the log of the conversion and the converted file may exist at the same time.
constexpr qint64 roomForConversion = 3;

auto refuse(const char *key, const QString &detail)
{
    return tl::make_unexpected(cannotOpen(key, detail));
}

/// What SQLite says about a file that was checked before.
struct Found {
    std::int64_t version = 0;
    bool isEmpty = false; ///< a database without a table
};

Expected<Found> ask(Database &database)
{
    if (auto checked = checkIsWorkspace(database, migrations()); !checked)
        return tl::make_unexpected(checked.error());
    return Found{database.pragma("user_version"), isEmptyDatabase(database)};
}

/// The file appears under its name when it is a workspace: a program that is killed meanwhile leaves no half
/// one.
Expected<void> create(const QString &path)
{
    const QString unfinished =
        path + u'.' + QString::number(QRandomGenerator::system()->generate(), 36) + QStringLiteral(".new");
    const auto takeAway = [&] {
        for (const char *ending : {"", "-wal", "-shm", "-journal"})
            QFile::remove(unfinished + QLatin1StringView(ending));
    };
    if (!createPrivately(unfinished)) {
        const QFileInfo folder(QFileInfo(path).absolutePath());
        return refuse(folder.isDir() && !folder.isWritable() ? storeKey::readOnly : storeKey::cannotOpen,
                      path);
    }
    try {
        Database database(unfinished, Database::Access::ReadWrite);
        if (auto migrated = migrate(database, migrations()); !migrated)
            return migrated;
    } catch (const SqlError &error) {
        takeAway();
        return tl::make_unexpected(cannotOpen(path, error));
    }
    std::error_code failure;
    setLogAside(path);
    if (!QFileInfo::exists(path)) // or somebody else made one
        std::filesystem::rename(QFileInfo(unfinished).filesystemFilePath(),
                                QFileInfo(path).filesystemFilePath(), failure);
    takeAway();
    if (failure)
        return refuse(storeKey::cannotOpen,
                      path + QStringLiteral(": ") + QString::fromStdString(failure.message()));
    return {};
}

/// Writes every page anew, with room for its checksum. Not while others use the file; the next opening does
/// it then.
void protect(Database &database)
{
    try {
        database.execute("VACUUM");
        // The connections that follow must find the pages in the file, not in the log.
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const SqlError &error) {
        if (isDamage(error))
            throw;
    }
}

Expected<void> keepCopy(Database &database, const QString &path, std::int64_t version,
                        const OpeningConditions &conditions)
{
    const qint64 bytes = QFileInfo(path).size() + QFileInfo(logOf(path)).size();
    if (conditions.freeBytes(QFileInfo(path).absolutePath()) < roomForConversion * bytes)
        return refuse(storeKey::full, path);
    writeBackup(database, path, version);
    return {};
}

/// For a file that is known to be a workspace; any other file is left as it is.
void tighten(const QString &path)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        tightenFile(path + QLatin1StringView(ending));
}

Expected<void> convert(const QString &path, Protection protection, const OpeningConditions &conditions)
{
    Found found;
    const std::int64_t newest = migrations().back().number;
    {
        Database untouched(untouchedName(path), Database::Access::ReadOnly);
        const auto asked = ask(untouched);
        if (!asked)
            return tl::make_unexpected(asked.error());
        found = *asked;
        if (found.isEmpty)
            return refuse(storeKey::empty, path);
        tighten(path);
        // If checksums vouch for every page, this would only read it all again. A log has some of its own,
        // but may belong to another file: to the one whose place a copy has taken.
        const bool isVouchedFor = protection == Protection::Whole && QFileInfo(logOf(path)).size() == 0;
        if ((!isVouchedFor || found.version != newest) && !isIntact(untouched))
            return refuse(storeKey::damaged, path);
        if (found.version == newest && protection == Protection::Whole)
            return {};
        if (found.version != newest) {
            if (auto kept = keepCopy(untouched, path, found.version, conditions); !kept)
                return kept;
        }
    }
    // On a connection of its own: the store's connections only ever see the new structure.
    Database database(path, Database::Access::ReadWrite);
    if (auto migrated = migrate(database, migrations()); !migrated)
        return migrated;
    if (protection != Protection::Whole)
        protect(database);
    if (found.version != newest)
        removeOlderBackups(path, found.version);
    return {};
}

Expected<void> checkRights(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (file.isReadable() && (!file.isWritable() || !folder.isWritable())) // the log lies beside the file
        return refuse(storeKey::readOnly, path);
    return {};
}

} // namespace

Expected<void> prepareWorkspace(const QString &workspaceFile, const OpeningConditions &conditions)
{
    const FolderKind folder = folderKind(QFileInfo(workspaceFile).absolutePath(), conditions.folders);
    if (!folder.mayWrite)
        return refuse(storeKey::networkFolder, folder.name);
    if (!QFileInfo::exists(workspaceFile)) {
        if (auto created = create(workspaceFile); !created)
            return created;
    }
    const auto protection = checkFile(workspaceFile, static_cast<std::uint32_t>(migrations().back().number));
    if (!protection)
        return tl::make_unexpected(protection.error());
    if (auto allowed = checkRights(workspaceFile); !allowed)
        return allowed;
    return convert(workspaceFile, *protection, conditions);
}

} // namespace groundswell::service
