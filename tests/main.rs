//! All tests of the program as one executable: the library is linked once, and a change in one
//! file is tested after one link.

mod accounts;
mod app;
mod breakdowns;
mod calendar;
mod change_words;
mod changes;
mod chart;
mod check_text;
mod checks;
mod cli;
mod closings;
mod common;
mod doors;
mod gaps;
mod held_files;
mod import;
mod instances;
mod invariants;
mod limits;
mod made;
mod new_year;
mod project_file;
mod report;
mod sample;
mod saving;
mod texts;
mod trail;
mod ui;
