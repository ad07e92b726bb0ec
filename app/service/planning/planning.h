#pragma once

#include "app/service/store/dataset.h"
#include "app/service/taste/clusters/eventclusters.h"
#include "models/wave/local/localsettings.h"
#include "models/wave/setupprocess.h"

#include <QDate>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace groundswell::service {

/// The defaults in a currency: where it has other minor units or a lower price level, floors and CPM follow.
[[nodiscard]] MarketAssumptions defaultAssumptions(const std::string &currency);
/// What holds in a currency: what was typed in, and the defaults for the rest.
[[nodiscard]] MarketAssumptions assumptionsFor(const std::optional<MarketAssumptions> &typed,
                                               const std::string &currency);

/// Standard deviations to either side that hold eight of ten outcomes.
inline constexpr double eightOfTen = 1.2816;

/// Where a ticket's price comes from.
enum class PriceSource { Unknown, PaidForEvent, Listed, PaidForAll };

/// Tickets and buyers by event; a buyer is a customer who holds a ticket of it, group bookings are capped.
struct Baskets {
    std::vector<double> tickets, buyers; ///< by dense event index
    double allTickets = 0, allBuyers = 0;
};
/// One pass over all purchases: worth keeping for as long as the dataset.
[[nodiscard]] Baskets countBaskets(const Dataset &dataset);

/// What the organiser's own data says of an event, for planning.
struct EventEconomics {
    std::optional<std::int64_t> ticketPriceMinor; ///< mean paid, else list price, else the organiser's mean
    std::optional<std::int64_t> freeSeats; ///< capacity − sold, never negative; null = capacity unknown
    double ticketsPerBuyer = 1.0; ///< mean over this organiser's orders, of this event where it has enough
    PriceSource priceSource = PriceSource::Unknown;
    std::int64_t basketBuyers = 0; ///< buyers that ticketsPerBuyer is the mean of; 0 = assumed
};
[[nodiscard]] EventEconomics economicsOf(const Dataset &dataset, const Baskets &baskets, std::uint32_t event);

/// What became of the audiences of the organiser's own past campaigns: how many of their people bought the
/// event from the campaign's start on, and how many their clusters had promised (sum of probabilities). Only
/// campaigns whose event is over count, because the promise is for all the time until then.
struct CampaignHistory {
    int campaigns = 0;
    std::int64_t people = 0;
    std::int64_t buyers = 0;
    double promised = 0;
    friend bool operator==(const CampaignHistory &, const CampaignHistory &) = default;
};
/// By how much promises have to be corrected, 0.2–5: buyers over promised, drawn towards 1 as long as there
/// are few (as if twenty more had been promised and had come).
[[nodiscard]] double conversionCorrection(const CampaignHistory &history);

/// Everything an estimate needs; made by the caller from a run's clusters.
struct PlanningInput {
    EventEconomics economics;
    std::vector<EventCluster> clusters; ///< members not needed
    MarketAssumptions assumptions;
    double forecastSpread = 0.7; ///< TasteRunQuality::forecastSpread
    CampaignHistory history = {};
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
    bool known = true; ///< false: revenue is asked for and no price is known; the figures are 0 then
    bool cappedByCapacity = false; ///< more would be bought than seats are free
    std::vector<ClusterEstimate> clusters; ///< as selected
};

/// What a selection of clusters is expected to bring for a budget, which `shares` (0–1, parallel to `tcs`)
/// divide by the rule of models/plan/planmoney.h; a missing one is unset. Clusters that the run doesn't have
/// are left out of the result and keep their part of the budget. No cluster or no budget gives zeros.
///
/// Diminishing returns: of an audience of A people, I impressions reach A · (1 − e^(−I / (A · frequency))).
/// Clicks come from the first A · frequency impressions alike, repeats beyond wear off in the same way.
/// People × conversion × tickets a buyer = tickets of people who saw an ad, whether because of it or not.
[[nodiscard]] Estimate expectedValue(const PlanningInput &input, Goal goal, std::int64_t budgetMinor,
                                     const std::vector<std::string> &tcs,
                                     const std::vector<std::optional<double>> &shares = {});

struct Suggestion {
    std::string tc;
    int rank = 1;
    double budgetShare = 0; ///< 0–1, of the whole budget
    double expectedTickets = 0;
    double expectedRevenueMinor = 0;
};
/// The clusters and shares that bring most of the goal for the budget, best first: the best of all choices of
/// at most \a mostClusters in which each gets its floor for the runtime and the rest goes where it brings
/// most. With ten reachable clusters or fewer every choice is looked at; of more, the ten that bring most by
/// themselves. Where the budget is short of one floor the best single cluster is suggested all the same
/// (budgetLimits() says that it is short). Clusters nobody may be shown ads in are never suggested.
[[nodiscard]] std::vector<Suggestion> suggestedClusters(const PlanningInput &input, Goal goal,
                                                        std::int64_t budgetMinor, int runtimeDays,
                                                        int mostClusters = 1000);

struct BudgetRange {
    std::int64_t lowerMinor = 0;
    std::int64_t upperMinor = 0; ///< never below lower
    // What they come from, for the explanation:
    std::int64_t floorPerDayMinor = 0;
    int days = 0;
    int clusters = 0;
    std::optional<std::int64_t> freeSeats;
    std::optional<std::int64_t> ticketPriceMinor;
    double spendShare = 0; ///< of the free seats' worth
    std::int64_t audience = 0; ///< people that ads can reach in all clusters
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
