#pragma once

#include "app/service/store/sqlite/connection/database.h"

namespace groundswell::service {

struct ReconciledSales {
    std::int64_t removed = 0; ///< lines whose event is lost: they belong to nothing
    std::int64_t inPart = 0; ///< lines without their customer, anonymous now, or without their category
    bool isComplete = true; ///< every block could be read
};

/// Takes from the lines of a rescued workspace whatever they refer to that is lost: it would become somebody
/// else's the next time that its number is given out. Then derives anew what is derived from the sales: the
/// events' figures and the fingerprints. Throws SqlError.
[[nodiscard]] ReconciledSales reconcileSales(Database &database);

/// Lines of sales in the workspace.
[[nodiscard]] std::int64_t countSales(Database &database);

} // namespace groundswell::service
