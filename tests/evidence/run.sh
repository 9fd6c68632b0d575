#!/usr/bin/env bash
# Hands packages of evidence to other people's programs, and takes theirs: tests/evidence/run.sh
#
# - Debian's age opens what we encrypt, and we open what it encrypts: for a key, and with
#   a passphrase that is typed on a terminal;
# - the bagit of the Library of Congress finds our bags whole, and finds a changed byte;
# - rocrate reads our metadata of RO-Crates, and the validator of RO-Crate 1.1 misses
#   nothing;
# - rdflib finds in our DCAT what data portals require.
#
#   UNTOC_ORACLES      where Python's packages are kept; in the user's cache if not set
#   CARGO_TARGET_DIR   where cargo builds

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
here=$PWD
root=$(cd ../.. && pwd)
kept=${UNTOC_ORACLES:-${XDG_CACHE_HOME:-$HOME/.cache}/untoc-oracles}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}
export UNTOC_NOW=2026-11-24T09:30:00Z

fail() {
  printf 'evidence: %s\n' "$*" >&2
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

command -v age >/dev/null || apt_install age
command -v age-keygen >/dev/null || fail "age-keygen is missing beside age"
command -v python3 >/dev/null || apt_install python3
python3 -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv

venv=$kept/evidence
if ! cmp --silent requirements.txt "$venv/installed.txt"; then
  mkdir -p "$kept"
  python3 -m venv --clear "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --requirement requirements.txt
  cp requirements.txt "$venv/installed.txt"
fi

# The release build is there after the step "demo" of .ci/run.
untoc=$CARGO_TARGET_DIR/release/untoc
if [[ ! -x $untoc ]]; then
  cargo build --quiet --locked --manifest-path "$root/Cargo.toml" --package untoc-cli
  untoc=$CARGO_TARGET_DIR/debug/untoc
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

printf 'year,form,cases\n' >counts.csv
for year in 2020 2021 2022 2023; do
  printf '%s,labour,%d\n%s,other,%d\n' "$year" $((year - 1990)) "$year" $((year - 1980))
done >>counts.csv
printf '# Report\n' >'a report.md'
packing=(
  -q evidence pack counts.csv 'a report.md' --title "Court monitoring 2025"
  --provider "Open Courts Exampleland" --provider-kind ngo --period 2020..2023
  --place Exampleland --sensitivity restricted --purpose "the review"
  --onward-use public --naming named --licence "CC BY 4.0" --language en
  --contact office@opencourts.example --unit "a case" --method "Observers in twelve courts"
  --basis consent --keep-until 2036-12-31 --limitations "Only courts of first instance"
)
pack() {
  "$untoc" "${packing[@]}" "$@" </dev/null >/dev/null
}
pack --output plain.zip
pack --output bag

# Another program opens what is encrypted here, and finds the same bytes.
age-keygen -o key.txt 2>/dev/null
public=$(age-keygen -y key.txt)
pack --for "$public" --output sealed.zip.age
age --decrypt --identity key.txt --output opened.zip sealed.zip.age
cmp plain.zip opened.zip || fail "age opened another package than was encrypted"
if age --decrypt --identity <(age-keygen 2>/dev/null) sealed.zip.age >/dev/null 2>&1; then
  fail "age opened the package with another key"
fi

# And this program opens what another has encrypted, in both of its forms.
"$untoc" -q init dossier --state XXA --instruments untoc --clusters 1 >/dev/null
age --recipient "$public" --output theirs.zip.age plain.zip
age --recipient "$public" --armor --output armored.zip.age plain.zip
"$untoc" -q evidence add theirs.zip.age --identity key.txt --id theirs --dossier dossier >/dev/null
"$untoc" -q evidence add armored.zip.age --identity key.txt --id armored --dossier dossier >/dev/null

# The same with a passphrase, which both programs ask for on a terminal.
PASSPHRASE=$(age-keygen 2>/dev/null | tail -n 1)
typing() {
  PASSPHRASE=$PASSPHRASE "$venv/bin/python" -B "$here/passphrase.py" "$@" >shown.txt ||
    fail "$1 with a passphrase: $(<shown.txt)"
}
typing "$untoc" "${packing[@]}" --output passphrase.zip.age --passphrase
typing age --decrypt --output typed.zip passphrase.zip.age
cmp plain.zip typed.zip || fail "age opened another package with the passphrase"
typing age --passphrase --output typed.zip.age plain.zip
typing "$untoc" -q evidence add typed.zip.age --id typed --dossier dossier --passphrase
if (PASSPHRASE="not $PASSPHRASE" typing "$untoc" -q evidence add typed.zip.age --id other \
  --dossier dossier --passphrase 2>/dev/null); then
  fail "a wrong passphrase opened the package"
fi

for item in armored typed; do
  diff -r "dossier/evidence/theirs/data" "dossier/evidence/$item/data" ||
    fail "other files arrived as $item"
done

cp -r bag crate
"$untoc" evidence describe theirs --to ro-crate --dossier dossier >crate/ro-crate-metadata.json
"$untoc" evidence describe theirs --to dcat --dossier dossier >dcat.json
"$venv/bin/python" -B "$here/check.py" crate dossier/evidence/theirs
"$venv/bin/python" -B "$here/crate.py" crate
exec "$venv/bin/python" -B "$here/catalogue.py" dcat.json bag
