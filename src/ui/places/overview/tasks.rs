//! The work: what the checks found, where the report stands, what is missing, what was done last.

use eframe::egui::{Align, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::App;
use crate::calendar::{Date, Span, Year};
use crate::checks::{Checked, Finding};
use crate::figures::{
    CustomerIndex, Figures, GoalOutcome, YearAccounts, sick_leave_percent, staff_at_year_end,
};
use crate::issue::Severity;
use crate::look::tokens;
use crate::project::{LogEntry, Project};
use crate::t;
use crate::ui::finding_words::{place_words, sentences};
use crate::ui::icon;
use crate::ui::place::Place;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::heading;
use crate::ui::widgets::paint::{self, WRAPPED_LINE};
use crate::ui::widgets::severity::{self, Verdict};
use crate::words::date_long;

use super::Content;
use super::chapters::Chapters;

/// What was asked for in the panel.
pub(super) enum Wish {
    Import,
    Go(Place),
    ShowFindings(Severity),
    /// A section of the report, by its id.
    OpenSection(String),
}

/// Draws the panel.
pub(super) fn show(ui: &mut Ui, content: &Content, app: &App) -> Option<Wish> {
    let mut wish = None;
    if let (Some(checked), Some(document)) = (app.checked(), app.document()) {
        let asked = ui.scope(|ui| show_findings(ui, checked, document.project())).inner;
        wish = asked.map(|asked| match asked {
            Asked::All => Wish::Go(Place::Control),
            Asked::Of(severity) => Wish::ShowFindings(severity),
        });
        heading::divide(ui, 18.0);
    }
    let opened = ui.scope(|ui| content.chapters.show(ui)).inner;
    heading::divide(ui, 18.0);
    let left = show_left(ui, content);
    show_log(ui, content);
    wish.or(left).or(opened.map(Wish::OpenSection))
}

/// What is missing, and the way to import it.
fn show_left(ui: &mut Ui, content: &Content) -> Option<Wish> {
    let mut wish = None;
    theme::text(ui, t!("overview-left"), scale().heading, colors(ui).text);
    ui.add_space(6.0);
    if content.tasks.is_empty() {
        severity::sentence(ui, Verdict::Right, &t!("overview-nothing-left"));
    }
    for task in &content.tasks {
        if show_task(ui, task) {
            wish = Some(Wish::Go(task.place));
        }
        ui.add_space(6.0);
    }
    ui.add_space(8.0);
    if ui.add(Button::secondary(&t!("cases-empty-action")).icon(icon::FILE_DROP)).clicked() {
        wish = Some(Wish::Import);
    }
    wish
}

fn show_log(ui: &mut Ui, content: &Content) {
    let colors = colors(ui);
    if !content.log.is_empty() {
        heading::divide(ui, 18.0);
        theme::text(ui, t!("overview-log"), scale().heading, colors.text);
        ui.add_space(6.0);
    }
    for line in &content.log {
        theme::paragraph(ui, &line.what, scale().body, colors.text);
        theme::paragraph(ui, &line.when_and_who, scale().caption, colors.text_2);
        ui.add_space(6.0);
    }
}

/// A sentence and the way to the place where it is mended; true when the way is taken.
fn show_task(ui: &mut Ui, task: &Task) -> bool {
    let colors = colors(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        theme::icon(ui, icon::NOT_SET, tokens().size.icon_severity, colors.text_2);
        ui.vertical(|ui| {
            theme::paragraph(ui, &task.text, scale().body, colors.text);
            let way = t!("overview-go-to", place = task.place.name());
            ui.add(Button::quiet(&way)).clicked()
        })
        .inner
    })
    .inner
}

/// So many entries are shown.
const ENTRIES: usize = 6;

/// What was done, when and by whom.
pub(super) struct LogLine {
    pub what: String,
    pub when_and_who: String,
}

/// The latest entries, the last one first.
pub(super) fn latest(project: &Project, today: Date) -> Vec<LogLine> {
    project.log.iter().rev().take(ENTRIES).map(|entry| log_line(entry, today)).collect()
}

fn log_line(entry: &LogEntry, today: Date) -> LogLine {
    let (hour, minute) = entry.when.clock();
    let time = t!("cases-clock", hour = format!("{hour:02}"), minute = format!("{minute:02}"));
    let day = match entry.when.day() {
        day if day == today => t!("overview-today"),
        day => date_long(day),
    };
    let when = t!("overview-log-when", day = day, time = time);
    let when_and_who = match entry.who.as_str() {
        "" => when,
        who => t!("overview-log-who", when = when, who = who),
    };
    LogLine { what: entry.what.clone(), when_and_who }
}

