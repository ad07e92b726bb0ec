#pragma once

#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/connection/database.h"

#include <map>
#include <string>

namespace groundswell::service {

/// The numbers that importEvents() will give to the delivery's events that aren't stored yet, because rows
/// that are written before them refer to them already.
[[nodiscard]] std::map<std::string, std::uint32_t> numbersOfNewEvents(Database &database,
                                                                      const ImportRows &batch);
/// Throws SqlError if they would get others, because somebody else has written events meanwhile.
[[nodiscard]] RowCounts importEvents(Database &database, const ImportRows &batch,
                                     const std::map<std::string, std::uint32_t> &numbers,
                                     const JobControl &control);

/// Fingerprint of all stored events.
[[nodiscard]] std::string eventsDigest(Database &database);

} // namespace groundswell::service
