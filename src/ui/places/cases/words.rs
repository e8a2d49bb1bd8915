//! What the place says: of a day and of a week in the plot, and the words that both share.

use crate::calendar::{Date, IsoWeek};
use crate::chart::{EventMark, years_text};
use crate::figures::{ChangeWords, DayPoint, WeeklySeries};
use crate::number::{self, Decimal};
use crate::t;
use crate::ui::widgets::tooltip::Tip;
use crate::words::{capitalized, date_long, day_and_month, weekday};

/// "5.3.2015", as dates stand in enumerations.
pub(super) fn date_in_list(day: Date) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

/// "10 859 saker".
pub(super) fn cases(count: u32) -> String {
    t!("cases-count", count = count)
}

/// How a count lies to an average, with its percentage: "123 flere (85,6 %) enn". `None` where
/// they are alike when rounded.
pub(super) fn distance(cases: u32, average: Decimal) -> Option<String> {
    let words = ChangeWords::count(Decimal::from(cases) - average);
    if words.is_none() {
        return None;
    }
    let Some(percent) = number::change_percent(cases.into(), average) else {
        return Some(words.more());
    };
    Some(format!("{} ({})", words.more(), number::percent(percent.abs(), 1)))
}

/// The tooltip of a day.
pub(super) fn day_tip(day: &DayPoint, events: &[EventMark]) -> Tip {
    Tip { title: day_title(day, events), body: day_body(day), source: day_source(day) }
}

/// "Torsdag 11. mars 2021: strømbrudd i Stange og Hamar".
pub(super) fn day_title(day: &DayPoint, events: &[EventMark]) -> String {
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
pub(super) fn day_body(day: &DayPoint) -> String {
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
    match day_spread(day) {
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
fn day_spread(day: &DayPoint) -> Option<String> {
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
fn day_source(day: &DayPoint) -> String {
    let week = IsoWeek::of(day.date).week.to_string();
    let days: Vec<String> = day.compared.iter().map(|(date, _)| date_in_list(*date)).collect();
    match days.is_empty() {
        true => t!("cases-week", week = week),
        false if meets_by_date(day) => t!("cases-dates", days = days.join(", ")),
        false => t!("cases-week-days", week = week, days = days.join(", ")),
    }
}

/// The tooltip of the week with that number of the report year.
pub(super) fn week_tip(series: &WeeklySeries, week: u8) -> Tip {
    let iso_week = IsoWeek { year: series.year, week };
    Tip {
        title: week_title(iso_week),
        body: week_body(series, iso_week),
        source: week_source(series, week),
    }
}

/// "Uke 10 2021, 8. mars til 14. mars".
fn week_title(week: IsoWeek) -> String {
    let (number, year) = (week.week.to_string(), week.year.to_string());
    match week.span() {
        Some(span) => t!(
            "cases-week-title",
            week = number,
            year = year,
            first = day_and_month(span.first),
            last = day_and_month(span.last)
        ),
        None => t!("cases-no-such-week", week = number, year = year),
    }
}

fn week_body(series: &WeeklySeries, week: IsoWeek) -> String {
    let point = series.of_year(week.year).find(|point| point.week == week);
    let Some(point) = point else { return t!("cases-week-missing") };
    let count = cases(point.cases);
    if !point.is_complete {
        return t!("cases-week-partial", cases = count);
    }
    let index = usize::from(week.week).checked_sub(1);
    let average = index.and_then(|index| *series.averages.get(index)?);
    let Some(average) = average else { return t!("cases-week-alone", cases = count) };
    let value = number::decimal(average.value(), 1);
    let base = years_text(series.baseline.0, series.baseline.1);
    let number = week.week.to_string();
    let first = match distance(point.cases, average.value()) {
        Some(distance) => t!(
            "cases-week-against",
            cases = count,
            distance = distance,
            average = value,
            week = number,
            years = base
        ),
        None => t!("cases-week-same", cases = count, average = value, week = number, years = base),
    };
    match week_spread(series, week.week) {
        Some(spread) => format!("{first} {spread}"),
        None => first,
    }
}

/// The complete weeks of that number in the baseline, by year.
fn week_others(series: &WeeklySeries, week: u8) -> Vec<(i16, u32)> {
    let (first, last) = series.baseline;
    series
        .weeks
        .iter()
        .filter(|point| point.week.week == week && point.is_complete)
        .filter(|point| point.week.year != series.year)
        .filter(|point| (first..=last).contains(&point.week.year))
        .map(|point| (point.week.year, point.cases))
        .collect()
}

fn week_spread(series: &WeeklySeries, week: u8) -> Option<String> {
    let others = week_others(series, week);
    let low = others.iter().min_by_key(|(_, cases)| *cases)?;
    let high = others.iter().max_by_key(|(_, cases)| *cases)?;
    (low.1 != high.1).then(|| {
        t!(
            "cases-spread",
            low = low.1,
            low_year = low.0.to_string(),
            high = high.1,
            high_year = high.0.to_string()
        )
    })
}

/// "2015: 650, 2016: 702".
fn week_source(series: &WeeklySeries, week: u8) -> String {
    let others = week_others(series, week).into_iter();
    let texts: Vec<String> =
        others.map(|(year, cases)| format!("{year}: {}", number::count(cases.into()))).collect();
    texts.join(", ")
}
