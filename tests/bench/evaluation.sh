# Sourced by tests/bench/run: the evaluation of a package by rivals. bench_engine has written the question ($work/members.csv,
# package_events.csv, series_events.csv, window.txt) and its own answer; a rival's answer must be the same.
# shellcheck shell=bash disable=SC2154 # work, sample, here and passes are the caller's

# The three models in SQL. $1: "sqlite" or another dialect.
evaluation_queries() {
    local from to counting events model
    read -r from to _ <"$work/window.txt"
    counting="count(DISTINCT CASE WHEN quantity > 0 THEN customer END) || '|' || sum(quantity) || '|'
        || count(DISTINCT CASE WHEN quantity > 0 THEN invoice END) || '|' || sum(amount)"
    for model in all package_events series_events; do
        events=''
        [ "$model" = all ] ||
            events="AND event IN ($(tail -n +2 "$work/$model.csv" | sed 's/^E0*//' | paste -sd,))"
        local rows="FROM member JOIN line USING (customer) WHERE sold_at >= $from AND sold_at < $to $events"
        if [ "$1" = sqlite ]; then
            echo "SELECT $counting $rows GROUP BY cluster UNION ALL SELECT $counting $rows;"
        else
            echo "SELECT $counting $rows GROUP BY GROUPING SETS ((cluster), ()) ORDER BY cluster NULLS LAST;"
        fi | tr '\n' ' '
        echo
    done
}
# lines_sql <seconds since 1970 of purchase_datetime, in the rival's dialect>
lines_sql() { sed "/^--/d; s/@EPOCH@/$1/" "$here/rivals/lines.sql"; }
# agree <who> <file>: a fast wrong answer is no answer.
agree() {
    cmp -s "$work/evaluation.groundswell" "$2" || missing evaluation "$1" 'counted something else'
}

evaluation_with_sqlite3() {
    local pass
    sqlite3 "$work/rival.sqlite" 'DROP TABLE IF EXISTS member_text' 'DROP TABLE IF EXISTS line' 'DROP TABLE IF EXISTS member' \
        '.mode csv' ".import '$work/members.csv' member_text" "$(lines_sql 'unixepoch(purchase_datetime)')" \
        'CREATE INDEX line_by_customer ON line (customer, sold_at, event, quantity, amount, invoice)' ANALYZE
    evaluation_queries sqlite >"$work/queries.sql"
    sqlite3 "$work/rival.sqlite" ".read '$work/queries.sql'" >"$work/evaluation.rival"
    agree sqlite3 "$work/evaluation.rival"
    for ((pass = 0; pass <= passes; ++pass)); do echo ".read '$work/queries.sql'"; done >"$work/rounds.sql"
    # The first round warms up.
    sqlite3 "$work/rival.sqlite" '.timer on' ".read '$work/rounds.sql'" | awk '/^Run Time/ { sum += $4; if (++n % 3 == 0) { if (n > 3) print sum; sum = 0 } }' |
        while read -r seconds; do note evaluation 'sqlite3, covering index' "$seconds"; done
}

evaluation_with_PostgreSQL() {
    local pass
    pg -c 'SET client_min_messages = error' -c 'DROP TABLE IF EXISTS member_text, line, member' \
        -c 'CREATE TABLE member_text (customer_id TEXT, cluster TEXT)' \
        -c "\\copy member_text FROM '$work/members.csv' WITH (FORMAT csv, HEADER)" \
        -c "$(lines_sql 'CAST(extract(epoch FROM purchase_datetime) AS BIGINT)')" \
        -c 'CREATE INDEX line_by_customer ON line (customer, sold_at)' -c 'VACUUM ANALYZE line' -c 'ANALYZE member'
    evaluation_queries other >"$work/queries.sql"
    pg -A -t -f "$work/queries.sql" >"$work/evaluation.rival"
    agree PostgreSQL "$work/evaluation.rival"
    { echo '\timing on'; for ((pass = 0; pass < passes; ++pass)); do cat "$work/queries.sql"; done; } >"$work/rounds.sql"
    pg -A -t -f "$work/rounds.sql" | awk '/^Time:/ { sum += $2; if (++n % 3 == 0) { print sum / 1000; sum = 0 } }' |
        while read -r seconds; do note evaluation PostgreSQL "$seconds"; done
}

evaluation_with_DuckDB() {
    local pass
    duck "$work/rival.duckdb" "CREATE OR REPLACE TABLE member_text AS FROM read_csv('$work/members.csv')" \
        'DROP TABLE IF EXISTS line' 'DROP TABLE IF EXISTS member' \
        "$(lines_sql 'CAST(epoch(purchase_datetime) AS BIGINT)')"
    local queries=() rounds=()
    mapfile -t queries < <(evaluation_queries other)
    duck "$work/rival.duckdb" "${queries[@]/#/SHOW:}" >"$work/evaluation.rival"
    agree DuckDB "$work/evaluation.rival"
    for ((pass = 0; pass <= passes; ++pass)); do rounds+=("${queries[@]/#/TIME x:}"); done
    duck "$work/rival.duckdb" "${rounds[@]}" | awk '{ sum += $2; if (++n % 3 == 0) { if (n > 3) print sum; sum = 0 } }' |
        while read -r seconds; do note evaluation DuckDB "$seconds"; done
}

evaluation_with_awk() {
    local from to
    read -r _ _ from to <"$work/window.txt"
    timed evaluation 'awk over the file, one model of three' awk -F, -v from="$from" -v to="$to" '
        FNR == NR { member[$1] = $2; next }
        $4 >= from && $4 < to && ($2 in member) { items[member[$2]] += $6; revenue[member[$2]] += $7; if ($6 > 0) buyer[$2] = 1 }
        END { for (b in buyer) n++; for (c in items) print c, items[c], revenue[c]; print n }' "$work/members.csv" "$sample/sales.csv"
}

evaluation_with_rivals() {
    local rival
    for rival in sqlite3 PostgreSQL DuckDB awk; do
        ! asks evaluation "$rival" || "evaluation_with_$rival" || missing evaluation "$rival" 'failed'
    done
}
