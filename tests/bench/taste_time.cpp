// How long does a run take, and the next event on it? Usage: bench_taste_time [CUSTOMERS [PURCHASES
// [EVENTS]]]
#include "app/service/taste/clusters/eventclusters.h"
#include "tests/support/syntheticsales.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace groundswell::service;

namespace {

/// Median of five, in milliseconds.
template <class Work> double medianMs(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

} // namespace

int main(int argc, char **argv)
{
    const auto number = [&](int position, int fallback) {
        return argc > position ? std::atoi(argv[position]) : fallback;
    };
    const int customers = number(1, 50'000);
    const auto sales = groundswell::test::makeSyntheticSales({.customers = customers,
                                                              .events = number(3, 800),
                                                              .purchases = number(2, 5 * customers),
                                                              .tastes = 12});
    std::shared_ptr<const TasteRun> run;
    const double whole = medianMs([&] { run = *computeTasteRun(sales.dataset); });
    std::uint32_t event = 0;
    const double next = medianMs([&] { (void)clustersFor(sales.dataset, *run, event++); });
    const TasteRunQuality &quality = run->quality();
    std::printf("%lld customers, %lld interactions, %lld events: run %.0f ms, next event %.1f ms "
                "(%zu groups, stability %.2f, lift %.2f, replay AUC %.3f against %.3f)\n",
                static_cast<long long>(quality.customers), static_cast<long long>(quality.interactions),
                static_cast<long long>(quality.events), whole, next, run->groups().size(), quality.stability,
                quality.lift, quality.replayAuc, quality.replayFrequencyAuc);
    return 0;
}
