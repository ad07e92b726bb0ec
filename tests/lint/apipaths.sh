#!/usr/bin/env bash
# Paths and query names of the API stand in models/wave/api/paths.h and nowhere else. This finds the ones that the program spells
# itself; what a comment says is left alone.
# A line that must spell one says why: `// allowed: <reason>`.
# Usage: apipaths.sh <root of the sources>
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$here/sources.sh"
cd "$1"
paths=models/wave/api/paths.h
mapfile -t files < <(sources app wizard models | grep -vx "$paths")

# The first words of all paths: events, setup_processes, …
roots=$(grep -oE '"/[a-z_]+' "$paths" | sed 's|"/||' | sort -u | paste -sd '|' -)
[ -n "$roots" ] || { echo "No paths are found in $paths"; exit 1; }

failures=0
# find_in_code <extended regex> <why>
find_in_code() {
    local found
    found=$(PATTERN=$1 awk '
        /\/\/ allowed: [^ ]/ { next }
        { code = $0; sub(/(^|[^:])\/\/.*$/, "", code); if (code ~ ENVIRON["PATTERN"]) print FILENAME ":" FNR ": " $0 }' "${files[@]}")
    if [ -n "$found" ]; then
        printf '%s; see %s\n%s\n\n' "$2" "$paths" "$found"
        failures=$((failures + 1))
    fi
}

find_in_code "\"/($roots)([\"/?{]|\$)" 'A path of the API is spelt'
find_in_code '(ApiPath|Request::(get|getOrRecall|post|put|remove)) *[({]+ *(QStringLiteral|QString|u?")' \
    'A path of the API is put together of words'
find_in_code '(query\.(text|texts|integer|number|boolean|date|oneOf|words?<[A-Za-z:]+>|required)|queryMoney)\((query, *)?"' \
    'A parameter of the query is spelt'
find_in_code '(ApiQuery\(\)|query|parameters)\.(add|addNumber|addFlag|addBool)\((QStringLiteral|QLatin1StringView|u?")' \
    'A parameter of the query is spelt'

[ "$failures" -eq 0 ] && echo "Every path and query name of the API is where it belongs"
exit $((failures > 0))
