//! Draws the window and pushes commands.
//!
//! [`theme`] turns the look's tokens into fonts, colours and text; [`widgets`] are the parts
//! that every place uses; [`shell`] is the frame around the places.

/// The icons of the look, by name.
pub mod icon;
/// The frame around the places: top bar, rail and status bar.
pub mod shell;
/// Fonts, colours and text sizes from the look's tokens.
pub mod theme;
/// The parts that every place uses.
pub mod widgets;
