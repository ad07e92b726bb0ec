#include "app/net/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace groundswell {

using std::chrono::milliseconds;

milliseconds RetryPolicy::pauseAfter(int failures, const Problem &problem, const RandomSource &random) const
{
    if (problem.retryAfter)
        return *problem.retryAfter;
    if (problem.kind == Problem::Kind::RateLimited) {
        // The service sends no Retry-After today and asks for five to ten seconds (wave-api 1.7).
        return milliseconds(5'000 + std::lround(random() * 5'000));
    }
    const int doublings = std::clamp(failures - 1, 0, 20);
    const auto pause = std::min(cap, milliseconds(base * (1LL << doublings)));
    return pause + milliseconds(std::lround(static_cast<double>(pause.count()) * jitter * random()));
}

std::optional<milliseconds> RetryPolicy::delayBefore(int next, const Problem &problem,
                                                     const RandomSource &random) const
{
    if (next > attempts || !problem.isTransient())
        return std::nullopt;
    return pauseAfter(next - 1, problem, random);
}

} // namespace groundswell
