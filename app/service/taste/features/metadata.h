#pragma once

#include "app/service/store/dataset.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace groundswell::service {

/// Where a term comes from.
enum class TermField { Genre, Artist, Series, Composer, Venue, TitleWord, PriceBand, Weekday, Daytime };

struct Term {
    TermField field = TermField::Genre;
    std::string text; ///< as the organiser wrote it (the form of the first event that has it)
    std::uint32_t events = 0; ///< that have it
};

/// What the organiser says about the events, as TF-IDF vectors of unit length over terms. Terms are compared
/// without regard to case. Independent of sales, so it serves events that nobody has bought yet.
class Metadata {
public:
    struct Entry {
        std::uint32_t term = 0;
        float weight = 0;
    };

    Metadata() = default;
    explicit Metadata(const Dataset &dataset);

    [[nodiscard]] std::size_t events() const { return m_offsets.empty() ? 0 : m_offsets.size() - 1; }
    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    /// Ascending by term.
    [[nodiscard]] std::span<const Entry> vectorOf(std::uint32_t event) const;
    /// Cosine of one event with every event, 0–1 (its own included).
    [[nodiscard]] std::vector<float> similarities(std::uint32_t event) const;

private:
    std::vector<Term> m_terms;
    std::vector<std::uint64_t> m_offsets;
    std::vector<Entry> m_entries;
    std::vector<std::uint64_t> m_postingOffsets; ///< per term into m_postings
    std::vector<std::pair<std::uint32_t, float>> m_postings; ///< (event, weight)
};

} // namespace groundswell::service
