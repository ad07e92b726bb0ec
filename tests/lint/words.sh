#!/usr/bin/env bash
# One word for one thing: the dictionary in README.md says which. This finds the words that were given up, in names of files
# and folders, in the code's own names and in comments. What stands in quotes is left alone: names of the wire and of tables stay.
# A line that must use one says why: `// allowed: <reason>`.
# Usage: words.sh <root of the sources>
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$here/sources.sh"
cd "$1"
mapfile -t all < <(sources app wizard models resources tests)

# what is looked for (an extended regex) | where: names, code, comments | the word instead
words='
[Rr]ooms                                     | names code comments | use cases, folder, part
(^|[^A-Za-z])[Dd]esk([^A-Za-z]|$)|Desk([A-Z_.]|$)|desk\.(h|cpp) | names code | packages (AudiencePackages)
(^|[^A-Za-z])hero|Hero                       | names code          | header
(^|[^A-Za-z])house(s?[^a-z]|$)|House([^a-z]|$) | names code        | venue, service, program
(^|[^a-z])Evening|evenings|/evening\.        | names code          | typing session
[Ww]eather                                   | names code comments | network
[Ii]ngest                                    | names code          | import
(^|/)importing/|importbatch|ImportBatch      | names code          | import, ImportRows
[Bb]ackhaul                                  | names code          | evaluation (what a package brought), attribution (the rule)
(^|[^A-Za-z_])[Gg]round([^A-Za-z_]|$)        | code                | background, basis
(^|[^A-Za-z_])Counted([^A-Za-z_]|$)          | code                | SalesCounts
TasteEvaluation|tasteEvaluation|evaluateTaste | code               | cluster quality
(^|[^A-Za-z_])Run[A-Z]                       | code                | TasteRun…, CampaignRun…: of what it is a run
RunMove|runMove|runmove                      | names code          | newer clusters
(words|wording|sentence)\.(h|cpp)$           | names               | …text
of the house|[Hh]ouse rules                  | comments            | of the project
'

found=$(printf '%s\n' "${all[@]}" | xargs -d '\n' env WORDS="$words" awk '
    BEGIN {
        count = split(ENVIRON["WORDS"], rows, "\n")
        for (i = 1; i <= count; ++i) {
            # The last two bars divide; the expression may hold others.
            row = rows[i]
            if (row ~ /^ *$/) continue
            instead = row; sub(/^.*\|/, "", instead)
            sub(/\|[^|]*$/, "", row)
            where = row; sub(/^.*\|/, "", where)
            sub(/\|[^|]*$/, "", row)
            sub(/ +$/, "", row); sub(/^ +/, "", instead)
            ++words
            pattern[words] = row; place[words] = where; better[words] = instead
        }
    }
    function look(text, where, i) {
        for (i = 1; i <= words; ++i)
            if (index(place[i], where) && text ~ pattern[i]) {
                print FILENAME (where == "names" ? "" : ":" FNR) ": " (where == "names" ? "its name" : $0) "  → " better[i]
                return
            }
    }
    # Where a comment begins; 0 = nowhere. An address is none.
    function commentAt(text, from, at) {
        for (from = 1; (at = index(substr(text, from), "//")) > 0; from += at + 1)
            if (from + at - 1 == 1 || substr(text, from + at - 2, 1) !~ /[:"]/) return from + at - 1
        return 0
    }
    FNR == 1 { look(FILENAME, "names"); inText = 0 }
    /\/\/ allowed: [^ ]/ { next }
    {
        at = commentAt($0)
        code = at ? substr($0, 1, at - 1) : $0
        if (at) look(substr($0, at), "comments")
        if (inText) { if (!sub(/^.*\)[a-z]*"/, "", code)) next; inText = 0 }
        if (sub(/R"[a-z]*\(.*$/, "", code)) inText = $0 !~ /\)[a-z]*"/
        gsub(/"([^"\\]|\\.)*"/, "", code)
        if (code ~ /^ *#/) next # what an include names is a file
        gsub(/[Dd]esktop|[Hh]ouse(keeping|hold|holder)|[Hh]ouseAccount/, "", code)
        look(code, "code")
    }')
if [ -n "$found" ]; then
    printf '%s\n\n' "$found"
    echo "Words that were given up; the dictionary in README.md has those in use"
    exit 1
fi
echo "${#all[@]} files speak the dictionary's words"
