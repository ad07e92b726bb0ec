# Sourced by the lint scripts: sources <folders…> prints the project's own C++ files, tracked or new, one a line.
# shellcheck shell=bash
sources() {
    if git -c safe.directory='*' rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        # A file that is removed but not yet committed is still listed; it can't be read any more.
        git -c safe.directory='*' ls-files --cached --others --exclude-standard -- "$@" | { grep -E '\.(h|cpp)$' || true; } | while IFS= read -r file; do
            [ ! -e "$file" ] || printf '%s\n' "$file"
        done
    else
        find "$@" -name '*.h' -o -name '*.cpp' | sort
    fi
}
