#pragma once

#include "app/service/store/setupstore.h"
#include "app/service/store/sqlite/connection/connections.h"

namespace groundswell::service {

class SqliteSetupStore final : public SetupStore {
public:
    explicit SqliteSetupStore(Connections &connections)
        : m_connections(connections)
    {
    }

    Expected<std::optional<StoredSetup>> find(const EventId &event) override;
    Expected<std::vector<EventId>> drafts() override;
    Expected<StoredSetup> create(const EventId &event, const QJsonObject &row, const WriteCondition &writer,
                                 const QDateTime &now) override;
    Expected<StoredSetup> replace(const EventId &event, const QJsonObject &row, const WriteCondition &writer,
                                  const QDateTime &now) override;
    Expected<void> remove(const EventId &event) override;

private:
    Connections &m_connections;
};

/// For adapters that need the setup inside a transaction of their own.
[[nodiscard]] std::optional<StoredSetup> readSetup(Database &database, const EventId &event);

} // namespace groundswell::service
