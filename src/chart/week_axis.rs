//! The weeks under a plot: holidays that many share, week numbers and months.

use jiff::civil::Weekday;

use super::columns::Columns;
use super::day_axis::{month_name, push_month};
use super::font::Weight;
use super::scene::{Anchor, Mark, Point};
use super::style::Style;
use crate::calendar::{Date, IsoWeek, Year, day_number};
use crate::{t, text_key};

/// Weeks in which many are away, from first to last: the school holidays of Innlandet and the
/// weeks in July when most people are on leave.
const BREAKS: [(u8, u8, &str); 4] = [
    (8, 8, text_key!("chart-winter-break")),
    (28, 30, text_key!("chart-common-leave")),
    (40, 40, text_key!("chart-autumn-break")),
    (52, 52, text_key!("chart-christmas")),
];

/// Every so many weeks a number.
const NUMBER_EVERY: usize = 3;

/// The shade behind the breaks.
pub(super) fn push_breaks(marks: &mut Vec<Mark>, columns: &Columns, style: &Style) {
    marks.extend(BREAKS.iter().map(|(first, last, _)| {
        let area = columns.area(usize::from(*first) - 1, usize::from(*last));
        Mark::Rectangle { area, fill: style.palette.plot_weekend.into() }
    }));
}

/// The breaks' names at the foot of the plot.
pub(super) fn push_break_names(marks: &mut Vec<Mark>, columns: &Columns, style: &Style) {
    marks.extend(BREAKS.iter().map(|(first, last, key)| {
        let area = columns.area(usize::from(*first) - 1, usize::from(*last));
        let at = Point::new((area.left + area.right) / 2.0, area.bottom - style.length(11.0));
        style.text(at, Anchor::Center, Weight::Regular, style.palette.text_2, t!(key))
    }));
}

/// Two rows of words under the axis: week numbers, and the months of `year` at their first day.
pub(super) fn push_rows(marks: &mut Vec<Mark>, columns: &Columns, year: Year, style: &Style) {
    let y = columns.plot.bottom + style.length(12.5);
    let color = style.palette.text_3;
    let word = Point::new(columns.plot.left - style.length(8.0), y);
    marks.push(style.text(word, Anchor::Right, Weight::Regular, color, t!("chart-week-row")));
    for index in (0..columns.count).step_by(NUMBER_EVERY) {
        let at = Point::new(columns.middle(index), y);
        let number = (index + 1).to_string();
        marks.push(style.text(at, Anchor::Center, Weight::Regular, color, number));
    }
    push_months(marks, columns, year, style);
}

fn push_months(marks: &mut Vec<Mark>, columns: &Columns, year: Year, style: &Style) {
    let Some(first_monday) = (IsoWeek { year, week: 1 }).day(Weekday::Monday) else { return };
    let room = columns.width() * 4.0 - style.length(10.0);
    let has_room =
        (1..=12).all(|month| style.text_width(&month_name(month), Weight::Regular) <= room);
    for month in 1..=12 {
        let Ok(first_day) = Date::new(year, month, 1) else { return };
        let days = day_number(first_day) - day_number(first_monday);
        // January may begin before week 1 or after its Monday; it begins with the axis.
        let weeks = if month == 1 { 0.0 } else { days as f32 / 7.0 };
        let name = if has_room { month_name(month) } else { short_month_name(month) };
        let x = columns.plot.left + weeks * columns.width();
        push_month(marks, x, columns.plot.bottom, &name, style);
    }
}

fn short_month_name(month: i8) -> String {
    match month {
        1 => t!("chart-month-short-1"),
        2 => t!("chart-month-short-2"),
        3 => t!("chart-month-short-3"),
        4 => t!("chart-month-short-4"),
        5 => t!("chart-month-short-5"),
        6 => t!("chart-month-short-6"),
        7 => t!("chart-month-short-7"),
        8 => t!("chart-month-short-8"),
        9 => t!("chart-month-short-9"),
        10 => t!("chart-month-short-10"),
        11 => t!("chart-month-short-11"),
        _ => t!("chart-month-short-12"),
    }
}
