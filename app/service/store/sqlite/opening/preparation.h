#pragma once

#include "app/service/store/store.h"

namespace groundswell::service {

/// Makes a file ready to be opened: looks whether it is a sound workspace before anything is written to it,
/// keeps a copy of one of an earlier version and converts it, makes a new one where there is none, and takes
/// other people's rights from it. Problems as openStore().
[[nodiscard]] Expected<void> prepareWorkspace(const QString &workspaceFile,
                                              const OpeningConditions &conditions);

} // namespace groundswell::service
