#pragma once

#include "app/service/taste/features/interactions.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <vector>

namespace groundswell::service {

inline constexpr std::int64_t secondsPerDay = 86'400;

/// Buyers per event whose first purchase lies in the last `days` before the interactions' end.
[[nodiscard]] std::vector<std::uint32_t> recentBuyers(const Interactions &interactions, double days);

/// What predicts how many people will buy an event: how many have, how many did lately, whether anybody did
/// at all, and how near the event is.
inline constexpr int volumeFeatureCount = 4;
[[nodiscard]] Eigen::VectorXd volumeFeatures(const Dataset &dataset, const Interactions &interactions,
                                             std::span<const std::uint32_t> recent, std::uint32_t event);

} // namespace groundswell::service
