#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace groundswell::service {

/// A partition of rows into `count` groups, numbered 0 … count − 1 by their first member, none empty.
struct Partition {
    std::vector<int> groupOf;
    int count = 0;
};

/// Spherical k-means: rows of unit length, grouped by direction. Seeded, k-means++ starts, best of `restarts`
/// by the summed cosine; ties keep the earlier start and the lower group. Throws Stopped.
[[nodiscard]] Partition sphericalKMeans(const Eigen::MatrixXf &rows, int count, int restarts,
                                        std::uint64_t seed, const std::stop_token &stop = {});

/// Agreement of two partitions of the same rows, 1 = equal, 0 = chance (Hubert and Arabie 1985).
[[nodiscard]] double adjustedRandIndex(std::span<const int> a, std::span<const int> b);

} // namespace groundswell::service
