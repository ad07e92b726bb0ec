#pragma once

#include "app/service/import/filepreview.h"
#include "app/service/import/importproblem.h"
#include "app/service/import/importreport.h"
#include "app/service/import/mapping.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace groundswell::service {

class Store;

struct ImportFile {
    FileKind kind = FileKind::Events;
    QString path; ///< CSV, plain or .gz
};

struct ImportRequest {
    std::vector<ImportFile> files; ///< in any order, any of the three kinds; several of one kind are fine
    ImportMapping mapping;
    QString rejectsPath; ///< where rows that were left out are written to; empty = nowhere
};

/// How far an import is. `phase`: "events", "customers", "sales" while that file is read, then "storing".
struct ImportProgress {
    const char *phase = "";
    double share = 0; ///< of the whole import, 0–1
    std::int64_t rows = 0; ///< read so far, all files
};

/// May be called from any thread; `progress` is called from the importing one, some ten times a second at
/// most.
struct ImportControl {
    std::stop_token stop;
    std::function<void(const ImportProgress &)> progress;
};

/// Imports a delivery: everything that is fit to be stored in one transaction, or nothing at all. Rows that
/// aren't fit are counted and written to the rejects file; they don't stop the others. Blocks for as long as
/// it takes (seconds for millions of rows), so call it from a job's thread.
[[nodiscard]] ImportExpected<ImportReport> importFiles(Store &store, const ImportRequest &request,
                                                       const ImportControl &control = {});

} // namespace groundswell::service
