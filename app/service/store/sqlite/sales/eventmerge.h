#pragma once

#include "app/service/store/importrows.h"
#include "app/service/store/sqlite/sales/saletable.h"

#include <vector>

namespace groundswell::service {

/// What a delivery and the workspace hold of one event.
struct EventDelivery {
    std::uint32_t event = 0; ///< the workspace's number
    std::vector<SaleLine> lines; ///< delivered, sorted by time
    std::vector<StoredSales> stored; ///< in order of time
};

/// The changes that a delivery makes to one event's sales. The texts of invoices lie where the delivery's do.
struct SalesChange {
    RowCounts counts;
    bool isAllNew = false; ///< the event had no sales: the delivered lines are all there are, and aren't
                           ///< repeated
    std::vector<SaleLine> lines; ///< all of the event's, afterwards; empty where nothing changes
    std::vector<SaleLine> added, removed;
    std::vector<std::int64_t> outdated; ///< blocks to remove
    std::vector<PackedSales> blocks; ///< to store instead; none where nothing changes
};

/// Pairs the delivered lines off with the stored ones. Equal lines stay; a stored line with other figures is
/// replaced (SalesStore::apply() says what makes it the same line); the rest is new. Only the blocks in the
/// span of time that changes are written anew. Throws SqlError if a stored block is damaged.
[[nodiscard]] SalesChange mergeSales(const EventDelivery &delivery);

} // namespace groundswell::service
