//! Årsmelding turns the year's exports into the year's report.
//!
//! The rooms stand in the order in which data flows; a room knows only those above it.
//! `ARCHITECTURE.md` tells what each may and may not do, and a test reads the `use` lines.

/// The only place where things meet: the open document, its figures, jobs and notices.
pub mod app;
/// Holidays, working days, ISO weeks, quarters and *tilsvarende dager*.
pub mod calendar;
/// A chart as shapes and words, the same for window, SVG and PNG.
pub mod chart;
/// Named rules over figures, and what they found.
pub mod checks;
/// The same work without a window.
pub mod cli;
/// Named, derived numbers and where they come from.
pub mod figures;
/// Any spreadsheet as a stream of rows, then typed rows, then what they would change.
pub mod import;
/// The one type for "something is off".
pub mod issue;
/// A worker thread with progress, cancel and one result.
pub mod jobs;
/// The KOSTRA chart of accounts and the layouts of the statements, as data per year.
pub mod kostra;
/// The look's tokens: colours and lengths of window and charts.
pub mod look;
/// Reading every Norwegian spelling of a number, writing the right one.
pub mod number;
/// Plain data: what the `.ron` file holds, the edits that change it and their history.
pub mod project;
/// The report: an outline of blocks, and a writer for each kind of document.
pub mod report;
/// The project file on disk: read, write, migrate, keep backups; the user's own settings.
pub mod storage;
/// Draws the window and pushes commands.
pub mod ui;
/// The locale files: every word that a user sees.
pub mod words;
