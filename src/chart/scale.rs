//! The vertical scale of counts: from zero, in round steps.

use super::font::Weight;
use super::scene::{Anchor, Area, Mark, Point};
use super::style::{Style, line, sharp};
use crate::look::tokens;
use crate::number;

/// The least and the most lines of a grid, the zero line not counted.
const LINES: (u32, u32) = (4, 7);

/// A scale of counts from zero to `step` × `lines`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountScale {
    /// Between two lines of the grid.
    pub step: u32,
    /// Lines over the zero line.
    pub lines: u32,
}

impl CountScale {
    /// The scale with the smallest round step (1, 2, 2,5 or 5 times a power of ten) that needs
    /// no more than seven lines to reach `highest`.
    pub fn up_to(highest: u32) -> Self {
        let step = round_steps()
            .find(|step| highest.div_ceil(*step) <= LINES.1)
            // Only counts beyond thousands of millions come here.
            .unwrap_or(highest / LINES.0);
        Self { step, lines: highest.div_ceil(step).max(LINES.0) }
    }

    /// The count of the topmost line.
    #[inline]
    pub fn top(&self) -> u32 {
        self.step.saturating_mul(self.lines)
    }

    /// The y of `value` in `plot`.
    #[inline]
    pub(super) fn y(&self, value: f64, plot: &Area) -> f32 {
        plot.bottom - (value / f64::from(self.top())) as f32 * plot.height()
    }

    /// How wide the widest of the numbers is.
    pub(super) fn label_width(&self, style: &Style) -> f32 {
        style.text_width(&number::count(self.top().into()), Weight::Regular)
    }

    /// The grid, without the zero line.
    pub(super) fn push_grid(&self, marks: &mut Vec<Mark>, plot: &Area, style: &Style) {
        let stroke = style.stroke(&tokens().plot.grid, style.palette.plot_grid);
        for count in self.counts().skip(1) {
            let y = sharp(self.y(count.into(), plot));
            marks.push(line(Point::new(plot.left, y), Point::new(plot.right, y), stroke));
        }
    }

    /// The zero line and the numbers beside the lines.
    pub(super) fn push_axis(&self, marks: &mut Vec<Mark>, plot: &Area, style: &Style) {
        let stroke = style.stroke(&tokens().plot.zero, style.palette.line_strong);
        let zero = sharp(plot.bottom);
        marks.push(line(Point::new(plot.left, zero), Point::new(plot.right, zero), stroke));
        for count in self.counts() {
            let at = Point::new(plot.left - style.length(8.0), self.y(count.into(), plot));
            let (words, color) = (number::count(count.into()), style.palette.text_2);
            marks.push(style.text(at, Anchor::Right, Weight::Regular, color, words));
        }
    }

    fn counts(&self) -> impl Iterator<Item = u32> + use<> {
        let step = self.step;
        (0..=self.lines).map(move |line| step.saturating_mul(line))
    }
}

/// 1, 2, 5, 10, 20, 25, 50, 100 …: the steps of whole counts, smallest first.
pub(super) fn round_steps() -> impl Iterator<Item = u32> {
    let quarters = |ten: u32| (ten >= 10).then_some(ten / 10 * 25);
    (0..9)
        .map(|power| 10_u32.pow(power))
        .flat_map(move |ten| [Some(ten), Some(2 * ten), quarters(ten), Some(5 * ten)])
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_has_four_to_seven_lines_and_reaches_the_highest_count() {
        for highest in (0..3_000).chain([99_999, 1_234_567, u32::MAX]) {
            let scale = CountScale::up_to(highest);
            assert!((LINES.0..=LINES.1).contains(&scale.lines), "{highest}: {scale:?}");
            assert!(scale.top() >= highest, "{highest}: {scale:?}");
        }
        assert_eq!(CountScale::up_to(281), CountScale { step: 50, lines: 6 });
        assert_eq!(CountScale::up_to(1_306), CountScale { step: 200, lines: 7 });
        assert_eq!(CountScale::up_to(150), CountScale { step: 25, lines: 6 });
        assert_eq!(CountScale::up_to(0), CountScale { step: 1, lines: 4 });
    }
}
