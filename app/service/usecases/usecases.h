#pragma once

#include "app/service/usecases/campaigns/campaigns.h"
#include "app/service/usecases/campaigns/results.h"
#include "app/service/usecases/import/importjobs.h"
#include "app/service/usecases/packages/audiencepackages.h"
#include "app/service/usecases/planning/planner.h"
#include "app/service/usecases/setups/setups.h"
#include "app/service/usecases/taste/clusterqualityreports.h"
#include "app/service/usecases/taste/tasteruns.h"

namespace groundswell::service {

/// All use cases of one workspace, put together: what routes and commands call.
class UseCases {
public:
    explicit UseCases(std::unique_ptr<Workspace> opened);
    UseCases(const UseCases &) = delete;
    UseCases &operator=(const UseCases &) = delete;
    ~UseCases(); ///< stops

    /// Takes up unfinished work and tidies up from now on: computes the taste run ahead, builds pending
    /// packages, deletes expired lists, completes ended campaigns.
    void start();
    /// Asks everything that works or waits for long to end; returns at once. Requests that wait for a run are
    /// answered with 503.
    void requestStop() { workspace->requestStop(); }
    /// The same, and returns when nothing runs any more.
    void stop();

    const std::unique_ptr<Workspace> workspace;
    TasteRuns runs;
    Planner planner;
    Setups setups;
    Campaigns campaigns;
    Results results;
    AudiencePackages packages;
    ImportJobs imports;
    ClusterQualityReports qualityReports;

private:
    void doHousekeeping();
    std::jthread m_housekeeping;
};

} // namespace groundswell::service
