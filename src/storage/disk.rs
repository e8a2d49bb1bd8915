//! The steps of a save that another program can get in the way of.
//!
//! On Windows a virus scanner, a synchronizer or Word holds files for a moment or for hours, and
//! then a rename or removal fails. Tests put a [`Disk`] under a save that fails in the same way.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

/// For how long a step is tried again while another program holds the file.
const PATIENCE: Duration = Duration::from_secs(1);
/// The pause between two tries.
const PAUSE: Duration = Duration::from_millis(25);

/// Windows' codes for a file that somebody may hold: access denied, which is also what it says
/// where one has no right to write,
const ACCESS_DENIED: i32 = 5;
/// and those that say nothing else: sharing violation, lock violation.
const HELD: [i32; 2] = [32, 33];

/// Whether an error says that another program holds the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// It says something else.
    No,
    /// It may; trying again can help.
    Maybe,
    /// It does.
    Yes,
}

/// What a save asks of the file system.
pub trait Disk {
    /// Renames a file, over the one that may be there.
    ///
    /// # Errors
    /// As [`fs::rename`].
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Gives the file at `from` the second name `to`, or copies it where that cannot be.
    ///
    /// # Errors
    /// As [`fs::copy`]; when there is a file at `to` already.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A link costs nothing and is whole at once; not every file system has them.
        match fs::hard_link(from, to) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                fs::copy(from, to).map(|_| ())
            }
            linked => linked,
        }
    }

    /// Removes a file.
    ///
    /// # Errors
    /// As [`fs::remove_file`].
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    /// Waits before a step is tried again.
    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }

    /// Whether `error` says that another program holds the file.
    fn hold(&self, error: &io::Error) -> Hold {
        if cfg!(windows) { windows_hold(error) } else { Hold::No }
    }
}

/// The file system of the machine.
#[derive(Clone, Copy, Debug)]
pub struct SystemDisk;

impl Disk for SystemDisk {}

/// What Windows' code of an error says about who holds the file.
pub fn windows_hold(error: &io::Error) -> Hold {
    match error.raw_os_error() {
        Some(code) if HELD.contains(&code) => Hold::Yes,
        Some(ACCESS_DENIED) => Hold::Maybe,
        _ => Hold::No,
    }
}

/// Does a step, again and again for a second while another program holds the file.
///
/// # Errors
/// The error of the step; [`ErrorKind::ResourceBusy`] where the other program never let go.
pub(super) fn patiently(
    disk: &dyn Disk,
    mut step: impl FnMut() -> io::Result<()>,
) -> io::Result<()> {
    let mut waited = Duration::ZERO;
    loop {
        let error = match step() {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        match disk.hold(&error) {
            Hold::Yes if waited >= PATIENCE => {
                return Err(io::Error::new(ErrorKind::ResourceBusy, error));
            }
            Hold::Yes | Hold::Maybe if waited < PATIENCE => disk.pause(PAUSE),
            _ => return Err(error),
        }
        waited += PAUSE;
    }
}
