#!/usr/bin/env bash
# Makes target/debian/arsmelding_VERSION_ARCHITECTURE.deb from a clone on a Debian machine.
#
#   packaging/debian/build.sh [--program FILE] [--files FOLDER]
#
#   --program FILE    packs this executable instead of building one with the profile `dist`
#   --files FOLDER    takes arsmelding*.1, arsmelding.bash, _arsmelding and arsmelding.fish from here
#                     instead of having the example make_package_files write them
#
# The same commit and the same executable give the same bytes: all times are SOURCE_DATE_EPOCH
# (the commit's date unless set), all files belong to root, and the compressors are named here.
set -euo pipefail
export LC_ALL=C.UTF-8
umask 022

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=packaging/debian/tools.sh
. "$here/tools.sh"

program=
files=
while [ $# -gt 0 ]; do
    case $1 in
        --program | --files)
            [ $# -ge 2 ] || { echo "$1 mangler verdi" >&2; exit 2; }
            # Made absolute here, since the folder changes below.
            value=$(realpath -e -- "$2") || exit 2
            if [ "$1" = --program ]; then program=$value; else files=$value; fi
            shift 2
            ;;
        -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit ;;
        *) echo "Ukjent valg: $1" >&2; exit 2 ;;
    esac
done

need git git
need gzip gzip
need strip binutils
need dpkg-deb dpkg
need dpkg-shlibdeps dpkg-dev
need desktop-file-validate desktop-file-utils
need update-mime-database shared-mime-info
if [ -z "$program" ] || [ -z "$files" ]; then
    # Debian's own compiler may be older than `rust-version`; cargo says so itself.
    need cargo cargo
    need cc gcc
fi
stop_if_missing

cd "$root"
version=$(sed -n '/^\[package\]/,/^\[dep/s/^version = "\(.*\)"/\1/p' Cargo.toml)
architecture=$(dpkg --print-architecture)
# Who answers for the package: Debian's own variables, else a host that no mail can reach.
maintainer="${DEBFULLNAME:-Årsmeldings forfattere} <${DEBEMAIL:-arsmelding@arsmelding.invalid}>"
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
fi
export SOURCE_DATE_EPOCH
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)

out=$root/target/debian
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

built=${CARGO_TARGET_DIR:-$root/target}/dist
if [ -z "$program" ]; then
    # The remapped paths keep the builder's home out of the program.
    RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$root=arsmelding" \
        cargo build --profile dist --locked --bin arsmelding
    program=$built/arsmelding
fi
if [ -z "$files" ]; then
    files=$work/files
    mkdir "$files"
    # With the profile that the tests have built already: the example is not handed out.
    cargo run --release --locked --example make_package_files -- "$files"
fi

# What is packed must be there before anything is packed; each is named.
pictures=assets/icon
sizes=(16 24 32 48 64 128 256)
inputs=("$program" assets/licences/LISENSER.txt CHANGELOG.md
    "$files"/{arsmelding.1,arsmelding.bash,_arsmelding,arsmelding.fish})
for name in arsmelding project; do
    inputs+=("$pictures/$name.svg" "${sizes[@]/#/$pictures/$name-}")
done
lacking=0
for file in "${inputs[@]}"; do
    case $file in "$pictures"/*-[0-9]*) file=$file.png ;; esac
    [ -f "$file" ] || { echo "Mangler filen $file" >&2; lacking=1; }
done
[ $lacking -eq 0 ] || exit 1

# Where debhelper has it, which dpkg-shlibdeps knows.
tree=$work/debian/arsmelding
put() { install -D -m "$1" "$2" "$tree/$3"; }
link() { mkdir -p "$(dirname "$tree/$2")"; ln -s "$1" "$tree/$2"; }

# The program looks for `sample-data` beside its own executable, and the kernel names the file
# behind a link. So the executable has a folder of its own, and what does not depend on the
# architecture lies where the file system's standard wants it.
put 755 "$program" usr/lib/arsmelding/arsmelding
link ../lib/arsmelding/arsmelding usr/bin/arsmelding
link ../../share/arsmelding/sample-data usr/lib/arsmelding/sample-data
# Only what the clone keeps: no backups that the program made beside the sample.
git ls-files -z sample-data ':!*/.gitattributes' | while IFS= read -r -d '' file; do
    put 644 "$file" "usr/share/arsmelding/$file"
done

put 644 "$here/arsmelding.desktop" usr/share/applications/arsmelding.desktop
put 644 "$here/arsmelding.xml" usr/share/mime/packages/arsmelding.xml
icons=usr/share/icons/hicolor
put 644 $pictures/arsmelding.svg $icons/scalable/apps/arsmelding.svg
put 644 $pictures/project.svg $icons/scalable/mimetypes/application-x-arsmelding.svg
for size in "${sizes[@]}"; do
    put 644 "$pictures/arsmelding-$size.png" "$icons/${size}x$size/apps/arsmelding.png"
    put 644 "$pictures/project-$size.png" "$icons/${size}x$size/mimetypes/application-x-arsmelding.png"
done

