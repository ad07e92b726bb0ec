#pragma once

#include <QString>

namespace groundswell {

/// Tries out whether locks hold in \a folder: a file is locked there in the way SQLite locks, and a second
/// process must be kept out by the lock, and let in when it is gone. False if that isn't so, if nothing can
/// be written, and on systems on which it isn't tried (Windows). It says nothing about other computers: see
/// folderkind.h.
[[nodiscard]] bool locksHold(const QString &folder);

} // namespace groundswell
