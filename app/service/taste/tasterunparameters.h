#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace groundswell::service {

/// Everything that decides the outcome of a run apart from the data. Stored with the run's number, so that
/// the run can be computed again: same data, parameters and engine version give the same bytes on one
/// platform.
struct TasteRunParameters {
    std::optional<std::int64_t> asOf = {}; ///< UTC seconds: only purchases strictly before count; null = all
    std::uint64_t seed = 20'240'601;
    int eventsPerCustomer = 400; ///< for a group booker, only this many of the latest events count
    std::optional<double> ridge = {}; ///< λ of the affinity model; null = from the number of customers
    int vectorRank = 16; ///< at most this many dimensions of the co-purchase part of an event's vector
    double metadataWeight = 0.7; ///< length of the metadata part beside the co-purchase part's 1
    int minClusters = 3;
    int maxClusters = 8;
    int restarts = 20; ///< of k-means
    int stabilityDraws = 4; ///< resamplings of the customers by which the number of clusters is judged
    int replayEvents = 30; ///< past events a cut is replayed with to learn the blend
    friend bool operator==(const TasteRunParameters &, const TasteRunParameters &) = default;
};

/// How far a run can be trusted, measured on the organiser's own data while computing it.
struct TasteRunQuality {
    std::int64_t customers = 0; ///< with a purchase that counts
    std::int64_t events = 0; ///< with a buyer that counts
    std::int64_t interactions = 0; ///< distinct (customer, event)
    double stability =
        0; ///< mean adjusted Rand index of the event clusters under 80 % draws of the customers
    double lift =
        0; ///< pairs of one held-out customer's events inside one cluster, over chance; 1 = no taste
    int replayedEvents = 0; ///< (event, cut) pairs the blend was learnt from; 0 = prior weights
    int replayedBuyers = 0;
    double replayAuc = 0; ///< of the blend in the replay, mean over events held out by fold; 0 = not measured
    double replayFrequencyAuc = 0; ///< of "who bought most" on the same people
    /// Standard deviation of ln(actual / expected buyers) over replayed events: the width of a forecast.
    double forecastSpread = 0.7;
};

/// Part done (0–1) and the step's id: `load`, `affinity`, `vectors`, `clusters`, `replay`, `done`. Called on
/// the computing thread.
using ProgressFn = std::function<void(double, std::string_view)>;

} // namespace groundswell::service
