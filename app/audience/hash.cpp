#include "app/audience/hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace groundswell {

namespace {

/// Two hexadecimal digits for every byte.
constexpr auto digits = [] {
    std::array<std::array<char16_t, 2>, 256> pairs{};
    for (size_t byte = 0; byte < pairs.size(); ++byte)
        pairs[byte] = {u"0123456789abcdef"[byte >> 4U], u"0123456789abcdef"[byte & 0xfU]};
    return pairs;
}();

} // namespace

void Sha256Hasher::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

void Sha256Hasher::Free::operator()(evp_md_st *algorithm) const
{
    EVP_MD_free(algorithm);
}

Sha256Hasher::Sha256Hasher()
    : m_algorithm(EVP_MD_fetch(nullptr, "SHA2-256", nullptr))
    , m_context(EVP_MD_CTX_new())
{
    // Without SHA-256 there is no OpenSSL; going on would write people's addresses in clear.
    if (!m_algorithm || !m_context)
        qFatal("OpenSSL offers no SHA-256.");
}

Sha256Hasher::~Sha256Hasher() = default;

QString Sha256Hasher::hash(const QString &normalised)
{
    if (normalised.isEmpty())
        return {};
    // Nearly all values are short and ASCII: those need no memory of their own.
    std::array<char, 256> ascii;
    if (normalised.size() > qsizetype(ascii.size()))
        return hexOf(normalised.toUtf8());
    char16_t seen = 0; // every bit that occurs
    const auto *text = reinterpret_cast<const char16_t *>(normalised.utf16());
    for (size_t i = 0; i < static_cast<size_t>(normalised.size()); ++i) {
        seen |= text[i];
        ascii[i] = static_cast<char>(text[i]);
    }
    if (seen >= 0x80)
        return hexOf(normalised.toUtf8());
    return hexOf({ascii.data(), normalised.size()});
}

QString Sha256Hasher::hexOf(QByteArrayView text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int size = 0;
    const bool done = EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr) == 1
        && EVP_DigestUpdate(m_context.get(), text.data(), static_cast<size_t>(text.size())) == 1
        && EVP_DigestFinal_ex(m_context.get(), digest.data(), &size) == 1;
    if (!done)
        qFatal("OpenSSL failed to compute a SHA-256.");
    QString hex(2 * static_cast<qsizetype>(size), Qt::Uninitialized);
    QChar *digit = hex.data();
    for (unsigned int i = 0; i < size; ++i, digit += 2)
        std::copy_n(digits[digest[i]].begin(), 2, digit);
    return hex;
}

bool Sha256Hasher::isHash(const QString &value)
{
    const auto isHexDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return value.size() == 64 && std::all_of(value.begin(), value.end(), isHexDigit);
}

} // namespace groundswell
