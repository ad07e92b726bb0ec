#pragma once

#include <QString>

namespace groundswell {

/// Tries out whether locks hold in \a folder: a file is locked there as SQLite locks, a second process must
/// be kept out by it, and be let in when it is gone. False where that isn't so, where nothing can be written,
/// and on systems on which it isn't tried (Windows). It says nothing of other computers: see folderkind.h.
[[nodiscard]] bool locksHold(const QString &folder);

} // namespace groundswell
