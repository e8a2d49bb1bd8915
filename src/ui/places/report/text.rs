//! One text of a section: the draft from the figures to read and take over, or what a person
//! writes.

use std::ops::Range;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::{TextEditOutput, TextEditState};
use eframe::egui::{
    Color32, CursorIcon, Frame, Id, Key, Margin, Modifiers, OutputCommand, Sense, Shape, Stroke,
    StrokeKind, TextEdit, Ui, vec2,
};

use super::layout;
use super::marks::marks;
use super::note::{self, Asked};
use super::prose::Prose;
use super::values::Values;
use super::writing::{Around, TextId, Writing};
use crate::app::{App, Command, TypedText};
use crate::look::tokens;
use crate::project::Edit;
use crate::report::draft;
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::severity;
use crate::ui::widgets::tooltip::{self, Tip};

/// Air between the words that are written and the frame around them. At their sides it is taken
/// from the margin, so that the words stand under the heading.
const AIR: i8 = 6;
const SIDE: f32 = 8.0;

/// Shows a text, called `name`. Comes back with what the person asks for.
pub(super) fn show(
    ui: &mut Ui,
    (of, name): (&TextId, &str),
    around: &Around<'_>,
    writing: &mut Option<Writing>,
    commands: &mut Vec<Command>,
) -> Option<Asked> {
    let document = around.app.document()?;
    let known = document.project().section_text(&of.text, of.period);
    let body = known.and_then(|text| text.body.as_deref());
    let is_written = writing.as_ref().is_some_and(|writing| writing.of == *of);
    if body.is_none()
        && !is_written
        && let Some(draft) = draft(document.figures(), &of.text, of.period)
    {
        match show_draft(ui, &draft, around.values) {
            Some(Draft::TakeOver) => commands.push(of.write(Some(draft))),
            Some(Draft::Write) => *writing = Some(Writing::begin(of, document, around.values)),
            None => {}
        }
        return None;
    }
    if known.is_some_and(|text| text.is_carried_over) && !is_written {
        ui.horizontal(|ui| {
            severity::label(ui, crate::issue::Severity::Note, &t!("rapport-carried-over"));
            if ui.add(Button::quiet(&t!("rapport-is-read"))).clicked() {
                let (section, period) = (of.text.clone(), of.period);
                commands.push(Command::Edit(Edit::ConfirmText { section, period }));
            }
        });
    }
    let drafted = body.is_none().then(|| draft(document.figures(), &of.text, of.period)).flatten();
    let body = body.or(drafted.as_deref()).unwrap_or_default();
    write(ui, (of, name, body), around, writing, commands)
}

/// What a person does with a draft.
enum Draft {
    /// Take it over as the text, unchanged.
    TakeOver,
    /// Go on writing from it.
    Write,
}

/// The draft from the figures, to be read; a click into it begins to write on it.
fn show_draft(ui: &mut Ui, draft: &str, values: &Values<'_>) -> Option<Draft> {
    let prose = Prose::of(draft, |name| values.print(name));
    let frame = Frame::NONE
        .fill(colors(ui).panel)
        .corner_radius(tokens().radius.area)
        .inner_margin(Margin::symmetric(14, 10));
    frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let text = eframe::egui::TextBuffer::as_str(&prose);
            let galley = layout::layout(ui, text, ui.available_width());
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
            let response = response.on_hover_cursor(CursorIcon::Text);
            let chips: Vec<Range<usize>> = prose.chips().into_iter().map(|(at, _)| at).collect();
            let backs = layout::backs(ui, &galley, rect.min, &chips);
            ui.painter().add(backs);
            ui.painter().galley(rect.min, galley, colors(ui).text);
            let spoken = prose.plain().0;
            response.widget_info(|| {
                eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &spoken)
            });
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                theme::icon(ui, icon::PENCIL, tokens().size.icon, colors(ui).text_2);
                theme::text(ui, t!("rapport-draft"), medium(scale().caption), colors(ui).text_2);
                let is_taken = ui.add(Button::quiet(&t!("rapport-take-over"))).clicked();
                is_taken.then_some(Draft::TakeOver).or(response.clicked().then_some(Draft::Write))
            })
            .inner
        })
        .inner
}

