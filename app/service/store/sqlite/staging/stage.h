#pragma once

#include "app/service/store/sqlite/connection/connections.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace groundswell::service {

// An import is written in many small transactions and becomes visible by a last one, so that nobody who saves
// a row meanwhile waits for more than some milliseconds. Until then its customers and blocks of sales lie
// above the numbers that count (`import_stage`), its corrected customers in a table of their own
// (`changed_customer`), and everything small (events, categories, figures, fingerprints) waits in memory.
// The last transaction writes what is small, removes the marks, and names the blocks that are replaced
// (`outdated_block`). A reader's transaction lies before or after it and sees the old or the new. What is
// left over (rows of an import that was stopped or killed, blocks that were replaced, corrections that are to
// be written into their rows) counts for nobody and is tidied up in small transactions too: behind the
// import, by the next one, or at the next start.
//
// Why not otherwise: one transaction that covers all is what made a row wait for 12.8 of 14.8 seconds. Rows
// in a second file, which SQLite would lock by itself, would break the promise that a workspace is one file,
// or be written twice: there, and again into this one in one long transaction. A table that is filled beside
// the old one and renamed is quick for a first import, but every later one would copy a million customers for
// the sake of some. Numbers that count from a mark on cost readers nothing while no import is at work, and
// workspaces of earlier versions need no conversion. What it costs and brings: tests/bench/README.md.

/// The highest numbers that count while an import is written.
struct ImportStage {
    std::int64_t customersTo = 0;
    std::int64_t blocksTo = 0;
};
/// Null where no import is under way (or was killed on its way).
[[nodiscard]] std::optional<ImportStage> currentStage(Database &database);
/// Marks what is there as what counts.
ImportStage beginStage(Database &database);
/// Everything that has been written since counts from here on.
void endStage(Database &database);

/// What stands behind FROM to read the customers who count, with all columns of the table, in no particular
/// order. Holds within the transaction in which it was asked for.
[[nodiscard]] std::string countingCustomers(Database &database);
/// A condition on `sale_block` by which only those that count are read, likewise.
[[nodiscard]] std::string countingBlocks(Database &database);

/// A step of tidyUp(), one transaction; false when everything is tidy.
[[nodiscard]] bool tidyUpStep(Database &database);
/// Removes what a stopped or killed import has left and takes in what a finished one has changed; in small
/// transactions, which change nothing for readers. Stopped, it goes on from there the next time. Not beside
/// an import (ImportTurn). Throws SqlError.
void tidyUp(Connections &connections, const std::stop_token &stop);

} // namespace groundswell::service
