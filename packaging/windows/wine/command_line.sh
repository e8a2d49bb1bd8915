# shellcheck shell=bash disable=SC2154
# Sourced by ../test.sh: what the program says on a command line.

# ---- a: the command line

# both WHAT ARGUMENTS...: both programs, each in its folder, print the same and end with the same
# exit code. Windows names the files of a folder with backslashes.
both() {
    local what=$1 side
    shift
    for side in linux windows; do
        (cd "$work/$side" && "${side}_run" "$@" >"$work/out" 2>"$work/$side.err"; echo "kode $?" >>"$work/$side.err")
        sed 's,\\,/,g' "$work/out" >"$work/$side.out"
    done
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

# Byte for byte; but a workbook tells the system that it comes from, so it is compared entry by entry,
# and without its sum in the list of the files.
equal_files() { # A B
    case $1 in
        *.xlsx)
            rm -rf "$work/unpacked" && mkdir -p "$work/unpacked/a" "$work/unpacked/b"
            unzip -q "$1" -d "$work/unpacked/a" && unzip -q "$2" -d "$work/unpacked/b" || return 1
            same "$(unzip -Z1 "$1")" "$(unzip -Z1 "$2")" && diff -r "$work/unpacked/a" "$work/unpacked/b"
            ;;
        */innhold.txt) same "$(sed '/\.xlsx$/s/^[0-9a-f]*//' "$1")" "$(sed '/\.xlsx$/s/^[0-9a-f]*//' "$2")" ;;
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

    # As a script of cmd.exe uses it: redirection, pipe, exit code. The quotes that find wants would
    # not survive on a command line of Wine's.
    cd "$work/windows" || return
    cp "$console_program" arsmelding.exe
    windows_run table p.ron quarters --format csv >ventet.csv
    printf '%s\r\n' '@echo off' \
        'arsmelding.exe table p.ron quarters --format csv > fil.csv' \
        'arsmelding.exe table p.ron quarters --format csv | find "2021" > ledning.csv' \
        'arsmelding.exe table nei.ron quarters' \
        'if errorlevel 2 exit 7' >prøv.bat
    "$wine" cmd /c prøv.bat >/dev/null 2>&1
    check 'cmd.exe: avslutningskoden kommer fram' same 7 $?
    check 'cmd.exe: omdirigert til fil' cmp ventet.csv fil.csv
    check 'cmd.exe: gjennom et rør' same "$(grep 2021 ventet.csv)" "$(tr -d '\r' <ledning.csv)"
}

both_into() { # FOLDER WHAT ARGUMENTS...
    local folder=$1
    shift
    both "$@"
    check "$1: filene er like ($(find "$work/windows/$folder" -type f 2>/dev/null | wc -l))" equal_folders "$folder"
}

# ---- d: wildcards

is_sentence() { # NAME: on the error output, without the system's own words
    test -s "$1.err" && ! grep -E 'os error|Invalid' "$1.err"
}

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
    check 'to mønstre, ett med spørsmålstegn' done_by two
    tell none import p.ron 'sample-data\*.finnesikke'
    check 'et mønster som ikke treffer: kode 2' code_is none 2
    check 'et mønster som ikke treffer: en setning, ikke systemets feilnummer' \
        is_sentence none
}
