#include "app/service/taste/numerics/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace groundswell::service {

namespace {
constexpr std::size_t mostThreads = 4; // beyond that memory is the limit, and a window wants to stay quick
}

void forEachInParallel(std::size_t count, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto takeAll = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min({count, processors, mostThreads}); ++i)
        helpers.emplace_back(takeAll);
    takeAll();
}

} // namespace groundswell::service
