#pragma once

#include "models/wave/problem.h"

#include <QString>

#include <cstdint>

namespace groundswell::service {

/// How much of a file the checksums cover (checkedpages.h).
enum class Protection {
    None, ///< a file of an earlier version, or one that another program has written anew
    Partly, ///< another program moved pages from our log into it
    Whole,
};

/// Looks at an existing file, byte by byte, without SQLite and without writing, before anything else is done
/// with it: whether it is a workspace of a version up to \a newestVersion, and whether each of its pages is
/// as it was written. Reads the whole file (a thousand million bytes or more a second if the system has them
/// in memory). Another program may be writing at the same time. Problems: storeproblem.h.
[[nodiscard]] Expected<Protection> checkFile(const QString &path, std::uint32_t newestVersion);

/// Versions count by one: a higher number isn't a version, but damage.
inline constexpr std::uint32_t highestVersion = 1000;

/// Moves a log out of the way whose file is gone: SQLite would write it into the file that takes its place.
void setLogAside(const QString &path);

/// A name for Database, to be opened for reading: nothing is created beside the file, which SQLite otherwise
/// does even for readers, unless there is a log that has to be read.
[[nodiscard]] QString untouchedName(const QString &path);

/// Whether the file holds pages of a workspace, whatever its beginning says.
[[nodiscard]] bool holdsOurPages(const QString &path);

/// The file of SQLite's log.
[[nodiscard]] inline QString logOf(const QString &path)
{
    return path + QStringLiteral("-wal");
}

} // namespace groundswell::service
