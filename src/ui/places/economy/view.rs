//! Visning: which columns are shown, how a statement is written, and what the accounts go by.

use eframe::egui::{Frame, Key, Popup, PopupCloseBehavior, ScrollArea, Ui};

use crate::app::{Command, Document};
use crate::issue::Severity;
use crate::project::{
    AccountsSettings, AccountsStatus, Cell, CellKind, Choice, Edit, FundLines, ShownSign,
    ShownUnit, StatementId, TravelLine,
};
use crate::t;
use crate::ui::icon;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{choice, heading, severity};

use super::columns::ColumnChoice;

const COLUMN: f32 = 280.0;
const GAP: f32 = 14.0;
const FIELD: f32 = 130.0;

/// What is typed in one of the fields and does not count yet.
pub(super) type Typed = Option<(Asks, String)>;

/// A field that is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    Date,
    Percent,
    Kroner,
}

/// Shows the button, and the choices while they are open. Comes back with whether the person wants
/// to paste a printed statement.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    statements: &[StatementId],
    columns: &mut ColumnChoice,
    typed: &mut Typed,
    commands: &mut Vec<Command>,
) -> bool {
    let name = t!("economy-view");
    let opener = ui.add(IconButton::new(icon::VIEW, &name));
    let old = &*document.project().accounts_settings;
    let mut settings = old.clone();
    let mut pastes = false;
    let popup = Popup::menu(&opener)
        .accessible_name(&*name)
        .gap(4.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.show(|ui| {
        let height = ui.ctx().content_rect().height() - 140.0;
        let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        scroll.show(ui, |ui| {
            Frame::NONE.inner_margin(12.0).show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 28.0;
                    if !statements.is_empty() {
                        ui.vertical(|ui| {
                            ui.set_width(COLUMN);
                            show_columns(ui, columns);
                            ui.add_space(GAP);
                            presentation(ui, statements, &mut settings);
                        });
                    }
                    ui.vertical(|ui| {
                        ui.set_width(COLUMN);
                        status(ui, &mut settings, typed);
                        limits(ui, &mut settings, typed);
                        ui.add_space(GAP);
                        lines(ui, &mut settings);
                    });
                });
                ui.add_space(GAP);
                if ui.add(Button::quiet(&t!("economy-earlier")).icon(icon::FOLDER_OPEN)).clicked() {
                    commands.push(Command::ChooseEarlierProject);
                    ui.close();
                }
                if ui.add(Button::quiet(&t!("economy-paste")).icon(icon::PASTE)).clicked() {
                    pastes = true;
                    ui.close();
                }
            });
        });
    });
    if shown.is_none()
        && let Some((asks, text)) = typed.take()
    {
        // A text counts when its field is left, also where the choices close.
        asks.put(&text, &mut settings);
    }
    if settings != *old {
        commands.push(Command::Edit(Edit::SetAccountsSettings(settings)));
    }
    pastes
}

fn show_columns(ui: &mut Ui, columns: &mut ColumnChoice) {
    heading::group(ui, &t!("economy-columns"));
    let ColumnChoice { revised, original, last_year, deviation, deviation_original, printed } =
        columns;
    let offers = [
        (t!("economy-words-revised"), revised),
        (t!("economy-words-original"), original),
        (t!("economy-words-last-year"), last_year),
        (t!("economy-words-deviation"), deviation),
        (t!("economy-words-deviation-original"), deviation_original),
        (t!("economy-words-printed"), printed),
    ];
    for (words, on) in offers {
        if choice::check_box(ui, &crate::words::capitalized(&words), Some(*on)).clicked() {
            *on = !*on;
        }
    }
}

/// How the statements of the tab are written; those below each other alike.
fn presentation(ui: &mut Ui, statements: &[StatementId], settings: &mut AccountsSettings) {
    let Some(first) = statements.first() else { return };
    heading::group(ui, &t!("economy-presentation", statement = first.word()));
    let mut presentation = settings.presentation(*first);
    let units = [ShownUnit::Ore, ShownUnit::Kroner, ShownUnit::Thousands];
    radios(ui, &units.map(|unit| (unit, unit.choice())), &mut presentation.unit);
    ui.add_space(4.0);
    let signs = [ShownSign::Ledger, ShownSign::Turned];
    radios(ui, &signs.map(|sign| (sign, sign.choice())), &mut presentation.sign);
    for statement in statements {
        settings.present(*statement, presentation);
    }
}

