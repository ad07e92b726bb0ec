#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>
#include <utility>

namespace groundswell::service {

/// SplitMix64 with distributions of our own: those of the standard library differ between its vendors, and a
/// run must give the same result with all of them.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }

    [[nodiscard]] std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    /// In [0, 1).
    [[nodiscard]] double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    /// In [0, bound); bound > 0. The bias of the multiplication is below 2⁻³².
    [[nodiscard]] std::uint32_t below(std::uint32_t bound)
    {
        return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
    }
    /// Standard normal (Box and Muller, one of the pair).
    [[nodiscard]] double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }
    template <class T> void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
    }

    /// Brings a random choice of this many values (at most all) to the front.
    template <class T> void draw(std::span<T> values, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i)
            std::swap(values[i], values[i + below(static_cast<std::uint32_t>(values.size() - i))]);
    }

private:
    std::uint64_t m_state;
};

} // namespace groundswell::service
