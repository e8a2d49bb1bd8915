//! Why no row is a header: what the sheet looks like, and what it lacks of that.

use super::small::of_small;
use super::{HEADER_ROWS, HeadRow, NO_PROFILES, has_data, has_mark_of_cases, headings, kinds};
use crate::import::Options;
use crate::import::dates::{DateRule, is_like_date, month_of_word};
use crate::import::day_counts::{column_of_spans, not_of_days};
use crate::import::heading::normal;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::sheet::{Certainty, ColumnRead, field_word};
use crate::import::synonyms::{KindNames, synonyms};
use crate::message;
use crate::number::parse_count;
use crate::project::{SourceKind, TableId};
use crate::words::Message;

/// Headings that are named in a sentence.
const NAMED: usize = 8;
/// From this many columns named after months on, that is no chance.
const FEWEST_MONTHS: usize = 3;

/// Why no row is a header: what the sheet looks like, and what it lacks of that.
pub fn unknown(rows: &[HeadRow], options: &Options) -> Message {
    if rows.first().is_some_and(|(_, cells)| has_data(cells)) {
        return message!("import-first-row-is-data", row = rows[0].0.to_string());
    }
    let mut candidates = Vec::new();
    for (at, (_, cells)) in rows.iter().take(HEADER_ROWS).enumerate() {
        candidates.extend(headings(cells).map(|headings| (at, headings)));
    }
    let below = |at: usize| -> Vec<&[RawCell<'static>]> {
        rows.iter().skip(at + 1).map(|(_, cells)| cells.as_slice()).collect()
    };
    let mut small = candidates.iter();
    if let Some(why) = small.find_map(|(at, headings)| of_small(headings, &below(*at), options)) {
        return why;
    }
    if options.kind.is_none_or(|kind| kind == SourceKind::DayCounts) {
        let mut counts = candidates.iter();
        if let Some(why) = counts.find_map(|(at, headings)| of_counts(headings, &below(*at))) {
            return why;
        }
    }
    if options.kind.is_none_or(|kind| kind == SourceKind::Table(TableId::Staff)) {
        let mut staff = candidates.iter();
        if let Some(why) = staff.find_map(|(_, headings)| of_each_person(headings)) {
            return why;
        }
    }
    let mut across = candidates.iter();
    if let Some(why) = across.find_map(|(_, headings)| of_columns(headings)) {
        return why;
    }
    let mut closest: Option<(usize, Mapping, &KindNames)> = None;
    for (_, headings) in &candidates {
        for names in kinds(options) {
            let mapping = Mapping::of_headings(names, headings, NO_PROFILES);
            if names.kind == SourceKind::Cases && !has_mark_of_cases(&mapping) {
                continue;
            }
            // A time and a total could head any list.
            let is_any = |normal: &String| {
                synonyms().times.contains(normal) || synonyms().sums.contains(normal)
            };
            let mut known = mapping.columns.iter().zip(&mapping.normals);
            if !known.any(|(column, normal)| column.field.is_some() && !is_any(normal)) {
                continue;
            }
            // What is required tells more of a kind than what many lists have.
            let required = names.required.iter().filter(|name| mapping.column_of(name).is_some());
            let score = mapping.matched() * 2 + required.count();
            if closest.as_ref().is_none_or(|(so_far, ..)| score > *so_far) {
                closest = Some((score, mapping, names));
            }
        }
    }
    match closest {
        Some((_, mapping, names)) if mapping.matched() >= 2 => looks_like(&mapping, names),
        _ => message!("import-unknown-content"),
    }
}

fn looks_like(mapping: &Mapping, names: &KindNames) -> Message {
    let has = |field: &String| mapping.column_of(field).is_some();
    let (known, others): (Vec<_>, Vec<_>) = mapping
        .columns
        .iter()
        .filter(|column| !column.heading.trim().is_empty())
        .partition(|column| column.field.is_some());
    let list = |columns: &[&ColumnRead]| {
        let mut headings: Vec<&str> =
            columns.iter().take(NAMED).map(|column| column.heading.trim()).collect();
        if columns.len() > NAMED {
            headings.push("…");
        }
        headings.join(", ")
    };
    let is_required = names.required.iter().all(has);
    if is_required && names.kind != SourceKind::Cases {
        // What is known could head other lists, too, and nothing else shows which it is.
        return message!(
            "import-may-be",
            kind = crate::t!(names.kind.word_key()),
            known = list(&known),
            more = others.len(),
            others = list(&others),
        )
        .carrying("id", names.kind.id());
    }
    let missing: Vec<&String> = match names.required.iter().filter(|name| !has(name)).collect() {
        missing if !Vec::is_empty(&missing) => missing,
        // Of what an export of the kind has at least one of, the first is meant.
        _ => names.typical.iter().take(1).collect(),
    };
    let field = missing.first().map(|field| field.as_str()).unwrap_or_default();
    let words: Vec<String> = missing.iter().map(|field| field_word(names.kind, field)).collect();
    message!(
        "import-looks-like",
        kind = crate::t!(names.kind.word_key()),
        missing = words.join("», «"),
        known = list(&known),
        more = others.len(),
        others = list(&others),
    )
    .carrying("id", names.kind.id())
    .carrying("field", field)
}

