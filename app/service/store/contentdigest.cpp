#include "app/service/store/contentdigest.h"

#include <openssl/evp.h>

#include <charconv>
#include <stdexcept>

namespace groundswell::service {

ContentDigest::ContentDigest()
    : m_algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr))
    , m_context(EVP_MD_CTX_new())
{
    if (!m_algorithm || !m_context)
        throw std::runtime_error("SHA-256 is not available");
}

ContentDigest::~ContentDigest()
{
    EVP_MD_CTX_free(m_context);
    EVP_MD_free(m_algorithm);
}

void ContentDigest::accumulate(std::string_view row, bool subtract)
{
    std::array<unsigned char, 32> hash{};
    unsigned int length = 0;
    EVP_DigestInit_ex2(m_context, m_algorithm, nullptr);
    EVP_DigestUpdate(m_context, row.data(), row.size());
    EVP_DigestFinal_ex(m_context, hash.data(), &length);
    for (size_t word = 0; word < m_sum.size(); ++word) {
        std::uint64_t value = 0;
        for (size_t byte = 0; byte < 8; ++byte) // little-endian on every machine
            value |= std::uint64_t{hash[word * 8 + byte]} << (8 * byte);
        m_sum[word] += subtract ? ~value + 1 : value;
    }
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
    if (hex.size() != 64)
        return;
    for (size_t word = 0; word < m_sum.size(); ++word)
        std::from_chars(hex.data() + word * 16, hex.data() + word * 16 + 16, m_sum[word], 16);
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
