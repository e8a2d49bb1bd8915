#!/usr/bin/env bash
# Holds the dependencies against deny.toml: licences, bans, sources, and known weaknesses where there is
# a copy of the advisory database.
#
#   packaging/licences/check.sh
#   ADVISORY_DB=FOLDER packaging/licences/check.sh    a clone of RustSec's advisory-db, at most 90 days old
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

cargo deny --version >/dev/null 2>&1 || {
    echo "Mangler cargo-deny" >&2
    echo "Installer med: cargo install cargo-deny --version ^0.20 --locked" >&2
    exit 1
}
if [ -n "${ADVISORY_DB:-}" ] && [ ! -d "$ADVISORY_DB/crates" ]; then
    echo "ADVISORY_DB: $ADVISORY_DB er ingen kopi av advisory-db (mappa crates mangler)" >&2
    exit 1
fi

# deny WHAT…: offline, since everything is fetched first.
deny() {
    cargo deny --frozen --config "$here/deny.toml" check --hide-inclusion-graph "$@"
}

cargo fetch --locked
deny licenses bans sources

if [ -z "${ADVISORY_DB:-}" ]; then
    echo "advisories hoppet over: ADVISORY_DB nevner ingen mappe med en kopi av databasen"
    exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The name that cargo-deny gives its clone: the last word of the database's address and a hash of it.
ln -s "$(realpath -- "$ADVISORY_DB")" "$work/advisory-db-3157b0e258782691"
ARSMELDING_ADVISORY_DBS=$work deny advisories
