#pragma once

#include "app/service/store/dataset.h"
#include "models/wave/problem.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// Counted up whenever the same input may give other figures; part of every run key.
inline constexpr int tasteEngineVersion = 4;

/// Everything that decides the outcome of a run beside the data. Stored with the run's number, so that the
/// run can be computed again: same data, parameters and engine version give the same bytes on one platform.
struct RunParameters {
    std::optional<std::int64_t> asOf = {}; ///< UTC seconds: only purchases strictly before count; null = all
    std::uint64_t seed = 20'240'601;
    int eventsPerCustomer = 400; ///< of a group booker only the latest so many events count
    std::optional<double> ridge = {}; ///< λ of the affinity model; null = from the number of customers
    int vectorRank = 16; ///< at most so many dimensions of the co-purchase part of an event's vector
    double metadataWeight = 0.7; ///< length of the metadata part beside the co-purchase part's 1
    int minClusters = 3;
    int maxClusters = 8;
    int restarts = 20; ///< of k-means
    int stabilityDraws = 4; ///< resamplings of the customers by which the number of clusters is judged
    int replayEvents = 30; ///< past events a cut is replayed with to learn the blend
    friend bool operator==(const RunParameters &, const RunParameters &) = default;
};

/// How far a run can be trusted, measured on the organiser's own data while computing it.
struct RunQuality {
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

/// A group of events bought by the same people; the taste behind the clusters of every event of a run.
struct TasteGroup {
    std::string tc; ///< readable, URL-safe, unique within the run, for instance `jazz_alte_oper`
    std::string label; ///< in the data's own language, unique within the run
    std::vector<std::string> eventIds; ///< sorted
};

/// Part done (0–1) and the step's id: `load`, `affinity`, `vectors`, `clusters`, `replay`, `done`.
/// Called on the computing thread.
using ProgressFn = std::function<void(double, std::string_view)>;

struct RunState; ///< internals of a run (runstate.h)

/// An immutable taste run. Small parts are readable here, the rest serves clustersFor() and scoresFor().
/// Shared between threads as shared_ptr<const TasteRun>. A run isn't serialised: what must survive a restart
/// is its parameters and key (recomputing is deterministic) and each event's clusters as they were shown.
class TasteRun {
public:
    explicit TasteRun(std::unique_ptr<const RunState> state);
    ~TasteRun();
    TasteRun(const TasteRun &) = delete;
    TasteRun &operator=(const TasteRun &) = delete;

    /// Hex digest of snapshot id, parameters and engine version.
    [[nodiscard]] const std::string &key() const;
    [[nodiscard]] const RunParameters &parameters() const;
    [[nodiscard]] const RunQuality &quality() const;
    [[nodiscard]] std::span<const TasteGroup> groups() const;
    /// `few_sales`, `no_clear_taste_groups`, or empty.
    [[nodiscard]] const std::string &notice() const;
    [[nodiscard]] const RunState &state() const { return *m_state; }

private:
    std::unique_ptr<const RunState> m_state;
};

/// The key computeRun() would give, without computing: to find a stored run.
[[nodiscard]] std::string runKey(const Dataset &dataset, const RunParameters &parameters);

/// Computes a run on two threads of its own (a second or two for 50,000 customers; the result doesn't depend
/// on the threads). Any dataset will do, an empty one too. The only error is Problem::Kind::Rejected with
/// messageKey `error.taste.cancelled` after a stop request.
[[nodiscard]] Expected<std::shared_ptr<const TasteRun>> computeRun(const Dataset &dataset,
                                                                   const RunParameters &parameters = {},
                                                                   const ProgressFn &progress = {},
                                                                   std::stop_token stop = {});

} // namespace groundswell::service
