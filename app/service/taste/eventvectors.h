#pragma once

#include "app/service/taste/gram.h"
#include "app/service/taste/metadata.h"

#include <Eigen/Core>

#include <cstdint>

namespace groundswell::service {

/// Leading eigenvectors of a symmetric matrix, a column each, by magnitude of the eigenvalue; randomised
/// subspace iteration with a fixed seed. The sign is fixed too: the largest entry is positive.
struct Eigenpairs {
    Eigen::MatrixXf vectors;
    Eigen::VectorXf values;
};
[[nodiscard]] Eigenpairs leadingEigenpairs(const Eigen::MatrixXf &matrix, int count, std::uint64_t seed);

/// An event a row, for clustering by direction: `rank` dimensions of co-purchase (shrunk cosine of the Gram
/// matrix, its first direction, popularity, dropped) of length 1, and as many of metadata of length
/// `metadataWeight`; the whole of unit length.
[[nodiscard]] Eigen::MatrixXf eventVectors(const Eigen::MatrixXf &gram, const Eigen::MatrixXf &metadata,
                                           int rank, double metadataWeight, std::uint64_t seed);
/// The metadata part for the slots: unit rows, reduced from the terms to `rank` dimensions.
[[nodiscard]] Eigen::MatrixXf metadataVectors(const Metadata &metadata, const EventSlots &slots, int rank,
                                              std::uint64_t seed);

} // namespace groundswell::service
