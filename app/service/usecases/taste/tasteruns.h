#pragma once

#include "app/service/store/tasterunstore.h"
#include "app/service/taste/clusters/eventclusters.h"
#include "app/service/workspace/workspace.h"
#include "models/wave/cluster.h"

#include <map>
#include <optional>
#include <stop_token>

namespace groundswell::service {

/// A run with the data it was computed on.
struct LoadedTasteRun {
    TasteRunRecord record;
    std::shared_ptr<const Dataset> data;
    std::shared_ptr<const TasteRun> run;
};

/// How far the newest run is, for whoever wants to show it.
struct TasteRunProgress {
    enum class State {
        Pending, ///< nothing was computed yet; it will be when it is asked for
        Started,
        Success,
        Failure
    };
    State state = State::Pending;
    double share = 0; ///< 0–1
    QString step; ///< `load`, `affinity`, `vectors`, `clusters`, `replay`, `done`
    TcRunId run = 0; ///< the newest that is done; 0 = none since the start
    QDateTime computedAt; ///< of that run
    QString problem; ///< message key of a failure
};

/// The taste runs of a workspace: computed in the background after the data has changed, or when first asked
/// for, by one thread while the others wait for it; numbered once and for ever. A computation that new data
/// overtakes is given up. What was shown of a run, and the people a draft was planned with, are kept and
/// answered without computing anything. Thread-safe.
class TasteRuns {
public:
    explicit TasteRuns(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// Starts to compute in the background, so that the first page that asks needn't wait: at the start and
    /// whenever the data has changed.
    void warmUp();
    [[nodiscard]] TasteRunProgress progress() const;
    /// Gives up what is being computed; it is computed anew when somebody asks for it.
    void cancel();

    /// stopped() where \a stop (or the workspace's end) comes before the run.
    [[nodiscard]] Expected<std::shared_ptr<const LoadedTasteRun>> latest(const std::stop_token &stop = {});
    /// An event's clusters as they are shown: at the latest run, or at an earlier one where somebody has seen
    /// them. NotFound `error.event.not_found`, `error.run.not_found`.
    [[nodiscard]] Expected<ClusterRun> clusters(const EventId &event, std::optional<TcRunId> run = {});
    /// What was measured while computing a run; empty for an unknown one.
    [[nodiscard]] Expected<QJsonObject> quality(TcRunId run);
    /// How many people each cluster of an event at an earlier run shares with each at the latest one. Without
    /// overlaps where the earlier run's people weren't kept. NotFound as clusters().
    [[nodiscard]] Expected<ClusterMatches> matches(const EventId &event, TcRunId from);

    /// Keeps the people of the event's clusters while they can still be computed: a draft stays on its run
    /// when the data moves on.
    [[nodiscard]] Expected<void> pin(const EventId &event, TcRunId run);
    /// Those of a cluster who may be shown ads, by customer id; nullopt where the run is past and nobody had
    /// planned with it.
    [[nodiscard]] Expected<std::optional<std::vector<std::string>>> audience(const EventId &event,
                                                                             const ClusterRef &cluster);

private:
    using Loaded = std::shared_ptr<const LoadedTasteRun>;
    enum class Interruption { None, Outdated, Cancelled };

    [[nodiscard]] Loaded loaded() const;
    [[nodiscard]] Expected<std::shared_ptr<const TasteRun>>
    compute(const Dataset &data, const TasteRunParameters &parameters, const std::stop_token &stop);
    [[nodiscard]] Expected<Loaded> keep(std::shared_ptr<const Dataset> data,
                                        std::shared_ptr<const TasteRun> run, const std::stop_token &stop);
    [[nodiscard]] Expected<Loaded> settle(Expected<Loaded> outcome);
    [[nodiscard]] Expected<Loaded> giveUp(const Problem &why);
    [[nodiscard]] bool isOutdated() const;
    void interrupt(Interruption why);
    void pinDrafts(const LoadedTasteRun &run, const std::stop_token &stop);
    [[nodiscard]] Expected<void> pin(const LoadedTasteRun &run, const EventId &event);
    /// The number of the run that the present data has, where it was computed before.
    [[nodiscard]] std::optional<TcRunId> knownNumber();
    [[nodiscard]] Expected<std::shared_ptr<const EventClusters>> computed(const LoadedTasteRun &run,
                                                                          const EventId &event);
    Workspace &m_workspace;
    Turn m_computing; ///< so that a run is computed once
    mutable std::mutex m_caching; ///< guards m_latest and m_clusters
    Loaded m_latest;
    std::map<std::pair<TcRunId, EventId>, std::shared_ptr<const EventClusters>> m_clusters;
    mutable std::mutex m_watching; ///< guards what follows, which one thread fills and others read
    TasteRunProgress m_progress;
    std::optional<std::stop_source> m_computation; ///< set while computing
    Interruption m_interruption = Interruption::None;
};

} // namespace groundswell::service
