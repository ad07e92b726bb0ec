#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <vector>

namespace groundswell::service {

struct WithdrawnConsents {
    std::vector<std::int64_t> customers; ///< numbers of those who count as opted out now
    bool isComplete = false; ///< all customers concerned were read; else everybody counts who may be
                             ///< concerned
};

/// For a file whose `changed_customer` couldn't be read whole: corrections that an import made and hadn't yet
/// moved into the customers' own rows are lost, so that those rows say what held before. An index names the
/// customers concerned as well; in \a to they now agreed to nothing and opted out. Nothing needs to be done
/// if an import in \a to hasn't finished: its corrections never counted. Throws SqlError for anything but
/// damage in \a from.
[[nodiscard]] WithdrawnConsents withdrawConsents(Database &from, Database &to);

} // namespace groundswell::service
