#!/usr/bin/env bash
# Tries what build.sh made under Wine: one line a check ("ok", "FEIL", or "ikke sett" with the
# reason where Wine cannot show it), the count at the end, exit code 1 when a check failed.
#
#   packaging/windows/test.sh [LETTER...]        all parts unless some are named
#
#   a  the command line over the sample, against the program for Linux
#   b  saving over a file that others hold, and the backups
#   c  paths: spaces, æøå, more than 260 characters, CON, UNC; line ends of Windows
#   d  wildcards
#   e  installer, association, upgrade, uninstaller
#   f  the window with each renderer, at 100 and 150 percent: letters, clipboard, saving
#   g  one window a file
#
# LINUX_PROGRAM  the program for Linux (target/release/arsmelding)
# WINDOWS        what build.sh made (target/windows)
# OUT            the folder for pictures (target/windows/pictures)
#
# Needs wine64 xvfb x11-xkb-utils openbox xdotool xclip imagemagick unzip binutils
# gcc-mingw-w64-x86-64, and takes about five minutes. Everything happens in a Wine prefix and a home
# folder of its own, which are removed at the end. What no Wine can show stands in CHECKLIST.md.
set -uo pipefail
export LC_ALL=C.UTF-8 TZ=Europe/Oslo
umask 022

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
windows=$(realpath -m -- "${WINDOWS:-$root/target/windows}")
linux_program=$(realpath -m -- "${LINUX_PROGRAM:-$root/target/release/arsmelding}")
pictures=$(realpath -m -- "${OUT:-$windows/pictures}")
program=$windows/program
console_program=$program/kommandolinje/arsmelding.exe
window_program=$program/arsmelding-window.exe
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -1)
installer=$windows/arsmelding-$version-installasjon.exe
# Debian's `wine` prints a remark about 32-bit programs at each call; this is what it calls.
wine=/usr/lib/wine/wine64
wineserver=/usr/lib/wine/wineserver

parts=()
while [ $# -gt 0 ]; do
    case $1 in
        -h | --help)
            sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
            exit
            ;;
        [a-g]) parts+=("$1") ;;
        *) echo "test.sh: forstår ikke «$1»; --help viser hva som går an" >&2 && exit 2 ;;
    esac
    shift
done
[ ${#parts[@]} -gt 0 ] || parts=(a b c d e f g)

# ---- what is needed

lacking=()
need() { # TOOL PACKAGE
    command -v "$1" >/dev/null || lacking+=("$1 mangler: apt-get install $2")
}
need $wine wine64
need $wineserver wine64
need Xvfb xvfb
need setxkbmap x11-xkb-utils
need openbox openbox
need xdotool xdotool
need xclip xclip
need import imagemagick
need identify imagemagick
need unzip unzip
need strings binutils
need x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
for file in "$console_program" "$window_program" "$installer"; do
    [ -s "$file" ] || lacking+=("$file mangler: kjør packaging/windows/build.sh først")
done
[ -x "$linux_program" ] ||
    lacking+=("$linux_program mangler: kjør cargo build --release, eller sett LINUX_PROGRAM")
if [ ${#lacking[@]} -gt 0 ]; then
    printf 'test.sh: %s\n' "${lacking[@]}" >&2
    exit 2
fi

# ---- telling

passed=0 failed=0 unseen=0

ok() { # WHAT
    echo "ok         $1"
    passed=$((passed + 1))
}

wrong() { # WHAT [WHY]
    echo "FEIL       $1"
    [ -z "${2:-}" ] || head -n 12 <<<"$2" | sed 's/^/             /'
    failed=$((failed + 1))
}

not_seen() { # WHAT WHY
    echo "ikke sett  $1: $2"
    unseen=$((unseen + 1))
}

# check WHAT COMMAND...: ok when the command succeeds; what it printed tells why it did not.
check() {
    local what=$1 said
    shift
    if said=$("$@" 2>&1); then ok "$what"; else wrong "$what" "$said"; fi
}

same() { # A B: two texts are equal
    [ "$1" = "$2" ] || { printf 'venta  %s\nfikk   %s\n' "$1" "$2" && return 1; }
}

# until_true SECONDS COMMAND...: tries the command again until it succeeds or the time is over.
until_true() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.2
    done
}

# ---- the parts

# shellcheck source=packaging/windows/wine/windows.sh
. "$here/wine/windows.sh"
# shellcheck source=packaging/windows/wine/command_line.sh
. "$here/wine/command_line.sh"
# shellcheck source=packaging/windows/wine/saving.sh
. "$here/wine/saving.sh"
# shellcheck source=packaging/windows/wine/installer.sh
. "$here/wine/installer.sh"
# shellcheck source=packaging/windows/wine/window.sh
. "$here/wine/window.sh"

start_windows
for part in "${parts[@]}"; do
    "part_$part"
    cd "$work" || exit 2
done
echo "$passed ok, $failed feil, $unseen ikke sett. Bilder i $pictures"
[ $failed -eq 0 ]
