//! A goal as a line: a thin track, a tick at the target, a dot at the result.

use super::font::Weight;
use super::scene::{Anchor, Mark, Point, Scene, Size};
use super::style::{Style, disc, line};
use crate::look::Rgb;
use crate::number::{self, Decimal};
use crate::t;

/// The radius of the result's dot.
const DOT: f32 = 4.5;
/// The height of the target's tick.
const TICK: f32 = 14.0;
/// The height of the words under the track.
const WORDS: f32 = 16.0;

/// Whether a goal was reached, as far as it can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalTone {
    /// Reached.
    Reached,
    /// Not reached.
    Missed,
    /// The goal has no number, or no result: neither good nor bad.
    Neutral,
}

/// A goal's numbers, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalBar {
    /// The left and right end of the track; 99,5 and 100 for uptime, else 0 and 100.
    pub scale: (Decimal, Decimal),
    /// Where the tick is.
    pub target: Option<Decimal>,
    /// Where the dot is.
    pub result: Option<Decimal>,
    /// The dot's colour.
    pub tone: GoalTone,
    /// Whether the ends of the scale are written under the track.
    pub states_scale: bool,
}

/// Draws the goal in `size`; 180 by 24 is enough without words under the track.
pub fn goal_bar(goal: &GoalBar, size: Size, style: &Style) -> Scene {
    let palette = &style.palette;
    let words_height = if goal.states_scale { style.length(WORDS) } else { 0.0 };
    let y = (size.height - words_height) / 2.0;
    let inset = style.length(DOT);
    let at = |value: Decimal| {
        let part = goal.part(value);
        Point::new(inset + part * (size.width - 2.0 * inset), y)
    };
    let ends = (Point::new(0.0, y), Point::new(size.width, y));
    let mut marks = vec![line(ends.0, ends.1, style.solid(1.5, palette.line_strong))];
    let (target, result, color) = (goal.target.map(at), goal.result.map(at), goal.color(style));
    if let (Some(target), Some(result), GoalTone::Missed) = (target, result, goal.tone) {
        marks.push(line(target, result, style.solid(2.0, color)));
    }
    let half_tick = style.length(TICK / 2.0);
    marks.extend(target.map(|Point { x, y }| {
        let (top, bottom) = (Point::new(x, y - half_tick), Point::new(x, y + half_tick));
        line(top, bottom, style.solid(2.0, palette.text))
    }));
    marks.extend(result.map(|at| disc(at, style.length(DOT), color)));
    if goal.states_scale {
        goal.push_scale(&mut marks, size, style);
    }
    let (title, description) = (t!("chart-goal-title"), goal.alt_text());
    Scene { size, background: palette.canvas.into(), marks, title, description }
}

impl GoalBar {
    /// Where `value` lies on the scale, from 0 to 1; what lies beyond stands at the end.
    fn part(&self, value: Decimal) -> f32 {
        let (first, last) = self.scale;
        let part = value.checked_sub(first).zip(last.checked_sub(first));
        let part = part.and_then(|(from_first, length)| from_first.checked_div(length));
        let part = part.unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE);
        f32::try_from(part).unwrap_or_default()
    }

    fn color(&self, style: &Style) -> Rgb {
        match self.tone {
            GoalTone::Reached => style.palette.ok,
            GoalTone::Missed => style.palette.error,
            GoalTone::Neutral => style.palette.plot_average,
        }
    }

    fn push_scale(&self, marks: &mut Vec<Mark>, size: Size, style: &Style) {
        let y = size.height - style.length(WORDS / 2.0);
        let ends = [(0.0, Anchor::Left, self.scale.0), (size.width, Anchor::Right, self.scale.1)];
        marks.extend(ends.map(|(x, anchor, value)| {
            let words = percent(value);
            style.text(Point::new(x, y), anchor, Weight::Regular, style.palette.text_3, words)
        }));
    }

    fn alt_text(&self) -> String {
        match (self.result.map(percent), self.target.map(percent)) {
            (Some(result), Some(target)) => t!("chart-alt-goal", result = result, target = target),
            (Some(result), None) => t!("chart-alt-goal-without-target", result = result),
            (None, _) => t!("chart-alt-goal-without-result"),
        }
    }
}

/// A percentage with the decimals that it has.
fn percent(value: Decimal) -> String {
    number::percent(value, value.scale())
}
