//! Accounts of several companies: those of one are wanted, and what another's file brings never
//! stands among them unseen.

use super::delivery::{SharedRows, sheet_in_words};
use super::{Gone, SheetPlan, Stage};
use crate::calendar::Span;
use crate::import::accounts::is_same_company;
use crate::import::noticed::note;
use crate::import::options::Setting;
use crate::import::question::{Answer, Question};
use crate::import::sheet::SheetRead;
use crate::import::sheet::is_about_accounts;
use crate::issue::Issue;
use crate::message;
use crate::project::{Source, SourceId};

/// The company that a person has named for any sheet of an import: one answer counts for all of
/// them.
pub(super) fn said_company<'s>(sheets: &[&'s SheetRead]) -> Option<&'s str> {
    let companies = sheets.iter().filter_map(|sheet| sheet.company_said.as_deref());
    companies.into_iter().find(|company| !company.is_empty())
}

/// What is told of a sheet that is left out since it has the accounts of another company than the
/// one that was named for another sheet.
pub(super) fn of_another(sheet: &SheetRead, company_said: Option<&str>) -> Option<Issue> {
    let is_unsaid = sheet.company_said.is_none() && is_about_accounts(sheet.kind());
    let named = company_said.filter(|_| is_unsaid)?;
    let is_other = is_same_company(named, &sheet.company) == Some(false);
    let company = sheet.company.as_str();
    is_other.then(|| note(message!("import-sheet-of-other-company", company = company)))
}

