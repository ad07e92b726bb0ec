#include "app/service/taste/groups/labels.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace groundswell::service {

namespace {

constexpr double priorStrength = 10.0;
constexpr double strongEnough = 1.0; ///< standard errors above the rest for a term to be worth naming
constexpr double secondTermShare = 0.4; ///< of the first term's strength, for a second one to join it
constexpr double leastCoverage = 0.1; ///< the share of a group's events that a term must name to stand for
                                      ///< the group

struct RankedTerm {
    std::uint32_t term = 0;
    double strength = 0; ///< log-odds in standard errors
};

/// How well a kind of term names a taste, apart from the figures: people go to a kind of music, and then to a
/// venue. 0 = never.
double fieldMerit(TermField field, bool titleWords)
{
    if (titleWords)
        return field == TermField::TitleWord ? 1.0 : 0.0;
    switch (field) {
    case TermField::Genre:
        return 1.5;
    case TermField::Series:
        return 1.2;
    case TermField::Artist:
    case TermField::Composer:
        return 1.0;
    case TermField::Venue:
        return 0.9;
    default:
        return 0.0;
    }
}

/// Weighted counts of every term in every group, and per field.
struct TermCounts {
    std::vector<std::vector<double>> inGroup; ///< [group][term]
    std::vector<double> total; ///< [term]
    std::vector<std::array<double, 9>> fieldInGroup; ///< [group][field]
    std::array<double, 9> fieldTotal{};
    std::vector<double> group; ///< all events of a group
};

TermCounts countTerms(const Metadata &metadata, const EventSlots &slots, const Eigen::VectorXf &support,
                      const Partition &partition)
{
    TermCounts counts;
    const auto groups = static_cast<std::size_t>(partition.count);
    counts.inGroup.assign(groups, std::vector<double>(metadata.terms().size(), 0.0));
    counts.total.assign(metadata.terms().size(), 0.0);
    counts.fieldInGroup.assign(groups, {});
    counts.group.assign(groups, 0.0);
    for (std::size_t s = 0; s < slots.size(); ++s) {
        // A logarithm, because one sold-out night must not name the whole group.
        const double weight = std::log1p(static_cast<double>(support(static_cast<Eigen::Index>(s))));
        const auto group = static_cast<std::size_t>(partition.groupOf[s]);
        counts.group[group] += weight;
        for (const Metadata::Entry &entry : metadata.vectorOf(slots.eventOf[s])) {
            const auto field = static_cast<std::size_t>(metadata.terms()[entry.term].field);
            counts.inGroup[group][entry.term] += weight;
            counts.total[entry.term] += weight;
            counts.fieldInGroup[group][field] += weight;
            counts.fieldTotal[field] += weight;
        }
    }
    return counts;
}

double logOdds(double count, double prior, double total)
{
    return std::log((count + prior) / std::max(1e-9, total + priorStrength - count - prior));
}

std::vector<RankedTerm> rankTerms(const Metadata &metadata, const TermCounts &counts, std::size_t group,
                                  bool titleWords)
{
    std::vector<RankedTerm> ranked;
    for (std::uint32_t t = 0; t < metadata.terms().size(); ++t) {
        const TermField termField = metadata.terms()[t].field;
        const double here = counts.inGroup[group][t];
        const double merit = fieldMerit(termField, titleWords);
        if (here <= 0 || merit <= 0)
            continue;
        const auto field = static_cast<std::size_t>(termField);
        const double prior = priorStrength * counts.total[t] / counts.fieldTotal[field];
        const double elsewhere = counts.total[t] - here;
        const double fieldHere = counts.fieldInGroup[group][field];
        const double difference =
            logOdds(here, prior, fieldHere) - logOdds(elsewhere, prior, counts.fieldTotal[field] - fieldHere);
        const double deviation = std::sqrt(1.0 / (here + prior) + 1.0 / (elsewhere + prior));
        const bool stands = here >= leastCoverage * counts.group[group];
        ranked.push_back({t, merit * difference / deviation * (stands ? 1.0 : 0.2)});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const RankedTerm &a, const RankedTerm &b) { return a.strength > b.strength; });
    return ranked;
}

/// A term as it is shown: words of titles get one capital, everything else stays as the organiser wrote it.
QString shown(const Term &term)
{
    const QString text = QString::fromStdString(term.text);
    return term.field == TermField::TitleWord ? text.left(1).toUpper() + text.mid(1).toLower() : text;
}

QString joined(const Metadata &metadata, std::uint32_t first, std::uint32_t second)
{
    const Term &a = metadata.terms()[first];
    const Term &b = metadata.terms()[second];
    if (a.field == b.field)
        return shown(a) + QStringLiteral(" & ") + shown(b);
    const bool swap = b.field < a.field; // the kind of event before its people and its place
    return shown(swap ? b : a) + QStringLiteral(" · ") + shown(swap ? a : b);
}

/// Labels for one group, the best first: a strong pair, then the best term alone, then weaker pairs.
std::vector<QString> proposals(const Metadata &metadata, const std::vector<RankedTerm> &ranked)
{
    std::vector<QString> result;
    if (ranked.empty())
        return result;
    const RankedTerm first = ranked.front();
    const std::size_t considered = std::min<std::size_t>(ranked.size(), 12);
    const auto fieldOf = [&](const RankedTerm &term) { return metadata.terms()[term.term].field; };
    const auto isStrong = [&](const RankedTerm &term) {
        return term.strength >= strongEnough && term.strength >= secondTermShare * first.strength;
    };
    // A second term of another kind says more than one of the same kind.
    for (const bool otherKind : {true, false}) {
        for (std::size_t i = 1; i < considered; ++i) {
            if (isStrong(ranked[i]) && (fieldOf(ranked[i]) != fieldOf(first)) == otherKind)
                result.push_back(joined(metadata, first.term, ranked[i].term));
        }
    }
    result.push_back(shown(metadata.terms()[first.term]));
    for (std::size_t i = 1; i < considered; ++i)
        result.push_back(joined(metadata, first.term, ranked[i].term));
    return result;
}

