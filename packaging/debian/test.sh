#!/usr/bin/env bash
# Installs the package in a small Debian of its own, uses it there, and removes it again. As root.
#
#   packaging/debian/test.sh [--program FILE] [--base FILE] [PACKAGE]
#
#   PACKAGE           the newest target/debian/arsmelding_*.deb unless named
#   --program FILE    the executable whose answers the installed one must give (target/dist/arsmelding)
#   --base FILE       keeps the small Debian, before the package, in this archive, for the next time
#
# SUITE and MIRROR choose another Debian than this machine's. Without debootstrap or a mirror the
# package goes into an empty folder and is used with this machine's libraries; what that cannot show
# is told as skipped. One line a check; pictures of the window in target/debian/pictures.
set -euo pipefail
export LC_ALL=C.UTF-8
umask 022

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=packaging/debian/tools.sh
. "$here/tools.sh"

program=${CARGO_TARGET_DIR:-$root/target}/dist/arsmelding
package=
base=
while [ $# -gt 0 ]; do
    case $1 in
        --program) program=$(realpath -e -- "${2:?}") || exit 2; shift 2 ;;
        --base) base=$(realpath -m -- "${2:?}"); shift 2 ;;
        -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit ;;
        -*) echo "Ukjent valg: $1" >&2; exit 2 ;;
        *) package=$(realpath -e -- "$1") || exit 2; shift ;;
    esac
done
if [ -z "$package" ]; then
    package=$(find "$root/target/debian" -maxdepth 1 -name 'arsmelding_*.deb' -printf '%T@ %p\n' 2>/dev/null |
        sort -n | tail -1 | cut -d' ' -f2-)
fi
[ -n "$package" ] || { echo "Ingen pakke i target/debian; kjør packaging/debian/build.sh" >&2; exit 2; }
[ -x "$program" ] || { echo "Mangler programmet $program; velg et med --program" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "Må kjøres som root" >&2; exit 2; }

need dpkg-deb dpkg
need Xvfb xvfb
need xwininfo x11-utils
need xprop x11-utils
need import imagemagick
need lintian lintian
need mandoc mandoc
need desktop-file-validate desktop-file-utils
need setpriv util-linux
stop_if_missing

work=$(mktemp -d)
# An ordinary user must reach what lies in it.
chmod 711 "$work"
log=$work/log
pictures=$root/target/debian/pictures
mkdir -p "$pictures"
system=$work/system
mounted=()
started=()
finish() {
    local id point
    for id in "${started[@]}"; do kill "$id" 2>/dev/null || true; done
    for point in "${mounted[@]}"; do umount -l "$point" || true; done
    # Never through a mount that is still there.
    rm -rf --one-file-system "$work"
}
trap finish EXIT
trap 'echo "avbrutt ved linje $LINENO" >&2' ERR

passed=0 failed=0 skipped=0
# check WORDS COMMAND…: one line; what the command said only where it failed.
check() {
    local words=$1
    shift
    if "$@" >"$log" 2>&1; then
        echo "ok    $words"
        passed=$((passed + 1))
    else
        echo "FEIL  $words"
        tail -n 15 "$log" | sed 's/^/        /'
        failed=$((failed + 1))
    fi
}
skip() {
    echo "hoppet over: $1"
    skipped=$((skipped + 1))
}
# is WANTED COMMAND…: the command's answer is this.
is() {
    local wanted=$1 answer
    shift
    answer=$("$@") || { echo "avsluttet med $?"; return 1; }
    [ "$answer" = "$wanted" ] || { echo "svarte «$answer», ikke «$wanted»"; return 1; }
}
# is_not UNWANTED COMMAND…: the command has an answer, which is another.
is_not() {
    local unwanted=$1 answer
    shift
    answer=$("$@") || { echo "avsluttet med $?"; return 1; }
    echo "svarte «$answer»"
    [ -n "$answer" ] && [ "$answer" != "$unwanted" ]
}
# says PART COMMAND…: the command ends well, and this is part of what it says.
says() {
    local wanted=$1 answer
    shift
    answer=$("$@" 2>&1) || { echo "avsluttet med $?: $answer"; return 1; }
    echo "$answer"
    [[ $answer = *"$wanted"* ]]
}

