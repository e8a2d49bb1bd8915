//! The report: what it holds, that its numbers are live, and that the three documents agree.

mod content;
mod documents;
mod fields;
mod kinds;
mod pack;

use arsmelding::calendar::Date;
use arsmelding::figures::Figures;
use arsmelding::project::Project;
use arsmelding::report::{self, Block, Report};
use arsmelding::storage;
use jiff::civil::date;

use crate::common;

/// The day on which the reports of these tests are dated.
const DAY: Date = date(2022, 3, 28);

/// The sample project.
fn sample() -> Project {
    storage::read(&common::sample_project()).unwrap()
}

/// The annual report of a project; its texts are without faults.
fn annual(project: &Project) -> Report {
    let (report, issues) = report::annual(&Figures::of(project), DAY);
    assert!(issues.is_empty(), "{issues:?}");
    report
}

/// The headings of a report, with their levels.
fn headings(report: &Report) -> Vec<(u8, &str)> {
    let headings = report.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some((heading.level, heading.text.as_str())),
        _ => None,
    });
    headings.collect()
}
