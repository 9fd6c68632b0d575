#!/usr/bin/env bash
# Searches for counterexamples: tests/properties/run.sh [ROUNDS] [CARGO TEST ARGUMENTS...]
#
#   tests/properties/run.sh                      ten rounds of every property test
#   tests/properties/run.sh 100 -p untoc-evidence   a hundred of one crate
#
# `cargo test` draws the same cases each time (.cargo/config.toml), so that it fails only
# where something changed. This draws new ones each round, and names the seed of a round
# that fails. `PROPTEST_RNG_SEED=SEED cargo test` then prints the smallest input, which
# becomes a test of its own.

set -euo pipefail

rounds=${1:-10}
shift || true
[[ $rounds =~ ^[1-9][0-9]*$ ]] || { echo "tests/properties/run.sh: \"$rounds\" is no number of rounds" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
scope=("$@")
if ((${#scope[@]} == 0)); then scope=(--workspace); fi

# A failure that is kept in a file would fail all later rounds as well.
export PROPTEST_DISABLE_FAILURE_PERSISTENCE=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=()
start=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
for ((round = 1; round <= rounds; round++)); do
  seed=$((start + round))
  if PROPTEST_RNG_SEED=$seed cargo test --quiet "${scope[@]}" --lib --tests >"$log" 2>&1; then
    printf 'round %d of %d: nothing found (seed %d)\n' "$round" "$rounds" "$seed"
  else
    printf 'round %d of %d: FAILED; run it again with PROPTEST_RNG_SEED=%d\n' "$round" "$rounds" "$seed"
    grep -E 'FAILED|panicked|^Test failed|^minimal failing' "$log" || tail -n 30 "$log"
    failed+=("$seed")
  fi
done
if ((${#failed[@]} > 0)); then
  printf '%d of %d rounds failed, seeds: %s\n' "${#failed[@]}" "$rounds" "${failed[*]}" >&2
  exit 1
fi
