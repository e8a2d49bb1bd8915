#!/usr/bin/env bash
# clap_mangen 0.3.3 with roff 1.1.1 (Rust crates), read by mandoc 1.14.6 and man-db.
#
# A manual page that is made without a date gets the title line `.TH name 1  "name 1.2.3"`: the empty
# date is written as nothing at all instead of `""`, since roff quotes an argument only where it holds
# a space. Arguments are told apart by spaces, so the version moves into the date's place, and the
# page says that it is of the day "name 1.2.3" and of no source.
#
# Seen: the line as above; mandoc warns that it cannot parse the date "name 1.2.3".
#
# Who makes pages with it sets a date (`Man::date`), also where none is wanted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'EOF'
[package]
name = "page"
version = "0.0.0"
edition = "2021"
[dependencies]
clap = { version = "=4.6.9", default-features = false, features = ["std", "help", "usage"] }
clap_mangen = "=0.3.3"
roff = "=1.1.1"
EOF
cat > src/main.rs <<'EOF'
fn main() {
    let command = || clap::Command::new("name").version("1.2.3");
    let title = |man: clap_mangen::Man| {
        let mut page = Vec::new();
        man.render(&mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        println!("{}", page.lines().find(|line| line.starts_with(".TH")).unwrap());
    };
    title(clap_mangen::Man::new(command()));
    title(clap_mangen::Man::new(command()).date("2026-11-30"));
}
EOF
cargo run --quiet > seen
cat seen
diff - seen <<'EOF'
.TH name 1  "name 1.2.3" 
.TH name 1 2026-11-30 "name 1.2.3" 
EOF
if command -v mandoc >/dev/null; then
    head -1 seen | sed '1a .SH NAME\nname' > page.1
    mandoc -T lint page.1 2>&1 | tee lint || true
    grep -q 'cannot parse date.*name 1.2.3' lint
fi
echo "as seen before"
