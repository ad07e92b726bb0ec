#!/usr/bin/env bash
# The members of the API's JSON have names in one place: the codecs in models/wave. Everybody else has values with members that
# the compiler knows. This finds JSON that is read or written by a name elsewhere. What has a format of its own is named below, with
# the reason; a name there that is no longer needed is a fault, too.
# Usage: members.sh <root of the sources>
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$here/sources.sh"
cd "$1"

# path, or folder with a slash at its end | why it may
exempt='
app/service/                       | the service writes and reads the other side; its codecs have not moved to models/wave yet
app/cli/                           | prints what the service writes
app/desktop/main.cpp               | the report of the tour
app/desktop/tour/player.cpp        | the report of the tour
app/look/texts/calltoactiontext.cpp | reads a file of resources
app/look/texts/fieldvalue.cpp      | words any member of a setup row, by its path
app/net/rest/httplog.cpp           | format of the log
models/draft/draftstep.cpp         | format of what can be undone
models/draft/draftversion.cpp      | format of the versions
models/draft/rowfields.cpp         | any member of a setup row, by its path
models/draft/rowpatch.cpp          | format of changes to a setup row
models/rules/platformlimits.cpp    | reads a file of resources
'

mapfile -t all < <(sources app wizard models | grep -v '^models/wave/')
[ ${#all[@]} -gt 0 ] || exit 0
printf '%s\n' "${all[@]}" | xargs -d '\n' env EXEMPT="$exempt" awk '
    # A name as a literal. Keys of settings have a slash in them and variables of the environment no small letter.
    BEGIN {
        name = "\"[A-Za-z_]*[a-z][A-Za-z0-9_]*\""
        literal = "(u?" name "(_[A-Za-z0-9]+)?|Q[A-Za-z0-9]+\\(u?" name "\\))"
        read = "(\\.|->)(value|take|find)\\( *" literal " *\\)|\\[ *" literal " *\\]"
        change = "(\\.|->)(contains|remove|insert)\\( *" literal " *[,)]"
        pair = "(^ *|\\{)\\{ *" literal " *," # of an object that is written
        texts = "\\{ *" literal " *, *" literal # several texts: a path
        codec = "(^|[^A-Za-z0-9_])JsonReader[ ({]"
        lines = split(ENVIRON["EXEMPT"], line, "\n")
        for (i = 1; i <= lines; ++i) {
            if (split(line[i], part, "|") == 0) continue
            gsub(/ /, "", part[1])
            if (part[2] ~ /^ *$/) { print part[1] " is exempt without a reason"; bad = 1 }
            unused[part[1]] = 1
        }
    }
    function covers(path, file) {
        return file == path || (path ~ /\/$/ && index(file, path) == 1)
    }
    function isExempt(file, path) {
        for (path in unused)
            if (covers(path, file)) { unused[path] = 0; return 1 }
        return 0
    }
    FNR == 1 {
        block = seesJson = 0
        while ((getline text < FILENAME) > 0) if (text ~ /QJson(Object|Value)/) seesJson = 1
        close(FILENAME)
        for (path in unused) if (covers(path, FILENAME)) isThere[path] = 1
    }
    {
        code = $0
        if (block) { if (!sub(/^.*\*\//, "", code)) next; block = 0 }
        gsub(/\/\*.*\*\//, "", code)
        sub(/(^|[^:])\/\/.*$/, "", code)
        if (sub(/\/\*.*$/, "", code)) block = 1
        if (code !~ read && code !~ codec && (!seesJson || (code !~ change && (code !~ pair || code ~ texts)))) next
        if (isExempt(FILENAME)) next
        print FILENAME ":" FNR ": " $0
        bad = 1
    }
    END {
        for (path in isThere)
            if (unused[path]) { print path " names no member any more: it needs no exemption"; bad = 1 }
        if (bad) { print "\nMembers of JSON named outside models/wave: make a value with a codec there"; exit 1 }
    }' || exit 1
echo "${#all[@]} files leave the names of JSON members to models/wave"
