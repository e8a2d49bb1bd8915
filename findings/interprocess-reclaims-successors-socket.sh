#!/usr/bin/env bash
# interprocess 2.4.7 (Rust crate, local sockets), Linux.
#
# A listener that has been displaced by `try_overwrite(true)` still "reclaims" its name when it is
# dropped: it removes the socket file at its path, which by then is the file of its successor. The
# successor goes on listening without an error, and nobody can reach it any more. The removal is of
# a path, not of the socket that the listener has made.
#
# Seen: connecting works while both live; after the first is dropped the second is alive, its path
# is gone, and connecting fails with NotFound. With `reclaim_name(false)` on the first it stays.
#
# Who lets a new process take a name over must switch reclaiming off, or check the file's inode.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'EOF'
[package]
name = "successor"
version = "0.0.0"
edition = "2021"
[dependencies]
interprocess = "=2.4.7"
EOF
cat > src/main.rs <<'EOF'
use interprocess::local_socket::{prelude::*, GenericFilePath, Listener, ListenerOptions, Stream};
use std::path::Path;

fn listen(path: &Path, reclaims: bool) -> Listener {
    let name = path.to_fs_name::<GenericFilePath>().unwrap();
    let options = ListenerOptions::new().name(name).try_overwrite(true).reclaim_name(reclaims);
    options.create_sync().unwrap()
}

fn reach(path: &Path) -> String {
    let name = path.to_fs_name::<GenericFilePath>().unwrap();
    match Stream::connect(name) {
        Ok(_) => "reached".to_owned(),
        Err(error) => format!("{:?}", error.kind()),
    }
}

fn main() {
    for first_reclaims in [true, false] {
        let path = std::env::current_dir().unwrap().join(format!("socket-{first_reclaims}"));
        let first = listen(&path, first_reclaims);
        let second = listen(&path, false);
        let before = reach(&path);
        drop(first);
        println!("first reclaims {first_reclaims}: {before}, then {}", reach(&path));
        drop(second);
    }
}
EOF
cargo run --quiet > seen
cat seen
diff - seen <<'EOF'
first reclaims true: reached, then NotFound
first reclaims false: reached, then reached
EOF
echo "as seen before"
