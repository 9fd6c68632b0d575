#!/usr/bin/env bash
# Fuzzes every reader and the conditions: tests/fuzz/run.sh [SECONDS] [TARGET...]
#
#   tests/fuzz/run.sh                  each target for a minute
#   tests/fuzz/run.sh 5 quick json     these two, five seconds each
#   tests/fuzz/run.sh --total 3600     all in an hour together
#
# Each target starts from tests/fuzz/seeds/TARGET, from the files in tests/fixtures, and
# from what earlier runs have found. A crash, a hang or too much memory fails the script;
# the input stands in the folder it names.
#
# FUZZ_SEED, if it is set, makes a run begin with the same inputs as the last one.
#
# It uses a nightly compiler where one works, else the usual one with RUSTC_BOOTSTRAP=1,
# and installs cargo-fuzz beside the build where it is missing.

set -euo pipefail

cargo_fuzz_version=0.13.2

total=no
if [[ ${1:-} == --total ]]; then
  total=yes
  shift
fi
seconds=${1:-60}
shift || true
[[ $seconds =~ ^[1-9][0-9]*$ ]] || { echo "tests/fuzz/run.sh: \"$seconds\" is no number of seconds" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
mkdir -p "${CARGO_TARGET_DIR:-$root/target}"
target_dir=$(cd "${CARGO_TARGET_DIR:-$root/target}" && pwd)
unset CARGO_TARGET_DIR
work=$target_dir/fuzz
tools=$target_dir/ci-tools
mkdir -p "$work"

# --- Tools ------------------------------------------------------------------------

export PATH=$PATH:$tools/bin
if [[ $(cargo-fuzz --version 2>/dev/null) != "cargo-fuzz $cargo_fuzz_version" ]]; then
  if [[ $("$tools/bin/cargo-fuzz" --version 2>/dev/null) != "cargo-fuzz $cargo_fuzz_version" ]]; then
    cargo install cargo-fuzz --locked --force --version "$cargo_fuzz_version" --root "$tools"
  fi
  export PATH=$tools/bin:$PATH
fi

# A toolchain may be listed and not work.
if rustup run nightly rustc --version >/dev/null 2>&1; then
  export RUSTUP_TOOLCHAIN=nightly
else
  export RUSTC_BOOTSTRAP=1
fi

# --- Run --------------------------------------------------------------------------

# cargo-fuzz looks for its package in the current folder.
cd "$here"
fuzz() { cargo-fuzz fuzz "$@"; }

targets=("$@")
if ((${#targets[@]} == 0)); then
  mapfile -t targets < <(fuzz list --fuzz-dir "$here")
fi
((${#targets[@]} > 0)) || { echo "tests/fuzz/run.sh: no targets" >&2; exit 1; }

if [[ $total == yes ]]; then
  seconds=$(((seconds + ${#targets[@]} - 1) / ${#targets[@]}))
fi

fuzz build --fuzz-dir "$here" --target-dir "$work/build" >&2

for target in "${targets[@]}"; do
  [[ -d $here/seeds/$target ]] || { echo "tests/fuzz/run.sh: seeds/$target is missing" >&2; exit 1; }
  printf -- '--- %s, %s s\n' "$target" "$seconds"
  mkdir -p "$work/corpus/$target" "$work/artifacts/$target"
  log=$work/$target.log
  # The first folder is the one that grows.
  if ! fuzz run "$target" --fuzz-dir "$here" --target-dir "$work/build" \
    "$work/corpus/$target" "$here/seeds/$target" "$root/tests/fixtures" -- \
    ${FUZZ_SEED:+-seed="$FUZZ_SEED"} -max_total_time="$seconds" -timeout=25 \
    -rss_limit_mb=2048 -max_len=65536 \
    -dict="$here/json.dict" -artifact_prefix="$work/artifacts/$target/" \
    -print_final_stats=1 >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "tests/fuzz/run.sh: $target failed; its input is in $work/artifacts/$target" >&2
    exit 1
  fi
  grep -E 'stat::(number_of_executed_units|new_units_added|peak_rss_mb)' "$log" || true
done
echo "no target failed"
