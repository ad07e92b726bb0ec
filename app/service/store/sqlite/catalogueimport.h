#pragma once

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/database.h"

#include <optional>
#include <string>

namespace groundswell::service {

[[nodiscard]] RowCounts importEvents(Database &database, const ImportBatch &batch, const JobControl &control);
/// \a digest becomes the fingerprint of the customers where the table was empty, and stays where it wasn't.
[[nodiscard]] RowCounts importCustomers(Database &database, const ImportBatch &batch,
                                        const JobControl &control, std::optional<std::string> &digest);

/// Fingerprints of all stored events and customers.
[[nodiscard]] std::string eventsDigest(Database &database);
[[nodiscard]] std::string customersDigest(Database &database);

} // namespace groundswell::service
