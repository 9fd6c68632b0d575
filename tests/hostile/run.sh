#!/usr/bin/env bash
# Gives the real binary what a batch job meets on a bad night, and looks at what it does.
#
#   tests/hostile/run.sh [FILES] [SEED]
#
#   FILES   how many files lie in the largest folder (200000 if not given; 1000000 is the
#           promise, and takes some minutes to make)
#   UNTOC   the binary; without it the release build is made and used
#
# A line of 2 GB, very many files, pipes, links in a loop, files that change or vanish
# while they are read, files that may not be read, full disks, kills, and documents that
# attack whoever opens them. Exits 0 if every
# one ends in a clear finding or exit code, within bounds of time and memory.

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [[ -z ${UNTOC:-} ]]; then
  cargo build --release --quiet --package untoc-cli
  UNTOC=${CARGO_TARGET_DIR:-target}/release/untoc
fi
python3 tests/hostile/documents.py "$UNTOC"
exec python3 tests/hostile/hostile.py "$UNTOC" "${1:-200000}" "${2:-1}"
