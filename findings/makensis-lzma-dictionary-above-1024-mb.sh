#!/usr/bin/env bash
# makensis 3.08 (NSIS; Debian 12, 3.08-3+deb12u1).
#
# `SetCompressorDictSize` takes any number of megabytes without a word, and its manual names no upper
# bound. Above 1024 the compiler stops with "Internal
# compiler error #12345: deflateInit() failed", though the compressor is LZMA and nothing is deflated,
# and leaves the beginning of an installer under the name of the finished one.
#
# Seen: 1024 makes an installer; 1025 ends with exit code 1, that sentence, and a file that begins as a
# program does ("MZ").
#
# Who asks for a large dictionary looks at the exit code and not for the file, and removes what is left.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download nsis=3.08-3+deb12u1 nsis-common=3.08-3+deb12u1
for package in *.deb; do dpkg -x "$package" root; done
export NSISDIR=$folder/root/usr/share/nsis
make() {
    printf 'OutFile "made.exe"\nSetCompressor /SOLID lzma\nSetCompressorDictSize %s\nSection\nSectionEnd\n' "$1" > made.nsi
    rm -f made.exe
    set +e
    root/usr/bin/makensis -V2 made.nsi > said 2>&1
    code=$?
    set -e
    echo "$1 MB: exit $code, $(head -c 2 made.exe)"
    tail -n 1 said
}
make 1024
[ $code = 0 ]
make 1025
[ $code = 1 ]
grep -q 'deflateInit() failed' said
[ "$(head -c 2 made.exe)" = MZ ]
echo "as seen before"