# --- the small Debian -------------------------------------------------------------------------

suite=${SUITE:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
mirror() {
    [ -n "${MIRROR:-}" ] && { echo "$MIRROR"; return; }
    # The one that this machine's own packages come from.
    # shellcheck disable=SC2016 # apt's own variables
    apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Component: main' 'Origin: Debian' |
        head -n 1
}
bootstrap() {
    PATH=$PATH:/usr/sbin command -v debootstrap >/dev/null || return 1
    if [ -n "$base" ] && [ -f "$base" ]; then
        mkdir "$system" && tar -C "$system" -xpf "$base" || return 1
    else
        local from
        from=$(mirror)
        # An empty name is debootstrap's own default.
        # shellcheck disable=SC2086
        debootstrap --variant=minbase "$suite" "$system" $from >"$work/debootstrap.log" 2>&1 || return 1
        [ -z "$base" ] || tar -C "$system" -cpf "$base" .
    fi
    local point
    for point in proc tmp/.X11-unix; do
        mkdir -p "/$point" "$system/$point"
        mount --bind "/$point" "$system/$point" || return 1
        mounted+=("$system/$point")
    done
    chroot "$system" useradd --create-home --shell /bin/bash bruker
    cp /etc/resolv.conf "$system/etc/resolv.conf"
}

# In the chroot, `run` is an ordinary user and `admin` is root. The screen is this machine's: the
# package must bring all that the window needs, so nothing for the test's sake is installed before.
if bootstrap; then
    mode=chroot
    home=/home/bruker
    outside=$system$home
    inside() {
        env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 HOME="$inside_home" \
            ${DISPLAY:+DISPLAY="$DISPLAY"} ${http_proxy:+http_proxy="$http_proxy"} \
            DEBIAN_FRONTEND=noninteractive "${inside_chroot[@]}" "$@"
    }
    run() {
        local inside_home=$home inside_chroot=(chroot --userspec=bruker:bruker "$system")
        inside "$@"
    }
    admin() {
        local inside_home=/root inside_chroot=(chroot "$system")
        inside "$@"
    }
    give() { install -D -o 1000 -g 1000 -m 644 "$1" "$outside/$2"; }
    echo "# Debian $suite i en mappe for seg, $(basename "$package")"
else
    mode=scratch
    for point in "${mounted[@]}"; do umount -l "$point"; done
    mounted=()
    rm -rf --one-file-system "$system"
    home=$work/home
    outside=$home
    mkdir -p "$home" "$system/var/lib/dpkg"/{info,updates}
    touch "$system/var/lib/dpkg/status"
    run() {
        env -i PATH="$system/usr/bin:$PATH" LC_ALL=C.UTF-8 HOME="$home" MANPATH="$system/usr/share/man" \
            XDG_DATA_DIRS="$system/usr/share:/usr/local/share:/usr/share" \
            ${DISPLAY:+DISPLAY="$DISPLAY"} "$@"
    }
    give() { install -D -m 644 "$1" "$outside/$2"; }
    echo "# uten debootstrap eller speil: en tom mappe og denne maskinens biblioteker, $(basename "$package")"
fi

# --- the window -------------------------------------------------------------------------------

# A screen that nobody else uses: Xvfb finds the number itself.
mkfifo "$work/screen"
Xvfb -displayfd 3 -ac -noreset -nolisten tcp -screen 0 1600x1000x24 3>"$work/screen" >"$work/xvfb.log" 2>&1 &
started+=($!)
read -r screen <"$work/screen"
export DISPLAY=:$screen

# Windows as `0x200001 "title": ("instance" "class") …`, a line each.
windows() { xwininfo -root -children | grep -E '^ +0x'; }
close_window() {
    local id
    id=$(xprop -id "$1" -notype _NET_WM_PID | sed -n 's/.*= //p')
    kill "$id" || return 0
    for _ in $(seq 50); do [ -d "/proc/$id" ] || return 0; sleep 0.1; done
}
# opens PICTURE TITLE COMMAND…: the command leads to a window whose title begins so.
opens() {
    local picture=$1 title=$2 window=''
    shift 2
    "$@" &
    for _ in $(seq 120); do
        window=$(windows | grep -F -m 1 "\"$title") && break
        sleep 0.5
    done
    # The title is there before the first picture is.
    sleep 3
    import -silent -window root "$pictures/$picture.png"
    if [ -z "$window" ]; then
        echo "ingen vindu med «$title» etter ett minutt; vinduene er:"
        windows
        return 1
    fi
    echo "$window"
    close_window "$(awk '{ print $1 }' <<<"$window")"
    # Another class, and docks would show the window apart from the program's own icon.
    [[ $window = *' "arsmelding")'* ]]
}

# --- the package alone, with what it depends on ------------------------------------------------

sample=$root/sample-data/hedmark-ikt-2021.ron
version=$(dpkg-deb --field "$package" Version)
architecture=$(dpkg-deb --field "$package" Architecture)
list_installed() { (cd "$system" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./home -o -path ./root \
    -o -path ./var/log -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg \) -prune -o \
    \( -type f -exec sha256sum {} + \) -o -print | sort -k 2); }

