#pragma once

#include "app/service/store/sqlite/database.h"

namespace groundswell::service {

/// Takes the lines out of a rescued workspace whose event, customer or category is lost: they would belong to
/// nobody, or to somebody else. Then derives anew what is derived from the sales: the events' figures and the
/// fingerprints. Returns how many lines went. Throws SqlError.
[[nodiscard]] std::int64_t reconcileSales(Database &database);

/// Lines of sales in the workspace.
[[nodiscard]] std::int64_t countSales(Database &database);

} // namespace groundswell::service
