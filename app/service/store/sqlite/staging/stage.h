#pragma once

#include "app/service/store/sqlite/connection/connections.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace groundswell::service {

// An import is written in many small transactions and becomes visible through a last one, so that nobody who
// saves a row meanwhile waits for more than some milliseconds. Until then its customers and blocks of sales
// lie above the numbers that count (`import_stage`), its corrected customers in a table of their own
// (`changed_customer`), and everything small (events, categories, figures, fingerprints) waits in memory. The
// last transaction writes the small data, removes the marks, and names the blocks that are replaced
// (`outdated_block`). A reader's transaction comes before or after it and sees the old content or the new.
// The leftovers (rows of an import that was stopped or killed, replaced blocks, corrections that are still to
// be written into their rows) count for nobody and are cleaned up in small transactions too: after the
// import, by the next one, or at the next start.
//
// Alternatives that were tried: one transaction for everything made a row wait for 12.8 of 14.8 seconds. Rows
// in a second file, which SQLite would lock by itself, would break the promise that a workspace is one file,
// or be written twice: there, and again into this one in one long transaction. A table that is filled beside
// the old one and then renamed is quick for a first import, but every later one would copy a million
// customers for the sake of a few. Numbers that count from a mark on cost readers nothing while no import is
// at work, and workspaces of earlier versions need no conversion. tests/bench/README.md has the figures.

/// The highest numbers that count while an import is written.
struct ImportStage {
    std::int64_t customersTo = 0;
    std::int64_t blocksTo = 0;
};
/// Null if no import is under way (even if one was killed on its way).
[[nodiscard]] std::optional<ImportStage> currentStage(Database &database);
/// Marks the present rows as the ones that count.
ImportStage beginStage(Database &database);
/// Everything that was written since then counts from here on.
void endStage(Database &database);

/// What goes after FROM to read the customers who count, with all columns of the table, in no particular
/// order. Valid within the transaction in which it was asked for.
[[nodiscard]] std::string countingCustomers(Database &database);
/// A condition on `sale_block` that selects the blocks that count; valid in the same way.
[[nodiscard]] std::string countingBlocks(Database &database);

/// One step of tidyUp(), in one transaction; false when everything is tidy.
[[nodiscard]] bool tidyUpStep(Database &database);
/// Removes what a stopped or killed import has left, and moves what a finished one has changed to its place;
/// in small transactions, which change nothing for readers. If it is stopped, it goes on from there the next
/// time. Not beside an import (ImportTurn). Throws SqlError.
void tidyUp(Connections &connections, const std::stop_token &stop);

} // namespace groundswell::service
