#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <vector>

namespace groundswell::service {

/// For each of these positions the share of all scores that are lower, ties (as floats) counted half, so
/// that it lies between 0 and 1. \a highest: the positions of the highest scores, as highest() gives them,
/// or all.
[[nodiscard]] std::vector<float> percentiles(const Eigen::VectorXd &scores,
                                             std::span<const std::uint32_t> highest);
/// The positions of the \a count highest scores, ascending; among equal ones the first.
[[nodiscard]] std::vector<std::uint32_t> highest(const Eigen::VectorXd &scores, std::size_t count);

} // namespace groundswell::service
