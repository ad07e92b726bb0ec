#!/usr/bin/env bash
# What is compiled for newer processors must keep to itself: the linker takes one copy of each inline function for the whole
# program, and one with their instructions would end it on an older one.
# Usage: widesymbols.sh <the library with densewide.cpp>
set -euo pipefail
leaks=$(nm -C --defined-only "$1" | awk '
    /^densewide.*:$/ { inside = 1; found = 1; next }
    /:$/ { inside = 0 }
    inside && $2 ~ /^[WVu]$/ && !/EigenWide::/ && !/dense::wide::/ && !/DW\.ref\./ { print }
    END { if (!found) print "densewide.cpp is not in this library" }')
if [ -n "$leaks" ]; then
    printf 'Compiled for newer processors and open to the whole program:\n%s\n' "$leaks"
    exit 1
fi
echo 'The wide kernels keep to themselves'
