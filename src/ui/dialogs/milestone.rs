//! The dialog for a milestone's name: of a new one, or instead of the one that it has.

use eframe::egui::{Align, Key, Layout, Ui};

use super::modal;
use crate::app::{Command, Document};
use crate::issue::Issue;
use crate::project::Edit;
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;

/// A milestone's name while it is being written.
#[derive(Clone, Debug, Default)]
pub struct NameMilestone {
    name: String,
    /// The milestone that is renamed; `None` makes a new one.
    renames: Option<String>,
    /// Whether the person has tried, so that a blank is told of.
    is_tried: bool,
}

impl NameMilestone {
    /// A dialog for another name of `milestone`.
    pub fn rename(milestone: &str) -> Self {
        let name = milestone.to_owned();
        Self { name: name.clone(), renames: Some(name), is_tried: false }
    }

    /// What is wrong with the name; a blank is told of only after a try.
    fn finding(&self, document: &Document) -> Option<Issue> {
        let named = document.project().milestone_name(&self.name, self.renames.as_deref());
        named.err().filter(|_| self.is_tried || !self.name.trim().is_empty())
    }

    fn command(&self, document: &Document) -> Option<Command> {
        let renames = self.renames.as_deref();
        let name = document.project().milestone_name(&self.name, renames).ok()?.to_owned();
        Some(match &self.renames {
            Some(from) => Command::Edit(Edit::RenameMilestone { from: from.clone(), to: name }),
            None => Command::MakeMilestone(name),
        })
    }
}

/// Shows the dialog while it is open.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>, open: &mut Option<NameMilestone>) {
    let Some(mut draft) = open.take() else { return };
    let Some(document) = cx.app.document() else { return };
    let title = match draft.renames {
        Some(_) => t!("milestone-rename-title"),
        None => t!("milestone-title"),
    };
    let (answer, is_left) = modal::show(ui, "milestone", &title, |ui, is_new| {
        contents(ui, &mut draft, document, is_new)
    });
    match answer {
        Answer::Done => match draft.command(document) {
            Some(command) => cx.push(command),
            None => *open = Some(NameMilestone { is_tried: true, ..draft }),
        },
        Answer::Leave => {}
        Answer::None if is_left => {}
        Answer::None => *open = Some(draft),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    None,
    Done,
    Leave,
}

fn contents(ui: &mut Ui, draft: &mut NameMilestone, document: &Document, is_new: bool) -> Answer {
    if draft.renames.is_none() {
        theme::paragraph(ui, t!("milestone-lead"), scale().body, colors(ui).text_2);
    }
    ui.add_space(14.0);
    let label = t!("milestone-name");
    theme::text(ui, &label, medium(scale().caption), colors(ui).text_2);
    let finding = draft.finding(document).map(|issue| issue.message.text());
    let hint = t!("milestone-hint");
    let field = Field::new(&label, ui.available_width()).hint(&hint).finding(finding.as_deref());
    let response = field.show(ui, &mut draft.name);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if is_new || is_entered {
        response.request_focus();
    }
    ui.add_space(20.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let verb = match draft.renames {
            Some(_) => t!("milestone-rename-do"),
            None => t!("milestone-make"),
        };
        let done = ui.add(Button::primary(&verb)).clicked();
        let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        if done || is_entered {
            Answer::Done
        } else if leave.clicked() {
            Answer::Leave
        } else {
            Answer::None
        }
    })
    .inner
}
