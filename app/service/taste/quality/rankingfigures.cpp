#include "app/service/taste/quality/rankingfigures.h"

#include "app/service/taste/numerics/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr int bootstrapDraws = 2000;
constexpr std::size_t calibrationTenths = 10;
constexpr double bestShare = 0.1;

/// The interval between the 2.5th and the 97.5th percentile.
void fillInterval(std::vector<double> draws, IntervalEstimate &estimate)
{
    std::sort(draws.begin(), draws.end());
    const auto at = [&](double share) {
        return draws[static_cast<std::size_t>(share * static_cast<double>(draws.size() - 1) + 0.5)];
    };
    estimate.low = at(0.025);
    estimate.high = at(0.975);
}

/// Calls `figure` with the multiplicity of each event, once per draw.
template <class Figure>
std::vector<double> bootstrap(std::size_t events, std::uint64_t seed, const Figure &figure)
{
    Random random(seed);
    std::vector<double> draws;
    std::vector<double> times(events);
    for (int draw = 0; draw < bootstrapDraws; ++draw) {
        std::fill(times.begin(), times.end(), 0.0);
        for (std::size_t i = 0; i < events; ++i)
            times[random.below(static_cast<std::uint32_t>(events))] += 1;
        draws.push_back(figure(times));
    }
    return draws;
}

std::vector<double> ranks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> result(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && values[order[end]] == values[order[i]])
            ++end;
        const double rank = 0.5 * static_cast<double>(i + end - 1);
        for (; i < end; ++i)
            result[order[i]] = rank;
    }
    return result;
}

double weightedSum(std::span<const double> values, const std::vector<double> &times)
{
    return std::inner_product(values.begin(), values.end(), times.begin(), 0.0);
}

} // namespace

RankingFigures rankingFigures(std::span<const double> scores, std::span<const char> bought)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    const auto count = static_cast<double>(scores.size());
    const auto buyers = static_cast<double>(std::count(bought.begin(), bought.end(), char{1}));
    if (buyers <= 0 || buyers >= count)
        return {};
    const double top = std::max(1.0, std::floor(count * bestShare));
    double others = 0, area = 0, hits = 0;
    for (std::size_t i = 0; i < order.size();) {
        const auto start = static_cast<double>(i);
        const double score = scores[order[i]];
        double tied = 0, tiedBuyers = 0;
        for (; i < order.size() && scores[order[i]] == score; ++i) {
            tied += 1;
            tiedBuyers += bought[order[i]] != 0 ? 1 : 0;
        }
        const double tiedOthers = tied - tiedBuyers;
        area += tiedBuyers * (count - buyers - others - 0.5 * tiedOthers);
        others += tiedOthers;
        hits += tiedBuyers * std::clamp((top - start) / tied, 0.0, 1.0);
    }
    return {area / (buyers * (count - buyers)), hits / top / (buyers / count)};
}

IntervalEstimate meanOverEvents(std::span<const double> values, std::uint64_t seed)
{
    IntervalEstimate result;
    result.count = static_cast<int>(values.size());
    if (values.empty())
        return result;
    const auto count = static_cast<double>(values.size());
    result.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    fillInterval(
        bootstrap(values.size(), seed,
                  [&](const std::vector<double> &times) { return weightedSum(values, times) / count; }),
        result);
    return result;
}

IntervalEstimate ratioOverEvents(std::span<const double> above, std::span<const double> below,
                                 std::uint64_t seed)
{
    IntervalEstimate result;
    const double divisor = std::accumulate(below.begin(), below.end(), 0.0);
    if (above.empty() || divisor <= 0)
        return result;
    result.count = static_cast<int>(above.size());
    result.mean = std::accumulate(above.begin(), above.end(), 0.0) / divisor;
    fillInterval(bootstrap(above.size(), seed,
                           [&](const std::vector<double> &times) {
                               const double under = weightedSum(below, times);
                               return under > 0 ? weightedSum(above, times) / under : result.mean;
                           }),
                 result);
    return result;
}

double rankCorrelation(std::span<const double> a, std::span<const double> b)
{
    const auto left = ranks(a), right = ranks(b);
    const double middle = 0.5 * (static_cast<double>(left.size()) - 1);
    double both = 0, ofLeft = 0, ofRight = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        both += (left[i] - middle) * (right[i] - middle);
        ofLeft += (left[i] - middle) * (left[i] - middle);
        ofRight += (right[i] - middle) * (right[i] - middle);
    }
    return ofLeft > 0 && ofRight > 0 ? both / std::sqrt(ofLeft * ofRight) : 0.0;
}

Calibration calibrationOf(std::vector<ScoredPair> pairs, int events, std::uint64_t seed)
{
    Calibration result;
    if (pairs.empty() || events <= 0)
        return result;
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const ScoredPair &a, const ScoredPair &b) { return a.probability < b.probability; });
    // Per tenth and event, so that a draw of events needs no second sorting.
    const auto count = static_cast<std::size_t>(events);
    std::vector<std::vector<CalibrationBin>> byEvent(calibrationTenths, std::vector<CalibrationBin>(count));
    result.tenths.resize(calibrationTenths);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const std::size_t tenth = i * calibrationTenths / pairs.size();
        for (CalibrationBin *bin :
             {&byEvent[tenth][static_cast<std::size_t>(pairs[i].event)], &result.tenths[tenth]}) {
            bin->pairs += 1;
            bin->expected += static_cast<double>(pairs[i].probability);
            bin->actual += pairs[i].bought ? 1 : 0;
        }
    }
    const auto error = [&](const std::vector<double> &times) {
        double miss = 0, all = 0;
        for (const auto &tenth : byEvent) {
            double difference = 0;
            for (std::size_t e = 0; e < count; ++e) {
                difference += times[e] * (tenth[e].expected - tenth[e].actual);
                all += times[e] * tenth[e].pairs;
            }
            miss += std::abs(difference);
        }
        return all > 0 ? miss / all : 0.0;
    };
    result.error.count = events;
    result.error.mean = error(std::vector<double>(count, 1.0));
    fillInterval(bootstrap(count, seed, error), result.error);
    return result;
}

} // namespace groundswell::service
