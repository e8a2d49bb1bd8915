//! The dialog for a new project: company, year, and the years to compare with.

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
}
