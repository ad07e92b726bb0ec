#pragma once

#include "models/draft/setupdraft.h"
#include "wizard/shell/wizardcontext.h"

namespace groundswell {

/// A believable event with clusters, limits and assets, as the pages get them. \a clusterCount up to any
/// size.
void fillContext(WizardContext &context, int clusterCount = 7);

/// The run after fillContext()'s: one cluster renamed, the third one gone, one new.
void addNewerRun(WizardContext &context);

/// A draft that is complete for the first \a chosen clusters.
[[nodiscard]] SetupProcess completeSetup(const WizardContext &context, int chosen = 3);

} // namespace groundswell
