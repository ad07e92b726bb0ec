#pragma once

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/database.h"

#include <string>

namespace groundswell::service {

[[nodiscard]] RowCounts importEvents(Database &database, const ImportBatch &batch, const JobControl &control);
[[nodiscard]] RowCounts importCustomers(Database &database, const ImportBatch &batch,
                                        const JobControl &control);

/// Fingerprints of all stored events and customers.
[[nodiscard]] std::string eventsDigest(Database &database);
[[nodiscard]] std::string customersDigest(Database &database);

} // namespace groundswell::service
