#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace groundswell::service {

/// xoshiro256** (Blackman, Vigna), seeded by splitmix64: the same numbers on every platform, which the
/// standard library's distributions don't promise. For the same reason the powers below are made of
/// multiplication and square root only, which IEEE 754 defines to the last bit; pow() isn't.
class Xoshiro256 {
public:
    /// \a stream gives independent numbers for one seed.
    Xoshiro256(std::uint64_t seed, std::uint64_t stream)
    {
        std::uint64_t state = seed ^ (stream * 0x9E3779B97F4A7C15U);
        for (std::uint64_t &word : m_state) {
            state += 0x9E3779B97F4A7C15U;
            std::uint64_t z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
            word = z ^ (z >> 31);
        }
    }

    std::uint64_t next()
    {
        const std::uint64_t result = rotated(m_state[1] * 5, 7) * 9;
        const std::uint64_t t = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }
    /// Between 0 and \a count − 1.
    std::uint32_t below(std::uint32_t count)
    {
        return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32);
    }
    int between(int least, int most)
    {
        return least + static_cast<int>(below(static_cast<std::uint32_t>(most - least + 1)));
    }
    bool chance(int percent) { return below(100) < static_cast<std::uint32_t>(percent); }
    /// Between 0 (never exactly) and 1.
    double unit() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1.0p-53; }
    template <class T, std::size_t N> const T &of(const std::array<T, N> &choices)
    {
        return choices[below(static_cast<std::uint32_t>(N))];
    }
    template <class T> const T &of(std::span<const T> choices)
    {
        return choices[below(static_cast<std::uint32_t>(choices.size()))];
    }

    /// u^1.5, u^1.3125 and u^−1.25, u^−1.4375: the recipe's power laws, 1.3 and 1/0.7 taken to the next
    /// sixteenth.
    static double power1_5(double u) { return u * std::sqrt(u); }
    static double power1_3(double u) { return u * root4(u) * root4(root4(u)); }
    static double pareto0_8(double u) { return 1.0 / (u * root4(u)); }
    static double pareto0_7(double u) { return 1.0 / (u * root4(u) * std::sqrt(root4(u)) * root4(root4(u))); }

private:
    static std::uint64_t rotated(std::uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }
    static double root4(double u) { return std::sqrt(std::sqrt(u)); }
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace groundswell::service
