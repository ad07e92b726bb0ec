#pragma once

#include "app/service/taste/clusters/eventclusters.h"
#include "models/wave/cluster.h"

namespace groundswell::service {

/// An event's clusters at a run, as the contract shows them.
[[nodiscard]] ClusterRun clusterRunOf(const Dataset &dataset, const EventClusters &clusters, TcRunId run);
/// The way back, for planning with clusters that were shown earlier: name, label, probability, reach, share.
[[nodiscard]] std::vector<EventCluster> planningClusters(const ClusterRun &run);

} // namespace groundswell::service
