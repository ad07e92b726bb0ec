#pragma once

#include "app/service/store/runstore.h"
#include "app/service/taste/eventclusters.h"
#include "app/service/workspace/workspace.h"
#include "models/wave/cluster.h"

#include <map>

namespace groundswell::service {

/// A run with the data it was computed on.
struct LoadedRun {
    RunRecord record;
    std::shared_ptr<const Dataset> data;
    std::shared_ptr<const TasteRun> run;
};

/// The taste runs of a workspace: computed when first asked for after the data has changed, by one thread
/// while the others wait for it; numbered once and for ever. Thread-safe.
class TasteRuns {
public:
    explicit TasteRuns(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// Starts to compute in the background, so that the first page that asks needn't wait.
    void warmUp();

    [[nodiscard]] Expected<std::shared_ptr<const LoadedRun>> latest(std::stop_token stop = {});
    /// An event's clusters as they are shown: at the latest run, or at an earlier one where somebody has seen
    /// them. NotFound `error.event.not_found`, `error.run.not_found`.
    [[nodiscard]] Expected<ClusterRun> clusters(const EventId &event, std::optional<TcRunId> run = {});
    /// RunQuality::forecastSpread of a run.
    [[nodiscard]] Expected<double> forecastSpread(TcRunId run);

    /// Keeps the people of the event's clusters while they can still be computed: a draft stays on its run
    /// when the data moves on.
    [[nodiscard]] Expected<void> pin(const EventId &event, TcRunId run);
    /// Those of a cluster who may be shown ads, by customer id; nullopt where the run is past and nobody had
    /// planned with it.
    [[nodiscard]] Expected<std::optional<std::vector<std::string>>> audience(const EventId &event,
                                                                             const ClusterRef &cluster);

private:
    [[nodiscard]] Expected<std::shared_ptr<const EventClusters>> computed(const LoadedRun &run,
                                                                          const EventId &event);
    Workspace &m_workspace;
    std::mutex m_computing; ///< guards m_latest; held while computing, so that a run is computed once
    std::shared_ptr<const LoadedRun> m_latest;
    std::mutex m_caching; ///< guards m_clusters
    std::map<std::pair<TcRunId, EventId>, std::shared_ptr<const EventClusters>> m_clusters;
};

} // namespace groundswell::service
