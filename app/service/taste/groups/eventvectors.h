#pragma once

#include "app/service/taste/features/gram.h"
#include "app/service/taste/features/metadata.h"

#include <Eigen/Core>

#include <cstdint>
#include <functional>
#include <stop_token>

namespace groundswell::service {

/// Leading eigenvectors of a symmetric matrix, a column each, by magnitude of the eigenvalue; randomised
/// subspace iteration with a fixed seed, until the leading half has settled: then another seed gives the
/// same. The sign is fixed too: the largest entry is positive.
struct Eigenpairs {
    Eigen::MatrixXf vectors;
    Eigen::VectorXf values;
};
/// Sets the second matrix to the symmetric matrix times the first.
using Multiply = std::function<void(const Eigen::MatrixXf &, Eigen::MatrixXf &)>;
/// `start`: vectors that are near the answer already, which saves most of the work. These functions and the
/// ones made with them throw Stopped.
[[nodiscard]] Eigenpairs leadingEigenpairs(const Multiply &multiply, Eigen::Index size, int count,
                                           std::uint64_t seed, const std::stop_token &stop = {},
                                           const Eigenpairs *start = nullptr);
[[nodiscard]] Eigenpairs leadingEigenpairs(const Eigen::MatrixXf &matrix, int count, std::uint64_t seed,
                                           const std::stop_token &stop = {},
                                           const Eigenpairs *start = nullptr);

/// Vectors of the events by their buyers: shrunk cosines of the Gram matrix, `rank` + 1 dimensions, of which
/// the first is popularity.
[[nodiscard]] Eigenpairs boughtSpace(Eigen::MatrixXf gram, int rank, std::uint64_t seed,
                                     const std::stop_token &stop = {}, const Eigenpairs *start = nullptr);
/// The same by what the organiser says about them.
[[nodiscard]] Eigenpairs aboutSpace(const Metadata &metadata, const EventSlots &slots, int rank,
                                    std::uint64_t seed, const std::stop_token &stop = {});

/// An event a row, for clustering by direction: `rank` dimensions of co-purchase (without popularity) of
/// length 1, and as many of metadata of length `metadataWeight`; the whole of unit length. `rank` may be less
/// than what the spaces have: few events with few buyers carry few dimensions, the rest is noise.
[[nodiscard]] Eigen::MatrixXf eventVectors(const Eigenpairs &bought, const Eigenpairs &about, int rank,
                                           double metadataWeight);

} // namespace groundswell::service
