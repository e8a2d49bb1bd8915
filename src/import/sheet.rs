//! A sheet as it was understood: what a preview shows and a plan works on.

use std::sync::Arc;

use super::accounts::{HEAD, year_of_field};
use super::question::Question;
use super::tables::table_columns;
use super::verdict::{Reject, SkipReason, Skipped};
use crate::calendar::{Span, Year};
use crate::issue::Issue;
use crate::project::{
    AccountString, Case, Cell, Codes, DayCount, LedgerRow, Minute, Profile, RepeatedRows,
    SourceKind, Stream, TableId, cell_name,
};

/// How sure the program is of what a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// A profile of the project says so: a person has confirmed it before.
    Remembered,
    /// The heading is among the synonyms.
    Known,
    /// The person chose it for this import.
    Chosen,
    /// The heading is unknown; the content looks like it.
    Guessed,
    /// Names or describes persons: never read, whatever anybody chooses.
    Person,
    /// Not read.
    Ignored,
}

impl Certainty {
    /// How the locale files name it.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Remembered => "import-certainty-remembered",
            Self::Known => "import-certainty-known",
            Self::Chosen => "import-certainty-chosen",
            Self::Guessed => "import-certainty-guessed",
            Self::Person => "import-certainty-person",
            Self::Ignored => "import-certainty-ignored",
        }
    }
}

/// One column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRead {
    /// The column, 0 for A.
    pub index: usize,
    /// The heading as the sheet has it.
    pub heading: String,
    /// The field that it is read into; `None` where it is not read.
    pub field: Option<String>,
    /// How sure that is.
    pub certainty: Certainty,
    /// The column's value in the first accepted row, as understood; empty where the column is
    /// not read.
    pub sample: String,
}

impl ColumnRead {
    /// The column as Excel names it, `B`.
    pub fn letters(&self) -> String {
        column_letters(self.index)
    }
}

/// A column as Excel names it: 0 is `A`.
pub fn column_letters(column: usize) -> String {
    cell_name(column, 1).trim_end_matches('1').to_owned()
}

/// The word of a field of that kind, as previews head their columns.
pub fn field_word(kind: SourceKind, field: &str) -> String {
    let key = match (kind, field) {
        (SourceKind::Table(table), _) if table_columns(table).iter().any(|c| c.id == field) => {
            let mut columns = table_columns(table).iter();
            columns.find(|column| column.id == field).map_or("missing", |column| column.word_key)
        }
        (_, "kostra_art") => "import-field-art",
        (_, "currency") => "import-field-currency",
        (SourceKind::Table(TableId::Fund), HEAD) => "column-amount",
        (SourceKind::Table(TableId::Fund), "fund") => "import-field-fund",
        (SourceKind::Table(TableId::Fund), _) => {
            let year = year_of_field(field).map(|year| year.to_string()).unwrap_or_default();
            return crate::t!("import-field-amount-of", year = year);
        }
        (_, "debit") => "import-field-debit",
        (_, "credit" | "opening_credit" | "closing_credit") => "import-field-credit",
        (_, "side") => "import-field-side",
        (_, "company") => "import-field-company",
        (_, "movement") => "import-field-movement",
        (_, "voucher") => "import-field-voucher",
        (SourceKind::Ledger, "date") => "import-field-voucher-date",
        (_, "period") => "import-field-period",
        (_, "amount") => "column-amount",
        (_, "class") => "column-class",
        (_, "account") => "column-account",
        (_, "account_name") => "column-account_name",
        (_, "unit") => "column-unit",
        (_, "function") => "column-function",
        (_, "project") => "column-project",
        (_, "number") => "import-field-number",
        (_, "men") => "import-field-men",
        (_, "created") => "import-field-created",
        (_, "closed") => "import-field-closed",
        (_, "created_clock") => "import-field-created_clock",
        (_, "closed_clock") => "import-field-closed_clock",
        (_, "priority") => "import-field-priority",
        (_, "type") => "import-field-type",
        (_, "category") => "import-field-category",
        (_, "customer") => "import-field-customer",
        (_, "parent") => "import-field-parent",
        (_, "inner") => "import-field-inner",
        (_, "status") => "import-field-status",
        (_, "date") => "import-field-date",
        (_, "cases") => "import-field-cases",
        _ => "missing",
    };
    crate::t!(key)
}

/// A row of a small table: the cells of the columns that the sheet has.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The row of the sheet, as Excel counts.
    pub row: u32,
    /// The cells, in the order of [`TypedRows::Table`]'s columns.
    pub cells: Vec<Cell>,
}

/// The accepted rows.
#[derive(Clone, Debug, PartialEq)]
pub enum TypedRows {
    /// Cases; their codes are those of `codes`, not yet of a project.
    Cases {
        /// The cases in the order of the sheet, shared with the project that takes them where it
        /// has the same codes.
        rows: Arc<Vec<Case>>,
        /// The words of their codes.
        codes: Codes,
    },
    /// Cases per day.
    DayCounts(Vec<DayCount>),
    /// Rows of a table that a person could also have typed.
    Table {
        /// The table.
        table: TableId,
        /// The table's columns that the sheet has, by index in `Rows::columns`.
        columns: Vec<usize>,
        /// The rows in the order of the sheet.
        rows: Vec<TableRow>,
    },
    /// Postings of the ledger.
    Ledger {
        /// The year of the accounts.
        year: Year,
        /// The account strings of the rows.
        accounts: Vec<AccountString>,
        /// The customers of the rows, as the export names them; not yet those of a register.
        customers: Vec<String>,
        /// The postings in the order of the sheet, shared with the project that takes them.
        rows: Arc<Vec<LedgerRow>>,
    },
}

