#pragma once

#include "app/service/taste/quality/gates.h"
#include "app/service/taste/quality/rankingfigures.h"
#include "app/service/taste/run/tasterun.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace groundswell::service {

/// Counted up whenever the same data, run and options may give other figures; a kept report is found by it,
/// among other things.
inline constexpr int clusterQualityVersion = 1;

struct ClusterQualityOptions {
    std::uint64_t seed = 20'240'601; ///< of the run, the choice of events, shuffles and intervals
    int cuts = 4; ///< instants of the past at which a model is trained; at most this many, fewer if sales are
                  ///< few
    int eventsPerCut = 200; ///< replayed at a cut; if there are more, a seeded choice
    int draws = 10; ///< of 80 % of the customers
    int seeds = 5; ///< other seeds that the groups are computed with
    int shuffles = 3; ///< of the customers' events
};

/// A way to rank customers, judged over the replayed events.
struct RankingJudged {
    std::string
        id; ///< blend, taste, frequency, recency, metadata, random; cold = the event's own sales hidden
    IntervalEstimate auc;
    IntervalEstimate lift; ///< of the best tenth
};

/// One ranking compared with another on the same events and customers.
struct RankingCompared {
    IntervalEstimate aucAhead; ///< difference
    IntervalEstimate liftAhead; ///< difference
    IntervalEstimate liftRatio;
};

struct LabelJudged {
    std::string label;
    std::string term; ///< the label's first term
    double lift = 0; ///< the term's share of the purchases in the group, over that in all; 0 = it has none
    std::string because; ///< title of the group's most bought event
};

/// How good an organiser's taste clusters are, judged by the organiser's own past. Every figure is about
/// purchases that the model hadn't seen.
///
/// The replay: at up to `cuts` instants (those by which half to seven eighths of the sales were made) a run
/// is computed on the sales strictly before, and the customers known by then are ranked for each event that
/// wasn't over and was bought afterwards by at least three of them. Nobody who held a ticket at the cut
/// counts. An event whose sale (`on_sale_at`, else its first sale) opened after the cut is ranked *before its
/// sale*; one that was on sale already, *during* it. An event's figures at several cuts are averaged before
/// anything else, so that it counts once.
struct ClusterQuality {
    std::string runKey;
    ClusterQualityOptions options;
    std::string notice; ///< the run's
    TasteRunQuality quality; ///< the run's
    int groups = 0;

    std::vector<std::int64_t> cuts; ///< UTC seconds
    int events = 0; ///< that were replayed with the ranking
    int eventsBeforeSale = 0; ///< of them
    int purchases = 0; ///< (customer, event) pairs that were to be predicted
    std::vector<RankingJudged> rankings;
    RankingCompared blendOverFrequency;
    RankingCompared beforeSaleOverFrequency; ///< the blend on the events before their sale only
    RankingCompared coldOverFrequency;

    IntervalEstimate
        stabilityDraws; ///< adjusted Rand index of the event groups, a draw of the customers each
    IntervalEstimate stabilitySeeds; ///< the same, a seed each

    /// Spearman of clusters' metric_pred and buying rate: mean over events with at least three clusters whose
    /// members bought at least ten times.
    IntervalEstimate clusterOrder;
    Calibration calibration; ///< of the probability, over events chosen without regard to who bought them
    double expectedPurchases = 0;
    double actualPurchases = 0;

    std::vector<LabelJudged> labels;
    bool labelsUnique = true;

    IntervalEstimate controlLift; ///< of shuffled sales
    int controlsThatSaySo = 0; ///< shuffles in which the run says `no_clear_taste_groups` or `few_sales`

    std::vector<Gate> gates;
};

/// A copy in which every purchase keeps its customer and time but gets another's event: no taste is left.
[[nodiscard]] Dataset withShuffledEvents(Dataset dataset, std::uint64_t seed);

/// Progress steps: `run`, `replay`, `stability`, `control`, `done`. Deterministic in data and options. The
/// only error is that of computeTasteRun(). `computed`: the run of this data with the options' seed and
/// otherwise usual parameters, if there is one already.
[[nodiscard]] Expected<ClusterQuality> measureClusterQuality(const Dataset &dataset,
                                                             const ClusterQualityOptions &options = {},
                                                             const ProgressFn &progress = {},
                                                             std::stop_token stop = {},
                                                             std::shared_ptr<const TasteRun> computed = {});

} // namespace groundswell::service
