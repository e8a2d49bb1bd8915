//! The note under a text on one of its numbers: the number is wrong or unknown, or it could be a
//! field. With the note comes what can replace the number.

use eframe::egui::{Frame, Margin, Stroke, Ui};

use super::marks::{Mark, Replacement, marks};
use super::writing::{Around, TextId, Writing};
use crate::checks::text::{TextFinding, Verdict};
use crate::issue::Severity;
use crate::look::tokens;
use crate::t;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{paint, severity};

/// The finding of a number, with what can replace it.
pub(super) struct Note {
    finding: TextFinding,
    /// What can stand instead.
    pub replacement: Option<Replacement>,
    place: std::ops::Range<usize>,
}

/// What the person asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Put something in a number's place.
    Replace(Replacement),
    /// Choose another figure for these characters.
    Choose(TextId, std::ops::Range<usize>, String),
    /// Let a number stand.
    Leave(String),
}

/// Whether a number is to be marked.
pub(super) fn is_off(mark: &Mark<'_>, around: &Around<'_>, of: &TextId) -> bool {
    let is_left = |(text, number): &(TextId, String)| text == of && *number == mark.finding.text;
    !matches!(mark.finding.verdict, Verdict::Agrees(_)) && !around.left.iter().any(is_left)
}

/// The note on the number at the cursor, else on the first that is off.
pub(super) fn of(
    writing: &Writing,
    (findings, around, is_written): (&[TextFinding], &Around<'_>, bool),
) -> Option<Note> {
    let marks = marks(&writing.prose, findings);
    let is_at_cursor =
        |mark: &&Mark<'_>| mark.place.start <= writing.cursor && writing.cursor <= mark.place.end;
    let is_off = |mark: &&Mark<'_>| is_off(mark, around, &writing.of);
    let at_cursor = marks.iter().filter(|_| is_written).find(is_at_cursor);
    let agrees = |mark: &&Mark<'_>| matches!(mark.finding.verdict, Verdict::Agrees(_));
    let offered = at_cursor.filter(|mark| agrees(mark) || is_off(mark));
    let shown = offered.or_else(|| marks.iter().find(is_off))?;
    let replacement = shown.replacement(&writing.prose, around.values);
    if agrees(&shown) && replacement.is_none() {
        return None;
    }
    let (finding, place) = (shown.finding.clone(), shown.place.clone());
    Some(Note { finding, replacement, place })
}

impl Note {
    /// Shows the note; what the person asks for.
    pub fn show(self, ui: &mut Ui, of: &TextId) -> Option<Asked> {
        match &self.finding.verdict {
            Verdict::Agrees(meant) => self.offer(ui, &meant.label),
            Verdict::Contradicts(meant, correction) => {
                let mut words = t!(
                    "rapport-contradicts",
                    found = self.finding.found.as_str(),
                    label = meant.label.as_str(),
                    value = meant.value.as_str(),
                );
                if let Some(cause) = &correction.cause {
                    words = format!("{words} {cause}");
                }
                self.card(ui, of, &t!("rapport-contradicts-title"), &words)
            }
            Verdict::Unknown => {
                let words = t!("rapport-unknown", found = self.finding.found.as_str());
                self.card(ui, of, &t!("rapport-unknown-title"), &words)
            }
        }
    }

    /// One quiet line: the number is right, and could be a field.
    fn offer(&self, ui: &mut Ui, label: &str) -> Option<Asked> {
        let replacement = self.replacement.clone()?;
        ui.horizontal(|ui| {
            theme::text(ui, label, scale().caption, colors(ui).text_2);
            let verb = t!("rapport-insert-field", words = replacement.words.as_str());
            let button = Button::quiet(&verb);
            let response = ui.add(button.keys(&t!("keys-tab")));
            response.clicked().then_some(Asked::Replace(replacement))
        })
        .inner
    }

    fn card(&self, ui: &mut Ui, of: &TextId, title: &str, words: &str) -> Option<Asked> {
        let frame = Frame::NONE
            .fill(colors(ui).raised)
            .stroke(Stroke::new(1.0, colors(ui).field_border))
            .corner_radius(tokens().radius.button)
            .inner_margin(Margin::symmetric(12, 10));
        let mut asked = None;
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            severity::label(ui, Severity::Warning, title);
            theme::paragraph(ui, words, scale().body, colors(ui).text);
            paint::row(ui, tokens().size.button, |ui| {
                if let Some(replacement) = &self.replacement {
                    let verb = t!("rapport-insert", words = replacement.words.as_str());
                    if ui.add(Button::primary(&verb).keys(&t!("keys-tab"))).clicked() {
                        asked = Some(Asked::Replace(replacement.clone()));
                    }
                }
                if ui.add(Button::secondary(&t!("rapport-choose-other"))).clicked() {
                    let place = self.place.clone();
                    let query = self.finding.text.clone();
                    asked = Some(Asked::Choose(of.clone(), place, query));
                }
                if ui.add(Button::quiet(&t!("rapport-leave"))).clicked() {
                    asked = Some(Asked::Leave(self.finding.text.clone()));
                }
            });
        });
        asked
    }
}
