//! The project for a new year, made from the figures of the old one.

use super::Figures;
use crate::calendar::Year;
use crate::issue::Issue;
use crate::project::{EditContext, NewYear, Project};

impl Figures {
    /// The project for `year`, or for the one after the report year. The statements of every year
    /// whose accounts stay behind come along as they came out; `file` is the name of the project
    /// that they come from.
    ///
    /// # Errors
    /// When `year` is not later than the report year.
    pub fn for_new_year(
        &self,
        year: Option<Year>,
        file: &str,
        context: &EditContext,
    ) -> Result<Project, Issue> {
        let old_year = self.report_year();
        let of_accounts = self.accounts.years().filter(|year| year.year <= old_year);
        let statements = of_accounts.filter(|statement| !statement.accounts.is_empty());
        let new = NewYear {
            year: year.unwrap_or(old_year.saturating_add(1)),
            first_known: self.volumes.span().map(|span| span.first.year()),
            statements: statements.flat_map(|statement| statement.lines()).collect(),
            file: file.to_owned(),
        };
        self.project.for_new_year(new, context)
    }
}
