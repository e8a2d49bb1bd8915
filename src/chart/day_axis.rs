//! The days under a plot: columns, shaded weekends and holidays, weeks and months.

use jiff::civil::Weekday;

use super::columns::Columns;
use super::font::Weight;
use super::scene::{Anchor, Mark, Point};
use super::style::{Style, line, sharp};
use crate::calendar::{Date, IsoWeek};
use crate::figures::DayPoint;
use crate::look::tokens;
use crate::{t, text_key};

/// The height of the two rows under the axis.
pub(super) const ROWS_HEIGHT: f32 = 38.0;

/// Weekends in one shade, public holidays in a darker one.
pub(super) fn push_shading(
    marks: &mut Vec<Mark>,
    days: &[DayPoint],
    columns: &Columns,
    style: &Style,
) {
    let shade = |day: &DayPoint| match (day.holiday, day.date.weekday()) {
        (Some(_), _) => Some(style.palette.plot_holiday),
        (None, Weekday::Saturday | Weekday::Sunday) => Some(style.palette.plot_weekend),
        _ => None,
    };
    let mut first = 0;
    for same in days.chunk_by(|one, next| shade(one) == shade(next)) {
        let end = first + same.len();
        if let Some(fill) = same.first().and_then(shade) {
            marks.push(Mark::Rectangle { area: columns.area(first, end), fill: fill.into() });
        }
        first = end;
    }
}

/// Two rows of words: the ISO week under its Wednesday, the month at its first day.
pub(super) fn push_rows(
    marks: &mut Vec<Mark>,
    days: &[DayPoint],
    columns: &Columns,
    style: &Style,
) {
    let all = || days.iter().map(|day| day.date).enumerate();
    let y = columns.plot.bottom + style.length(12.5);
    let wednesdays = all().filter(|(_, date)| date.weekday() == Weekday::Wednesday);
    for (place, (index, date)) in wednesdays.enumerate() {
        let number = IsoWeek::of(date).week.to_string();
        let words = if place == 0 { t!("chart-week", week = number) } else { number };
        let (at, color) = (Point::new(columns.middle(index), y), style.palette.text_3);
        marks.push(style.text(at, Anchor::Center, Weight::Regular, color, words));
    }
    for (index, date) in all().filter(|(index, date)| *index == 0 || date.day() == 1) {
        let words = month(date, index == 0);
        push_month(marks, columns.left(index), columns.plot.bottom, &words, style);
    }
}

/// A tick at `x` down from the axis, and the month beside its foot.
pub(super) fn push_month(marks: &mut Vec<Mark>, x: f32, axis: f32, month: &str, style: &Style) {
    let stroke = style.stroke(&tokens().plot.zero, style.palette.line_strong);
    let x = sharp(x);
    let foot = axis + style.length(ROWS_HEIGHT - 1.0);
    marks.push(line(Point::new(x, axis), Point::new(x, foot), stroke));
    let at = Point::new(x + style.length(6.0), axis + style.length(30.5));
    marks.push(style.text(at, Anchor::Left, Weight::Regular, style.palette.text, month));
}

/// The month's name, with the year where it is the first on the axis.
fn month(date: Date, with_year: bool) -> String {
    let name = month_name(date.month());
    if with_year {
        t!("chart-month-of-year", month = name, year = date.year().to_string())
    } else {
        name
    }
}

/// The name of the month with that number, 1 to 12.
pub(super) fn month_name(number: i8) -> String {
    const KEYS: [&str; 12] = [
        text_key!("month-1"),
        text_key!("month-2"),
        text_key!("month-3"),
        text_key!("month-4"),
        text_key!("month-5"),
        text_key!("month-6"),
        text_key!("month-7"),
        text_key!("month-8"),
        text_key!("month-9"),
        text_key!("month-10"),
        text_key!("month-11"),
        text_key!("month-12"),
    ];
    let index = usize::from(number.unsigned_abs()).saturating_sub(1);
    KEYS.get(index).map_or_else(String::new, |key| t!(key))
}
