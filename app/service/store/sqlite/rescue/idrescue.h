#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <string>
#include <vector>

namespace groundswell::service {

struct IdRescue {
    std::vector<std::int64_t> added; ///< numbers of rows that have nothing but their id now
    bool isComplete = false; ///< every id was read: no other rows were lost
};

/// For `event`, `customer` or `ticket_category` with lost rows: their ids are also in an index, on other
/// pages. Puts rows into \a to that have their number and id, so that they keep their sales, and the next
/// import that knows them fills in the rest. An event gets its id as its title and no date (0); a customer
/// agreed to nothing and opted out, because what the lost row said is unknown. Throws SqlError for anything
/// but damage in \a from.
[[nodiscard]] IdRescue rescueIds(Database &from, Database &to, const std::string &table);

/// Gives the events of these numbers the time of their last sale as their date, and what searching needs.
/// Called when the sales are in \a database, which is of today's version.
void dateEvents(Database &database, const std::vector<std::int64_t> &events);

} // namespace groundswell::service
