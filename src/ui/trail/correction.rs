//! A correction in the panel: what counts, what the source says, why, and the way back.

use eframe::egui::{Key, Ui};

use crate::app::{Command, Document};
use crate::project::{CellAt, Correction, Edit};
use crate::t;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::panel::labelled;
use crate::ui::{corrections, icon, when};

/// A reason that is being written and does not count yet.
#[derive(Default)]
pub(super) struct Draft {
    written: Option<(CellAt, String)>,
    is_shown: bool,
}

impl Draft {
    /// Begins a frame, in which the field may be shown or not.
    pub fn begin_frame(&mut self) {
        self.is_shown = false;
    }

    /// The edit of a reason whose field is no longer shown.
    pub fn left_behind(&mut self) -> Option<Command> {
        if self.is_shown {
            return None;
        }
        let (cell, why) = self.written.take()?;
        Some(Command::Edit(Edit::GiveReason { cell, why }))
    }
}

/// Shows a correction, and pushes the commands that change it.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    (at, correction): (CellAt, &Correction),
    draft: &mut Draft,
    commands: &mut Vec<Command>,
) {
    let project = document.project();
    let title = match corrections::column_of(project, correction) {
        Some(column) => t!("corrections-of", column = t!(column.word_key)),
        None => t!("corrections-overridden"),
    };
    theme::paragraph(ui, title, scale().body_strong, colors(ui).r#override);
    labelled(ui, &t!("corrections-counts"), &corrections::value_text(project, correction));
    labelled(ui, &t!("corrections-original"), &corrections::source_text(project, correction));
    if let Some(before) = corrections::moved_from_text(project, correction) {
        let words = t!("corrections-moved-from", before = before);
        theme::paragraph(ui, words, scale().body, colors(ui).warning);
    }
    let who = t!(
        "corrections-who-and-when",
        who = corrections::who(correction),
        when = when::exactly(correction.when)
    );
    labelled(ui, &t!("corrections-who"), &who);
    ui.add_space(4.0);
    reason(ui, at, correction, draft, commands);
    ui.add_space(6.0);
    let words = t!("corrections-use-source");
    let keys = t!("keys-use-source");
    let button = Button::secondary(&words).icon(icon::USE_SOURCE).keys(&keys);
    if ui.add(button).clicked() {
        commands.push(Command::Edit(Edit::UseSource { cells: vec![at] }));
    }
    ui.add_space(8.0);
}

/// The field of the reason. It counts at Enter, Tab or loss of focus; Escape drops it.
fn reason(
    ui: &mut Ui,
    at: CellAt,
    correction: &Correction,
    draft: &mut Draft,
    commands: &mut Vec<Command>,
) {
    let name = t!("corrections-why");
    theme::text(ui, &name, medium(scale().caption), colors(ui).text_2);
    let written = draft.written.as_ref().filter(|(cell, _)| *cell == at);
    let mut text = written.map_or_else(|| correction.why.clone(), |(_, text)| text.clone());
    let hint = t!("corrections-why-hint");
    let response = Field::new(&name, ui.available_width()).hint(&hint).show(ui, &mut text);
    if response.changed() {
        draft.written = Some((at, text));
    }
    draft.is_shown |= draft.written.as_ref().is_some_and(|(cell, _)| *cell == at);
    if response.lost_focus()
        && let Some((cell, why)) = draft.written.take_if(|(cell, _)| *cell == at)
        && !ui.input(|input| input.key_pressed(Key::Escape))
    {
        commands.push(Command::Edit(Edit::GiveReason { cell, why }));
    }
}
