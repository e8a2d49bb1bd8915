# shellcheck shell=bash disable=SC2154
# Sourced by ../test.sh: installing, opening by a double-click, upgrading, uninstalling.

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
    if id=$(window 'år 2021.ron' 60); then
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
    window Årsmelding 60 >/dev/null
    before=$(sums "$place")
    run_installer /S
    check 'stille installasjon mens kommandolinjeprogrammet kjører: kode 3' same 3 $?
    check 'stille installasjon mens kommandolinjeprogrammet kjører: ingenting er endret' same "$before" "$(sums "$place")"
    stop_windows
    while_held "$work/held.log" "$work/tools/hold.exe" "$place/sample-data/kunder.csv" 1 300000
    run_installer /S
    check 'en fil av eksempelet er åpen i et annet program: kode 3' same 3 $?
    check 'en fil av eksempelet er åpen i et annet program: ingenting er endret' same "$before" "$(sums "$place")"
    let_go

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
    # Page and question have the same title. All files are unpacked before it asks.
    until_true 120 eval "[ \"\$(windows_named 'Årsmelding $version')\" -ge 2 ]"
    check 'installasjonen spør når programmet er åpent' same 2 "$(windows_named "Årsmelding $version")"
    picture installasjon-spor
    check 'programmet lukkes med Alt F4' close_program "$1"
    focus "$(window "Årsmelding $version")"
    keys Return # Prøv igjen
    until_true 20 eval "[ \"\$(windows_named 'Årsmelding $version')\" -eq 1 ]"
    sleep 8
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
