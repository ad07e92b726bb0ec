#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <string>
#include <vector>

namespace groundswell::service {

struct TableRescue {
    std::string table;
    std::int64_t rescued = 0;
    std::int64_t lost = 0; ///< rows of which only the key could be read, or that don't fit any more
    bool isComplete = true; ///< no part of it lies on a page that couldn't be read
};

/// Replaces the rows of a table in \a to by the rows of the same table in \a from that can be read. Steps
/// over damage: a row whose long part lies on a damaged page, and the rows of a whole page. Throws SqlError
/// for anything but damage in \a from.
[[nodiscard]] TableRescue rescueTable(Database &from, Database &to, const std::string &table);

/// Numbers that were once given out aren't given out again, even those of rows that are gone.
void rescueSequences(Database &from, Database &to);

/// The tables of a sound workspace, in the order in which they were made.
[[nodiscard]] std::vector<std::string> tablesOf(Database &database);

} // namespace groundswell::service
