#pragma once

#include <string>
#include <vector>

namespace groundswell::service {

struct ClusterQuality;

enum class Verdict { Reached, NotReached, TooFewData };
[[nodiscard]] const char *verdictName(Verdict verdict); ///< reached, not_reached, too_few_data

/// The limits that a run must reach before its clusters deserve trust.
struct Gate {
    std::string id; ///< see gatesOf()
    double value = 0;
    double low = 0; ///< of the 95 % interval; = value where there is none
    double high = 0;
    int count = 0; ///< of events, draws … the value was taken over
    double target = 0;
    double targetHigh = 0; ///< upper end where the target is a range, else = target
    /// How the target is meant: "above" (the whole interval above it), "at_least", "at_most", "between" (the
    /// value).
    std::string rule;
    Verdict verdict = Verdict::TooFewData;
};

/// The gates of an evaluation, in the order in which they are reported: lift_over_frequency,
/// auc_over_frequency, lift_ratio, cold_start, cold_start_ratio, stability_customers, stability_seeds,
/// cluster_order, calibration, label_lift, labels_unique, control_lift, control_notice.
[[nodiscard]] std::vector<Gate> gatesOf(const ClusterQuality &evaluation);

} // namespace groundswell::service