put 644 "$files/arsmelding.bash" usr/share/bash-completion/completions/arsmelding
put 644 "$files/_arsmelding" usr/share/zsh/vendor-completions/_arsmelding
put 644 "$files/arsmelding.fish" usr/share/fish/vendor_completions.d/arsmelding.fish
# A page for the program, and one for each command.
for page in "$files"/arsmelding*.1; do
    packed=usr/share/man/man1/$(basename "$page")
    put 644 "$page" "$packed"
    # clap_mangen writes an empty date without quotes, so that the version is read as the date.
    sed -i "s/^\(\.TH [^ ]* 1\)  /\1 $day /" "$tree/$packed"
done

doc=usr/share/doc/arsmelding
put 644 assets/licences/LISENSER.txt $doc/LISENSER.txt
put 644 CHANGELOG.md $doc/CHANGELOG.md
put 644 "$here/copyright" $doc/copyright
# Debian's tools read the version's date from a changelog of their own form.
cat >"$tree/$doc/changelog" <<END
arsmelding ($version) unstable; urgency=medium

  * Se /$doc/CHANGELOG.md.gz.

 -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
END
# -n leaves name and time out of the archive.
gzip -n9 "$tree/$doc/changelog" "$tree/$doc/CHANGELOG.md" "$tree"/usr/share/man/man1/*.1

desktop-file-validate "$tree/usr/share/applications/arsmelding.desktop"
# Stops at a type that is written wrongly; what it makes is not packed.
install -D "$here/arsmelding.xml" "$work/mime/packages/arsmelding.xml"
XDG_DATA_DIRS=$work update-mime-database "$work/mime"
# Nothing that only a debugger wants; of a program from --program, too.
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$tree/usr/lib/arsmelding/arsmelding"

mkdir "$tree/DEBIAN"
# Libraries that the executable is linked with. dpkg-shlibdeps wants a source package around it.
printf 'Source: arsmelding\n\nPackage: arsmelding\nArchitecture: any\n' >"$work/debian/control"
linked=$(cd "$work" && dpkg-shlibdeps -O -e"$tree/usr/lib/arsmelding/arsmelding" | sed -n 's/^shlibs:Depends=//p')

# Libraries that it opens by name when the window starts; `dlopen` leaves no trace in the file.
opened=(
    libx11-6          # winit and glutin (x11-dl): the X connection, input methods
    libx11-xcb1       # winit (x11-dl): the same connection for both X libraries; without it no X window
    libxcb1           # winit (x11rb): X requests
    libxcursor1       # winit (x11-dl): pointers; without it no X window
    libxi6            # winit (x11-dl): pointer and wheel; without it no X window
    libxrender1       # glutin (x11-dl): chooses a visual for the window
    libxkbcommon0     # winit (xkbcommon-dl): keyboard layouts, X and Wayland
    libxkbcommon-x11-0 # winit (xkbcommon-dl): the X server's layout; without it the X window panics
    libwayland-client0 # winit, arboard, rfd (wayland-sys): the Wayland connection
    libwayland-egl1   # glutin (wayland-sys): drawing into a Wayland window
    libegl1           # glutin: OpenGL on Wayland, and on X
    libgl1            # glutin: OpenGL by GLX on X
    libdbus-1-3       # rfd: talks to xdg-desktop-portal; without it only zenity is left
)
depends=$linked$(printf ', %s' "${opened[@]}")

wished=(
    # The system's file dialog: rfd asks the portal, which needs one desktop's part behind it.
    xdg-desktop-portal "xdg-desktop-portal-gtk | xdg-desktop-portal-backend"
    zenity            # rfd's file dialog where no portal answers
    xdg-utils         # webbrowser opens links by xdg-open
    shared-mime-info  # knows the project file by its content
    desktop-file-utils # notes which program opens it
    hicolor-icon-theme # the folders that the icons lie in
)
recommends=$(printf '%s, ' "${wished[@]}")

(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
# Kibibytes as dpkg-gencontrol counts them: every file rounded up, one for all else. `du` would
# tell of this machine's file system.
installed=$(cd "$tree" && find usr \( -type f -printf '%s\n' -o -printf '1024\n' \) |
    awk '{ n += int(($1 + 1023) / 1024) } END { print n }')
cat >"$tree/DEBIAN/control" <<END
Package: arsmelding
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $installed
Depends: $depends
Recommends: ${recommends%, }
Section: misc
Priority: optional
Description: årsmelding for interkommunale selskaper
 Årsmelding tar inn eksporter fra sakssystemet og selskapets andre systemer,
 regner ut tallene, kontrollerer dem mot hverandre og skriver årsmeldingen
 som PDF, Word og Excel. Hvert tall kan fortelle hvilken fil, hvilket ark og
 hvilken celle det kommer fra.
 .
 Alt ligger i én prosjektfil, og ingenting forlater maskinen. Et ferdig
 eksempel følger med.
END

# dpkg-deb itself takes back only times later than SOURCE_DATE_EPOCH; folders and copies are
# younger or older than that by chance.
find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

package=$out/arsmelding_${version}_$architecture.deb
# xz is read by Debian and Ubuntu alike; their own default differs.
dpkg-deb --root-owner-group -Zxz --build "$tree" "$package" >/dev/null
echo "$package ($(($(stat -c %s "$package") / 1000000)) MB)"
