//! Documents as files: a report in its three formats, and the signing pack, one folder with all
//! that is kept of a signed report.

use sha2::{Digest as _, Sha256};

use super::block::Report;
use super::{PdfWriter, docx, xlsx};
use crate::checks::{self, Checked};
use crate::figures::Figures;
use crate::issue::Issue;
use crate::number;
use crate::project::Project;
use crate::t;

/// A file that is ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A report as PDF, Word document and Excel workbook, named `stem` with the endings of each.
///
/// # Errors
/// As for the writers.
pub fn documents(writer: &mut PdfWriter, report: &Report, stem: &str) -> Result<Vec<File>, Issue> {
    let file = |ending: &str, bytes| File { name: format!("{stem}.{ending}"), bytes };
    let pages = writer.pages(report)?;
    Ok(vec![
        file("pdf", pages.pdf()?),
        file("docx", docx(report, Some(&pages))?),
        file("xlsx", xlsx(report)?),
    ])
}

/// The signing pack: the report's documents, called `stem`, what the checks say on its day, the
/// sources with their hashes, and last a manifest over all of these. The same project and day
/// give the same bytes.
///
/// # Errors
/// As for the writers.
pub fn signing_pack(
    writer: &mut PdfWriter,
    figures: &Figures,
    (report, stem): (&Report, &str),
    checked: &Checked,
) -> Result<Vec<File>, Issue> {
    let mut files = documents(writer, report, stem)?;
    let made = t!("pack-made", day = report.date.as_str());
    let page = checks::report::page(figures, checked, &made);
    files.push(File { name: t!("pack-file-checks"), bytes: page.into_bytes() });
    files.push(File { name: t!("pack-file-sources"), bytes: sources(figures.project()) });
    let manifest = manifest(report, &files);
    files.push(File { name: t!("pack-file-manifest"), bytes: manifest });
    Ok(files)
}

/// The files that the project was made of: hash, name and sheet, a line each.
fn sources(project: &Project) -> Vec<u8> {
    let mut lines = vec![t!("pack-sources-head"), String::new()];
    lines.extend(project.sources.iter().map(|source| {
        let name = match source.sheet.as_str() {
            "" => source.file.clone(),
            sheet => t!("pack-source-sheet", file = source.file.as_str(), sheet = sheet),
        };
        format!("{}  {name}", source.sha256)
    }));
    text(&lines)
}

/// What the pack holds: hash, size in bytes and name, a line each, under a head that says of
/// what and of which day it is.
fn manifest(report: &Report, files: &[File]) -> Vec<u8> {
    let sizes: Vec<String> = files
        .iter()
        .map(|file| number::count(i64::try_from(file.bytes.len()).unwrap_or(i64::MAX)))
        .collect();
    let width = sizes.iter().map(|size| size.chars().count()).max().unwrap_or_default();
    let program = t!("pack-program", version = env!("CARGO_PKG_VERSION"));
    let mut lines = vec![report.title.clone(), report.company.clone(), report.date.clone()];
    lines.extend([program, String::new(), t!("pack-manifest-head"), String::new()]);
    lines.extend(
        files
            .iter()
            .zip(&sizes)
            .map(|(file, size)| format!("{}  {size:>width$}  {}", sha256(&file.bytes), file.name)),
    );
    text(&lines)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn text(lines: &[String]) -> Vec<u8> {
    let mut text = lines.join("\n");
    text.push('\n');
    text.into_bytes()
}
