//! A number a year as bars from zero, the report year in the accent's colour.

use super::font::Weight;
use super::scene::{Anchor, Area, Mark, Point, Scene, Size};
use super::style::{Style, line, sharp};
use crate::calendar::Year;
use crate::number::Decimal;
use crate::t;

/// The height of the words over a bar and of those under the axis.
const WORDS: f32 = 20.0;
/// The widest bar, and how much of its column a bar takes.
const WIDEST: f32 = 56.0;
const SHARE: f32 = 0.7;
/// The widest column, so that few years stand together.
const WIDEST_COLUMN: f32 = 88.0;

/// A year's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearBar {
    /// The year.
    pub year: Year,
    /// The number; `None` is a gap, never a bar of zero.
    pub value: Option<Decimal>,
    /// The number as it is printed over the bar.
    pub text: String,
}

/// Draws `bars` from the left in `size`; the bar of `marked` is the report year's.
pub fn year_bars(
    title: String,
    bars: &[YearBar],
    marked: Year,
    size: Size,
    style: &Style,
) -> Scene {
    let palette = &style.palette;
    let words = style.length(WORDS);
    let axis = sharp(size.height - words);
    let room = (axis - words).max(0.0);
    let column = (size.width / bars.len().max(1) as f32).min(style.length(WIDEST_COLUMN));
    let width = (column * SHARE).min(style.length(WIDEST));
    let most = bars.iter().filter_map(|bar| bar.value).max().unwrap_or_default();
    let mut marks = Vec::new();
    for (index, bar) in bars.iter().enumerate() {
        let is_marked = bar.year == marked;
        let left = column * index as f32;
        let middle = left + width / 2.0;
        let top = axis - room * bar.part(most);
        if bar.value.is_some() {
            let fill = if is_marked { palette.accent } else { palette.plot_band };
            let area = Area { left, top, right: left + width, bottom: axis };
            marks.push(Mark::Rectangle { area, fill: fill.into() });
        }
        let (weight, color) = match is_marked {
            true => (Weight::SemiBold, palette.accent),
            false => (Weight::Regular, palette.text_2),
        };
        let over = Point::new(middle, top - words / 2.0);
        marks.push(style.text(over, Anchor::Center, weight, color, bar.text.clone()));
        let under = Point::new(middle, axis + words / 2.0);
        let color = if is_marked { palette.text } else { palette.text_2 };
        marks.push(style.text(under, Anchor::Center, weight, color, bar.year.to_string()));
    }
    let end = (column * bars.len() as f32 - (column - width)).max(0.0);
    let ends = (Point::new(0.0, axis), Point::new(end, axis));
    marks.push(line(ends.0, ends.1, style.solid(1.0, palette.line_strong)));
    let description = alt_text(bars);
    Scene { size, background: palette.canvas.into(), marks, title, description }
}

impl YearBar {
    /// The bar's height as a part of the highest one's.
    fn part(&self, most: Decimal) -> f32 {
        let part = self.value.and_then(|value| value.checked_div(most)).unwrap_or_default();
        f32::try_from(part).unwrap_or_default().clamp(0.0, 1.0)
    }
}

/// "2019: 42,8. 2020: 45,3."
fn alt_text(bars: &[YearBar]) -> String {
    let say = |bar: &YearBar| {
        t!("chart-alt-year", year = bar.year.to_string(), value = bar.text.as_str())
    };
    bars.iter().map(say).collect::<Vec<_>>().join(" ")
}
