//! «mangler data» over the days or weeks that no source speaks of.

use super::font::Weight;
use super::scene::{Anchor, Area, Mark, Point};
use super::style::{Style, line};
use crate::look::tokens;
use crate::t;

/// A gap: from where to where, and the y under which other things are drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    pub left: f32,
    pub right: f32,
    pub highest: f32,
}

/// The runs of unknown points, as first index and end, that lie before the last known one:
/// a year that is still running simply stops. Where nothing is known, all of it is a gap.
pub(super) fn gaps(is_known: &[bool]) -> Vec<(usize, usize)> {
    let end = is_known.iter().rposition(|known| *known).unwrap_or(is_known.len());
    let mut gaps = Vec::new();
    let mut first = 0;
    for run in is_known.get(..end).unwrap_or_default().chunk_by(|one, next| one == next) {
        if run.first() == Some(&false) {
            gaps.push((first, first + run.len()));
        }
        first += run.len();
    }
    gaps
}

/// A line over each gap with the words over it, in the colour of warnings. Where two gaps
/// are too near for both to have words, the second has its line alone.
pub(super) fn push_missing(
    marks: &mut Vec<Mark>,
    gaps: impl Iterator<Item = Gap>,
    plot: &Area,
    style: &Style,
) {
    let color = style.palette.warning;
    let stroke = style.stroke(&tokens().plot.missing, color);
    let words = t!("chart-missing");
    let half_width = style.text_width(&words, Weight::Medium) / 2.0;
    let mut last_words: Option<f32> = None;
    for gap in gaps {
        let highest_line = plot.top + style.length(20.0);
        let y = (gap.highest - style.length(6.0)).max(highest_line);
        marks.push(line(Point::new(gap.left, y), Point::new(gap.right, y), stroke));
        let middle = ((gap.left + gap.right) / 2.0)
            .max(plot.left + half_width)
            .min((plot.right - half_width).max(plot.left + half_width));
        if last_words.is_none_or(|right| right < middle - half_width) {
            let at = Point::new(middle, y - style.length(9.0));
            marks.push(style.text(at, Anchor::Center, Weight::Medium, color, words.as_str()));
            last_words = Some(middle + half_width + style.length(8.0));
        }
    }
}
