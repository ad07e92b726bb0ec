#pragma once

#include "app/service/store/eventstore.h"
#include "app/service/store/sqlite/connection/connections.h"

namespace groundswell::service {

class SqliteEventStore final : public EventStore {
public:
    explicit SqliteEventStore(Connections &connections)
        : m_connections(connections)
    {
    }

    Expected<Page<StoredEvent>> page(const EventFilter &filter) override;
    Expected<StoredEvent> event(const EventId &id) override;
    Expected<EventTotals> totals(const QDateTime &now) override;
    Expected<bool> isEmpty() override;
    Expected<std::vector<VenueEntry>> venues(const QStringList &cities) override;
    Expected<std::vector<TicketCategory>> ticketCategories(const EventId &id) override;
    Expected<std::vector<DailySales>> dailySales(const EventId &id) override;
    Expected<std::vector<StoredEvent>> series(const EventId &id, int limit) override;
    Expected<void> setSeries(const EventId &id, const std::vector<EventId> &siblings) override;
    Expected<void> change(const EventId &id, const EventChange &change) override;

private:
    Connections &m_connections;
};

} // namespace groundswell::service
