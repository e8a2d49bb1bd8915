//! The notices in the lower right corner, the latest at the foot.

use eframe::egui::{Align2, Area, Id, Order, Ui, vec2};

use crate::app::{Command, Document, Notice, NoticeKind};
use crate::issue::Severity;
use crate::look::tokens;
use crate::ui::context::Context;
use crate::ui::widgets::notice::{self, Answer};
use crate::ui::widgets::severity::Verdict;

/// Seconds for which a notice stays that asks nothing.
const DONE_SECONDS: f64 = 6.0;
/// Seconds for which a notice stays that offers to undo.
const UNDOABLE_SECONDS: f64 = 12.0;
const EDGE: f32 = 16.0;
/// Height of the bar with the import's buttons, which no notice may cover.
const IMPORT_BAR: f32 = 56.0;

/// Since when each notice has been in sight, in seconds of the window's clock.
#[derive(Clone, Debug, Default)]
pub struct NoticeClock {
    seen: Vec<(Notice, f64)>,
}

impl NoticeClock {
    /// Since when each of `notices` has been in sight; those that are new, since `now`.
    fn since(&mut self, notices: &[Notice], now: f64) -> Vec<f64> {
        let mut old = std::mem::take(&mut self.seen);
        for notice in notices {
            let at = old.iter().position(|(known, _)| known == notice);
            let since = at.map_or(now, |at| old.remove(at).1);
            self.seen.push((notice.clone(), since));
        }
        self.seen.iter().map(|(_, since)| *since).collect()
    }
}

/// Shows the notices and takes away those whose time is over.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>, clock: &mut NoticeClock) {
    let notices = cx.app.notices();
    let now = ui.input(|input| input.time);
    let since = clock.since(notices, now);
    if notices.is_empty() {
        return;
    }
    let next_undo = cx.app.document().map(Document::history).and_then(|h| h.undo_sentence());
    let import_bar = if cx.app.import().is_some() { IMPORT_BAR } else { 0.0 };
    let lift = tokens().size.status_bar + EDGE + import_bar;
    let mut gone = Vec::new();
    let mut undo = false;
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-EDGE, -lift))
        .show(ui.ctx(), |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for (index, (notice, since)) in notices.iter().zip(since).enumerate() {
                // After another edit, undo would take back something else than it says.
                let is_stale =
                    notice.kind == NoticeKind::Undoable && next_undo != Some(notice.text.as_str());
                let rest = lifetime(notice.kind) - (now - since);
                if is_stale || rest <= 0.0 {
                    gone.push(index);
                    continue;
                }
                if rest.is_finite() {
                    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(rest));
                }
                if let Some(answer) = notice::card(ui, &view(notice)) {
                    gone.push(index);
                    undo |= answer == Answer::Undo;
                }
            }
        });
    // From the last, since each one taken away moves those after it.
    for index in gone.into_iter().rev() {
        cx.push(Command::DismissNotice(index));
    }
    if undo {
        cx.push(Command::Undo);
    }
}

fn lifetime(kind: NoticeKind) -> f64 {
    match kind {
        NoticeKind::Done => DONE_SECONDS,
        NoticeKind::Undoable => UNDOABLE_SECONDS,
        NoticeKind::Warning | NoticeKind::Failed => f64::INFINITY,
    }
}

fn view(notice: &Notice) -> notice::Notice {
    let verdict = match notice.kind {
        NoticeKind::Failed => Verdict::Off(Severity::Error),
        NoticeKind::Warning => Verdict::Off(Severity::Warning),
        NoticeKind::Done | NoticeKind::Undoable => Verdict::Right,
    };
    notice::Notice { verdict, text: notice.text.clone(), undo: notice.kind == NoticeKind::Undoable }
}
