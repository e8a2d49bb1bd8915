//! The plot: its scene, kept as long as nothing changes, and what follows pointer and keys.

use eframe::egui::{
    EventFilter, Key, Popup, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::Command;
use crate::calendar::{Date, IsoWeek, Year};
use crate::chart::{
    Annotation, ChartChoice, DailyLayout, Mark, Scene, Size, Style, WeeklyLayout, WeeklyOptions,
    daily, weekly,
};
use crate::figures::{Filter, Key as FigureKey, TrailOf, WeeklySeries};
use crate::look::tokens;
use crate::t;
use crate::ui::theme::colors;
use crate::ui::widgets::paint;
use crate::ui::widgets::tooltip::Tip;
use crate::ui::{scene, trail};

use super::content::{Content, Series};
use super::words::cases;
use super::{CasesState, words};

/// As wide as a tooltip's sentence is easily read.
const TIP_WIDTH: f32 = 470.0;
const TIP_PADDING: f32 = 12.0;

/// The plot as it was last drawn, and where the keyboard is in it.
#[derive(Default)]
pub(super) struct PlotState {
    drawn: Option<Drawn>,
    /// The column that the arrows have reached, counted from 0.
    cursor: Option<usize>,
    /// The number at which the menu was opened; the pointer is elsewhere while it is open.
    menu_of: Option<FigureKey>,
}

impl PlotState {
    /// Begins again at the first column.
    pub fn forget_cursor(&mut self) {
        self.cursor = None;
    }
}

#[derive(Clone, Debug, PartialEq)]
struct DrawnFor {
    revision: u64,
    choice: ChartChoice,
    filter: Filter,
    size: (f32, f32),
    is_dark: bool,
    hidden_years: Vec<Year>,
    hides_average: bool,
}

struct Drawn {
    of: DrawnFor,
    scene: Scene,
    layout: Layout,
}

enum Layout {
    Days(DailyLayout),
    Weeks(WeeklyLayout),
}

/// What the pointer or the keyboard is at: a day or a week, its column and its words.
struct Aim {
    column: Rect,
    marks: Vec<Mark>,
    tip: Tip,
    day: Option<Date>,
    /// How many cases.
    key: FigureKey,
}

/// Shows the plot in `height`; returns the day that was clicked.
pub(super) fn show(
    ui: &mut Ui,
    state: &mut CasesState,
    content: &Content,
    height: f32,
    commands: &mut Vec<Command>,
) -> Option<Date> {
    let size = vec2(ui.available_width().floor(), height.floor());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    state.draw(ui, content, size.x, size.y);
    let columns = content.columns();
    move_cursor(ui, &response, &mut state.plot.cursor, columns);
    let PlotState { drawn: Some(drawn), cursor, menu_of } = &mut state.plot else { return None };
    let origin = rect.min;
    scene::paint(ui, &drawn.scene, origin);
    if let (Some(day), Layout::Days(layout)) = (&state.day, &drawn.layout) {
        scene::paint_marks(ui, &layout.hover(day.date), origin);
    }
    let pointed = response.hover_pos().and_then(|at| drawn.aim_at(content, at, origin));
    let by_keys = cursor.filter(|_| response.has_focus());
    let aim = pointed.or_else(|| drawn.aim_of(content, by_keys?, origin));
    name(&response, &drawn.scene, aim.as_ref());
    paint::focus_ring(ui, &response, rect.expand(2.0), tokens().radius.button);
    // A figure counts all cases; under a filter the plot shows another number.
    let trailed = aim.as_ref().filter(|_| content.filter().is_empty()).map(|aim| aim.key.clone());
    if response.secondary_clicked() {
        menu_of.clone_from(&trailed);
    }
    let asked = if Popup::is_any_open(ui.ctx()) { menu_of.clone() } else { trailed };
    trail::answers(&response, asked.map(TrailOf::Figure), commands);
    let aim = aim?;
    scene::paint_marks(ui, &aim.marks, origin);
    show_tip(ui, drawn, origin, &aim);
    let is_chosen = response.clicked();
    aim.day.filter(|_| is_chosen)
}

impl Content {
    fn columns(&self) -> usize {
        match &self.series {
            Series::Days(series) => series.days.len(),
            Series::Weeks(_) => usize::from(crate::calendar::weeks_in(self.year)),
        }
    }
}

/// Left and right go from column to column while the plot has the focus.
fn move_cursor(ui: &Ui, response: &Response, cursor: &mut Option<usize>, columns: usize) {
    if !response.has_focus() {
        return;
    }
    let keep = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keep));
    let (left, right) =
        ui.input(|input| (input.num_presses(Key::ArrowLeft), input.num_presses(Key::ArrowRight)));
    if left + right > 0 {
        let at = cursor.map_or(0, |at| (at + right).saturating_sub(left));
        *cursor = Some(at.min(columns.saturating_sub(1)));
    }
}

