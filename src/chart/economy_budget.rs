//! Accounts against the budget: a bar a line from zero, and a tick at the budget.

use super::font::Weight;
use super::scene::{Anchor, Area, Mark, Point, Scene, Size};
use super::style::{Style, line, sharp};
use crate::number::Decimal;
use crate::t;

/// The height of a line, and of its bar.
const ROW: f32 = 30.0;
const BAR: f32 = 12.0;
/// The height of the tick at the budget.
const TICK: f32 = 22.0;
/// The room of the lines' names, and of the numbers after the bars.
const NAME: f32 = 256.0;
const NUMBER: f32 = 150.0;

/// A line of the accounts with its budget, both shown by their size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetBar {
    /// The line's words.
    pub name: String,
    /// What it came to, in kroner.
    pub actual: Decimal,
    /// What was planned, in kroner; `None` without a budget.
    pub budget: Option<Decimal>,
    /// The deviation in words: "28,3 mill., merinntekt".
    pub words: String,
}

/// The height that so many lines need.
pub fn budget_bars_height(lines: usize) -> f32 {
    ROW * lines as f32
}

/// Draws `bars` below each other in `size`, all on one scale.
pub fn budget_bars(title: String, bars: &[BudgetBar], size: Size, style: &Style) -> Scene {
    let palette = &style.palette;
    let (name, number) = (style.length(NAME), style.length(NUMBER));
    let room = (size.width - name - number).max(1.0);
    let sizes = bars.iter().flat_map(|bar| [Some(bar.actual.abs()), bar.budget.map(|b| b.abs())]);
    let most = sizes.flatten().max().unwrap_or_default();
    let reach = |value: Decimal| {
        let part = value.abs().checked_div(most).unwrap_or_default();
        name + room * f32::try_from(part).unwrap_or_default().clamp(0.0, 1.0)
    };
    let mut marks = Vec::new();
    let row = style.length(ROW);
    for (index, bar) in bars.iter().enumerate() {
        let middle = row * (index as f32 + 0.5);
        let at = Point::new(name - style.length(12.0), middle);
        marks.push(style.text(at, Anchor::Right, Weight::Regular, palette.text, bar.name.clone()));
        let half = style.length(BAR / 2.0);
        let right = reach(bar.actual);
        let area = Area { left: name, top: middle - half, right, bottom: middle + half };
        marks.push(Mark::Rectangle { area, fill: palette.accent.into() });
        let mut end = right;
        if let Some(budget) = bar.budget {
            let x = sharp(reach(budget));
            let half = style.length(TICK / 2.0);
            let (top, bottom) = (Point::new(x, middle - half), Point::new(x, middle + half));
            // The tick stays visible over the bar by an edge of the canvas.
            marks.push(line(top, bottom, style.solid(4.0, palette.canvas)));
            marks.push(line(top, bottom, style.solid(2.0, palette.text)));
            end = end.max(x);
        }
        let at = Point::new(end + style.length(8.0), middle);
        let words = bar.words.clone();
        marks.push(style.text(at, Anchor::Left, Weight::Regular, palette.text_2, words));
    }
    let axis = sharp(name);
    let (top, bottom) = (Point::new(axis, 0.0), Point::new(axis, row * bars.len() as f32));
    marks.push(line(top, bottom, style.solid(1.0, palette.line_strong)));
    let description = alt_text(bars);
    Scene { size, background: palette.canvas.into(), marks, title, description }
}

/// "Lønnsutgifter: 4,6 mill. under. …"
fn alt_text(bars: &[BudgetBar]) -> String {
    let say = |bar: &BudgetBar| {
        t!("chart-alt-budget", name = bar.name.as_str(), words = bar.words.as_str())
    };
    bars.iter().map(say).collect::<Vec<_>>().join(" ")
}
