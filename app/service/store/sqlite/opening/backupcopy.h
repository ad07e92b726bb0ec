#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <QString>

namespace groundswell::service {

/// Where the copy of a workspace lies that is made before it is converted from \a version:
/// `<name>.v<version>-backup.groundswell`, beside it.
[[nodiscard]] QString backupPath(const QString &workspaceFile, std::int64_t version);

/// Copies the content of an open workspace there, for the owner alone, and checks the copy: SQLite's own
/// check, and the same number of rows in every table. The copy is there whole or not at all; one of an
/// earlier attempt is replaced. Throws SqlError (SQLITE_FULL on a full disk, SQLITE_CORRUPT if the copy isn't
/// the same).
void writeBackup(Database &source, const QString &workspaceFile, std::int64_t version);

/// Removes the copies of the conversions before the one from \a version: one copy is kept, until the next
/// conversion.
void removeOlderBackups(const QString &workspaceFile, std::int64_t version);

/// SQLite's quick_check. Throws SqlError.
[[nodiscard]] bool isIntact(Database &database);

} // namespace groundswell::service
