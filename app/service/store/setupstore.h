#pragma once

#include "models/wave/ids.h"
#include "models/wave/problem.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace groundswell::service {

/// One event's setup process as it is stored: the row in the contract's JSON, so that members which this
/// version doesn't know stay where they are.
struct StoredSetup {
    QJsonObject row;
    qint64 version = 0; ///< grows with every write; never repeated for an event, even after a delete
    bool published = false;
};

/// What a writer knows about the row that it is about to replace (wave-api 9.3).
struct WriteCondition {
    std::optional<qint64> version; ///< of If-Match; a row with another version isn't replaced
    QString clientId; ///< X-Client-Id
    std::optional<qint64> revision; ///< X-Draft-Revision, grows within one client
};

/// The drafts: one row for each event. Thread-safe; every write is one transaction, durable when it returns.
class SetupStore {
public:
    virtual ~SetupStore() = default;

    [[nodiscard]] virtual Expected<std::optional<StoredSetup>> find(const EventId &event) = 0;
    /// The events that have an unpublished one, by id.
    [[nodiscard]] virtual Expected<std::vector<EventId>> drafts() = 0;
    /// Conflict `error.setup.exists` if there is one already.
    [[nodiscard]] virtual Expected<StoredSetup> create(const EventId &event, const QJsonObject &row,
                                                       const WriteCondition &writer,
                                                       const QDateTime &now) = 0;
    /// NotFound `error.setup.not_found`; 409 `error.setup.frozen` after publishing; 409 `error.setup.stale`
    /// for a revision older than one that is stored from the same client; 412 `error.setup.changed` for
    /// another version, with the current row as `current` in the problem's body. Sending the newest revision
    /// again is a retry: nothing is written and the stored row comes back.
    [[nodiscard]] virtual Expected<StoredSetup> replace(const EventId &event, const QJsonObject &row,
                                                        const WriteCondition &writer,
                                                        const QDateTime &now) = 0;
    /// NotFound without a draft, 409 `error.setup.frozen` for a published one.
    [[nodiscard]] virtual Expected<void> remove(const EventId &event) = 0;
};

} // namespace groundswell::service
