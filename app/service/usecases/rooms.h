#pragma once

#include "app/service/usecases/campaigns/campaigns.h"
#include "app/service/usecases/campaigns/results.h"
#include "app/service/usecases/import/imports.h"
#include "app/service/usecases/packages/packagedesk.h"
#include "app/service/usecases/planning/planner.h"
#include "app/service/usecases/setups/setups.h"
#include "app/service/usecases/taste/tasteevaluations.h"
#include "app/service/usecases/taste/tasteruns.h"

namespace groundswell::service {

/// All rooms of one workspace, put together: what routes and commands call.
class Rooms {
public:
    explicit Rooms(std::unique_ptr<Workspace> opened);
    Rooms(const Rooms &) = delete;
    Rooms &operator=(const Rooms &) = delete;
    ~Rooms(); ///< stops

    /// Takes up unfinished work and keeps house from now on: computes the taste run ahead, builds pending
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
    PackageDesk packages;
    Imports imports;
    TasteEvaluations evaluations;

private:
    void keepHouse();
    std::jthread m_housekeeping;
};

} // namespace groundswell::service
