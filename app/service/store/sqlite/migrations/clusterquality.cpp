#include "app/service/store/sqlite/migrations/steps.h"

namespace groundswell::service::steps {

const char *const clusterQuality = R"sql(
CREATE TABLE run_evaluation ( -- how good a run is, computed on request
    run INTEGER NOT NULL REFERENCES taste_run (no),
    version INTEGER NOT NULL, -- of the evaluation: a newer one is computed anew
    report TEXT NOT NULL, -- JSON
    PRIMARY KEY (run, version)
) WITHOUT ROWID;
)sql";

} // namespace groundswell::service::steps