impl Stage<'_> {
    /// Asks whose accounts are wanted, where those of several companies come together.
    pub(super) fn ask_for_company(&mut self) {
        let named: Vec<&SheetRead> =
            self.sheets.iter().copied().filter(|sheet| !sheet.company.is_empty()).collect();
        let is_said = said_company(self.sheets).is_some();
        for (at, sheet) in self.sheets.iter().copied().enumerate() {
            if is_said
                || sheet.company_said.is_some()
                || sheet.rows.is_empty()
                || sheet.company.is_empty()
            {
                continue;
            }
            let mut others: Vec<(String, String)> = Vec::new();
            let of_delivery = named.iter().filter(|other| !other.rows.is_empty());
            let of_delivery = of_delivery
                .map(|other| (&other.company, sheet_in_words(&other.file, &other.sheet)));
            let of_project = self
                .other_companies(sheet)
                .map(|source| (&source.company, sheet_in_words(&source.file, &source.sheet)));
            for (company, place) in of_delivery.chain(of_project) {
                let is_known =
                    others.iter().any(|(known, _)| is_same_company(known, company) != Some(false));
                if is_same_company(company, &sheet.company) == Some(false) && !is_known {
                    others.push((company.clone(), place));
                }
            }
            let question = which_company(sheet, &others);
            if let Some(question) = question {
                self.questions.push((at, question));
                // One answer may settle all of them.
                return;
            }
        }
        self.ask_for_known_company(&named);
        self.ask_for_same_money();
        if !is_said {
            self.ask_for_unnamed();
        }
    }

    /// Asks again where a person has named a company that no sheet is of.
    fn ask_for_known_company(&mut self, named: &[&SheetRead]) {
        let company_said = named.iter().find_map(|sheet| sheet.company_said.as_deref());
        let Some(company_said) = company_said.filter(|company| !company.is_empty()) else { return };
        let is_known = |company: &str| is_same_company(company_said, company) == Some(true);
        // What another company's file brings is left out where the project has the wanted one.
        let is_of_project = self.project.sources.iter().any(|source| is_known(&source.company));
        let is_taken =
            |sheet: &&SheetRead| is_about_accounts(sheet.kind()) && !sheet.rows.is_empty();
        if is_of_project
            || self.sheets.iter().any(is_taken)
            || !named.iter().all(|sheet| sheet.is_of_other_company())
        {
            return;
        }
        let mut companies: Vec<&str> = Vec::new();
        for sheet in named {
            if !companies.iter().any(|known| is_same_company(known, &sheet.company) == Some(true)) {
                companies.push(&sheet.company);
            }
        }
        let asks = message!(
            "import-ask-company-unknown",
            company = company_said,
            companies = companies.join(", ")
        );
        let answers = companies.iter().map(|name| answer(name)).collect();
        let at = self.sheets.iter().position(|sheet| sheet.is_of_other_company());
        self.questions.extend(at.zip(Question::new(asks, answers)));
    }

    /// The sources of other companies whose accounts of the sheet's time the project has.
    fn other_companies<'p>(&'p self, sheet: &'p SheetRead) -> impl Iterator<Item = &'p Source> {
        let is_of_time = |one: Option<Span>, other: Option<Span>| match (one, other) {
            (Some(one), Some(other)) => one.intersection(&other).is_some(),
            _ => true,
        };
        self.project.sources.iter().filter(move |source| {
            !self.is_of_this_import(source.id)
                && is_about_accounts(source.stream.kind)
                && is_of_time(source.period, sheet.period)
                && is_same_company(&source.company, &sheet.company) == Some(false)
                && self.project.rows_of(source.id) > 0
        })
    }

    /// Asks whose accounts are wanted where rows of a table would take the place of another company's
    /// with the same keys.
    pub(super) fn ask_for_clash(&mut self, sheet: &SheetRead, shared: &SharedRows) {
        if !is_about_accounts(sheet.kind()) || !self.questions.is_empty() {
            return;
        }
        let clash = shared.parts().find_map(|(source, shared)| {
            let source = self.project.source(source)?;
            let is_other = is_same_company(&source.company, &sheet.company) == Some(false);
            (is_other && shared.differing > 0).then_some((source, shared.differing))
        });
        let Some((source, differing)) = clash else { return };
        let asks = message!(
            "import-ask-company-clash",
            company = sheet.company.as_str(),
            other = source.company.as_str(),
            place = sheet_in_words(&source.file, &source.sheet),
            count = differing,
        );
        let names = [sheet.company.as_str(), source.company.as_str()];
        let question = Question::new(asks, names.iter().map(|name| answer(name)).collect());
        let at = self.sheets.iter().position(|other| super::is_same_sheet(other, sheet));
        self.questions.extend(at.zip(question));
    }

    /// Tells that a sheet has the accounts of another company than the project's.
    pub(super) fn tell_of_stranger(&self, sheet: &SheetRead, plan: &mut SheetPlan) {
        let of_project = &self.project.settings.company;
        if sheet.company_said.is_none()
            && is_same_company(of_project, &sheet.company) == Some(false)
        {
            let company = sheet.company.as_str();
            let message =
                message!("import-other-company", company = company, own = of_project.as_str());
            plan.notes.push(note(message));
        }
    }

    /// Whether a source has the accounts of another company than the sheet.
    pub(super) fn is_of_other_company(&self, source: SourceId, sheet: &SheetRead) -> bool {
        let source = self.project.source(source);
        source.is_some_and(|source| is_same_company(&source.company, &sheet.company) == Some(false))
    }

    /// Takes the accounts out that the project has of other companies, where a person has said
    /// which company is wanted. How many rows go comes back, with the first of them in words.
    pub(super) fn drop_other_companies(&mut self, sheet: &SheetRead) -> Vec<(String, u32)> {
        let is_said = sheet.company_said.as_deref().is_some_and(|company| !company.is_empty());
        if !is_said || sheet.rows.is_empty() {
            return Vec::new();
        }
        let others: Vec<(SourceId, String)> = self
            .other_companies(sheet)
            .map(|source| (source.id, sheet_in_words(&source.file, &source.sheet)))
            .collect();
        let mut gone = Vec::new();
        for (id, place) in others {
            let count = u32::try_from(self.project.rows_of(id)).unwrap_or(u32::MAX);
            if self.project.take_out(id).is_ok() {
                gone.push((place, count));
            }
        }
        gone
    }
}

/// Counts rows that went with their company.
pub(super) fn count_gone(plan: &mut SheetPlan, gone: Vec<(String, u32)>) {
    for (place, count) in gone {
        plan.known = plan.known.saturating_add(count);
        plan.gone = plan.gone.saturating_add(count);
        plan.gone_rows.push(Gone { what: place, day: None });
        plan.is_taken = true;
    }
}

fn answer(name: &str) -> Answer {
    Answer::new(name, Setting::Company(name.to_owned()))
}

/// Which company is wanted, where a sheet has the accounts of one and others have those of others.
fn which_company(sheet: &SheetRead, others: &[(String, String)]) -> Option<Question> {
    let (other, place) = others.first()?;
    let names = others.iter().map(|(name, _)| name.as_str());
    let names: Vec<&str> = std::iter::once(sheet.company.as_str()).chain(names).collect();
    let asks = message!(
        "import-ask-company-of-files",
        company = sheet.company.as_str(),
        other = other.as_str(),
        place = place.as_str(),
    );
    let all = Answer::new(crate::t!("import-same-company"), Setting::Company(String::new()));
    Question::new(asks, names.iter().map(|name| answer(name)).chain([all]).collect())
}
