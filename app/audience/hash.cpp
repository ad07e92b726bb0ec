#include "app/audience/hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace groundswell {

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
    const QByteArray text = normalised.toUtf8();
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int size = 0;
    const bool done = EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr) == 1
        && EVP_DigestUpdate(m_context.get(), text.constData(), static_cast<size_t>(text.size())) == 1
        && EVP_DigestFinal_ex(m_context.get(), digest.data(), &size) == 1;
    if (!done)
        qFatal("OpenSSL failed to compute a SHA-256.");
    const QByteArray bytes(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size));
    return QString::fromLatin1(bytes.toHex());
}

bool Sha256Hasher::isHash(const QString &value)
{
    const auto isHexDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return value.size() == 64 && std::all_of(value.begin(), value.end(), isHexDigit);
}

} // namespace groundswell
