//! Several lines of the accounts over the years: a small chart each, all on one scale.

use super::font::Weight;
use super::scene::{Anchor, Area, Mark, Point, Scene, Size};
use super::style::{Style, line, sharp};
use super::year_bars::YearBar;
use crate::calendar::Year;
use crate::number::Decimal;
use crate::t;

/// Air between two charts.
const GAP: f32 = 24.0;
/// The height of a line of words.
const WORDS: f32 = 18.0;
/// How much of its column a bar takes, and the widest bar.
const SHARE: f32 = 0.62;
const WIDEST: f32 = 40.0;

/// A line of the accounts over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearGroup {
    /// The line's words.
    pub name: String,
    /// Its years, the earliest first.
    pub years: Vec<YearBar>,
}

/// Draws `groups` beside each other in `size`; the bars of `marked` are the report year's.
pub fn year_groups(
    title: String,
    groups: &[YearGroup],
    marked: Year,
    size: Size,
    style: &Style,
) -> Scene {
    let gap = style.length(GAP);
    let count = groups.len().max(1) as f32;
    let width = ((size.width - gap * (count - 1.0)) / count).max(1.0);
    let all = groups.iter().flat_map(|group| &group.years);
    let most = all.filter_map(|bar| bar.value).max().unwrap_or_default();
    let mut marks = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let left = (width + gap) * index as f32;
        let area = Area { left, top: 0.0, right: left + width, bottom: size.height };
        push_group(&mut marks, group, (marked, most), &area, style);
    }
    let description = alt_text(groups);
    Scene { size, background: style.palette.canvas.into(), marks, title, description }
}

fn push_group(
    marks: &mut Vec<Mark>,
    group: &YearGroup,
    (marked, most): (Year, Decimal),
    area: &Area,
    style: &Style,
) {
    let palette = &style.palette;
    let words = style.length(WORDS);
    for (line, text) in lines_of(&group.name, area.width(), style).into_iter().enumerate() {
        let at = Point::new(area.left, area.top + words * (line as f32 + 0.5));
        marks.push(style.text(at, Anchor::Left, Weight::Medium, palette.text, text));
    }
    let axis = sharp(area.bottom - words);
    // Two lines of the name, and a number over the highest bar.
    let room = (axis - area.top - 3.0 * words).max(1.0);
    let column = area.width() / group.years.len().max(1) as f32;
    let width = (column * SHARE).min(style.length(WIDEST));
    for (index, bar) in group.years.iter().enumerate() {
        let middle = area.left + column * (index as f32 + 0.5);
        let is_marked = bar.year == marked;
        let top = axis - room * part(bar.value, most);
        if bar.value.is_some() {
            let fill = if is_marked { palette.accent } else { palette.plot_band };
            let (left, right) = (middle - width / 2.0, middle + width / 2.0);
            let area = Area { left, top, right, bottom: axis };
            marks.push(Mark::Rectangle { area, fill: fill.into() });
        }
        let (weight, color) = match is_marked {
            true => (Weight::SemiBold, palette.accent),
            false => (Weight::Regular, palette.text_2),
        };
        let over = Point::new(middle, top - words / 2.0);
        marks.push(style.text(over, Anchor::Center, weight, color, bar.text.clone()));
        let under = Point::new(middle, axis + words / 2.0);
        let year = bar.year.to_string();
        marks.push(style.text(under, Anchor::Center, weight, palette.text_2, year));
    }
    let (from, to) = (Point::new(area.left, axis), Point::new(area.right, axis));
    marks.push(line(from, to, style.solid(1.0, palette.line_strong)));
}

/// The words in two lines at most; the second takes what the first has no room for.
fn lines_of(words: &str, width: f32, style: &Style) -> Vec<String> {
    let fits = |text: &str| style.text_width(text, Weight::Medium) <= width;
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let Some(last) = lines.last_mut() else { break };
        let longer = format!("{last} {word}").trim().to_owned();
        if fits(&longer) || last.is_empty() || lines.len() == 2 {
            if let Some(last) = lines.last_mut() {
                *last = longer;
            }
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

fn part(value: Option<Decimal>, most: Decimal) -> f32 {
    let part = value.and_then(|value| value.checked_div(most)).unwrap_or_default();
    f32::try_from(part).unwrap_or_default().clamp(0.0, 1.0)
}

/// "Lønnsutgifter: 2020: 29,9 mill. 2021: 30,1 mill."
fn alt_text(groups: &[YearGroup]) -> String {
    let year = |bar: &YearBar| {
        t!("chart-alt-year", year = bar.year.to_string(), value = bar.text.as_str())
    };
    let say = |group: &YearGroup| {
        let years: Vec<String> = group.years.iter().map(year).collect();
        t!("chart-alt-group", name = group.name.as_str(), years = years.join(" "))
    };
    groups.iter().map(say).collect::<Vec<_>>().join(" ")
}
