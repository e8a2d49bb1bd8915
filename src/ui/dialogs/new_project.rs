//! The dialog for a new project: company, year, and the years to compare with.

use std::path::Path;

use eframe::egui::{Align, Key, Layout, Ui};

use super::modal;
use crate::app::{App, Command};
use crate::calendar::Year;
use crate::project::{CellKind, Settings};
use crate::t;
use crate::ui::context::Context;
use crate::ui::theme::{self, colors, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;

const YEAR_WIDTH: f32 = 96.0;

/// A new project while it is being described.
#[derive(Clone, Debug, Default)]
pub struct NewProject {
    /// The company's name.
    pub company: String,
    /// The report year as typed.
    pub year: String,
    /// The first year to compare with, as typed.
    pub baseline_first: String,
    /// The last such year, as typed.
    pub baseline_last: String,
    /// Whether the person typed the years to compare with, so that they no longer follow the year.
    has_own_baseline: bool,
    /// Whether the person has tried to create the project; from then on blanks are findings too.
    is_tried: bool,
}

impl NewProject {
    /// A dialog with suggestions: the year that the waiting exports name, else the last one.
    pub fn suggested(app: &App) -> Self {
        let names = app.waiting_exports().iter().filter_map(|path| path.file_name());
        let named = names.filter_map(|name| year_in(&name.to_string_lossy())).max();
        let year = named.unwrap_or_else(|| app.now().day().year().saturating_sub(1));
        let mut suggested = Self { year: year.to_string(), ..Self::default() };
        suggested.follow_year();
        suggested
    }

    fn follow_year(&mut self) {
        if let (false, Ok(year)) = (self.has_own_baseline, parse_year(&self.year)) {
            let (first, last) = Settings::baseline_before(year);
            (self.baseline_first, self.baseline_last) = (first.to_string(), last.to_string());
        }
    }

    /// What is wrong with the company's name; a blank is a finding only after a try.
    fn company_finding(&self) -> Option<String> {
        let is_blank = self.company.trim().is_empty();
        (is_blank && self.is_tried).then(|| t!("new-company-missing"))
    }

    fn baseline(&self) -> Result<(Year, Year), String> {
        let (first, last) = (parse_year(&self.baseline_first)?, parse_year(&self.baseline_last)?);
        if first > last { Err(t!("new-baseline-reversed")) } else { Ok((first, last)) }
    }

    fn command(&self) -> Option<Command> {
        let company = self.company.trim();
        if company.is_empty() {
            return None;
        }
        let (year, baseline) = (parse_year(&self.year).ok()?, self.baseline().ok()?);
        Some(Command::New { company: company.to_owned(), year, baseline })
    }
}

/// Shows the dialog while it is open; exports that wait for a project open it.
pub(super) fn show(ui: &Ui, cx: &mut Context<'_>, open: &mut Option<NewProject>) {
    let exports_wait = cx.app.document().is_none() && !cx.app.waiting_exports().is_empty();
    if cx.app.pending().is_some() {
        return;
    }
    if open.is_none() && exports_wait {
        *open = Some(NewProject::suggested(cx.app));
    }
    let Some(mut draft) = open.take() else { return };
    let waiting = if exports_wait { cx.app.waiting_exports().len() } else { 0 };
    let (answer, is_left) = modal::show(ui, "new-project", &t!("new-title"), |ui, is_new| {
        contents(ui, &mut draft, waiting, is_new)
    });
    match (answer, is_left) {
        (Answer::Create, _) => match draft.command() {
            Some(command) => cx.push(command),
            None => *open = Some(NewProject { is_tried: true, ..draft }),
        },
        (Answer::Leave, _) | (Answer::None, true) => cx.push(Command::ForgetExports),
        (Answer::None, false) => *open = Some(draft),
    }
}

enum Answer {
    None,
    Create,
    Leave,
}

fn contents(ui: &mut Ui, draft: &mut NewProject, waiting: usize, is_new: bool) -> Answer {
    let lead = match waiting {
        0 => t!("new-lead"),
        count => t!("new-lead-exports", count = count),
    };
    theme::paragraph(ui, lead, scale().body, colors(ui).text_2);
    ui.add_space(16.0);
    company(ui, draft, is_new);
    ui.add_space(12.0);
    years(ui, draft);
    ui.add_space(24.0);
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let create = ui.add(Button::primary(&t!("new-create")));
        let leave = ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape")));
        if leave.clicked() {
            Answer::Leave
        } else if create.clicked() || (entered && !leave.has_focus()) {
            Answer::Create
        } else {
            Answer::None
        }
    })
    .inner
}

fn company(ui: &mut Ui, draft: &mut NewProject, is_new: bool) {
    let name = t!("new-company");
    theme::text(ui, &name, theme::medium(scale().caption), colors(ui).text_2);
    let finding = draft.company_finding();
    let field = Field::new(&name, ui.available_width()).finding(finding.as_deref());
    let response = field.show(ui, &mut draft.company);
    // Enter takes the focus from a field; after a try it comes back to this one.
    if is_new || ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

fn years(ui: &mut Ui, draft: &mut NewProject) {
    let year = parse_year(&draft.year).err();
    let baseline = draft.baseline().err();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        if labelled(ui, &t!("new-year"), &mut draft.year) {
            draft.follow_year();
        }
        ui.add_space(20.0);
        let first = labelled(ui, &t!("new-baseline-first"), &mut draft.baseline_first);
        let last = labelled(ui, &t!("new-baseline-last"), &mut draft.baseline_last);
        draft.has_own_baseline |= first || last;
    });
    if let Some(finding) = year.or(baseline) {
        crate::ui::widgets::severity::sentence(ui, crate::issue::Severity::Error, &finding);
    }
}

/// A year's field under its label; true when it was typed in.
fn labelled(ui: &mut Ui, name: &str, text: &mut String) -> bool {
    ui.vertical(|ui| {
        theme::text(ui, name, theme::medium(scale().caption), colors(ui).text_2);
        Field::new(name, YEAR_WIDTH).show(ui, text).changed()
    })
    .inner
}

fn parse_year(text: &str) -> Result<Year, String> {
    match CellKind::Year.parse(text) {
        Ok(crate::project::Cell::Year(year)) => Ok(year),
        Ok(_) => Err(t!("cell-not-a-year")),
        Err(message) => Err(message.text()),
    }
}

/// The largest year of this century that stands in a file's name.
fn year_in(name: &str) -> Option<Year> {
    let runs = Path::new(name).file_stem()?.to_string_lossy().into_owned();
    let numbers = runs.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= 4);
    numbers.filter_map(|run| run.get(..4)?.parse().ok()).filter(|y| (2000..2100).contains(y)).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_tells_its_year() {
        assert_eq!(year_in("saker-2021.xlsx"), Some(2021));
        assert_eq!(year_in("20210331 saker 2019.csv"), Some(2021));
        assert_eq!(year_in("kunder.2021"), None);
        assert_eq!(year_in("sak 1234567.csv"), None);
    }
}
