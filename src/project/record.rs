//! Tables that a person fills in: records with columns, one way to read and set any cell.
//!
//! Every such table is a `Vec` of a [`Record`]. [`Rows`] is the same without the type, for the
//! grid on screen, the clipboard, the import of small exports and the command line.

use super::{Cell, CellKind, RowRef};
use crate::text_key;

/// The tables that a person may fill in.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum TableId {
    /// The register of customers.
    Customers,
    /// Events.
    Events,
    /// Goals.
    Goals,
    /// Employees and årsverk.
    Staff,
    /// Women and men per group.
    Gender,
    /// Who came and who left.
    Turnover,
    /// Sick leave by gender.
    SickLeave,
    /// Sick leave per year.
    SickLeaveYears,
    /// Telephone answers.
    Calls,
    /// Deliveries of equipment.
    Deliveries,
    /// New users.
    NewUsers,
    /// Uptime.
    Uptime,
    /// Accounts of *drift* and *investering*.
    Balances,
    /// The balance list.
    BalanceList,
    /// The history of the fund.
    Fund,
    /// The company's mapping of accounts to lines.
    Mapping,
    /// Remarks on lines of statements.
    Remarks,
    /// Statements as printed.
    Statements,
    /// Agreements that the company made.
    Agreements,
    /// Who signs the report.
    Signatories,
}

impl TableId {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Customers,
        Self::Events,
        Self::Goals,
        Self::Staff,
        Self::Gender,
        Self::Turnover,
        Self::SickLeave,
        Self::SickLeaveYears,
        Self::Calls,
        Self::Deliveries,
        Self::NewUsers,
        Self::Uptime,
        Self::Balances,
        Self::BalanceList,
        Self::Fund,
        Self::Mapping,
        Self::Remarks,
        Self::Statements,
        Self::Agreements,
        Self::Signatories,
    ];

    /// Its name on the command line: `sick-leave`.
    pub fn id(self) -> &'static str {
        self.word_key().strip_prefix("table-").unwrap_or_default()
    }

    /// How the locale files name it, `table-staff`.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Customers => text_key!("table-customers"),
            Self::Events => text_key!("table-events"),
            Self::Goals => text_key!("table-goals"),
            Self::Staff => text_key!("table-staff"),
            Self::Gender => text_key!("table-gender"),
            Self::Turnover => text_key!("table-turnover"),
            Self::SickLeave => text_key!("table-sick-leave"),
            Self::SickLeaveYears => text_key!("table-sick-leave-years"),
            Self::Calls => text_key!("table-calls"),
            Self::Deliveries => text_key!("table-deliveries"),
            Self::NewUsers => text_key!("table-new-users"),
            Self::Uptime => text_key!("table-uptime"),
            Self::Balances => text_key!("table-balances"),
            Self::BalanceList => text_key!("table-balance-list"),
            Self::Fund => text_key!("table-fund"),
            Self::Mapping => text_key!("table-mapping"),
            Self::Remarks => text_key!("table-remarks"),
            Self::Statements => text_key!("table-statements"),
            Self::Agreements => text_key!("table-agreements"),
            Self::Signatories => text_key!("table-signatories"),
        }
    }
}

/// A cell of one of the tables, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellAt {
    /// The table.
    pub table: TableId,
    /// The row, counted from 0.
    pub row: usize,
    /// The column, counted from 0.
    pub column: usize,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its name in commands, CSV, import synonyms and corrections: `employees_total`.
    pub id: &'static str,
    /// The key of its word in the locale files: `column-employees_total`.
    pub word_key: &'static str,
    /// What its cells hold.
    pub kind: CellKind,
    /// Whether the column is part of what tells one row from another.
    pub is_key: bool,
}

/// One row of a table. Made with the `record!` macro.
pub trait Record: Clone + Default + PartialEq {
    /// The table of which it is a row.
    const TABLE: TableId;
    /// The columns, in the order in which they are shown.
    const COLUMNS: &'static [Column];
    /// The content of a column; a column that is not there is blank.
    fn cell(&self, column: usize) -> Cell;
    /// Sets a column; one that is not there is left alone.
    fn set(&mut self, column: usize, cell: Cell);
    /// The row of an export that this one was read from; `None` where a person typed it.
    fn origin(&self) -> Option<RowRef>;
    /// Says where the row was read from.
    fn set_origin(&mut self, origin: Option<RowRef>);
}

/// What stands between the parts of a row's key.
pub(super) const BETWEEN_KEYS: &str = " · ";

/// The rows of one table, whatever their record.
pub trait Rows {
    /// Which table this is.
    fn table(&self) -> TableId;
    /// Its columns.
    fn columns(&self) -> &'static [Column];
    /// How many rows there are.
    fn len(&self) -> usize;
    /// Whether there is no row.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// A cell; one outside the table is blank.
    fn cell(&self, row: usize, column: usize) -> Cell;
    /// Sets a cell; one outside the table is left alone.
    fn set(&mut self, row: usize, column: usize, cell: Cell);
    /// Where a row was read from.
    fn origin(&self, row: usize) -> Option<RowRef>;
    /// Says where a row was read from.
    fn set_origin(&mut self, row: usize, origin: Option<RowRef>);
    /// Puts a blank row at `at`, or last where the table is shorter.
    fn insert_blank(&mut self, at: usize);
    /// Takes a row away, if it is there.
    fn remove(&mut self, row: usize);
    /// Takes away the rows that are not kept, all in one.
    fn keep(&mut self, is_kept: &dyn Fn(usize) -> bool);

