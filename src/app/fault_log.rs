//! What is left of a breakdown: a log in the user's folder, which a person can send on.

use std::backtrace::Backtrace;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};

use super::dialogs;
use crate::t;

/// A log that has grown longer than this is begun anew, and the old one kept beside it.
const LONGEST: u64 = 256 * 1024;

/// Where the log is; `None` where the system has no folder for it.
pub fn path() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("no", "", "arsmelding")?;
    Some(folders.data_local_dir().join("logg.txt"))
}

/// Writes what went wrong into the log; where it stands now, if that was possible.
pub fn write(what: &str) -> Option<PathBuf> {
    let path = path()?;
    append(&path, what).ok()?;
    Some(path)
}

fn append(path: &Path, what: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::metadata(path).is_ok_and(|log| log.len() > LONGEST) {
        fs::rename(path, path.with_extension("1.txt"))?;
    }
    let mut log = File::options().create(true).append(true).open(path)?;
    let now = jiff::Timestamp::now();
    let (version, system) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS);
    writeln!(log, "{now} arsmelding {version} {system}\n{what}\n")
}

/// Writes every panic from now on into the log. A panic of the window ends the program, and a
/// message says so. For a panic of a worker, the code that waits for the work says so.
pub fn install() {
    panic::set_hook(Box::new(|info| {
        let log = write(&format!("{info}\n{}", Backtrace::force_capture()));
        if is_of_main_thread() {
            tell(info, log.as_deref());
        }
    }));
}

fn is_of_main_thread() -> bool {
    std::thread::current().name() == Some("main")
}

fn tell(info: &PanicHookInfo<'_>, log: Option<&Path>) {
    let text = match log {
        Some(log) => t!("program-broke", log = log.display().to_string()),
        None => t!("program-broke-without-log", why = info.to_string()),
    };
    dialogs::tell_failure(&text);
}
