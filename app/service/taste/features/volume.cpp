#include "app/service/taste/features/volume.h"

#include <algorithm>
#include <cmath>

namespace groundswell::service {

std::vector<std::uint32_t> recentBuyers(const Interactions &interactions, double days)
{
    std::vector<std::uint32_t> result(interactions.buyers.size(), 0);
    const auto since =
        interactions.before - static_cast<std::int64_t>(days * static_cast<double>(secondsPerDay));
    for (std::size_t i = 0; i < interactions.events.size(); ++i) {
        if (interactions.firstAt[i] >= since)
            ++result[interactions.events[i]];
    }
    return result;
}

Eigen::VectorXd volumeFeatures(const Dataset &dataset, const Interactions &interactions,
                               std::span<const std::uint32_t> recent, std::uint32_t event)
{
    const double daysAhead = static_cast<double>(dataset.events[event].overUtc() - interactions.before)
        / static_cast<double>(secondsPerDay);
    Eigen::VectorXd row(volumeFeatureCount);
    row << std::log1p(interactions.buyers[event]), std::log1p(recent[event]),
        interactions.buyers[event] > 0 ? 1.0 : 0.0, std::log1p(std::clamp(daysAhead, 0.0, 365.0)) / 6.0;
    return row;
}

} // namespace groundswell::service
