#pragma once

#include "app/service/store/store.h"

namespace groundswell::service {

/// Makes a file ready to be opened: checks that it is a sound workspace before anything is written to it,
/// keeps a copy of a file of an earlier version and converts it, makes a new file if there is none, and takes
/// other people's rights from it. Problems as openStore().
[[nodiscard]] Expected<void> prepareWorkspace(const QString &workspaceFile,
                                              const OpeningConditions &conditions);

} // namespace groundswell::service
