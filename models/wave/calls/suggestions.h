#pragma once

#include "models/wave/cluster.h"

namespace groundswell {

/// The older edition's suggestions name no run: each of these is given the one of \a run's cluster that has
/// its name, whatever the case of its letters. One that \a run doesn't have is left out.
[[nodiscard]] std::vector<SuggestedCluster> suggestionsAt(const ClusterRun &run,
                                                          std::vector<SuggestedCluster> suggestions);

} // namespace groundswell
