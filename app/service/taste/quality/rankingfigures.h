#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace groundswell::service {

/// How well a score puts buyers in front. Ties count by halves in both figures.
struct RankingFigures {
    double auc = 0.5; ///< probability that a buyer is ranked above another customer
    double lift = 1; ///< share of buyers among the best tenth, over that among all
};
/// `bought` is parallel to `scores`. Without both buyers and others: what chance gives.
[[nodiscard]] RankingFigures rankingFigures(std::span<const double> scores, std::span<const char> bought);

/// A mean with its 95 % interval.
struct IntervalEstimate {
    int count = 0; ///< of what the mean was taken over; 0 = not measured
    double mean = 0;
    double low = 0;
    double high = 0;
};
/// Mean of one value for each event. The interval is the percentile bootstrap over the events (2,000 seeded
/// draws): the values that other events of the same kind would have given.
[[nodiscard]] IntervalEstimate meanOverEvents(std::span<const double> values, std::uint64_t seed);
/// Ratio of two means over the same events, drawn together.
[[nodiscard]] IntervalEstimate ratioOverEvents(std::span<const double> above, std::span<const double> below,
                                               std::uint64_t seed);

/// Spearman's rank correlation, −1 to 1; ties share their mean rank. 0 where one side is constant.
[[nodiscard]] double rankCorrelation(std::span<const double> a, std::span<const double> b);

/// What was predicted and what happened in one tenth of the scored (customer, event) pairs.
struct CalibrationBin {
    double pairs = 0;
    double expected = 0; ///< summed probability
    double actual = 0; ///< purchases
};
struct ScoredPair {
    float probability = 0;
    bool bought = false;
    int event = 0; ///< position of its event, for the interval
};
struct Calibration {
    std::vector<CalibrationBin> tenths; ///< by probability, ascending
    IntervalEstimate
        error; ///< expected calibration error: |expected − actual| per pair, summed over the tenths
};
[[nodiscard]] Calibration calibrationOf(std::vector<ScoredPair> pairs, int events, std::uint64_t seed);

} // namespace groundswell::service
