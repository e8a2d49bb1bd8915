//! What several tests need: the sample exports, and an import without a window.

pub mod accounts;
pub mod program;
pub mod window;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arsmelding::calendar::Span;
use arsmelding::import::{self, FileRequest, Known, SheetRead};
use arsmelding::project::{EditContext, Minute, Project};
use arsmelding::storage;
use jiff::civil::date;

/// The folder of the sample data.
pub fn sample_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data")
}

/// The sample project.
pub fn sample_project() -> PathBuf {
    sample_folder().join("hedmark-ikt-2021.ron")
}

/// Every export of the sample data, in the order of their names.
pub fn sample_exports() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(sample_folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            !["ron", "md", "gitattributes", "bak", ""].contains(&extension.as_str())
        })
        .collect();
    paths.sort();
    paths
}

/// Somebody who works on a day in January 2022.
pub fn somebody() -> EditContext {
    EditContext { who: "økonomi".to_owned(), now: Minute::new(date(2022, 1, 12), 9, 30) }
}

/// Reads files that all can be read.
pub fn read(project: &Project, paths: &[PathBuf]) -> Vec<SheetRead> {
    let requests: Vec<FileRequest> = paths.iter().map(FileRequest::new).collect();
    let files = import::read_files(&requests, &Known::of(project), &|_| true).unwrap();
    files.into_iter().flat_map(|file| file.outcome.unwrap()).collect()
}

/// The project after an import that changes something.
pub fn imported(project: &Project, paths: &[PathBuf]) -> Project {
    let sheets = read(project, paths);
    import::plan(project, &sheets).apply(&somebody()).unwrap().0
}

/// An empty project for 2021.
pub fn empty_project() -> Project {
    Project::new("Hedmark IKT", 2021, (2015, 2020))
}

/// The sample project as it was on 1 September 2021, when the year's export was taken before noon.
pub fn running_sample() -> Project {
    let mut project = storage::read(&sample_project()).unwrap();
    let end = date(2021, 9, 1);
    let batches = Arc::make_mut(&mut project.cases);
    let sources = Arc::make_mut(&mut project.sources);
    for source in sources.iter_mut() {
        let is_this_year = source.period.is_some_and(|span| span.first == date(2021, 1, 1));
        if is_this_year && source.file == "saker-2021.xlsx" {
            source.period = Some(Span::new(date(2021, 1, 1), end));
            source.is_last_day_partial = true;
            let batch = batches.iter_mut().find(|batch| batch.source == source.id).unwrap();
            Arc::make_mut(&mut batch.rows).retain(|case| case.registered.day() <= end);
        }
    }
    project
}
