//! Documents and pictures that the program writes for others.

use std::io::{Error, Write as _};
use std::path::{Path, PathBuf};

use super::atomic::Staged;
use super::disk::SystemDisk;
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
    write_documents(&[(path, bytes)])
}

/// Writes several documents: all of them beside their places before the first is put there, so
/// that a folder that cannot be written to leaves everything as it was.
///
/// # Errors
/// As for [`write_document`].
pub fn write_documents<P: AsRef<Path>, B: AsRef<[u8]>>(files: &[(P, B)]) -> Result<(), Issue> {
    let cannot = |path: &Path, error: &Error| {
        let name = path.display().to_string();
        Issue::error(message!("document-cannot-write", file = name, why = words::io_error(error)))
    };
    let mut staged = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let path = path.as_ref();
        let staged_file = Staged::new(&SystemDisk, path, |file| file.write_all(bytes.as_ref()));
        let staged_file = staged_file.map_err(|error| cannot(path, &error))?;
        staged.push((path, staged_file));
    }
    for (path, file) in staged {
        file.put().map_err(|error| cannot(path, &error))?;
    }
    Ok(())
}

/// The place of a new folder within another: one with that name, or with a number behind it where
/// the name is taken.
pub fn free_folder(parent: &Path, name: &str) -> PathBuf {
    let numbered = (2..).map(|number| parent.join(format!("{name}-{number}")));
    let mut places = std::iter::once(parent.join(name)).chain(numbered);
    places.find(|place| !place.exists()).unwrap_or_else(|| parent.join(name))
}

/// Writes files into a new folder; where that fails the folder is gone again.
///
/// # Errors
/// As for [`make_folder`] and [`write_document`].
pub fn write_folder(
    folder: &Path,
    files: impl Iterator<Item = (String, Vec<u8>)>,
) -> Result<(), Issue> {
    make_folder(folder)?;
    let placed: Vec<(PathBuf, Vec<u8>)> =
        files.map(|(name, bytes)| (folder.join(name), bytes)).collect();
    let written = write_documents(&placed);
    if written.is_err() {
        // Files are staged before the first is put, so that it is mostly empty; else it stays.
        let _ = std::fs::remove_dir(folder);
    }
    written
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
