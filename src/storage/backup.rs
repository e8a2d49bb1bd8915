//! Rolling backups: the versions before the last few saves, beside the file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, patiently};

/// How many earlier versions are kept.
const KEPT: u32 = 3;
/// The age of a version that a save has set aside and not yet made a backup.
const SET_ASIDE: u32 = 0;

/// The backup of `path` that is `age` saves old: `hedmark-ikt.ron.1.bak`.
pub fn backup_path(path: &Path, age: u32) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{age}.bak"));
    PathBuf::from(name)
}

/// The version at a path, set aside under a second name while a save replaces it: only when the
/// save has succeeded does it become the newest backup.
///
/// A backup that cannot be made does not stop the save: the new version is whole without it.
pub(super) struct Earlier<'a> {
    disk: &'a dyn Disk,
    path: &'a Path,
}

impl<'a> Earlier<'a> {
    /// Sets the version at `path` aside; `None` where there is none, or where that fails.
    pub fn set_aside(disk: &'a dyn Disk, path: &'a Path) -> Option<Self> {
        let earlier = Self { disk, path };
        earlier.finish_interrupted();
        let aside = backup_path(path, SET_ASIDE);
        (path.exists() && disk.link(path, &aside).is_ok()).then_some(earlier)
    }

    /// A program that was killed between the replacing and the backups has left a version aside.
    fn finish_interrupted(&self) {
        let aside = backup_path(self.path, SET_ASIDE);
        match is_same(&aside, self.path) {
            Ok(true) => self.forget_aside(),
            Ok(false) => self.rotate(),
            // There is none, as nearly always.
            Err(_) => {}
        }
    }

    /// The save has succeeded: the version that was set aside is the newest backup, the others
    /// are one save older.
    pub fn keep(self) {
        self.rotate();
    }

    /// The save has failed, and the version is still in its place.
    pub fn forget(self) {
        self.forget_aside();
    }

    fn forget_aside(&self) {
        let aside = backup_path(self.path, SET_ASIDE);
        // Left there, the next save finds it and clears it away.
        let _ = patiently(self.disk, || self.disk.remove(&aside));
    }

    /// Moves each backup up one place, the oldest first, so that none is written over before it
    /// has moved. Where one cannot be moved the younger ones stay, and the next save goes on.
    fn rotate(&self) {
        for age in (SET_ASIDE..KEPT).rev() {
            let (from, to) = (backup_path(self.path, age), backup_path(self.path, age + 1));
            if !from.exists() {
                continue;
            }
            if patiently(self.disk, || self.disk.rename(&from, &to)).is_err() {
                return;
            }
        }
    }
}

/// Whether two files hold the same bytes.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    if fs::metadata(one)?.len() != fs::metadata(other)?.len() {
        return Ok(false);
    }
    Ok(fs::read(one)? == fs::read(other)?)
}
