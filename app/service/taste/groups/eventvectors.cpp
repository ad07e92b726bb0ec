#include "app/service/taste/groups/eventvectors.h"

#include "app/service/store/stopped.h"
#include "app/service/taste/numerics/dense.h"
#include "app/service/taste/numerics/random.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr int mostPasses = 60;
constexpr float converged = 1e-3F; ///< length of the largest residual, as a share of the largest eigenvalue
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

/// Turns a Gram matrix into cosines between the events' buyers, pulling those that rest on few to zero.
void shrinkToCosine(Eigen::MatrixXf &gram)
{
    const Eigen::VectorXf root = gram.diagonal().cwiseMax(0.0F).cwiseSqrt();
    for (Eigen::Index j = 0; j < gram.cols(); ++j)
        gram.col(j).array() /= root.array() * root(j) + shrinkage;
}

/// The metadata's vectors V, so that their cosines V Vᵀ needn't be written down.
class AboutCosines {
public:
    AboutCosines(const Metadata &metadata, const EventSlots &slots)
        : m_metadata(metadata)
        , m_slots(slots)
    {
    }

    void multiply(const Eigen::MatrixXf &right, Eigen::MatrixXf &result) const
    {
        const Eigen::MatrixXf rows = right.transpose(); // an event's numbers side by side
        Eigen::MatrixXf ofTerms =
            Eigen::MatrixXf::Zero(rows.rows(), static_cast<Eigen::Index>(m_metadata.terms().size()));
        Eigen::MatrixXf sums = Eigen::MatrixXf::Zero(rows.rows(), rows.cols());
        for (Eigen::Index slot = 0; slot < rows.cols(); ++slot) {
            for (const Metadata::Entry &entry : vectorOf(slot))
                ofTerms.col(static_cast<Eigen::Index>(entry.term)) += entry.weight * rows.col(slot);
        }
        for (Eigen::Index slot = 0; slot < rows.cols(); ++slot) {
            for (const Metadata::Entry &entry : vectorOf(slot))
                sums.col(slot) += entry.weight * ofTerms.col(static_cast<Eigen::Index>(entry.term));
        }
        result = sums.transpose();
    }

private:
    [[nodiscard]] std::span<const Metadata::Entry> vectorOf(Eigen::Index slot) const
    {
        return m_metadata.vectorOf(m_slots.eventOf[static_cast<std::size_t>(slot)]);
    }
    const Metadata &m_metadata;
    const EventSlots &m_slots;
};

/// Places of the \a count values with the largest magnitude, in that order.
std::vector<Eigen::Index> leadingOf(const Eigen::VectorXf &values, Eigen::Index count)
{
    std::vector<Eigen::Index> order(static_cast<std::size_t>(values.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
        return std::abs(values(a)) > std::abs(values(b));
    });
    order.resize(static_cast<std::size_t>(count));
    return order;
}

/// How far the \a wanted leading vectors of \a basis are from being eigenvectors: the largest |A v - λ v|, as
/// a share of the largest |λ|. \a image is A times the basis, \a solver has solved what is left within it.
float residual(const Eigen::MatrixXf &basis, const Eigen::MatrixXf &image,
               const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> &solver, Eigen::Index wanted)
{
    const Eigen::VectorXf &values = solver.eigenvalues();
    const float largest = values.cwiseAbs().maxCoeff();
    if (largest <= 0)
        return 0;
    const Eigen::MatrixXf away =
        image * solver.eigenvectors() - basis * (solver.eigenvectors() * values.asDiagonal());
    float worst = 0;
    for (const Eigen::Index k : leadingOf(values, wanted))
        worst = std::max(worst, away.col(k).norm());
    return worst / largest;
}

} // namespace

Eigenpairs leadingEigenpairs(const Eigen::MatrixXf &matrix, int count, std::uint64_t seed,
                             const std::stop_token &stop, const Eigenpairs *start)
{
    const auto multiply = [&](const Eigen::MatrixXf &right, Eigen::MatrixXf &result) {
        dense::multiply(matrix.data(), matrix.rows(), right.data(), right.cols(), result.data());
    };
    return leadingEigenpairs(multiply, matrix.rows(), count, seed, stop, start);
}

Eigenpairs leadingEigenpairs(const Multiply &multiply, Eigen::Index size, int count, std::uint64_t seed,
                             const std::stop_token &stop, const Eigenpairs *start)
{
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
    if (start && start->vectors.rows() == size && start->vectors.cols() <= width)
        basis.leftCols(start->vectors.cols()) = start->vectors;
    Eigen::MatrixXf image(size, width);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver;
    for (int pass = 1; pass <= mostPasses; ++pass) {
        throwIfStopped(stop);
        orthonormalise(basis);
        multiply(basis, image);
        const Eigen::MatrixXf small = basis.transpose() * image;
        solver.compute(0.5F * (small + small.transpose()));
        // The groupings look at the leading half; the rest is mostly noise and would never settle.
        if (pass == mostPasses || residual(basis, image, solver, wanted / 2 + 1) < converged)
            break;
        basis.swap(image);
    }

    const std::vector<Eigen::Index> order = leadingOf(solver.eigenvalues(), wanted);
    Eigenpairs pairs{Eigen::MatrixXf(size, wanted), Eigen::VectorXf(wanted)};
    for (Eigen::Index k = 0; k < wanted; ++k) {
        const Eigen::Index from = order[static_cast<std::size_t>(k)];
        pairs.vectors.col(k) = basis * solver.eigenvectors().col(from);
        pairs.values(k) = solver.eigenvalues()(from);
        fixSign(pairs.vectors.col(k));
    }
    return pairs;
}

Eigenpairs boughtSpace(Eigen::MatrixXf gram, int rank, std::uint64_t seed, const std::stop_token &stop,
                       const Eigenpairs *start)
{
    shrinkToCosine(gram);
    return leadingEigenpairs(gram, rank + 1, seed, stop, start);
}

Eigenpairs aboutSpace(const Metadata &metadata, const EventSlots &slots, int rank, std::uint64_t seed,
                      const std::stop_token &stop)
{
    const AboutCosines cosines(metadata, slots);
    const auto multiply = [&](const Eigen::MatrixXf &right, Eigen::MatrixXf &result) {
        cosines.multiply(right, result);
    };
    return leadingEigenpairs(multiply, static_cast<Eigen::Index>(slots.size()), rank, seed, stop);
}

Eigen::MatrixXf eventVectors(const Eigenpairs &bought, const Eigenpairs &about, int rank,
                             double metadataWeight)
{
    const auto part = [rank](const Eigenpairs &space, Eigen::Index from, double length) {
        const Eigen::Index count =
            std::clamp<Eigen::Index>(space.vectors.cols() - from, 0, static_cast<Eigen::Index>(rank));
        Eigen::MatrixXf rows = space.vectors.middleCols(from, count)
            * space.values.segment(from, count).cwiseMax(0.0F).cwiseSqrt().asDiagonal();
        normaliseRows(rows, static_cast<float>(length));
        return rows;
    };
    const Eigen::MatrixXf left = part(bought, std::min<Eigen::Index>(1, bought.vectors.cols()), 1.0);
    const Eigen::MatrixXf right = part(about, 0, metadataWeight);
    Eigen::MatrixXf both(left.rows(), left.cols() + right.cols());
    both << left, right;
    normaliseRows(both, 1.0F);
    return both;
}

} // namespace groundswell::service
