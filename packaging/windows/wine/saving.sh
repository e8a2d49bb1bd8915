# shellcheck shell=bash disable=SC2154
# Sourced by ../test.sh: what the program saves, and where.

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
    check 'to lagringer over en fil' done_by two
    check 'den nyeste sikkerhetskopien er versjonen før' cmp state-1 p.ron.1.bak
    check 'den nest nyeste er versjonen før den' cmp state-0 p.ron.2.bak
    check 'ingen midlertidig fil er igjen' no_temporary_left

    # 1 is what Word and Excel let others do: read. The time runs from when the save begins.
    while_held held.log "$hold" p.ron 1 500 .
    tell short import p.ron sykefravar-2021.xlsx
    wait "$held"
    check 'en annens fil i 500 ms: lagret likevel' done_by short
    check 'en annens fil i 500 ms: sikkerhetskopiene er riktige' \
        eval 'cmp state-2 p.ron.1.bak && cmp state-1 p.ron.2.bak && cmp state-0 p.ron.3.bak'
    check 'en annens fil i 500 ms: ingen midlertidig fil er igjen' no_temporary_left

    remember
    while_held held.log "$hold" p.ron 1 300000 .
    tell long import p.ron mal-2021.xlsx
    check 'en annens fil hele tida: ikke lagret, kode 2' code_is long 2
    check 'en annens fil hele tida: setningen sier først at et annet program har fila' says_in_use long
    check 'en annens fil hele tida: ingen midlertidig fil er igjen' no_temporary_left
    check 'en annens fil hele tida: fila og sikkerhetskopiene er urørt' unchanged
    let_go

    while_held held.log "$scanner" . 500
    tell scanned import p.ron mal-2021.xlsx
    check 'virusskanner i 500 ms: lagret likevel' done_by scanned
    check 'virusskanner i 500 ms: ingen midlertidig fil er igjen' no_temporary_left
    check 'virusskanner i 500 ms: den så en midlertidig fil' grep -q holding held.log
    let_go

    remember
    while_held held.log "$scanner" . 300000
    tell stuck import p.ron telefon-2021.csv
    check 'virusskanner hele tida: ikke lagret, kode 2' code_is stuck 2
    check 'virusskanner hele tida: setningen sier først at et annet program har fila' says_in_use stuck
    check 'virusskanner hele tida: fila og sikkerhetskopiene er urørt' unchanged
    let_go
    if no_temporary_left >/dev/null; then
        ok 'virusskanner hele tida: ingen midlertidig fil er igjen'
    else
        not_seen 'virusskanner hele tida: at den midlertidige fila blir borte' \
            'den kan ikke slettes mens skanneren har den, og da er programmet ferdig'
        rm -f .arsmelding-*
    fi
    tell after import p.ron telefon-2021.csv
    check 'etterpå går lagringen som før' done_by after
    check 'etterpå ligger det bare tre sikkerhetskopier der' same "$(printf 'p.ron.%s.bak\n' 1 2 3)" "$(ls -- *.bak)"

    while_held held.log "$hold" p.ron 0 300000
    tell locked table p.ron quarters
    check 'en fil som ingen andre får lese: kode 2' code_is locked 2
    check 'en fil som ingen andre får lese: setningen sier hvorfor' says_in_use locked
    let_go
}

# ---- c: paths

# makes_and_reads WHAT FILE: a new project there, two edits, and the same figures read back. FILE is
# a Windows path; the files are looked for in the current folder.
makes_and_reads() {
    local what=$1 file=$2
    tell new new "$file" --year 2021
    check "$what: nytt prosjekt" code_is new 0
    tell import import "$file" "$(of_windows "$program/sample-data/kunder.csv")"
    check "$what: lagret over" done_by import
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
    check 'mer enn 260 tegn: dokument' eval 'done_by report && test -s å.xlsx'

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
    local name
    for name in CON NUL CON.ron; do
        limit=30 tell device table "$name" quarters
        check "$name som prosjekt: kode 2 med en setning" eval 'code_is device 2 && test -s device.err'
        limit=30 tell device new "$name" --year 2021
        limit=30 tell again table "$name" quarters
        check "$name som nytt prosjekt: nektet, eller lagret og lest igjen" \
            eval '{ code_is device 2 && test -s device.err; } || { code_is device 0 && code_is again 0; }'
    done

    cp "$program/sample-data/hedmark-ikt-2021.ron" lf.ron
    sed 's/$/\r/' lf.ron >crlf.ron
    tell lf table lf.ron quarters --format csv
    tell crlf table crlf.ron quarters --format csv
    check 'prosjektfil med linjeslutt fra Windows: samme tabell' eval 'code_is crlf 0 && cmp lf.out crlf.out'
    tell crlf check crlf.ron --json
    tell lf check lf.ron --json
    check 'prosjektfil med linjeslutt fra Windows: samme kontroll' cmp lf.out crlf.out
}
