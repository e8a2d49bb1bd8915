//! The window, driven through the names that a screen reader hears.

mod about;
mod flow;
mod grid;
mod keys;
mod kilder;
mod kontroll;
mod kontroll_text;
mod milestones;
mod new_year;
mod okonomi;
mod priorities;
mod rapport;
mod saker;
mod shell;
mod signing;
mod spor;
