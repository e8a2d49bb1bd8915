//! The system's file dialogs, each on a thread of its own, so that the window never waits.

use std::path::{Path, PathBuf};

use crate::jobs::Job;
use crate::t;

/// The dialogs that the program asks for; tests answer them without a display.
pub trait Dialogs {
    /// Asks for a project file to open.
    fn open_project(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>>;
    /// Asks for exports to read.
    fn choose_exports(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<Vec<PathBuf>>>;
    /// Asks where to save; `name` is suggested, and its extension is kept.
    fn save(&self, folder: Option<&Path>, name: &str, wake: Wake) -> Job<Option<PathBuf>>;
}

/// Wakes the window when a dialog is answered.
pub type Wake = Box<dyn FnOnce() + Send>;

/// The dialogs of the operating system.
#[derive(Debug, Default)]
pub struct SystemDialogs;

/// What the import can read, by the extensions that systems give it.
const EXPORT_EXTENSIONS: [&str; 9] =
    ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt", "html"];

impl Dialogs for SystemDialogs {
    fn open_project(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<PathBuf>> {
        let dialog = dialog(folder)
            .set_title(t!("dialog-open-project"))
            .add_filter(t!("dialog-project-files"), &["ron"]);
        Job::start(wake, move |_| dialog.pick_file())
    }

    fn choose_exports(&self, folder: Option<&Path>, wake: Wake) -> Job<Option<Vec<PathBuf>>> {
        let dialog = dialog(folder)
            .set_title(t!("dialog-choose-exports"))
            .add_filter(t!("dialog-export-files"), &EXPORT_EXTENSIONS)
            .add_filter(t!("dialog-all-files"), &["*"]);
        Job::start(wake, move |_| dialog.pick_files())
    }

    fn save(&self, folder: Option<&Path>, name: &str, wake: Wake) -> Job<Option<PathBuf>> {
        let extension = Path::new(name).extension().unwrap_or_default().to_owned();
        let dialog = dialog(folder)
            .set_title(t!("dialog-save"))
            .add_filter(t!("dialog-this-kind"), &[extension.to_string_lossy()])
            .set_file_name(name);
        Job::start(wake, move |_| {
            let chosen = dialog.save_file()?;
            // Some systems leave the extension to the program.
            Some(match chosen.extension() {
                Some(_) => chosen,
                None => chosen.with_extension(extension),
            })
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
