//! Rolling backups: the versions before the last few saves, beside the file.

use std::fs;
use std::path::{Path, PathBuf};

/// How many earlier versions are kept.
const KEPT: u32 = 3;

/// The backup of `path` that is `age` saves old: `hedmark-ikt.ron.1.bak`.
pub fn backup_path(path: &Path, age: u32) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{age}.bak"));
    PathBuf::from(name)
}

/// Makes the file at `path` its newest backup and moves the older ones up. A backup that cannot
/// be made does not stop the save: the new version is already safe beside the old one.
pub(super) fn rotate(path: &Path) {
    if !path.exists() {
        return;
    }
    for age in (1..KEPT).rev() {
        let _ = fs::rename(backup_path(path, age), backup_path(path, age + 1));
    }
    let newest = backup_path(path, 1);
    // A link costs nothing and is whole at once; not every file system has them.
    if fs::hard_link(path, &newest).is_err() {
        let _ = fs::copy(path, &newest);
    }
}
