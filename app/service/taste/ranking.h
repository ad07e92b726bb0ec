#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace groundswell::service {

/// Share of the scores that are lower, ties (as floats) counted half, so that it lies between 0 and 1.
[[nodiscard]] std::vector<float> percentiles(const Eigen::VectorXd &scores);
/// The positions of the \a count highest scores, ascending; of equal ones the first.
[[nodiscard]] std::vector<std::uint32_t> highest(const Eigen::VectorXd &scores, std::size_t count);

} // namespace groundswell::service
