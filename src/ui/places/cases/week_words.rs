//! What a week's tooltip says.

use crate::calendar::IsoWeek;
use crate::chart::years_text;
use crate::figures::WeeklySeries;
use crate::number;
use crate::t;
use crate::ui::widgets::tooltip::Tip;
use crate::words::day_and_month;

use super::words::{cases, distance};

/// The tooltip of the week with that number of the report year.
pub(super) fn tip(series: &WeeklySeries, week: u8) -> Tip {
    let iso_week = IsoWeek { year: series.year, week };
    Tip { title: title(iso_week), body: body(series, iso_week), source: source(series, week) }
}

/// "Uke 10 2021, 8. mars til 14. mars".
fn title(week: IsoWeek) -> String {
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

fn body(series: &WeeklySeries, week: IsoWeek) -> String {
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
    match spread(series, week.week) {
        Some(spread) => format!("{first} {spread}"),
        None => first,
    }
}

/// The complete weeks of that number in the baseline, by year.
fn others(series: &WeeklySeries, week: u8) -> Vec<(i16, u32)> {
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

fn spread(series: &WeeklySeries, week: u8) -> Option<String> {
    let others = others(series, week);
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
fn source(series: &WeeklySeries, week: u8) -> String {
    let others = others(series, week).into_iter();
    let texts: Vec<String> =
        others.map(|(year, cases)| format!("{year}: {}", number::count(cases.into()))).collect();
    texts.join(", ")
}
