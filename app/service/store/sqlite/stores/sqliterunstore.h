#pragma once

#include "app/service/store/runstore.h"
#include "app/service/store/sqlite/connection/connections.h"

namespace groundswell::service {

class SqliteRunStore final : public RunStore {
public:
    explicit SqliteRunStore(Connections &connections)
        : m_connections(connections)
    {
    }

    Expected<RunRecord> record(const RunRecord &run) override;
    Expected<std::optional<RunRecord>> find(TcRunId number) override;
    Expected<std::optional<RunRecord>> findKey(const QString &key) override;
    Expected<bool> isPinned(TcRunId run, const EventId &event) override;
    Expected<QJsonObject> keepClusters(TcRunId run, const EventId &event, const QJsonObject &answer) override;
    Expected<std::optional<QJsonObject>> clusters(TcRunId run, const EventId &event) override;
    Expected<void> keepEvaluation(TcRunId run, int version, const QJsonObject &report) override;
    Expected<std::optional<QJsonObject>> evaluation(TcRunId run, int version) override;
    Expected<void> pinMembers(TcRunId run, const EventId &event,
                              const std::vector<PinnedCluster> &clusters) override;
    Expected<std::optional<std::vector<std::string>>> members(TcRunId run, const EventId &event,
                                                              const ClusterName &tc) override;

private:
    Connections &m_connections;
};

} // namespace groundswell::service
