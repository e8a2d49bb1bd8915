//! A path to type, where the system cannot show its file dialogs.

use eframe::egui::{Align, Key, Layout, Ui};

use super::modal;
use crate::app::{Command, Destination, PathPurpose, PathQuestion, Product};
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;

/// Shows the dialog while the program asks for a path.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>, typed: &mut Option<String>) {
    let app = cx.app;
    let Some(question) = app.path_question() else {
        *typed = None;
        return;
    };
    let typed = typed.get_or_insert_with(|| question.suggested.clone());
    let (title, action) = words(&question.purpose);
    let (answer, is_left) = modal::show(ui, "type-path", &title, |ui, is_new| {
        contents(ui, question, typed, &action, is_new)
    });
    if let Some(answer) = answer.or(is_left.then_some(Command::LeavePath)) {
        cx.push(answer);
    }
}

/// The dialog's title, and what its button does.
fn words(purpose: &PathPurpose) -> (String, String) {
    match purpose {
        PathPurpose::OpenProject => (t!("dialog-choose-project"), t!("path-open")),
        PathPurpose::ReadProject => (t!("dialog-choose-project"), t!("path-read-project")),
        PathPurpose::ReadExports => (t!("dialog-choose-exports"), t!("path-read")),
        PathPurpose::CheckText => (t!("dialog-choose-text"), t!("control-text-check")),
        PathPurpose::SaveProject => (t!("path-save-project"), t!("dialog-save")),
        PathPurpose::ReadPrinted => (t!("path-choose-printed"), t!("path-read")),
        PathPurpose::Make(product) => (product.question.clone(), t!("dialog-save")),
    }
}

fn contents(
    ui: &mut Ui,
    question: &PathQuestion,
    typed: &mut String,
    action: &str,
    is_new: bool,
) -> Option<Command> {
    theme::paragraph(ui, t!("path-why"), scale().body, colors(ui).text_2);
    ui.add_space(16.0);
    let name = match &question.purpose {
        PathPurpose::ReadExports => t!("path-of-files"),
        PathPurpose::Make(Product { target: Destination::Folder, .. }) => t!("path-of-folder"),
        _ => t!("path-of-file"),
    };
    theme::text(ui, &name, theme::medium(scale().caption), colors(ui).text_2);
    let finding = question.finding.as_ref().map(|message| message.text());
    let field = Field::new(&name, ui.available_width()).finding(finding.as_deref());
    let response = field.show(ui, typed);
    if is_new {
        response.request_focus();
    }
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if is_entered {
        // The path may be refused; then the person goes on typing.
        response.request_focus();
    }
    ui.add_space(20.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let is_answered = ui.add(Button::primary(action)).clicked();
        let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        if is_answered || is_entered {
            Some(Command::AnswerPath(typed.clone()))
        } else {
            leave.clicked().then_some(Command::LeavePath)
        }
    })
    .inner
}
