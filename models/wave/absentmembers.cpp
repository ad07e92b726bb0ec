#include "models/wave/absentmembers.h"

#include "models/wave/clusterentries.h"

#include <QJsonDocument>

#include <algorithm>

namespace groundswell {

namespace {

struct EntryList {
    const char *key;
    std::initializer_list<const char *> ownKeys; ///< see takeClusterEntries()
};

const EntryList entryLists[] = {
    {"tcs", {"tc", "tc_run_id"}},
    {"creatives", {"headline", "body", "media_url", "cta"}},
    {"targeting", {"geo", "demographics", "saved_audience_id"}},
    {"integration_details", {"ad_account_id", "page_id", "pixel_id"}},
};

QJsonObject filledObject(QJsonObject object, const QJsonObject &known);

/// Whether nothing by which a place (or any other thing in a list) is told from others speaks against it.
bool mayBeSame(const QJsonObject &one, const QJsonObject &known)
{
    const auto speaksAgainst = [&](const char *key) {
        const QJsonValue value = one.value(QLatin1StringView(key));
        return !value.isUndefined() && value != known.value(QLatin1StringView(key));
    };
    return !speaksAgainst("key") && !speaksAgainst("name") && !speaksAgainst("type");
}

QJsonArray filledArray(QJsonArray array, const QJsonArray &known)
{
    if (array.size() != known.size())
        return array; // which one is missing can't be told, and what is there was written on purpose
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject here = array.at(i).toObject();
        const QJsonObject before = known.at(i).toObject();
        if (array.at(i).isObject() && known.at(i).isObject() && mayBeSame(here, before))
            array.replace(i, filledObject(here, before));
        else if (array.at(i).isArray() && known.at(i).isArray())
            array.replace(i, filledArray(array.at(i).toArray(), known.at(i).toArray()));
    }
    return array;
}

QJsonObject filledObject(QJsonObject object, const QJsonObject &known)
{
    for (auto it = known.begin(); it != known.end(); ++it) {
        const QJsonValue here = object.value(it.key());
        if (here.isUndefined())
            object.insert(it.key(), it.value());
        else if (here.isObject() && it.value().isObject())
            object.insert(it.key(), filledObject(here.toObject(), it.value().toObject()));
        else if (here.isArray() && it.value().isArray())
            object.insert(it.key(), filledArray(here.toArray(), it.value().toArray()));
    }
    return object;
}

ClusterRef clusterOf(const QJsonObject &entry)
{
    JsonReader reader(entry, {});
    return takeCluster(reader);
}

/// Nothing that is said speaks against it.
bool mayBeOf(const ClusterRef &said, const ClusterRef &known)
{
    return (said.tc.isEmpty() || said.tc == known.tc) && (said.tcRunId == 0 || said.tcRunId == known.tcRunId);
}

/// Which of the known entries an entry is: the one in its place if that fits, else the one of its cluster
/// that is as far along among the cluster's own. −1 where there is none.
qsizetype knownEntry(const std::vector<ClusterEntry> &entries, size_t index, const QJsonArray &known)
{
    const ClusterRef cluster = clusterOf(entries[index].object);
    const auto place = static_cast<qsizetype>(index);
    if (static_cast<qsizetype>(entries.size()) == known.size()
        && mayBeOf(cluster, clusterOf(known.at(place).toObject())))
        return place;
    if (cluster.tc.isEmpty())
        return -1;
    auto earlier =
        std::count_if(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(index),
                      [&](const ClusterEntry &entry) { return clusterOf(entry.object) == cluster; });
    for (qsizetype i = 0; i < known.size(); ++i) {
        if (mayBeOf(cluster, clusterOf(known.at(i).toObject())) && earlier-- == 0)
            return i;
    }
    return -1;
}

/// The list in its present shape with what its entries lack; unset where it can't be read, which is for the
/// codec to say.
std::optional<QJsonArray> filledEntries(const QJsonObject &answer, const EntryList &list,
                                        const QJsonArray &known)
{
    JsonReader reader(answer, {});
    const auto entries = takeClusterEntries(reader, list.key, list.ownKeys);
    if (reader.problem())
        return std::nullopt;
    QJsonArray filled;
    for (size_t i = 0; i < entries.size(); ++i) {
        const qsizetype before = knownEntry(entries, i, known);
        filled.append(before < 0 ? entries[i].object
                                 : filledObject(entries[i].object, known.at(before).toObject()));
    }
    return filled;
}

/// One entry without a cluster holds for all of them (the older edition's `integration_details`).
bool isCommonEntry(const QJsonValue &value, const EntryList &list)
{
    const QJsonObject object = value.toObject();
    return !object.contains(QLatin1StringView("tc"))
        && std::any_of(list.ownKeys.begin(), list.ownKeys.end(),
                       [&](const char *own) { return object.contains(QLatin1StringView(own)); });
}

qint64 sizeOf(const QJsonObject &extra)
{
    return extra.isEmpty() ? 0 : QJsonDocument(extra).toJson(QJsonDocument::Compact).size();
}

template <class T> qint64 extrasOf(const std::vector<T> &entries)
{
    qint64 bytes = 0;
    for (const T &entry : entries)
        bytes += sizeOf(entry.extra);
    return bytes;
}

} // namespace

