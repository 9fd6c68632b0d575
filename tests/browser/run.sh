#!/usr/bin/env bash
# Drives our pages in a real browser: tests/browser/run.sh [WORDS...]
#
# form.mjs fills the form that goes out as a file; web.mjs and evidence.mjs use the one on
# this machine, access.mjs looks at every page of it, pictures.mjs shows it.
#
# Installs what it needs in pinned versions, outside the clone, and builds the command.
# WORDS run only the tests whose names hold one of them.
#
#   UNTOC_BROWSER      where the tools are kept; in the user's cache if not set
#   CHROMIUM           the browser; /usr/bin/chromium if not set
#   SHOTS              a folder for pictures of the main pages; none are made if not set
#   CARGO_TARGET_DIR   where cargo builds

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
here=$PWD
root=$(cd ../.. && pwd)
export UNTOC_ROUTES=$root/crates/web/src/routes.rs
export UNTOC_BROWSER=${UNTOC_BROWSER:-${XDG_CACHE_HOME:-$HOME/.cache}/untoc-browser}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
unset UNTOC_NOW

fail() {
  printf 'browser: %s\n' "$*" >&2
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

need node nodejs
need npm npm
if [[ -z ${CHROMIUM:-} ]]; then need chromium chromium; fi

mkdir -p "$UNTOC_BROWSER"
# An install that was interrupted leaves no mark and is done again.
if ! cmp --silent package-lock.json "$UNTOC_BROWSER/installed"; then
  rm -f "$UNTOC_BROWSER/installed"
  cp package.json package-lock.json "$UNTOC_BROWSER/"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
    npm ci --prefix "$UNTOC_BROWSER" --no-audit --no-fund --silent
  cp package-lock.json "$UNTOC_BROWSER/installed"
fi

if [[ -z ${UNTOC:-} ]]; then
  cargo build --quiet --locked --manifest-path "$root/Cargo.toml" --package untoc-cli
  export UNTOC=$CARGO_TARGET_DIR/debug/untoc
fi

# Node looks for packages beside the scripts, so these run beside the packages.
scripts=$(mktemp -d "$UNTOC_BROWSER/run.XXXXXX")
trap 'rm -rf "$scripts"' EXIT
cp -r "$here"/*.mjs "$here/lib" "$scripts/"
failed=0
for script in form web evidence access pictures; do
  printf -- '--- %s\n' "$script"
  node "$scripts/$script.mjs" "$@" || failed=1
done
exit "$failed"
