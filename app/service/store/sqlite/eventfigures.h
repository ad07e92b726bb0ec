#pragma once

#include "app/service/store/sqlite/database.h"

#include <optional>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// Adds up what the event table carries of the sales: tickets, revenue, orders, first sale. By hand and
/// event number: a GROUP BY with count(DISTINCT) takes many times as long.
class EventFigures {
public:
    /// add() of this one comes soon.
    void expect(std::size_t event, std::string_view invoice) const;
    void add(std::size_t event, std::int64_t at, std::int64_t quantity, std::int64_t amountMinor,
             std::string_view invoice);
    void addStored(Database &database); ///< every sale in the workspace
    void write(Database &database) const; ///< into the event table; events without a sale stay as they are

private:
    struct Figures {
        std::int64_t tickets = 0;
        std::int64_t revenue = 0;
        std::int64_t orders = 0;
        std::optional<std::int64_t> firstSale;
    };

    bool isNewOrder(std::size_t event, std::string_view invoice);
    void growOrders();

    std::vector<Figures> m_figures; ///< by event number
    std::vector<std::uint64_t> m_orders; ///< hashes of (event, invoice), in a table of which half is free
    std::size_t m_orderCount = 0;
};

} // namespace groundswell::service