/// The plot's name is its title, its value what it shows, or what it says of the day.
fn name(response: &Response, scene: &Scene, aim: Option<&Aim>) {
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(match aim {
            Some(aim) => format!("{}. {}", aim.tip.title, aim.tip.body),
            None => scene.description.clone(),
        }),
        ..WidgetInfo::labeled(Role::Image, true, &scene.title)
    });
}

impl CasesState {
    /// Draws the scene where what it shows has changed.
    fn draw(&mut self, ui: &Ui, content: &Content, width: f32, height: f32) {
        let of = DrawnFor {
            revision: content.revision(),
            choice: content.choice(),
            filter: content.filter().clone(),
            size: (width, height),
            is_dark: ui.visuals().dark_mode,
            hidden_years: self.hidden_years.clone(),
            hides_average: self.hides_average,
        };
        if self.plot.drawn.as_ref().is_some_and(|drawn| drawn.of == of) {
            return;
        }
        let palette = if of.is_dark { &tokens().dark } else { &tokens().light };
        let (style, size) = (Style::screen(palette), Size::new(width, height));
        let (scene, layout) = match &content.series {
            Series::Days(series) => {
                let (scene, layout) = daily(series, &content.events, size, &style);
                (scene, Layout::Days(layout))
            }
            Series::Weeks(series) => {
                let annotations: Vec<Annotation> =
                    peak(series, &of.hidden_years).into_iter().collect();
                let options = WeeklyOptions {
                    hidden_years: &of.hidden_years,
                    hides_average: of.hides_average,
                    annotations: &annotations,
                };
                let (scene, layout) = weekly(series, &options, size, &style);
                (scene, Layout::Weeks(layout))
            }
        };
        self.plot.drawn = Some(Drawn { of, scene, layout });
    }
}

/// The highest week of all that are shown, named at its peak.
fn peak(series: &WeeklySeries, hidden: &[Year]) -> Option<Annotation> {
    let shown = series.weeks.iter().filter(|point| !hidden.contains(&point.week.year));
    let highest = shown.max_by_key(|point| point.cases)?;
    let (week, year) = (highest.week.week.to_string(), highest.week.year.to_string());
    Some(Annotation {
        week: highest.week.week,
        title: t!("cases-peak", week = week, year = year),
        text: cases(highest.cases),
    })
}

impl Drawn {
    fn plot(&self, origin: Pos2) -> Rect {
        let area = match &self.layout {
            Layout::Days(layout) => layout.plot(),
            Layout::Weeks(layout) => layout.plot(),
        };
        scene::rect(&area, origin)
    }

    /// What lies under a point of the screen, from the plot down to the scene's foot.
    fn aim_at(&self, content: &Content, at: Pos2, origin: Pos2) -> Option<Aim> {
        if at.y < self.plot(origin).top() {
            return None;
        }
        let x = at.x - origin.x;
        match &self.layout {
            Layout::Days(layout) => self.aim_day(content, layout.day_at(x)?, origin),
            Layout::Weeks(layout) => self.aim_week(content, layout.week_at(x)?, origin),
        }
    }

    fn aim_of(&self, content: &Content, index: usize, origin: Pos2) -> Option<Aim> {
        match &content.series {
            Series::Days(series) => self.aim_day(content, series.days.get(index)?.date, origin),
            Series::Weeks(_) => self.aim_week(content, u8::try_from(index + 1).ok()?, origin),
        }
    }

    fn aim_day(&self, content: &Content, day: Date, origin: Pos2) -> Option<Aim> {
        let (Layout::Days(layout), Series::Days(series)) = (&self.layout, &content.series) else {
            return None;
        };
        let point = series.days.iter().find(|point| point.date == day)?;
        Some(Aim {
            column: scene::rect(&layout.column(day)?, origin),
            marks: layout.hover(day),
            tip: words::day_tip(point, &content.events),
            day: Some(day),
            key: FigureKey::Day(day),
        })
    }

