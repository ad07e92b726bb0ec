#pragma once

#include <QString>

#include <memory>

struct evp_md_ctx_st;
struct evp_md_st;

namespace groundswell {

/// SHA-256 as ad platforms want it: 64 lower-case hex digits of the UTF-8 text. Fetches the algorithm once
/// and uses one context again and again, which is several times faster than asking for both with each value.
/// One object per thread.
class Sha256Hasher {
public:
    Sha256Hasher();
    ~Sha256Hasher();
    Sha256Hasher(const Sha256Hasher &) = delete;
    Sha256Hasher &operator=(const Sha256Hasher &) = delete;

    /// Of a normalised value. Empty stays empty (the hash of nothing would match everybody who has nothing).
    [[nodiscard]] QString hash(const QString &normalised);

    /// Whether a value is a SHA-256 already. Such a value is only lowered, never normalised or hashed again.
    [[nodiscard]] static bool isHash(const QString &value);

private:
    QString hexOf(QByteArrayView text);

    struct Free {
        void operator()(evp_md_ctx_st *context) const;
        void operator()(evp_md_st *algorithm) const;
    };
    std::unique_ptr<evp_md_st, Free> m_algorithm;
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace groundswell