double termLift(const Metadata &metadata, const EventSlots &slots, const Eigen::VectorXf &support,
                const Partition &partition, int group, std::uint32_t term)
{
    double here = 0, inGroup = 0, anywhere = 0, all = 0;
    for (std::size_t s = 0; s < slots.size(); ++s) {
        const auto buyers = static_cast<double>(support(static_cast<Eigen::Index>(s)));
        const auto entries = metadata.vectorOf(slots.eventOf[s]);
        const bool has = std::any_of(entries.begin(), entries.end(),
                                     [term](const Metadata::Entry &entry) { return entry.term == term; });
        all += buyers;
        anywhere += has ? buyers : 0;
        inGroup += partition.groupOf[s] == group ? buyers : 0;
        here += has && partition.groupOf[s] == group ? buyers : 0;
    }
    return anywhere > 0 && inGroup > 0 ? (here / inGroup) / (anywhere / all) : 0;
}

const QString &transliteration(char16_t letter)
{
    static const std::array<QString, 33> letters{QStringLiteral("a"),
                                                 QStringLiteral("b"),
                                                 QStringLiteral("v"),
                                                 QStringLiteral("g"),
                                                 QStringLiteral("d"),
                                                 QStringLiteral("e"),
                                                 QStringLiteral("zh"),
                                                 QStringLiteral("z"),
                                                 QStringLiteral("i"),
                                                 QStringLiteral("y"),
                                                 QStringLiteral("k"),
                                                 QStringLiteral("l"),
                                                 QStringLiteral("m"),
                                                 QStringLiteral("n"),
                                                 QStringLiteral("o"),
                                                 QStringLiteral("p"),
                                                 QStringLiteral("r"),
                                                 QStringLiteral("s"),
                                                 QStringLiteral("t"),
                                                 QStringLiteral("u"),
                                                 QStringLiteral("f"),
                                                 QStringLiteral("kh"),
                                                 QStringLiteral("ts"),
                                                 QStringLiteral("ch"),
                                                 QStringLiteral("sh"),
                                                 QStringLiteral("shch"),
                                                 QString(),
                                                 QStringLiteral("y"),
                                                 QString(),
                                                 QStringLiteral("e"),
                                                 QStringLiteral("yu"),
                                                 QStringLiteral("ya"),
                                                 QString()};
    return letter >= u'а' && letter <= u'я' ? letters[letter - u'а'] : letters.back();
}

} // namespace

std::vector<GroupLabel> groupLabels(const Metadata &metadata, const EventSlots &slots,
                                    const Eigen::VectorXf &support, const Partition &partition)
{
    const TermCounts counts = countTerms(metadata, slots, support, partition);
    std::vector<GroupLabel> labels;
    std::set<QString> taken;
    for (std::size_t g = 0; g < static_cast<std::size_t>(partition.count); ++g) {
        auto ranked = rankTerms(metadata, counts, g, false);
        if (ranked.empty() || ranked.front().strength < strongEnough) {
            const auto words = rankTerms(metadata, counts, g, true);
            const bool wordsSayMore =
                !words.empty() && (ranked.empty() || words.front().strength > ranked.front().strength);
            if (wordsSayMore)
                ranked = words;
        }
        auto choices = proposals(metadata, ranked);
        if (choices.empty())
            choices.push_back(QString::number(g + 1));
        auto chosen = std::find_if(choices.begin(), choices.end(), [&](const QString &label) {
            return !taken.contains(label.toCaseFolded());
        });
        QString label = chosen != choices.end() ? *chosen : choices.front();
        for (int number = 2; taken.contains(label.toCaseFolded()); ++number)
            label = choices.front() + u' ' + QString::number(number);
        taken.insert(label.toCaseFolded());
        GroupLabel found{label.toStdString(), {}, 0};
        if (!ranked.empty()) {
            const std::uint32_t term = ranked.front().term;
            found.term = shown(metadata.terms()[term]).toStdString();
            found.lift = termLift(metadata, slots, support, partition, static_cast<int>(g), term);
        }
        labels.push_back(std::move(found));
    }
    return labels;
}

std::string slugOf(const std::string &label)
{
    QString slug;
    // Й and ё are taken apart too, into letters that have a transliteration. ß isn't, so it is written out
    // here.
    const QString text = QString::fromStdString(label)
                             .toCaseFolded()
                             .replace(u'ß', QStringLiteral("ss"))
                             .normalized(QString::NormalizationForm_KD);
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if ((code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9'))
            slug += c;
        else if (code >= u'а' && code <= u'я')
            slug += transliteration(code);
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'_'))
            slug += u'_';
    }
    slug.truncate(60);
    while (slug.endsWith(u'_'))
        slug.chop(1);
    return slug.toStdString();
}

std::vector<std::string> uniqueSlugs(const std::vector<std::string> &labels)
{
    std::vector<std::string> slugs;
    std::set<std::string> taken;
    for (const std::string &label : labels) {
        std::string base = slugOf(label);
        if (base.empty())
            base = "taste";
        std::string slug = base;
        for (int number = 2; !taken.insert(slug).second; ++number)
            slug = base + '_' + std::to_string(number);
        slugs.push_back(slug);
    }
    return slugs;
}

} // namespace groundswell::service
