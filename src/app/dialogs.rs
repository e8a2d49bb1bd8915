//! The system's file dialogs, each on a separate thread, so that the window never waits.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::jobs::Job;
use crate::t;

/// The dialogs that the program asks for; tests answer them without a display.
pub trait Dialogs {
    /// Asks for a project file, to open it or to read from it.
    fn open_project(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>>;
    /// Asks for exports to read.
    fn choose_exports(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<Vec<PathBuf>>>;
    /// Asks for a text whose numbers are to be checked.
    fn choose_text(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>>;
    /// Asks where to save; `name` is suggested, and its extension is kept.
    fn save(&self, folder: Option<&Path>, name: &str, wake: Wake) -> Job<Option<PathBuf>>;
    /// Asks for a folder in which files are put.
    fn choose_folder(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>>;
    /// Whether the last dialog answered nothing because there is none to show.
    fn are_missing(&self) -> bool {
        false
    }
}

/// Wakes the window when a dialog is answered.
pub type Wake = Box<dyn FnOnce() + Send>;

/// The dialogs of the operating system. On Linux they come from a desktop portal or from
/// zenity; where both are missing, the answer looks like one of a person who chose nothing.
#[derive(Debug, Default)]
pub struct SystemDialogs {
    is_missing: Arc<AtomicBool>,
}

/// Whether this is the program without a console, which the start menu and a double-click start.
pub fn is_without_console() -> bool {
    let program = std::env::current_exe().ok();
    let name = program.as_deref().and_then(Path::file_stem);
    cfg!(windows) && name.is_some_and(|name| name.to_string_lossy().ends_with("-window"))
}

/// Tells of a failure where there is no window to tell it in: in a message of the system's, and on
/// the error output for who started the program from a command line.
pub fn tell_failure(text: &str) {
    eprintln!("{text}");
    // On Windows the output of a program without a console goes nowhere.
    if cfg!(windows) || !std::io::stderr().is_terminal() {
        rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title(t!("ui-app-name"))
            .set_description(text)
            .show();
    }
}

/// No person leaves a dialog as quickly as this: it was never shown.
const NEVER_SHOWN: Duration = Duration::from_millis(150);

/// What the import can read, by the extensions that systems give it.
const EXPORT_EXTENSIONS: [&str; 10] =
    ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt", "html", "ron"];

/// The written documents that can be read.
const TEXT_EXTENSIONS: [&str; 3] = ["txt", "docx", "pdf"];

impl Dialogs for SystemDialogs {
    fn open_project(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>> {
        let dialog = dialog(folder)
            .set_title(t!("dialog-choose-project"))
            .add_filter(t!("dialog-project-files"), &["ron"]);
        self.ask(wake, move || dialog.pick_file())
    }

    fn choose_exports(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<Vec<PathBuf>>> {
        let dialog = dialog(folder)
            .set_title(t!("dialog-choose-exports"))
            .add_filter(t!("dialog-export-files"), &EXPORT_EXTENSIONS)
            .add_filter(t!("dialog-all-files"), &["*"]);
        self.ask(wake, move || dialog.pick_files())
    }

    fn choose_text(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>> {
        let dialog = dialog(folder)
            .set_title(t!("dialog-choose-text"))
            .add_filter(t!("dialog-text-files"), &TEXT_EXTENSIONS)
            .add_filter(t!("dialog-all-files"), &["*"]);
        self.ask(wake, move || dialog.pick_file())
    }

    fn save(&self, folder: Option<&Path>, name: &str, wake: Wake) -> Job<Option<PathBuf>> {
        let extension = Path::new(name).extension().unwrap_or_default().to_owned();
        let dialog = dialog(folder)
            .set_title(t!("dialog-save"))
            .add_filter(t!("dialog-this-kind"), &[extension.to_string_lossy()])
            .set_file_name(name);
        self.ask(wake, move || {
            let chosen = dialog.save_file()?;
            // Some systems leave the extension to the program.
            Some(match chosen.extension() {
                Some(_) => chosen,
                None => chosen.with_extension(extension),
            })
        })
    }

    fn choose_folder(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>> {
        let dialog = dialog(folder).set_title(t!("path-choose-folder"));
        self.ask(wake, move || dialog.pick_folder())
    }

    fn are_missing(&self) -> bool {
        self.is_missing.load(Ordering::Relaxed)
    }
}

impl SystemDialogs {
    fn ask<T: Send + 'static>(
        &self,
        wake: Wake,
        dialog: impl FnOnce() -> Option<T> + Send + 'static,
    ) -> Job<Option<T>> {
        let is_missing = Arc::clone(&self.is_missing);
        Job::start(wake, move |_| {
            let start = Instant::now();
            let answer = dialog();
            let is_too_quick = answer.is_none() && start.elapsed() < NEVER_SHOWN;
            is_missing.store(is_too_quick && cfg!(target_os = "linux"), Ordering::Relaxed);
            answer
        })
    }
}

fn dialog(folder: Option<&Path>) -> rfd::FileDialog {
    let dialog = rfd::FileDialog::new();
    match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}
