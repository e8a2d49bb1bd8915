//! Writing a file so that a killed program leaves the old file or the new one, never half of it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long a rename is tried again while a virus scanner or a synchronizer holds the file.
const PATIENCE: Duration = Duration::from_secs(2);

/// Writes `bytes` beside `path`, syncs, calls `before_replacing`, and renames over `path`.
pub(super) fn write(
    path: &Path,
    bytes: &[u8],
    before_replacing: impl FnOnce(&Path),
) -> io::Result<()> {
    let staged = Staged::new(path, bytes)?;
    before_replacing(path);
    staged.put()
}

/// A file that is written and synced beside the one that it is to replace.
pub(super) struct Staged<'p> {
    path: &'p Path,
    temporary: tempfile::NamedTempFile,
}

impl<'p> Staged<'p> {
    /// Writes `bytes` beside `path`; dropped, nothing is left of them.
    pub fn new(path: &'p Path, bytes: &[u8]) -> io::Result<Self> {
        let mut temporary = tempfile::Builder::new()
            .prefix(".arsmelding-")
            .suffix(".tmp")
            .tempfile_in(folder_of(path))?;
        temporary.write_all(bytes)?;
        keep_permissions(path, temporary.as_file());
        temporary.as_file().sync_all()?;
        Ok(Self { path, temporary })
    }

    /// Puts it in the place of the old file.
    pub fn put(self) -> io::Result<()> {
        replace(self.temporary, self.path)?;
        sync_folder(folder_of(self.path));
        Ok(())
    }
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

fn replace(mut temporary: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    let started = Instant::now();
    loop {
        match temporary.persist(path) {
            Ok(_) => return Ok(()),
            Err(failed) => {
                let is_held = failed.error.kind() == io::ErrorKind::PermissionDenied;
                if !(cfg!(windows) && is_held && started.elapsed() < PATIENCE) {
                    return Err(failed.error);
                }
                temporary = failed.file;
                std::thread::sleep(Duration::from_millis(50));
            }
        }
    }
}

/// A temporary file is private; the project file keeps what it had, or what any new file gets.
fn keep_permissions(path: &Path, temporary: &File) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let permissions = fs::metadata(path)
            .map_or_else(|_| fs::Permissions::from_mode(0o644), |old| old.permissions());
        // Where this is refused the file is still whole, and its owner can read it.
        let _ = temporary.set_permissions(permissions);
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
