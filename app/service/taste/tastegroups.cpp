#include "app/service/taste/tastegroups.h"

#include "app/service/taste/eventvectors.h"
#include "app/service/taste/random.h"

#include <algorithm>

namespace groundswell::service {

namespace {

constexpr double steadyEnough = 0.5;
constexpr int restartsPerDraw = 6;
constexpr Eigen::Index eventsPerGroup = 2; ///< fewer on average say nothing

/// Whether a customer is left out of a draw: one in five, by a hash, so that no list is kept.
bool leftOut(std::size_t customer, int draw, std::uint64_t seed)
{
    constexpr std::uint64_t drawStep = 0x51ed2701;
    constexpr std::uint64_t customerStep = 0x9e3779b1;
    Random random(seed + static_cast<std::uint64_t>(draw) * drawStep + customer * customerStep);
    return random.below(5) == 0;
}

struct Candidate {
    int count = 0;
    Partition partition;
    double stability = 0;
    double lift = 0;
};

bool better(const Candidate &a, const Candidate &b)
{
    const bool steadyA = a.stability >= steadyEnough;
    const bool steadyB = b.stability >= steadyEnough;
    if (steadyA != steadyB)
        return steadyA;
    return steadyA ? a.lift > b.lift : a.stability > b.stability;
}

} // namespace

double copurchaseLift(const Interactions &interactions, const EventSlots &slots, const Partition &partition,
                      const CustomerFilter &filter)
{
    std::vector<double> inGroup(static_cast<std::size_t>(std::max(1, partition.count)), 0.0);
    std::vector<double> ofEvent(slots.size(), 0.0);
    std::vector<double> own(inGroup.size());
    double together = 0, weight = 0;
    for (std::size_t c = 0; c < interactions.customers(); ++c) {
        if (filter && !filter(c))
            continue;
        std::fill(own.begin(), own.end(), 0.0);
        double count = 0;
        for (const std::uint32_t event : interactions.eventsOf(c)) {
            if (const std::int32_t slot = slots.slotOf[event]; slot >= 0) {
                own[static_cast<std::size_t>(partition.groupOf[static_cast<std::size_t>(slot)])] += 1;
                count += 1;
            }
        }
        if (count < 2)
            continue;
        for (const std::uint32_t event : interactions.eventsOf(c)) {
            if (const std::int32_t slot = slots.slotOf[event]; slot >= 0)
                ofEvent[static_cast<std::size_t>(slot)] += 1;
        }
        for (std::size_t g = 0; g < own.size(); ++g) {
            together += own[g] * (own[g] - 1) / (count - 1);
            inGroup[g] += own[g];
        }
        weight += count;
    }
    if (weight <= 0)
        return 1.0;
    double sameGroup = 0, sameEvent = 0;
    for (const double n : inGroup)
        sameGroup += (n / weight) * (n / weight);
    for (const double n : ofEvent)
        sameEvent += (n / weight) * (n / weight);
    // Two events of one customer are never the same event; chance must not count that either.
    const double chance = sameEvent < 1 ? (sameGroup - sameEvent) / (1 - sameEvent) : 1;
    return chance > 0 ? together / weight / chance : 1.0;
}

TastePartition groupEvents(const CutModel &cut, const Metadata &metadata, const RunParameters &parameters,
                           const std::stop_token &stop)
{
    TastePartition result;
    const auto size = static_cast<Eigen::Index>(cut.slots.size());
    const int largest =
        static_cast<int>(std::min<Eigen::Index>(parameters.maxClusters, size / eventsPerGroup));
    const int smallest = std::min(std::max(1, parameters.minClusters), largest);
    if (largest < 2 || size < 6) {
        result.partition = {std::vector<int>(cut.slots.size(), 0), size > 0 ? 1 : 0};
        return result;
    }
    const Eigen::MatrixXf about =
        metadataVectors(metadata, cut.slots, parameters.vectorRank, parameters.seed);
    const auto vectorsOf = [&](const Eigen::MatrixXf &gram) {
        return eventVectors(gram, about, parameters.vectorRank, parameters.metadataWeight, parameters.seed);
    };
    const Eigen::MatrixXf rows = vectorsOf(gramMatrix(cut.interactions, cut.slots));
    std::vector<Candidate> candidates;
    for (int count = smallest; count <= largest; ++count)
        candidates.push_back(
            {count, sphericalKMeans(rows, count, parameters.restarts, parameters.seed), 0, 0});

    const int draws = std::max(1, parameters.stabilityDraws);
    for (int draw = 0; draw < draws && !stop.stop_requested(); ++draw) {
        const auto out = [&](std::size_t c) { return leftOut(c, draw, parameters.seed); };
        const Eigen::MatrixXf drawn =
            vectorsOf(gramMatrix(cut.interactions, cut.slots, [&](std::size_t c) { return !out(c); }));
        for (Candidate &candidate : candidates) {
            const Partition again = sphericalKMeans(drawn, candidate.count, restartsPerDraw,
                                                    parameters.seed + static_cast<std::uint64_t>(draw) + 1);
            candidate.stability +=
                adjustedRandIndex(candidate.partition.groupOf, again.groupOf) / static_cast<double>(draws);
            candidate.lift +=
                copurchaseLift(cut.interactions, cut.slots, again, out) / static_cast<double>(draws);
        }
    }
    const auto best = std::max_element(candidates.begin(), candidates.end(),
                                       [](const Candidate &a, const Candidate &b) { return better(b, a); });
    result.partition = best->partition;
    result.stability = best->stability;
    result.lift = best->lift;
    return result;
}

} // namespace groundswell::service
