#pragma once

#include "models/wave/ids.h"
#include "models/wave/problem.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

namespace groundswell::service {

/// A numbered taste run (`tc_run_id`). Its results can be computed again from its key's inputs while they are
/// there; what was shown of it is kept as it was shown.
struct TasteRunRecord {
    TcRunId number = 0;
    QString key;
    QString snapshotId;
    QString notice;
    QJsonObject quality;
    QDateTime computedAt;
};

/// The people of one cluster of one event, as they were when somebody started to plan with it.
struct PinnedCluster {
    ClusterName tc;
    std::vector<std::string> members; ///< customer ids, sorted
};

/// Thread-safe; every write is one transaction.
class TasteRunStore {
public:
    virtual ~TasteRunStore() = default;

    /// Gives the run its number: the same key always the same one.
    [[nodiscard]] virtual Expected<TasteRunRecord> record(const TasteRunRecord &run) = 0;
    [[nodiscard]] virtual Expected<std::optional<TasteRunRecord>> find(TcRunId number) = 0;
    [[nodiscard]] virtual Expected<std::optional<TasteRunRecord>> findKey(const QString &key) = 0;

    /// An event's clusters as they were first answered (the contract's JSON); the first answer stays.
    [[nodiscard]] virtual Expected<QJsonObject> keepClusters(TcRunId run, const EventId &event,
                                                             const QJsonObject &answer) = 0;
    [[nodiscard]] virtual Expected<std::optional<QJsonObject>> clusters(TcRunId run,
                                                                        const EventId &event) = 0;

    /// How good the run is, as it was first reported; the first answer of a version stays.
    [[nodiscard]] virtual Expected<void> keepClusterQuality(TcRunId run, int version,
                                                            const QJsonObject &report) = 0;
    [[nodiscard]] virtual Expected<std::optional<QJsonObject>> clusterQuality(TcRunId run, int version) = 0;

    /// Keeps the members of an event's clusters, so that a draft can be published on its run after the data
    /// has moved on. The first pin stays.
    [[nodiscard]] virtual Expected<void> pinMembers(TcRunId run, const EventId &event,
                                                    const std::vector<PinnedCluster> &clusters) = 0;
    [[nodiscard]] virtual Expected<bool> isPinned(TcRunId run, const EventId &event) = 0;
    [[nodiscard]] virtual Expected<std::optional<std::vector<std::string>>>
    members(TcRunId run, const EventId &event, const ClusterName &tc) = 0;
};

} // namespace groundswell::service
