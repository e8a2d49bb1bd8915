#!/usr/bin/env bash
# mandoc 1.14.6 (Debian 12, package mandoc 1.14.6-1+b1, amd64).
#
# A gzip'ed page is unpacked only as the first argument. For every later one mandoc sets the
# compressed bytes as if they were the page, under an empty title, says nothing and exits 0. It
# notes that a file is gzip'ed when it opens it, and then resets the parser, note included, before it
# reads any page but the first.
#
# Seen: each page alone is fine, and so is a plain page after a gzip'ed one; a gzip'ed page that
# comes second is lost, whether the first is gzip'ed or not. With `-W error` the status is 4.
#
# Who checks or shows several gzip'ed pages calls mandoc once for each, or unpacks them before; who
# checks with mandoc asks for `-W error` at least, since the exit status alone says that all is well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unpack() {
    local package
    for package in "$@"; do
        apt-get download -qq "$package" 2> errors && continue
        grep '^E:' errors >&2 || true
        echo "cannot be had here: $package (see apt-cache policy ${package%%=*})" >&2
        exit 2
    done
    for package in *.deb; do
        dpkg -x "$package" root
    done
}
unpack mandoc=1.14.6-1+b1
mandoc=$folder/root/usr/bin/mandoc
for name in a b; do
    cat > $name.1 <<EOF
.Dd November 30, 2026
.Dt ${name^^} 1
.Os
.Sh NAME
.Nm $name
.Nd page $name
EOF
    gzip --no-name --keep $name.1
done
# What became of the pages: the name lines that can be read, and the second byte of a gzip header,
# 0x8b, which mandoc writes as <8B> in ASCII.
try() {
    local status=0 found
    "$mandoc" -T ascii "$@" > page 2> messages || status=$?
    found=$({ sed 's/.\x08//g' page | grep -o 'page [ab]$\|<8B>' | uniq; } || true)
    found=${found//<8B>/raw bytes}
    echo "$*: status $status, messages $(wc -l < messages), ${found//$'\n'/, }"
}
{
    try a.1.gz
    try b.1.gz
    try a.1.gz b.1
    try a.1.gz b.1.gz
    try b.1.gz a.1.gz
    try a.1 b.1.gz
} > seen
status=0
"$mandoc" -W error -T ascii a.1.gz b.1.gz > page 2> messages || status=$?
echo "with -W error: status $status" >> seen
cat seen
diff - seen <<'EOF'
a.1.gz: status 0, messages 0, page a
b.1.gz: status 0, messages 0, page b
a.1.gz b.1: status 0, messages 0, page a, page b
a.1.gz b.1.gz: status 0, messages 0, page a, raw bytes
b.1.gz a.1.gz: status 0, messages 0, page b, raw bytes
a.1 b.1.gz: status 0, messages 0, page a, raw bytes
with -W error: status 4
EOF
echo "as seen before"
