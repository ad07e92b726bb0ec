#!/usr/bin/env bash
# A lint that finds nothing proves nothing: every word that was given up must be found, and what looks like it must pass.
# Usage: words_selftest.sh <words.sh>
set -euo pipefail
words=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect <0|1> <path> <code>
expect() {
    rm -rf "$work"/{app,wizard,models,resources,tests}
    mkdir -p "$work"/{wizard,models,resources,tests} "$work/app/$(dirname "$2")"
    printf '%s\n' "$3" >"$work/app/$2"
    local code=0
    (cd "$work" && GIT_DIR=/nonexistent bash "$words" "$work") >"$work/out" 2>&1 || code=$?
    if [ "$code" -ne "$1" ]; then
        echo "expected exit $1, got $code for $2: $3"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}

expect 1 rooms.cpp 'int a;'
expect 1 a.cpp '// All rooms of a workspace.'
expect 1 a.cpp 'PackageDesk desk;'
expect 1 a.cpp 'EventHero *head;'
expect 1 a.cpp 'void keepHouse();'
expect 1 a.cpp 'int evenings = 3;'
expect 1 a.cpp '// Bad weather.'
expect 1 ingest/a.cpp 'int a;'
expect 1 importing/a.cpp 'int a;'
expect 1 a.cpp 'Expected<ImportBatch> batch;'
expect 1 a.cpp 'Evaluation backhaul;'
expect 1 a.cpp 'Ground ground;'
expect 1 a.cpp 'evaluateTaste(data);'
expect 1 a.cpp 'RunMove move;'
expect 1 planwords.cpp 'int a;'
expect 1 a.cpp '// A rule of the house.'
expect 0 a.cpp 'desktop.show(); housekeeping(); household(); HouseAccount account;'
expect 0 a.cpp 'call("/ingest/transactions"); // names of the wire stay'
expect 0 a.cpp 'post(u"backhaul_evaluation"_s);'
expect 0 a.cpp 'keepHouse(); // allowed: because'
[ "$failures" -eq 0 ] && echo "Every word is found where it must be"
exit $((failures > 0))
