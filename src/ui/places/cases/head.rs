//! The place's head: its name, the tabs, and what can be done with the plot.

use eframe::egui::{Response, Ui};

use crate::app::{Command, Document, PictureFormat, Product};
use crate::calendar::Quarter;
use crate::chart::{ChartChoice, Size, Style};
use crate::look::tokens;
use crate::t;
use crate::ui::icon;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::head::Head;
use crate::ui::widgets::menu::{self, Item};

use super::{CasesState, Choice};

/// The size of a saved picture of the days.
const DAYS_PICTURE: Size = Size::new(1200.0, 420.0);
/// The size of a saved picture of the weeks.
const WEEKS_PICTURE: Size = Size::new(1200.0, 660.0);

/// Shows the head.
pub(super) fn show(
    ui: &mut Ui,
    state: &mut CasesState,
    document: &Document,
    commands: &mut Vec<Command>,
) {
    let choices: Vec<ChartChoice> =
        std::iter::once(ChartChoice::Weeks).chain(Quarter::ALL.map(ChartChoice::Quarter)).collect();
    let names: Vec<String> = choices.iter().map(|choice| tab_name(*choice)).collect();
    let active = choices.iter().position(|choice| *choice == state.choice.0).unwrap_or(0);
    let clicked = Head::new(&t!("place-cases")).tabs(&names, active).show(ui, |ui| {
        show_toggle(ui, state);
        let name = t!("cases-save-figure");
        let opener = ui.add(IconButton::new(icon::DOWNLOAD, &name));
        if let Some(format) = picture_menu(&opener, &name) {
            commands.push(Command::Make(picture(state, document, format)));
        }
    });
    if let Some(choice) = clicked.and_then(|index| choices.get(index)) {
        state.choice = Choice(*choice);
        state.plot.forget_cursor();
    }
}

fn tab_name(choice: ChartChoice) -> String {
    match choice {
        ChartChoice::Weeks => t!("cases-tab-weeks"),
        ChartChoice::Quarter(quarter) => t!(crate::figures::Period::Quarter(quarter).word_key()),
    }
}

/// The same numbers as a table, and back.
fn show_toggle(ui: &mut Ui, state: &mut CasesState) {
    let (icon, name) = match state.shows_table {
        true => (icon::CASES, t!("cases-as-figure")),
        false => (icon::TABLE, t!("cases-as-table")),
    };
    if ui.add(IconButton::new(icon, &name)).clicked() {
        state.shows_table = !state.shows_table;
    }
}

fn picture_menu(opener: &Response, name: &str) -> Option<PictureFormat> {
    menu::menu(opener, name, |ui| {
        let items = [
            (t!("cases-save-svg"), icon::DOWNLOAD, PictureFormat::Svg),
            (t!("cases-save-png"), icon::DOWNLOAD, PictureFormat::Png),
            (t!("cases-copy-picture"), icon::COPY, PictureFormat::Clipboard),
        ];
        let mut chosen = None;
        for (text, icon, format) in items {
            if ui.add(Item::new(&text).icon(icon)).clicked() {
                chosen = Some(format);
            }
        }
        chosen
    })
    .flatten()
}

/// The plot as it stands under the filter, in the light colours.
fn picture(state: &CasesState, document: &Document, format: PictureFormat) -> Product {
    let choice = state.choice.0;
    let size = match choice {
        ChartChoice::Weeks => WEEKS_PICTURE,
        ChartChoice::Quarter(_) => DAYS_PICTURE,
    };
    let figures = document.figures();
    let scene = choice.scene(figures, &state.filter, size, &Style::screen(&tokens().light));
    let name =
        t!("cases-picture-name", year = figures.report_year().to_string(), chart = choice.id());
    Product::picture(scene, format, &name)
}
