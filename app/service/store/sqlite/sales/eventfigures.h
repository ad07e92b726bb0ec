#pragma once

#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/sales/saleblock.h"

#include <optional>
#include <utility>
#include <vector>

namespace groundswell::service {

/// What the event table carries of an event's sales.
struct EventFigures {
    std::int64_t tickets = 0; ///< net of returns
    std::int64_t revenueMinor = 0;
    std::int64_t orders = 0; ///< distinct invoice numbers; without one, lines with tickets
    std::optional<std::int64_t> firstSaleAt;
};

/// Adds up an event's lines. One object serves many events, one after the other.
class EventFiguresSum {
public:
    void add(const SaleLine &line);
    /// The event's figures; after that, the next event begins.
    [[nodiscard]] EventFigures take();

private:
    [[nodiscard]] bool isNewOrder(std::uint64_t hash);
    void grow();

    EventFigures m_sum;
    std::vector<std::uint64_t> m_orders; ///< hashes in a table, a power of two, half of it free
    std::size_t m_orderCount = 0;
};

/// By event number.
void writeFigures(Database &database, const std::vector<std::pair<std::uint32_t, EventFigures>> &figures);

} // namespace groundswell::service