impl TypedRows {
    /// No rows of a kind: while a question about a column is open, nothing is typed.
    pub fn none(kind: SourceKind) -> Self {
        match kind {
            SourceKind::Table(table) => {
                Self::Table { table, columns: Vec::new(), rows: Vec::new() }
            }
            SourceKind::DayCounts => Self::DayCounts(Vec::new()),
            SourceKind::Cases => Self::Cases { rows: Arc::default(), codes: Codes::default() },
            SourceKind::Ledger => Self::Ledger {
                year: 0,
                accounts: Vec::new(),
                customers: Vec::new(),
                rows: Arc::default(),
            },
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Cases { rows, .. } => rows.len(),
            Self::DayCounts(rows) => rows.len(),
            Self::Table { rows, .. } => rows.len(),
            Self::Ledger { rows, .. } => rows.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Whether a kind is one of accounts.
pub fn is_about_accounts(kind: SourceKind) -> bool {
    use TableId::{BalanceList, Balances, Fund, Statements};
    let is_table = matches!(kind, SourceKind::Table(Balances | BalanceList | Fund | Statements));
    is_table || kind == SourceKind::Ledger
}

/// A row as it was understood, formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// The row, as Excel counts.
    pub row: u32,
    /// The values, in the order of [`SheetRead::fields`].
    pub values: Vec<String>,
}

/// A sheet as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRead {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The sheet's name, empty for text files.
    pub sheet: String,
    /// Where it comes from: kind, system and selection.
    pub stream: Stream,
    /// The days that it speaks of; `None` for what has no days.
    pub period: Option<Span>,
    /// Whether title rows or the person stated the period.
    pub is_period_stated: bool,
    /// When the export was made: the title rows say it, else the time of the file does.
    pub exported: Option<Minute>,
    /// The header's row, as Excel counts; 0 where there is none.
    pub header_row: u32,
    /// The columns, those that are not read among them.
    pub columns: Vec<ColumnRead>,
    /// What only a person knows.
    pub questions: Vec<Question>,
    /// What a person should know: sub-totals that are not the sum of their rows, rows that were
    /// added up.
    pub notes: Vec<Issue>,
    /// Rows below the header: accepted, rejected and skipped together.
    pub read: u32,
    /// Rows that could not be understood, in order.
    pub rejects: Vec<Reject>,
    /// Rows that are no data, in order.
    pub skipped: Vec<Skipped>,
    /// The numbers of cases that a person leaves out for their status; the project has them no
    /// more, either.
    pub left_out: Vec<Box<str>>,
    /// The company whose accounts they are, where anything says so; empty where nothing does, or
    /// where they are those of several.
    pub company: String,
    /// The company that a person has named for this import; empty for all.
    pub company_said: Option<String>,
    /// The first accepted rows, formatted.
    pub preview: Vec<PreviewRow>,
    /// The accepted rows.
    pub rows: TypedRows,
    /// What a person says of rows whose key another part of the delivery has, too.
    pub repeated: Option<RepeatedRows>,
    /// Whether a person lets its amounts take the place of nearly all that the project has.
    pub replaces: bool,
    /// How the sheet was understood, to be remembered; only where a person had a say.
    pub profile: Option<Profile>,
}

impl SheetRead {
    /// What the sheet holds.
    pub fn kind(&self) -> SourceKind {
        self.stream.kind
    }

    /// The fields that are read, in the order of the columns.
    pub fn fields(&self) -> Vec<&str> {
        self.columns.iter().filter_map(|column| column.field.as_deref()).collect()
    }

    /// Whether the rows have cells with headings; the lines of another year's project have none.
    pub fn has_cells(&self) -> bool {
        self.header_row > 0 || self.columns.iter().all(|column| column.heading.is_empty())
    }

    /// Rows accepted.
    pub fn accepted(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Whether all of it was left out, since it has the accounts of another company than the one
    /// that a person has named.
    pub fn is_of_other_company(&self) -> bool {
        self.rows.is_empty()
            && self.company_said.is_some()
            && self.skipped.iter().any(|skipped| skipped.reason == SkipReason::OtherCompany)
    }

    /// Rows that are no data.
    pub fn skipped_count(&self) -> u32 {
        self.skipped.iter().map(Skipped::count).fold(0, u32::saturating_add)
    }

    /// Why rows are no data, each reason once, with how many they are.
    pub fn skipped_by_reason(&self) -> Vec<(SkipReason, u32)> {
        let mut counts: Vec<(SkipReason, u32)> = Vec::new();
        for rows in &self.skipped {
            match counts.iter_mut().find(|(reason, _)| reason.is_like(rows.reason)) {
                Some((_, count)) => *count = count.saturating_add(rows.count()),
                None => counts.push((rows.reason, rows.count())),
            }
        }
        counts
    }

    /// Rows whose case a later row has, too, with other content, each with the row that counts.
    pub fn replaced(&self) -> Vec<(u32, u32)> {
        let of_row = |skipped: &Skipped| match skipped.reason {
            SkipReason::Replaced { by } => Some((skipped.first, by)),
            _ => None,
        };
        self.skipped.iter().filter_map(of_row).collect()
    }

    /// What the rejected rows are known by, as far as that could be read.
    pub fn rejected_keys(&self) -> impl Iterator<Item = &str> {
        let keys = self.rejects.iter().map(|reject| reject.known_by.as_str());
        keys.filter(|key| !key.is_empty())
    }

    /// Whether the last day may be incomplete: nobody stated the period, and the export was
    /// made on its last day.
    pub fn is_last_day_partial(&self) -> bool {
        let exported = self.exported.map(Minute::day);
        !self.is_period_stated && self.period.is_some_and(|span| Some(span.last) == exported)
    }
}
