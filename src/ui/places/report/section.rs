//! The open section in the middle: its texts to write, and between them what the figures give.

use eframe::egui::{
    Align, Frame, Id, Key, Layout, Margin, Popup, PopupCloseBehavior, ScrollArea, Ui,
};

use super::dialogs::Describe;
use super::note::Asked;
use super::text;
use super::writing::{Around, TextId, Writing};
use crate::app::Command;
use crate::calendar::Span;
use crate::figures::Figures;
use crate::issue::Severity;
use crate::look::tokens;
use crate::project::{
    AddedBlock, Edit, Minute, Project, SectionState, SectionText, TextPeriod, alt_text_id,
};
use crate::report::{NumberedPart, Part, Section, draft};
use crate::t;
use crate::ui::icon;
use crate::ui::place::Place;
use crate::ui::theme::{self, colors, scale, semibold};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{paint, severity};
use crate::words;

/// The widest that prose is set.
const MEASURE: f32 = 640.0;
/// The choice of how far a text has come.
const STATE: f32 = 104.0;
const OWNER: f32 = 180.0;

/// What the person asks for in the section.
#[derive(Default)]
pub(super) struct Outcome {
    /// A wish about a number, with the text that it stands in.
    pub asked: Option<(TextId, Asked)>,
    /// The place that the person wants to go to.
    pub place: Option<Place>,
    /// The text that has just got the focus.
    pub focused: Option<String>,
    /// The chart whose alternative text is to be written.
    pub described: Option<Describe>,
    /// The chart or table to take out of the section again.
    pub removed: Option<AddedBlock>,
}

/// The anchors of the page at which a section is read; `heading` is the small heading over the
/// text that is written.
pub(super) fn anchors(section: &Section, heading: Option<&str>) -> Vec<String> {
    let small = heading.map(|heading| format!("{}-{heading}", section.id));
    small.into_iter().chain([format!("section-{}", section.id)]).collect()
}

/// The small heading over a text of the section.
pub(super) fn heading_of<'s>(section: &'s Section, text: &str) -> Option<&'s str> {
    let at = section.parts.iter().position(|part| *part == Part::Text(text.to_owned()))?;
    section.parts[..at].iter().rev().find_map(|part| match part {
        Part::Heading(id) => Some(id.as_str()),
        _ => None,
    })
}

/// Shows the section.
pub(super) fn show(
    ui: &mut Ui,
    section: &Section,
    around: &Around<'_>,
    writing: &mut Option<Writing>,
    commands: &mut Vec<Command>,
) -> Outcome {
    let mut outcome = Outcome::default();
    let side = (tokens().size.margin - 4.0) as i8;
    let margin = Margin { left: side, right: side, top: 18, bottom: 32 };
    ScrollArea::vertical().id_salt(&section.id).auto_shrink(false).show(ui, |ui| {
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.set_max_width(MEASURE.min(ui.available_width()));
            ui.spacing_mut().item_spacing.y = 8.0;
            contents(ui, section, around, (writing, commands), &mut outcome);
        });
    });
    outcome
}

