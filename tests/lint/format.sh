#!/usr/bin/env bash
# Every C++ file is as clang-format leaves it. Versions format differently; the project is formatted with 14.
# Usage: format.sh <root of the sources>
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$here/sources.sh"
cd "$1"
formatter=$(command -v clang-format-14 || command -v clang-format || true)
if [ -z "$formatter" ] || ! "$formatter" --version | grep -q 'version 14\.'; then
    echo "clang-format 14 isn't installed: skipped"
    exit 77
fi
sources app wizard models resources tests | xargs "$formatter" --dry-run -Werror
echo "Formatted"
