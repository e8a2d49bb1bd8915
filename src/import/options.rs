//! What a person says of a file, and each single thing that can be said.

use super::account_form::AccountForm;
use crate::calendar::{Span, Year};
use crate::kostra::Book;
use crate::number::DecimalMark;
use crate::project::{
    AmountUnit, DateOrder, LedgerSign, PercentUnit, PriorityMeaning, Profile, RepeatedRows,
    SourceKind, StampMeaning, TimeUnit, TimeZoneChoice,
};
use crate::words::Message;

/// What the person says about a file; everything that is not said, the content decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What the file holds.
    pub kind: Option<SourceKind>,
    /// The one sheet that is wanted.
    pub sheet: Option<String>,
    /// Fields and the columns that they are read from: a heading, letters as in Excel, or
    /// [`NOT_READ`](super::NOT_READ).
    pub map: Vec<(String, String)>,
    /// Which number comes first in dates that can be read both ways.
    pub date_order: Option<DateOrder>,
    /// What stamps without a zone mean.
    pub time_zone: Option<TimeZoneChoice>,
    /// What cells of a workbook mean whose stamps end in `Z`.
    pub stamps: Option<StampMeaning>,
    /// The days that the export speaks of.
    pub period: Option<Span>,
    /// The year that the rows are of, where they do not say it.
    pub year: Option<Year>,
    /// The system that it comes from.
    pub system: Option<String>,
    /// What was selected there.
    pub selection: Option<String>,
    /// With which sign accounts have their income.
    pub sign: Option<LedgerSign>,
    /// What account strings hold.
    pub account_form: Option<AccountForm>,
    /// Which mark stands before the øre.
    pub decimal: Option<DecimalMark>,
    /// What amounts are counted in.
    pub unit: Option<AmountUnit>,
    /// What plain numbers of percent columns are.
    pub percent: Option<PercentUnit>,
    /// What times of minutes are counted in, where no heading says it.
    pub time_unit: Option<TimeUnit>,
    /// The company whose rows are read, of a list of several; an empty name means all.
    pub company: Option<String>,
    /// What the system's words for priority mean.
    pub priorities: Vec<(String, PriorityMeaning)>,
    /// The statuses whose cases are left out.
    pub leave_out: Vec<String>,
    /// Whether a column that seems to hold persons is read all the same.
    pub allows_persons: bool,
    /// What parts the cells of a text file.
    pub separator: Option<char>,
    /// Where the headings stand.
    pub header_row: Option<HeaderRow>,
    /// Whether sheets that are hidden in the workbook are read, too.
    pub with_hidden: bool,
    /// The books that accounts without a *kontoklasse* are of.
    pub book: Option<Book>,
    /// What counts where several rows have the same key and nothing tells it.
    pub repeated: Option<RepeatedRows>,
    /// Whether amounts take the place of those that the project has, though nearly all change.
    pub replaces: bool,
}

/// Where the headings of a sheet stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderRow {
    /// The list has no headings; its first row is data.
    None,
    /// In that row, as Excel counts.
    At(u32),
}

/// One thing that a person can say of a file: an option with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// What the file holds.
    Kind(SourceKind),
    /// The one sheet that is wanted.
    Sheet(String),
    /// The column that a field is read from.
    Column {
        /// The field's id.
        field: String,
        /// A heading, or letters as in Excel.
        column: String,
    },
    /// Which number comes first in dates.
    DateOrder(DateOrder),
    /// What stamps without a zone mean.
    TimeZone(TimeZoneChoice),
    /// What cells mean whose stamps end in `Z`.
    Stamps(StampMeaning),
    /// The year that the rows are of.
    Year(Year),
    /// The sign of income.
    Sign(LedgerSign),
    /// What account strings hold.
    AccountForm(AccountForm),
    /// The mark before the øre.
    Decimal(DecimalMark),
    /// What amounts are counted in.
    Unit(AmountUnit),
    /// What plain numbers of percent columns are.
    Percent(PercentUnit),
    /// What times of minutes are counted in.
    TimeUnit(TimeUnit),
    /// The company whose rows are read; an empty name means all.
    Company(String),
    /// What a word for priority means.
    Priority {
        /// The system's word.
        word: String,
        /// What it means.
        means: PriorityMeaning,
    },
    /// A status whose cases are left out.
    LeaveOut(String),
    /// A column that seems to hold persons is read all the same.
    AllowPersons,
    /// What parts the cells of a text file.
    Separator(char),
    /// Where the headings stand.
    HeaderRow(HeaderRow),
    /// Hidden sheets are read, too.
    WithHidden,
    /// The books that accounts without a *kontoklasse* are of.
    Book(Book),
    /// What counts where several rows have the same key.
    Repeated(RepeatedRows),
    /// Amounts take the place of those that the project has, though nearly all change.
    Replace,
}

