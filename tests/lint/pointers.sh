#!/usr/bin/env bash
# Comments and documents that point somewhere point to something that exists:
#   a file             `csvreader.h`, `taste/run/tasterun.h`, `README.md`: tracked, whole or shortened from the left
#   a folder           `app/files/` in a document, app/net/rest anywhere; likewise a program without an ending, as tests/run
#   a target           tst_journal, groundswell_net: named in a CMakeLists.txt, or a file without its ending
#   a section          "How it is built" in README.md: a heading, or the bold words that a paragraph begins with
#   wave-api N.N       a heading of resources/api/wave-api.md; no number stands for two of them
#   a member of a class, see name()   words that some code has; in a document `ManyWords` and `name()` too
# Usage: pointers.sh <root of the sources>
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$here/sources.sh"
cd "$1"

everything() {
    if git -c safe.directory='*' rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git -c safe.directory='*' ls-files --cached --others --exclude-standard | while IFS= read -r file; do
            [ ! -e "$file" ] || printf '%s\n' "$file"
        done
    else
        find . -type f -not -path './build/*' | sed 's|^\./||'
    fi
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
everything >"$work/files"
sources app wizard models resources tests >"$work/code"
# The changelog tells of files as they were called then; what others wrote isn't ours to check.
grep -E '(^|/)(CMakeLists\.txt|[^/]*\.(cmake|md|sh))$' "$work/files" | grep -vE '^(CHANGELOG\.md|LICENSE)$' >"$work/prose" || true

xargs -d '\n' awk -v list="$work/files" '
    # --- what exists ---
    BEGIN {
        while ((getline path < list) > 0) {
            exists[path] = 1
            stem = path
            sub(/^.*\//, "", stem); sub(/\..*$/, "", stem)
            stems[stem] = 1
            for (rest = path; (at = index(rest, "/")) > 0; rest = substr(rest, at + 1)) {
                exists[substr(rest, at + 1)] = 1
                folder[substr(path, 1, length(path) - length(rest) + at)] = 1
            }
        }
        # By the whole path only: a folder may also be named from any folder of its way.
        for (path in folder)
            for (rest = path; (at = index(rest, "/")) > 0 && at < length(rest); rest = substr(rest, at + 1))
                folder[substr(rest, at + 1)] = 1
    }
    function isCode(name) { return name ~ /\.(h|cpp)$/ }
    # Where a comment begins; 0 = nowhere. An address is none.
    function commentAt(text, from, at) {
        for (from = 1; (at = index(substr(text, from), "//")) > 0; from += at + 1)
            if (from + at - 1 == 1 || substr(text, from + at - 2, 1) !~ /[:"]/) return from + at - 1
        return 0
    }
    function words(text) {
        while (match(text, /[A-Za-z_][A-Za-z_0-9]*/)) {
            known[substr(text, RSTART, RLENGTH)] = 1
            text = substr(text, RSTART + RLENGTH)
        }
    }
    function targetWords(text) {
        sub(/(^|[ \t])#.*$/, "", text)
        while (match(text, /[A-Za-z_][A-Za-z_0-9]*/)) {
            stems[substr(text, RSTART, RLENGTH)] = 1
            text = substr(text, RSTART + RLENGTH)
        }
    }
    # --- comments, joined over the lines that they go over ---
    FNR == 1 {
        finish()
        inFence = 0
        where = FILENAME
    }
    isCode(FILENAME) {
        at = commentAt($0)
        code = at ? substr($0, 1, at - 1) : $0
        words(code)
        if (at) {
            comment = substr($0, at + 2)
            sub(/^[\/!<]*/, "", comment)
            if (code ~ /[^ \t]/) finish()
            add(comment)
        } else
            finish()
        next
    }
    FILENAME ~ /\.md$/ {
        if ($0 ~ /^#+ /) {
            heading = $0
            sub(/^#+ /, "", heading)
            note(heading)
            if (FILENAME ~ /wave-api\.md$/ && match(heading, /^[0-9]+\. /)) top[substr(heading, 1, RLENGTH - 2)] = 1
            if (FILENAME ~ /wave-api\.md$/ && match(heading, /^[0-9]+\.[0-9]+(–[0-9]+\.[0-9]+)?/)) {
                number = substr(heading, RSTART, RLENGTH)
                last = number
                sub(/^.*–/, "", last)
                sub(/–.*$/, "", number)
                major = number; sub(/\..*$/, "", major)
                sub(/^.*\./, "", number); sub(/^.*\./, "", last)
                for (n = number + 0; n <= last + 0; ++n)
                    if (section[major "." n]++) complain(FILENAME ":" FNR ": a second section " major "." n)
            }
        }
        if (match($0, /^\*\*[^*]+\*\*/)) note(substr($0, 3, RLENGTH - 4))
        if ($0 ~ /^```/) inFence = !inFence
        if (inFence || $0 ~ /^ *$/) finish(); else add($0)
        next
    }
    {
        if (FILENAME !~ /\.sh$/) targetWords($0)
        at = match($0, /(^|[ \t])#/)
        if (at) add(substr($0, RSTART + RLENGTH)); else finish()
    }
    function note(text, file) {
        file = FILENAME
        sub(/^.*\//, "", file)
        gsub(/[*`]/, "", text)
        sub(/\.$/, "", text)
        titles[file] = titles[file] "\n" text "\n"
    }
    function add(text) {
        if (block == "") line = FNR
        sub(/^[ \t]+/, "", text)
        block = block == "" ? text : block " " text
    }
    function finish() {
        if (block != "") {
            ++blocks
            said[blocks] = block
            place[blocks] = where ":" line
        }
        block = ""
    }
    function complain(text) { print text; ++faults }

    # --- what is pointed to ---
    function files(text, origin, rest, name, before, after, stem) {
        rest = text
        while (match(rest, /[A-Za-z0-9_.<>*{}$\/-]+\.(h|cpp|md|sh|yaml|cmake)/)) {
            before = RSTART > 1 ? substr(rest, RSTART - 1, 1) : " "
            name = substr(rest, RSTART, RLENGTH)
            rest = substr(rest, RSTART + RLENGTH)
            after = substr(rest, 1, 1)
            if (after ~ /[A-Za-z0-9_]/ || before ~ /[@:~]/ || name ~ /[<>*{}$]/ || name ~ /^(\.|-)|^build\/|\.\.\//) continue
            if (!(name in exists)) complain(origin ": there is no " name)
        }
    }
    function folders(text, origin, rest, name) {
        rest = text
        while (match(rest, /`[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\/`/)) {
            name = substr(rest, RSTART + 1, RLENGTH - 2)
            rest = substr(rest, RSTART + RLENGTH)
            if (name !~ /^build\// && !(name in folder)) complain(origin ": there is no folder " name)
        }
    }
    function paths(text, origin, rest, name, after) {
        rest = " " text
        while (match(rest, /[ (`"](app|wizard|models|resources|tests|packaging|translations)(\/[A-Za-z0-9_-]+)+/)) {
            name = substr(rest, RSTART + 1, RLENGTH - 1)
            rest = substr(rest, RSTART + RLENGTH)
            after = substr(rest, 1, 2)
            # A file with an ending is looked at above; a pattern stands for several.
            if (after ~ /^(\.[A-Za-z0-9]|\/?[*<{$…])/) continue
            if (!(name in exists) && !((name "/") in folder)) complain(origin ": there is no " name)
        }
    }
    function targets(text, origin, rest, name, before, after) {
        rest = " " text
        while (match(rest, /(tst|test|bench|groundswell)_[a-z0-9_]+/)) {
            before = substr(rest, RSTART - 1, 1)
            name = substr(rest, RSTART, RLENGTH)
            rest = substr(rest, RSTART + RLENGTH)
            after = substr(rest, 1, 2)
            if (before ~ /[A-Za-z0-9_\/.-]/ || after ~ /^([A-Za-z0-9*<{$…-]|\.[A-Za-z0-9])/ || name ~ /_$/) continue
            if (!(name in stems)) complain(origin ": no target or file is called " name)
        }
    }
    function names(text, origin, rest, name) {
        rest = text
        while (match(rest, /`([A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*|[a-z][A-Za-z0-9]*\(\))`/)) {
            name = substr(rest, RSTART + 1, RLENGTH - 2)
            rest = substr(rest, RSTART + RLENGTH)
            sub(/\(\)$/, "", name)
            if (name !~ /^Q[A-Z]/ && !(name in known)) complain(origin ": nothing is called " name)
        }
    }
    function links(text, origin, rest, name, base) {
        rest = text
        base = origin
        sub(/[^\/]*$/, "", base)
        while (match(rest, /\]\([^):#]+\)/)) {
            name = substr(rest, RSTART + 2, RLENGTH - 3)
            rest = substr(rest, RSTART + RLENGTH)
            if (!((base name) in exists) && !((base name) in folder)) complain(origin ": there is no " name)
        }
    }
    function sections(text, origin, rest, title, file) {
        rest = text
        while (match(rest, /"[^"]+" (in|of) [A-Za-z-]+\.md/)) {
            title = substr(rest, RSTART + 1, RLENGTH - 1)
            rest = substr(rest, RSTART + RLENGTH)
            file = title
            sub(/^.*" (in|of) /, "", file)
            sub(/" (in|of) .*$/, "", title)
            if (!index(titles[file], "\n" title "\n")) complain(origin ": " file " has no section \"" title "\"")
        }
        # Notes that are not part of the project, under the names by which they were called.
        if (match(text, /(^|[ (])(design|engine|product)((\.md)?,? rules? [0-9]|(\.md)?:? (replay|[A-G]?[0-9]))/))
            complain(origin ": notes that are not part of the project: " substr(text, RSTART + 1, RLENGTH - 1))
        rest = text
        while (match(rest, /wave-api(\.md)? [0-9][0-9., ]*( and [0-9]+\.[0-9]+)?/)) {
            title = substr(rest, RSTART, RLENGTH)
            rest = substr(rest, RSTART + RLENGTH)
            while (match(title, /[0-9]+(\.[0-9]+)?/)) {
                file = substr(title, RSTART, RLENGTH)
                title = substr(title, RSTART + RLENGTH)
                if (file ~ /\./ ? !(file in section) : !(file in top)) complain(origin ": wave-api.md has no section " file)
            }
        }
    }
    function members(text, origin, rest, name, head, tail) {
        rest = text
        while (match(rest, /[A-Z][A-Za-z0-9]*::~?[A-Za-z_][A-Za-z0-9_]*/)) {
            name = substr(rest, RSTART, RLENGTH)
            rest = substr(rest, RSTART + RLENGTH)
            head = name; sub(/::.*$/, "", head)
            tail = name; sub(/^.*::~?/, "", tail)
            if (head ~ /^Q[A-Z]/ || head ~ /^Qt/) continue
            if (!(head in known) || !(tail in known)) complain(origin ": nothing is called " name)
        }
        rest = text
        while (match(rest, /([Ss]ee|as) [a-z][A-Za-z0-9_]*\(\)/)) {
            name = substr(rest, RSTART, RLENGTH - 2)
            rest = substr(rest, RSTART + RLENGTH)
            sub(/^[A-Za-z]+ /, "", name)
            if (!(name in known)) complain(origin ": nothing is called " name "()")
        }
    }
    END {
        finish()
        for (i = 1; i <= blocks; ++i) {
            origin = place[i]
            files(said[i], origin)
            sections(said[i], origin)
            paths(said[i], origin)
            targets(said[i], origin)
            if (origin ~ /\.md:/) { folders(said[i], origin); links(said[i], origin) }
            if (origin !~ /^resources\/api\//) members(said[i], origin)
            if (origin ~ /\.md:/ && origin !~ /^resources\/api\//) names(said[i], origin)
        }
        if (!faults) print "Every pointer in " blocks " comments and paragraphs finds what it points to"
        exit faults > 0
    }' < <(cat "$work/code" "$work/prose")
