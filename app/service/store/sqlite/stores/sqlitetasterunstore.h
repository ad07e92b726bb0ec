#pragma once

#include "app/service/store/sqlite/connection/connections.h"
#include "app/service/store/tasterunstore.h"

namespace groundswell::service {

class SqliteTasteRunStore final : public TasteRunStore {
public:
    explicit SqliteTasteRunStore(Connections &connections)
        : m_connections(connections)
    {
    }

    Expected<TasteRunRecord> record(const TasteRunRecord &run) override;
    Expected<std::optional<TasteRunRecord>> find(TcRunId number) override;
    Expected<std::optional<TasteRunRecord>> findKey(const QString &key) override;
    Expected<bool> isPinned(TcRunId run, const EventId &event) override;
    Expected<QJsonObject> keepClusters(TcRunId run, const EventId &event, const QJsonObject &answer) override;
    Expected<std::optional<QJsonObject>> clusters(TcRunId run, const EventId &event) override;
    Expected<void> keepClusterQuality(TcRunId run, int version, const QJsonObject &report) override;
    Expected<std::optional<QJsonObject>> clusterQuality(TcRunId run, int version) override;
    Expected<void> pinMembers(TcRunId run, const EventId &event,
                              const std::vector<PinnedCluster> &clusters) override;
    Expected<std::optional<std::vector<std::string>>> members(TcRunId run, const EventId &event,
                                                              const ClusterName &tc) override;

private:
    Connections &m_connections;
};

} // namespace groundswell::service
