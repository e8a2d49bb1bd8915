#!/usr/bin/env bash
# Makes the Windows program, its installer and the portable zip on a Debian machine, from a clone
# and Debian's own packages.
#
#   packaging/windows/build.sh [--program FOLDER] [--sign COMMAND]
#
#   --program FOLDER  packs FOLDER/arsmelding.exe instead of building one with the profile `dist`
#   --sign COMMAND    is run as `COMMAND FILE` and signs FILE in place: both programs, the
#                     uninstaller and the installer; without it nothing is signed
#
# Makes
#   target/windows/arsmelding-VERSION-installasjon.exe
#   target/windows/arsmelding-VERSION-windows.zip
#   target/windows/program/               what both contain
#
# Needs (apt-get install) rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64 nsis zip; with
# --program only nsis, zip and binutils-mingw-w64-x86-64.
#
# The same commit and the same executable give the same bytes: all times are SOURCE_DATE_EPOCH (the
# commit's date unless set).
set -euo pipefail
export LC_ALL=C.UTF-8
umask 022

fail() {
    echo "build.sh: $1" >&2
    exit 2
}

ready= # a folder with a program that is built already
sign=
while [ $# -gt 0 ]; do
    case $1 in
        --program | --sign)
            [ $# -ge 2 ] || fail "$1 mangler det som skal stå bak"
            if [ "$1" = --program ]; then
                ready=$(realpath -e -- "$2") || fail "mappa $2 finnes ikke"
            else
                sign=$2
            fi
            shift 2
            ;;
        -h | --help)
            sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
            exit
            ;;
        *) fail "forstår ikke «$1»; --help viser hva som går an" ;;
    esac
done

cd "$(dirname "$0")/../.."
readonly target=x86_64-pc-windows-gnu
readonly here=packaging/windows
readonly out=target/windows
readonly program=$out/program
readonly licences=assets/licences/LISENSER.txt
readonly icon=assets/icon/arsmelding.ico
readonly project_icon=assets/icon/project.ico

# ---- what is needed

# The compiler must be Debian's, not rustup's: only for that one Debian has the source of the same
# standard library, from which the one for Windows is built.
readonly rustc=/usr/bin/rustc cargo=/usr/bin/cargo

field() { # NAME: a field of Cargo.toml, the package's
    sed -n "s/^$1 = \"\(.*\)\".*/\1/p" Cargo.toml | head -1
}

older() { # A B: whether version A comes before version B
    [ "$1" != "$2" ] && [ "$(printf '%s\n' "$1" "$2" | sort -V | head -1)" = "$1" ]
}

lacking=()
need() { # TOOL PACKAGE
    command -v "$1" >/dev/null || lacking+=("$1 mangler: apt-get install $2")
}

new_enough() { # TOOL HAS WANTS PACKAGE
    if older "$2" "$3"; then
        lacking+=("$1 er $2, og det trengs $3 eller nyere: apt-get install $4")
    fi
}

