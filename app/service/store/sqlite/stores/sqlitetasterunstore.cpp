#include "app/service/store/sqlite/stores/sqlitetasterunstore.h"

#include "app/service/store/sqlite/stores/rowjson.h"

namespace groundswell::service {

namespace {

constexpr const char *byKey = "SELECT no, run_key, snapshot_id, notice, quality, computed_at FROM taste_run"
                              " WHERE run_key = ?";
constexpr const char *byNumber =
    "SELECT no, run_key, snapshot_id, notice, quality, computed_at FROM taste_run"
    " WHERE no = ?";

template <class Key>
std::optional<TasteRunRecord> readRun(Database &database, const char *sql, const Key &key)
{
    Statement select = database.prepare(sql);
    select.bindAll(key);
    if (!select.step())
        return std::nullopt;
    return TasteRunRecord{
        select.integer(0),          select.text(1),           select.text(2), select.text(3),
        jsonObject(select.view(4)), timeOf(select.integer(5))};
}

std::optional<QJsonObject> readClusters(Database &database, TcRunId run, const EventId &event)
{
    Statement select = database.prepare("SELECT answer FROM run_clusters WHERE run = ? AND event_id = ?");
    select.bindAll(run, event.value());
    return select.step() ? std::optional(jsonObject(select.view(0))) : std::nullopt;
}

} // namespace

Expected<TasteRunRecord> SqliteTasteRunStore::record(const TasteRunRecord &run)
{
    return m_connections.write([&](Database &database) {
        database.run("INSERT OR IGNORE INTO taste_run (run_key, snapshot_id, notice, quality, computed_at)"
                     " VALUES (?, ?, ?, ?, ?)",
                     run.key, run.snapshotId, run.notice, jsonText(run.quality), seconds(run.computedAt));
        return *readRun(database, byKey, run.key);
    });
}

Expected<std::optional<TasteRunRecord>> SqliteTasteRunStore::find(TcRunId number)
{
    return m_connections.read([&](Database &database) { return readRun(database, byNumber, number); });
}

Expected<std::optional<TasteRunRecord>> SqliteTasteRunStore::findKey(const QString &key)
{
    return m_connections.read([&](Database &database) { return readRun(database, byKey, key); });
}

Expected<bool> SqliteTasteRunStore::isPinned(TcRunId run, const EventId &event)
{
    return m_connections.read([&](Database &database) {
        Statement select =
            database.prepare("SELECT 1 FROM run_members WHERE run = ? AND event_id = ? LIMIT 1");
        select.bindAll(run, event.value());
        return select.step();
    });
}

Expected<QJsonObject> SqliteTasteRunStore::keepClusters(TcRunId run, const EventId &event,
                                                        const QJsonObject &answer)
{
    return m_connections.write([&](Database &database) {
        database.run("INSERT OR IGNORE INTO run_clusters (run, event_id, answer) VALUES (?, ?, ?)", run,
                     event.value(), jsonText(answer));
        return *readClusters(database, run, event);
    });
}

Expected<std::optional<QJsonObject>> SqliteTasteRunStore::clusters(TcRunId run, const EventId &event)
{
    return m_connections.read([&](Database &database) { return readClusters(database, run, event); });
}

Expected<void> SqliteTasteRunStore::keepClusterQuality(TcRunId run, int version, const QJsonObject &report)
{
    return m_connections.write([&](Database &database) {
        database.run("INSERT OR IGNORE INTO run_evaluation (run, version, report) VALUES (?, ?, ?)", run,
                     std::int64_t(version), jsonText(report));
    });
}

Expected<std::optional<QJsonObject>> SqliteTasteRunStore::clusterQuality(TcRunId run, int version)
{
    return m_connections.read([&](Database &database) -> std::optional<QJsonObject> {
        Statement select =
            database.prepare("SELECT report FROM run_evaluation WHERE run = ? AND version = ?");
        select.bindAll(run, std::int64_t(version));
        return select.step() ? std::optional(jsonObject(select.view(0))) : std::nullopt;
    });
}

Expected<void> SqliteTasteRunStore::pinMembers(TcRunId run, const EventId &event,
                                               const std::vector<PinnedCluster> &clusters)
{
    // Before the transaction, so that nobody who waits for it waits for this.
    std::vector<QByteArray> packed;
    for (const PinnedCluster &cluster : clusters)
        packed.push_back(packIds(cluster.members));
    return m_connections.write([&](Database &database) {
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            database.run("INSERT OR IGNORE INTO run_members (run, event_id, tc, members) VALUES (?, ?, ?, ?)",
                         run, event.value(), clusters[i].tc.value(), packed[i]);
        }
    });
}

Expected<std::optional<std::vector<std::string>>>
SqliteTasteRunStore::members(TcRunId run, const EventId &event, const ClusterName &tc)
{
    return m_connections.read([&](Database &database) -> std::optional<std::vector<std::string>> {
        Statement select =
            database.prepare("SELECT members FROM run_members WHERE run = ? AND event_id = ? AND tc = ?");
        select.bindAll(run, event.value(), tc.value());
        return select.step() ? std::optional(unpackIds(select.blob(0))) : std::nullopt;
    });
}

} // namespace groundswell::service
