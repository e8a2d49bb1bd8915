//! Rows of balances and of the balance list, as the tables of the project have them.

use std::collections::HashMap;

use super::codes::RawString;
use super::columns::{AMOUNTS, Columns, amount_fields};
use super::finish::{DataRow, Finished};
use super::ledger::OPENING;
use super::periods::{ByPeriod, Over, only_period, over, over_said};
use crate::calendar::{Span, YEARS, Year};
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::{TableRow, TypedRows};
use crate::import::synonyms::KindNames;
use crate::import::tables::table_columns;
use crate::import::verdict::SkipReason;
use crate::message;
use crate::project::{AccountString, Cell, RepeatedRows, SourceKind, TableId, cell_name};

/// The year's last month.
const LAST_MONTH: u8 = 12;

/// What makes the rows of a table.
pub struct Balances<'r> {
    table: TableId,
    sheet: &'r Columns,
    raw: &'r [RawString],
    strings: &'r [Option<AccountString>],
    /// The fields that are set, with their places among the table's columns.
    fields: Vec<(&'static str, usize)>,
    /// How each amount comes together over the periods of an account, and its heading.
    over: [Over; AMOUNTS],
    /// What a person says of amounts that may be of a period or of the year, by field.
    is_rule_said: [bool; AMOUNTS],
    /// Whether the rows are of the sheet's year, whatever their periods say.
    is_year_of_sheet: bool,
    headings: [String; AMOUNTS],
}

impl<'r> Balances<'r> {
    /// Rows of that table from the columns of a sheet and its account strings.
    pub fn new(
        table: TableId,
        sheet: &'r Columns,
        (raw, strings): (&'r [RawString], &'r [Option<AccountString>]),
        (all_headings, names, repeated): (&[String], &KindNames, Option<RepeatedRows>),
    ) -> Self {
        let amounts = amount_fields(SourceKind::Table(table));
        let has =
            |id: &str| match id {
                "account_name" => raw.iter().any(|string| !string.account_name.is_empty()),
                "unit_name" => raw.iter().any(|string| !string.unit_name.is_empty()),
                "project_name" => raw.iter().any(|string| !string.project_name.is_empty()),
                _ => {
                    amounts.iter().position(|amount| *amount == id).is_none_or(|field| {
                        sheet.amounts.iter().any(|amount| amount.field == field)
                    }) || (id == "closing" && sheet.makes_closing)
                }
            };
        let columns = table_columns(table).iter().enumerate();
        let fields = columns
            .filter(|(_, column)| has(column.id))
            .map(|(at, column)| (column.id, at))
            .collect();
        let mut headings: [String; AMOUNTS] = Default::default();
        let mut rules = [Over::Sum; AMOUNTS];
        let mut is_said = [false; AMOUNTS];
        for amount in &sheet.amounts {
            let heading = all_headings.get(amount.column).map_or("", String::as_str);
            let rule = over(SourceKind::Table(table), amount.field, heading, names);
            if let (Some(all), Some(known)) =
                (headings.get_mut(amount.field), rules.get_mut(amount.field))
            {
                heading.clone_into(all);
                *known = over_said(rule, repeated);
                if let Some(is_field_said) = is_said.get_mut(amount.field) {
                    *is_field_said = *known != rule;
                }
            }
        }
        Self {
            table,
            sheet,
            raw,
            strings,
            fields,
            over: rules,
            is_rule_said: is_said,
            is_year_of_sheet: false,
            headings,
        }
    }