fn contents(
    ui: &mut Ui,
    section: &Section,
    around: &Around<'_>,
    (writing, commands): (&mut Option<Writing>, &mut Vec<Command>),
    outcome: &mut Outcome,
) {
    let Some(document) = around.app.document() else { return };
    let (figures, project) = (document.figures(), document.project());
    let period = section.period(figures.report_year());
    let first = section.parts.iter().find_map(|part| match part {
        Part::Text(id) => Some(id.as_str()),
        _ => None,
    });
    let is_headed = matches!(section.parts.first(), Some(Part::Heading(_)));
    let text_of_title = first.filter(|_| !is_headed);
    let of = |id: &str| TextId { text: id.to_owned(), period };
    titled(ui, &section.title, true, text_of_title.map(of), figures, commands);
    for fault in around.app.report_content().faults.iter() {
        if fault.section == section.id {
            severity::sentence(ui, Severity::Warning, &fault.message.text());
        }
    }
    let mut heading: Option<String> = None;
    for part in &section.parts {
        match part {
            Part::Heading(id) => {
                let title = words::say(&format!("report-heading-{id}"), &[]);
                let next =
                    section.parts.iter().skip_while(|other| *other != part).find_map(text_id);
                ui.add_space(6.0);
                titled(ui, &title, false, next.map(of), figures, commands);
                heading = Some(title);
            }
            Part::Text(id) => {
                let of = of(id);
                let name = heading.clone().unwrap_or_else(|| section.title.clone());
                let name = t!("rapport-text-of", title = name);
                let was_of = writing.as_ref().map(|writing| writing.of.clone());
                let asked = text::show(ui, (&of, &name), around, writing, commands);
                if let Some(asked) = asked {
                    outcome.asked = Some((of.clone(), asked));
                }
                let is_of = writing.as_ref().is_some_and(|writing| writing.of == of);
                if is_of && was_of.as_ref() != Some(&of) {
                    outcome.focused = Some(id.clone());
                }
            }
            Part::Chart(name) => {
                chart(ui, around, name, period, outcome);
            }
            Part::Table(name) => {
                table(ui, around, name);
            }
            Part::Events => events(ui, project, period, outcome),
            Part::Remarks => {
                let title = t!("rapport-remarks");
                linked(ui, icon::REMARK, &title, (Place::Economy, outcome));
            }
            Part::Signatures => {
                let names = project.signatories.iter().map(|signatory| signatory.person.as_str());
                let names = names.collect::<Vec<_>>().join(", ");
                text::card(ui, icon::SIGNATURE, &t!("rapport-signatures"), &names);
            }
        }
    }
    for block in &section.added {
        let title = match block {
            AddedBlock::Chart(name) => chart(ui, around, name, period, outcome),
            AddedBlock::Table(name) => table(ui, around, name),
        };
        let name = t!("rapport-remove-block", title = title);
        let words = t!("rapport-remove");
        if ui.add(Button::quiet(&words).icon(icon::TRASH).spoken(&name)).clicked() {
            outcome.removed = Some(block.clone());
        }
    }
}

fn text_id(part: &Part) -> Option<&str> {
    match part {
        Part::Text(id) => Some(id),
        _ => None,
    }
}

/// A heading, and at its end how far the text under it has come and who answers for it.
fn titled(
    ui: &mut Ui,
    title: &str,
    is_section: bool,
    of: Option<TextId>,
    figures: &Figures,
    commands: &mut Vec<Command>,
) {
    let style = if is_section { scale().place } else { semibold(scale().prose) };
    paint::row(ui, tokens().size.button, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            if let Some(of) = of {
                let known = figures.project().section_text(&of.text, of.period);
                state_of(ui, title, &of, figures, commands);
                owner_of(ui, title, &of, known, commands);
            }
            // The heading takes the room that is left.
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                theme::text(ui, title, style, colors(ui).text);
            });
        });
    });
}

fn state_of(ui: &mut Ui, title: &str, of: &TextId, figures: &Figures, commands: &mut Vec<Command>) {
    let known = figures.project().section_text(&of.text, of.period);
    let state = known.map_or(SectionState::Draft, |text| text.state);
    let words = SectionState::ALL.map(|state| t!(state.word_key()));
    let chosen = SectionState::ALL.iter().position(|other| *other == state);
    let name = t!("rapport-state-of", title = title);
    if let Some(at) = dropdown(ui, &name, STATE, &words, chosen, Stress::None) {
        // The state is of the text that the person has read, so a draft is written down with it.
        let is_drafted = known.is_none_or(|text| text.body.is_none());
        if is_drafted
            && SectionState::ALL[at] != SectionState::Draft
            && let Some(draft) = draft(figures, &of.text, of.period)
        {
            commands.push(of.write(Some(draft)));
        }
        commands.push(Command::Edit(Edit::SetSectionState {
            section: of.text.clone(),
            period: of.period,
            state: SectionState::ALL[at],
        }));
    }
}