install_alone() {
    install -D "$package" "$system/opt/arsmelding.deb"
    admin apt-get update -q && admin apt-get install -y -q --no-install-recommends /opt/arsmelding.deb
}
install_scratch() { dpkg --root="$system" --force-depends --install "$package"; }
if [ $mode = chroot ]; then
    check "installeres med det den avhenger av, uten anbefalinger" install_alone
    check "filene er som pakken sier" is "" admin dpkg --verify arsmelding
else
    check "pakkes ut og settes opp" install_scratch
fi

give "$sample" hedmark-ikt-2021.ron
answers_alike() {
    local words=("$@")
    run arsmelding "${words[@]/FILE/$home/hedmark-ikt-2021.ron}" >"$work/installed" || return
    "$program" "${words[@]/FILE/$sample}" >"$work/built" || return
    [ -s "$work/built" ] && cmp "$work/installed" "$work/built"
}
reports_alike() {
    run arsmelding report "$home/hedmark-ikt-2021.ron" --pdf "$home/installed.pdf" || return
    "$program" report "$sample" --pdf "$work/built.pdf" || return
    [ "$(head -c 5 "$outside/installed.pdf")" = %PDF- ] && cmp "$outside/installed.pdf" "$work/built.pdf"
}
check "arsmelding --version: arsmelding $version" is "arsmelding $version" run arsmelding --version
for table in quarters days par5-6 goals; do
    check "tabellen $table er som det bygde programmets" answers_alike table FILE $table --format csv
done
check "report --pdf gir samme byte som det bygde programmets" reports_alike
# Where the program looks for its sample: beside the executable that the link leads to.
installed_sample() { cmp "$system/usr/lib/arsmelding/sample-data/hedmark-ikt-2021.ron" "$sample"; }
check "eksempelet ligger der programmet leter" installed_sample
check "vinduet åpnes med filens navn i tittelen" \
    opens alone "hedmark-ikt-2021.ron" run arsmelding "$home/hedmark-ikt-2021.ron"

