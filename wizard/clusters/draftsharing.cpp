#include "wizard/clusters/draftsharing.h"

#include "models/wave/setupfields.h"

#include <QLocale>

#include <algorithm>

namespace groundswell {
namespace {

/// Copies one field by its name in field paths; an unknown name copies nothing.
void copyMember(Creative &to, const Creative &from, const QString &member)
{
    for (const EntryField<Creative> &field : SetupFields::ofCreative()) {
        if (member == QLatin1StringView(field.id))
            std::visit([&](auto value) { to.*value = from.*value; }, field.value);
    }
    if (member == QLatin1StringView("mediaUrl"))
        to.mediaType = from.mediaType;
}

/// Gives every other chosen cluster a copy of what \a from has in \a entries.
template <class T> void shareEntry(SetupProcess &row, std::vector<T> &entries, const ClusterRef &from)
{
    const auto source =
        std::find_if(entries.begin(), entries.end(), [&](const T &entry) { return entry.cluster == from; });
    if (source == entries.end())
        return;
    const T shared = *source;
    for (const ChosenCluster &chosen : row.clusters) {
        if (chosen.cluster == from)
            continue;
        T copy = shared;
        copy.cluster = chosen.cluster;
        const auto present = std::find_if(entries.begin(), entries.end(),
                                          [&](const T &entry) { return entry.cluster == chosen.cluster; });
        if (present == entries.end()) {
            entries.push_back(copy);
        } else {
            copy.extra = present->extra; // what this version doesn't know belongs to its own cluster
            *present = copy;
        }
    }
}

} // namespace

void shareCreative(SetupProcess &row, const ClusterRef &from, int index, const QString &member)
{
    const std::vector<size_t> own = row.creativesOf(from);
    if (index < 0 || static_cast<size_t>(index) >= own.size())
        return;
    const Creative source = row.creatives[own[static_cast<size_t>(index)]];
    for (const ChosenCluster &chosen : row.clusters) {
        if (row.creativesOf(chosen.cluster).empty()) {
            Creative fresh;
            fresh.cluster = chosen.cluster;
            fresh.language = source.language;
            row.creatives.push_back(fresh);
        }
        for (const size_t at : row.creativesOf(chosen.cluster)) {
            Creative &target = row.creatives[at];
            if (!member.isEmpty()) {
                copyMember(target, source, member);
                continue;
            }
            if (chosen.cluster == from)
                continue; // the source's other variants stay what they are
            const QJsonObject extra = target.extra;
            target = source;
            target.cluster = chosen.cluster;
            target.extra = extra;
        }
    }
}

void shareTargeting(SetupProcess &row, const ClusterRef &from)
{
    shareEntry(row, row.targeting, from);
}

void shareIntegration(SetupProcess &row, const ClusterRef &from)
{
    shareEntry(row, row.integrationDetails, from);
}

QString languageOfCountry(const QString &country)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(country);
    if (country.isEmpty() || territory == QLocale::AnyTerritory)
        return {};
    const QLocale usual(QLocale::AnyLanguage, territory);
    return usual.territory() == territory ? QLocale::languageToCode(usual.language()) : QString();
}

} // namespace groundswell
