# shellcheck shell=bash disable=SC2154
# Sourced by ../test.sh: what the program says on a command line.

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