check_tools() {
    need git git
    need zip zip
    need x86_64-w64-mingw32-objdump binutils-mingw-w64-x86-64
    need makensis nsis
    if command -v makensis >/dev/null; then
        # 3.08 is the first with !uninstfinalize; Debian alone builds the 64-bit part.
        local nsis
        nsis=$(makensis -VERSION | sed 's/^v//; s/-.*//')
        new_enough makensis "$nsis" 3.08 nsis
        local data
        data=$(makensis -HDRINFO | tr ',' '\n' | sed -n 's/^NSISDIR=//p')
        [ -e "$data/Stubs/lzma_solid-amd64-unicode" ] ||
            lacking+=("makensis kan ikke lage 64-bits installasjoner; Debians pakke nsis kan det")
    fi
    [ -n "$ready" ] || check_compiler
    if [ ${#lacking[@]} -gt 0 ]; then
        printf 'build.sh: %s\n' "${lacking[@]}" >&2
        exit 2
    fi
}

check_compiler() {
    need x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
    need x86_64-w64-mingw32-windres binutils-mingw-w64-x86-64
    need x86_64-w64-mingw32-dlltool binutils-mingw-w64-x86-64
    need $cargo cargo-web
    need $rustc rustc-web
    [ -x $rustc ] || return 0
    local has wants
    has=$($rustc --version | awk '{ print $2 }')
    wants=$(field rust-version)
    if older "$has" "$wants"; then
        lacking+=("Debians kompilator $rustc er $has, og Cargo.toml krever $wants (rust-version): apt-get update && apt-get install rustc-web cargo-web rust-web-src, eller bygg på en nyere Debian")
    fi
    local library
    library=$($rustc --print sysroot)/lib/rustlib/src/rust/library
    [ -e "$library/Cargo.lock" ] ||
        lacking+=("kilden til standardbiblioteket mangler i $library: apt-get install rust-web-src")
    # dpkg knows whether source and compiler are of one version; elsewhere the build would tell.
    local source_version compiler_version
    source_version=$(dpkg-query -W -f '${Version}' rust-web-src 2>/dev/null || true)
    compiler_version=$(dpkg-query -W -f '${Version}' rustc-web 2>/dev/null || true)
    [ "$source_version" = "$compiler_version" ] ||
        lacking+=("rust-web-src er $source_version og rustc-web er $compiler_version; de må ha samme versjon")
}

check_files() {
    local file
    for file in $icon $project_icon; do
        [ -s "$file" ] || fail "$file mangler; den er sjekket inn, så hent den med git checkout"
    done
    [ -s $licences ] ||
        fail "$licences mangler: lisensene til det programmet er bygd av må følge med (se docs/release.md)"
}

# ---- the program

cpu_seconds() { # sets cpu: the CPU seconds of all that has run until now
    times >$out/times # not in a pipe: a subshell has children of its own
    cpu=$(tail -1 $out/times | tr 'ms' '  ' | awk '{ printf "%d", $1 * 60 + $2 + $3 * 60 + $4 }')
    rm $out/times
}

sign_file() { # FILE
    [ -z "$sign" ] || bash -c "$sign \"\$1\"" sign "$1"
}

compile() {
    local home=${CARGO_HOME:-$HOME/.cargo}
    # -Zbuild-std needs what a stable compiler hides (RUSTC_BOOTSTRAP); Debian has no ready-made
    # standard library for Windows. The remapped paths keep the builder's home out of the program.
    env -u RUSTC_WRAPPER -u RUSTFLAGS \
        RUSTC=$rustc RUSTC_BOOTSTRAP=1 \
        CARGO_TARGET_DIR=target/windows-build \
        CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc \
        CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS="--remap-path-prefix=$home=cargo --remap-path-prefix=$PWD=arsmelding" \
        $cargo build --profile dist --locked --bin arsmelding \
        -Zbuild-std=std,panic_unwind --target $target
}

number() { # FILE OFFSET LENGTH: a number in the file
    od -An -v --endian=little -t "u$3" -j "$2" -N "$3" "$1" | tr -d ' \n'
}

write_number() { # FILE OFFSET LENGTH VALUE
    local bytes='' i
    for ((i = 0; i < $3; i++)); do
        bytes+=$(printf '\\x%02x' $((($4 >> (8 * i)) & 255)))
    done
    printf '%b' "$bytes" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}

subsystem() { # FILE
    x86_64-w64-mingw32-objdump -p "$1" | awk '$1 == "Subsystem" { print $2 + 0 }'
}

# The program for the window is the program for the command line with one field of the header
# changed: the subsystem, by which Windows decides whether a console stands behind the program (3,
# CUI) or not (2, GUI). Two executables need no attaching to a console, which loses exit codes and
# pipes. One link instead of two: the code is equal byte for byte, the costly LTO runs once, and the
# installer's solid compression stores the program once. It must happen before anything is signed.
make_window_program() { # FROM TO
    local from=$1 to=$2
    [ "$(subsystem "$from")" = 3 ] || fail "$from er ikke et program for kommandolinja (subsystem 3)"
    local header optional
    header=$(number "$from" 60 4)             # e_lfanew
    optional=$((header + 24))                 # the optional header, after "PE\0\0" and the COFF header
    [ "$(number "$from" $((optional + 144)) 4)" = 0 ] ||
        fail "$from er signert; signaturen kommer etter dette steget (--sign)"
    cp "$from" "$to"
    write_number "$to" $((optional + 68)) 2 2 # Subsystem
    # The checksum is the file's size and the sum, with end-around carry, of all its 16-bit words.
    # One word has become one less, so the sum has too. (0 means that none was computed.)
    local old size
    old=$(number "$from" $((optional + 64)) 4)
    size=$(stat -c %s "$from")
    if [ "$old" -gt "$size" ]; then
        local sum=$((old - size - 1))
        [ $sum -gt 0 ] || sum=65535
        write_number "$to" $((optional + 64)) 4 $((sum + size))
    fi
    [ "$(subsystem "$to")" = 2 ] || fail "$to har fått feil subsystem"
    local differing
    differing=$({ cmp -l "$from" "$to" || true; } | wc -l)
    [ "$differing" -le 5 ] || fail "$to skiller seg fra $from i $differing byte"
}

# Libraries that every Windows 10 has. What else is imported would have to be shipped, such as
# libgcc_s_seh-1.dll and libwinpthread-1.dll of the compiler.
readonly system_libraries=(advapi32 avrt bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32
    crypt32 cryptbase d2d1 d3d11 d3d12 d3dcompiler_47 dcomp dwmapi dwrite dxgi gdi32 hid imm32
    iphlpapi kernel32 kernelbase mpr msimg32 msvcrt ncrypt netapi32 normaliz ntdll ole32 oleacc
    oleaut32 opengl32 pdh powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi
    synchronization ucrtbase uiautomationcore user32 userenv uxtheme version winmm winspool.drv
    wintrust ws2_32 wtsapi32)

check_imports() { # FILE
    local name unknown=()
    while read -r name; do
        [[ " ${system_libraries[*]} " == *" ${name%.dll} "* || $name == api-ms-win-* ]] ||
            unknown+=("$name")
    done < <(x86_64-w64-mingw32-objdump -p "$1" | awk '/DLL Name:/ { print tolower($3) }' | sort -u)
    [ ${#unknown[@]} -eq 0 ] ||
        fail "$1 trenger ${unknown[*]}, som ikke følger med Windows (ellers skal det inn i lista i build.sh)"
}

# ---- the folder that is installed and zipped

stage() { # EXECUTABLE
    cp "$1" $out/arsmelding.exe # it may lie in the folder that is made anew
    rm -rf $program
    mkdir -p $program/kommandolinje $program/sample-data
    mv $out/arsmelding.exe $program/kommandolinje/arsmelding.exe
    make_window_program $program/kommandolinje/arsmelding.exe $program/arsmelding-window.exe
    check_imports $program/arsmelding-window.exe
    chmod 755 $program/arsmelding-window.exe $program/kommandolinje/arsmelding.exe
    cp $project_icon $program/project.ico
    cp $licences $program/LISENSER.txt
    # With the line ends and the mark that every editor of Windows understands.
    { printf '\xef\xbb\xbf' && sed "s/@VERSION@/$version/; s/\$/\r/" $here/LES-MEG.txt; } \
        >$program/LES-MEG.txt
    # What is checked in, not what a developer has lying about there.
    git ls-files -z -- sample-data | grep -zv '/\.' | xargs -0 cp -t $program/sample-data
    sign_file $program/arsmelding-window.exe
    sign_file $program/kommandolinje/arsmelding.exe
    find $program -type f -not -name '*.exe' -exec chmod 644 {} +

    # The list by which the installer replaces and removes: it stands in itself. The installer
    # reads it as ASCII.
    local list=$program/installert.txt
    : >$list
    (cd $program && find . -type f -printf '%P\n' | LC_ALL=C sort) >$out/list
    sed 's,/,\\,g; s/$/\r/' $out/list >$list
    if LC_ALL=C grep -q '[^ -~]' $out/list; then
        fail "installasjonen kan bare ha filnavn i ASCII: $(LC_ALL=C grep '[^ -~]' $out/list | head -1)"
    fi
    # One time for all: the same input gives the same bytes, and the installer knows by it which
    # files of the sample a person has changed.
    find $program -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
}

# ---- installer and zip

# Each file by name and in the list's order: a folder's own order differs from machine to machine,
# and the two executables must be neighbours for the second to cost nothing.
write_nsis_files() {
    echo '!macro EXTRACT STAGE'
    local file folder
    # The command line's program first, the window's after it.
    { grep '\.exe$' $out/list; grep -v '\.exe$' $out/list; } | while read -r file; do
        folder=$(dirname "$file")
        # shellcheck disable=SC2016 # ${STAGE} is for NSIS
        printf '  SetOutPath "${STAGE}%s"\n' "$([ "$folder" = . ] || printf '\\%s' "${folder//\//\\}")"
        printf '  File "%s"\n' "$PWD/$program/$file"
    done
    echo '!macroend'
}

# The panel beside the last page: the blue of assets/look/tokens.ron, which the installer stretches.
# A bitmap of 2 x 2 pixels: file header (70 bytes, pixels at 54), picture header, pixels (BGR).
write_panel() {
    local row='\xa6\x57\x1b\xa6\x57\x1b\0\0'
    printf 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0'
    printf '\x28\0\0\0\x02\0\0\0\x02\0\0\0\x01\0\x18\0%b' "$(printf '\\0%.0s' {1..24})"
    printf '%b%b' "$row" "$row"
}

make_installer() {
    local installer=$out/arsmelding-$version-installasjon.exe
    write_nsis_files >$out/files.nsh
    write_panel >$out/panel.bmp
    # A window that reaches over one whole executable; NSIS takes up to 1024 MB, and whoever
    # installs needs as much memory.
    local dictionary
    dictionary=$(($(stat -c %s $program/arsmelding-window.exe) / 1048576 + 8))
    local numeric=${version%%[-+]*}
    rm -f "$installer"
    makensis -V2 -WX -INPUTCHARSET UTF8 \
        -DVERSION="$version" -DNUMBER="$numeric.0" -DDICT=$dictionary \
        -DFILES="$PWD/$out/files.nsh" -DLIST="$PWD/$program/installert.txt" \
        -DICON="$PWD/$icon" -DPANEL="$PWD/$out/panel.bmp" -DOUT="$PWD/$installer" ${sign:+-DSIGN="$sign"} \
        $here/installer.nsi
    sign_file "$installer"
}

make_zip() {
    local zip=$PWD/$out/arsmelding-$version-windows.zip
    rm -f "$zip"
    # Nothing of the installer's. Without folders, owners and time zones: the same bytes everywhere.
    (cd $program && grep -vx installert.txt ../list | TZ=UTC zip -q -9 -X -D "$zip" -@)
}

tell() { # FILE...
    local file
    for file; do
        printf '%8.1f MB  %s\n' "$(($(stat -c %s "$file") / 100000))e-1" "$file"
    done
}

version=$(field version)
check_tools
check_files
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH # the linker stamps it into the program too
[ -z "$(git status --porcelain --untracked-files=no)" ] ||
    echo 'build.sh: merk at arbeidstreet har endringer som ikke er sjekket inn' >&2
mkdir -p $out

if [ -n "$ready" ]; then
    executable=$ready/arsmelding.exe
    [ -s "$executable" ] || fail "$executable finnes ikke"
else
    compile
    executable=target/windows-build/$target/dist/arsmelding.exe
fi
cpu_seconds
compiled=$cpu
stage "$executable"
make_installer
make_zip
rm $out/list $out/files.nsh $out/panel.bmp

tell $program/arsmelding-window.exe $program/kommandolinje/arsmelding.exe \
    "$out/arsmelding-$version-installasjon.exe" "$out/arsmelding-$version-windows.zip"
cpu_seconds
printf 'Kompilert på %d s CPU, pakket på %d s CPU, i alt %d s.\n' \
    "$compiled" $((cpu - compiled)) $SECONDS
