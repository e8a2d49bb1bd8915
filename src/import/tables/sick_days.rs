//! Lists of sick leave whose numbers may be days, though the table keeps percentages.

use super::table_columns;
use crate::import::heading::normal;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::TableRow;
use crate::import::synonyms::synonyms;
use crate::message;
use crate::number::Decimal;
use crate::project::{Cell, PercentUnit, SourceKind, TableId, cell_name};

/// Hardly any sick leave is more percent than this; whole numbers above it are likely days.
const WHOLE_MOST: Decimal = Decimal::from_parts(15, 0, 0, false, 0);
/// The same of numbers with decimals.
const MOST: Decimal = Decimal::from_parts(30, 0, 0, false, 0);

/// Asks whether the numbers of sick leave are percentages, where the days that could have been
/// worked stand beside them, or they are what days are and percentages are not. `plain` are the
/// places of the numbers that do not name percent themselves.
pub fn ask_days(
    table: TableId,
    (columns, headings): (&[(usize, usize)], &[String]),
    rows: &[TableRow],
    plain: &[(usize, usize)],
) -> Option<Question> {
    if table != TableId::SickLeaveYears {
        return None;
    }
    let known = table_columns(TableId::SickLeaveYears);
    let is_leave = |(_, index): &(usize, usize)| {
        known.get(*index).is_some_and(|column| column.id == "sick_leave_pct")
    };
    let place = columns.iter().position(is_leave)?;
    let (column, _) = columns.get(place)?;
    let of_days = possible_days();
    let (mut has_percent, mut has_days) = (false, false);
    for (at, heading) in headings.iter().enumerate() {
        let is_read = columns.iter().any(|(read, _)| *read == at);
        has_percent |= names_percent(heading) && (!is_read || at == *column);
        has_days |= of_days.contains(&normal(heading));
    }
    if has_percent {
        return None;
    }
    let number = |(row, at): &(usize, usize)| {
        let row = rows.get(*row).filter(|_| *at == place)?;
        match row.cells.get(*at)? {
            Cell::Number(number) if !number.is_zero() => Some((row.row, *number)),
            _ => None,
        }
    };
    let numbers: Vec<(u32, Decimal)> = plain.iter().filter_map(number).collect();
    let (row, greatest) = numbers.iter().copied().max_by_key(|(_, number)| *number)?;
    let are_whole = numbers.iter().all(|(_, number)| number.fract().is_zero());
    let is_doubtful = match (are_whole, has_days) {
        (true, true) => true,
        (true, false) | (false, true) => greatest > WHOLE_MOST,
        (false, false) => greatest > MOST,
    };
    if !is_doubtful {
        return None;
    }
    let heading = headings.get(*column).map_or("", String::as_str);
    let asks = message!(
        "import-ask-sick-days",
        heading = heading,
        example = greatest.normalize().to_string().replace('.', ","),
        cell = cell_name(*column, row),
    );
    let percent =
        Answer::new(crate::t!("import-sick-percent"), Setting::Percent(PercentUnit::Points));
    Question::new(asks, vec![percent])
}

/// Headings of the days that could have been worked.
fn possible_days() -> &'static [String] {
    let names = synonyms().of(SourceKind::Table(TableId::SickLeave));
    let fields = names.map_or(&[][..], |names| names.fields.as_slice());
    let field = fields.iter().find(|(field, _)| field == "possible_workdays");
    field.map_or(&[], |(_, headings)| headings.as_slice())
}

fn names_percent(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    synonyms().percents.iter().any(|percent| heading.contains(percent.as_str()))
}
