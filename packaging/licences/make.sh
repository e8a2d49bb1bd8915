#!/usr/bin/env bash
# Writes assets/licences/LISENSER.txt anew: what the shipped program is made with, and on which terms.
#
#   packaging/licences/make.sh [FILE]     writes FILE instead
#
# cargo-about finds the crates of both systems and each crate's licence text (about.toml); list.awk
# makes the list of it, in which each text stands once. Then come the notices that crates have for
# what lies in them (fonts, colour profiles, tables, code of others) and those of notices.txt. The
# same Cargo.lock gives the same bytes.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$(realpath -m -- "${1:-$root/assets/licences/LISENSER.txt}")
cd "$root"

cargo about --version >/dev/null 2>&1 || {
    echo "Mangler cargo-about" >&2
    echo "Installer med: cargo install cargo-about --version ^0.9 --locked --features cli" >&2
    exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo fetch --locked
# Offline: what is missing in a crate is not looked for elsewhere. A debug build of cargo-about takes minutes.
cargo about generate --fail --frozen --config "$here/about.toml" \
    --output-file "$work/found" "$here/licences.hbs"

# Where cargo-about does not know a crate's text as that of its licence, it takes the licence's own, which
# names no holder. The crate's text then comes with the notices.
awk '/^@@licence / { crates = "" }
     /^@@crate / { crates = crates substr($0, 9) "\n" }
     /^Copyright \(c\) <year>/ { printf "%s", crates }' "$work/found" >"$work/nameless"

# The notices: NOTICE and the like of a crate, and licences of what lies in its folders, unless that is
# not part of the program.
sed -n 's/^@@folder \([^ ]* [^ ]*\) \(.*\)\/Cargo\.toml$/\1\t\2/p' "$work/found" | sort -u |
    while IFS=$'\t' read -r crate folder; do
        { find "$folder" -mindepth 1 -maxdepth 1 -type f \
              \( -iname 'notice*' -o -iname 'copyright*' -o -iname '*third*party*' \)
          grep -qxF "$crate" "$work/nameless" && find "$folder" -maxdepth 1 -type f -iname 'licen[cs]e*' \
              -exec grep -q 'Permission is hereby granted' {} \; -print
          find "$folder" -mindepth 2 -type f \
              \( -iname 'licen[cs]e*' -o -iname '*_licen[cs]e*' -o -iname 'copying*' -o -iname 'notice*' \) \
              -not -iname '*.rs' -not -regex '.*/\(tests?\|examples?\|benches\|scripts\|docs?\|images\)/.*'
        } | sort | while IFS= read -r file; do
            printf '@@notice %s: %s\n@@text\n' "$crate" "${file#"$folder"/}"
            cat -- "$file"
            printf '\n@@end\n'
        done
    done >"$work/notices"

{
    printf '@@part SKRIFTER\n'
    printf '@@licence OFL-1.1\n@@name SIL Open Font License 1.1\n@@crate IBM Plex Sans\n@@source \n@@text\n'
    cat assets/fonts/LICENSE-IBM-Plex.txt
    printf '\n@@end\n@@licence MIT\n@@name MIT License\n@@crate Phosphor Icons\n@@source \n@@text\n'
    cat assets/fonts/LICENSE-Phosphor.txt
    printf '\n@@end\n@@part BIBLIOTEKER\n'
    grep -v '^@@folder ' "$work/found" | sed 's/^Copyright (c) <year>.*/(Opphavsretten står i bibliotekets merknad.)/'
    printf '@@part MERKNADER\n'
    cat "$here/notices.txt" "$work/notices"
} | tr -d '\r\f' | sed 's/^\xef\xbb\xbf//; s/[ \t]*$//' | expand | awk -f "$here/list.awk" >"$work/list"

# Names of folders of this machine have no place in it.
if grep -nF -e "$root" -e "${CARGO_HOME:-$HOME/.cargo}" -e "$HOME/" "$work/list"; then
    echo "Lista nevner mapper på denne maskina" >&2
    exit 1
fi
mkdir -p "$(dirname "$out")"
cp "$work/list" "$out"
chmod 644 "$out"
printf '%s: %s biblioteker, %s kB\n' "${out#"$root"/}" \
    "$(grep '^@@folder ' "$work/found" | cut -d' ' -f2,3 | sort -u | wc -l)" "$(($(wc -c <"$out") / 1000))"
