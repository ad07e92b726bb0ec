#include "app/service/store/sqlite/import/customerimport.h"
#include "app/service/store/sqlite/import/eventimport.h"
#include "app/service/store/sqlite/migrations/steps.h"
#include "app/service/store/sqlite/sales/salesdigest.h"
#include "app/service/store/sqlite/stores/contentstate.h"

namespace groundswell::service::steps {

// What an import writes before anybody may see it, and what it leaves to be cleaned up (staging/stage.h).
const char *const staging = R"sql(
CREATE TABLE import_stage ( -- a row while an import is written. The highest numbers that count: what lies
    customers_to INTEGER NOT NULL, -- above is not there yet
    blocks_to INTEGER NOT NULL
);

CREATE TABLE changed_customer ( -- counts instead of the customer of its number, once the import is done
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    city TEXT NOT NULL,
    zip TEXT NOT NULL,
    country TEXT NOT NULL,
    language TEXT NOT NULL,
    birth_year INTEGER,
    consent_email INTEGER,
    consent_ads INTEGER,
    ad_opt_out INTEGER
);

CREATE TABLE outdated_block ( -- replaced by an import: nobody reads them any more
    no INTEGER PRIMARY KEY
);
)sql";

void takeFingerprints(Database &database)
{
    writeContentState(database, {eventsDigest(database), customersDigest(database), salesDigest(database)});
}

} // namespace groundswell::service::steps
