-- The tables of sqlite3 and PostgreSQL: what the files hold, in types that both know.
CREATE TABLE event (
    event_id TEXT, title TEXT, date TEXT, time TEXT, venue TEXT, hall TEXT, capacity INTEGER, city TEXT, country TEXT,
    genre TEXT, series TEXT, artists TEXT, composers TEXT, price NUMERIC, currency TEXT, on_sale_at TEXT,
    latitude NUMERIC, longitude NUMERIC);
CREATE TABLE customer (
    customer_id TEXT, email TEXT, phone TEXT, first_name TEXT, last_name TEXT, city TEXT, zip TEXT, country TEXT,
    language TEXT, birth_year INTEGER, consent_email TEXT, consent_ads TEXT, ad_opt_out TEXT);
CREATE TABLE sale (
    invoice_number TEXT, customer_id TEXT, event_id TEXT, purchase_datetime TIMESTAMP, ticket_category TEXT,
    quantity INTEGER, sales_price NUMERIC, base_price NUMERIC, currency TEXT);
