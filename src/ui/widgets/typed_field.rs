//! A labelled field whose text is an edit once it is done, not while it is being typed.

use eframe::egui::{Key, Ui};

use super::field::Field;
use super::severity;
use crate::issue::Severity;
use crate::ui::theme::{self, colors, medium, scale};

/// Says what is wrong with a typed text, if anything is.
pub type Check<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A field whose text counts at Enter, Tab or loss of focus, and is dropped by Escape. A text
/// that `check` finds fault with never counts; the fault stands under the field. Several fields
/// share `draft`, which holds the field with the focus and what is typed in it.
pub fn typed_field<F: Copy + PartialEq>(
    ui: &mut Ui,
    draft: &mut Option<(F, String)>,
    field: F,
    name: &str,
    width: f32,
    now: &str,
    check: Check<'_>,
) -> Option<String> {
    label(ui, name);
    let kept = draft.as_ref().filter(|(typed, _)| *typed == field);
    let mut text = kept.map_or_else(|| now.to_owned(), |(_, text)| text.clone());
    let finding = check(&text);
    let response = Field::new(name, width).show(ui, &mut text);
    if let Some(finding) = &finding {
        severity::sentence(ui, Severity::Error, finding);
    }
    if response.changed() {
        *draft = Some((field, text.clone()));
    }
    if !response.lost_focus() || draft.as_ref().is_none_or(|(typed, _)| *typed != field) {
        return None;
    }
    *draft = None;
    let is_dropped = ui.input(|input| input.key_pressed(Key::Escape));
    (!is_dropped && check(&text).is_none() && text != now).then_some(text)
}

/// The words over a field or a group of choices.
pub fn label(ui: &mut Ui, text: &str) {
    theme::text(ui, text, medium(scale().caption), colors(ui).text_2);
}
