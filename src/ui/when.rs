//! Days and moments as people say them.

use crate::calendar::{Date, Span, day_number};
use crate::project::Minute;
use crate::{t, words};

/// A moment seen from `now`: *i dag 16.05*, *i går 16.05*, *6. mai 2021*.
pub fn moment(at: Minute, now: Minute) -> String {
    let (hour, minute) = at.clock();
    let clock = format!("{hour:02}.{minute:02}");
    match day_number(now.day()) - day_number(at.day()) {
        0 => t!("when-today", clock = clock),
        1 => t!("when-yesterday", clock = clock),
        _ => words::date_long(at.day()),
    }
}

/// A moment by day and clock, however long ago: *14. februar 2022 kl. 10.42*.
pub fn exactly(at: Minute) -> String {
    let (hour, minute) = at.clock();
    let clock = format!("{hour:02}.{minute:02}");
    t!("when-exactly", day = words::date_long(at.day()), clock = clock)
}

/// A span in a sentence, naming no month or year twice: *1. januar–31. mars 2021*.
pub fn span(span: Span) -> String {
    let Span { first, last } = span;
    if first == last {
        return words::date_long(first);
    }
    let last_long = words::date_long(last);
    if first.year() != last.year() {
        return t!("when-span", first = words::date_long(first), last = last_long);
    }
    let month = t!(words::month_key(first.month()));
    let first = t!("when-day-month", day = first.day().to_string(), month = month);
    t!("when-span", first = first, last = last_long)
}

/// A span in a list: *01.01.2021–31.03.2021*.
pub fn span_short(span: Span) -> String {
    if span.first == span.last {
        return date_short(span.first);
    }
    t!("when-span", first = date_short(span.first), last = date_short(span.last))
}

/// A day in a list: *11.03.2021*.
pub fn date_short(day: Date) -> String {
    day.strftime("%d.%m.%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn recent_moments_have_a_clock_and_old_ones_a_date() {
        let now = Minute::new(date(2021, 5, 7), 9, 0);
        let at = |day| Minute::new(date(2021, 5, day), 16, 5);
        assert_eq!(moment(at(7), now), "i dag 16.05");
        assert_eq!(moment(at(6), now), "i går 16.05");
        assert_eq!(moment(at(5), now), "5. mai 2021");
    }

    #[test]
    fn a_span_names_no_year_twice() {
        let within = Span::new(date(2021, 1, 1), date(2021, 3, 31));
        assert_eq!(span(within), "1. januar–31. mars 2021");
        let across = Span::years(2020, 2021);
        assert_eq!(span(across), "1. januar 2020–31. desember 2021");
    }
}
