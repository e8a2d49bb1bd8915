//! Documents and pictures that the program writes for others.

use std::path::Path;

use super::atomic;
use crate::issue::Issue;
use crate::message;
use crate::words;

/// Writes a document at `path`; a program that is killed in the middle leaves the old file or
/// the new one.
///
/// # Errors
/// When the folder cannot be written to, or another program holds the file; then the old file is
/// as it was.
pub fn write_document(path: &Path, bytes: &[u8]) -> Result<(), Issue> {
    atomic::write(path, bytes, |_| ()).map_err(|error| {
        let name = path.display().to_string();
        Issue::error(message!("document-cannot-write", file = name, why = words::io_error(&error)))
    })
}

/// Makes a folder for documents, with those above it; one that is there is left as it is.
///
/// # Errors
/// When it cannot be made, or a file has its name.
pub fn make_folder(path: &Path) -> Result<(), Issue> {
    std::fs::create_dir_all(path).map_err(|error| {
        let name = path.display().to_string();
        Issue::error(message!("folder-cannot-make", folder = name, why = words::io_error(&error)))
    })
}
