//! Charts: computed once as a [`Scene`] of plain marks, painted the same everywhere.
//!
//! A chart is a function from series, size and [`Style`] to a scene. The window, [`svg`] and
//! [`png`] only paint scenes, so that a chart looks alike on screen, in a file and on paper.
//! What follows the pointer is a second, small list of marks over the scene, which stays as
//! it is.

mod alt_text;
mod annotations;
mod choice;
mod columns;
mod daily;
mod day_axis;
mod difference;
mod economy_budget;
mod economy_groups;
mod end_labels;
mod event_labels;
mod events;
mod font;
mod goal_bar;
mod lines;
mod missing;
mod png;
mod quarter_small;
mod runs;
mod scale;
mod scene;
mod spread;
mod style;
mod svg;
mod week_axis;
mod week_labels;
mod weekly;
mod year_bars;

pub use alt_text::{alt_text_daily, alt_text_weekly};
pub use annotations::Annotation;
pub use choice::{ChartChoice, event_marks, marks_of};
pub use daily::{DailyLayout, daily};
pub use economy_budget::{BudgetBar, budget_bars, budget_bars_height};
pub use economy_groups::{YearGroup, year_groups};
pub use end_labels::years_text;
pub use events::EventMark;
pub use font::{Weight, has_letter, width as text_width};
pub use goal_bar::{GoalBar, GoalTone, goal_bar};
pub use png::{Pixels, pixels, png};
pub use quarter_small::{SharedScale, quarter_small};
pub use scene::{Anchor, Area, Dash, Ink, Mark, Point, Scene, Size, Stroke, Text};
pub use style::Style;
pub use svg::svg;
pub use weekly::{WeeklyLayout, WeeklyOptions, weekly};
pub use year_bars::{YearBar, year_bars};
