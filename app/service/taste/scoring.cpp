#include "app/service/taste/scoring.h"

#include "app/service/taste/ranking.h"
#include "app/service/taste/volume.h"

#include <algorithm>

namespace groundswell::service {

namespace {

/// How long the event will be sold from the run's instant on; for one that is over, or without a usable
/// date, as long as the windows of the replay.
double daysOnSale(const EventFacts &event, const CutModel &cut, const Blend &blend,
                  std::optional<std::int64_t> soldUntil)
{
    const std::int64_t end = std::min(event.startUtc, soldUntil.value_or(event.startUtc));
    const double days =
        static_cast<double>(end - cut.interactions.before) / static_cast<double>(secondsPerDay);
    return days > 0 ? days : blend.windowDays;
}

} // namespace

EventScores scoreEvent(const Dataset &dataset, const RunView &view, std::uint32_t event,
                       const ClusterOptions &options)
{
    const CutModel &cut = view.cut();
    const Blend &blend = view.state().blend;
    EventScores scored;
    scored.target = std::move(columnsFor(cut, view.metadata(), std::span(&event, 1)).front());
    scored.table = featuresFor(cut, scored.target);
    scored.logOdds = blendScores(blend, scored.table, cut.interactions.buyers[event], scored.target.warm);
    scored.expected = expectedBuyers(blend, dataset, cut.interactions, event,
                                     daysOnSale(dataset.events[event], cut, blend, options.soldUntil));
    const double shift = calibrationShift(scored.logOdds, scored.expected);
    scored.probability = (scored.logOdds.array() + shift).matrix().unaryExpr(&logistic);
    scored.affinity = percentiles(scored.logOdds);
    return scored;
}

} // namespace groundswell::service
