#pragma once

#include "models/wave/setupprocess.h"

namespace groundswell {

/// What the planning helpers are asked about: the plan as it stands in the draft, saved or not.
struct PlanQuestion {
    OpenEnum<Goal> goal;
    std::optional<Money> budget;
    QDate start, end; ///< both inclusive; may be invalid
    std::vector<ChosenCluster> clusters; ///< empty = the service's own choice

    /// 1 where the dates don't say.
    [[nodiscard]] int days() const;
    [[nodiscard]] static PlanQuestion of(const SetupProcess &setup);
};

/// Adds one cluster to a published event (POST /campaigns/).
struct CampaignAddition {
    EventId eid;
    ClusterRef cluster;
    Money budget;
    QDate startDate;
    QDate endDate;
};

} // namespace groundswell
