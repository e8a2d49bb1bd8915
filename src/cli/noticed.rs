//! What an import noticed, in words and for machines.

use serde_json::{Value, json};

use crate::import::{self, FileRead, Plan, SheetPlan, SheetRead};
use crate::issue::Issue;
use crate::message;

/// All that was noticed: sheets that were left out, then sheet by sheet.
pub fn noticed<'a>(files: &'a [FileRead], plan: &'a Plan) -> impl Iterator<Item = Issue> {
    let left_out = files.iter().flat_map(|file| file.notes.iter().map(as_left_out));
    let sheets = files.iter().filter_map(|file| file.outcome.as_ref().ok()).flatten();
    let of_sheets = sheets.zip(&plan.sheets).flat_map(|(sheet, plan)| {
        notes(sheet, plan).map(|note| {
            let mut note = note.clone().in_file(&sheet.file);
            note.place.sheet = Some(sheet.sheet.clone()).filter(|name| !name.is_empty());
            note
        })
    });
    left_out.chain(of_sheets).map(with_offer)
}

/// A note, and the option by which a person may answer it.
fn with_offer(note: Issue) -> Issue {
    let Some(setting) = import::offered(&note.message) else { return note };
    let (name, value) = setting.option();
    let option = format!("{name} \"{value}\"");
    let message = message!("cli-leave-out", why = note.message.text(), option = option);
    Issue { message, ..note }
}

/// A note for machines.
pub fn json_note(note: &Issue) -> Value {
    let cell = note.place.cell.as_deref().unwrap_or_default();
    let row = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
    json!({
        "file": note.place.file,
        "sheet": note.place.sheet,
        "row": row,
        "cause": note.message.text(),
    })
}

/// What a person should know of a sheet, as it was read and as it would change the project.
pub fn notes<'a>(sheet: &'a SheetRead, plan: &'a SheetPlan) -> impl Iterator<Item = &'a Issue> {
    sheet.notes.iter().chain(&plan.notes)
}

/// A sheet's cause, and that the sheet is left out for it.
fn as_left_out(note: &Issue) -> Issue {
    if note.message.key == "import-hidden-sheet" {
        return note.clone();
    }
    let message = message!("cli-sheet-left-out", why = note.message.text());
    Issue { message, ..note.clone() }
}
