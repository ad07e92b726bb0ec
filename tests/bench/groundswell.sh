# Sourced by tests/bench/run: what is measured of Groundswell itself.
# shellcheck shell=bash disable=SC2154 # work, sample, cli, engine, measure and passes are the caller's

us='Groundswell'

import_with_groundswell() {
    timed import "$us" "$cli" import --workspace "$work/bench.groundswell" --events "$sample/events.csv" \
        --sales "$sample/sales.csv" --customers "$sample/customers.csv"
}

# From three files to the clusters of an event by two commands, as an organiser would begin.
start_with_groundswell() {
    local event start
    rm -rf "$work/bench.groundswell"*
    sync
    start=$EPOCHREALTIME
    event=$(tail -n 1 "$sample/events.csv" | cut -d, -f1)
    import_with_groundswell
    timed clusters "$us" "$cli" clusters --workspace "$work/bench.groundswell" --event "$event"
    note start "$us" "$(since "$start")"
}

# measure_engine <part>: the part by itself; the peak of its memory is noted with the first of its lines.
measure_engine() {
    local subject who value peak
    rm -f "$work/once"
    "$measure" "$work/once" x "$engine" "$1" "$work/bench.groundswell" "$sample" "$work" "$passes" >"$work/output"
    peak=$(cut -f3 "$work/once")
    while IFS=$'\t' read -r subject who value; do
        note "$subject" "$who" "$value" "$peak"
        peak=''
    done <"$work/output"
}
