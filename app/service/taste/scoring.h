#pragma once

#include "app/service/taste/eventclusters.h"
#include "app/service/taste/runstate.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace groundswell::service {

/// Everything that is known of one event's customers before they are split into clusters.
struct EventScores {
    TargetColumns target;
    FeatureTable table;
    Eigen::VectorXd logOdds; ///< per row of the table, up to a constant
    Eigen::VectorXd probability; ///< calibrated, per row
    std::vector<float> affinity; ///< ClusterMember::affinity, per row
    double expected = 0; ///< buyers: the probabilities' sum
};

[[nodiscard]] EventScores scoreEvent(const Dataset &dataset, const RunView &view, std::uint32_t event,
                                     const ClusterOptions &options);

/// Splits the best of the scored customers into the run's taste groups.
[[nodiscard]] ScoredCustomers clustersOf(const Dataset &dataset, const RunView &view,
                                         const EventScores &scored, const ClusterOptions &options);

} // namespace groundswell::service
