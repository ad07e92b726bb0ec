#pragma once

#include "app/service/store/dataset.h"
#include "app/service/taste/run/tasterun.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace groundswell::service {

/// A past event of a cluster's people: "because they bought …". It stands for all events of its title.
struct Because {
    std::uint32_t event = 0; ///< dense index in the dataset
    double weight = 0; ///< 0–1: share of the cluster's affinity that they explain
};

struct ClusterMember {
    std::uint32_t customer = 0; ///< dense index in the dataset
    float affinity = 0; ///< 0–1: share of the scored customers who fit less well
    float probability = 0; ///< calibrated, of buying this event
};

/// One taste cluster of an event.
struct EventCluster {
    std::string tc; ///< unique within the answer; the same taste has the same name at every event of a run
    std::string label;
    double probability = 0; ///< mean of the members'
    double metricPred = 0; ///< metricFromProbability(probability)
    std::int64_t reach = 0; ///< members who may be shown ads
    double share = 0; ///< of the clusters' summed reach (of the members where nobody has consented)
    std::vector<Because> because; ///< at most 3, best first
    std::vector<ClusterMember> members; ///< in order of customer
};

struct EventClusters {
    std::string runKey;
    std::vector<EventCluster> clusters; ///< by probability, best first
    std::string notice; ///< `few_sales`, `no_clear_taste_groups`, or empty
    std::int64_t scoredCustomers = 0; ///< known customers who don't hold a ticket for this event yet
    bool coldStart = false; ///< the run knows no buyer of the event: it was judged by similar events
};

struct ClusterOptions {
    double topShare = 1.0 / 3.0; ///< this share of the scored customers, the best of them, is the audience
    /// UTC seconds: forecast the purchases until then if the event starts later; null = until it
    /// starts.
    std::optional<std::int64_t> soldUntil = {};
};

/// A customer's standing for an event.
struct CustomerScore {
    std::uint32_t customer = 0;
    std::int32_t cluster = -1; ///< position in ScoredCustomers::clusters.clusters; −1 = not in the audience
    float affinity = 0;
    float probability = 0;
};

struct ScoredCustomers {
    EventClusters clusters;
    std::vector<CustomerScore> scores; ///< in order of customer
};

/// The engine's probability and the wire's `metric_pred` (0–5): metric = 5 · ∛p, so p = (metric / 5)³.
/// Monotone and reversible; the cube root spreads the one to five percent in which conversion rates lie.
[[nodiscard]] double metricFromProbability(double probability);
[[nodiscard]] double probabilityFromMetric(double metric);

/// Ranks the known customers for an event and splits the best into taste clusters. Scored are customers with
/// a purchase before the run's as-of who don't hold a ticket for the event by then: ticket holders aren't an
/// audience. `event` is a dense index of `dataset`, which may be newer than the run (events that the run has
/// never seen are judged by similar ones). Never fails: without sales the answer has no clusters and a
/// notice.
[[nodiscard]] EventClusters clustersFor(const Dataset &dataset, const TasteRun &run, std::uint32_t event,
                                        const ClusterOptions &options = {});
/// The same with every scored customer's figures.
[[nodiscard]] ScoredCustomers scoresFor(const Dataset &dataset, const TasteRun &run, std::uint32_t event,
                                        const ClusterOptions &options = {});

} // namespace groundswell::service
