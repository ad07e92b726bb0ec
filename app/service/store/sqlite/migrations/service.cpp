#include "app/service/store/sqlite/migrations/steps.h"

namespace groundswell::service::steps {

// What the service's clients create: drafts, campaigns, runs, packages. Rows of the contract are kept as its
// JSON, because members that this version doesn't know must come back unchanged; queries need the columns
// beside them.
const char *const service = R"sql(
CREATE TABLE counter ( -- numbers that are never given out twice, also after a delete
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE setup_process (
    event_id TEXT PRIMARY KEY,
    row TEXT NOT NULL, -- JSON
    version INTEGER NOT NULL, -- the ETag
    published INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- The newest revision that each client has stored: an older one that arrives late is refused.
CREATE TABLE setup_revision (
    event_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (event_id, client_id)
) WITHOUT ROWID;

CREATE TABLE campaign (
    event_id TEXT NOT NULL,
    tc TEXT NOT NULL,
    tc_run_id INTEGER NOT NULL,
    position INTEGER NOT NULL, -- order of creation
    status TEXT NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0, -- by a reset of the setup
    row TEXT NOT NULL, -- JSON
    PRIMARY KEY (event_id, tc, tc_run_id)
) WITHOUT ROWID;

CREATE TABLE campaign_audience (
    audience_id TEXT PRIMARY KEY,
    members BLOB -- customer ids, one a line, packed; null = not known
);

CREATE TABLE task (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE INDEX task_by_event ON task (event_id, no);

CREATE TABLE campaign_result (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL,
    purchases INTEGER NOT NULL,
    revenue_minor INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    source TEXT NOT NULL
);
CREATE INDEX campaign_result_by_event ON campaign_result (event_id);

CREATE TABLE sales_summary (
    event_id TEXT NOT NULL,
    from_day TEXT NOT NULL, -- ISO date
    to_day TEXT NOT NULL,
    ticket_type TEXT NOT NULL,
    sold INTEGER NOT NULL,
    revenue_minor INTEGER NOT NULL,
    PRIMARY KEY (event_id, from_day, to_day, ticket_type)
) WITHOUT ROWID;

CREATE TABLE taste_run (
    no INTEGER PRIMARY KEY AUTOINCREMENT, -- tc_run_id
    run_key TEXT NOT NULL UNIQUE,
    snapshot_id TEXT NOT NULL,
    notice TEXT NOT NULL,
    quality TEXT NOT NULL, -- JSON
    computed_at INTEGER NOT NULL
);

CREATE TABLE run_clusters ( -- as they were shown
    run INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    answer TEXT NOT NULL, -- JSON
    PRIMARY KEY (run, event_id)
) WITHOUT ROWID;

CREATE TABLE run_members (
    run INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    tc TEXT NOT NULL,
    members BLOB NOT NULL,
    PRIMARY KEY (run, event_id, tc)
);

CREATE TABLE package (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    status TEXT NOT NULL,
    progress REAL NOT NULL DEFAULT 0,
    merge_id TEXT NOT NULL DEFAULT '', -- the package it went into
    row TEXT NOT NULL, -- JSON; status, progress and merge_id above are the ones that count
    request TEXT NOT NULL, -- JSON
    sources TEXT NOT NULL, -- JSON array of ids
    details TEXT NOT NULL, -- JSON
    evaluation TEXT NOT NULL DEFAULT '{}' -- JSON
);

CREATE TABLE package_cluster (
    package INTEGER NOT NULL,
    position INTEGER NOT NULL,
    tc TEXT NOT NULL,
    label TEXT NOT NULL,
    customers INTEGER NOT NULL,
    PRIMARY KEY (package, position)
) WITHOUT ROWID;

CREATE TABLE package_member (
    package INTEGER NOT NULL,
    cluster INTEGER NOT NULL, -- position
    customer_id TEXT NOT NULL,
    affinity REAL NOT NULL,
    PRIMARY KEY (package, cluster, customer_id)
) WITHOUT ROWID;
)sql";

} // namespace groundswell::service::steps
