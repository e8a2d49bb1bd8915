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
# gcc-mingw-w64-x86-64. Everything happens in a Wine prefix and a home folder of its own, which are
# removed at the end. What no Wine can show stands in CHECKLIST.md.
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

# ---- Windows

work=$(mktemp -d)
xvfb='' openbox=''

cleanup() {
    if [ -d "$WINEPREFIX" ]; then
        "$wineserver" -k 2>/dev/null
        "$wineserver" -w 2>/dev/null
    fi
    [ -z "$openbox" ] || kill "$openbox" 2>/dev/null
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null
    rm -rf "$work"
}

# A home of its own, since Wine leads "Documents" and the desktop into it, and since the program for
# Linux keeps its settings there.
export HOME=$work/home WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR
# Wine's own .NET and web engine would be asked for in a dialog.
export WINEDLLOVERRIDES='mscoree,mshtml='
# The program logs who works; the same person on both sides.
export USER=prøve USERNAME=prøve
trap cleanup EXIT
trap 'exit 130' INT TERM

start_display() {
    # Large enough for the window at 150 percent. Without -noreset the keyboard below would be gone
    # with the program that has set it, which is the only one then.
    Xvfb -noreset -displayfd 3 -screen 0 2560x1600x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    xvfb=$!
    until_true 20 grep -q . "$work/display" || { echo 'test.sh: Xvfb starter ikke' >&2 && exit 2; }
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    # The letters must have keys before Wine looks at the keyboard: to others xdotool gives a key
    # while it types, and Wine 8 then makes small letters of Æ, Ø and Å, or nothing.
    setxkbmap no
    openbox >/dev/null 2>&1 &
    openbox=$!
}

start_windows() {
    mkdir -p "$HOME" "$WINEPREFIX" "$pictures"
    start_display
    "$wineserver" -p # stays between two programs; starting Windows anew takes seconds
    # With a display from the first call: a prefix that was started without shows no window.
    "$wine" wineboot --init >/dev/null 2>&1
    # Without 32-bit Wine the first start ends early and leaves the version of Windows 7.
    "$wine" winecfg -v win10 >/dev/null 2>&1
    mkdir -p "$work/tools"
    local system=$WINEPREFIX/drive_c/windows/system32
    x86_64-w64-mingw32-gcc -shared -O1 -o "$work/tools/bcryptprimitives.dll" \
        "$here/wine/bcryptprimitives.c" -lbcrypt
    [ -e "$system/bcryptprimitives.dll" ] || cp "$work/tools/bcryptprimitives.dll" "$system/"
    local tool
    for tool in hold scanner foreground; do
        x86_64-w64-mingw32-gcc -municode -O1 -o "$work/tools/$tool.exe" "$here/wine/$tool.c"
    done
}

stop_windows() { # all programs of the prefix
    "$wineserver" -k
    "$wineserver" -w
    "$wineserver" -p
}

of_windows() { # PATH: the same path as Windows names it
    local path
    path=$(realpath -m -- "$1")
    printf 'Z:%s' "${path//\//\\}"
}

windows_run() { # ARGUMENTS...: the command line's program
    timeout "${limit:-300}" "$wine" "$console_program" "$@" </dev/null
}

linux_run() {
    timeout 300 "$linux_program" "$@" </dev/null
}

# tell NAME ARGUMENTS...: runs the Windows program; leaves NAME.out, NAME.err and NAME.code.
tell() {
    local name=$1
    shift
    windows_run "$@" >"$name.out" 2>"$name.err"
    echo $? >"$name.code"
}

code_is() { # NAME CODE
    [ "$(cat "$1.code")" = "$2" ] || { echo "kode $(cat "$1.code")" && cat "$1.out" "$1.err" && return 1; }
}

# ---- a: the command line

# both WHAT ARGUMENTS...: both programs, each in its folder, print the same and end with the same
# exit code.
both() {
    local what=$1
    shift
    (cd "$work/linux" && linux_run "$@" >"$work/linux.out" 2>"$work/linux.err"; echo "kode $?" >>"$work/linux.err")
    (cd "$work/windows" && windows_run "$@" >"$work/windows.out" 2>"$work/windows.err"; echo "kode $?" >>"$work/windows.err")
    check "$what ($(tail -1 "$work/windows.err"))" equal_answers
}

equal_answers() {
    cmp -s "$work/linux.out" "$work/windows.out" && cmp -s "$work/linux.err" "$work/windows.err" && return
    diff "$work/linux.err" "$work/windows.err"
    diff "$work/linux.out" "$work/windows.out" | cut -c1-200
    return 1
}

table_names() {
    sed -n '/TABLE_NAMES.*= \[/,/\];/s/^ *"\(.*\)",$/\1/p' "$root/src/figures/tables/mod.rs"
}

equal_files() { # A B: byte for byte; archives entry by entry, since they tell the system they come from
    case $1 in
        *.docx | *.xlsx)
            rm -rf "$work/unpacked" && mkdir -p "$work/unpacked/a" "$work/unpacked/b"
            unzip -q "$1" -d "$work/unpacked/a" && unzip -q "$2" -d "$work/unpacked/b" || return 1
            same "$(unzip -Z1 "$1")" "$(unzip -Z1 "$2")" && diff -r "$work/unpacked/a" "$work/unpacked/b"
            ;;
        *) cmp "$1" "$2" ;;
    esac
}

equal_folders() { # of the two programs, by name
    local linux=$work/linux/$1 windows=$work/windows/$1 file
    [ -d "$linux" ] || { echo "$1 er ikke laget" && return 1; }
    same "$(cd "$linux" && find . | sort)" "$(cd "$windows" && find . | sort)" || return 1
    (cd "$linux" && find . -type f) | while read -r file; do
        equal_files "$linux/$file" "$windows/$file" || exit 1
    done
}

