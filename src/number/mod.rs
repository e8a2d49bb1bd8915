//! Numbers as Norwegians write them: read in every spelling, written in one.

mod amount;
mod format;
mod parse;

pub use amount::{DecimalMark, parse_amount, parse_amount_with, proven_mark};
pub use format::{
    change_percent, count, decimal, kroner, percent, round, signed_count, signed_percent,
};
pub use parse::{NumberError, parse_count, parse_decimal};

pub use rust_decimal::Decimal;

/// The no-break space that stands between thousands and before the percent sign.
pub const NBSP: char = '\u{00A0}';
/// The minus sign, as wide as a digit in the program's font.
pub const MINUS: char = '\u{2212}';
