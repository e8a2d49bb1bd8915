#!/usr/bin/env bash
# cargo 1.95.0 and 1.96.0: `strip` of a profile, and an override for the package itself.
#
# `strip = "symbols"` cannot stand in an override (`[profile.NAME.package.PACKAGE]`), only in the
# profile. But an override that names the package whose program is linked, and says nothing but
# another `opt-level`, undoes it: the program keeps its whole symbol table, and nothing is told. The
# same `opt-level` in the profile itself, or an override for other packages (`"*"`), leaves `strip`
# as it is.
#
# Seen: 1 line of `nm` ("no symbols") with the level in the profile, more than 100 with the override;
# a program of 48 MB became one of 60 MB so.
#
# Needs cargo, a C linker and nm; nothing is fetched.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cargo --version
mkdir src
echo 'fn main() { println!("{}", std::env::args().count()); }' >src/main.rs

symbols() { # PROFILE_LINES OVERRIDES: how many lines nm prints of the program
    cat >Cargo.toml <<EOF
[package]
name = "look"
version = "0.0.0"
edition = "2021"
[profile.dist]
inherits = "release"
strip = "symbols"
$1
[profile.dist.package]
"*" = { opt-level = "z" }
$2
EOF
    rm -rf target
    cargo build --quiet --offline --profile dist
    { nm target/dist/look 2>&1 || true; } | wc -l
}

in_profile=$(symbols 'opt-level = "s"' '')
in_override=$(symbols '' 'look = { opt-level = "s" }')
echo "opt-level in the profile: $in_profile, in an override for the package: $in_override"
[ "$in_profile" -le 1 ] || { echo "changed: the profile does not strip either" >&2; exit 1; }
[ "$in_override" -gt 100 ] || { echo "changed: the override leaves strip as it is" >&2; exit 1; }