    /// Types the rows. Those with the same account string are added up. `is_told` says whether
    /// anything besides the project tells the year.
    pub fn typed(
        mut self,
        rows: Vec<DataRow>,
        (year, is_told): (Year, bool),
        finished: &mut Finished,
    ) {
        self.hold_against_periods((year, is_told), finished);
        if self.table == TableId::Balances && !self.fields.iter().any(|(id, _)| *id == "actual") {
            finished.note(None, message!("accounts-without-actual"));
        }
        let mut kept: Vec<DataRow> = Vec::with_capacity(rows.len());
        let mut sums: Vec<ByPeriod> = Vec::with_capacity(rows.len());
        let mut places: HashMap<(Year, AccountString), usize> = HashMap::new();
        let mut added = 0_usize;
        let mut off_balance = Vec::new();
        let mut opening: Vec<u32> = Vec::new();
        for row in rows {
            let Some(string) = self.key(&row) else { continue };
            let year_of_row = self.year(&row, year);
            if !is_moved_right(self.table, &row) {
                off_balance.push(row.row);
            }
            let at = *places.entry((year_of_row, string)).or_insert(kept.len());
            let period = self.raw.get(row.string as usize).and_then(|string| string.time.period);
            if period == Some(OPENING) && row.amounts[0].is_some_and(|amount| !amount.is_zero()) {
                opening.push(row.row);
            }
            match (kept.get(at), sums.get_mut(at)) {
                (Some(first), Some(sum)) => {
                    added += usize::from(sum.has(period));
                    sum.add(period, row.amounts);
                    finished.skip(row.row, SkipReason::Added { to: first.row });
                }
                _ => {
                    let mut sum = ByPeriod::default();
                    sum.add(period, row.amounts);
                    sums.push(sum);
                    kept.push(row);
                }
            }
        }
        self.over_periods(&places, &sums, finished);
        for (row, sum) in kept.iter_mut().zip(&sums) {
            row.amounts = sum.together(&self.over);
            if let ([opening, closing, movement, _], true) =
                (&mut row.amounts, self.sheet.makes_closing)
            {
                *closing = match (*opening, *movement) {
                    (None, None) => None,
                    (opening, movement) => {
                        let sum = opening.unwrap_or_default() + movement.unwrap_or_default();
                        Some(sum.normalize())
                    }
                };
            }
        }
        if let Some(first) = opening.first().filter(|_| self.table == TableId::Balances) {
            let (count, row) = (opening.len(), first.to_string());
            finished.note(None, message!("import-opening-period", count = count, row = row));
        }
        if added > 0 {
            finished.note(None, message!("import-rows-added", count = added));
        }
        if let Some(first) = off_balance.first() {
            let closing = self.sheet.amounts.iter().find(|amount| amount.field == 1);
            let cell = cell_name(closing.map_or(0, |amount| amount.column), *first);
            let message =
                message!("import-balance-off", count = off_balance.len(), cell = cell.as_str());
            finished.note(Some(cell), message);
        }
        let years = places.keys().map(|(year, _)| Span::year(*year));
        finished.period = years.reduce(|all, span| all.hull(&span)).or(Some(Span::year(year)));
        let columns = self.fields.iter().map(|(_, at)| *at).collect();
        let typed = kept.iter().map(|row| self.table_row(row, year)).collect();
        finished.rows = Some(TypedRows::Table { table: self.table, columns, rows: typed });
    }

    /// Sees whether the periods of the rows are of the year that the sheet is about. A list of one
    /// year may have the day on which it was made in each row.
    fn hold_against_periods(&mut self, (year, is_told): (Year, bool), finished: &mut Finished) {
        let Some(column) = self.sheet.period.filter(|_| self.sheet.year.is_none()) else { return };
        let mut years: Vec<Year> = self.raw.iter().filter_map(|string| string.time.year).collect();
        years.sort_unstable();
        years.dedup();
        match years[..] {
            [only] if only != year && is_told => {
                self.is_year_of_sheet = true;
                let cell = cell_name(column, 1);
                finished.note(
                    None,
                    message!(
                        "import-periods-of-other-year",
                        column = cell.trim_end_matches('1'),
                        other = only.to_string(),
                        year = year.to_string(),
                    ),
                );
            }
            [_, _, ..] => {
                let years: Vec<String> = years.iter().map(ToString::to_string).collect();
                let message = message!("import-several-years", years = years.join(", "));
                finished.note(None, message);
            }
            _ => {}
        }
    }

