//! First sentences, drafted from the figures: Markdown with fields, so that what a person takes
//! over stays live.

mod cases;
mod customer;
mod economy;
mod organisation;

use crate::figures::{Figures, Key};
use crate::project::TextPeriod;

use super::field::{Manner, field_name};
pub use customer::customer_draft;

/// The first sentences of a text, by its id; `None` where the figures say nothing of it.
pub fn draft(figures: &Figures, text: &str, period: TextPeriod) -> Option<String> {
    let writer = Writer { figures, year: period.year };
    let sentences = match (text, period.quarter) {
        ("drift", Some(quarter)) => writer.quarter(quarter),
        ("brief", None) => writer.brief(),
        ("operations", None) => writer.operations(),
        ("goals", None) => writer.goals(),
        ("staff", None) => writer.staff(),
        ("gender", None) => writer.gender(),
        ("turnover", None) => writer.turnover(),
        ("sick-leave", None) => writer.sick_leave(),
        ("economy", None) => writer.economy(),
        ("fund", None) => writer.fund(),
        _ => Vec::new(),
    };
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// A name that persons gave, in Markdown: what would be a mark stands for itself.
fn escaped(name: &str) -> String {
    let mut markdown = String::with_capacity(name.len());
    for letter in name.chars() {
        if matches!(letter, '\\' | '*' | '_' | '`' | '[' | '<') {
            markdown.push('\\');
        }
        markdown.push(letter);
    }
    markdown
}

/// Writes of one year.
struct Writer<'f> {
    figures: &'f Figures,
    year: i16,
}

impl Writer<'_> {
    /// A field for a figure, if the figure has a value.
    fn field(&self, key: &Key) -> Option<String> {
        self.figures.value(key)?;
        Some(format!("{{{}}}", field_name(key, self.figures.report_year())))
    }

    /// The same without its sign.
    fn unsigned(&self, key: &Key) -> Option<String> {
        self.figures.value(key)?;
        let manner = Manner::Unsigned.id();
        Some(format!("{{{}|{manner}}}", field_name(key, self.figures.report_year())))
    }
}
