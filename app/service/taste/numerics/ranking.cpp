#include "app/service/taste/numerics/ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <limits>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr unsigned digitBits = 11;
constexpr unsigned keyBits = 32;
constexpr std::size_t digits = std::size_t{1} << digitBits;
constexpr std::size_t intervals = 4096;

/// Numbers that are in the same order as the floats.
std::uint32_t orderedBits(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value == 0.0F ? 0.0F : value); // −0 equals 0
    constexpr std::uint32_t sign = 0x8000'0000U;
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// Key above, place in the list below.
using Entry = std::uint64_t;

std::uint32_t keyOf(Entry entry)
{
    return static_cast<std::uint32_t>(entry >> keyBits);
}

std::uint32_t keyOfScore(double score)
{
    return orderedBits(static_cast<float>(score));
}

/// Ascending. Sorts by digits: comparing hundreds of thousands of scores with each other would take most of
/// the wait for an event's clusters.
void sortByKey(std::vector<Entry> &entries)
{
    std::vector<Entry> sorted(entries.size());
    for (unsigned shift = keyBits; shift < 2 * keyBits; shift += digitBits) {
        std::array<std::size_t, digits + 1> begin{};
        for (const Entry entry : entries)
            ++begin[((entry >> shift) & (digits - 1)) + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        for (const Entry entry : entries)
            sorted[begin[(entry >> shift) & (digits - 1)]++] = entry;
        entries.swap(sorted);
    }
}

} // namespace

std::vector<float> percentiles(const Eigen::VectorXd &scores, std::span<const std::uint32_t> highest)
{
    std::vector<Entry> entries(highest.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i] = Entry{keyOfScore(scores(highest[i]))} << keyBits | i;
    sortByKey(entries);
    std::vector<float> result(entries.size());
    const auto all = static_cast<std::size_t>(scores.size());
    for (std::size_t i = 0; i < entries.size();) {
        std::size_t end = i;
        while (end < entries.size() && keyOf(entries[end]) == keyOf(entries[i]))
            ++end;
        // Everybody else is lower, apart from those who tie with the lowest of these.
        std::size_t first = all - entries.size() + i;
        if (i == 0 && first > 0) {
            const auto equals = std::count_if(scores.begin(), scores.end(), [&](double score) {
                return keyOfScore(score) == keyOf(entries.front());
            });
            first -= static_cast<std::size_t>(equals) - end;
        }
        const std::size_t past = all - entries.size() + end;
        const double below = 0.5 * static_cast<double>(first + past) / static_cast<double>(all);
        for (; i < end; ++i)
            result[static_cast<std::uint32_t>(entries[i])] = static_cast<float>(below);
    }
    return result;
}

std::vector<std::uint32_t> highest(const Eigen::VectorXd &scores, std::size_t count)
{
    const auto all = static_cast<std::size_t>(scores.size());
    count = std::min(count, all);
    if (count == 0)
        return {};
    // Every score of an interval is better than all below it: only scores of one interval are compared with
    // each other.
    const double low = scores.minCoeff();
    const double perUnit = intervals / std::max(scores.maxCoeff() - low, std::numeric_limits<double>::min());
    const auto intervalOf = [&](double score) {
        return std::min(static_cast<std::size_t>((score - low) * perUnit), intervals - 1);
    };
    std::array<std::size_t, intervals> sizes{};
    for (const double score : scores)
        ++sizes[intervalOf(score)];
    std::size_t edge = intervals - 1;
    std::size_t above = 0; // in better intervals than the edge
    while (above + sizes[edge] < count)
        above += sizes[edge--];

    std::vector<double> atEdge;
    for (const double score : scores) {
        if (intervalOf(score) == edge)
            atEdge.push_back(score);
    }
    const auto last = atEdge.begin() + static_cast<std::ptrdiff_t>(count - above - 1);
    std::nth_element(atEdge.begin(), last, atEdge.end(), std::greater<>());
    const double least = *last;
    // About one in three is taken, without a pattern: a branch would mostly be predicted wrongly.
    std::vector<std::uint32_t> positions(all);
    std::size_t taken = 0;
    std::size_t better = 0;
    for (std::uint32_t i = 0; i < all; ++i) {
        positions[taken] = i;
        taken += scores(i) >= least ? 1U : 0U;
        better += scores(i) > least ? 1U : 0U;
    }
    positions.resize(taken);
    std::size_t ties = count - better;
    const auto isSurplus = [&](std::uint32_t i) {
        if (scores(i) > least || ties == 0)
            return scores(i) == least;
        --ties;
        return false;
    };
    if (taken > count)
        std::erase_if(positions, isSurplus);
    return positions;
}

} // namespace groundswell::service
