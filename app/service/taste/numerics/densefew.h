// Included by densekernels.h, for each set of instructions.
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <atomic>

#include "app/service/taste/numerics/dense.h"

namespace groundswell::service::dense::GROUNDSWELL_DENSE {

// Solving for a handful of right-hand sides reads the factor twice and does little with it. The library's
// kernels, which are made for many, would first copy all of it into another order.

constexpr Eigen::Index lanes = 8;
constexpr Eigen::Index together = 8; ///< columns of the factor that are taken in one pass
constexpr Eigen::Index sidesTogether = 6; ///< as many as fit into the registers beside them
constexpr Eigen::Index fewSides = 4 * sidesTogether;
constexpr Eigen::Index tileColumns = 4; ///< these by those fill the registers with sums
constexpr Eigen::Index tileSides = 3;

using Lanes = Eigen::Array<float, lanes, 1>;

inline Lanes lanesAt(const float *values)
{
    return Eigen::Map<const Lanes>(values);
}

/// Solutions per column of the factor, per side.
template <Eigen::Index Sides>
using Solved =
    std::array<std::array<float, static_cast<std::size_t>(Sides)>, static_cast<std::size_t>(together)>;

/// Solves with some columns of the lower factor among themselves.
template <Eigen::Index Sides>
Solved<Sides> solveCorner(const float *factor, Eigen::Index size, Eigen::Index first, Eigen::Index width,
                          float *sides)
{
    Solved<Sides> solved{};
    for (Eigen::Index c = 0; c < width; ++c) {
        const float *column = factor + (first + c) * size + first;
        for (Eigen::Index j = 0; j < Sides; ++j) {
            float *side = sides + j * size + first;
            side[c] /= column[c];
            solved[static_cast<std::size_t>(c)][static_cast<std::size_t>(j)] = side[c];
            for (Eigen::Index row = c + 1; row < width; ++row)
                side[row] -= column[row] * side[c];
        }
    }
    return solved;
}

/// L x = b: each finished part is taken out of everything below it.
template <Eigen::Index Sides> void solveForward(const float *factor, Eigen::Index size, float *sides)
{
    for (Eigen::Index first = 0; first < size; first += together) {
        const Eigen::Index width = std::min(together, size - first);
        const auto solved = solveCorner<Sides>(factor, size, first, width, sides);
        if (solved == Solved<Sides>{})
            continue; // a unit vector is zero down to its one
        const float *columns = factor + first * size;
        Eigen::Index row = first + width;
        for (; row + lanes <= size; row += lanes) {
            std::array<Lanes, static_cast<std::size_t>(together)> lower;
            for (Eigen::Index c = 0; c < together; ++c)
                lower[static_cast<std::size_t>(c)] = lanesAt(columns + c * size + row);
            for (Eigen::Index j = 0; j < Sides; ++j) {
                Lanes value = lanesAt(sides + j * size + row);
                for (std::size_t c = 0; c < lower.size(); ++c)
                    value -= lower[c] * solved[c][static_cast<std::size_t>(j)];
                Eigen::Map<Lanes>(sides + j * size + row) = value;
            }
        }
        for (; row < size; ++row) {
            for (Eigen::Index j = 0; j < Sides; ++j) {
                for (Eigen::Index c = 0; c < width; ++c)
                    sides[j * size + row] -= columns[c * size + row]
                        * solved[static_cast<std::size_t>(c)][static_cast<std::size_t>(j)];
            }
        }
    }
}

/// Adds to the products of some columns with some sides what their rows from \a begin to \a end contribute.
/// The result's numbers of one side lie \a stride apart from those of the next.
template <Eigen::Index Columns, Eigen::Index Sides>
void multiplyTile(const float *columns, const float *sides, Eigen::Index size, Eigen::Index begin,
                  Eigen::Index end, float *result, Eigen::Index stride)
{
    std::array<std::array<Lanes, static_cast<std::size_t>(Sides)>, static_cast<std::size_t>(Columns)> sums;
    for (auto &ofColumn : sums)
        ofColumn.fill(Lanes::Zero());
    Eigen::Index row = begin;
    for (; row + lanes <= end; row += lanes) {
        std::array<Lanes, static_cast<std::size_t>(Sides)> right;
        for (std::size_t j = 0; j < right.size(); ++j)
            right[j] = lanesAt(sides + static_cast<Eigen::Index>(j) * size + row);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const Lanes left = lanesAt(columns + static_cast<Eigen::Index>(i) * size + row);
            for (std::size_t j = 0; j < right.size(); ++j)
                sums[i][j] += left * right[j];
        }
    }
    for (Eigen::Index i = 0; i < Columns; ++i) {
        for (Eigen::Index j = 0; j < Sides; ++j) {
            float sum = sums[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)].sum();
            for (Eigen::Index last = row; last < end; ++last)
                sum += columns[i * size + last] * sides[j * size + last];
            result[j * stride + i] += sum;
        }
    }
}

