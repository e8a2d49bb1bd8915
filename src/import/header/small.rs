//! Small lists that hold another measure of what the report needs: shares in place of counts, parts
//! without their total. The sentence says so, and what to take out instead.

use super::NO_PROFILES;
use crate::import::Options;
use crate::import::mapping::Mapping;
use crate::import::raw::{RawCell, cell_at};
use crate::import::synonyms::{synonyms, without_percent};
use crate::message;
use crate::project::{SourceKind, TableId};
use crate::words::Message;

/// Says what a list is, from its columns and the rows below them.
type Cause = fn(&Mapping, &[&[RawCell<'static>]]) -> Option<Message>;

/// Why a list under those headings is not what the report needs, where it is nearly that.
pub fn of_small(
    headings: &[String],
    below: &[&[RawCell<'static>]],
    options: &Options,
) -> Option<Message> {
    let all: [(TableId, Cause); 5] = [
        (TableId::Gender, of_gender),
        (TableId::SickLeaveYears, of_sick_leave),
        (TableId::SickLeave, of_sick_days),
        (TableId::Uptime, of_uptime),
        (TableId::Calls, of_calls),
    ];
    all.into_iter().find_map(|(table, why)| {
        let kind = SourceKind::Table(table);
        let names = synonyms().of(kind)?;
        let mapping = Mapping::of_headings(names, headings, NO_PROFILES);
        options.kind.is_none_or(|chosen| chosen == kind).then(|| why(&mapping, below)).flatten()
    })
}

/// The headings whose compared form is wanted.
fn named(mapping: &Mapping, is_wanted: impl Fn(&str) -> bool) -> Vec<&str> {
    let columns = mapping.columns.iter().zip(&mapping.normals);
    columns
        .filter(|(_, normal)| is_wanted(normal))
        .map(|(column, _)| column.heading.trim())
        .collect()
}

/// Women and men in percent.
fn of_gender(mapping: &Mapping, below: &[&[RawCell<'static>]]) -> Option<Message> {
    let names = synonyms().of(mapping.kind)?;
    let is_sex = |heading: &str| {
        let heading = without_percent(heading).unwrap_or(heading);
        heading.split(' ').any(|word| matches!(names.field_of(word), Some("women" | "men")))
    };
    let columns = (0..mapping.normals.len())
        .filter(|at| mapping.normals.get(*at).is_some_and(|heading| is_sex(heading)));
    let is_share = |cell: &RawCell<'_>| match cell {
        RawCell::Percent(_) => true,
        RawCell::Text(text) => without_percent(text).is_some(),
        _ => false,
    };
    let shares: Vec<&str> = columns
        .filter(|at| {
            let heading = mapping.normals.get(*at).map_or("", String::as_str);
            without_percent(heading).is_some()
                || below.iter().any(|row| is_share(cell_at(row, *at)))
        })
        .filter_map(|at| mapping.columns.get(at))
        .map(|column| column.heading.trim())
        .collect();
    let is_known = mapping.column_of("group").is_some() && !shares.is_empty();
    is_known.then(|| message!("import-gender-shares", known = shares.join(", ")))
}

/// Short and long sick leave without the whole.
fn of_sick_leave(mapping: &Mapping, _: &[&[RawCell<'static>]]) -> Option<Message> {
    let names = synonyms().of(mapping.kind)?;
    let (_, _, parts) = names.only_beside_any.first()?;
    let found = named(mapping, |normal| parts.iter().any(|part| part == normal));
    let is_known = mapping.column_of("sick_leave_pct").is_none() && found.len() > 1;
    is_known.then(|| message!("import-sick-parts", known = found.join(", ")))
}

/// Days of sick leave of all together, or by department: the report has them by sex.
fn of_sick_days(mapping: &Mapping, _: &[&[RawCell<'static>]]) -> Option<Message> {
    let is_day = |normal: &str| synonyms().sick_days.iter().any(|day| day == normal);
    let fields = ["self_certified_days", "doctor_certified_days"];
    let has = |field: &str| mapping.column_of(field).is_some();
    let days = named(mapping, is_day);
    let is_known = !has("group")
        && (has("possible_workdays") && (fields.into_iter().any(has) || !days.is_empty())
            || fields.into_iter().all(has));
    let read = mapping.columns.iter().filter(|column| column.field.is_some());
    let read = read.map(|column| column.heading.trim()).filter(|heading| !days.contains(heading));
    let known: Vec<&str> = read.chain(days.iter().copied()).collect();
    is_known.then(|| message!("import-sick-days-of-all", known = known.join(", ")))
}

/// The share of the time in which systems were up.
fn of_uptime(mapping: &Mapping, _: &[&[RawCell<'static>]]) -> Option<Message> {
    let found = named(mapping, |normal| synonyms().uptimes.contains(normal));
    let is_known = mapping.column_of("system").is_some()
        && mapping.column_of("outage_minutes").is_none()
        && !found.is_empty();
    is_known.then(|| message!("import-uptime-shares", known = found.join(", ")))
}

/// Calls that were answered, whatever the time it took.
fn of_calls(mapping: &Mapping, _: &[&[RawCell<'static>]]) -> Option<Message> {
    let is_known = mapping.column_of("answered").is_some() && mapping.column_of("date").is_some();
    let within = ["within_1_min", "within_3_min"].iter().any(|id| mapping.column_of(id).is_some());
    let answered = mapping.column_of("answered").and_then(|at| mapping.columns.get(at));
    let known = answered.map_or("", |column| column.heading.trim());
    if is_known && !within {
        return Some(message!("import-calls-without-limits", known = known));
    }
    let is_called = |normal: &str| {
        let mut words = normal.split(' ');
        words.any(|word| synonyms().calls.iter().any(|call| word.ends_with(call.as_str())))
    };
    let calls = named(mapping, is_called);
    let lacks = !calls.is_empty() && mapping.column_of("answered").is_none();
    lacks.then(|| message!("import-calls-unanswered", known = calls.join(", ")))
}
