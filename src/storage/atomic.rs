//! Writing a file so that a killed program leaves the old file or the new one, never half of it.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::disk::{Disk, patiently};

/// Writes `bytes` beside `path`, syncs, and renames over `path`.
pub(super) fn write(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    Staged::new(disk, path, |file| file.write_all(bytes))?.put()
}

/// A file that is written and synced beside the one that it is to replace. Dropped before it is
/// put in place, nothing is left of it.
pub(super) struct Staged<'a> {
    disk: &'a dyn Disk,
    path: &'a Path,
    temporary: PathBuf,
    is_put: bool,
}

impl<'a> Staged<'a> {
    /// Lets `write` write the file beside `path`.
    pub fn new(
        disk: &'a dyn Disk,
        path: &'a Path,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<Self> {
        let (mut file, temporary) = new_file_in(folder_of(path))?;
        let staged = Self { disk, path, temporary, is_put: false };
        write(&mut file)?;
        keep_permissions(path, &file);
        file.sync_all()?;
        Ok(staged)
    }

    /// Puts it in the place of the old file.
    pub fn put(mut self) -> io::Result<()> {
        patiently(self.disk, || self.disk.rename(&self.temporary, self.path))?;
        self.is_put = true;
        sync_folder(folder_of(self.path));
        Ok(())
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        if !self.is_put {
            // A scanner may still hold it; where it never lets go, the file is hidden and small.
            let _ = patiently(self.disk, || self.disk.remove(&self.temporary));
        }
    }
}

/// A new file with a name that no other save has. (The files of crate `tempfile` cannot be
/// renamed on Windows where the path is longer than 260 characters.)
fn new_file_in(folder: &Path) -> io::Result<(File, PathBuf)> {
    static SAVES: AtomicU32 = AtomicU32::new(0);
    /// More files than this are not left behind by programs that were killed.
    const TRIES: u32 = 1000;
    let process = std::process::id();
    for _ in 0..TRIES {
        let save = SAVES.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".arsmelding-{process}-{save}.tmp"));
        match File::options().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The project file keeps the permissions that it had, or gets what any new file gets.
fn keep_permissions(path: &Path, temporary: &File) {
    #[cfg(unix)]
    if let Ok(old) = fs::metadata(path) {
        // Where this is refused the file is still whole, and its owner can read it.
        let _ = temporary.set_permissions(old.permissions());
    }
    #[cfg(not(unix))]
    let _ = (path, temporary, fs::metadata::<&Path>);
}

/// Makes the rename itself last through a power cut, where the system can.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        // The new file is complete and in place; a system that cannot sync folders loses nothing.
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}
