#pragma once

#include "models/wave/problem.h"

#include <QString>

#include <cstdint>

namespace groundswell::service {

/// A copy of a damaged file that SQLite opens, and in which it can't take a damaged page for a sound one.
struct ReadableCopy {
    std::uint32_t version = 0; ///< as the file says, or the newest if that was damaged
    std::uint32_t pageSize = 0;
    std::uint32_t firstFreePage = 0; ///< as the file says, even if that may be damaged; 0 = none
    bool hasChecksums = false;
    bool isFirstPageSound = true; ///< else what it says about the tables isn't believed
};

/// Writes it to \a copyPath, with its log. Problems: `error.store.not_a_workspace`, `…newer`, `…empty`,
/// `…cannot_open`, `…full`.
[[nodiscard]] Expected<ReadableCopy> makeReadableCopy(const QString &path, const QString &copyPath);

} // namespace groundswell::service
