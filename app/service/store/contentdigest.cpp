#include "app/service/store/contentdigest.h"

#include <xxhash.h>

#include <charconv>

namespace groundswell::service {

namespace {
constexpr std::size_t digits = 16; // of one half
}

std::uint64_t textHash(std::string_view text)
{
    return XXH3_64bits(text.data(), text.size());
}

void ContentDigest::accumulate(std::string_view row, bool subtract)
{
    const XXH128_hash_t hash = XXH3_128bits(row.data(), row.size());
    m_sum[0] += subtract ? ~hash.low64 + 1 : hash.low64;
    m_sum[1] += subtract ? ~hash.high64 + 1 : hash.high64;
}

void ContentDigest::add(const ContentDigest &other)
{
    for (size_t word = 0; word < m_sum.size(); ++word)
        m_sum[word] += other.m_sum[word];
}

std::string ContentDigest::state() const
{
    std::string hex;
    for (const std::uint64_t word : m_sum) {
        for (int shift = 60; shift >= 0; shift -= 4)
            hex += "0123456789abcdef"[(word >> shift) & 0xf];
    }
    return hex;
}

void ContentDigest::setState(std::string_view hex)
{
    m_sum = {};
    if (hex.size() != m_sum.size() * digits)
        return;
    for (size_t word = 0; word < m_sum.size(); ++word)
        std::from_chars(hex.data() + word * digits, hex.data() + (word + 1) * digits, m_sum[word], 16);
}

DigestRow &DigestRow::start(char kind)
{
    m_text.assign(1, kind);
    return *this;
}

DigestRow &DigestRow::operator<<(std::string_view text)
{
    *this << static_cast<std::int64_t>(text.size());
    m_text += text;
    return *this;
}

DigestRow &DigestRow::operator<<(std::int64_t number)
{
    const auto bits = static_cast<std::uint64_t>(number);
    std::array<char, 8> bytes{};
    for (size_t i = 0; i < bytes.size(); ++i) // little-endian on every machine
        bytes[i] = static_cast<char>(bits >> (8 * i));
    m_text.append(bytes.data(), bytes.size());
    return *this;
}

} // namespace groundswell::service
