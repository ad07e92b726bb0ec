#include "app/net/rest/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace groundswell {

using std::chrono::milliseconds;

namespace {

// A server that asks for no pause at all gets this one: "at once, for ever" helps neither side.
constexpr milliseconds shortestAskedPause{1'000};

milliseconds askedPause(const Problem &problem, const RandomSource &random)
{
    if (problem.retryAfter)
        return std::max<milliseconds>(*problem.retryAfter, shortestAskedPause);
    // The service sends no Retry-After today and asks for five to ten seconds (wave-api 1.7).
    if (problem.kind == Problem::Kind::RateLimited)
        return milliseconds(5'000 + std::lround(random() * 5'000));
    return milliseconds(0);
}

} // namespace

milliseconds RetryPolicy::pauseAfter(int failures, const Problem &problem, const RandomSource &random) const
{
    const int doublings = std::clamp(failures - 1, 0, 20);
    const auto pause = std::min(cap, milliseconds(base * (1LL << doublings)));
    const auto own =
        pause + milliseconds(std::lround(static_cast<double>(pause.count()) * jitter * random()));
    return std::max(own, askedPause(problem, random));
}

std::optional<milliseconds> RetryPolicy::delayBefore(int next, const Problem &problem,
                                                     const RandomSource &random) const
{
    if (next > attempts || !problem.isTransient())
        return std::nullopt;
    return pauseAfter(next - 1, problem, random);
}

} // namespace groundswell
