#!/usr/bin/env bash
# Who may include whom. The linker enforces the directions between libraries; this also catches a header-only shortcut.
# Usage: directions.sh <root of the sources>
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$here/sources.sh"
cd "$1"

failures=0
# forbid <regex of the include> <why> <folders…>
forbid() {
    local pattern=$1 why=$2 files found
    shift 2
    files=$(sources "$@")
    [ -n "$files" ] || return 0
    found=$(xargs grep -nE "^ *# *include *[<\"]($pattern)" <<<"$files" || true)
    if [ -n "$found" ]; then
        printf '%s\n%s\n\n' "Wrong direction: $why" "$found"
        failures=$((failures + 1))
    fi
}

widgets='Q(Widget|Dialog|Label|LineEdit|Wizard|WizardPage|MainWindow|PushButton|Application|MessageBox)>|QtWidgets/'
network='QNetwork[A-Za-z]*>|QTcp[A-Za-z]*>|QtNetwork/'
forbid "app/|wizard/|$widgets|$network|sqlite3\\.h" 'models are values; they see no window, no network, no store' models
forbid "app/(net|autosave|service|desktop|cli|audience)/|$network" 'the wizard sees models and the look only' wizard
forbid "app/(net|autosave|service|desktop|cli|audience)/|wizard/" 'the look sees models only' app/look
forbid "app/(look|autosave|service|desktop|cli|audience)/|wizard/|$widgets" 'the client sees models only' app/net
forbid "app/(look|service|desktop|cli|audience)/|wizard/|$widgets" 'autosave sees models and the client' app/autosave
forbid "app/(look|net|autosave|audience|service|desktop|cli)/|wizard/|models/|$widgets|$network" 'what a process does sees nothing of the program' app/process
forbid "app/(look|net|autosave|service|desktop|cli)/|wizard/|$widgets|$network" 'list formats see models only' app/audience
forbid "app/(look|net|autosave|desktop|cli)/|wizard/|$widgets|$network" 'the service sees nothing of the client' app/service
forbid "app/(look|autosave|desktop)/|wizard/|$widgets" 'the command line has no windows' app/cli

# The desktop talks to the service over HTTP only; the programs' composition roots are the exception.
desktop=$(sources app/desktop | grep -vE '^app/desktop/(main|tour/.*)\.(h|cpp)$' || true)
found=$([ -z "$desktop" ] || xargs grep -nE '^ *# *include *"app/service/' <<<"$desktop" || true)
if [ -n "$found" ]; then
    printf 'Wrong direction: the desktop talks to the service over HTTP only\n%s\n\n' "$found"
    failures=$((failures + 1))
fi

[ "$failures" -eq 0 ] && echo "Every include points the right way"
exit $((failures > 0))