/// Something that is missing, and the place to fill it in.
pub(super) struct Task {
    pub text: String,
    /// The place.
    pub place: Place,
}

/// Everything that is missing, in the order of the work.
pub(super) fn tasks(figures: &Figures, chapters: &Chapters) -> Vec<Task> {
    let year = figures.report_year();
    let missing = [
        missing_days(figures, year).map(|text| (text, Place::Sources)),
        missing_years(figures).map(|text| (text, Place::Sources)),
        rejected_rows(figures).map(|text| (text, Place::Sources)),
        unknown_customers(figures).map(|text| (text, Place::Organisation)),
        no_events(figures, year).map(|text| (text, Place::Events)),
        goals(figures, year).map(|text| (text, Place::Goals)),
        staff(figures, year).map(|text| (text, Place::Organisation)),
        sick_leave(figures, year).map(|text| (text, Place::Organisation)),
        accounts(figures, year).map(|text| (text, Place::Economy)),
    ];
    let of_report = [unread(figures), without_owner(chapters)].into_iter().flatten();
    let of_report = of_report.map(|text| (text, Place::Report));
    let missing = missing.into_iter().flatten().chain(of_report);
    missing.map(|(text, place)| Task { text, place }).collect()
}

fn accounts(figures: &Figures, year: Year) -> Option<String> {
    let is_known = figures.accounts().year(year).is_some_and(YearAccounts::is_known);
    (!is_known).then(|| t!("overview-task-accounts", year = year.to_string()))
}

fn unread(figures: &Figures) -> Option<String> {
    let count = Chapters::unread(figures);
    (count > 0).then(|| t!("overview-task-unread", count = count))
}

fn without_owner(chapters: &Chapters) -> Option<String> {
    let count = chapters.without_owner();
    (count > 0).then(|| t!("overview-task-owners", count = count))
}

/// The days of the report year that no source speaks of.
fn missing_days(figures: &Figures, year: Year) -> Option<String> {
    let days: Vec<Date> =
        Span::year(year).days().filter(|day| figures.volumes().on(*day).is_none()).collect();
    let (first, last) = (days.first()?, days.last()?);
    let year = year.to_string();
    if days.len() >= 365 {
        return Some(t!("overview-task-no-cases", year = year));
    }
    Some(t!(
        "overview-task-days",
        count = days.len(),
        year = year,
        first = date_long(*first),
        last = date_long(*last)
    ))
}

/// The years of the baseline of which not every day is known.
fn missing_years(figures: &Figures) -> Option<String> {
    let (first, last) = figures.baseline();
    let years: Vec<String> = (first..=last)
        .filter(|year| figures.volumes().sum(Span::year(*year)).is_none())
        .map(|year| year.to_string())
        .collect();
    (!years.is_empty()).then(|| t!("overview-task-years", years = years.join(", ")))
}

fn rejected_rows(figures: &Figures) -> Option<String> {
    let sources = figures.project().sources.iter().filter(|source| source.rejected > 0);
    let rows = sources.map(|source| source.rejected).fold(0, u32::saturating_add);
    (rows > 0).then(|| t!("overview-task-rejected", count = rows))
}

/// Customers that the case rows name and the register does not know.
fn unknown_customers(figures: &Figures) -> Option<String> {
    let project = figures.project();
    let index = CustomerIndex::of(project);
    let codes = project.codes.customers.iter();
    let unknown = codes.filter(|(code, _)| index.customer(*code).is_none()).count();
    (unknown > 0).then(|| t!("overview-task-customers", count = unknown))
}

fn no_events(figures: &Figures, year: Year) -> Option<String> {
    let mut events = figures.project().events.iter();
    let has_one = events.any(|event| event.start.is_some_and(|start| start.day().year() == year));
    (!has_one).then(|| t!("overview-task-events", year = year.to_string()))
}

fn goals(figures: &Figures, year: Year) -> Option<String> {
    let goals = figures.goals();
    if goals.is_empty() {
        return Some(t!("overview-task-goals", year = year.to_string()));
    }
    let open = goals.iter().filter(|goal| goal.outcome == GoalOutcome::NoResult).count();
    (open > 0).then(|| t!("overview-task-results", count = open))
}

