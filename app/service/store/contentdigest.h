#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace groundswell::service {

/// A fingerprint of a bag of rows that doesn't depend on their order and follows additions and removals: the
/// sum of the rows' 128-bit XXH3, half by half. It tells contents apart that differ by chance or by editing;
/// it doesn't protect against somebody who constructs two contents with one fingerprint.
class ContentDigest {
public:
    void add(std::string_view row) { accumulate(row, false); }
    void remove(std::string_view row) { accumulate(row, true); }
    void add(const ContentDigest &other); ///< adds everything that the other bag holds

    [[nodiscard]] std::string state() const; ///< hexadecimal, 32 digits
    void setState(std::string_view hex); ///< anything but a state() gives the empty bag

private:
    void accumulate(std::string_view row, bool subtract);

    std::array<std::uint64_t, 2> m_sum{};
};

/// XXH3 of a text, 64 bits: the same on every machine.
[[nodiscard]] std::uint64_t textHash(std::string_view text);

/// Builds the bytes of a row for a digest: texts carry their length, so that no two different rows look
/// alike.
class DigestRow {
public:
    DigestRow &start(char kind);
    DigestRow &operator<<(std::string_view text);
    DigestRow &operator<<(std::int64_t number);
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    std::string m_text;
};

/// A row of numbers only for a digest, texts by their textHash(): for millions of rows.
template <std::size_t Count> class DigestNumbers {
public:
    explicit DigestNumbers(const std::array<std::uint64_t, Count> &numbers)
    {
        for (std::size_t i = 0; i < Count; ++i) {
            for (std::size_t byte = 0; byte < 8; ++byte) // little-endian on every machine
                m_bytes[i * 8 + byte] = static_cast<char>(numbers[i] >> (8 * byte));
        }
    }
    [[nodiscard]] std::string_view text() const { return {m_bytes.data(), m_bytes.size()}; }

private:
    std::array<char, Count * 8> m_bytes;
};

} // namespace groundswell::service
