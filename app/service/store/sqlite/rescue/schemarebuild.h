#pragma once

#include "app/service/store/sqlite/rescue/readablecopy.h"

#include <QString>

#include <cstdint>

namespace groundswell::service {

/// Writes the list of tables anew into a copy in which it is damaged: its content is known from the
/// migrations, and the place of each table from the pages themselves (rootsearch.h). A table that can't be
/// told from another isn't in the list afterwards. Returns the version of the content; 0 if nothing could be
/// told, in which case nothing was written. \a scratch is a path at which nothing exists. Throws SqlError.
[[nodiscard]] std::uint32_t rebuildSchema(const QString &path, const ReadableCopy &copy,
                                          const QString &scratch);

} // namespace groundswell::service
