//! The goals: result, target, a line with both, and what it says of the goal.

use eframe::egui::{Align, Color32, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::Command;
use crate::chart::{GoalBar, GoalTone, Scene, Size, Style, goal_bar};
use crate::figures::{Figures, GoalOutcome, GoalResult, Key, TrailOf};
use crate::look::tokens;
use crate::number::{self, Decimal};
use crate::project::{Direction, GoalMetric};
use crate::t;
use crate::ui::icon::{self, Icon};
use crate::ui::scene;
use crate::ui::theme::{self, Colors, colors, medium, scale, semibold};
use crate::ui::trail;
use crate::ui::widgets::{heading, paint};

const ROW: f32 = 31.0;
const BAR: Size = Size::new(180.0, 24.0);
/// Where uptime's scale begins; its goals have a narrow range.
const UPTIME_FIRST: Decimal = Decimal::from_parts(995, 0, 0, false, 1);

/// The goals of the year in words.
pub(super) struct Goals {
    caption: String,
    rows: Vec<Row>,
}

struct Row {
    key: Option<Key>,
    name: String,
    result: String,
    target: String,
    outcome: GoalOutcome,
    remark: String,
    bar: GoalBar,
}

/// The bars as they were last drawn.
#[derive(Default)]
pub(super) struct Scenes {
    drawn: Option<((u64, bool), Vec<Scene>)>,
}

impl Goals {
    /// The goals of the report year.
    pub fn of(figures: &Figures) -> Self {
        let results = figures.goals();
        let rows: Vec<Row> = results.iter().map(|result| Row::of(figures, result)).collect();
        let has_uptime = rows.iter().any(|row| row.bar.scale.0 == UPTIME_FIRST);
        let count = |outcome| results.iter().filter(|result| result.outcome == outcome).count();
        let mut sentences = vec![
            t!(
                "overview-goals-count",
                met = count(GoalOutcome::Met),
                missed = count(GoalOutcome::Missed),
                open = count(GoalOutcome::NotSet) + count(GoalOutcome::NoResult)
            ),
            t!("overview-goals-how"),
        ];
        if has_uptime {
            sentences.push(t!("overview-goals-uptime"));
        }
        Self { caption: sentences.join(" "), rows }
    }
}

impl Row {
    fn of(figures: &Figures, result: &GoalResult) -> Self {
        let goal = figures.project().goals.get(result.row);
        let is_uptime = goal.is_some_and(|goal| goal.metric == GoalMetric::Uptime);
        let first = if is_uptime { UPTIME_FIRST } else { Decimal::ZERO };
        let percent = |value: Decimal| number::percent(value, 2);
        let name = goal.map(|goal| goal.measure.clone()).unwrap_or_default();
        Self {
            key: figures.goal_key(result.row),
            name,
            result: result.result.map_or_else(|| t!("missing"), percent),
            target: target(result),
            outcome: result.outcome,
            remark: match result.missing_months() {
                Some((known, all)) => t!("overview-goal-months", known = known, all = all),
                None => remark(result),
            },
            bar: GoalBar {
                scale: (first, Decimal::ONE_HUNDRED),
                target: result.threshold,
                result: result.result,
                tone: tone(result.outcome),
                states_scale: false,
            },
        }
    }
}

/// "minst 99,80 %".
fn target(result: &GoalResult) -> String {
    let Some(threshold) = result.threshold else { return t!("overview-goal-no-number") };
    // As the results: two decimals, unless the target is whole.
    let decimals = if threshold.fract().is_zero() { 0 } else { 2 };
    let percent = number::percent(threshold, decimals);
    match result.direction {
        Direction::AtLeast => t!("overview-goal-at-least", percent = percent),
        Direction::AtMost => t!("overview-goal-at-most", percent = percent),
    }
}

/// "10,3 prosentpoeng under", or which side is good where there is no number.
fn remark(result: &GoalResult) -> String {
    result.distance_text().unwrap_or_else(|| match (result.outcome, result.direction) {
        (GoalOutcome::NoResult, _) => String::new(),
        (_, Direction::AtLeast) => t!("overview-goal-higher-is-better"),
        (_, Direction::AtMost) => t!("overview-goal-lower-is-better"),
    })
}

fn tone(outcome: GoalOutcome) -> GoalTone {
    match outcome {
        GoalOutcome::Met => GoalTone::Reached,
        GoalOutcome::Missed => GoalTone::Missed,
        GoalOutcome::NotSet | GoalOutcome::NoResult => GoalTone::Neutral,
    }
}

fn sign(outcome: GoalOutcome, colors: &Colors) -> (Icon, Color32) {
    match outcome {
        GoalOutcome::Met => (icon::DONE, colors.ok),
        GoalOutcome::Missed => (icon::ERROR, colors.error),
        GoalOutcome::NotSet | GoalOutcome::NoResult => (icon::NOT_SET, colors.text_2),
    }
}

/// Shows the goals.
pub(super) fn show(
    ui: &mut Ui,
    scenes: &mut Scenes,
    goals: &Goals,
    revision: u64,
    commands: &mut Vec<Command>,
) {
    if goals.rows.is_empty() {
        heading::section(ui, &t!("place-goals"), "");
        theme::paragraph(ui, t!("overview-no-goals"), scale().body, colors(ui).text_2);
        return;
    }
    heading::section(ui, &t!("place-goals"), &goals.caption);
    ui.add_space(4.0);
    let of = (revision, ui.visuals().dark_mode);
    if scenes.drawn.as_ref().is_none_or(|(drawn_for, _)| *drawn_for != of) {
        let palette = if of.1 { &tokens().dark } else { &tokens().light };
        let style = Style::screen(palette);
        let drawn = goals.rows.iter().map(|row| goal_bar(&row.bar, BAR, &style)).collect();
        scenes.drawn = Some((of, drawn));
    }
    let Some((_, drawn)) = &scenes.drawn else { return };
    ui.spacing_mut().item_spacing.y = 0.0;
    for (row, scene) in goals.rows.iter().zip(drawn) {
        show_row(ui, row, scene, commands);
    }
}

fn show_row(ui: &mut Ui, row: &Row, scene: &Scene, commands: &mut Vec<Command>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let outcome = t!(row.outcome.word_key());
    response.widget_info(|| {
        let name = t!(
            "overview-goal-row",
            name = row.name.as_str(),
            result = row.result.as_str(),
            target = row.target.as_str(),
            outcome = outcome.as_str()
        );
        WidgetInfo::labeled(Role::Label, true, name)
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    trail::lit(ui, &response, rect);
    if let Some(key) = &row.key {
        trail::click_answers(&response, &TrailOf::Figure(key.clone()), commands);
    }
    let colors = colors(ui);
    // Name, result and target share what the bar, outcome and remark leave.
    let name_width = (rect.width() - 648.0).clamp(120.0, 270.0);
    let mut left = rect.left();
    let mut column = |width: f32| {
        let area = Rect::from_x_y_ranges(left..=left + width, rect.y_range());
        left += width;
        area
    };
    let write = |area: Rect, text: &str, style, color, align| {
        let galley = paint::elided(ui, text, style, color, area.width());
        paint::place_text(ui.painter(), area, galley, align, color);
    };
    let body = scale().body;
    write(column(name_width), &row.name, body, colors.text, Align::Min);
    write(column(64.0), &row.result, semibold(body), colors.text, Align::Max);
    column(20.0);
    write(column(96.0), &row.target, body, colors.text_2, Align::Min);
    let bar = column(BAR.width);
    let corner = bar.left_center() - vec2(0.0, BAR.height / 2.0);
    scene::paint(ui, scene, corner);
    column(22.0);
    let (icon, color) = sign(row.outcome, colors);
    let galley = theme::icon_galley(ui, icon, tokens().size.icon_severity, color);
    paint::place_text(ui.painter(), column(20.0), galley, Align::Min, color);
    write(column(100.0), &outcome, medium(body), color, Align::Min);
    let rest = rect.with_min_x(left.min(rect.right()));
    write(rest, &row.remark, scale().caption, colors.text_2, Align::Min);
}