fn write(
    ui: &mut Ui,
    (of, name, body): (&TextId, &str, &str),
    around: &Around<'_>,
    writing: &mut Option<Writing>,
    commands: &mut Vec<Command>,
) -> Option<Asked> {
    let values = around.values;
    let taken = writing.take_if(|writing| writing.of == *of);
    let was_written = taken.is_some();
    let mut current = taken.unwrap_or_else(|| Writing {
        of: of.clone(),
        prose: Prose::of(body, |name| values.print(name)),
        cursor: 0,
        wants_focus: false,
    });
    let id = of.editor();
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    if has_focus && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }
    let proof = around.app.proof(&of.text, of.period).map(|proof| proof.findings.clone());
    let findings = proof.as_deref().map_or(&[][..], Vec::as_slice);
    // The note is computed before the field is drawn, so that Tab can take its replacement.
    let note = note::of(&current, (findings, around, was_written));
    let by_key = has_focus && note.as_ref().is_some_and(|note| note.replacement.is_some());
    if by_key
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab))
        && let Some(replacement) = note.as_ref().and_then(|note| note.replacement.as_ref())
    {
        current.replace(replacement);
    }
    let output = field(ui, (id, name, by_key), &mut current, values);
    let is_typed_in = output.response.has_focus() || current.wants_focus;
    for mark in marks(&current.prose, findings).iter().filter(|mark| note::is_off(mark, around, of))
    {
        let color = colors(ui).warning;
        layout::underline(ui, &output.galley, output.galley_pos, &mark.place, color);
    }
    tell_of_chips(ui, &output, &current.prose, values);
    proofread(&current, around.app, commands);
    let is_held = was_written && around.is_lent;
    let asked = note.and_then(|note| note.show(ui, of));
    if is_typed_in || is_held {
        if let Some(Asked::Replace(replacement)) = &asked {
            current.replace(replacement);
        }
        *writing = Some(current);
    } else if was_written && !ui.input(|input| input.key_pressed(Key::Escape)) {
        // Escape takes the focus before the field is drawn.
        if current.prose.markdown().trim_end() != body {
            commands.push(current.command());
        }
    }
    match asked {
        Some(Asked::Replace(replacement))
            if writing.as_ref().is_none_or(|writing| writing.of != *of) =>
        {
            let mut current = Writing::begin(of, around.app.document()?, values);
            current.replace(&replacement);
            *writing = Some(current);
            None
        }
        Some(Asked::Replace(_)) | None => None,
        asked => asked,
    }
}

