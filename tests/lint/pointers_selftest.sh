#!/usr/bin/env bash
# Every kind of pointer that leads nowhere must be seen to be found, and the good ones to pass.
# Usage: pointers_selftest.sh <pointers.sh>
set -euo pipefail
pointers=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect <0|1> <file> <its text>
expect() {
    rm -rf "${work:?}/"*
    mkdir -p "$work"/{app/files,wizard,models/draft,resources/api,tests/bench}
    touch "$work"/tests/bench/tst_merge.cpp
    printf '%s\n' 'groundswell_library(groundswell_files)' >"$work/app/files/CMakeLists.txt"
    printf '%s\n' '# Groundswell' '' '## How it is built' '' '**Autosave** is local first.' >"$work/README.md"
    printf '%s\n' '# The API' '' '## 2. Endpoints' '' '### 2.1–2.3 Lists' >"$work/resources/api/wave-api.md"
    printf '%s\n' '#pragma once' 'class Merge {' '    void apply();' '};' 'class DraftMerge;' >"$work/models/draft/merge.h"
    printf '%s\n' "$3" >>"$work/$2"
    local code=0
    (cd "$work" && GIT_DIR=/nonexistent bash "$pointers" "$work") >"$work/out" 2>&1 || code=1
    if [ "$code" -ne "$1" ]; then
        echo "expected $1, got $code for $2: $3"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}

expect 0 app/a.h '/// Merges as draft/merge.h says; merge.h is also found by its name.'
expect 1 app/a.h '/// Merges as draft/merged.h says.'
expect 1 app/a.h 'int x; ///< see app/merge.h'
expect 0 app/a.h $'/// See "Autosave" in\n/// README.md.'
expect 1 app/a.h $'/// See "Autosaving" in\n/// README.md.'
expect 0 app/a.h '// A list (wave-api 2, 2.2 and 2.3).'
expect 1 app/a.h '// A list (wave-api 2.4).'
expect 1 app/a.h '// A list (wave-api 7).'
expect 0 app/a.h '// Goes on in Merge::apply(); see apply().'
expect 1 app/a.h '// Goes on in Merge::applied().'
expect 1 app/a.h '// Goes on there; see applied().'
expect 1 app/a.h $'/// Views of it (design\n/// rule 1).'
expect 0 app/a.h 'const char *address = "https://wave.example/app/nothing.h"; // QWidget::nothing is not ours'
expect 1 resources/api/wave-api.md $'\n### 2.2 Again'
expect 0 README.md $'\nFiles are in `models/draft/`, see [the API](resources/api/wave-api.md).'
expect 1 README.md $'\nFiles are in `models/drafts/`.'
expect 1 README.md $'\nSee [the API](resources/wave-api.md).'
expect 0 app/a.h '// Measured by tests/bench (see groundswell_files, tst_merge and Merge).'
expect 1 app/a.h '// Measured by tests/benches.'
expect 1 app/a.h '// Proved by tst_merging.'
expect 1 README.md $'\nThe target `groundswell_file`.'
expect 0 README.md $'\n`DraftMerge` is called by `apply()`, `apply…` too; `QWidget` isn\'t ours.'
expect 1 README.md $'\n`DraftMerger` isn\'t there.'
expect 1 README.md $'\nNeither is `applied()`.'
expect 1 README.md $'\nNor `Merge::applied()`.'
expect 1 app/CMakeLists.txt '# As models/draft/merging.h wants it.'
[ "$failures" -eq 0 ] && echo "Every kind of pointer is followed"
exit $((failures > 0))
