//! The important events of a period as points of a list.

use super::block::{Emphasis, Inline};
use crate::calendar::{Date, Quarter, Span};
use crate::project::{Event, Minute, Project, TextPeriod};

/// The events that began in the period and for which `is_listed` holds, in order of time, each with
/// its day.
pub fn points(
    project: &Project,
    period: TextPeriod,
    is_listed: impl Fn(&Event) -> bool,
) -> Vec<Vec<Inline>> {
    let span =
        period.quarter.map_or_else(|| Span::year(period.year), |q: Quarter| q.span(period.year));
    let events = project.events.iter().filter_map(|event| {
        let day = event.start.map(Minute::day)?;
        (span.contains(day) && is_listed(event)).then_some((day, event))
    });
    let mut events: Vec<(Date, &Event)> = events.collect();
    events.sort_by_key(|(day, event)| (*day, event.start));
    events.into_iter().map(|(day, event)| point(day, event)).collect()
}

/// "11.03 Strømbrudd. Flere lokasjoner berørt."
fn point(day: Date, event: &Event) -> Vec<Inline> {
    let emphasis = Emphasis { is_strong: true, ..Emphasis::default() };
    let text = day.strftime("%d.%m").to_string();
    let words = if event.text.is_empty() { &event.title } else { &event.text };
    vec![Inline::Text { text, emphasis }, Inline::plain(format!("\u{a0} {words}"))]
}
