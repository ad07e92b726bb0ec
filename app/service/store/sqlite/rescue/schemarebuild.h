#pragma once

#include "app/service/store/sqlite/rescue/readablecopy.h"

#include <QString>

#include <cstdint>

namespace groundswell::service {

/// Writes the list of tables anew into a copy in which it is damaged: what is in it is known from the
/// migrations, and where each table lies from the pages themselves (rootsearch.h). A table that can't be told
/// from another isn't in the list afterwards. Returns the version that the content is of; 0 where nothing
/// could be told, and nothing was written then. \a scratch is a name at which nothing is. Throws SqlError.
[[nodiscard]] std::uint32_t rebuildSchema(const QString &path, const ReadableCopy &copy,
                                          const QString &scratch);

} // namespace groundswell::service
