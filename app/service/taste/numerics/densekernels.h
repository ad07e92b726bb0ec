// Each source file for a set of instructions includes this, and says in GROUNDSWELL_DENSE what its kernels
// are called. A header whose content differs by file wouldn't need #pragma once, but a lint wants it: each
// source file includes it once.
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <atomic>

#include "app/service/taste/numerics/dense.h"
#include "app/service/taste/numerics/densefew.h"

namespace groundswell::service::dense::GROUNDSWELL_DENSE {

using Matrix = Eigen::Map<Eigen::MatrixXf>;
using ConstMatrix = Eigen::Map<const Eigen::MatrixXf>;

constexpr Eigen::Index blockSize = 192;

/// Subtracts what the finished columns [done, done + width) contribute from one block of columns behind them.
inline void updateBlock(Matrix &matrix, Eigen::Index done, Eigen::Index width, Eigen::Index from)
{
    const Eigen::Index columns = std::min(blockSize, matrix.rows() - from);
    const Eigen::Index rows = matrix.rows() - from;
    matrix.block(from, from, rows, columns).noalias() -=
        matrix.block(from, done, rows, width) * matrix.block(from, done, columns, width).transpose();
}

/// The blocks behind finished columns, for as many threads as want to help.
struct Rest {
    Matrix &matrix;
    Eigen::Index done;
    Eigen::Index width;
    std::atomic<Eigen::Index> next;

    static void run(void *self)
    {
        auto &rest = *static_cast<Rest *>(self);
        const Eigen::Index size = rest.matrix.rows();
        for (Eigen::Index from = rest.next.fetch_add(blockSize); from < size;
             from = rest.next.fetch_add(blockSize))
            updateBlock(rest.matrix, rest.done, rest.width, from);
    }
};

inline std::ptrdiff_t factoriseStep(float *values, std::ptrdiff_t size, std::ptrdiff_t done)
{
    Matrix matrix(values, size, size);
    const Eigen::Index width = std::min(blockSize, size - done);
    auto corner = matrix.block(done, done, width, width);
    Eigen::LLT<Eigen::Ref<Eigen::MatrixXf>> factor(corner);
    const Eigen::Index rest = done + width;
    if (rest == size)
        return size;
    auto panel = matrix.block(rest, done, size - rest, width);
    corner.triangularView<Eigen::Lower>().transpose().solveInPlace<Eigen::OnTheRight>(panel);
    // Whichever thread takes a block, its sums are made in the same order.
    Rest work{matrix, done, width, rest};
    if (size - rest > 2 * blockSize)
        onTwoThreads(&Rest::run, &work);
    else
        Rest::run(&work);
    return rest;
}

inline void solve(const float *factor, std::ptrdiff_t size, float *columns, std::ptrdiff_t count)
{
    if (count <= fewSides) {
        solveFew(factor, size, columns, count);
        return;
    }
    const ConstMatrix lower(factor, size, size);
    Matrix sides(columns, size, count);
    lower.triangularView<Eigen::Lower>().solveInPlace(sides);
    lower.triangularView<Eigen::Lower>().transpose().solveInPlace(sides);
}

inline void multiply(const float *matrix, std::ptrdiff_t size, const float *columns, std::ptrdiff_t count,
                     float *result)
{
    if (count <= fewColumns) {
        multiplyFew(matrix, size, columns, count, result);
        return;
    }
    Matrix(result, size, count).noalias() =
        ConstMatrix(matrix, size, size) * ConstMatrix(columns, size, count);
}

} // namespace groundswell::service::dense::GROUNDSWELL_DENSE