/// Why counts of cases cannot be read: none of their columns has days, or none has the cases, but
/// each has those of a channel.
fn of_counts(headings: &[String], below: &[&[RawCell<'static>]]) -> Option<Message> {
    let names = synonyms().of(SourceKind::DayCounts)?;
    let mapping = Mapping::of_headings(names, headings, NO_PROFILES);
    match (mapping.column_of("date"), mapping.column_of("cases")) {
        (None, Some(_)) => {
            let rule = DateRule::default();
            let has_days = |at: &usize| {
                below.first().is_some_and(|row| is_like_date(cell_at(row, *at), &rule))
            };
            // From a first day to a last is no day, either.
            let column = column_of_spans(&mapping).or_else(|| {
                let days: Vec<usize> = (0..headings.len()).filter(has_days).collect();
                if let [first, _] = days[..] { Some(first) } else { None }
            })?;
            let heading = mapping.columns.get(column)?.heading.trim();
            let mut cells = below.iter().map(|row| cell_at(row, column)).filter(|c| !c.is_blank());
            Some(not_of_days(heading, &cells.next()?.text()))
        }
        (Some(date), None) => {
            let rule = DateRule::default();
            let cells = |at: usize| below.iter().map(move |row| cell_at(row, at));
            let mut days = cells(date).filter(|cell| !cell.is_blank());
            let has_days = days.next().is_some_and(|cell| is_like_date(cell, &rule));
            // Of telephones and mail, these are how many came so, whatever else such columns hold.
            let is_count = |cell: &RawCell<'_>| match cell {
                RawCell::Number(_) => true,
                RawCell::Text(text) => parse_count(text).is_ok(),
                _ => false,
            };
            let mut others = (0..headings.len())
                .filter(|at| *at != date && cells(*at).any(|cell| !cell.is_blank()))
                .peekable();
            let are_counts = others.peek().is_some()
                && others.all(|at| cells(at).all(|cell| cell.is_blank() || is_count(cell)));
            (has_days && are_counts).then(|| looks_like(&mapping, names))
        }
        (None, None) => {
            let is_priority = |heading: &&String| synonyms().priorities.contains_key(*heading);
            let column = column_of_spans(&mapping)?;
            (mapping.normals.iter().filter(is_priority).count() > 1).then_some(())?;
            let heading = mapping.columns.get(column)?.heading.trim();
            Some(not_of_days(heading, &cell_at(below.first()?, column).text()))
        }
        (Some(_), Some(_)) => None,
    }
}

/// Why a list of persons is none of staff.
fn of_each_person(headings: &[String]) -> Option<Message> {
    let names = synonyms().of(SourceKind::Table(TableId::Staff))?;
    let mapping = Mapping::of_headings(names, headings, NO_PROFILES);
    let is_about_posts = mapping.normals.iter().any(|heading| synonyms().posts.contains(heading));
    let names_person = mapping.columns.iter().zip(&mapping.normals).any(|(column, heading)| {
        column.certainty == Certainty::Person || synonyms().names.contains(heading)
    });
    let headings: Vec<&str> = headings.iter().map(|heading| heading.trim()).take(NAMED).collect();
    (is_about_posts && names_person)
        .then(|| message!("import-staff-by-person", known = headings.join(", ")))
}

/// Why a list cannot be read that has a column for each month, or for those who came and those who
/// went.
fn of_columns(headings: &[String]) -> Option<Message> {
    let normals: Vec<String> = headings.iter().map(|heading| normal(heading)).collect();
    let named = |is_wanted: &dyn Fn(&str) -> bool| -> Vec<&str> {
        let pairs = headings.iter().zip(&normals);
        pairs
            .filter(|(_, compared)| is_wanted(compared))
            .map(|(heading, _)| heading.trim())
            .collect()
    };
    let months = named(&|heading| month_of_word(heading).is_some());
    if months.len() >= FEWEST_MONTHS {
        return Some(message!("import-months-across", known = months.join(", ")));
    }
    let way = |id: &str| {
        named(&|heading| synonyms().choices.get(heading).is_some_and(|choice| choice == id))
    };
    let (came, went) = (way("in"), way("out"));
    let ways = || [came.as_slice(), went.as_slice()].concat().join(", ");
    (!came.is_empty() && !went.is_empty())
        .then(|| message!("import-turnover-across", known = ways()))
}