fn status(ui: &mut Ui, settings: &mut AccountsSettings, typed: &mut Typed) {
    heading::group(ui, &t!("economy-status-of"));
    let all = [AccountsStatus::Preliminary, AccountsStatus::Presented, AccountsStatus::Audited];
    radios(ui, &all.map(|status| (status, status.choice())), &mut settings.status);
    let date = settings.status_date.map_or_else(String::new, |date| Cell::Date(date).edit_text());
    field(ui, Asks::Date, &date, settings, typed);
    ui.add_space(GAP);
}

fn limits(ui: &mut Ui, settings: &mut AccountsSettings, typed: &mut Typed) {
    heading::group(ui, &t!("economy-limits-of"));
    let number = |value| Cell::Number(value).edit_text();
    let (percent, kroner) = (number(settings.limit_percent), number(settings.limit_kroner));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.vertical(|ui| field(ui, Asks::Percent, &percent, settings, typed));
        ui.vertical(|ui| field(ui, Asks::Kroner, &kroner, settings, typed));
    });
}

fn lines(ui: &mut Ui, settings: &mut AccountsSettings) {
    heading::group(ui, &t!("economy-fund-lines"));
    let all = [FundLines::AsTheYear, FundLines::Netted, FundLines::Split];
    radios(ui, &all.map(|lines| (lines, lines.choice())), &mut settings.fund_lines);
    ui.add_space(6.0);
    heading::group(ui, &t!("economy-travel"));
    let all = [TravelLine::Salaries, TravelLine::Purchases];
    radios(ui, &all.map(|line| (line, line.choice())), &mut settings.travel);
}

fn radios<T: Copy + PartialEq>(ui: &mut Ui, choices: &[(T, Choice)], chosen: &mut T) {
    for (value, choice) in choices {
        if choice::radio(ui, &choice.word(), value == chosen).clicked() {
            *chosen = *value;
        }
    }
}

impl Asks {
    fn name(self) -> String {
        match self {
            Self::Date => t!("economy-status-date"),
            Self::Percent => t!("economy-limit-percent"),
            Self::Kroner => t!("economy-limit-kroner"),
        }
    }

    /// What is wrong with a typed text, if anything is.
    fn finding(self, text: &str) -> Option<String> {
        let parsed = self.kind().parse(text);
        match parsed {
            Err(message) => Some(message.text()),
            Ok(Cell::Blank) if self != Self::Date => Some(t!("number-empty")),
            Ok(Cell::Number(value)) if value.is_sign_negative() => Some(t!("number-negative")),
            Ok(_) => None,
        }
    }

    fn kind(self) -> CellKind {
        match self {
            Self::Date => CellKind::Date,
            Self::Percent | Self::Kroner => CellKind::Number { decimals: 0 },
        }
    }

    /// Takes the text into the settings, if it may stand.
    fn put(self, text: &str, settings: &mut AccountsSettings) {
        if self.finding(text).is_some() {
            return;
        }
        match (self, self.kind().parse(text)) {
            (Self::Date, Ok(Cell::Date(date))) => settings.status_date = Some(date),
            (Self::Date, Ok(Cell::Blank)) => settings.status_date = None,
            (Self::Percent, Ok(Cell::Number(value))) => settings.limit_percent = value,
            (Self::Kroner, Ok(Cell::Number(value))) => settings.limit_kroner = value,
            _ => {}
        }
    }
}

/// A field whose text counts at Enter, Tab or loss of focus, and is dropped by Escape.
fn field(ui: &mut Ui, asks: Asks, now: &str, settings: &mut AccountsSettings, typed: &mut Typed) {
    let name = asks.name();
    theme::text(ui, &name, medium(scale().caption), colors(ui).text_2);
    let kept = typed.as_ref().filter(|(kept, _)| *kept == asks);
    let mut text = kept.map_or_else(|| now.to_owned(), |(_, text)| text.clone());
    let response = Field::new(&name, FIELD).show(ui, &mut text);
    if let Some(finding) = asks.finding(&text) {
        severity::sentence(ui, Severity::Error, &finding);
    }
    if response.changed() {
        *typed = Some((asks, text.clone()));
    }
    if response.lost_focus() && typed.as_ref().is_some_and(|(kept, _)| *kept == asks) {
        *typed = None;
        if !ui.input(|input| input.key_pressed(Key::Escape)) {
            asks.put(&text, settings);
        }
    }
}
