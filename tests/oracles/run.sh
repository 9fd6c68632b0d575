#!/usr/bin/env bash
# Compares untoc with other people's engines: tests/oracles/run.sh [OPTION...]
#
# Installs what it needs in pinned versions, outside the clone, and builds the generator
# and the command. Options go to run.py (--help shows them); --seed N looks elsewhere.
#
#   UNTOC_ORACLES      where the engines are kept; in the user's cache if not set
#   CARGO_TARGET_DIR   where cargo builds

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
here=$PWD
root=$(cd ../.. && pwd)
export UNTOC_ORACLES=${UNTOC_ORACLES:-${XDG_CACHE_HOME:-$HOME/.cache}/untoc-oracles}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
unset UNTOC_NOW

fail() {
  printf 'oracles: %s\n' "$*" >&2
  exit 1
}

apt_updated=no
# Installs Debian packages; called only when something is missing.
apt_install() {
  command -v apt-get >/dev/null || fail "cannot install $*: no apt-get; install it yourself"
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "cannot install $*: neither root nor sudo"
    as_root=(sudo)
  fi
  if [[ $apt_updated == no ]]; then
    "${as_root[@]}" apt-get update -qq
    apt_updated=yes
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# need COMMAND PACKAGE installs the package if the command is missing.
need() {
  command -v "$1" >/dev/null || apt_install "$2"
  command -v "$1" >/dev/null || fail "$1 is still missing after installing $2"
}

# install NAME LOCK COMMAND... runs the command if the lock file has changed since the
# last time; an install that was interrupted leaves no mark and is done again.
install() {
  local mark=$UNTOC_ORACLES/$1.installed lock=$2
  shift 2
  if cmp --silent "$lock" "$mark"; then return; fi
  rm -f "$mark"
  "$@"
  cp "$lock" "$mark"
}

install_venv() {
  rm -rf "$UNTOC_ORACLES/venv"
  python3 -m venv "$UNTOC_ORACLES/venv"
  "$UNTOC_ORACLES/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --no-deps --requirement "$here/requirements.txt"
  "$UNTOC_ORACLES/venv/bin/python" -m pip check >/dev/null
}

install_npm() {
  mkdir -p "$UNTOC_ORACLES/npm"
  cp "$here/package.json" "$here/package-lock.json" "$UNTOC_ORACLES/npm/"
  npm ci --prefix "$UNTOC_ORACLES/npm" --no-audit --no-fund --silent
}

need python3 python3
# Debian ships Python without the part that makes a venv with pip in it.
python3 -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv
need node nodejs
need npm npm
need java default-jre-headless # ODK Validate
need chromium chromium         # ODK's engine

mkdir -p "$UNTOC_ORACLES"
install venv requirements.txt install_venv
install npm package-lock.json install_npm

cargo build --quiet --locked --manifest-path "$root/Cargo.toml" \
  --package untoc-export --example oracles
cargo build --quiet --locked --manifest-path "$root/Cargo.toml" --package untoc-cli

exec "$UNTOC_ORACLES/venv/bin/python" -B run.py "$@"