/// The text field. Typed fields become chips, and the cursor never stands within one. While Tab
/// takes a replacement, it does not move the focus.
fn field(
    ui: &mut Ui,
    (id, name, takes_tab): (Id, &str, bool),
    writing: &mut Writing,
    values: &Values<'_>,
) -> TextEditOutput {
    let colors = colors(ui);
    let frame = ui.painter().add(Shape::Noop);
    let behind = ui.painter().add(Shape::Noop);
    if writing.wants_focus {
        ui.memory_mut(|memory| memory.request_focus(id));
        set_cursor(ui, id, writing.cursor);
    }
    let mut lay_out = |ui: &Ui, text: &dyn eframe::egui::TextBuffer, width: f32| {
        layout::layout(ui, text.as_str(), width)
    };
    let hint = theme::rich(t!("rapport-hint"), scale().prose, colors.text_3);
    let output = TextEdit::multiline(&mut writing.prose)
        .id(id)
        .layouter(&mut lay_out)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .desired_rows(1)
        .frame(Frame::NONE.inner_margin(Margin::symmetric(0, AIR)))
        .background_color(Color32::TRANSPARENT)
        .lock_focus(takes_tab)
        .show(ui);
    let rect = output.response.rect.expand2(vec2(SIDE, 0.0));
    let has_focus = output.response.has_focus();
    // Until a dialog over the text is gone, it gets no focus.
    writing.wants_focus &= !has_focus;
    if writing.wants_focus {
        ui.ctx().request_repaint();
    }
    let border = if has_focus { colors.accent } else { Color32::TRANSPARENT };
    let stroke = Stroke::new(2.0, border);
    let radius = tokens().radius.button;
    let outline = Shape::rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    ui.painter().set(frame, outline);
    let chips: Vec<Range<usize>> = writing.prose.chips().into_iter().map(|(at, _)| at).collect();
    let chips = if output.response.changed() { Vec::new() } else { chips };
    let backs = layout::backs(ui, &output.galley, output.galley_pos, &chips);
    ui.painter().set(behind, backs);
    let cursor = output.cursor_range.map(|range| range.primary.index.0);
    if let Some(cursor) = cursor {
        let mut now = cursor;
        if output.response.changed() {
            now = writing.prose.take_in(now, |name| values.print(name));
            ui.ctx().request_repaint();
        }
        now = writing.prose.beside_chip(now, writing.cursor);
        let is_selecting = output.cursor_range.is_some_and(|range| !range.is_empty());
        if now != cursor && !is_selecting {
            set_cursor(ui, id, now);
        }
        writing.cursor = now;
    }
    copy_as_markdown(ui, &writing.prose);
    output.response.response.clone().accessible_name(name);
    output
}

fn set_cursor(ui: &Ui, id: Id, at: usize) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(at))));
    state.store(ui.ctx(), id);
}

/// What is copied keeps its fields.
fn copy_as_markdown(ui: &Ui, prose: &Prose) {
    ui.output_mut(|output| {
        for command in &mut output.commands {
            if let OutputCommand::CopyText(text) = command {
                *text = prose.markdown_of(text);
            }
        }
    });
}

/// Tells what figure a chip is, while the pointer is over it.
fn tell_of_chips(ui: &mut Ui, output: &TextEditOutput, prose: &Prose, values: &Values<'_>) {
    let Some(pointer) = output.response.hover_pos() else { return };
    let over = prose.chips().into_iter().find(|(place, _)| {
        let rects = layout::rects_of(&output.galley, output.galley_pos, place);
        rects.iter().any(|rect| rect.contains(pointer))
    });
    let Some((place, number)) = over else { return };
    let name = prose.name(number);
    let tip = Tip {
        title: values.label(name).unwrap_or_default(),
        body: String::new(),
        source: format!("{{{name}}}"),
    };
    let rects = layout::rects_of(&output.galley, output.galley_pos, &place);
    if let Some(rect) = rects.first() {
        let chip = ui.interact(*rect, output.response.id.with(number), Sense::hover());
        tooltip::tip(chip, &tip);
    }
}

/// Has the numbers of the text checked as they stand now.
fn proofread(writing: &Writing, app: &App, commands: &mut Vec<Command>) {
    let text = TypedText { body: writing.prose.plain().0, ..writing.typed() };
    if !writing.prose.is_blank() && !app.is_proofread(&text) {
        commands.push(Command::Proofread(text));
    }
}

/// A card for what stands between the texts: a chart, a table, a list of events.
pub(super) fn card(ui: &mut Ui, icon: icon::Icon, title: &str, caption: &str) {
    let frame = Frame::NONE
        .fill(colors(ui).panel)
        .stroke(Stroke::new(1.0, colors(ui).line))
        .corner_radius(tokens().radius.button)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
            theme::icon(ui, icon, tokens().size.icon, colors(ui).text_2);
            ui.vertical(|ui| {
                theme::paragraph(ui, title, medium(scale().body), colors(ui).text);
                theme::paragraph(ui, caption, scale().caption, colors(ui).text_2);
            });
        });
    });
}
