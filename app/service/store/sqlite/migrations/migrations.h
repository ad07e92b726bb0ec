#pragma once

#include "app/service/store/sqlite/connection/database.h"
#include "models/wave/problem.h"

#include <span>

namespace groundswell::service {

/// "GWAV": tells a workspace from any other SQLite file.
inline constexpr std::uint32_t applicationId = 0x47574156;

/// One step of the workspace file's structure. Numbers rise by one; a step that was released is never edited.
/// The text of each step lies in a file of its own under migrations/.
struct Migration {
    int number;
    const char *sql;
    void (*convert)(Database &) = nullptr; ///< what follows the SQL
};

[[nodiscard]] std::span<const Migration> migrations();

[[nodiscard]] bool isEmptyDatabase(Database &database);

/// Refuses files that must not be touched: `error.store.not_a_workspace` (some other program's database) and
/// `error.store.newer` (written by a newer version, `detail` = "file version, own version"). Reads only. An
/// empty database is fine: it becomes a workspace.
[[nodiscard]] Expected<void> checkIsWorkspace(Database &database, std::span<const Migration> steps);

/// Brings the file up to \a steps, all in one transaction: after a failure it is as before. Problems as
/// above; SQLite's own failures are thrown.
[[nodiscard]] Expected<void> migrate(Database &database, std::span<const Migration> steps);

} // namespace groundswell::service
