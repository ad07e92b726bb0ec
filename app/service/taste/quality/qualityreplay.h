#pragma once

#include "app/service/taste/quality/clusterquality.h"

#include <cstdint>
#include <span>
#include <vector>

namespace groundswell::service {

/// The instants a replay trains at, ascending; none where too little was sold.
[[nodiscard]] std::vector<std::int64_t> replayCuts(const Dataset &dataset, int most);

/// Fills what the replay says into the evaluation. `progress` gets 0–1.
[[nodiscard]] Expected<void> replayPast(const Dataset &dataset, const std::function<void(double)> &progress,
                                        const std::stop_token &stop, ClusterQuality &evaluation);

} // namespace groundswell::service
