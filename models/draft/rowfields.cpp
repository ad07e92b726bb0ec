#include "models/draft/rowfields.h"

#include "models/wave/clusterentries.h"

#include <QJsonArray>

#include <algorithm>

namespace groundswell {

namespace {

constexpr QLatin1StringView extraPrefix("extra.");

QString camelCase(const QString &wire)
{
    QString name;
    for (const QChar c : wire) {
        if (name.endsWith(u'_')) {
            name.chop(1);
            name += c.toUpper();
        } else {
            name += c;
        }
    }
    return name;
}

QString snakeCase(const QString &name)
{
    QString wire;
    for (const QChar c : name) {
        if (c.isUpper())
            wire += u'_';
        wire += c.toLower();
    }
    return wire;
}

/// The full shape of an object tells its known members from unknown ones, and which of them are objects
/// themselves.
void flatten(const QJsonObject &json, const QJsonObject &shape, const QString &prefix, Members &members)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto known = shape.find(it.key());
        if (known == shape.end())
            members.insert(prefix + extraPrefix + it.key(), it.value());
        else if (known->isObject())
            flatten(it.value().toObject(), known->toObject(), prefix + camelCase(it.key()) + u'.', members);
        else
            members.insert(prefix + camelCase(it.key()), it.value());
    }
}

void put(QJsonObject &json, const QJsonObject &shape, const QString &name, const QJsonValue &value)
{
    if (name.startsWith(extraPrefix)) {
        json.insert(name.mid(extraPrefix.size()), value);
        return;
    }
    const QString head = snakeCase(name.section(u'.', 0, 0));
    const QJsonValue known = shape.value(head);
    if (!known.isObject()) {
        json.insert(head, value);
        return;
    }
    QJsonObject inner = json.value(head).toObject();
    put(inner, known.toObject(), name.section(u'.', 1), value);
    json.insert(head, inner);
}

QJsonObject unflatten(const Members &members, const QJsonObject &shape)
{
    QJsonObject json;
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (!it.value().isUndefined())
            put(json, shape, it.key(), it.value());
    }
    return json;
}

QJsonObject shapeOf(const QString &section)
{
    if (section == u"creatives")
        return toJson(Creative());
    if (section == u"targeting")
        return toJson(Targeting());
    if (section == u"integrationDetails")
        return toJson(IntegrationDetails());
    return toJson(ChosenCluster());
}

QJsonObject ownJson(const SetupProcess &row)
{
    QJsonObject json = row.contentJson();
    for (const char *section : rowSections)
        json.remove(snakeCase(QString::fromLatin1(section)));
    return json;
}

template <class T> std::vector<RowEntry> entriesOf(const std::vector<T> &list, const char *section)
{
    std::vector<RowEntry> entries;
    QHash<ClusterRef, int> counts;
    const QJsonObject shape = shapeOf(QString::fromLatin1(section));
    for (const T &element : list) {
        RowEntry entry;
        entry.path.section = QString::fromLatin1(section);
        entry.path.cluster = element.cluster;
        entry.path.index = counts[element.cluster]++;
        flatten(toJson(element), shape, {}, entry.members);
        entries.push_back(std::move(entry));
    }
    return entries;
}

template <class T, class Parse> std::vector<T> elementsOf(const std::vector<RowEntry> &entries, Parse parse)
{
    std::vector<T> list;
    list.reserve(entries.size());
    for (const RowEntry &entry : entries) {
        // Every value was written by the same codec, so none can be refused.
        if (auto element = parse(entryJson(entry.path, entry.members), QString()))
            list.push_back(std::move(*element));
    }
    return list;
}

} // namespace

RowFields RowFields::of(const SetupProcess &row)
{
    RowFields fields;
    flatten(ownJson(row), ownJson(SetupProcess()), {}, fields.own);
    fields.lists = {entriesOf(row.clusters, rowSections[0]), entriesOf(row.creatives, rowSections[1]),
                    entriesOf(row.targeting, rowSections[2]),
                    entriesOf(row.integrationDetails, rowSections[3])};
    return fields;
}

SetupProcess RowFields::toRow() const
{
    QJsonObject json = unflatten(own, ownJson(SetupProcess()));
    // The lists are set below, from entries that already name their cluster and run.
    json.insert(QLatin1StringView("tcs"), QJsonArray());
    SetupProcess row = SetupProcess::fromJson(json).value_or(SetupProcess());
    row.clusters = elementsOf<ChosenCluster>(lists[0], chosenClusterFromJson);
    row.creatives = elementsOf<Creative>(lists[1], creativeFromJson);
    row.targeting = elementsOf<Targeting>(lists[2], targetingFromJson);
    row.integrationDetails = elementsOf<IntegrationDetails>(lists[3], integrationDetailsFromJson);
    return row;
}

Members emptyMembers(const FieldPath &entry)
{
    QJsonObject json = shapeOf(entry.section);
    if (entry.cluster)
        putCluster(json, *entry.cluster);
    return entryMembers(entry, json);
}

FieldPath ownPath(const QString &name)
{
    FieldPath path;
    if (name.startsWith(extraPrefix)) {
        path.section = QStringLiteral("extra");
        path.member = name.mid(extraPrefix.size());
    } else {
        path.section = name;
    }
    return path;
}

QString ownName(const FieldPath &path)
{
    return path.section == u"extra" ? QString(extraPrefix + path.member) : path.section;
}

QJsonObject entryJson(const FieldPath &entry, const Members &members)
{
    return unflatten(members, shapeOf(entry.section));
}

Members entryMembers(const FieldPath &entry, const QJsonObject &json)
{
    Members members;
    flatten(json, shapeOf(entry.section), {}, members);
    return members;
}

} // namespace groundswell
