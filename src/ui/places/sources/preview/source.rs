//! Period and source of a file, as the person states them.

use eframe::egui::{Align, Frame, Layout, Popup, PopupCloseBehavior, Ui};

use super::Entry;
use crate::app::Command;
use crate::calendar::{Date, Span};
use crate::import::Options;
use crate::project::{Cell, CellKind, TimeZoneChoice};
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::when;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice;
use crate::ui::widgets::field::Field;

const WIDTH: f32 = 300.0;
const DATE_WIDTH: f32 = 146.0;

/// Period and source while they are edited.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    from: String,
    to: String,
    system: String,
    selection: String,
    time_zone: TimeZoneChoice,
}

impl Draft {
    fn of(entry: &Entry<'_>) -> Self {
        let read = entry.read;
        let day = |day: Option<Date>| day.map_or_else(String::new, when::date_short);
        Self {
            from: day(read.period.map(|span| span.first)),
            to: day(read.period.map(|span| span.last)),
            system: read.stream.system.clone(),
            selection: read.stream.selection.clone(),
            time_zone: entry.options().time_zone.unwrap_or_default(),
        }
    }

    fn period(&self) -> Result<Option<Span>, String> {
        match (parse_day(&self.from)?, parse_day(&self.to)?) {
            (Some(first), Some(last)) if first <= last => Ok(Some(Span::new(first, last))),
            (Some(_), Some(_)) => Err(t!("source-reversed")),
            (None, None) => Ok(None),
            _ => Err(t!("source-one-day")),
        }
    }

    /// The options with what the person typed. A value that the file states itself is not among
    /// them, so that it does not count as the person's.
    fn options(&self, entry: &Entry<'_>, period: Option<Span>) -> Options {
        let read = entry.read;
        let mut options = entry.options();
        let unless_read = |old: &Option<String>, new: &str, read: &str| {
            if new.trim() == read { old.clone() } else { Some(new.trim().to_owned()) }
        };
        options.system = unless_read(&options.system, &self.system, &read.stream.system);
        options.selection =
            unless_read(&options.selection, &self.selection, &read.stream.selection);
        if period != read.period {
            options.period = period;
        }
        if self.time_zone != options.time_zone.unwrap_or_default() {
            options.time_zone = Some(self.time_zone);
        }
        options
    }
}

/// The button that opens the fields, and the fields while they are open.
pub(super) fn edit_button(
    ui: &mut Ui,
    cx: &mut Context<'_>,
    entry: &Entry<'_>,
    open: &mut Option<Draft>,
) {
    let opener = ui.add(Button::quiet(&t!("source-edit")));
    if opener.clicked() {
        *open = Some(Draft::of(entry));
    }
    let Some(mut draft) = open.take() else { return };
    let shown = Popup::menu(&opener)
        .accessible_name(t!("source-title"))
        .gap(4.0)
        .layout(Layout::top_down(Align::Min))
        .width(WIDTH)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| Frame::NONE.inner_margin(12).show(ui, |ui| fields(ui, &mut draft)).inner);
    match shown {
        Some(shown) if shown.inner => {
            Popup::close_all(ui.ctx());
            if let Ok(period) = draft.period() {
                let options = draft.options(entry, period);
                cx.push(Command::ReadAgain { file: entry.file, options });
            }
        }
        Some(_) => *open = Some(draft),
        // Left by Escape or a click elsewhere: what was typed is dropped.
        None => {}
    }
}

/// The fields; true when the file is to be read again.
fn fields(ui: &mut Ui, draft: &mut Draft) -> bool {
    ui.set_width(WIDTH);
    theme::text(ui, t!("source-title"), scale().heading, colors(ui).text);
    theme::paragraph(ui, t!("source-lead"), scale().caption, colors(ui).text_2);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        labelled(ui, &t!("source-from"), DATE_WIDTH, &mut draft.from);
        labelled(ui, &t!("source-to"), DATE_WIDTH, &mut draft.to);
    });
    let finding = draft.period().err();
    if let Some(finding) = &finding {
        crate::ui::widgets::severity::sentence(ui, crate::issue::Severity::Error, finding);
    }
    labelled(ui, &t!("source-system"), WIDTH, &mut draft.system);
    labelled(ui, &t!("source-selection"), WIDTH, &mut draft.selection);
    ui.add_space(4.0);
    theme::text(ui, t!("source-time-zone"), theme::medium(scale().caption), colors(ui).text_2);
    for zone in [TimeZoneChoice::Local, TimeZoneChoice::Utc] {
        if choice::radio(ui, &zone.choice().word(), draft.time_zone == zone).clicked() {
            draft.time_zone = zone;
        }
    }
    ui.add_space(8.0);
    let again = t!("source-again");
    ui.add_enabled(finding.is_none(), Button::primary(&again)).clicked()
}

fn labelled(ui: &mut Ui, name: &str, width: f32, text: &mut String) {
    ui.vertical(|ui| {
        theme::text(ui, name, theme::medium(scale().caption), colors(ui).text_2);
        Field::new(name, width).show(ui, text);
    });
}

fn parse_day(text: &str) -> Result<Option<Date>, String> {
    match CellKind::Date.parse(text) {
        Ok(Cell::Date(day)) => Ok(Some(day)),
        Ok(_) => Ok(None),
        Err(message) => Err(message.text()),
    }
}
