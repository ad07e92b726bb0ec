# Sourced by tests/bench/run: the waits of somebody who uses the program, through the service that it talks to.
# shellcheck shell=bash disable=SC2154 # work and cli are the caller's

service='' token='' port='' seconds=''
start_service() {
    rm -f "$work/port"
    "$cli" serve --workspace "$work/bench.groundswell" --token-file "$work/token" --port-file "$work/port" >/dev/null &
    service=$!
    until [ -e "$work/port" ]; do
        kill -0 "$service" || exit 1
        sleep 0.05
    done
    token=$(cat "$work/token") port=$(cat "$work/port")
}
stop_service() {
    [ -n "$service" ] || return 0
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
    service=''
}

# ask <method> <path> [JSON]: the answer goes to $work/answer, its duration to $seconds. Ends the script where refused.
ask() {
    local body=()
    [ $# -lt 3 ] || body=(-H 'Content-Type: application/json' --data "$3")
    seconds=$(curl -sS --fail-with-body -o "$work/answer" -w '%{time_total}' -X "$1" -H "Authorization: Bearer $token" \
        "${body[@]}" "http://127.0.0.1:$port/api/v3$2") || {
        echo "$1 $2 was refused: $(head -c 500 "$work/answer")" >&2
        exit 1
    }
}
# first <member> [n]: the n-th text of a member in the answer.
first() { grep -o "\"$1\":\"[^\"]*\"" "$work/answer" | sed -n "${2:-1}s/.*:\"\(.*\)\"/\1/p"; }

build_package() {
    local start=$EPOCHREALTIME package
    ask POST /package_builder/packages "{\"package_title\":\"Bench\",\"event_ids\":[\"$1\",\"$2\",\"$3\"],\"targeting_mode\":\"inclusive\"}"
    package=$(first id)
    until ask GET "/package_builder/packages/$package" && [ "$(first status)" = DONE ]; do
        [ "$(first status)" != FAILED ] || exit 1
        sleep 0.02
    done
    note service 'package of three events' "$(since "$start")"
    ask GET "/package_builder/packages/$package/$(first tc)/customer_list"
    note service 'its first customer list (CSV)' "$seconds"
    ask PUT "/package_builder/packages/$package/backhaul_evaluation_details" \
        "{\"backhaul_evaluation_model\":\"ALL_PURCHASES\",\"backhaul_evaluation_attribution_window\":60,\"email_sent_date\":\"$(date -d '-90 days' +%F)\"}"
    ask GET "/package_builder/packages/$package/backhaul_evaluation"
    note service 'its evaluation (all purchases, 60 days)' "$seconds"
}

measure_service() {
    local ids next
    start_service
    ask GET "/events/?limit=50&since=$(date -d '+15 days' +%F)"
    note service 'event list, one page' "$seconds"
    mapfile -t ids < <(grep -o '"id":"[^"]*"' "$work/answer" | sed 's/.*:"\(.*\)"/\1/')
    [ "${#ids[@]}" -ge 4 ] || {
        echo 'The sample has too few upcoming events; ask for more events.' >&2
        exit 1
    }
    ask GET "/events/${ids[0]}/clusters"
    note service 'first clusters: load and run' "$seconds"
    for next in "${ids[@]:1:5}"; do
        ask GET "/events/$next/clusters"
        note service "the next event's clusters" "$seconds"
    done
    build_package "${ids[@]:0:3}"
    # The peak of all this is shown with the first clusters.
    note service 'first clusters: load and run' '' "$(awk '/VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$service/status")"
    stop_service
}