# Wayland tells the app id and the title in its own log; a compositor without a screen is enough.
wayland() {
    local folder=$work/wayland log=$work/wayland.log compositor client
    [ $mode = chroot ] && folder=$system/tmp/wayland
    mkdir -p "$folder"
    chmod 700 "$folder"
    env -u DISPLAY XDG_RUNTIME_DIR="$folder" weston --backend="$1" --socket=arsmelding --idle-time=0 >"$work/weston.log" 2>&1 &
    compositor=$!
    started+=("$compositor")
    for _ in $(seq 50); do [ -S "$folder/arsmelding" ] && break; sleep 0.2; done
    [ $mode = chroot ] && chown -R 1000:1000 "$folder"
    DISPLAY='' run env XDG_RUNTIME_DIR="${folder#"$system"}" WAYLAND_DISPLAY=arsmelding WAYLAND_DEBUG=1 \
        arsmelding "$home/hedmark-ikt-2021.ron" >"$log" 2>&1 &
    client=$!
    for _ in $(seq 60); do
        grep -q 'set_title("hedmark-ikt-2021' "$log" && break
        sleep 0.5
    done
    kill "$client" "$compositor" 2>/dev/null || true
    grep -q 'set_app_id("arsmelding")' "$log" && grep -q 'set_title("hedmark-ikt-2021' "$log" && return
    tail -n 5 "$work/weston.log" "$log"
    return 1
}
if command -v weston >/dev/null; then
    check "vinduet åpnes på Wayland, med app-id og filens navn" wayland headless-backend.so
else
    skip "Wayland (apt-get install weston)"
fi

# --- with a desktop around it ------------------------------------------------------------------

install_desktop() {
    admin dpkg --purge arsmelding &&
        admin apt-get install -y -q --no-install-recommends shared-mime-info desktop-file-utils \
            hicolor-icon-theme libglib2.0-bin xdg-utils libfile-mimeinfo-perl man-db bash-completion zsh fish
}
if [ $mode = chroot ]; then
    check "et skrivebord rundt: MIME-typer, xdg-utils, gio, skall" install_desktop
    list_installed >"$work/before"
    # Now Debian's triggers have something to do.
    check "installeres på skrivebordet, uten egne skript" admin dpkg --install /opt/arsmelding.deb
    check "ingen vedlikeholdsskript" is "" find "$system/var/lib/dpkg/info" -name 'arsmelding.*inst' -o -name 'arsmelding.*rm'
else
    run update-mime-database "$system/usr/share/mime" 2>/dev/null
    run update-desktop-database "$system/usr/share/applications"
fi

check "desktop-file-validate" desktop-file-validate "$system/usr/share/applications/arsmelding.desktop"
if [ $mode = chroot ]; then
    check "man -w finner siden" is /usr/share/man/man1/arsmelding.1.gz run man -w arsmelding
fi
# All pages, the commands' too. What mandoc calls style is left out. One page a call: mandoc 1.14.6
# unpacks a file only where it is the first.
pages_are_clean() {
    local page clean=0
    for page in "$system"/usr/share/man/man1/arsmelding*.1.gz; do
        mandoc -T lint -W warning "$page" || clean=1
    done
    return $clean
}
check "mandoc finner ingenting å advare om" pages_are_clean
# shellcheck disable=SC2016 # for the shell inside
completes='
. /usr/share/bash-completion/completions/arsmelding
function=$(complete -p arsmelding | sed -n "s/.*-F \([^ ]*\).*/\1/p")
COMP_WORDS=(arsmelding tab) COMP_CWORD=1 COMP_LINE="arsmelding tab" COMP_POINT=14
$function arsmelding tab arsmelding
printf "%s\n" "${COMPREPLY[@]}"'
[ $mode = chroot ] || completes=${completes/\/usr/$system/usr}
check "bash fullfører «arsmelding tab»" says table run bash -c "$completes"
if [ $mode = chroot ]; then
    # shellcheck disable=SC2016
    check "zsh kjenner fullføringen" is _arsmelding run zsh -fc 'autoload -U compinit; compinit -u; echo $_comps[arsmelding]'
    # shellcheck disable=SC2016
    check "zsh kan lese fullføringen" run zsh -n /usr/share/zsh/vendor-completions/_arsmelding
    check "fish fullfører «arsmelding tab»" says table run fish -c 'complete -C "arsmelding tab"'
else
    skip "zsh og fish"
fi

# --- the project file --------------------------------------------------------------------------

