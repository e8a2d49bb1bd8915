//! The text check: prose held against the figures.

mod command;
mod documents;
mod prose;
mod report;
mod support;
mod trials;
