//! The project file on disk: read, write, migrate, keep backups; the user's settings.

mod atomic;
mod backup;
mod disk;
mod document;
mod read;
mod user;
mod write;

pub use backup::backup_path;
pub use disk::{Disk, Hold, SystemDisk, windows_hold};
pub use document::{free_folder, make_folder, write_document, write_documents, write_folder};
pub use read::{is_project, parse, read};
pub use user::{RecentFile, ThemeChoice, UserSettings};
pub use write::{to_text, write, write_on};

/// What the file says that it is.
pub const FORMAT: &str = "Årsmelding";
/// The version of the format that this program writes.
pub const VERSION: u32 = 3;
