#pragma once

#include "app/service/planning/planning.h"
#include "app/service/workspace/tasteruns.h"
#include "models/wave/cluster.h"
#include "models/wave/event.h"

namespace groundswell::service {

/// Estimates for one event: the organiser's own figures, a run's clusters and the stated assumptions, put
/// together for planning.h. Amounts go in and out in the organiser's currency. Thread-safe.
class Planner {
public:
    Planner(Workspace &workspace, TasteRuns &runs)
        : m_workspace(workspace)
        , m_runs(runs)
    {
    }

    /// What a new draft of the event starts from (GET …/default_campaigns_parameters).
    [[nodiscard]] Expected<SetupProcess> defaults(const EventId &event);

    struct SuggestionQuery {
        std::optional<Money> budget; ///< unset = that of the defaults
        Goal goal = Goal::Utilization;
        std::optional<int> days; ///< runtime; unset = that of the defaults
        std::optional<TcRunId> run; ///< unset = the draft's, else the latest
    };
    struct RankedCluster {
        SuggestedCluster cluster;
        double budgetShare = 0; ///< 0–1
    };
    [[nodiscard]] Expected<std::vector<RankedCluster>> suggested(const EventId &event,
                                                                 const SuggestionQuery &query);

    struct Expectation {
        ExpectedValue value;
        bool cappedByCapacity = false; ///< more would be bought than seats are free
    };
    /// \a clusters empty = all of the draft's with their shares, else the suggested ones.
    [[nodiscard]] Expected<Expectation> expectedValue(const EventId &event, Goal goal, const Money &budget,
                                                      std::vector<ClusterName> clusters);
    /// \a clusters: how many are chosen; unset = as many as the draft has, at least one.
    [[nodiscard]] Expected<BudgetLimits> limits(const EventId &event, int days, Goal goal,
                                                std::optional<int> clusters);

    /// What the estimates assume, typed in or by default.
    [[nodiscard]] Expected<MarketAssumptions> assumptions(const Organiser &organiser);

private:
    struct Ground {
        PlanningInput input;
        TcRunId run = 0;
        Organiser organiser;
        std::optional<SetupProcess> draft;
        QDate eventDate;
    };
    [[nodiscard]] Expected<Ground> ground(const EventId &event, std::optional<TcRunId> run = {});

    Workspace &m_workspace;
    TasteRuns &m_runs;
};

} // namespace groundswell::service
