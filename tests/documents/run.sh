#!/usr/bin/env bash
# Sends forms through other people's programs: tests/documents/run.sh [NAME...]
#
# Each NAME.py here fills forms of one format with a library that knows nothing of this
# tool, lets LibreOffice open and save them, imports what came back and compares it with
# what was filled in. Without names, all of them run. What is needed is installed in
# pinned versions, outside the clone.
#
#   UNTOC_DOCUMENTS    where the libraries are kept; in the user's cache if not set
#   CARGO_TARGET_DIR   where cargo builds

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
here=$PWD
root=$(cd ../.. && pwd)
cache=${UNTOC_DOCUMENTS:-${XDG_CACHE_HOME:-$HOME/.cache}/untoc-documents}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
unset UNTOC_NOW

fail() {
  printf 'documents: %s\n' "$*" >&2
  exit 1
}

if ! command -v soffice >/dev/null; then
  command -v apt-get >/dev/null || fail "LibreOffice is missing; install it yourself"
  as_root=()
  if ((EUID != 0)); then as_root=(sudo); fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
    --no-install-recommends libreoffice-calc libreoffice-writer >/dev/null
  command -v soffice >/dev/null || fail "LibreOffice is still missing"
fi

if ! cmp --silent requirements.txt "$cache/installed"; then
  rm -rf "$cache"
  mkdir -p "$cache"
  python3 -m venv "$cache/venv"
  "$cache/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --no-deps --requirement requirements.txt
  cp requirements.txt "$cache/installed"
fi

untoc=${UNTOC:-}
if [[ -z $untoc ]]; then
  cargo build --release --manifest-path "$root/Cargo.toml" --package untoc-cli
  untoc=$CARGO_TARGET_DIR/release/untoc
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

names=("$@")
if ((${#names[@]} == 0)); then
  for script in *.py; do names+=("${script%.py}"); done
fi
for name in "${names[@]}"; do
  mkdir "$scratch/$name"
  "$cache/venv/bin/python" "$here/$name.py" "$untoc" "$scratch/$name"
done
