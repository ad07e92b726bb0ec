#include "app/service/taste/ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr unsigned digitBits = 11;
constexpr unsigned keyBits = 32;
constexpr std::size_t digits = std::size_t{1} << digitBits;

/// Numbers that are in order as the floats are.
std::uint32_t orderedBits(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value == 0.0F ? 0.0F : value); // −0 equals 0
    constexpr std::uint32_t sign = 0x8000'0000U;
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// Key above, position below.
using Entry = std::uint64_t;

/// In ascending order of the scores, equal ones (as floats) in order of position. Sorts by digits: comparing
/// a million scores with each other would take most of the wait for an event's clusters.
std::vector<Entry> sortedEntries(const Eigen::VectorXd &scores)
{
    std::vector<Entry> entries(static_cast<std::size_t>(scores.size()));
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i] =
            (Entry{orderedBits(static_cast<float>(scores(static_cast<Eigen::Index>(i))))} << keyBits) | i;
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
    return entries;
}

} // namespace

std::vector<float> percentiles(const Eigen::VectorXd &scores)
{
    const auto entries = sortedEntries(scores);
    std::vector<float> result(entries.size());
    for (std::size_t i = 0; i < entries.size();) {
        std::size_t end = i;
        while (end < entries.size() && entries[end] >> keyBits == entries[i] >> keyBits)
            ++end;
        const double below = 0.5 * static_cast<double>(i + end) / static_cast<double>(entries.size());
        for (; i < end; ++i)
            result[static_cast<std::uint32_t>(entries[i])] = static_cast<float>(below);
    }
    return result;
}

std::vector<std::uint32_t> highest(const Eigen::VectorXd &scores, std::size_t count)
{
    std::vector<std::uint32_t> positions(static_cast<std::size_t>(scores.size()));
    std::iota(positions.begin(), positions.end(), 0U);
    count = std::min(count, positions.size());
    const auto better = [&](std::uint32_t a, std::uint32_t b) {
        return scores(a) != scores(b) ? scores(a) > scores(b) : a < b;
    };
    std::nth_element(positions.begin(), positions.begin() + static_cast<std::ptrdiff_t>(count),
                     positions.end(), better);
    positions.resize(count);
    std::sort(positions.begin(), positions.end());
    return positions;
}

} // namespace groundswell::service
