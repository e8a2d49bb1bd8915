//! What is known of a sheet of accounts before its first row: its year, and how it is meant.

use super::columns::year_of;
use super::form::AccountForm;
use super::groups::class_of_books;
use super::text_of;
use crate::calendar::{Span, Year};
use crate::import::Options;
use crate::import::heading::normal;
use crate::import::raw::RawCell;
use crate::import::synonyms::synonyms;
use crate::number::DecimalMark;
use crate::project::{LedgerSign, Profile};

/// What is known of the accounts before their first row.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The year that headings or title rows tell, or else the project.
    pub year: Year,
    /// The *kontoklasse* of the books that a title row names.
    pub class: Option<&'static str>,
    /// With which sign income stands, where somebody has said it.
    pub sign: Option<LedgerSign>,
    /// What account strings hold, where somebody has said it.
    pub form: Option<AccountForm>,
    /// Which mark stands before the øre, where somebody has said it.
    pub decimal: Option<DecimalMark>,
}

impl Surroundings {
    /// What the headings' year, the rows above the header, the person and an earlier profile
    /// say; the project's report year is the last resort.
    pub fn of(
        options: &Options,
        profile: Option<&Profile>,
        above: &[&[RawCell<'static>]],
        (heading, titles, report_year): (Option<Year>, Option<Span>, Year),
    ) -> Self {
        let texts = || above.iter().flat_map(|row| row.iter()).filter_map(text_of);
        let is_title = |text: &&str| {
            let words = normal(text);
            words.split(' ').any(|word| synonyms().books.titles.iter().any(|own| own == word))
        };
        let year = heading
            .or_else(|| options.period.or(titles).map(|span| span.last.year()))
            .or_else(|| texts().filter(is_title).filter_map(year_of).max())
            .unwrap_or(report_year);
        let remembered = profile.and_then(|own| own.account_form.as_deref()?.parse().ok());
        Self {
            year,
            class: texts().find_map(class_of_books),
            sign: options.sign.or(profile.and_then(|own| own.sign)),
            form: options.account_form.clone().or(remembered),
            decimal: options.decimal.or(profile.and_then(|own| own.decimal)),
        }
    }
}
