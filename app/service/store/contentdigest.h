#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

struct evp_md_ctx_st;
struct evp_md_st;

namespace groundswell::service {

/// A fingerprint of a bag of rows that doesn't depend on their order and follows additions and removals: the
/// sum of the rows' SHA-256 modulo 2^256, word by word.
class ContentDigest {
public:
    ContentDigest();
    ~ContentDigest();
    ContentDigest(const ContentDigest &) = delete;
    ContentDigest &operator=(const ContentDigest &) = delete;

    void add(std::string_view row) { accumulate(row, false); }
    void remove(std::string_view row) { accumulate(row, true); }
    void add(const ContentDigest &other); ///< everything that the other bag holds

    [[nodiscard]] std::string state() const; ///< hexadecimal, 64 digits
    void setState(std::string_view hex); ///< anything but a state() starts from the empty bag

private:
    void accumulate(std::string_view row, bool subtract);

    evp_md_st *m_algorithm; // fetched once: looking it up costs more than hashing a row
    evp_md_ctx_st *m_context;
    std::array<std::uint64_t, 4> m_sum{};
};

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

} // namespace groundswell::service
