#!/usr/bin/env bash
# The German texts are complete and current: gathering the texts anew changes nothing, and none is unfinished.
# Usage: translations.sh <root of the sources> <lupdate>
set -euo pipefail
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! grep -q '<message' translations/groundswell_de.ts; then
    echo "Nothing is translated into German yet: skipped"
    exit 77
fi
for lang in de en; do
    cp "translations/groundswell_$lang.ts" "$work/"
    plurals=()
    [ "$lang" = de ] || plurals=(-pluralonly)
    "$2" -silent -locations none -no-obsolete "${plurals[@]}" -I . app wizard models -ts "$work/groundswell_$lang.ts"
done

failures=0
for lang in de en; do
    unfinished=$(grep -c 'type="unfinished"' "$work/groundswell_$lang.ts" || true)
    if [ "$unfinished" -gt 0 ]; then
        echo "$unfinished texts of groundswell_$lang.ts are not translated, for instance:"
        grep -B 4 'type="unfinished"' "$work/groundswell_$lang.ts" | grep '<source>' | head -10 || true
        failures=1
    elif ! cmp -s "translations/groundswell_$lang.ts" "$work/groundswell_$lang.ts"; then
        echo "groundswell_$lang.ts isn't current: run 'cmake --build build/dev --target update_translations'"
        diff "translations/groundswell_$lang.ts" "$work/groundswell_$lang.ts" | head -10 || true
        failures=1
    fi
done
[ "$failures" -eq 0 ] && echo "The translations are complete"
exit "$failures"
