//! What a person can put into a section: charts and tables that the report does not have yet.

use super::{charts, outline, tables};
use crate::chart::ChartChoice;
use crate::figures::{Figures, TABLE_NAMES};
use crate::project::AddedBlock;

/// Tables for machines, of one period that a person has to choose, or with a chart's name.
const NOT_FOR_PRINT: [&str; 6] = ["period", "days", "weeks", "sources", "corrections", "unplaced"];

/// The charts and tables that tell something and do not stand in a section that is printed, each
/// with what it shows.
pub fn addable(figures: &Figures) -> Vec<(AddedBlock, String)> {
    let sections = outline(figures.project());
    let is_free = |block: &AddedBlock| {
        let mut printed = sections.iter().filter(|section| !section.is_left_out);
        !printed.any(|section| section.holds(block))
    };
    let charts = ChartChoice::ALL.into_iter().filter_map(|choice| {
        let block = Some(AddedBlock::Chart(choice.id().to_owned())).filter(is_free)?;
        let caption = charts::chart(figures, choice.id())?.caption;
        Some((block, caption))
    });
    let names = TABLE_NAMES.into_iter().filter(|name| !NOT_FOR_PRINT.contains(name));
    let tables = names.filter_map(|name| {
        let block = Some(AddedBlock::Table(name.to_owned())).filter(is_free)?;
        let table = tables::table(figures, None, name)?;
        Some((block, tables::caption_and_note(&table.title).0))
    });
    charts.chain(tables).collect()
}
