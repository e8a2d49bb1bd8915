//! Accounts of several companies in one import: whose are wanted is asked once for all sheets.

use crate::import::heading::normal;
use crate::import::noticed::note;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::SheetRead;
use crate::issue::Issue;
use crate::message;

/// The company whose accounts are wanted of all sheets, where a person has said it of any.
pub(super) fn wanted_company(sheets: &[&SheetRead]) -> Option<String> {
    let said = sheets.iter().filter_map(|sheet| sheet.company.as_deref());
    said.into_iter().find(|name| !name.is_empty()).map(normal)
}

/// What is told of a sheet that is another company's than the one that is wanted, whose rows are
/// not taken.
pub(super) fn of_another(sheet: &SheetRead, wanted: Option<&str>) -> Option<Issue> {
    let wanted = wanted.filter(|_| sheet.company.as_deref() != Some(""))?;
    let is_other = |name: &String| normal(name) != wanted;
    let is_of_another = !sheet.companies.is_empty() && sheet.companies.iter().all(is_other);
    let companies = sheet.companies.join(", ");
    is_of_another.then(|| note(message!("import-other-companys-sheet", companies = companies)))
}

/// Asks whose accounts are wanted, where sheets are of several companies and nobody has said it,
/// or none of them is the wanted one's. A sheet that asks for itself is not asked about again.
pub(super) fn ask_company(sheets: &[&SheetRead]) -> Option<(usize, Question)> {
    let is_open = |sheet: &&SheetRead| sheet.company.as_deref() != Some("");
    let asks = |sheet: &&SheetRead| {
        let mut answers = sheet.questions.iter().flat_map(|question| &question.answers);
        answers.any(|answer| matches!(answer.says, Setting::Company(_)))
    };
    let named: Vec<(usize, &SheetRead)> = sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| is_open(sheet) && !sheet.companies.is_empty())
        .map(|(at, sheet)| (at, *sheet))
        .collect();
    if named.iter().any(|(_, sheet)| asks(sheet)) {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    for name in named.iter().flat_map(|(_, sheet)| &sheet.companies) {
        if !names.iter().any(|own| normal(own) == normal(name)) {
            names.push(name);
        }
    }
    let is_clear = match wanted_company(sheets) {
        Some(wanted) => names.is_empty() || names.iter().any(|name| normal(name) == wanted),
        None => names.len() < 2,
    };
    let at = named.last().filter(|_| !is_clear)?.0;
    let told: Vec<String> = names.iter().map(|name| format!("«{name}»")).collect();
    let asks = message!("import-ask-companies", companies = told.join(", "));
    let one = names.iter().map(|name| Answer::new(*name, Setting::Company((*name).to_owned())));
    let all = Answer::new(crate::t!("import-all-companies"), Setting::Company(String::new()));
    Some((at, Question::new(asks, one.chain([all]).collect())?))
}
