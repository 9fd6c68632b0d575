#!/usr/bin/env bash
# Makes the README's picture out of real output: tests/picture/make.sh BINARY > docs/demo.svg
#
# The time is fixed, so that the same program draws the same bytes.
set -euo pipefail
binary=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export UNTOC_NOW=2026-11-24T09:30:00Z COLUMNS=90
{
  printf '\e[1m$ untoc demo\e[0m\n'
  "$binary" --color always demo 2>/dev/null
  printf '\n\e[1m$ cd untoc-demo && untoc status\e[0m\n'
  cd untoc-demo
  "$binary" --color always status | head -n 22
} | python3 "$here/terminal-svg.py" --title "untoc demo"
