# shellcheck shell=bash disable=SC2154
# Sourced by ../test.sh: starts Windows as Wine has it, runs programs there, and works the windows.

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

done_by() { # NAME: done, perhaps with something to look at
    code_is "$1" 0 || code_is "$1" 1
}

# while_held LOG HELPER ARGUMENTS...: starts the helper and waits until it holds or watches.
while_held() {
    local log=$1
    shift
    "$wine" "$@" >"$log" 2>&1 </dev/null &
    held=$!
    until_true 20 grep -qE 'holding|watching' "$log" || wrong "hjelperen $1 kom ikke i gang" "$(cat "$log")"
}

let_go() { # ends that helper
    kill "$held" 2>/dev/null
    wait "$held" 2>/dev/null
}

# ---- windows on the screen

# window TITLE [SECONDS]: waits for a visible window with this in its title and prints its number.
window() {
    local end=$((SECONDS + ${2:-30})) id=''
    # The search fails when a window goes while it looks.
    until id=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -1) && [ -n "$id" ]; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.3
    done
    echo "$id"
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
    pid=$(xdotool getwindowpid "$1") || { echo 'vinduet er borte' && return 1; }
    focus "$1"
    keys alt+F4
    until_true 10 eval "! kill -0 $pid"
}
