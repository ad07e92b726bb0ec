#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <vector>

namespace groundswell::service {

struct WithdrawnConsents {
    std::vector<std::int64_t> customers; ///< numbers of those who count as opted out now
    bool isComplete = false; ///< everyone was read whom it concerns; else everyone counts who may be
};

/// For a file whose `changed_customer` couldn't be read whole: what an import corrected and hasn't yet moved
/// into the customers' own rows is lost, so that those say what held before it. Whom it concerns stands in an
/// index as well; they agreed to nothing now and opted out, in \a to. Nothing is to be done where an import
/// in \a to hasn't finished: its corrections never counted. Throws SqlError for anything but damage in \a
/// from.
[[nodiscard]] WithdrawnConsents withdrawConsents(Database &from, Database &to);

} // namespace groundswell::service