impl Setting {
    /// The option of the command line, and the value that it is given.
    pub fn option(&self) -> (&'static str, String) {
        match self {
            Self::Kind(kind) => ("--kind", kind.id().to_owned()),
            Self::Sheet(name) => ("--sheet", name.clone()),
            Self::Column { field, column } => ("--map", format!("{field}={column}")),
            Self::DateOrder(order) => ("--date-order", order.choice().id.to_owned()),
            Self::TimeZone(zone) => ("--timezone", zone.choice().id.to_owned()),
            Self::Stamps(meaning) => ("--stamps", meaning.choice().id.to_owned()),
            Self::Year(year) => ("--source-year", year.to_string()),
            Self::Sign(sign) => ("--sign", sign.choice().id.to_owned()),
            Self::AccountForm(form) => ("--account-form", form.to_string()),
            Self::Decimal(DecimalMark::Comma) => ("--decimal", "comma".to_owned()),
            Self::Decimal(DecimalMark::Point) => ("--decimal", "point".to_owned()),
            Self::Unit(unit) => ("--unit", unit.choice().id.to_owned()),
            Self::Percent(unit) => ("--percent", unit.choice().id.to_owned()),
            Self::TimeUnit(unit) => ("--time-unit", unit.choice().id.to_owned()),
            Self::Company(name) if name.is_empty() => ("--company", ALL_COMPANIES.to_owned()),
            Self::Company(name) => ("--company", name.clone()),
            Self::Priority { word, means } => {
                ("--priority", format!("{word}={}", means.choice().id))
            }
            Self::LeaveOut(status) => ("--leave-out", status.clone()),
            Self::AllowPersons => ("--persons", "allow".to_owned()),
            Self::Separator('\t') => ("--separator", "tab".to_owned()),
            Self::Separator(separator) => ("--separator", separator.to_string()),
            Self::HeaderRow(HeaderRow::None) => ("--header-row", "none".to_owned()),
            Self::HeaderRow(HeaderRow::At(row)) => ("--header-row", row.to_string()),
            Self::WithHidden => ("--with-hidden", String::new()),
            Self::Book(Book::Investering) => ("--book", "investment".to_owned()),
            Self::Book(_) => ("--book", "drift".to_owned()),
            Self::Repeated(rows) => ("--repeated", rows.choice().id.to_owned()),
            Self::Replace => ("--replace", "allow".to_owned()),
        }
    }
}

/// What a person may say in answer to a note, which need not be answered.
pub fn offered(note: &Message) -> Option<Setting> {
    match note.key {
        "import-status-counted" => {
            note.text_of("status").map(|status| Setting::LeaveOut(status.to_owned()))
        }
        "import-note-numbers" => Some(Setting::Repeated(RepeatedRows::First)),
        _ => None,
    }
}

/// What `--company` is given for all companies of a list.
pub const ALL_COMPANIES: &str = "*";

impl Options {
    /// What words for priority mean: as said now, else as an earlier export was understood.
    pub fn priorities_beside(&self, earlier: Option<&Profile>) -> Vec<(String, PriorityMeaning)> {
        let mut all = self.priorities.clone();
        let earlier = earlier.map_or(&[][..], |earlier| &earlier.priorities);
        for (word, means) in earlier {
            if !all.iter().any(|(known, _)| known == word) {
                all.push((word.clone(), *means));
            }
        }
        all
    }

    /// The statuses whose cases are left out: as said now, else as for an earlier export.
    pub fn leave_out_beside(&self, earlier: Option<&Profile>) -> Vec<String> {
        match earlier {
            Some(earlier) if self.leave_out.is_empty() => earlier.leave_out.clone(),
            _ => self.leave_out.clone(),
        }
    }

    /// Takes one thing more that is said; the last word on a matter counts.
    pub fn say(&mut self, setting: &Setting) {
        match setting.clone() {
            Setting::Kind(kind) => self.kind = Some(kind),
            Setting::Sheet(name) => self.sheet = Some(name),
            Setting::Column { field, column } => {
                self.map.retain(|(named, _)| *named != field);
                self.map.push((field, column));
            }
            Setting::DateOrder(order) => self.date_order = Some(order),
            Setting::TimeZone(zone) => self.time_zone = Some(zone),
            Setting::Stamps(meaning) => self.stamps = Some(meaning),
            Setting::Year(year) => self.year = Some(year),
            Setting::Sign(sign) => self.sign = Some(sign),
            Setting::AccountForm(form) => self.account_form = Some(form),
            Setting::Decimal(mark) => self.decimal = Some(mark),
            Setting::Unit(unit) => self.unit = Some(unit),
            Setting::Percent(unit) => self.percent = Some(unit),
            Setting::TimeUnit(unit) => self.time_unit = Some(unit),
            Setting::Company(name) => self.company = Some(name),
            Setting::Priority { word, means } => {
                self.priorities.retain(|(known, _)| *known != word);
                self.priorities.push((word, means));
            }
            Setting::LeaveOut(status) => {
                if !self.leave_out.contains(&status) {
                    self.leave_out.push(status);
                }
            }
            Setting::AllowPersons => self.allows_persons = true,
            Setting::Separator(separator) => self.separator = Some(separator),
            Setting::HeaderRow(row) => self.header_row = Some(row),
            Setting::WithHidden => self.with_hidden = true,
            Setting::Book(book) => self.book = Some(book),
            Setting::Repeated(rows) => self.repeated = Some(rows),
            Setting::Replace => self.replaces = true,
        }
    }
}
