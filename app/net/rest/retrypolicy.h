#pragma once

#include "app/net/rest/scheduler.h"
#include "models/wave/problem.h"

#include <optional>

namespace groundswell {

/// How often and when a call is repeated (wave-api 1.7): transient problems only, doubling delays with
/// jitter. A `Retry-After` of the server makes a pause longer, never shorter, and is itself a second at
/// least: whatever a server answers, it is asked less and less often. Only calls that may be repeated without
/// harm get one.
struct RetryPolicy {
    int attempts = 1; ///< in all; 1 = never repeated
    std::chrono::milliseconds base{500};
    std::chrono::milliseconds cap{30'000};
    double jitter = 0.3; ///< up to this share is added

    /// The default for reads. Fewer than the five attempts that the service allows: a person is waiting.
    [[nodiscard]] static RetryPolicy reads() { return {.attempts = 3}; }

    /// Pause after \a failures attempts that failed, whatever the problem.
    [[nodiscard]] std::chrono::milliseconds pauseAfter(int failures, const Problem &problem,
                                                       const RandomSource &random) const;
    /// Pause before attempt \a next (2 = the first repetition); nullopt = give up.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayBefore(int next, const Problem &problem,
                                                                       const RandomSource &random) const;
};

} // namespace groundswell