/// Who answers for the text: a name that opens a field.
fn owner_of(
    ui: &mut Ui,
    title: &str,
    of: &TextId,
    known: Option<&SectionText>,
    commands: &mut Vec<Command>,
) {
    let owner = known.map_or("", |text| text.owner.as_str());
    let words = if owner.is_empty() { t!("rapport-no-owner") } else { owner.to_owned() };
    let opener = ui.add(Button::quiet(&words).icon(icon::OWNER));
    let id = Id::unique(("report-owner", of));
    let typed = ui.data_mut(|data| data.get_temp::<String>(id));
    let is_new = typed.is_none();
    let mut typed = typed.unwrap_or_else(|| owner.to_owned());
    let name = t!("rapport-owner-of", title = title);
    let shown = Popup::menu(&opener)
        .accessible_name(&name)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let response = Field::new(&name, OWNER).show(ui, &mut typed);
            if is_new {
                response.request_focus();
            }
            let is_left = !is_new && response.lost_focus();
            if is_left {
                ui.close();
            }
            is_left
        });
    // A field that something else has closed is left as well.
    let is_left = match &shown {
        Some(shown) => shown.inner || (!is_new && shown.response.clicked_elsewhere()),
        None => true,
    };
    if shown.is_none() && is_new {
        return;
    }
    if !is_left {
        ui.data_mut(|data| data.insert_temp(id, typed));
        return;
    }
    ui.data_mut(|data| data.remove_temp::<String>(id));
    // What was typed counts when the field is left, unless Escape left it.
    if typed.trim() != owner && !ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::Edit(Edit::SetSectionOwner {
            section: of.text.clone(),
            period: of.period,
            owner: typed,
        }));
    }
}

/// A chart with its number and its alternative text.
fn chart(
    ui: &mut Ui,
    around: &Around<'_>,
    name: &str,
    period: TextPeriod,
    outcome: &mut Outcome,
) -> String {
    let Some(part) = around.values.part(name) else { return empty(ui, icon::CASES) };
    let of = TextId { text: alt_text_id(name), period };
    let project = around.values.figures.project();
    let written = project.section_text(&of.text, period).and_then(|text| text.body.as_deref());
    let caption = match written {
        Some(_) => t!("rapport-chart-written"),
        None => t!("rapport-part-made"),
    };
    let title = titled_part(part);
    text::card(ui, icon::CASES, &title, &caption);
    let (words, name) = (t!("rapport-alt-text"), t!("rapport-alt-text-of", title = &title));
    if ui.add(Button::quiet(&words).icon(icon::PENCIL).spoken(&name)).clicked() {
        let shown = written.or(part.alt.as_deref()).unwrap_or_default().to_owned();
        outcome.described = Some(Describe::new(of, title.clone(), shown, written.is_some()));
    }
    title
}

/// A table with its number.
fn table(ui: &mut Ui, around: &Around<'_>, name: &str) -> String {
    let Some(part) = around.values.part(name) else { return empty(ui, icon::TABLE) };
    let title = titled_part(part);
    text::card(ui, icon::TABLE, &title, &t!("rapport-table-made"));
    title
}

/// "Figur 2: Saker per dag i 2. kvartal".
fn titled_part(part: &NumberedPart) -> String {
    format!("{}: {}", words::capitalized(&part.reference), part.caption)
}

/// A card for a chart or table in which there is nothing to show yet.
fn empty(ui: &mut Ui, icon: icon::Icon) -> String {
    let title = t!("rapport-part-empty");
    text::card(ui, icon, &title, &t!("rapport-part-empty-why"));
    title
}

/// The important events of the period; Hendelser is the place to write them.
fn events(ui: &mut Ui, project: &Project, period: TextPeriod, outcome: &mut Outcome) {
    let span = period.quarter.map_or_else(|| Span::year(period.year), |q| q.span(period.year));
    let days = project.events.iter().filter_map(|event| event.start.map(Minute::day));
    let count = days.filter(|day| span.contains(*day)).count();
    let title = t!("rapport-events", count = count);
    linked(ui, icon::EVENTS, &title, (Place::Events, outcome));
}

/// A card for a part that is written in another place, with a button that goes there.
fn linked(ui: &mut Ui, icon: icon::Icon, title: &str, (place, outcome): (Place, &mut Outcome)) {
    text::card(ui, icon, title, &t!("rapport-written-in", place = place.name()));
    let verb = t!("rapport-go-to", place = place.name());
    if ui.add(Button::quiet(&verb).icon(icon::ARROW_RIGHT)).clicked() {
        outcome.place = Some(place);
    }
}
