#!/usr/bin/env bash
# Kills the real binary 200 times while it writes, and proves that nothing is lost.
#
#   tests/kill/run.sh [KILLS] [SEED]
#
#   UNTOC   the binary; without it the release build is made and used
#
# Exits 0 if every acknowledged change stands, 1 if anything is lost.

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [[ -z ${UNTOC:-} ]]; then
  cargo build --release --quiet --package untoc-cli
  UNTOC=${CARGO_TARGET_DIR:-target}/release/untoc
fi
exec python3 tests/kill/kill.py "$UNTOC" "${1:-200}" "${2:-1}"
