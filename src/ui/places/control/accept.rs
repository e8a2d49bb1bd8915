//! The dialog that asks why a finding may stand.

use eframe::egui::{Align, Key, Layout, Ui};

use crate::app::Command;
use crate::checks::Checked;
use crate::project::Edit;
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::finding_words;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;

use super::FindingId;

/// A finding that is being accepted, and the reason as far as it is written.
pub(super) struct AcceptDraft {
    id: FindingId,
    reason: String,
    /// Who accepts it, asked for where the program does not know it.
    name: String,
    /// Whether the person has tried, so that what is missing is told of.
    is_tried: bool,
}

impl AcceptDraft {
    /// A draft without a reason.
    pub fn new(id: FindingId) -> Self {
        Self { id, reason: String::new(), name: String::new(), is_tried: false }
    }

    /// What is to be done, when reason and name are written; `user` is the name that is known.
    fn commands(&self, user: &str) -> Option<Vec<Command>> {
        let (reason, name) = (self.reason.trim(), self.name.trim());
        if reason.is_empty() || (name.is_empty() && user.is_empty()) {
            return None;
        }
        let mut commands = Vec::new();
        if user.is_empty() {
            commands.push(Command::SetUserName(name.to_owned()));
        }
        commands.push(Command::Edit(Edit::Accept {
            rule: self.id.rule.to_owned(),
            fingerprint: self.id.fingerprint.clone(),
            reason: reason.to_owned(),
        }));
        Some(commands)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    None,
    Accept,
    Leave,
}

/// Shows the dialog while a finding is being accepted; whether it has just been. A finding that
/// is no more needs no reason.
pub(super) fn show(
    ui: &Ui,
    (checked, user): (&Checked, &str),
    open: &mut Option<AcceptDraft>,
    commands: &mut Vec<Command>,
) -> bool {
    let Some(draft) = open else { return false };
    let finding = checked.findings.iter().find(|finding| FindingId::of(finding) == draft.id);
    let Some(finding) = finding else {
        *open = None;
        return false;
    };
    let text = finding.message.text();
    let (answer, is_left) =
        modal::show(ui, "accept-finding", &t!("control-accept-title"), |ui, is_new| {
            contents(ui, (finding_words::sentences(&text).0, user), draft, is_new)
        });
    match answer {
        Answer::Accept => match draft.commands(user) {
            Some(accept) => {
                commands.extend(accept);
                *open = None;
                return true;
            }
            None => draft.is_tried = true,
        },
        Answer::Leave => *open = None,
        Answer::None if is_left => *open = None,
        Answer::None => {}
    }
    false
}

fn contents(
    ui: &mut Ui,
    (sentence, user): (&str, &str),
    draft: &mut AcceptDraft,
    is_new: bool,
) -> Answer {
    theme::paragraph(ui, sentence, medium(scale().body), colors(ui).text);
    ui.add_space(6.0);
    theme::paragraph(ui, t!("control-accept-lead"), scale().body, colors(ui).text_2);
    let tried = draft.is_tried;
    let mut is_entered = false;
    let reason = Needed {
        name: t!("control-accept-reason"),
        missing: t!("control-accept-no-reason"),
        takes_focus: is_new,
    };
    is_entered |= reason.show(ui, &mut draft.reason, tried);
    if user.is_empty() {
        let name = Needed {
            name: t!("control-accept-name"),
            missing: t!("control-accept-no-name"),
            takes_focus: false,
        };
        is_entered |= name.show(ui, &mut draft.name, tried);
    }
    ui.add_space(20.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let accepts = ui.add(Button::primary(&t!("control-accept-do"))).clicked();
        let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        if accepts || is_entered {
            Answer::Accept
        } else if leave.clicked() {
            Answer::Leave
        } else {
            Answer::None
        }
    })
    .inner
}

/// A field of the dialog that must be filled.
struct Needed {
    name: String,
    missing: String,
    takes_focus: bool,
}

impl Needed {
    /// Shows the field; whether Enter was pressed in it.
    fn show(&self, ui: &mut Ui, text: &mut String, is_tried: bool) -> bool {
        ui.add_space(14.0);
        theme::text(ui, &self.name, medium(scale().caption), colors(ui).text_2);
        let is_missing = is_tried && text.trim().is_empty();
        let finding = is_missing.then_some(self.missing.as_str());
        let field = Field::new(&self.name, ui.available_width()).finding(finding);
        let response = field.show(ui, text);
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if self.takes_focus || is_entered {
            // Where something is missing, typing goes on.
            response.request_focus();
        }
        is_entered
    }
}