part_a() {
    mkdir -p "$work/linux" "$work/windows"
    local side
    for side in linux windows; do
        cp "$program/sample-data/hedmark-ikt-2021.ron" "$work/$side/p.ron"
        echo 'I 2021 kom det inn 12 345 saker, 3,2 prosent flere enn året før.' >"$work/$side/utkast.txt"
    done

    both 'hjelp' --help
    both 'versjon' --version
    local table format count=0
    for table in $(table_names); do
        for format in csv json; do
            both "tabell $table som $format" table p.ron "$table" --format $format
        done
        count=$((count + 1))
    done
    check "tabellene er funnet i kildekoden ($count)" [ $count -gt 20 ]
    both 'tabell som tekst' table p.ron quarters
    both 'tabell med paragraf' table p.ron '§5-6'
    both 'alle tall' figures p.ron
    both 'alle tall som json' figures p.ron --json
    both 'ett tall med spor' figure p.ron saker.q1.endring --trail
    both 'kontroll' check p.ron
    both 'kontroll som json' check p.ron --json
    both 'kontroll av tekst' check-text p.ron utkast.txt
    both 'milepæler' milestones p.ron
    both 'fil som ikke finnes' table nei.ron quarters
    both 'tabell som ikke finnes' table p.ron tull
    both 'kommando som ikke finnes' tull p.ron
    both 'valg som ikke finnes' table p.ron quarters --tull
    both 'mappe som ikke finnes' report p.ron --date 2022-03-01 --pdf finnes-ikke/x.pdf

    local chart kind
    for chart in weeks q1 q2 q3 q4; do
        for kind in svg png; do
            both "figur $chart som $kind" chart p.ron $chart --$kind $chart.$kind
            check "figur $chart som $kind er lik" cmp "$work/linux/$chart.$kind" "$work/windows/$chart.$kind"
        done
    done
    both 'årsmelding' report p.ron --date 2022-03-01 --pdf å.pdf --docx å.docx --xlsx å.xlsx
    check 'årsmelding som pdf er lik, byte for byte' cmp "$work/linux/å.pdf" "$work/windows/å.pdf"
    check 'årsmelding som docx er lik' equal_files "$work/linux/å.docx" "$work/windows/å.docx"
    check 'årsmelding som xlsx er lik' equal_files "$work/linux/å.xlsx" "$work/windows/å.xlsx"
    both_into pakke 'hele pakken' report p.ron --date 2022-03-01 --out pakke
    both_into kvartal 'kvartalsrapport' report p.ron --date 2021-08-01 --kind quarter --quarter 2 --out kvartal
    both_into kommuner 'rapporter til kundene' report p.ron --date 2021-08-01 --kind municipality --quarter 2 --out kommuner

    # Through a pipe and a redirection of cmd.exe, as a person uses them.
    cd "$work/windows" || return
    cp "$console_program" arsmelding.exe
    "$wine" cmd /c 'arsmelding.exe table p.ron quarters --format csv > ut.csv' >/dev/null 2>&1
    windows_run table p.ron quarters --format csv >ventet.csv
    check 'cmd.exe: omdirigert til fil' cmp ventet.csv ut.csv
    "$wine" cmd /c 'arsmelding.exe table p.ron quarters --format csv | find "2021" > ut.csv' >/dev/null 2>&1
    check 'cmd.exe: gjennom et rør' same "$(grep -c 2021 ventet.csv)" "$(grep -c 2021 ut.csv)"
    "$wine" cmd /c 'arsmelding.exe table nei.ron quarters & if errorlevel 2 exit 7' >/dev/null 2>&1
    check 'cmd.exe: avslutningskoden kommer fram' same 7 $?
}

both_into() { # FOLDER WHAT ARGUMENTS...
    local folder=$1
    shift
    both "$@"
    check "$1: filene er like ($(find "$work/windows/$folder" -type f 2>/dev/null | wc -l))" equal_folders "$folder"
}

# ---- b: saving

no_temporary_left() {
    local left
    left=$(find . -name '.arsmelding-*')
    [ -z "$left" ] || { echo "$left" && return 1; }
}

# A sentence that first says that another program has the file open; lacking access comes later.
says_in_use() { # NAME
    local text
    text=$(cat "$1.err")
    [[ $text == *'i bruk av et annet program'* && ${text%%i bruk av et annet program*} != *tilgang* ]] ||
        { echo "$text" && return 1; }
}

# while_held LOG HELPER ARGUMENTS...: starts the helper and waits until it holds or watches.
while_held() {
    local log=$1
    shift
    "$wine" "$@" >"$log" 2>&1 </dev/null &
    held=$!
    until_true 20 grep -qE 'holding|watching' "$log" || wrong "hjelperen $1 kom ikke i gang" "$(cat "$log")"
}

remember() { # the project and its backups, to compare with later
    rm -rf before && mkdir before && cp p.ron p.ron.*.bak before/
}

unchanged() {
    local file
    for file in p.ron p.ron.1.bak p.ron.2.bak p.ron.3.bak; do
        if [ -e "before/$file" ] || [ -e "$file" ]; then cmp "before/$file" "$file" || return 1; fi
    done
}

