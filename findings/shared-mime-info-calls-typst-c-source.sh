#!/usr/bin/env bash
# shared-mime-info 2.2, read by gio of GLib 2.74.6; file 5.44 (Debian 12, packages as pinned below,
# amd64).
#
# A Typst file (`.typ`) that begins with a comment, `// ...` or `/* ... */`, is C source, text/x-csrc:
# the database does not know the suffix, so the content decides, and a rule of priority 30 takes
# whatever begins with `//`, `/*` or `#include` for C. Typst has all three. `file`, with a database of
# its own, calls the comments text/plain, and only what begins with `#include` text/x-c.
#
# Seen: the types as above; the same text without a comment before it is text/plain for both. With a
# name rule for *.typ, as later versions of shared-mime-info have it, all are text/vnd.typst for gio.
#
# Who opens or associates Typst files brings such a rule along for these systems, and does not count on
# text/plain: text/x-csrc is a kind of it, but a program for C comes first.
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
unpack shared-mime-info=2.2-1 libxml2=2.9.14+dfsg-1.3~deb12u6 libicu72=72.1-3+deb12u1 \
    libglib2.0-bin=2.74.6-2+deb12u9 libglib2.0-0=2.74.6-2+deb12u9 libffi8=3.4.4-1 \
    file=1:5.44-3 libmagic1=1:5.44-3 libmagic-mgc=1:5.44-3
mkdir -p home/mime/packages modules
libraries=(root/usr/lib/*-linux-gnu*)
# Only what was unpacked: no database, module or service of the machine or its user.
export HOME=$folder/home XDG_DATA_HOME=$folder/home XDG_DATA_DIRS=$folder/root/usr/share
export PATH=$folder/root/usr/bin:$PATH MAGIC=$folder/root/usr/lib/file/magic.mgc
export LD_LIBRARY_PATH=$folder/${libraries[0]} GIO_MODULE_DIR=$folder/modules GIO_USE_VFS=local
update-mime-database root/usr/share/mime
printf '= Title\n\nSome _text_.\n' > plain.typ
printf '// A comment.\n' | cat - plain.typ > line.typ
printf '/* A comment. */\n' | cat - plain.typ > block.typ
printf '#include "plain.typ"\n' > include.typ
gio_type() {
    gio info --attributes=standard::content-type "$1" | sed -n 's/.*content-type: //p'
}
for name in plain line block include; do
    echo "$name.typ: gio $(gio_type $name.typ), file $(file --brief --mime-type $name.typ)"
done > seen
cat > home/mime/packages/typst.xml <<'EOF'
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="text/vnd.typst">
    <comment>Typst document</comment>
    <sub-class-of type="text/plain"/>
    <glob pattern="*.typ"/>
  </mime-type>
</mime-info>
EOF
update-mime-database home/mime
for name in plain line block include; do
    echo "$name.typ with a name rule: gio $(gio_type $name.typ)"
done >> seen
cat seen
diff - seen <<'EOF'
plain.typ: gio text/plain, file text/plain
line.typ: gio text/x-csrc, file text/plain
block.typ: gio text/x-csrc, file text/plain
include.typ: gio text/x-csrc, file text/x-c
plain.typ with a name rule: gio text/vnd.typst
line.typ with a name rule: gio text/vnd.typst
block.typ with a name rule: gio text/vnd.typst
include.typ with a name rule: gio text/vnd.typst
EOF
echo "as seen before"
