#include "app/service/taste/replay/replay.h"

#include "app/service/taste/features/volume.h"

#include <algorithm>
#include <cmath>

namespace groundswell::service {

namespace {

/// The number of buyers at which an event's own column is trusted as much as what similar events say.
constexpr double supportOfEqualTrust = 5.0;
/// A forecast is never stretched beyond this many times the windows that it was learnt from.
constexpr double longestStretch = 5.0;
constexpr double fewestExpected = 0.01; ///< buyers of an event

Eigen::VectorXd coefficients(std::initializer_list<std::pair<Feature, double>> values)
{
    Eigen::VectorXd result = Eigen::VectorXd::Zero(featureCount);
    for (const auto &[feature, value] : values)
        result(static_cast<Eigen::Index>(feature)) = value;
    return result;
}

} // namespace

Blend priorBlend()
{
    Blend blend;
    blend.warm.coefficients = coefficients({{Feature::Affinity, 0.35},
                                            {Feature::Proxy, 0.05},
                                            {Feature::Content, 0.15},
                                            {Feature::BestMatch, 0.05},
                                            {Feature::Frequency, 0.20},
                                            {Feature::Recency, 0.08}});
    blend.cold.coefficients = coefficients({{Feature::Proxy, 0.25},
                                            {Feature::Content, 0.15},
                                            {Feature::BestMatch, 0.10},
                                            {Feature::Frequency, 0.25},
                                            {Feature::Recency, 0.08}});
    blend.volume.coefficients = Eigen::VectorXd::Zero(volumeFeatureCount);
    return blend;
}

Eigen::VectorXd blendScores(const Blend &blend, const FeatureTable &table, double support, bool warm)
{
    const double trust = warm ? support / (support + supportOfEqualTrust) : 0.0;
    const Eigen::VectorXd weights = trust * blend.warm.coefficients + (1.0 - trust) * blend.cold.coefficients;
    return table.weighed(weights);
}

double expectedBuyers(const Blend &blend, const Dataset &dataset, const Interactions &interactions,
                      std::span<const std::uint32_t> recent, std::uint32_t event, double days)
{
    const double open = std::max(0.0,
                                 static_cast<double>(interactions.knownCustomers)
                                     - static_cast<double>(interactions.buyers[event]));
    if (open <= 0)
        return 0;
    double expected = 0;
    if (blend.volumeLearnt) {
        const double stretch = std::clamp(days / blend.windowDays, 0.05, longestStretch);
        const Eigen::VectorXd row = volumeFeatures(dataset, interactions, recent, event);
        expected = std::exp(std::min(blend.volume.linear(row), 20.0)) * stretch;
    } else {
        // Nothing to learn from: as many buyers as an average event of this organiser has had so far.
        const auto sold = std::count_if(interactions.buyers.begin(), interactions.buyers.end(),
                                        [](std::uint32_t n) { return n > 0; });
        expected = static_cast<double>(interactions.events.size())
            / static_cast<double>(std::max<std::ptrdiff_t>(1, sold));
    }
    return std::clamp(expected, fewestExpected, 0.6 * open);
}

namespace {

/// Many scores as few: the means of narrow intervals, and how many scores each stands for. The error of the
/// sums below is that of a second derivative over a 128th, less than a millionth.
struct Condensed {
    Eigen::ArrayXd means;
    Eigen::ArrayXd counts;
};

Condensed condensed(const Eigen::VectorXd &scores)
{
    constexpr double perUnit = 128.0;
    constexpr double mostIntervals = 100'000;
    const double low = scores.minCoeff();
    const double intervals = std::floor((scores.maxCoeff() - low) * perUnit) + 1.0;
    if (!(intervals <= mostIntervals) || static_cast<double>(scores.size()) <= intervals)
        return {scores.array(), Eigen::ArrayXd::Ones(scores.size())};
    Condensed result{Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(intervals)),
                     Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(intervals))};
    for (const double score : scores) {
        const auto interval = static_cast<Eigen::Index>((score - low) * perUnit);
        result.means(interval) += score;
        result.counts(interval) += 1.0;
    }
    result.means /= result.counts.max(1.0);
    return result;
}

} // namespace

double calibrationShift(const Eigen::VectorXd &scores, double expected)
{
    if (scores.size() == 0)
        return 0;
    const Condensed few = condensed(scores);
    double low = -40.0 - scores.maxCoeff();
    double high = 40.0 - scores.minCoeff();
    // Newton's method on the logarithm of the sum, which is all but linear where probabilities are small;
    // halving keeps it inside what is known.
    double shift = std::log(expected / static_cast<double>(scores.size())) - scores.mean();
    for (int i = 0; i < 80; ++i) {
        if (!(shift > low && shift < high))
            shift = 0.5 * (low + high);
        double sum = 0, slope = 0;
        for (Eigen::Index k = 0; k < few.means.size(); ++k) {
            const double p = logistic(shift + few.means(k));
            sum += few.counts(k) * p;
            slope += few.counts(k) * p * (1.0 - p);
        }
        (sum < expected ? low : high) = shift;
        const double miss = std::log(sum / expected);
        if (std::abs(miss) < 1e-10)
            break;
        shift -= miss * sum / slope;
    }
    return shift;
}

} // namespace groundswell::service
