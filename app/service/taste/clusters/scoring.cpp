#include "app/service/taste/clusters/scoring.h"

#include "app/service/taste/features/volume.h"
#include "app/service/taste/numerics/parallel.h"
#include "app/service/taste/numerics/ranking.h"

#include <algorithm>
#include <cmath>

namespace groundswell::service {

namespace {

constexpr std::size_t smallestAudience = 10; ///< if there are fewer customers, everybody is in it

/// How long the event will be sold from the run's instant on; if it is over, or has no usable date, as long
/// as the windows of the replay.
double daysOnSale(const EventFacts &event, const CutModel &cut, const Blend &blend,
                  std::optional<std::int64_t> soldUntil)
{
    const std::int64_t end = std::min(event.overUtc(), soldUntil.value_or(event.overUtc()));
    const double days =
        static_cast<double>(end - cut.interactions.before) / static_cast<double>(secondsPerDay);
    return days > 0 ? days : blend.windowDays;
}

std::size_t audienceSize(Eigen::Index customers, double topShare)
{
    const double wanted = std::ceil(std::clamp(topShare, 0.0, 1.0) * static_cast<double>(customers));
    return std::max(static_cast<std::size_t>(wanted), smallestAudience);
}

} // namespace

EventScores scoreEvent(const Dataset &dataset, const TasteRunView &view, std::uint32_t event,
                       const ClusterOptions &options)
{
    const CutModel &cut = view.cut();
    const Blend &blend = view.state().blend;
    EventScores scored;
    scored.target = std::move(columnsFor(cut, view.metadata(), std::span(&event, 1)).front());
    scored.table = featuresFor(cut, scored.target);
    scored.logOdds = blendScores(blend, scored.table, cut.interactions.buyers[event], scored.target.warm);
    scored.expected = expectedBuyers(blend, dataset, cut.interactions, view.recent(), event,
                                     daysOnSale(dataset.events[event], cut, blend, options.soldUntil));
    forEachInParallel(2, [&](std::size_t part) {
        if (part == 0)
            scored.audience = highest(scored.logOdds, audienceSize(scored.logOdds.size(), options.topShare));
        else
            scored.shift = calibrationShift(scored.logOdds, scored.expected);
    });
    return scored;
}

float EventScores::probability(std::size_t row) const
{
    return static_cast<float>(logistic(logOdds(static_cast<Eigen::Index>(row)) + shift));
}

} // namespace groundswell::service
