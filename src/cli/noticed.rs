//! What an import noticed, in words and for machines.

use serde_json::{Value, json};

use crate::import::{self, FileRead, Plan, SheetPlan, SheetRead};
use crate::issue::Issue;
use crate::message;
use crate::text_key;
use crate::words::Message;

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

/// A note or a refusal, and the option of the command line that helps, where one does.
pub fn with_offer(issue: Issue) -> Issue {
    let Some(option) = option_for(&issue.message) else { return issue };
    let message = message!("cli-note-option", why = issue.message.text(), option = option);
    Issue { message, ..issue }
}

fn option_for(message: &Message) -> Option<String> {
    let option = match message.key {
        "import-hidden-sheet" | "import-only-hidden" => "--with-hidden, --sheet",
        "import-other-years" => "--source-year",
        "import-column-persons" => "--persons allow",
        _ => {
            let (name, value) = import::offered(message)?.option();
            return Some(format!("{name} \"{value}\""));
        }
    };
    Some(option.to_owned())
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
    if note.message.key == text_key!("import-hidden-sheet") {
        return note.clone();
    }
    let message = message!("cli-sheet-left-out", why = note.message.text());
    Issue { message, ..note.clone() }
}
