# Sourced by app/run, tests/run and packaging/lint: the repository's root, messages, and a compiler cache that also works with
# precompiled headers and from any checkout.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export CCACHE_BASEDIR="$root"
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
# Debug information names the folder of the build; that alone must not make another checkout compile everything again.
export CCACHE_NOHASHDIR=1

say() { printf '\n== %s\n' "$*"; }

# configure_and_build <preset> [targets…]
configure_and_build() {
    local preset=$1
    shift
    say "Configuring preset $preset (build/$preset)"
    # Presets are found in the current directory only.
    (cd "$root" && cmake --preset "$preset" -Wno-dev >"$root/build/configure-$preset.log" 2>&1) || {
        cat "$root/build/configure-$preset.log"
        return 1
    }
    say "Building ${*:-everything}"
    local targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    cmake --build "$root/build/$preset" --parallel "$(nproc)" "${targets[@]}"
}
mkdir -p "$root/build"
