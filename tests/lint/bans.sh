#!/usr/bin/env bash
# Fails on what the rules of the project forbid ("How it is built" in README.md). A line may break a rule where it must, if it
# says why: `// allowed: <reason>`.
# Usage: bans.sh <root of the sources>
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$here/sources.sh"
cd "$1"

failures=0
# ban <extended regex> <why> <files…>
ban() {
    local pattern=$1 why=$2
    shift 2
    [ $# -gt 0 ] || return 0
    local found
    # Comments may name what is banned; only code counts.
    found=$(PATTERN=$pattern awk '
        FNR == 1 { block = 0 }
        /\/\/ allowed: [^ ]/ { next }
        {
            code = $0
            if (block) { if (!sub(/^.*\*\//, "", code)) next; block = 0 }
            gsub(/\/\*.*\*\//, "", code)
            sub(/(^|[^:])\/\/.*$/, "", code)
            if (sub(/\/\*.*$/, "", code)) block = 1
            if (code ~ ENVIRON["PATTERN"]) print FILENAME ":" FNR ": " $0
        }' "$@")
    if [ -n "$found" ]; then
        printf '%s\n%s\n\n' "Banned: $why" "$found"
        failures=$((failures + 1))
    fi
}

mapfile -t product < <(sources app wizard models resources)
mapfile -t tests < <(sources tests)
mapfile -t all < <(sources app wizard models resources tests)

ban 'QEventLoop|processEvents *\(' 'a nested event loop; start the work and go on in its callback' "${product[@]}"
ban '(dialog|Dialog|box|Box|menu|Menu|wizard|Wizard)[A-Za-z_]*(\.|->)exec *\(|Q(Message|Input|File|Color|Font)(Box|Dialog)::(get|question|warning|information|critical|about)' \
    'a modal loop; use open() and a signal' "${product[@]}"
ban 'registerField *\(' 'wizard fields; the draft is the only truth' "${product[@]}"
ban 'setFixedSize *\(|setPixelSize *\(' 'sizes in pixels; take them from font and layout' "${product[@]}"
ban '(new|public) +Q(Table|List|Tree)Widget([^A-Za-z]|$)' 'a view that holds its own items; show a model in QTableView, QListView or QTreeView' "${product[@]}"
ban 'setStyleSheet *\(' 'style sheets; colours, fonts and sizes come from palette, font and style' "${product[@]}"
ban '(^|[^A-Za-z_])[A-Za-z_]*[^n]::(instance|getInstance) *\( *\)' 'a singleton; pass the object in from main.cpp' "${product[@]}"
ban '(shared_ptr|make_shared|QSharedPointer) *< *Q[A-Z]' 'shared ownership of a Qt object; parents own QObjects' "${product[@]}"
ban '(^|[^A-Za-z_])(SIGNAL|SLOT) *\(' 'connections by name, which fail at run time only' "${all[@]}"
ban '(QDate::currentDate|QDateTime::currentDateTime(Utc)?|QTime::currentTime|current(MSecs|Secs)SinceEpoch|system_clock::now|(^|[^A-Za-z_.>])(time|localtime|gmtime)) *\(' \
    "the computer's clock; today is a value: take it from the Clock or Calendar that is handed in" "${product[@]}"
ban 'toLocalTime *\(|, *Qt::LocalTime|systemTimeZone *\(|QDateTime *\([^()]*, *QTime *\([^()]*\) *\)|startOfDay *\( *\)' \
    "the computer's time zone; days are counted in the organiser's" "${product[@]}"
ban '(==|!=) *Goal::|(^|[^A-Za-z_])is *\( *Goal::|(^|[^A-Za-z_.])goal *(==|!=)' \
    'asking which goal it is; what goals differ in is said once, in models/wave/goaltraits.cpp' "${product[@]}"
ban 'beginMacro *\(' "a macro of undo; it isn't a step of the draft and can't be kept: make it one edit of SetupDraft" "${product[@]}"
ban 'QTest::(qSleep|qWait) *\(|this_thread::sleep_(for|until)|QThread::m?u?sleep *\(' 'sleeping in a test; wait for the thing itself (QTRY_*)' \
    "${tests[@]}"

unguarded=$(printf '%s\n' "${all[@]}" | grep '\.h$' | xargs -r grep -L '^#pragma once' || true)
if [ -n "$unguarded" ]; then
    printf 'Missing #pragma once:\n%s\n\n' "$unguarded"
    failures=$((failures + 1))
fi

# Marks of unfinished work, in any kind of file and in comments too.
marks=$(printf '%s\n' "${all[@]}" | xargs -r grep -nE '(TODO|FIXME|XXX)([^A-Za-z]|$)' || true)
if [ -n "$marks" ]; then
    printf 'Marks of unfinished work:\n%s\n\n' "$marks"
    failures=$((failures + 1))
fi

[ "$failures" -eq 0 ] && echo "No ban is broken in ${#all[@]} files"
exit $((failures > 0))
