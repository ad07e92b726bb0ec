#pragma once

#include "app/service/store/dataset.h"
#include "app/service/store/marketassumptions.h"
#include "app/service/taste/eventclusters.h"
#include "models/wave/setupprocess.h"

#include <QDate>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace groundswell::service {

/// The defaults in a currency: where it has other minor units or a lower price level, floors and CPM follow.
[[nodiscard]] MarketAssumptions defaultAssumptions(const std::string &currency);

/// What the organiser's own data says of an event, for planning.
struct EventEconomics {
    std::optional<std::int64_t> ticketPriceMinor; ///< mean paid, else list price, else the organiser's mean
    std::optional<std::int64_t> freeSeats; ///< capacity − sold, never negative; null = capacity unknown
    double ticketsPerBuyer = 1.0; ///< mean over this organiser's orders, of this event where it has enough
};
[[nodiscard]] EventEconomics economicsOf(const Dataset &dataset, std::uint32_t event);

/// Everything an estimate needs; made by the caller from a run's clusters.
struct PlanningInput {
    EventEconomics economics;
    std::vector<EventCluster> clusters; ///< members not needed
    MarketAssumptions assumptions;
    double forecastSpread = 0.7; ///< RunQuality::forecastSpread
};

struct ClusterEstimate {
    std::string tc;
    std::int64_t budgetMinor = 0;
    double impressions = 0, clicks = 0, people = 0, tickets = 0, revenueMinor = 0;
    double expected = 0, low = 0, high = 0; ///< in the goal's unit; revenue in minor units
};
struct Estimate {
    std::string unit; ///< `tickets`, `revenue`, `impressions`, `clicks`
    double expected = 0, low = 0, high = 0; ///< low–high holds about 8 of 10 outcomes
    bool cappedByCapacity = false; ///< more would be bought than seats are free
    std::vector<ClusterEstimate> clusters; ///< as selected
};

/// What a selection of clusters is expected to bring for a budget. `shares` (0–1, parallel to `tcs`) split
/// the budget; empty = evenly. Unknown clusters are ignored, no cluster or no budget gives zeros.
///
/// Diminishing returns: of an audience of A people, I impressions reach A · (1 − e^(−I / (A · frequency))).
/// Clicks come from the first A · frequency impressions alike, repeats beyond wear off in the same way.
/// People × conversion × tickets a buyer = tickets of people who saw an ad, whether because of it or not.
[[nodiscard]] Estimate expectedValue(const PlanningInput &input, Goal goal, std::int64_t budgetMinor,
                                     const std::vector<std::string> &tcs,
                                     const std::vector<double> &shares = {});

struct Suggestion {
    std::string tc;
    int rank = 1;
    double budgetShare = 0; ///< 0–1, of the whole budget
    double expectedTickets = 0;
    double expectedRevenueMinor = 0;
};
/// Clusters that bring most of the goal for the budget, best first: budget goes in small steps to where the
/// next step brings most, and a cluster that doesn't reach its floor for the runtime is left out (the best
/// one stays whatever the budget; budgetLimits() says that it is short). Clusters nobody may be shown ads in
/// are never suggested.
[[nodiscard]] std::vector<Suggestion> suggestedClusters(const PlanningInput &input, Goal goal,
                                                        std::int64_t budgetMinor, int runtimeDays);

struct BudgetRange {
    std::int64_t lowerMinor = 0;
    std::int64_t upperMinor = 0; ///< never below lower
    // What they come from, for the explanation:
    std::int64_t floorPerDayMinor = 0;
    int days = 0;
    int clusters = 0;
    std::optional<std::int64_t> freeSeats;
    std::optional<std::int64_t> ticketPriceMinor;
    /// Which bound the upper limit is: `remaining_revenue` (free seats × price × spend share), `reach` (what
    /// it costs to reach the audience about three times over), or `floor` where both are below the lower
    /// limit.
    std::string upperReason;
};
/// lower = floor × days × clusters.
[[nodiscard]] BudgetRange budgetLimits(const PlanningInput &input, Goal goal, int runtimeDays, int clusters);

struct CampaignPlan {
    Goal goal = Goal::Utilization;
    std::int64_t totalBudgetMinor = 0;
    QDate startDate;
    QDate endDate; ///< inclusive; the day before the event, where that is still ahead
    std::vector<Suggestion> clusters;
};
/// A start for a new draft: fill the seats where the capacity is known and seats are free, else bring
/// visitors to the ticket page; from tomorrow for up to four weeks; a third of the range between the limits.
[[nodiscard]] CampaignPlan defaultPlan(const PlanningInput &input, QDate today, QDate eventDate);

} // namespace groundswell::service