QJsonObject withAbsentMembers(const QJsonObject &answer, const QJsonObject &known)
{
    QJsonObject rest = known;
    QJsonObject filled = answer;
    for (const EntryList &list : entryLists) {
        const QLatin1StringView key(list.key);
        const QJsonValue here = answer.value(key);
        const QJsonValue before = known.value(key);
        // A campaign has one targeting and no list of them.
        if (here.isUndefined() || !before.isArray())
            continue;
        rest.remove(key);
        if (here.isNull() || isCommonEntry(here, list))
            continue;
        if (const auto entries = filledEntries(answer, list, before.toArray()))
            filled.insert(key, *entries);
    }
    return filledObject(filled, rest);
}

namespace {

/// A campaign with what its parts lack.
QJsonObject withAbsentMembersOf(const SetupProcess &setup, const QJsonObject &campaign)
{
    const ClusterRef said = clusterOf(campaign);
    const auto chosen = std::find_if(setup.clusters.begin(), setup.clusters.end(), [&](const auto &one) {
        return !said.tc.isEmpty() && mayBeOf(said, one.cluster);
    });
    if (chosen == setup.clusters.end())
        return campaign;
    const ClusterRef &cluster = chosen->cluster;
    QJsonObject known{{QLatin1StringView("eid"), setup.eid.value()}};
    putCluster(known, cluster);
    QJsonArray creatives;
    for (const size_t position : setup.creativesOf(cluster))
        creatives.append(toJson(setup.creatives[position]));
    // Only within what the answer speaks of.
    const bool single = campaign.value(QLatin1StringView("creative")).isObject();
    if (campaign.contains(QLatin1StringView("creatives")))
        known.insert(QLatin1StringView("creatives"), creatives);
    else if (single && creatives.size() == 1)
        known.insert(QLatin1StringView("creative"), creatives.first());
    if (const Targeting *targeting = setup.targetingOf(cluster);
        targeting && campaign.contains(QLatin1StringView("targeting")))
        known.insert(QLatin1StringView("targeting"), toJson(*targeting));
    if (const IntegrationDetails *accounts = setup.integrationOf(cluster);
        accounts && campaign.contains(QLatin1StringView("integration_details"))) {
        IntegrationDetails own = *accounts;
        own.cluster = cluster;
        known.insert(QLatin1StringView("integration_details"), toJson(own));
    }
    return withAbsentMembers(campaign, known);
}

} // namespace

Expected<std::vector<Campaign>> campaignsOf(const SetupProcess &setup, const QJsonValue &json,
                                            const QString &fallbackCurrency)
{
    QString at;
    const auto array = unwrapList(json, "campaigns", at);
    if (!array)
        return tl::unexpected(array.error());
    return readList<Campaign>(*array, at, [&](const QJsonObject &object, const QString &pointer) {
        return Campaign::fromJson(withAbsentMembersOf(setup, object), fallbackCurrency, pointer);
    });
}

bool looksLikeRow(const QJsonObject &json)
{
    QJsonObject row = SetupProcess().contentJson();
    row.remove(QLatin1StringView("eid"));
    const QStringList members = row.keys();
    return std::any_of(members.begin(), members.end(),
                       [&](const QString &name) { return json.contains(name); });
}

Expected<QJsonObject> rowOfEvent(const QJsonObject &json, const EventId &eid)
{
    JsonReader reader(json, {});
    const EventId named(reader.text("eid"));
    if (reader.problem())
        return tl::unexpected(*reader.problem());
    if (named.isEmpty() ? !looksLikeRow(json) : named != eid)
        return tl::unexpected(Problem::protocol(QStringLiteral("/eid"), QStringLiteral("this event's row")));
    QJsonObject row = json;
    row.insert(QLatin1StringView("eid"), eid.value());
    return row;
}

qint64 unknownBytes(const SetupProcess &row)
{
    qint64 bytes = sizeOf(row.extra) + extrasOf(row.clusters) + extrasOf(row.creatives)
        + extrasOf(row.targeting) + extrasOf(row.integrationDetails);
    for (const Targeting &entry : row.targeting) {
        bytes += sizeOf(entry.demographics.extra) + sizeOf(entry.customAudiencesExtra);
        bytes += extrasOf(entry.geo);
    }
    return bytes;
}

} // namespace groundswell
