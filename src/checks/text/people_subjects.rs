//! Facts on people: staffing, gender, turnover, sick leave.

use super::fact::{Fact, Measure};
use super::shelf::{Shelf, groups};
use super::tie::Tie;
use super::vocabulary::{Concept, Group, Vocabulary};
use crate::calendar::Year;
use crate::figures::{Key, SickMeasure};
use crate::project::{Cell, SickGroup, TableId};

/// Adds all facts on people.
pub(super) fn people_facts(shelf: &mut Shelf<'_>) {
    staff_facts(shelf);
    gender_facts(shelf);
    turnover_facts(shelf);
    sick_facts(shelf);
}

fn staff_facts(shelf: &mut Shelf<'_>) {
    use Concept::{Apprentice, Employee, Fte, Permanent, Temporary};
    let columns = [
        ("employees_total", groups([Employee])),
        ("employees_permanent", groups([Employee, Permanent])),
        ("employees_temporary", groups([Employee, Temporary])),
        ("apprentices", groups([Apprentice])),
        ("available_fte", groups([Fte])),
    ];
    for (index, staff) in shelf.figures.project().staff.iter().enumerate() {
        let year = staff.date.map(|date| date.year());
        for (column, words) in &columns {
            add_cell(shelf, words, TableId::Staff, index, column, year);
        }
    }
}

/// Prose names a group by any word of its name.
fn gender_facts(shelf: &mut Shelf<'_>) {
    let vocabulary = Vocabulary::get();
    for (index, group) in shelf.figures.project().gender.iter().enumerate() {
        let is_word = |word: &String| word.chars().all(char::is_alphabetic);
        let name = vocabulary.of_name(&group.group).into_iter().flatten().filter(is_word);
        let women = vocabulary.concept(Concept::Women);
        let name: Group = name.collect();
        let leads = vocabulary.concept(Concept::Leaders);
        // "Kvinneandelen" alone is the share of all employees, not of the leaders.
        let is_of_all = !name.iter().any(|word| leads.contains(word));
        let words = vec![women, name];
        let year = group.date.map(|date| date.year());
        add_cell(shelf, &words, TableId::Gender, index, "women", year);
        let whole = (words.as_slice(), Some(Tie::Whole));
        add_tied_cell(shelf, whole, TableId::Gender, index, ("total", year));
        let key = shelf.figures.women_share_key(index);
        if let Some(value) = shelf.figures.value(&key) {
            let fact = Fact { year, ..Fact::of(key, value, Measure::Share) };
            if is_of_all {
                shelf.add(groups([Concept::WomenShare]), fact.clone());
            }
            shelf.add(words, fact);
        }
    }
}

fn turnover_facts(shelf: &mut Shelf<'_>) {
    let project = shelf.figures.project();
    for (index, row) in project.turnover.iter().enumerate() {
        let words = Vocabulary::get().of_name(&row.category);
        add_cell(shelf, &words, TableId::Turnover, index, "count", row.year);
    }
}

fn sick_facts(shelf: &mut Shelf<'_>) {
    let project = shelf.figures.project();
    let days = project.sick_leave.iter().filter_map(|row| row.year);
    let given = project.sick_leave_years.iter().filter_map(|row| row.year);
    let mut years: Vec<Year> = days.chain(given).collect();
    years.sort_unstable();
    years.dedup();
    let vocabulary = Vocabulary::get();
    for year in years {
        for group in [None, Some(SickGroup::Women), Some(SickGroup::Men)] {
            let whose = group.map(|group| match group {
                SickGroup::Women => vocabulary.concept(Concept::Women),
                SickGroup::Men => vocabulary.concept(Concept::Men),
            });
            for (measure, unit, words) in sick_measures() {
                let words = words.into_iter().chain(whose.clone()).collect();
                shelf.add_figure(words, Key::SickLeave(year, group, measure), unit);
            }
        }
    }
    for (index, row) in project.sick_leave_years.iter().enumerate() {
        let words = groups([Concept::SickLeave]);
        let cell = ("target_max_pct", row.year);
        add_tied_cell(shelf, (&words, Some(Tie::Target)), TableId::SickLeaveYears, index, cell);
    }
}

/// "Legemeldt sykefravær" tells more than "sykefravær", and so does "legemeldt" alone.
fn sick_measures() -> [(SickMeasure, Measure, Vec<Group>); 10] {
    use Concept::{DaysAway, DoctorCertified, Possible, SelfCertified, SickLeave};
    [
        (SickMeasure::TotalPercent, Measure::Share, groups([SickLeave])),
        (SickMeasure::Total, Measure::Plain, groups([SickLeave])),
        (SickMeasure::Total, Measure::Plain, groups([DaysAway])),
        (SickMeasure::SelfCertified, Measure::Plain, groups([SelfCertified])),
        (SickMeasure::SelfCertifiedPercent, Measure::Share, groups([SelfCertified])),
        (SickMeasure::SelfCertifiedPercent, Measure::Share, groups([SickLeave, SelfCertified])),
        (SickMeasure::DoctorCertifiedPercent, Measure::Share, groups([SickLeave, DoctorCertified])),
        (SickMeasure::DoctorCertified, Measure::Plain, groups([DoctorCertified])),
        (SickMeasure::DoctorCertifiedPercent, Measure::Share, groups([DoctorCertified])),
        (SickMeasure::Possible, Measure::Plain, groups([Possible])),
    ]
}

/// Adds the number in a cell of a table, where there is one.
fn add_cell(
    shelf: &mut Shelf<'_>,
    words: &[Group],
    table: TableId,
    index: usize,
    column: &'static str,
    year: Option<Year>,
) {
    add_tied_cell(shelf, (words, None), table, index, (column, year));
}

fn add_tied_cell(
    shelf: &mut Shelf<'_>,
    (words, tie): (&[Group], Option<Tie>),
    table: TableId,
    index: usize,
    (column, year): (&'static str, Option<Year>),
) {
    let rows = shelf.figures.project().rows(table);
    let cell = rows.column(column).map(|at| rows.cell(index, at));
    let value = match cell {
        Some(Cell::Count(count)) => count.into(),
        Some(Cell::Number(value)) => value,
        _ => return,
    };
    let measure = if column.ends_with("_pct") { Measure::Share } else { Measure::Plain };
    let key = Key::Cell { table, row: rows.key(index), column };
    shelf.add_tied(words.to_vec(), tie, Fact { year, ..Fact::of(key, value, measure) });
}
