#pragma once

#include "app/service/store/sqlite/connection/database.h"
#include "models/wave/problem.h"

namespace groundswell::service {

// What can be wrong with a workspace, in a few classes. The programs have a sentence for each
// (look/problemtext, cli/workspaceaccess).
namespace storeKey {
inline constexpr const char *damaged = "error.store.damaged";
inline constexpr const char *newer = "error.store.newer"; ///< `detail` = "file's version, own version"
inline constexpr const char *notAWorkspace = "error.store.not_a_workspace";
inline constexpr const char *empty = "error.store.empty"; ///< a file with nothing in it
inline constexpr const char *locked = "error.store.locked"; ///< by another program, for a long time
inline constexpr const char *readOnly = "error.store.read_only"; ///< the file or its folder
inline constexpr const char *full = "error.store.full";
inline constexpr const char *networkFolder = "error.store.network_folder"; ///< `detail` = its kind
inline constexpr const char *cannotOpen = "error.store.cannot_open";
inline constexpr const char *failed = "error.store.failed"; ///< anything else; a fault of our own program
} // namespace storeKey

/// Refuses to open. Kind::Rejected.
[[nodiscard]] Problem cannotOpen(const char *key, const QString &detail);
/// The same for SQLite's answer on opening \a path.
[[nodiscard]] Problem cannotOpen(const QString &path, const SqlError &error);
/// For SQLite's answers about an open workspace. Kind::ServerFault.
[[nodiscard]] Problem storeFault(const SqlError &error);
/// SQLITE_CORRUPT.
inline constexpr int damageCode = 11;
[[nodiscard]] bool isDamage(const SqlError &error);

} // namespace groundswell::service
