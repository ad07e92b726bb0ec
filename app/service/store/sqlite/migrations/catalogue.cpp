#include "app/service/store/sqlite/migrations/steps.h"

namespace groundswell::service::steps {

// Times are UTC seconds, money is minor units of the organiser's currency, text is UTF-8 with '' for "not
// known". Events, customers and ticket categories carry a dense number beside their own id, so that a sale
// consists of integers, and sales lie sorted by customer, the order in which the analysis reads them.
const char *const catalogue = R"sql(
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL -- JSON
) WITHOUT ROWID;

CREATE TABLE event (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    venue TEXT NOT NULL DEFAULT '',
    hall TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    genre TEXT NOT NULL DEFAULT '',
    series TEXT NOT NULL DEFAULT '',
    artists TEXT NOT NULL DEFAULT '', -- one a line
    composers TEXT NOT NULL DEFAULT '', -- one a line
    capacity INTEGER,
    price_minor INTEGER,
    on_sale_at INTEGER,
    latitude REAL,
    longitude REAL,
    search TEXT NOT NULL DEFAULT '', -- title, venue, hall, city, artists, folded for searching
    -- Derived from the sales by the import, anonymous ones included.
    tickets_sold INTEGER NOT NULL DEFAULT 0,
    revenue_minor INTEGER NOT NULL DEFAULT 0,
    orders INTEGER NOT NULL DEFAULT 0,
    first_sale_at INTEGER,
    -- The user's own decisions: an import never touches them.
    status TEXT NOT NULL DEFAULT 'active',
    frontend_status TEXT NOT NULL DEFAULT 'DEFAULT',
    client_campaign_status TEXT NOT NULL DEFAULT 'RUNNING',
    campaign_optimisation_status TEXT NOT NULL DEFAULT 'OFF',
    ad_campaign_optimisation_status TEXT NOT NULL DEFAULT 'OFF',
    special_ad_category TEXT NOT NULL DEFAULT '',
    attribution_model TEXT NOT NULL DEFAULT '', -- '' = the organiser's default
    -- Kept up to date by whoever writes setups and campaigns, in the same transaction.
    setup_state TEXT NOT NULL DEFAULT 'none',
    campaign_status TEXT NOT NULL DEFAULT '' -- '' = no campaigns
);
CREATE INDEX event_by_start ON event (starts_at);
CREATE INDEX event_by_series ON event (series) WHERE series <> '';

CREATE TABLE customer (
    no INTEGER PRIMARY KEY, -- from 1; 0 stands for anonymous in sale
    id TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    zip TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    birth_year INTEGER,
    consent_email INTEGER, -- null = the organiser's data doesn't say
    consent_ads INTEGER,
    ad_opt_out INTEGER
);

CREATE TABLE ticket_category (
    no INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE sale (
    customer INTEGER NOT NULL,
    at INTEGER NOT NULL,
    event INTEGER NOT NULL,
    line INTEGER NOT NULL, -- tells lines of the same customer, time and event apart
    quantity INTEGER NOT NULL, -- negative = return
    amount_minor INTEGER NOT NULL, -- the line's total
    base_minor INTEGER,
    category INTEGER NOT NULL, -- 0 = none
    invoice TEXT, -- null = the sale has no invoice number
    PRIMARY KEY (customer, at, event, line)
) WITHOUT ROWID;

CREATE TABLE ad_spend (
    no INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL,
    tc TEXT NOT NULL DEFAULT '', -- '' = for the event as a whole
    tc_run_id INTEGER NOT NULL DEFAULT 0,
    day TEXT NOT NULL, -- ISO date
    amount_minor INTEGER NOT NULL
);
CREATE INDEX ad_spend_by_event ON ad_spend (event_id);
)sql";

} // namespace groundswell::service::steps
