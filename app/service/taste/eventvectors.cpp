#include "app/service/taste/eventvectors.h"

#include "app/service/taste/dense.h"
#include "app/service/taste/random.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr int passes = 4;
constexpr int oversampling = 8;
constexpr float shrinkage = 10.0F; ///< buyers in common that a cosine must outweigh

void orthonormalise(Eigen::MatrixXf &basis)
{
    const Eigen::HouseholderQR<Eigen::MatrixXf> qr(basis);
    basis = qr.householderQ() * Eigen::MatrixXf::Identity(basis.rows(), basis.cols());
}

void normaliseRows(Eigen::MatrixXf &rows, float length)
{
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const float norm = rows.row(i).norm();
        if (norm > 1e-6F)
            rows.row(i) *= length / norm;
        else
            rows.row(i).setZero();
    }
}

void fixSign(Eigen::Ref<Eigen::VectorXf> vector)
{
    Eigen::Index largest = 0;
    for (Eigen::Index i = 1; i < vector.size(); ++i) {
        if (std::abs(vector(i)) > std::abs(vector(largest)) * 1.0001F)
            largest = i;
    }
    if (vector.size() > 0 && vector(largest) < 0)
        vector = -vector;
}

/// Cosines between the events' buyers, those that rest on few pulled to zero.
Eigen::MatrixXf shrunkCosine(const Eigen::MatrixXf &gram)
{
    const Eigen::VectorXf root = gram.diagonal().cwiseMax(0.0F).cwiseSqrt();
    Eigen::MatrixXf cosine(gram.rows(), gram.cols());
    for (Eigen::Index j = 0; j < gram.cols(); ++j) {
        for (Eigen::Index i = 0; i < gram.rows(); ++i)
            cosine(i, j) = gram(i, j) / (root(i) * root(j) + shrinkage);
    }
    return cosine;
}

} // namespace

Eigenpairs leadingEigenpairs(const Eigen::MatrixXf &matrix, int count, std::uint64_t seed)
{
    const Eigen::Index size = matrix.rows();
    const Eigen::Index wanted = std::min<Eigen::Index>(count, size);
    const Eigen::Index width = std::min<Eigen::Index>(wanted + oversampling, size);
    if (wanted <= 0)
        return {};
    Random random(seed);
    Eigen::MatrixXf basis(size, width);
    for (Eigen::Index j = 0; j < width; ++j) {
        for (Eigen::Index i = 0; i < size; ++i)
            basis(i, j) = static_cast<float>(random.normal());
    }
    Eigen::MatrixXf image(size, width);
    for (int pass = 0; pass < passes; ++pass) {
        orthonormalise(basis);
        dense::multiply(matrix.data(), size, basis.data(), width, image.data());
        basis.swap(image);
    }
    orthonormalise(basis);
    dense::multiply(matrix.data(), size, basis.data(), width, image.data());
    const Eigen::MatrixXf small = basis.transpose() * image;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver(0.5F * (small + small.transpose()));

    std::vector<Eigen::Index> order(static_cast<std::size_t>(width));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
        return std::abs(solver.eigenvalues()(a)) > std::abs(solver.eigenvalues()(b));
    });
    Eigenpairs pairs{Eigen::MatrixXf(size, wanted), Eigen::VectorXf(wanted)};
    for (Eigen::Index k = 0; k < wanted; ++k) {
        const Eigen::Index from = order[static_cast<std::size_t>(k)];
        pairs.vectors.col(k) = basis * solver.eigenvectors().col(from);
        pairs.values(k) = solver.eigenvalues()(from);
        fixSign(pairs.vectors.col(k));
    }
    return pairs;
}

Eigen::MatrixXf metadataVectors(const Metadata &metadata, const EventSlots &slots, int rank,
                                std::uint64_t seed)
{
    const auto size = static_cast<Eigen::Index>(slots.size());
    Eigen::MatrixXf cosine(size, size);
    for (Eigen::Index j = 0; j < size; ++j) {
        const auto similarity = metadata.similarities(slots.eventOf[static_cast<std::size_t>(j)]);
        for (Eigen::Index i = 0; i < size; ++i)
            cosine(i, j) = similarity[slots.eventOf[static_cast<std::size_t>(i)]];
    }
    const Eigenpairs pairs = leadingEigenpairs(cosine, rank, seed);
    Eigen::MatrixXf rows = pairs.vectors * pairs.values.cwiseMax(0.0F).cwiseSqrt().asDiagonal();
    normaliseRows(rows, 1.0F);
    return rows;
}

Eigen::MatrixXf eventVectors(const Eigen::MatrixXf &gram, const Eigen::MatrixXf &metadata, int rank,
                             double metadataWeight, std::uint64_t seed)
{
    const Eigenpairs pairs = leadingEigenpairs(shrunkCosine(gram), rank + 1, seed);
    const Eigen::Index kept = std::max<Eigen::Index>(pairs.vectors.cols() - 1, 0);
    Eigen::MatrixXf bought =
        pairs.vectors.rightCols(kept) * pairs.values.tail(kept).cwiseMax(0.0F).cwiseSqrt().asDiagonal();
    normaliseRows(bought, 1.0F);
    Eigen::MatrixXf both(gram.rows(), kept + metadata.cols());
    both << bought, metadata * static_cast<float>(metadataWeight);
    normaliseRows(both, 1.0F);
    return both;
}

} // namespace groundswell::service