part_b() {
    mkdir -p "$work/saving" && cd "$work/saving" || return
    local data=$program/sample-data hold=$work/tools/hold.exe scanner=$work/tools/scanner.exe
    cp "$data"/{kunder.csv,bemanning-2021.xlsx,sykefravar-2021.xlsx,mal-2021.xlsx,telefon-2021.csv} .
    tell new new p.ron --year 2021 --company 'Hedmark IKT'
    cp p.ron state-0
    tell one import p.ron kunder.csv
    cp p.ron state-1
    tell two import p.ron bemanning-2021.xlsx
    cp p.ron state-2
    check 'to lagringer over en fil' code_is two 0
    check 'den nyeste sikkerhetskopien er versjonen før' cmp state-1 p.ron.1.bak
    check 'den nest nyeste er versjonen før den' cmp state-0 p.ron.2.bak
    check 'ingen midlertidig fil er igjen' no_temporary_left

    # 1 is what Word and Excel let others do: read. The time runs from when the save begins.
    while_held held.log "$hold" p.ron 1 500 .
    tell short import p.ron sykefravar-2021.xlsx
    wait "$held"
    check 'en annens fil i 500 ms: lagret likevel' code_is short 0
    check 'en annens fil i 500 ms: sikkerhetskopiene er riktige' \
        eval 'cmp state-2 p.ron.1.bak && cmp state-1 p.ron.2.bak && cmp state-0 p.ron.3.bak'
    check 'en annens fil i 500 ms: ingen midlertidig fil er igjen' no_temporary_left

    remember
    while_held held.log "$hold" p.ron 1 5000 .
    tell long import p.ron mal-2021.xlsx
    check 'en annens fil i 5 s: ikke lagret, kode 2' code_is long 2
    check 'en annens fil i 5 s: setningen sier først at et annet program har fila' says_in_use long
    check 'en annens fil i 5 s: ingen midlertidig fil er igjen' no_temporary_left
    check 'en annens fil i 5 s: fila og sikkerhetskopiene er urørt' unchanged
    wait "$held"

    while_held held.log "$scanner" . 500 25
    tell scanned import p.ron mal-2021.xlsx
    check 'virusskanner i 500 ms: lagret likevel' code_is scanned 0
    check 'virusskanner i 500 ms: ingen midlertidig fil er igjen' no_temporary_left
    wait "$held"
    check 'virusskanner i 500 ms: den så en midlertidig fil' eval '! grep -q "^0 seen" held.log'

    remember
    while_held held.log "$scanner" . 5000 20
    tell stuck import p.ron telefon-2021.csv
    check 'virusskanner i 5 s: ikke lagret, kode 2' code_is stuck 2
    check 'virusskanner i 5 s: setningen sier først at et annet program har fila' says_in_use stuck
    check 'virusskanner i 5 s: fila og sikkerhetskopiene er urørt' unchanged
    wait "$held"
    check 'virusskanner i 5 s: ingen midlertidig fil er igjen' no_temporary_left
    tell after import p.ron telefon-2021.csv
    check 'etterpå går lagringen som før' code_is after 0

    while_held held.log "$hold" p.ron 0 3000
    tell locked table p.ron quarters
    check 'en fil som ingen andre får lese: kode 2' code_is locked 2
    check 'en fil som ingen andre får lese: setningen sier hvorfor' says_in_use locked
    wait "$held"
}

# ---- c: paths

# makes_and_reads WHAT FILE: a new project there, two edits, and the same figures read back. FILE is
# a Windows path; the files are looked for in the current folder.
makes_and_reads() {
    local what=$1 file=$2
    tell new new "$file" --year 2021
    check "$what: nytt prosjekt" code_is new 0
    tell import import "$file" "$(of_windows "$program/sample-data/kunder.csv")"
    check "$what: lagret over" code_is import 0
    tell table table "$file" customers --format csv
    check "$what: lest igjen" eval 'code_is table 0 && grep -q Hamar table.out'
}

part_c() {
    local folder="$work/mine prosjekter æøå ÆØÅ"
    mkdir -p "$folder" && cd "$folder" || return
    makes_and_reads 'mellomrom og æøå, kort sti' 'årsmelding – å.ron'
    rm -f -- *.ron*
    makes_and_reads 'mellomrom og æøå, hel sti' "$(of_windows "$folder/årsmelding – å.ron")"
    check 'mellomrom og æøå: sikkerhetskopien ligger ved siden av' test -s 'årsmelding – å.ron.1.bak'

    local long part
    part=$(printf 'å%.0s' {1..70})
    long=$folder/$part/$part/$part/$part
    mkdir -p "$long" && cd "$long" || return
    # An ordinary program, without longPathAware in its manifest.
    echo x >lang.txt
    if "$wine" "$work/tools/hold.exe" "$(of_windows "$long/lang.txt")" 7 1 >held.log 2>&1; then
        not_seen 'at grensa på 260 tegn er borte' 'Wine har den ikke for noe program; under vises bare at programmet selv ikke har den'
    fi
    makes_and_reads 'mer enn 260 tegn, hel sti' "$(of_windows "$long/p.ron")"
    check 'mer enn 260 tegn: sikkerhetskopien ligger ved siden av' test -s p.ron.1.bak
    check 'mer enn 260 tegn: ingen midlertidig fil er igjen' no_temporary_left
    tell report report "$(of_windows "$long/p.ron")" --date 2022-03-01 --xlsx "$(of_windows "$long/å.xlsx")"
    check 'mer enn 260 tegn: dokument' eval 'code_is report 0 && test -s å.xlsx'

    # Wine takes the servers of UNC paths from this folder of the prefix.
    local share=$WINEPREFIX/dosdevices/unc/tjener
    mkdir -p "$work/felles mappe" "$share" && cd "$work/felles mappe" || return
    ln -sfn "$work/felles mappe" "$share/felles"
    makes_and_reads 'UNC' '\\tjener\felles\p.ron'
    check 'UNC: sikkerhetskopien ligger ved siden av' test -s p.ron.1.bak
    rm -f -- p.ron*
    makes_and_reads 'UNC med \\?\ foran' '\\?\UNC\tjener\felles\p.ron'
    rm -f -- p.ron*
    makes_and_reads '\\?\ foran' "\\\\?\\$(of_windows "$PWD/p.ron")"
    rm -f -- p.ron*
    makes_and_reads 'skråstrek framover' "Z:$PWD/p.ron"
    tell gone table '\\tjener\finnes-ikke\p.ron' quarters
    check 'UNC som ikke finnes: kode 2 med en setning' eval 'code_is gone 2 && test -s gone.err'

    # Names of devices: nothing may hang, and nothing be said to be saved that is not there.
    local name limit=30
    for name in CON NUL CON.ron; do
        tell device table "$name" quarters
        check "$name som prosjekt: kode 2 med en setning" eval 'code_is device 2 && test -s device.err'
        tell device new "$name" --year 2021
        tell again table "$name" quarters
        check "$name som nytt prosjekt: nektet, eller lagret og lest igjen" \
            eval '{ code_is device 2 && test -s device.err; } || { code_is device 0 && code_is again 0; }'
    done

    limit=300
    cp "$program/sample-data/hedmark-ikt-2021.ron" lf.ron
    sed 's/$/\r/' lf.ron >crlf.ron
    tell lf table lf.ron quarters --format csv
    tell crlf table crlf.ron quarters --format csv
    check 'prosjektfil med linjeslutt fra Windows: samme tabell' eval 'code_is crlf 0 && cmp lf.out crlf.out'
    tell crlf check crlf.ron --json
    tell lf check lf.ron --json
    check 'prosjektfil med linjeslutt fra Windows: samme kontroll' cmp lf.out crlf.out
}