    /// The column with that id.
    fn column(&self, id: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.id == id)
    }

    /// What tells the row from others: the machine text of its key columns.
    fn key(&self, row: usize) -> String {
        let parts: Vec<String> = self
            .columns()
            .iter()
            .enumerate()
            .filter(|(_, column)| column.is_key)
            .map(|(index, _)| self.cell(row, index).machine_text())
            .collect();
        parts.join(BETWEEN_KEYS)
    }
}

impl<T: Record> Rows for Vec<T> {
    fn table(&self) -> TableId {
        T::TABLE
    }
    fn columns(&self) -> &'static [Column] {
        T::COLUMNS
    }
    fn len(&self) -> usize {
        Self::len(self)
    }
    fn cell(&self, row: usize, column: usize) -> Cell {
        self.get(row).map_or(Cell::Blank, |record| record.cell(column))
    }
    fn set(&mut self, row: usize, column: usize, cell: Cell) {
        if let Some(record) = self.get_mut(row) {
            record.set(column, cell);
        }
    }
    fn origin(&self, row: usize) -> Option<RowRef> {
        self.get(row)?.origin()
    }
    fn set_origin(&mut self, row: usize, origin: Option<RowRef>) {
        if let Some(record) = self.get_mut(row) {
            record.set_origin(origin);
        }
    }
    fn insert_blank(&mut self, at: usize) {
        self.insert(at.min(self.len()), T::default());
    }
    fn remove(&mut self, row: usize) {
        if row < self.len() {
            Self::remove(self, row);
        }
    }
    fn keep(&mut self, is_kept: &dyn Fn(usize) -> bool) {
        let mut row = 0;
        self.retain(|_| {
            row += 1;
            is_kept(row - 1)
        });
    }
}

/// Declares a record: a struct whose fields are columns. `key` names the columns that tell one
/// row from another; what stands `beside` the columns is remembered and not shown in tables.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident in $table:ident, key($($key:ident),+) {
            $($(#[$field_meta:meta])* pub $field:ident: $type:ty),+ $(,)?
        }
        $(beside { $(#[$beside_meta:meta])* pub $beside:ident: $beside_type:ty $(,)? })?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "super::record::is_default")]
                pub $field: $type,
            )+
            $(
                $(#[$beside_meta])*
                #[serde(skip_serializing_if = "super::record::is_default")]
                pub $beside: $beside_type,
            )?
            /// The row of the export that this one was read from; `None` where a person typed it.
            #[serde(skip_serializing_if = "super::record::is_default")]
            pub origin: Option<$crate::project::RowRef>,
        }

        impl $name {
            const KEY: &'static [&'static str] = &[$(stringify!($key)),+];
        }

        impl $crate::project::Record for $name {
            const TABLE: $crate::project::TableId = $crate::project::TableId::$table;
            const COLUMNS: &'static [$crate::project::Column] = &[
                $($crate::project::Column {
                    id: stringify!($field),
                    word_key: $crate::words::known(concat!("column-", stringify!($field))),
                    kind: $crate::project::record::shown(
                        stringify!($field),
                        <$type as $crate::project::field::Field>::KIND,
                    ),
                    is_key: $crate::project::record::is_among(stringify!($field), Self::KEY),
                }),+
            ];

            fn cell(&self, column: usize) -> $crate::project::Cell {
                use $crate::project::field::Field as _;
                let cells: &[&dyn Fn(&Self) -> $crate::project::Cell] =
                    &[$(&|row| row.$field.to_cell()),+];
                cells.get(column).map_or($crate::project::Cell::Blank, |cell| cell(self))
            }

            fn set(&mut self, column: usize, cell: $crate::project::Cell) {
                use $crate::project::field::Field as _;
                let setters: &[&dyn Fn(&mut Self, $crate::project::Cell)] =
                    &[$(&|row, cell| row.$field = <$type>::from_cell(cell)),+];
                if let Some(set) = setters.get(column) {
                    set(self, cell);
                }
            }

            fn origin(&self) -> Option<$crate::project::RowRef> {
                self.origin
            }

            fn set_origin(&mut self, origin: Option<$crate::project::RowRef>) {
                self.origin = origin;
            }
        }
    };
}

pub(super) use record;

/// Whether a field has its default value and need not be written to the file.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The kind of a column with the decimals that its numbers are shown with; more are shown where
/// a number has them.
pub(super) const fn shown(name: &str, kind: CellKind) -> CellKind {
    match kind {
        CellKind::Number { .. } if is_among(name, &["available_fte"]) => {
            CellKind::Number { decimals: 1 }
        }
        CellKind::Number { .. } if is_among(name, &["target_value"]) => {
            CellKind::Number { decimals: 0 }
        }
        _ => kind,
    }
}

/// Whether `name` is among `names`; `const`, for the columns' declarations.
pub(super) const fn is_among(name: &str, names: &[&str]) -> bool {
    let mut index = 0;
    while index < names.len() {
        if same_bytes(name.as_bytes(), names[index].as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}

const fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}
