#!/usr/bin/env bash
# A lint that finds nothing proves nothing: paths that are spelt must be found, and what looks like one must pass.
# Usage: apipaths_selftest.sh <apipaths.sh>
set -euo pipefail
lint=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect <0|1> <path> <code>
expect() {
    rm -rf "$work"/{app,wizard,models}
    mkdir -p "$work"/{app,wizard,models/wave/api}
    printf '%s\n' 'inline constexpr Path events{"/events/"};' 'inline constexpr const char *base = "/api/v3";' \
        >"$work/models/wave/api/paths.h"
    printf '%s\n' "$3" >"$work/$2"
    local code=0
    (cd "$work" && GIT_DIR=/nonexistent bash "$lint" "$work") >"$work/out" 2>&1 || code=$?
    if [ "$code" -ne "$1" ]; then
        echo "expected exit $1, got $code for $2: $3"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}

expect 1 app/a.cpp 'route(router, "GET", "/events/{eid}/tickets", tickets);'
expect 1 app/a.cpp 'return path == "/events";'
expect 1 wizard/a.cpp 'const auto url = base + u"/events/"_s;'
expect 1 app/a.cpp 'router.add("POST", "/api/v3/elsewhere", upload);'
expect 1 app/a.cpp 'return ApiPath{QStringLiteral("events")};'
expect 1 app/a.cpp 'm_rest.call(Request::get({QStringLiteral("events"), eid}), this);'
expect 1 app/a.cpp 'const auto page = query.integer("page", 1, 9);'
expect 1 app/a.cpp 'const auto state = query.word<Goal>("goal");'
expect 1 app/a.cpp 'const auto budget = queryMoney(query, "budget", currency);'
expect 1 app/a.cpp 'const auto query = ApiQuery().add(QStringLiteral("eid"), eid);'
expect 0 app/a.cpp 'route(router, "GET", api::path::tickets, tickets); // "/events/{eid}/tickets"'
expect 0 app/a.cpp 'return invalidField(code, QStringLiteral("/event_ids"));'
expect 0 app/a.cpp 'const auto query = ApiQuery().add(api::query::eid, eid);'
expect 0 app/a.cpp 'query.fail("out_of_range", api::query::endDate);'
expect 0 app/a.cpp 'return path == "/events"; // allowed: the proxy of another service'
[ "$failures" -eq 0 ] && echo "Every spelt path is found"
exit $((failures > 0))
