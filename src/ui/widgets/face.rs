//! Icons with their colours for what a section of the report says of itself.

use eframe::egui::Color32;

use crate::issue::Severity;
use crate::report::Progress;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::Colors;
use crate::ui::widgets::severity::Verdict;

/// How far a section has come.
pub fn progress(progress: Progress, colors: &Colors) -> (Icon, Color32) {
    match progress {
        Progress::Unread => (icon::WARNING, Verdict::Off(Severity::Warning).color(colors)),
        Progress::Draft => (icon::PENCIL, colors.text_2),
        Progress::Ready => (icon::CHECK, colors.text_2),
        Progress::Approved | Progress::Settled => (icon::DONE, colors.ok),
        Progress::Blank => (icon::BLANK, colors.text_3),
    }
}
