#!/usr/bin/env bash
# calamine 0.38.0 (Rust crate) and OpenDocument spreadsheets.
#
# White space between the elements of a table means nothing in OpenDocument (1.3, part 3, 1.2), and
# programs that indent their XML write it. calamine reads rows that stand apart from each other, but
# where white space stands between two cells it refuses the whole file, with the words that it
# expected a cell and found a text. And `table:name` may be left out: such a table is passed over
# without a word, so that the workbook seems to have no sheet.
#
# Seen: the same four cells as "A" (2, 2) where nothing stands between them, as an error of the kind
# `Mismatch` where each stands on a line of its own, and as no sheet at all without the name.
#
# Who reads other people's .ods with it holds "no sheet" for suspicious, and cannot help the former.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'EOF'
[package]
name = "look"
version = "0.0.0"
edition = "2021"
[dependencies]
calamine = "=0.38.0"
EOF
cat > src/main.rs <<'EOF'
use calamine::{Ods, Reader};
fn main() {
    for path in std::env::args().skip(1) {
        let read = Ods::new(std::io::Cursor::new(std::fs::read(&path).unwrap()));
        match read {
            Ok(mut book) => {
                let sheets: Vec<String> = book
                    .worksheets()
                    .iter()
                    .map(|(name, range)| format!("{name:?} {:?}", range.get_size()))
                    .collect();
                println!("{path}: {}", sheets.join(", "));
            }
            Err(error) => println!("{path}: {error:?}"),
        }
    }
}
EOF
cat > make.py <<'EOF'
import zipfile
NS = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
      'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')
def book(path, gap, name):
    cell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
    row = f'<table:table-row>{gap}{cell}{gap}{cell}{gap}</table:table-row>'
    content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NS} office:version="1.3"><office:body>'
               f'<office:spreadsheet><table:table{name}>{gap}{row}{gap}{row}{gap}</table:table></office:spreadsheet>'
               '</office:body></office:document-content>')
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
        z.writestr("content.xml", content)
book("plain.ods", "", ' table:name="A"')
book("spaced.ods", "\n  ", ' table:name="A"')
book("unnamed.ods", "", "")
EOF
python3 make.py
cargo run --quiet -- plain.ods spaced.ods unnamed.ods | tee seen
grep -qx 'plain.ods: "A" (2, 2)' seen
grep -q '^spaced.ods: Mismatch { expected: "table-cell", found: "Text' seen
grep -qx 'unnamed.ods: ' seen
echo "as seen before"