printf '\xef\xbb\xbf' | cat - "$sample" >"$work/merke.ron"
sed 's/$/\r/' "$sample" >"$work/crlf.ron"
sed 's/$/\r/' "$work/merke.ron" >"$work/merke-crlf.ron"
printf '#![enable(implicit_some)]\n(\nformat: "Noe annet",\nversion: 1,\n)\n' >"$work/annet.ron"
printf '(navn: "format: Årsmelding", tall: [1, 2, 3])\n' >"$work/liste.ron"
printf 'Prosjektfilen begynner med format: "Årsmelding".\n' >"$work/notat"
ours=("hedmark-ikt-2021.ron" "format-1.ron" "format-2.ron" "merke.ron" "crlf.ron" "merke-crlf.ron" "uten-endelse" "mitt år & 100 %.ron")
others=(annet.ron liste.ron notat statements-2021.ron)
for file in merke.ron crlf.ron merke-crlf.ron annet.ron liste.ron notat; do give "$work/$file" $file; done
for file in format-1.ron format-2.ron statements-2021.ron; do give "$root/tests/data/$file" $file; done
give "$sample" uten-endelse
give "$sample" "mitt år & 100 %.ron"

type=application/x-arsmelding
type_by_gio() { run gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p'; }
# Without a desktop's own tool xdg-mime asks `mimetype`, or `file`, which knows no types of packages.
type_by_xdg-mime() { run xdg-mime query filetype "$1"; }
askers=(gio)
if [ $mode = chroot ] || { command -v xdg-mime && command -v mimetype; } >/dev/null; then
    askers+=(xdg-mime)
else
    skip "xdg-mime (xdg-utils og libfile-mimeinfo-perl)"
fi
for asker in "${askers[@]}"; do
    for file in "${ours[@]}"; do
        check "$asker: $file er et prosjekt" is $type "type_by_$asker" "$home/$file"
    done
    for file in "${others[@]}"; do
        check "$asker: $file er ikke et prosjekt" is_not $type "type_by_$asker" "$home/$file"
    done
done
check "gio: typen åpnes med arsmelding.desktop" says "arsmelding.desktop" run gio mime $type
if [[ " ${askers[*]} " = *" xdg-mime "* ]]; then
    check "xdg-mime: typen åpnes med arsmelding.desktop" is arsmelding.desktop run xdg-mime query default $type
fi
check "gio open (dobbeltklikk) åpner vinduet med filens navn" \
    opens gio-open "hedmark-ikt-2021.ron" run gio open "$home/hedmark-ikt-2021.ron"
check "gio open med mellomrom, æøå og prosenttegn i navnet" \
    opens gio-open-name "mitt år & 100 %.ron" run gio open "$home/mitt år & 100 %.ron"
if [[ " ${askers[*]} " = *" xdg-mime "* ]]; then
    check "xdg-open åpner vinduet med filens navn" \
        opens xdg-open "hedmark-ikt-2021.ron" run xdg-open "$home/hedmark-ikt-2021.ron"
fi

# --- and away again ----------------------------------------------------------------------------

if [ $mode = chroot ]; then
    check "fjernes" admin dpkg --purge arsmelding
    list_installed >"$work/after"
    check "ingenting er igjen, og databasene er som før" diff "$work/before" "$work/after"
else
    check "fjernes" dpkg --root="$system" --purge arsmelding
    check "ingenting er igjen" is "" find "$system/usr" -name '*arsmelding*' -not -path '*/mime/application/*'
fi

# Tags that are accepted stand in accepted-tags with their reasons.
tags() {
    local found
    # Not as root, as lintian itself asks for.
    found=$(setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent \
        lintian --no-cfg --display-info --pedantic --display-experimental \
        --suppress-tags "$(sed '/^#/d; s/ .*//' "$here/accepted-tags" | paste -sd,)" "$1")
    echo "$found"
    [ -z "$found" ]
}
install -m 644 "$package" "$work/arsmelding.deb"
check "lintian har ingenting annet enn det som er godtatt" tags "$work/arsmelding.deb"

echo "# $passed ok, $failed feil, $skipped hoppet over ($architecture, $mode); bilder i target/debian/pictures"
trap - ERR
[ $failed -eq 0 ]
