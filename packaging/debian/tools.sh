# shellcheck shell=bash
# Sourced by build.sh and test.sh: says which programs are missing and which package has them.

missing=()

# need PROGRAM PACKAGE: notes the program as missing unless it can be run.
need() {
    # Debian keeps administrators' programs out of a user's PATH.
    PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null || missing+=("$1 ($2)")
}

# Ends the script when something was missing. All of it is told at once.
stop_if_missing() {
    [ ${#missing[@]} -eq 0 ] && return
    printf 'Mangler %s\n' "${missing[@]}" >&2
    local packages
    packages=$(printf '%s\n' "${missing[@]}" | sed -n 's/.*(\([a-z0-9.+-]*\))$/\1/p' | sort -u | tr '\n' ' ')
    [ -n "$packages" ] && echo "Installer med: apt-get install $packages" >&2
    exit 1
}