    /// Tells and asks what becomes of accounts that have a row for each period.
    fn over_periods(
        &self,
        places: &HashMap<(Year, AccountString), usize>,
        sums: &[ByPeriod],
        finished: &mut Finished,
    ) {
        let several: Vec<&ByPeriod> = sums.iter().filter(|sum| sum.len() > 1).collect();
        let read = |field: &usize| self.sheet.amounts.iter().any(|amount| amount.field == *field);
        if several.is_empty() {
            let years = places.iter().filter_map(|((year, _), at)| Some((year, sums.get(*at)?)));
            let is_read = read(&0) && self.table == TableId::Balances;
            let is_of_period = self.over.first() == Some(&Over::Sum);
            if let Some((year, period)) = only_period(years).filter(|_| is_read) {
                let is_last = period >= LAST_MONTH;
                let (year, period) = (year.to_string(), period.to_string());
                match (is_last, is_of_period) {
                    (false, _) => finished
                        .note(None, message!("import-one-period", year = year, period = period)),
                    // What has come together by the last month is of the year.
                    (true, false) => {}
                    (true, true) => finished
                        .note(None, message!("import-last-period", year = year, period = period)),
                }
            }
            return;
        }
        let headings = |is: &dyn Fn(Over) -> bool| -> Option<String> {
            let fields = self.over.iter().enumerate().filter(|(at, rule)| read(at) && is(**rule));
            let headings = fields.filter_map(|(at, _)| self.headings.get(at));
            let headings: Vec<String> = headings.map(|heading| format!("«{heading}»")).collect();
            (!headings.is_empty()).then(|| headings.join(", "))
        };
        if let Some(columns) = headings(&|rule| matches!(rule, Over::Sum | Over::Unknown)) {
            finished.note(None, message!("import-periods-added", columns = columns));
        }
        if let Some(columns) = headings(&|rule| rule == Over::Last) {
            finished.note(None, message!("import-periods-last", columns = columns));
        }
        finished.is_repeat_said |= self.is_rule_said.contains(&true);
        let is_doubtful = |at: &usize| {
            let even = several.iter().filter(|sum| sum.is_even(*at)).count();
            self.over.get(*at) == Some(&Over::Unknown) && read(at) && even * 2 > several.len()
        };
        // An amount may be what stood there then, or what moved; what is called the balance before
        // the year's first month is carried forward by what moves.
        let has_opening = several.iter().any(|sum| sum.has(Some(OPENING)));
        let is_closing = self.table == TableId::BalanceList
            && self.over.get(1) == Some(&Over::Unknown)
            && read(&1)
            && !has_opening;
        if is_closing {
            let answer = |words: String, says| Answer::new(words, Setting::Repeated(says));
            let answers = vec![
                answer(crate::t!("import-periods-are-stocks"), RepeatedRows::Last),
                answer(crate::t!("import-periods-are-movements"), RepeatedRows::Add),
            ];
            let column = self.headings.get(1).map_or("", String::as_str);
            let asks = message!("import-ask-periods-closing", column = column);
            finished.questions.extend(Question::new(asks, answers));
            return;
        }
        let doubtful = (0..AMOUNTS).find(is_doubtful).and_then(|at| self.headings.get(at));
        let answers = [
            Answer::new(
                crate::t!("import-periods-are-years"),
                Setting::Repeated(RepeatedRows::Last),
            ),
            Answer::new(
                crate::t!("import-periods-are-periods"),
                Setting::Repeated(RepeatedRows::Add),
            ),
        ];
        let asks =
            doubtful.map(|heading| message!("import-ask-periods", column = heading.as_str()));
        finished.questions.extend(asks.and_then(|asks| Question::new(asks, answers.into())));
    }

    /// What tells the row from others of its year.
    fn key(&self, row: &DataRow) -> Option<AccountString> {
        let string = self.strings.get(row.string as usize)?.as_ref()?;
        Some(match self.table {
            TableId::BalanceList => {
                AccountString { account: string.account.clone(), ..AccountString::default() }
            }
            _ => AccountString { name: String::new(), ..string.clone() },
        })
    }

    fn year(&self, row: &DataRow, year: Year) -> Year {
        let year_of_row = self.raw.get(row.string as usize).and_then(|string| string.time.year);
        year_of_row.filter(|year| !self.is_year_of_sheet && YEARS.contains(year)).unwrap_or(year)
    }

    fn table_row(&self, row: &DataRow, year: Year) -> TableRow {
        let place = row.string as usize;
        let string = self.strings.get(place).cloned().flatten().unwrap_or_default();
        let raw = self.raw.get(place).cloned().unwrap_or_default();
        let amounts = amount_fields(SourceKind::Table(self.table));
        let cell = |id: &str| match id {
            "year" => Cell::Year(self.year(row, year)),
            "class" => text(&string.class),
            "account" => text(&string.account),
            "account_name" => text(&raw.account_name),
            "unit" => text(&string.unit),
            "unit_name" => text(&raw.unit_name),
            "function" => text(&string.function),
            "project" => text(&string.project),
            "project_name" => text(&raw.project_name),
            _ => {
                let field = amounts.iter().position(|amount| *amount == id);
                let amount = field.and_then(|field| row.amounts[field]);
                amount.map_or(Cell::Blank, Cell::Number)
            }
        };
        TableRow { row: row.row, cells: self.fields.iter().map(|(id, _)| cell(id)).collect() }
    }
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Blank } else { Cell::Text(text.to_owned()) }
}

/// Whether opening balance and movement give the closing balance, where all three are known.
fn is_moved_right(table: TableId, row: &DataRow) -> bool {
    match (table, row.amounts) {
        (TableId::BalanceList, [Some(opening), Some(closing), Some(movement), _]) => {
            closing - opening == movement
        }
        _ => true,
    }
}
