//! The sample project: the exports, taken in by the program's own import.

use std::error::Error;
use std::path::Path;

use arsmelding::import::{self, FileRequest, Known};
use arsmelding::project::{EditContext, Minute, Project};
use arsmelding::storage;
use jiff::civil::date;

/// Writes `hedmark-ikt-2021.ron` from the exports in `folder`.
pub fn write(folder: &Path, exports: &[&str]) -> Result<(), Box<dyn Error>> {
    let project = Project::new("Hedmark IKT", 2021, (2015, 2020));
    let requests: Vec<FileRequest> =
        exports.iter().map(|name| FileRequest::new(folder.join(name))).collect();
    let files = import::read_files(&requests, &Known::of(&project), &|_| true)
        .ok_or("the reading was cancelled")?;
    let mut sheets = Vec::new();
    for file in &files {
        sheets.extend(file.outcome.as_ref().map_err(Clone::clone)?);
    }
    let plan = import::plan(&project, &sheets);
    // The manager's first days at work in the new year.
    let context =
        EditContext { who: "daglig leder".to_owned(), now: Minute::new(date(2022, 1, 10), 9, 15) };
    let (imported, _) = plan.apply(&context).ok_or("the exports changed nothing")?;
    let path = folder.join("hedmark-ikt-2021.ron");
    storage::write(&path, &imported)?;
    // The generator starts anew each time; nobody needs the version before.
    for age in 1..=3 {
        let _ = std::fs::remove_file(storage::backup_path(&path, age));
    }
    Ok(())
}
