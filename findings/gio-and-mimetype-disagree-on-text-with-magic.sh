#!/usr/bin/env bash
# gio of GLib 2.74.6 and mimetype of File::MimeInfo 0.33 (Perl), both on the stock database of
# shared-mime-info 2.2; xdg-mime of xdg-utils 1.1.3 (Debian 12, packages as pinned below, amd64).
#
# A file `drawing.txt` that begins with `<svg xmlns=...` is text/plain for gio and image/svg+xml for
# mimetype. The specification that comes with shared-mime-info 2.2 recommends to go by the name first
# and to look into the file only where the name leaves doubt; gio does so. mimetype asks the magic
# rules of priority 80 and more before the name, and the others after it. Its manual says so, and its
# change log gives the reason: 0.12, of 2005, follows version 0.13 of the specification. The rule for
# `<svg` at the start of a file has priority 80.
#
# Seen: the two types as above. Plain text in a .txt and the same drawing in an .svg are the same for
# both, and so is a .txt that begins with `<html>`, whose rule has priority 50. xdg-mime takes
# gio's word in GNOME, and mimetype's, where that is installed, outside the desktops it knows.
#
# xdg-open goes by xdg-mime there, so a double-click in a file manager that uses GLib and xdg-open on
# the command line can open the same file with different programs. Who brings magic for a type of
# their own keeps it below 80, unless it is to beat the name; who tests what opens a file asks both.
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
    libfile-mimeinfo-perl=0.33-1 libfile-basedir-perl=0.09-2 libfile-desktopentry-perl=0.22-3 \
    libipc-system-simple-perl=1.30-2 libencode-locale-perl=1.05-3 xdg-utils=1.1.3-4.1
mkdir home modules
libraries=(root/usr/lib/*-linux-gnu*)
# Only what was unpacked: no database, module or service of the machine or its user.
export HOME=$folder/home XDG_DATA_HOME=$folder/home XDG_DATA_DIRS=$folder/root/usr/share
export PATH=$folder/root/usr/bin:$PATH PERL5LIB=$folder/root/usr/share/perl5
export LD_LIBRARY_PATH=$folder/${libraries[0]} GIO_MODULE_DIR=$folder/modules GIO_USE_VFS=local
update-mime-database root/usr/share/mime
echo '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>' > drawing.txt
cp drawing.txt drawing.svg
echo 'Just text.' > note.txt
echo '<html><body>Just text.</body></html>' > page.txt
for file in note.txt page.txt drawing.svg drawing.txt; do
    gio=$(gio info --attributes=standard::content-type $file | sed -n 's/.*content-type: //p')
    echo "$file: gio $gio, mimetype $(mimetype --brief $file)"
done > seen
for desktop in GNOME X-Generic; do
    echo "xdg-mime in $desktop: $(XDG_CURRENT_DESKTOP=$desktop xdg-mime query filetype drawing.txt)"
done >> seen
cat seen
diff - seen <<'EOF'
note.txt: gio text/plain, mimetype text/plain
page.txt: gio text/plain, mimetype text/plain
drawing.svg: gio image/svg+xml, mimetype image/svg+xml
drawing.txt: gio text/plain, mimetype image/svg+xml
xdg-mime in GNOME: text/plain
xdg-mime in X-Generic: image/svg+xml
EOF
echo "as seen before"
