#pragma once

#include "app/service/usecases/taste/tasteruns.h"

namespace groundswell::service {

/// How good the workspace's latest run is: computed on request, in the background, and kept with the run. An
/// extension of the embedded service (`/local/taste_evaluation`). Thread-safe.
class ClusterQualityReports {
public:
    ClusterQualityReports(Workspace &workspace, TasteRuns &runs)
        : m_workspace(workspace)
        , m_runs(runs)
    {
    }

    /// {"tc_run_id","state": ABSENT | STARTED | SUCCESS | FAILURE,"phase","progress": 0–1,
    ///  "report": as clusterqualityjson.h or null}. Waits for the latest run.
    [[nodiscard]] Expected<QJsonObject> state();
    /// Begins, unless it is under way or kept already.
    [[nodiscard]] Expected<QJsonObject> start();
    /// Nothing of it stays; no-op where none is under way.
    void cancel();

private:
    struct Work {
        TcRunId run = 0;
        std::stop_source stop;
        bool over = false;
        bool failed = false;
        QString phase;
        double progress = 0;
    };
    void compute(const std::shared_ptr<Work> &work, const LoadedTasteRun &run, const std::stop_token &stop);
    [[nodiscard]] QJsonObject json(TcRunId run, const std::optional<QJsonObject> &report) const;

    Workspace &m_workspace;
    TasteRuns &m_runs;
    mutable std::mutex m_mutex; ///< guards the work, which the computing thread fills and requests read
    std::shared_ptr<Work> m_work; ///< the latest
};

} // namespace groundswell::service