# ---- d: wildcards

part_d() {
    local side
    for side in linux windows; do
        rm -rf "$work/stars/$side"
        mkdir -p "$work/stars/$side" && cp -r "$program/sample-data" "$work/stars/$side/"
    done
    cd "$work/stars/linux" || return
    linux_run new p.ron --year 2021 >/dev/null && linux_run import p.ron sample-data/*.xlsx >import.out 2>import.err
    echo $? >import.code
    linux_run table p.ron quarters --format csv >table.out
    cd "$work/stars/windows" || return
    tell new new p.ron --year 2021
    tell import import p.ron 'sample-data\*.xlsx'
    check 'import p.ron sample-data\*.xlsx: samme kode som på Linux' code_is import "$(cat ../linux/import.code)"
    check 'like mange kilder er tatt inn' same \
        "$(cd ../linux && linux_run table p.ron sources --format csv | wc -l)" \
        "$(windows_run table p.ron sources --format csv | wc -l)"
    tell table table p.ron quarters --format csv
    check 'samme tabell som på Linux' cmp ../linux/table.out table.out
    tell two new q.ron --year 2021
    tell two import q.ron 'sample-data\k?nder.csv' 'sample-data\*.tsv'
    check 'to mønstre, ett med spørsmålstegn' code_is two 0
    tell none import p.ron 'sample-data\*.finnesikke'
    check 'et mønster som ikke treffer: kode 2' code_is none 2
    check 'et mønster som ikke treffer: en setning, ikke systemets feilnummer' \
        eval 'test -s none.err && ! grep -q "os error" none.err'
}

# ---- windows on the screen

# window TITLE [SECONDS]: waits for a visible window with this in its title and prints its number.
window() {
    until_true "${2:-30}" xdotool search --onlyvisible --name "$1" || return 1
    xdotool search --onlyvisible --name "$1" | tail -1
}

windows_named() { # TITLE: how many there are
    xdotool search --onlyvisible --name "$1" 2>/dev/null | wc -l
}

focus() { # WINDOW
    timeout 10 xdotool windowactivate --sync "$1" 2>/dev/null
    sleep 0.5
}

keys() {
    local key
    for key; do
        xdotool key --clearmodifiers "$key"
        sleep 0.4
    done
}

picture() { # NAME: of the whole screen, when nothing moves any more
    local file=$pictures/$1.png
    import -window root "$file"
    local until=$((SECONDS + 10))
    while [ $SECONDS -lt $until ]; do
        sleep 1
        import -window root "$work/next.png"
        cmp -s "$file" "$work/next.png" && return
        mv "$work/next.png" "$file"
    done
}

# Colours in the picture of the window alone: a window that draws nothing has a handful.
is_drawn() { # WINDOW
    local colours
    import -window "$1" "$work/window.png"
    colours=$(identify -format %k "$work/window.png")
    [ "$colours" -gt 60 ] || { echo "$colours farger" && return 1; }
}

close_program() { # WINDOW: as a person does with Alt F4; the program ends
    local pid
    pid=$(xdotool getwindowpid "$1")
    focus "$1"
    keys alt+F4
    until_true 10 eval "! kill -0 $pid"
}

# ---- e: installer

reg() { # KEY NAME: a value under HKEY_CURRENT_USER; NAME @ is the key's own
    local key=$1 name='@' file=$WINEPREFIX/drive_c/export.reg
    [ "$2" = @ ] || name="\"$2\""
    # What `reg query` prints has lost its æøå to the code page of a console.
    "$wine" reg export "HKCU\\$key" 'C:\export.reg' /y >/dev/null 2>&1 || return
    iconv -f utf-16 "$file" | tr -d '\r' | sed -n "1,/^\[.*\]\$/d; /^\[/q; p" |
        awk -v start="$name=" 'index($0, start) == 1 { print substr($0, length(start) + 1) }' |
        sed 's/^"//; s/"$//; s/\\\(.\)/\1/g'
}

has_key() { # KEY
    "$wine" reg query "HKCU\\$1" >/dev/null 2>&1
}

run_installer() { # ARGUMENTS...
    timeout 300 "$wine" "$installer" "$@" </dev/null >/dev/null 2>&1
}

run_uninstaller() { # FOLDER (of Linux)
    # Without _? it would start a copy of itself and leave before that one is done. NSIS wants it
    # last and without quotes, as /D.
    local words
    read -ra words <<<"_?=$(of_prefix "$1")"
    timeout 300 "$wine" "$1/avinstaller.exe" /S "${words[@]}" </dev/null >/dev/null 2>&1
}

of_prefix() { # PATH: below drive_c, as Windows names it
    local path=${1#"$WINEPREFIX/drive_c/"}
    printf 'C:\\%s' "${path//\//\\}"
}

listed_files() {
    sed 's,\\,/,g; s/\r$//' "$program/installert.txt"
}

installed_whole() { # FOLDER: every file, with the program's bytes, and nothing half done beside
    local file
    while read -r file; do
        cmp "$program/$file" "$1/$file" || return 1
    done < <(listed_files)
    [ -s "$1/avinstaller.exe" ] || return 1
    for file in '~ny' '~gammel'; do
        [ ! -e "$1/$file" ] || { echo "$file er igjen" && return 1; }
    done
}

sums() { # FOLDER: names and contents of all that is in it
    (cd "$1" && find . -type f -exec sha256sum {} + | sort)
}

uninstall_key='Software\Microsoft\Windows\CurrentVersion\Uninstall\Arsmelding'
progid=Arsmelding.Prosjekt.1

check_registry() { # FOLDER
    local place command
    place=$(of_prefix "$1")
    command="\"$place\\arsmelding-window.exe\" \"%1\""
    check 'registeret: filtypen heter Årsmelding-prosjekt' same 'Årsmelding-prosjekt' "$(reg "Software\\Classes\\$progid" @)"
    check 'registeret: filtypens ikon' same "$place\\project.ico,0" "$(reg "Software\\Classes\\$progid\\DefaultIcon" @)"
    check 'registeret: filtypen åpnes av programmet' same "$command" "$(reg "Software\\Classes\\$progid\\shell\\open\\command" @)"
    check 'registeret: «Åpne med» har programmet' same "$command" "$(reg 'Software\Classes\Applications\arsmelding-window.exe\shell\open\command' @)"
    check 'registeret: .ron kjenner filtypen' eval "\"$wine\" reg query 'HKCU\\Software\\Classes\\.ron\\OpenWithProgids' /v $progid"
    check 'registeret: Apper og funksjoner' same "Årsmelding $version Hedmark IKT" \
        "$(reg "$uninstall_key" DisplayName) $(reg "$uninstall_key" DisplayVersion) $(reg "$uninstall_key" Publisher)"
    check 'registeret: stille avinstallering' same "\"$place\\avinstaller.exe\" /S" "$(reg "$uninstall_key" QuietUninstallString)"
    check 'registeret: mappa' same "$place" "$(reg "$uninstall_key" InstallLocation)"
    check 'snarvei på startmenyen' test -s "$start_menu/Årsmelding.lnk"
}

nothing_registered() {
    local key
    for key in "Software\\Classes\\$progid" 'Software\Classes\Applications\arsmelding-window.exe' \
        'Software\Classes\.ron' 'Software\Arsmelding' "$uninstall_key" \
        'Software\Microsoft\Windows\CurrentVersion\App Paths\arsmelding.exe'; do
        if has_key "$key"; then echo "$key er igjen" && return 1; fi
    done
    [ ! -e "$start_menu/Årsmelding.lnk" ]
}

check_resources() {
    local text file
    text=$(strings -n 8 "$window_program")
    local mark
    for mark in PerMonitorV2 longPathAware UTF-8 '8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a' Common-Controls; do
        check "manifestet har $mark" grep -qF "$mark" <<<"$text"
    done
    text=$(strings -el "$window_program")
    check "programfila sier versjon $version" grep -qF "$version" <<<"$text"
    check 'programfila sier produktnavnet' grep -q 'ProductName' <<<"$text"
    for file in 2:"$window_program" 3:"$console_program"; do
        check "$(basename "${file#*:}") har riktig subsystem (${file%%:*})" same "${file%%:*}" \
            "$(x86_64-w64-mingw32-objdump -p "${file#*:}" | awk '$1 == "Subsystem" { print $2 + 0 }')"
    done
    local unzipped=$work/portable
    rm -rf "$unzipped" && mkdir -p "$unzipped" && unzip -q "$windows/arsmelding-$version-windows.zip" -d "$unzipped"
    check 'zip-fila har det samme som installasjonen' same \
        "$(listed_files | grep -vx installert.txt)" "$(cd "$unzipped" && find . -type f -printf '%P\n' | sort)"
}

part_e() {
    check_resources
    local user place data
    user=$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 -not -name Public | head -1)
    start_menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
    place=$user/AppData/Local/Programs/Arsmelding
    data=$user/AppData/Roaming/arsmelding/config

    run_installer /S
    check 'stille installasjon: kode 0' same 0 $?
    check 'alle filer er installert' installed_whole "$place"
    check_registry "$place"
    check 'registeret: .ron hadde ingen eier og åpnes nå av programmet' same $progid "$(reg 'Software\Classes\.ron' @)"

    # The double-click. Wine 8 reads the classes of the machine only.
    not_seen 'dobbeltklikk med nøklene der installasjonen la dem' \
        'Wine 8 slår ikke HKCU\Software\Classes sammen med HKCR; de er kopiert til HKLM for det neste'
    "$wine" reg copy 'HKCU\Software\Classes' 'HKLM\Software\Classes' /s /f >/dev/null 2>&1
    mkdir -p "$work/mine filer" && cd "$work/mine filer" || return
    cp "$program/sample-data/hedmark-ikt-2021.ron" 'år 2021.ron'
    "$wine" start 'år 2021.ron' >/dev/null 2>&1 &
    disown
    local id
    if id=$(window 'år 2021.ron'); then
        ok 'start «år 2021.ron» åpner prosjektet i vinduet'
        picture start-fil
    else
        wrong 'start «år 2021.ron» åpner prosjektet i vinduet'
    fi

    # While it is open.
    local before
    before=$(sums "$place")
    run_installer /S
    check 'stille installasjon mens vinduet er åpent: kode 3' same 3 $?
    check 'stille installasjon mens vinduet er åpent: ingenting er endret' same "$before" "$(sums "$place")"
    run_uninstaller "$place"
    check 'avinstallering mens vinduet er åpent: kode 3' same 3 $?
    check 'avinstallering mens vinduet er åpent: ingenting er endret' same "$before" "$(sums "$place")"
    asks_and_goes_on "$id"
    stop_windows
    "$wine" "$place/kommandolinje/arsmelding.exe" >/dev/null 2>&1 & # without a command it opens a window
    disown
    window Årsmelding >/dev/null
    before=$(sums "$place")
    run_installer /S
    check 'stille installasjon mens kommandolinjeprogrammet kjører: kode 3' same 3 $?
    check 'stille installasjon mens kommandolinjeprogrammet kjører: ingenting er endret' same "$before" "$(sums "$place")"
    stop_windows
    while_held "$work/held.log" "$work/tools/hold.exe" "$place/sample-data/kunder.csv" 1 300000
    run_installer /S
    check 'en fil av eksempelet er åpen i et annet program: kode 3' same 3 $?
    check 'en fil av eksempelet er åpen i et annet program: ingenting er endret' same "$before" "$(sums "$place")"
    stop_windows

    upgrade "$place"
    uninstall "$place" "$data"
    other_folder "$place"
    owner_is_kept "$place"
}

# The window is open and the installer is started with its pages: it asks, and goes on when the
# program was closed.
asks_and_goes_on() { # WINDOW
    timeout 120 "$wine" "$installer" >/dev/null 2>&1 &
    local installing=$! page
    page=$(window "Årsmelding $version") || { wrong 'installasjonen viser ikke vinduet sitt' && return; }
    focus "$page"
    keys Return
    # Page and question have the same title.
    until_true 20 eval "[ \"\$(windows_named 'Årsmelding $version')\" -ge 2 ]"
    check 'installasjonen spør når programmet er åpent' same 2 "$(windows_named "Årsmelding $version")"
    picture installasjon-spor
    check 'programmet lukkes med Alt F4' close_program "$1"
    focus "$(window "Årsmelding $version")"
    keys Return # Prøv igjen
    until_true 20 eval "[ \"\$(windows_named 'Årsmelding $version')\" -eq 1 ]"
    sleep 6
    picture installasjon-ferdig
    focus "$(window "Årsmelding $version")"
    keys space Return # do not open the program; Ferdig
    wait $installing
    check 'installasjonen fullføres når programmet er lukket: kode 0' same 0 $?
}

# What an earlier version would leave, made from this one: another number, a file that is gone now.
upgrade() { # PLACE
    local place=$1
    echo 'min egen' >"$place/notater.txt"
    echo 'min egen' >"$place/sample-data/mitt.ron"
    echo 'endret' >>"$place/sample-data/hedmark-ikt-2021.ron"
    local changed
    changed=$(sha256sum <"$place/sample-data/hedmark-ikt-2021.ron")
    mkdir -p "$place/gammelt"
    echo x >"$place/gammelt/fil.txt"
    printf 'gammelt\\fil.txt\r\n' >>"$place/installert.txt"
    echo x >"$place/LES-MEG.txt"
    "$wine" reg add "HKCU\\$uninstall_key" /v DisplayVersion /d 0.1.0 /f >/dev/null 2>&1
    run_installer /S
    check 'oppgradering: kode 0' same 0 $?
    check 'oppgradering: versjonen er den nye' same "$version" "$(reg "$uninstall_key" DisplayVersion)"
    check 'oppgradering: en fil som den gamle versjonen hadde, er borte med mappa si' test ! -e "$place/gammelt"
    check 'oppgradering: programfilene er de nye' cmp "$program/LES-MEG.txt" "$place/LES-MEG.txt"
    check 'oppgradering: egne filer er igjen' test -s "$place/notater.txt" -a -s "$place/sample-data/mitt.ron"
    check 'oppgradering: en endret fil i eksempelet er som den var' same "$changed" \
        "$(sha256sum <"$place/sample-data/hedmark-ikt-2021.ron")"
    # A run that was killed halfway: some files are moved aside, some new ones lie ready.
    mkdir -p "$place/~gammel/kommandolinje" "$place/~ny"
    mv "$place/kommandolinje/arsmelding.exe" "$place/~gammel/kommandolinje/"
    echo halv >"$place/~ny/arsmelding-window.exe"
    run_installer /S
    check 'etter en avbrutt installasjon: kode 0' same 0 $?
    check 'etter en avbrutt installasjon: programmet er helt' \
        eval "cmp '$console_program' '$place/kommandolinje/arsmelding.exe' && cmp '$window_program' '$place/arsmelding-window.exe'"
    check 'etter en avbrutt installasjon: ingenting ligger igjen' test ! -e "$place/~gammel" -a ! -e "$place/~ny"
}

uninstall() { # PLACE SETTINGS
    local place=$1 data=$2
    mkdir -p "$data" && [ -e "$data/settings.ron" ] || echo '(name: "Kari")' >"$data/settings.ron"
    run_uninstaller "$place"
    check 'avinstallering: kode 0' same 0 $?
    # The uninstaller itself can go only when it runs as a copy, which it does on its own.
    check 'avinstallering: bare egne filer er igjen' same \
        "$(printf '%s\n' notater.txt sample-data/hedmark-ikt-2021.ron sample-data/mitt.ron)" \
        "$(cd "$place" && find . -type f -not -name avinstaller.exe -printf '%P\n' | sort)"
    check 'avinstallering: innstillingene er igjen' test -s "$data/settings.ron"
    check 'avinstallering: ingenting er igjen i registeret og på startmenyen' nothing_registered
    rm -rf "$place"
    run_installer /S
    # As Settings starts it: the copy in the temporary folder goes on when this call has ended.
    "$wine" "$place/avinstaller.exe" /S >/dev/null 2>&1
    check 'avinstallering slik Innstillinger gjør den: mappa er borte' until_true 30 test ! -e "$place"
}

other_folder() { # PLACE
    local usual=$1 own="$WINEPREFIX/drive_c/Egne programmer/Årsmelding"
    run_installer /S
    mkdir -p "$own" && echo 'min egen' >"$own/notater.txt"
    # NSIS wants /D last, and without quotes also where it has spaces. As one argument Wine would
    # quote it.
    run_installer /S '/D=C:\Egne' 'programmer\Årsmelding'
    check 'annen mappe med /D: kode 0' same 0 $?
    check 'annen mappe med /D: alt er der' installed_whole "$own"
    check 'annen mappe med /D: den forrige er borte' test ! -e "$usual"
    check 'annen mappe med /D: registeret peker dit' same 'C:\Egne programmer\Årsmelding' "$(reg "$uninstall_key" InstallLocation)"
    run_installer /S
    check 'oppgradering uten /D blir i mappa' eval "test ! -e '$usual' && installed_whole '$own'"
    run_uninstaller "$own"
    check 'annen mappe: avinstallering lar egne filer ligge' same notater.txt \
        "$(cd "$own" && find . -type f -not -name avinstaller.exe -printf '%P\n' | sort)"
}

# .ron belongs to another program already.
owner_is_kept() { # PLACE
    local classes='HKCU\Software\Classes'
    "$wine" reg delete 'HKLM\Software\Classes\.ron' /f >/dev/null 2>&1
    "$wine" reg add "$classes\\Annet.Ron.1\\shell\\open\\command" /ve /d annet.exe /f >/dev/null 2>&1
    "$wine" reg add "$classes\\.ron" /ve /d Annet.Ron.1 /f >/dev/null 2>&1
    "$wine" reg add "$classes\\.ron" /v 'Content Type' /d text/x-ron /f >/dev/null 2>&1
    run_installer /S
    check '.ron har en eier: den beholder den' same Annet.Ron.1 "$(reg 'Software\Classes\.ron' @)"
    check '.ron har en eier: programmet står under «Åpne med»' \
        "$wine" reg query "$classes\\.ron\\OpenWithProgids" /v $progid
    run_uninstaller "$1"
    check '.ron har en eier: den er der etter avinstallering' same 'Annet.Ron.1 text/x-ron' \
        "$(reg 'Software\Classes\.ron' @) $(reg 'Software\Classes\.ron' 'Content Type')"
    # The owner was removed, and only its name is left.
    "$wine" reg delete "$classes\\Annet.Ron.1" /f >/dev/null 2>&1
    run_installer /S
    check '.ron hadde en eier som er fjernet: kode 0' same 0 $?
    check '.ron hadde en eier som er fjernet: programmet overtar' same $progid "$(reg 'Software\Classes\.ron' @)"
    run_uninstaller "$1"
    rm -rf "$1"
}

# ---- f: the window

# open_window TITLE ARGUMENTS...: starts the program and prints the number of its window.
open_window() {
    local title=$1
    shift
    "$wine" "$window_program" "$@" >/dev/null 2>&1 </dev/null &
    disown # ends when its window is closed or killed, which is no news
    window "$title" 60
}

# Which library draws, by what the process has loaded: the program falls back by itself. Direct3D 12
# comes to the screen through a driver of Vulkan under Wine, OpenGL through one of Mesa's.
drawn_by() { # WINDOW
    local loaded
    loaded=$(cat "/proc/$(xdotool getwindowpid "$1")/maps" 2>/dev/null)
    if grep -q 'libvulkan_' <<<"$loaded"; then
        echo wgpu
    elif grep -qE '_dri\.so|libgallium' <<<"$loaded"; then
        echo glow
    else
        echo ukjent
    fi
}

clipboard() {
    timeout 5 xclip -selection clipboard -o 2>/dev/null
}

part_f() {
    mkdir -p "$work/vindu" && cd "$work/vindu" || return
    local renderer percent
    for percent in 100 150; do
        # 96 points an inch are 100 percent. The desktop reads it when it starts.
        stop_windows
        "$wine" reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d $((96 * percent / 100)) /f >/dev/null 2>&1
        stop_windows
        for renderer in glow wgpu; do
            if draws $renderer $percent && [ $percent = 100 ]; then
                types_and_saves $renderer
            fi
            stop_windows
        done
    done
    "$wine" reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d 96 /f >/dev/null 2>&1
    stop_windows
}

draws() { # RENDERER PERCENT: whether this renderer is the one that draws
    local renderer=$1 percent=$2 id by size
    cp "$program/sample-data/hedmark-ikt-2021.ron" p.ron
    if ! id=$(open_window 'p\.ron' --renderer "$renderer" p.ron); then
        wrong "$renderer, $percent %: vinduet kommer ikke fram"
        return 1
    fi
    sleep 3
    picture "$renderer-$percent"
    by=$(drawn_by "$id")
    if [ "$by" != "$renderer" ]; then
        not_seen "$renderer, $percent %" "programmet tegner med $by under Wine"
        return 1
    fi
    check "$renderer, $percent %: vinduet tegner (se $renderer-$percent.png)" is_drawn "$id"
    # 1440 x 900 points, unless the program has remembered another size.
    size=$(xdotool getwindowgeometry --shell "$id" | sed -n 's/^\(WIDTH\|HEIGHT\)=//p' | tr '\n' ' ')
    check "$renderer, $percent %: vinduet er like stort i punkter" same \
        "$((1440 * percent / 100)) $((900 * percent / 100)) " "$size"
}

types_and_saves() { # RENDERER: a new project is made, with its company's name typed
    local renderer=$1 id copied
    local name='Blåbær Ærø Østlandet Åse' pasted='Fra et annet program: æøå ÆØÅ'
    stop_windows
    rm -f "$HOME/ny.ron"
    id=$(open_window '^Årsmelding$' --renderer "$renderer") || { wrong "$renderer: velkomstsiden kommer ikke fram" && return; }
    sleep 3
    focus "$id"
    keys ctrl+n
    sleep 1
    # Something to begin with on the clipboard, so that what is read back was copied now.
    printf tom | xclip -selection clipboard -i
    xdotool type --delay 80 -- "$name"
    sleep 1
    picture "$renderer-skrevet"
    keys ctrl+a ctrl+c
    until_true 5 eval '! clipboard | grep -qx tom'
    copied=$(clipboard)
    check "$renderer: æ, ø og å skrevet, og kopiert til et annet program" same "$name" "$copied"
    printf '%s' "$pasted" | xclip -selection clipboard -i
    sleep 1
    keys ctrl+a ctrl+v
    sleep 1
    picture "$renderer-limt"
    keys Return # Opprett prosjekt
    id=$(window 'ikke lagret' 15) || { wrong "$renderer: prosjektet blir ikke opprettet" && return; }
    focus "$id"
    keys ctrl+s
    if ! id=$(window '^Lagre' 20); then
        wrong "$renderer: Ctrl S viser ikke dialogen Lagre" && return
    fi
    sleep 1
    focus "$id"
    keys ctrl+a
    xdotool type --delay 40 -- "$(of_windows "$HOME/ny.ron")"
    picture "$renderer-lagre"
    keys Return
    until_true 20 test -s "$HOME/ny.ron"
    check "$renderer: lagret fra vinduet, med det som er limt inn fra et annet program" \
        grep -F "company: \"$pasted\"" "$HOME/ny.ron"
    check "$renderer: tittelen er filas" window 'ny\.ron – Årsmelding'
}

# ---- g: one window a file

# in_front TITLE: whether Windows has this window in front
in_front() {
    "$wine" "$work/tools/foreground.exe" | grep "$1"
}

part_g() {
    mkdir -p "$work/to vinduer" && cd "$work/to vinduer" || return
    stop_windows
    windows_run new en.ron --year 2021 >/dev/null
    windows_run new to.ron --year 2021 >/dev/null
    local first second
    first=$(open_window 'en\.ron' en.ron) || { wrong 'det første vinduet kommer ikke fram' && return; }
    sleep 2
    second=$(open_window 'to\.ron' to.ron) || { wrong 'en annen fil får et vindu til' && return; }
    ok 'en annen fil får et vindu til'
    sleep 2
    not_seen 'at et vindu legger seg øverst på skjermen' \
        'Wine 8 forteller det ikke til vindusbehandleren; under spørres Windows om hvilket vindu som er fremst'
    check 'hvert vindu er en prosess for seg' eval \
        "[ $(xdotool getwindowpid "$first") != $(xdotool getwindowpid "$second") ]"
    focus "$second"
    check 'det andre vinduet er fremst' until_true 5 in_front to.ron

    # The same file, as a double-click gives it: the whole path.
    local start=$SECONDS
    timeout 30 "$wine" "$window_program" "$(of_windows en.ron)" >/dev/null 2>&1 </dev/null
    check "samme fil en gang til: prosessen slutter av seg selv, kode 0 (etter $((SECONDS - start)) s)" same 0 $?
    sleep 1
    check 'samme fil en gang til: det er fortsatt ett vindu' same 1 "$(windows_named 'en\.ron')"
    check 'samme fil en gang til: vinduet kommer fram' until_true 5 in_front en.ron
    focus "$second"
    timeout 30 "$wine" "$console_program" en.ron >/dev/null 2>&1 </dev/null
    check 'samme fil fra kommandolinja: slutter av seg selv, kode 0' same 0 $?
    check 'samme fil fra kommandolinja: vinduet kommer fram' until_true 5 in_front en.ron
    check 'samme fil fra kommandolinja: det er fortsatt ett vindu' same 1 "$(windows_named 'en\.ron')"
    picture to-vinduer

    # A first process that is dead, and one that hangs, hold nobody up.
    local pid
    pid=$(xdotool getwindowpid "$first")
    kill -STOP "$pid"
    open_window 'en\.ron' en.ron >/dev/null
    check 'den første henger: et nytt vindu åpnes likevel' until_true 30 eval "[ \"\$(windows_named 'en\.ron')\" -ge 2 ]"
    kill -CONT "$pid"
    kill -KILL "$pid"
    stop_windows
    check 'den første er drept: fila åpnes' open_window 'en\.ron' en.ron
    stop_windows
}

start_windows
for part in "${parts[@]}"; do
    "part_$part"
    cd "$work" || exit 2
done
echo "$passed ok, $failed feil, $unseen ikke sett. Bilder i $pictures"
[ $failed -eq 0 ]
