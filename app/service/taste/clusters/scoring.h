#pragma once

#include "app/service/taste/clusters/eventclusters.h"
#include "app/service/taste/run/tasterunmodel.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace groundswell::service {

/// Everything that is known about one event's customers before they are split into clusters.
struct EventScores {
    TargetColumns target;
    FeatureTable table;
    Eigen::VectorXd logOdds; ///< per row of the table, up to a constant
    double shift = 0; ///< that constant
    double expected = 0; ///< buyers: the probabilities' sum
    std::vector<std::uint32_t> audience; ///< the rows of ClusterOptions::topShare, ascending

    /// Calibrated, of buying the event.
    [[nodiscard]] float probability(std::size_t row) const;
};

[[nodiscard]] EventScores scoreEvent(const Dataset &dataset, const TasteRunView &view, std::uint32_t event,
                                     const ClusterOptions &options);

/// Splits the audience into the run's taste groups.
[[nodiscard]] EventClusters clustersOf(const Dataset &dataset, const TasteRunView &view,
                                       const EventScores &scored);

} // namespace groundswell::service