/// One step of the backward solution, for the columns before \a end: what lies below them is known.
template <Eigen::Index Columns, Eigen::Index Sides>
void solveColumns(const float *factor, Eigen::Index size, Eigen::Index end, float *sides)
{
    const Eigen::Index first = end - Columns;
    const float *columns = factor + first * size;
    std::array<float, static_cast<std::size_t>(Columns * Sides)> below{};
    constexpr Eigen::Index whole = Sides - Sides % tileSides;
    for (Eigen::Index j = 0; j < whole; j += tileSides)
        multiplyTile<Columns, tileSides>(columns, sides + j * size, size, end, size,
                                         below.data() + j * Columns, Columns);
    for (Eigen::Index j = whole; j < Sides; ++j)
        multiplyTile<Columns, 1>(columns, sides + j * size, size, end, size, below.data() + j * Columns,
                                 Columns);
    for (Eigen::Index c = Columns - 1; c >= 0; --c) {
        const float *column = columns + c * size + first;
        for (Eigen::Index j = 0; j < Sides; ++j) {
            float *side = sides + j * size + first;
            float sum = below[static_cast<std::size_t>(j * Columns + c)];
            for (Eigen::Index row = c + 1; row < Columns; ++row)
                sum += column[row] * side[row];
            side[c] = (side[c] - sum) / column[c];
        }
    }
}

/// Lᵀ x = b, from the last rows up.
template <Eigen::Index Sides> void solveBackward(const float *factor, Eigen::Index size, float *sides)
{
    Eigen::Index end = size;
    for (; end >= tileColumns; end -= tileColumns)
        solveColumns<tileColumns, Sides>(factor, size, end, sides);
    for (; end > 0; --end)
        solveColumns<1, Sides>(factor, size, end, sides);
}

/// \a count: 1 to Most.
template <Eigen::Index Most>
void solveGroup(const float *factor, Eigen::Index size, float *sides, Eigen::Index count)
{
    if constexpr (Most > 1) {
        if (count < Most) {
            solveGroup<Most - 1>(factor, size, sides, count);
            return;
        }
    }
    solveForward<Most>(factor, size, sides);
    solveBackward<Most>(factor, size, sides);
}

/// The groups of sides, for as many threads as want to help; each side is solved by one of them.
struct FewSides {
    const float *factor;
    Eigen::Index size;
    float *sides;
    Eigen::Index count;
    std::atomic<Eigen::Index> next = 0;

    static void run(void *self)
    {
        auto &few = *static_cast<FewSides *>(self);
        for (Eigen::Index from = few.next.fetch_add(sidesTogether); from < few.count;
             from = few.next.fetch_add(sidesTogether))
            solveGroup<sidesTogether>(few.factor, few.size, few.sides + from * few.size,
                                      std::min(sidesTogether, few.count - from));
    }
};

inline void solveFew(const float *factor, Eigen::Index size, float *sides, Eigen::Index count)
{
    FewSides few{factor, size, sides, count};
    if (count > sidesTogether)
        onTwoThreads(&FewSides::run, &few);
    else
        FewSides::run(&few);
}

// Multiplying with a handful of columns, likewise.

constexpr Eigen::Index tileRows = 1024; ///< of a few columns, which stay in the nearest cache
constexpr Eigen::Index columnsAtOnce = 64;
constexpr Eigen::Index fewColumns = 32;

/// The columns of a symmetric matrix, for as many threads as want to help.
struct FewColumns {
    const float *matrix;
    Eigen::Index size;
    const float *sides;
    Eigen::Index count;
    float *result;
    std::atomic<Eigen::Index> next = 0;

    static void run(void *self)
    {
        auto &few = *static_cast<FewColumns *>(self);
        for (Eigen::Index from = few.next.fetch_add(columnsAtOnce); from < few.size;
             from = few.next.fetch_add(columnsAtOnce)) {
            const Eigen::Index end = std::min(from + columnsAtOnce, few.size);
            Eigen::Index column = from;
            for (; column + tileColumns <= end; column += tileColumns)
                few.multiplyColumns<tileColumns>(column);
            for (; column < end; ++column)
                few.multiplyColumns<1>(column);
        }
    }

    template <Eigen::Index Columns> void multiplyColumns(Eigen::Index column) const
    {
        const float *columns = matrix + column * size;
        for (Eigen::Index begin = 0; begin < size; begin += tileRows) {
            const Eigen::Index end = std::min(begin + tileRows, size);
            Eigen::Index side = 0;
            for (; side + tileSides <= count; side += tileSides)
                multiplyTile<Columns, tileSides>(columns, sides + side * size, size, begin, end,
                                                 result + side * size + column, size);
            for (; side < count; ++side)
                multiplyTile<Columns, 1>(columns, sides + side * size, size, begin, end,
                                         result + side * size + column, size);
        }
    }
};

inline void multiplyFew(const float *matrix, Eigen::Index size, const float *sides, Eigen::Index count,
                        float *result)
{
    std::fill(result, result + size * count, 0.0F);
    FewColumns few{matrix, size, sides, count, result};
    if (size > 2 * tileRows)
        onTwoThreads(&FewColumns::run, &few);
    else
        FewColumns::run(&few);
}

} // namespace groundswell::service::dense::GROUNDSWELL_DENSE