fn staff(figures: &Figures, year: Year) -> Option<String> {
    let is_missing = staff_at_year_end(figures.project(), year).is_none();
    is_missing.then(|| t!("overview-task-staff", year = year.to_string()))
}

fn sick_leave(figures: &Figures, year: Year) -> Option<String> {
    let is_missing = sick_leave_percent(figures.project(), year).is_none();
    is_missing.then(|| t!("overview-task-sick-leave", year = year.to_string()))
}

/// So many are shown.
const FINDINGS: usize = 3;
/// The lines that a sentence may take.
const LINES: usize = 3;
const AIR: f32 = 6.0;
/// Where the sentence stands from the left, and where it ends from the right.
const TEXT_AT: f32 = 24.0;
const TEXT_END: f32 = 26.0;

/// What was asked for.
pub(super) enum Asked {
    /// All findings.
    All,
    /// Those of a severity.
    Of(Severity),
}

/// Heading, counts and the worst findings.
pub(super) fn show_findings(ui: &mut Ui, checked: &Checked, project: &Project) -> Option<Asked> {
    let open: Vec<&Finding> = checked.findings.iter().filter(|finding| finding.is_open()).collect();
    let mut asked = None;
    let ink = colors(ui).text;
    ui.horizontal(|ui| {
        theme::text(ui, t!("overview-control"), scale().heading, ink);
        ui.with_layout(eframe::egui::Layout::right_to_left(Align::Center), |ui| {
            let all = t!("overview-control-all", count = open.len());
            if !open.is_empty() && ui.add(Button::quiet(&all)).clicked() {
                asked = Some(Asked::All);
            }
        });
    });
    if open.is_empty() {
        severity::sentence(ui, Verdict::Right, &Verdict::Right.count(checked.held));
        return asked;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            let count = open.iter().filter(|finding| finding.severity == severity).count();
            if count > 0 {
                severity::label(ui, severity, &Verdict::Off(severity).count(count));
            }
        }
    });
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, finding) in open.iter().take(FINDINGS).enumerate() {
        if finding_row(ui, at, finding, project) {
            asked = Some(Asked::Of(finding.severity));
        }
    }
    asked
}

/// Severity, sentence, place and an arrow; true when it is pressed.
fn finding_row(ui: &mut Ui, at: usize, finding: &Finding, project: &Project) -> bool {
    let colors = colors(ui);
    let width = ui.available_width();
    let text = finding.message.text();
    let (sentence, _) = sentences(&text);
    let room = width - TEXT_AT - TEXT_END;
    let words = paint::wrapped(ui, sentence, scale().body, colors.text, room, LINES);
    let place = finding.places.first().map(|place| place_words(project, place));
    let place = place.unwrap_or_default();
    let caption = paint::elided(ui, &place, scale().caption, colors.text_2, room);
    let height = words.size().y + WRAPPED_LINE + 2.0 * AIR;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("finding", at)), Sense::click());
    let verdict = Verdict::Off(finding.severity);
    let spoken = t!("overview-finding", severity = verdict.word(), sentence = sentence);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
    let over = paint::hover(ui, response.id, response.hovered());
    let fill = paint::mix(colors.panel, colors.sunken, over);
    ui.painter().rect_filled(rect, tokens().radius.button, fill);
    let line = |top: f32, height: f32| {
        Rect::from_min_size(eframe::egui::pos2(rect.left(), top), vec2(width, height))
    };
    let first = line(rect.top() + AIR, WRAPPED_LINE);
    let color = verdict.color(colors);
    let mark = theme::icon_galley(ui, verdict.icon(), tokens().size.icon_severity, color);
    paint::place_text(ui.painter(), first, mark, Align::Min, color);
    let arrow = theme::icon_galley(ui, icon::ARROW_RIGHT, tokens().size.icon, colors.text_2);
    paint::place_text(ui.painter(), first, arrow, Align::Max, colors.text_2);
    let text_at = |rect: Rect| rect.with_min_x(rect.left() + TEXT_AT);
    let body = text_at(line(rect.top() + AIR, words.size().y));
    let below = text_at(line(body.bottom(), WRAPPED_LINE));
    paint::place_text(ui.painter(), body, words, Align::Min, colors.text);
    paint::place_text(ui.painter(), below, caption, Align::Min, colors.text_2);
    paint::focus_ring(ui, &response, rect, tokens().radius.button);
    response.clicked()
}
