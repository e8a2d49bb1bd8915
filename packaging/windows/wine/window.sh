# shellcheck shell=bash disable=SC2154
# Sourced by ../test.sh: the window.

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
# comes to the screen through a driver of Vulkan under Wine, OpenGL through one of Mesa's. (Under
# Wine 8 the former ends in D3DCompile2: "Unknown compilation target cs_5_1".)
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

to_clipboard() { # TEXT: xclip stays behind and answers for it
    printf '%s' "$1" | xclip -selection clipboard -i >/dev/null 2>&1
}

part_f() {
    mkdir -p "$work/vindu" && cd "$work/vindu" || return
    tells_failure
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

# The program without a console has nothing but a message to say what is wrong with.
tells_failure() {
    local id starting
    timeout 60 "$wine" "$window_program" --finnes-ikke >/dev/null 2>&1 </dev/null &
    starting=$!
    if ! id=$(window '^Årsmelding$' 30); then
        wrong 'en start som ikke går, sier det i et vindu' && return
    fi
    ok 'en start som ikke går, sier det i et vindu (se melding.png)'
    picture melding
    focus "$id"
    keys Return
    wait $starting
    check 'en start som ikke går, slutter med kode 2' same 2 $?
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
        not_seen "$renderer, $percent %" \
            "programmet tegner med $by i stedet; Wine 8 kan ikke oversette alle skyggeprogrammer for Direct3D 12"
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
    to_clipboard tom
    xdotool type --delay 80 -- "$name"
    sleep 1
    picture "$renderer-skrevet"
    keys ctrl+a ctrl+c
    until_true 5 eval '! clipboard | grep -qx tom'
    copied=$(clipboard)
    check "$renderer: æ, ø og å skrevet, og kopiert til et annet program" same "$name" "$copied"
    to_clipboard "$pasted"
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
    keys End shift+Home # the name that is suggested; Wine's field knows no Ctrl A
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
