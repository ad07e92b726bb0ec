# Sourced by tests/bench/run: the same work done by others. Each says visibly where it can't be asked.
# shellcheck shell=bash disable=SC2154 # work, sample, root, here and passes are the caller's

modules=$root/build/bench-rivals/node_modules
why_not='not installed here; tests/bench/rivals/setup brings it'

# The newest PostgreSQL's programs, which Debian keeps out of the path.
postgres_bin() { find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1; }
has() {
    case $1 in
    sqlite3 | awk) command -v "$1" >/dev/null ;;
    DuckDB) command -v node >/dev/null && [ -d "$modules/@duckdb/node-api" ] ;;
    PostgreSQL) [ -n "$postgres" ] ;;
    # Debian's own Python: another one wouldn't see Debian's packages.
    scikit-learn) /usr/bin/python3 -c 'import sklearn' 2>/dev/null ;;
    esac
}
# asks <subject> <rival> [its name in the table]
asks() { has "$2" || { missing "$1" "${3:-$2}" "$why_not"; return 1; }; }
duck() { node "$here/rivals/duckdb.cjs" "$modules" "$@"; }

# --- PostgreSQL: a cluster of its own in a temporary folder, on a socket in it and nowhere else
postgres=$(postgres_bin)
pg_data=''
start_postgres() {
    [ -n "$postgres" ] || return 0
    pg_data=$(mktemp -d)
    as_pg=()
    # The server refuses to run as root.
    if [ "$(id -u)" -eq 0 ]; then
        local user=nobody
        id postgres >/dev/null 2>&1 && user=postgres
        as_pg=(runuser -u "$user" --)
        chown "$user" "$pg_data"
    fi
    (cd / && "${as_pg[@]}" "$postgres/initdb" -D "$pg_data/db" -U bench -A trust --no-instructions &&
        "${as_pg[@]}" "$postgres/pg_ctl" -D "$pg_data/db" -w -l "$pg_data/log" -o "-c listen_addresses= -k $pg_data \
            -c shared_buffers=2GB -c max_wal_size=8GB -c synchronous_commit=off -c maintenance_work_mem=512MB \
            -c work_mem=256MB" start) >"$work/output" 2>&1 || {
        echo "PostgreSQL doesn't start: $(tail -n 3 "$work/output")" >&2
        stop_postgres
        postgres=''
    }
}
stop_postgres() {
    [ -n "$pg_data" ] || return 0
    (cd / && "${as_pg[@]}" "$postgres/pg_ctl" -D "$pg_data/db" -w -m immediate stop) >/dev/null 2>&1 || true
    rm -rf "$pg_data"
    pg_data=''
}
pg() { psql -X -q -h "$pg_data" -U bench -d postgres -v ON_ERROR_STOP=1 "$@"; }

# --- Import. Each begins with nothing left to write of what ran before it: who comes later would wait for that.
import_with_rivals() {
    if asks import sqlite3; then
        rm -f "$work/rival.sqlite"
        { cat "$here/rivals/tables.sql" && printf '.mode csv\n.import --skip 1 "%s/%s" %s\n' \
            "$sample" events.csv event "$sample" customers.csv customer "$sample" sales.csv sale; } >"$work/import.sql"
        sync
        timed import 'sqlite3, no indexes' sqlite3 -bail "$work/rival.sqlite" ".read '$work/import.sql'"
        rm -f "$work/rival.sqlite"
        sync
        timed import 'sqlite3 with 3 indexes' sqlite3 -bail "$work/rival.sqlite" ".read '$work/import.sql'" \
            ".read '$here/rivals/indexes.sql'"
    fi
    if asks import PostgreSQL; then
        pg -c 'DROP TABLE IF EXISTS event, customer, sale' 2>/dev/null
        {
            cat "$here/rivals/tables.sql"
            printf "\\\\copy %s FROM '%s/%s' WITH (FORMAT csv, HEADER)\n" event "$sample" events.csv \
                customer "$sample" customers.csv sale "$sample" sales.csv
            cat "$here/rivals/indexes.sql"
        } >"$work/import.sql"
        sync
        local start=$EPOCHREALTIME
        pg -f "$work/import.sql"
        note import 'PostgreSQL, COPY and 3 indexes' "$(since "$start")"
    fi
    if asks import DuckDB; then
        rm -f "$work/rival.duckdb"*
        sync
        timed import 'DuckDB, no indexes' node "$here/rivals/duckdb.cjs" "$modules" "$work/rival.duckdb" \
            "CREATE TABLE event AS FROM read_csv('$sample/events.csv')" \
            "CREATE TABLE customer AS FROM read_csv('$sample/customers.csv')" \
            "CREATE TABLE sale AS FROM read_csv('$sample/sales.csv')" CHECKPOINT
    fi
    if asks import awk; then
        timed import 'awk, adding up one column of sales.csv' awk -F, '{ sum += $7 } END { print sum }' "$sample/sales.csv"
    fi
}

# --- Export of all customers as CSV
export_with_rivals() {
    local columns='customer_id, email, phone, first_name, last_name, city, zip, country'
    if asks export sqlite3; then
        timed export sqlite3 sqlite3 -csv -header "$work/rival.sqlite" ".once '$work/export.rival.csv'" \
            "SELECT $columns FROM customer"
    fi
    if asks export PostgreSQL; then
        local start=$EPOCHREALTIME
        pg -c "\\copy (SELECT $columns FROM customer) TO '$work/export.rival.csv' WITH (FORMAT csv, HEADER)"
        note export PostgreSQL "$(since "$start")"
    fi
    if asks export DuckDB; then
        note_duck export DuckDB "TIME export:COPY (SELECT $columns FROM customer) TO '$work/export.rival.csv' (HEADER)"
    fi
}

taste_with_rivals() {
    asks run scikit-learn || return 0
    local subject who value
    awk -F, 'NR > 1 && $2 != "ANON" { print substr($2, 2) + 0, substr($3, 2) + 0, substr($4, 1, 4) substr($4, 6, 2) substr($4, 9, 2) }' \
        "$sample/sales.csv" >"$work/pairs"
    /usr/bin/python3 "$here/rivals/taste.py" "$work/pairs" "$passes" >"$work/output" || missing run scikit-learn 'failed'
    while IFS=$'\t' read -r subject who value; do note "$subject" "$who" "$value"; done <"$work/output"
}

hash_with_rivals() {
    asks hash DuckDB || return 0
    note_duck hash 'DuckDB, in its own table' \
        "CREATE OR REPLACE TEMP TABLE address AS SELECT 'katharina.mustermann' || i || '@post.example' AS a FROM range(1000000) t(i)" \
        'TIME hash:CREATE OR REPLACE TEMP TABLE hashed AS SELECT sha256(a) FROM address'
}
# note_duck <subject> <who> <statements…>: what DuckDB timed by itself, without its start.
note_duck() {
    local subject=$1 who=$2 value
    shift 2
    while IFS=$'\t' read -r _ value; do note "$subject" "$who" "$value"; done < <(duck "$work/rival.duckdb" "$@")
}
