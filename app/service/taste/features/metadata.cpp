#include "app/service/taste/features/metadata.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <map>

namespace groundswell::service {

namespace {

/// How much a term says about taste, before its rarity is counted in. Titles are many rare words and would
/// drown the rest; calendar and price only shade it.
float fieldWeight(TermField field)
{
    switch (field) {
    case TermField::Genre:
    case TermField::Series:
        return 1.0F;
    case TermField::Artist:
    case TermField::Composer:
        return 0.8F;
    case TermField::Venue:
        return 0.6F;
    case TermField::TitleWord:
        return 0.4F;
    case TermField::PriceBand:
    case TermField::Weekday:
    case TermField::Daytime:
        return 0.3F;
    }
    return 0.0F;
}

struct RawTerm {
    TermField field;
    std::string key; ///< folded: what makes two terms the same
    std::string text;
};

class RawTerms {
public:
    void add(TermField field, const QString &text)
    {
        const QString clean = text.simplified();
        if (!clean.isEmpty())
            m_terms.push_back({field, clean.toCaseFolded().toStdString(), clean.toStdString()});
    }
    void add(TermField field, const std::string &text) { add(field, QString::fromStdString(text)); }
    void addNumber(TermField field, int number)
    {
        m_terms.push_back({field, std::to_string(number), std::to_string(number)});
    }
    /// Words of three letters and more; numbers and short words say little.
    void addWords(const std::string &title)
    {
        QString word;
        const QString text = QString::fromStdString(title) + u' ';
        for (const QChar c : text) {
            if (c.isLetter() || c.isMark()) {
                word += c;
            } else {
                if (word.size() >= 3)
                    add(TermField::TitleWord, word);
                word.clear();
            }
        }
    }
    [[nodiscard]] const std::vector<RawTerm> &terms() const { return m_terms; }

private:
    std::vector<RawTerm> m_terms;
};

/// The name without remarks in brackets: "Ivan Petrov (piano)" and "Ivan Petrov" are one.
QString withoutBrackets(const std::string &name)
{
    const QString text = QString::fromStdString(name);
    const auto bracket = text.indexOf(u'(');
    return bracket > 0 ? text.left(bracket) : text;
}

RawTerms termsOf(const EventFacts &event)
{
    RawTerms terms;
    terms.add(TermField::Genre, event.genre);
    terms.add(TermField::Series, event.series);
    terms.add(TermField::Venue, event.venue);
    for (const std::string &artist : event.artists)
        terms.add(TermField::Artist, withoutBrackets(artist));
    for (const std::string &composer : event.composers)
        terms.add(TermField::Composer, withoutBrackets(composer));
    terms.addWords(event.title);
    if (event.priceMinor && *event.priceMinor > 0) // half-octave bands: 20, 28, 40, 56 …
        terms.addNumber(
            TermField::PriceBand,
            static_cast<int>(std::lround(2.0 * std::log2(static_cast<double>(*event.priceMinor)))));
    terms.addNumber(TermField::Weekday, event.weekdayLocal);
    if (!event.endOfDayUtc)
        terms.addNumber(TermField::Daytime, event.startHourLocal / 3);
    return terms;
}

} // namespace

Metadata::Metadata(const Dataset &dataset)
{
    std::map<std::pair<TermField, std::string>, std::uint32_t> known;
    m_offsets.push_back(0);
    for (const EventFacts &event : dataset.events) {
        std::vector<std::uint32_t> ids;
        const RawTerms terms = termsOf(event);
        for (const RawTerm &raw : terms.terms()) {
            const auto [it, isNew] =
                known.try_emplace({raw.field, raw.key}, static_cast<std::uint32_t>(m_terms.size()));
            if (isNew)
                m_terms.push_back({raw.field, raw.text, 0});
            ids.push_back(it->second);
        }
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        for (const std::uint32_t id : ids) {
            ++m_terms[id].events;
            m_entries.push_back({id, 0.0F});
        }
        m_offsets.push_back(m_entries.size());
    }

    const double total = static_cast<double>(dataset.events.size());
    for (std::uint32_t e = 0; e < events(); ++e) {
        const auto row = std::span(m_entries).subspan(m_offsets[e], m_offsets[e + 1] - m_offsets[e]);
        double square = 0;
        for (Entry &entry : row) {
            const Term &term = m_terms[entry.term];
            entry.weight =
                fieldWeight(term.field) * static_cast<float>(std::log((1.0 + total) / term.events));
            square += static_cast<double>(entry.weight) * static_cast<double>(entry.weight);
        }
        const float scale = square > 0 ? static_cast<float>(1.0 / std::sqrt(square)) : 0.0F;
        for (Entry &entry : row)
            entry.weight *= scale;
    }

    m_postingOffsets.assign(m_terms.size() + 1, 0);
    for (std::size_t t = 0; t < m_terms.size(); ++t)
        m_postingOffsets[t + 1] = m_postingOffsets[t] + m_terms[t].events;
    m_postings.resize(m_entries.size());
    std::vector<std::uint64_t> fill(m_postingOffsets.begin(), m_postingOffsets.end() - 1);
    for (std::uint32_t e = 0; e < events(); ++e) {
        for (const Entry &entry : vectorOf(e))
            m_postings[fill[entry.term]++] = {e, entry.weight};
    }
}

std::span<const Metadata::Entry> Metadata::vectorOf(std::uint32_t event) const
{
    return std::span(m_entries).subspan(m_offsets[event], m_offsets[event + 1] - m_offsets[event]);
}

std::vector<float> Metadata::similarities(std::uint32_t event) const
{
    std::vector<float> result(events(), 0.0F);
    for (const Entry &entry : vectorOf(event)) {
        for (auto i = m_postingOffsets[entry.term]; i < m_postingOffsets[entry.term + 1]; ++i)
            result[m_postings[i].first] += entry.weight * m_postings[i].second;
    }
    return result;
}

} // namespace groundswell::service
