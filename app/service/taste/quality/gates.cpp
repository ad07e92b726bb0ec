#include "app/service/taste/quality/gates.h"

#include "app/service/taste/quality/clusterquality.h"

#include <algorithm>

namespace groundswell::service {

namespace {

/// A mean over fewer events says more about the events than about the engine.
constexpr int fewestEvents = 30;

Gate judged(const char *id, const char *rule, double target, const IntervalEstimate &figure, int fewest,
            double targetHigh = 0)
{
    Gate gate{id, figure.mean, figure.low, figure.high, figure.count, target, targetHigh, rule, {}};
    if (gate.rule != "between")
        gate.targetHigh = target;
    if (figure.count < fewest) {
        gate.verdict = Verdict::TooFewData;
        return gate;
    }
    const bool reached = gate.rule == "above" ? gate.low > target
        : gate.rule == "at_most"              ? gate.value <= target
        : gate.rule == "between"              ? gate.value >= target && gate.value <= targetHigh
                                              : gate.value >= target;
    gate.verdict = reached ? Verdict::Reached : Verdict::NotReached;
    return gate;
}

IntervalEstimate exactly(double value, int count)
{
    return {count, value, value, value};
}

/// The mean over the labels that have a term; the ends are the weakest and the strongest.
IntervalEstimate labelLift(const ClusterQuality &evaluation)
{
    IntervalEstimate result;
    for (const LabelJudged &label : evaluation.labels) {
        if (label.lift <= 0)
            continue;
        result.low = result.count == 0 ? label.lift : std::min(result.low, label.lift);
        result.high = std::max(result.high, label.lift);
        result.mean += label.lift;
        ++result.count;
    }
    if (result.count > 0)
        result.mean /= result.count;
    return result;
}

} // namespace

const char *verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Reached:
        return "reached";
    case Verdict::NotReached:
        return "not_reached";
    case Verdict::TooFewData:
        break;
    }
    return "too_few_data";
}

std::vector<Gate> gatesOf(const ClusterQuality &e)
{
    const int groups = e.groups;
    const int shuffles = e.controlLift.count;
    return {
        judged("lift_over_frequency", "above", 0, e.blendOverFrequency.liftAhead, fewestEvents),
        judged("auc_over_frequency", "above", 0, e.blendOverFrequency.aucAhead, fewestEvents),
        judged("lift_ratio", "at_least", 1.15, e.blendOverFrequency.liftRatio, fewestEvents),
        judged("cold_start", "at_least", 0, e.coldOverFrequency.liftAhead, fewestEvents),
        judged("cold_start_ratio", "at_least", 1.1, e.coldOverFrequency.liftRatio, fewestEvents),
        judged("stability_customers", "at_least", 0.5, e.stabilityDraws, 2),
        judged("stability_seeds", "at_least", 0.95, e.stabilitySeeds, 2),
        judged("cluster_order", "at_least", 0.5, e.clusterOrder, fewestEvents),
        judged("calibration", "at_most", 0.02, e.calibration.error, fewestEvents),
        judged("label_lift", "at_least", 2, labelLift(e), 2),
        judged("labels_unique", "at_least", 1, exactly(e.labelsUnique ? 1 : 0, groups), 1),
        judged("control_lift", "between", 0.9, e.controlLift, 1, 1.1),
        judged("control_notice", "at_least", 1,
               exactly(shuffles > 0 ? static_cast<double>(e.controlsThatSaySo) / shuffles : 0, shuffles), 1),
    };
}

} // namespace groundswell::service
