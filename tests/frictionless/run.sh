#!/usr/bin/env bash
# Asks frictionless (Python) whether it judges tables as we do: tests/frictionless/run.sh
#
# Installs it in a pinned version, outside the clone. What we say stands beside each
# fixture, and `cargo test -p untoc-evidence` holds the program to it, so that nothing is
# built here.
#
#   UNTOC_FRICTIONLESS   where it is kept; in the user's cache if not set

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
home=${UNTOC_FRICTIONLESS:-${XDG_CACHE_HOME:-$HOME/.cache}/untoc-frictionless}

fail() {
  printf 'frictionless: %s\n' "$*" >&2
  exit 1
}

command -v python3 >/dev/null || fail "python3 is missing"
if ! cmp --silent requirements.txt "$home/installed"; then
  mkdir -p "$home"
  rm -f "$home/installed"
  # `--clear`, since a run that was interrupted leaves half of it behind.
  python3 -m venv --clear "$home/venv" || fail "cannot make a venv; install python3-venv"
  "$home/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --no-deps --requirement requirements.txt
  "$home/venv/bin/python" -m pip check >/dev/null
  cp requirements.txt "$home/installed"
fi

exec "$home/venv/bin/python" -B compare.py