    fn aim_week(&self, content: &Content, week: u8, origin: Pos2) -> Option<Aim> {
        let (Layout::Weeks(layout), Series::Weeks(series)) = (&self.layout, &content.series) else {
            return None;
        };
        Some(Aim {
            column: scene::rect(&layout.column(week)?, origin),
            marks: layout.hover(week),
            tip: words::week_tip(series, week),
            day: None,
            key: FigureKey::Week(IsoWeek { year: content.year, week }),
        })
    }
}

/// Writes the words once to learn their size, then where they cover no line.
fn show_tip(ui: &mut Ui, drawn: &Drawn, origin: Pos2, aim: &Aim) {
    let plot = drawn.plot(origin);
    let width = tip_width(plot, aim.column, TIP_WIDTH);
    let inner = width - 2.0 * TIP_PADDING;
    let measure = Rect::from_min_size(plot.min, vec2(inner, plot.height()));
    let mut sizing = ui.new_child(UiBuilder::new().max_rect(measure).sizing_pass().invisible());
    aim.tip.show(&mut sizing);
    let used = sizing.min_rect().size();
    let size = vec2(used.x.min(inner), used.y) + vec2(2.0 * TIP_PADDING, 2.0 * TIP_PADDING - 4.0);
    let rect = tip_rect(&drawn.scene, origin, plot, aim.column, size);
    let colors = colors(ui);
    let stroke = Stroke::new(1.0, colors.field_border);
    ui.painter().rect(rect, tokens().radius.button, colors.raised, stroke, StrokeKind::Inside);
    let words = Rect::from_min_max(
        rect.min + vec2(TIP_PADDING, TIP_PADDING - 2.0),
        rect.max - vec2(TIP_PADDING, 0.0),
    );
    let mut over = ui.new_child(UiBuilder::new().max_rect(words));
    aim.tip.show(&mut over);
}

/// Between the tooltip and its day.
const AIR: f32 = 12.0;
/// It may hide the numbers of the weeks, but not the months.
const BELOW: f32 = 18.0;
/// Heights that are tried, from the foot of the plot up.
const STEPS: u8 = 8;

/// How wide the tooltip may be: as much as the roomier side of its day has.
pub(super) fn tip_width(plot: Rect, column: Rect, natural: f32) -> f32 {
    let side = (column.left() - plot.left()).max(plot.right() - column.right());
    natural.min(side - AIR).max(180.0)
}

/// The place in `plot`, beside `column`, that covers the fewest points of the scene's lines; of
/// equals the lowest.
pub(super) fn tip_rect(scene: &Scene, origin: Pos2, plot: Rect, column: Rect, size: Vec2) -> Rect {
    let left = column.left() - AIR - size.x;
    let right = column.right() + AIR;
    let tops = (0..STEPS).map(|step| {
        let room = (plot.height() + BELOW - size.y - 4.0).max(0.0);
        plot.bottom() + BELOW - size.y - room * f32::from(step) / f32::from(STEPS - 1)
    });
    let fits = |x: f32| x >= plot.left() - 1.0 && x + size.x <= plot.right() + 1.0;
    let sides = [left, right].into_iter().filter(|x| fits(*x));
    let places: Vec<Rect> = sides
        .flat_map(|x| tops.clone().map(move |y| Rect::from_min_size(pos2(x, y), size)))
        .collect();
    let points = line_points(scene, origin);
    let covered = |place: &Rect| {
        let around = place.expand2(vec2(4.0, 4.0));
        points.iter().filter(|point| around.contains(**point)).count()
    };
    let free = places.iter().min_by_key(|place| covered(place)).copied();
    free.unwrap_or_else(|| {
        // Neither side has room: over the edge of the plot rather than over the day.
        let x = if column.center().x > plot.center().x { left } else { right };
        Rect::from_min_size(pos2(x, plot.bottom() - size.y - 2.0), size)
    })
}

/// Points along the lines, the band's edge and the leaders of the events.
fn line_points(scene: &Scene, origin: Pos2) -> Vec<Pos2> {
    let mut points = Vec::with_capacity(1024);
    for mark in &scene.marks {
        let (line, steps) = match mark {
            Mark::Line { points: line, .. } if line.len() > 2 => (line, 2),
            Mark::Line { points: line, stroke } if stroke.dash.is_some() => (line, 12),
            Mark::Band { upper, .. } => (upper, 2),
            _ => continue,
        };
        for pair in line.windows(2) {
            if let [a, b] = pair {
                let (a, b) = (scene::place(*a, origin), scene::place(*b, origin));
                points.extend((0..=steps).map(|step| a.lerp(b, step as f32 / steps as f32)));
            }
        }
    }
    points
}
