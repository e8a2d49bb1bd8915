//! The parts that every place uses. Each interactive one has an accessible name and is at
//! least 24 by 24.

/// Buttons: primary, secondary, quiet, and icons with a name.
pub mod button;
/// Chips that filter: label, value and a menu.
pub mod chip;
/// Check boxes and radio buttons.
pub mod choice;
/// A field that opens a list to choose from.
/// What a place shows while it has nothing to show.
pub mod empty;
/// Icons for how far a section of the report has come.
/// A text field with its finding below.
pub mod field;
/// A field over a list to choose from, which narrows as one types.
pub mod finder;
/// The table that behaves like a spreadsheet.
pub mod grid;
/// A place's head, and the page under it.
pub mod head;
/// Headings with a hairline.
pub mod heading;
/// Keys as small signs.
pub mod key_hint;
/// A table to read, and two things side by side.
pub mod listing;
/// Menus and their items.
pub mod menu;
/// Notices that tell what happened and offer to undo it.
pub mod notice;
/// Rings, frames and text for the painters of this room.
pub mod paint;
/// The panel beside a place.
pub mod panel;
/// A bar with a count and a way to stop.
pub mod progress;
/// Severity as icon and word.
pub mod severity;
/// Tooltips with a first line.
pub mod tooltip;
/// Blocks of cells as tab-separated text, as Excel writes and reads them.
pub mod tsv;
