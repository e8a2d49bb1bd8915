//! What was done last: the end of the project's log, in words.

use crate::calendar::Date;
use crate::project::{LogEntry, Project};
use crate::t;
use crate::words::date_long;

/// So many entries are shown.
const SHOWN: usize = 6;

/// What was done, when and by whom.
pub(super) struct Line {
    pub what: String,
    pub when_and_who: String,
}

/// The latest entries, the last one first.
pub(super) fn latest(project: &Project, today: Date) -> Vec<Line> {
    project.log.iter().rev().take(SHOWN).map(|entry| line(entry, today)).collect()
}

fn line(entry: &LogEntry, today: Date) -> Line {
    let (hour, minute) = entry.when.clock();
    let time = t!("cases-clock", hour = format!("{hour:02}"), minute = format!("{minute:02}"));
    let day = match entry.when.day() {
        day if day == today => t!("overview-today"),
        day => date_long(day),
    };
    let when = t!("overview-log-when", day = day, time = time);
    let when_and_who = match entry.who.as_str() {
        "" => when,
        who => t!("overview-log-who", when = when, who = who),
    };
    Line { what: entry.what.clone(), when_and_who }
}
