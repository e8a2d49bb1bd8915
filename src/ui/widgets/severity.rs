//! Severity as icon and word; colour never tells it alone.

use eframe::egui::{Color32, Response, Ui};

use crate::issue::Severity;
use crate::look::tokens;
use crate::report::Progress;
use crate::t;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{self, Colors, colors, medium, scale};

/// A verdict that is shown: a severity, or that all is well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Something is off.
    Off(Severity),
    /// Checked and right.
    Right,
}

impl From<Severity> for Verdict {
    fn from(severity: Severity) -> Self {
        Self::Off(severity)
    }
}

impl Verdict {
    /// The icon.
    pub fn icon(self) -> Icon {
        match self {
            Self::Off(Severity::Error) => icon::ERROR,
            Self::Off(Severity::Warning) => icon::WARNING,
            Self::Off(Severity::Note) => icon::NOTE,
            Self::Right => icon::DONE,
        }
    }

    /// The colour of icon and word.
    pub fn color(self, colors: &Colors) -> Color32 {
        match self {
            Self::Off(Severity::Error) => colors.error,
            Self::Off(Severity::Warning) => colors.warning,
            Self::Off(Severity::Note) => colors.text_2,
            Self::Right => colors.ok,
        }
    }

    /// The word for one finding: *Feil*, *Advarsel*, *Til vurdering*, *Stemmer*.
    pub fn word(self) -> String {
        match self {
            Self::Off(Severity::Error) => t!("ui-severity-error"),
            Self::Off(Severity::Warning) => t!("ui-severity-warning"),
            Self::Off(Severity::Note) => t!("ui-severity-note"),
            Self::Right => t!("ui-severity-right"),
        }
    }

    /// A number of findings in words: *4 feil*, *5 advarsler*, *2 til vurdering*.
    pub fn count(self, count: usize) -> String {
        match self {
            Self::Off(Severity::Error) => t!("ui-count-errors", count = count),
            Self::Off(Severity::Warning) => t!("ui-count-warnings", count = count),
            Self::Off(Severity::Note) => t!("ui-count-notes", count = count),
            Self::Right => t!("ui-count-right", count = count),
        }
    }
}

/// Shows the icon and `words` beside it.
pub fn label(ui: &mut Ui, verdict: impl Into<Verdict>, words: &str) -> Response {
    let verdict = verdict.into();
    let color = verdict.color(colors(ui));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        theme::icon(ui, verdict.icon(), tokens().size.icon_severity, color);
        theme::text(ui, words, medium(scale().body), color);
    })
    .response
}

/// Shows the icon and a sentence that may take several lines.
pub fn sentence(ui: &mut Ui, verdict: impl Into<Verdict>, words: &str) -> Response {
    let verdict = verdict.into();
    let color = verdict.color(colors(ui));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.vertical(|ui| {
            // The icon is lower than a line of text: it stands in the middle of the first.
            ui.add_space((scale().body.1 - tokens().size.icon_severity) / 2.0);
            theme::icon(ui, verdict.icon(), tokens().size.icon_severity, color);
        });
        theme::paragraph(ui, words, medium(scale().body), color);
    })
    .response
}

/// The icon and its colour of how far a section of the report has come.
pub fn progress(progress: Progress, colors: &Colors) -> (Icon, Color32) {
    match progress {
        Progress::Unread => (icon::WARNING, Verdict::Off(Severity::Warning).color(colors)),
        Progress::Draft => (icon::PENCIL, colors.text_2),
        Progress::Ready => (icon::CHECK, colors.text_2),
        Progress::Approved | Progress::Settled => (icon::DONE, colors.ok),
        Progress::Blank => (icon::BLANK, colors.text_3),
    }
}
