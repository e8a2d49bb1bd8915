//! How a field of a record becomes a cell and comes back from one.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Cell, CellKind, Minute};

/// A type that one cell of a table can hold. A cell of another kind than the field's is
/// taken as a blank; [`CellKind::parse`] gives only cells of the right kind.
pub trait Field: Sized {
    /// What a column of this field holds.
    const KIND: CellKind;
    /// The field as a cell.
    fn to_cell(&self) -> Cell;
    /// The field that a cell holds.
    fn from_cell(cell: Cell) -> Self;
}

impl Field for String {
    const KIND: CellKind = CellKind::Text;
    fn to_cell(&self) -> Cell {
        if self.is_empty() { Cell::Blank } else { Cell::Text(self.clone()) }
    }
    fn from_cell(cell: Cell) -> Self {
        if let Cell::Text(text) = cell { text } else { Self::new() }
    }
}

impl Field for bool {
    const KIND: CellKind = CellKind::Flag;
    fn to_cell(&self) -> Cell {
        Cell::Flag(*self)
    }
    fn from_cell(cell: Cell) -> Self {
        matches!(cell, Cell::Flag(true))
    }
}

macro_rules! optional_field {
    ($type:ty, $kind:expr, $variant:ident) => {
        impl Field for Option<$type> {
            const KIND: CellKind = $kind;
            fn to_cell(&self) -> Cell {
                self.map_or(Cell::Blank, Cell::$variant)
            }
            fn from_cell(cell: Cell) -> Self {
                if let Cell::$variant(value) = cell { Some(value) } else { None }
            }
        }
    };
}

optional_field!(Date, CellKind::Date, Date);
optional_field!(Minute, CellKind::Minute, Minute);
optional_field!(u32, CellKind::Count, Count);
optional_field!(i16, CellKind::Year, Year);
optional_field!(Decimal, CellKind::Number { decimals: 2 }, Number);

/// Gives an enum of a few choices its ids and words: the first variant is the default, and a
/// blank cell means it.
macro_rules! choice_field {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $id:literal $word_key:literal),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize,
        )]
        $vis enum $name {
            $($(#[$variant_meta])* $variant),+
        }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl $name {
            const CHOICES: &'static [$crate::project::Choice] =
                &[$($crate::project::Choice { id: $id, word_key: $crate::words::known($word_key) }),+];
            /// All of them, the default first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// How commands, CSV and the locale files name it.
            pub fn choice(self) -> $crate::project::Choice {
                Self::CHOICES[self as usize]
            }
        }

        impl $crate::project::field::Field for $name {
            const KIND: $crate::project::CellKind =
                $crate::project::CellKind::Choice(Self::CHOICES);
            fn to_cell(&self) -> $crate::project::Cell {
                $crate::project::Cell::Choice(self.choice())
            }
            fn from_cell(cell: $crate::project::Cell) -> Self {
                let $crate::project::Cell::Choice(choice) = cell else { return Self::default() };
                Self::ALL.iter().copied().find(|known| known.choice() == choice).unwrap_or_default()
            }
        }
    };
}

pub(super) use choice_field;
