//! The KOSTRA chart of accounts and the layouts of the statements, as data per year.
//!
//! What is common to all municipalities and their companies stands under `assets/accounts`;
//! what is local to one company is the project's mapping.

mod chart;
mod code;
mod layout;
pub mod row;

pub use chart::{Art, Chapter, Chart, Line, Place};
pub use code::{Book, art_of, function_of};
pub use layout::{EACH, Each, Form, Layout, LayoutRow, Side, folded, is_same_name, layout};
