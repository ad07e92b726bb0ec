#pragma once

#include "app/service/planning/planning.h"
#include "app/service/usecases/taste/tasteruns.h"
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
    [[nodiscard]] Expected<std::vector<SuggestedCluster>> suggested(const EventId &event,
                                                                    const SuggestionQuery &query);

    struct ExpectationQuery {
        Goal goal = Goal::Utilization;
        Money budget;
        std::vector<ClusterName>
            clusters; ///< empty = all of the draft's with their shares, else the suggested ones
        std::vector<std::optional<double>> shares; ///< 0–1, parallel to clusters; a missing one is unset
        std::optional<TcRunId> run; ///< unset = the draft's, else the latest
    };
    [[nodiscard]] Expected<ExpectedValue> expectedValue(const EventId &event, ExpectationQuery query);

    struct LimitsQuery {
        int days = 1;
        Goal goal = Goal::Utilization;
        std::optional<int> clusters; ///< how many are chosen; unset = as many as the draft has, at least one
        std::optional<TcRunId> run; ///< unset = the draft's, else the latest
    };
    [[nodiscard]] Expected<BudgetLimits> limits(const EventId &event, const LimitsQuery &query);

    /// What the estimates assume, typed in or by default.
    [[nodiscard]] Expected<MarketAssumptions> assumptions(const Organiser &organiser);

private:
    struct EventBasis {
        PlanningInput input;
        TcRunId run = 0;
        QJsonObject quality; ///< of the run
        Organiser organiser;
        std::optional<SetupProcess> draft;
        QDate eventDate;
    };
    [[nodiscard]] Expected<EventBasis> basis(const EventId &event, std::optional<TcRunId> run = {});

    /// What takes a pass over all sales, counted once for each state of the data (and day, and number of
    /// campaigns, where they matter).
    struct SalesCounts {
        std::string snapshotId;
        Baskets baskets;
        QDate day;
        int campaigns = 0;
        CampaignHistory history;
    };
    [[nodiscard]] Expected<std::shared_ptr<const SalesCounts>> salesCounts(const Dataset &data,
                                                                           const Organiser &organiser);

    Workspace &m_workspace;
    TasteRuns &m_runs;
    std::mutex m_counting; ///< guards m_salesCounts; held while counting, so that one thread counts
    std::shared_ptr<const SalesCounts> m_salesCounts;
};

} // namespace groundswell::service
