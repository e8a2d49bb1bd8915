//! Draws the window and pushes commands.
//!
//! [`theme`] turns the look's tokens into fonts, colours and text; [`widgets`] are the parts
//! that every place uses; [`shell`] is the frame around the places.

/// What a person can ask of the window, with its keys.
pub mod actions;
/// What a place is given while it draws.
pub mod context;
/// The marks and sentences of corrected values.
pub mod corrections;
/// Dialogs over the window, and the notices in its corner.
pub mod dialogs;
/// One table of figures, which every place shows its numbers in.
pub mod figure_table;
/// How findings are worded.
mod finding_words;
/// The icons of the look, by name.
pub mod icon;
/// Where one can be.
pub mod place;
/// The places: what one sees between rail and status bar.
pub mod places;
/// The project's tables in the grid.
pub mod records;
/// A chart's scene, painted.
pub mod scene;
/// The frame around the places: top bar, rail and status bar.
pub mod shell;
/// What of another place can be asked for.
pub mod target;
/// Fonts, colours and text sizes from the look's tokens.
pub mod theme;
/// Where a number comes from: the panel, and how a number asks for it.
pub mod trail;
/// The parts that every place uses.
pub mod widgets;

mod start;
mod when;
mod window;

pub use start::{Renderer, run};
pub use window::Window;
