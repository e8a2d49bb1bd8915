//! What a day's tooltip says: a whole sentence, its spread, and the days that it met.

use crate::calendar::{Date, IsoWeek};
use crate::chart::EventMark;
use crate::figures::DayPoint;
use crate::number;
use crate::t;
use crate::ui::widgets::tooltip::Tip;
use crate::words::{capitalized, date_long, weekday};

use super::words::{cases, date_in_list, distance};

/// The tooltip of a day.
pub(super) fn tip(day: &DayPoint, events: &[EventMark]) -> Tip {
    Tip { title: title(day, events), body: body(day), source: source(day) }
}

/// "Torsdag 11. mars 2021: strømbrudd i Stange og Hamar".
pub(super) fn title(day: &DayPoint, events: &[EventMark]) -> String {
    let date = t!(
        "cases-weekday-date",
        weekday = capitalized(&weekday(day.date)),
        date = date_long(day.date)
    );
    let holiday = day.holiday.map(|holiday| t!(holiday.word_key()));
    let titles = events.iter().filter(|event| event.date == day.date).map(|e| e.title.clone());
    let about: Vec<String> = holiday.into_iter().chain(titles).collect();
    match about.is_empty() {
        true => date,
        false => t!("cases-day-about", day = date, about = about.join("; ")),
    }
}

/// The count against the average, then the lowest and the highest.
pub(super) fn body(day: &DayPoint) -> String {
    let Some(count) = day.cases else { return t!("cases-day-missing") };
    if day.is_partial {
        return t!("cases-day-partial", cases = cases(count));
    }
    let Some(average) = day.average else {
        return t!("cases-day-alone", cases = cases(count));
    };
    let average_text = number::decimal(average.value(), 1);
    let days = compared_days(day);
    let first = match distance(count, average.value()) {
        Some(distance) => t!(
            "cases-day-against",
            cases = cases(count),
            distance = distance,
            average = average_text,
            days = days
        ),
        None => t!("cases-day-same", cases = cases(count), average = average_text, days = days),
    };
    match spread(day) {
        Some(spread) => format!("{first} {spread}"),
        None => first,
    }
}

/// "seks tilsvarende torsdager"; days that meet by date or feast are just days.
fn compared_days(day: &DayPoint) -> String {
    let count = day.compared.len();
    let number = t!("cases-number", n = count);
    let weekday = match meets_by_date(day) {
        true => t!("cases-a-day"),
        false => weekday(day.date),
    };
    t!("cases-similar-weekdays", count = count, number = number, weekday = weekday)
}

/// Holidays, 24 and 31 December meet by date or feast, other days by week and weekday.
fn meets_by_date(day: &DayPoint) -> bool {
    let is_eve = day.date.month() == 12 && matches!(day.date.day(), 24 | 31);
    day.holiday.is_some() || is_eve
}

/// "Lavest var 133 i 2015, høyest 159 i 2018."; nothing of a single day.
fn spread(day: &DayPoint) -> Option<String> {
    let (low_day, low) = day.compared.iter().min_by_key(|(_, cases)| *cases)?;
    let (high_day, high) = day.compared.iter().max_by_key(|(_, cases)| *cases)?;
    let year = |date: &Date| date.year().to_string();
    (low != high).then(|| {
        t!(
            "cases-spread",
            low = *low,
            low_year = year(low_day),
            high = *high,
            high_year = year(high_day)
        )
    })
}

/// "Uke 10: 5.3.2015, 10.3.2016"; the days that met by date have no week in common.
fn source(day: &DayPoint) -> String {
    let week = IsoWeek::of(day.date).week.to_string();
    let days: Vec<String> = day.compared.iter().map(|(date, _)| date_in_list(*date)).collect();
    match days.is_empty() {
        true => t!("cases-week", week = week),
        false if meets_by_date(day) => t!("cases-dates", days = days.join(", ")),
        false => t!("cases-week-days", week = week, days = days.join(", ")),
    }
}
