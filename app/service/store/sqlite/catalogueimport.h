#pragma once

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/database.h"

#include <string>

namespace groundswell::service {

/// Thrown inside the import when its job was stopped; the transaction rolls back on the way out.
struct ImportCancelled { };

/// Call now and then in long loops.
void throwIfStopped(const JobControl &control);

[[nodiscard]] RowCounts importEvents(Database &database, const ImportBatch &batch);
[[nodiscard]] RowCounts importCustomers(Database &database, const ImportBatch &batch,
                                        const JobControl &control);

/// Fingerprints of all stored events and customers.
[[nodiscard]] std::string eventsDigest(Database &database);
[[nodiscard]] std::string customersDigest(Database &database);

} // namespace groundswell::service
