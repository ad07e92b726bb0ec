#include "models/wave/clusterentries.h"

#include <algorithm>

namespace groundswell {

namespace {

void addArray(std::vector<ClusterEntry> &entries, JsonReader &reader, const QJsonArray &array,
              const QString &pointer, const QString &cluster = {})
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString here = pointer + u'/' + QString::number(i);
        if (!array.at(i).isObject()) {
            reader.fail(Problem::protocol(here, QStringLiteral("object")));
            return;
        }
        QJsonObject object = array.at(i).toObject();
        if (!cluster.isEmpty() && !object.contains(QLatin1StringView("tc")))
            object.insert(QLatin1StringView("tc"), cluster);
        entries.push_back({object, here});
    }
}

void addKeyed(std::vector<ClusterEntry> &entries, JsonReader &reader, const QJsonObject &keyed,
              const QString &pointer)
{
    for (auto it = keyed.begin(); it != keyed.end(); ++it) {
        const QString here = JsonReader({}, pointer).pointerTo(it.key().toUtf8().constData());
        if (it.value().isNull())
            continue;
        if (it.value().isArray()) {
            addArray(entries, reader, it.value().toArray(), here, it.key());
        } else if (it.value().isObject()) {
            QJsonObject object = it.value().toObject();
            if (!object.contains(QLatin1StringView("tc")))
                object.insert(QLatin1StringView("tc"), it.key());
            entries.push_back({object, here});
        } else {
            reader.fail(Problem::protocol(here, QStringLiteral("object or array")));
        }
    }
}

} // namespace

std::vector<ClusterEntry> takeClusterEntries(JsonReader &reader, const char *key,
                                             std::initializer_list<const char *> ownKeys)
{
    std::vector<ClusterEntry> entries;
    const QString pointer = reader.pointerTo(key);
    const QJsonValue value = reader.value(key);
    if (value.isArray()) {
        addArray(entries, reader, value.toArray(), pointer);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const bool bare = std::any_of(ownKeys.begin(), ownKeys.end(), [&](const char *own) {
            return object.contains(QLatin1StringView(own));
        });
        if (bare)
            entries.push_back({object, pointer});
        else
            addKeyed(entries, reader, object, pointer);
    } else if (!value.isUndefined() && !value.isNull()) {
        reader.fail(Problem::protocol(pointer, QStringLiteral("array")));
    }
    return entries;
}

ClusterRef takeCluster(JsonReader &reader)
{
    ClusterRef cluster;
    cluster.tc = ClusterName(reader.text("tc"));
    cluster.tcRunId = reader.integer("tc_run_id").value_or(0);
    return cluster;
}

void putCluster(QJsonObject &json, const ClusterRef &cluster)
{
    json.insert(QLatin1StringView("tc"), textJson(cluster.tc.value()));
    json.insert(QLatin1StringView("tc_run_id"), cluster.tcRunId);
}

} // namespace groundswell
