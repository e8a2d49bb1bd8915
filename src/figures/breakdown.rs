//! The cases of a span by customer, type, priority or category, and the cases of one day.

use super::customers::CustomerIndex;
use super::volumes::{Filter, Matcher};
use crate::calendar::{Date, Span, day_number};
use crate::project::{Case, Code, Project, SourceId};
use crate::text_key;

/// A field by which cases are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// The customer of the register, or the export's own word where the register has none.
    Customer,
    /// The type.
    Kind,
    /// The priority.
    Priority,
    /// The category.
    Category,
}

impl Dimension {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Customer, Self::Kind, Self::Priority, Self::Category];

    /// Its name in keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Customer => "kunde",
            Self::Kind => "type",
            Self::Priority => "prioritet",
            Self::Category => "kategori",
        }
    }

    /// The key of its word in the locale files.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Customer => text_key!("dimension-customer"),
            Self::Kind => text_key!("dimension-kind"),
            Self::Priority => text_key!("dimension-priority"),
            Self::Category => text_key!("dimension-category"),
        }
    }
}

impl Dimension {
    /// A case's code.
    fn code(self, case: &Case) -> Code {
        match self {
            Self::Customer => case.customer,
            Self::Kind => case.kind,
            Self::Priority => case.priority,
            Self::Category => case.category,
        }
    }

    /// The word of a code; for a customer the name in the register, if the register has it.
    fn word<'p>(
        self,
        project: &'p Project,
        customers: &CustomerIndex,
        code: Code,
    ) -> Option<&'p str> {
        match self {
            Self::Customer => customers
                .customer(code)
                .map(|row| project.customers[row].name.as_str())
                .or_else(|| project.codes.customers.word(code)),
            Self::Kind => project.codes.types.word(code),
            Self::Priority => project.codes.priorities.word(code),
            Self::Category => project.codes.categories.word(code),
        }
    }
}

/// The cases of a span that share a word, with their sources.
pub(super) fn cases_sharing(
    project: &Project,
    span: Span,
    dimension: Dimension,
    word: Option<&str>,
) -> Vec<(SourceId, u32)> {
    let customers = CustomerIndex::of(project);
    let everything = Filter::default();
    let cases = cases_in(project, &everything, span)
        .filter(|(_, case)| dimension.word(project, &customers, dimension.code(case)) == word);
    cases.map(|(source, case)| (source, case.row)).collect()
}

/// How many cases share a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The word; `None` where the rows leave it blank.
    pub word: Option<String>,
    /// How many cases.
    pub cases: u32,
}

/// The cases of `span` that `filter` lets through, by `dimension`, the largest first.
pub fn breakdown(
    project: &Project,
    filter: &Filter,
    span: Span,
    dimension: Dimension,
) -> Vec<Share> {
    let customers = CustomerIndex::of(project);
    let words = |code: Code| dimension.word(project, &customers, code);
    let code_of = |case: &Case| dimension.code(case);
    let mut by_code: Vec<u32> = Vec::new();
    for (_, case) in cases_in(project, filter, span) {
        let index = usize::from(code_of(case).0);
        if by_code.len() <= index {
            by_code.resize(index + 1, 0);
        }
        by_code[index] += 1;
    }
    let mut shares: Vec<Share> = Vec::new();
    for (code, cases) in (0..=u16::MAX).map(Code).zip(by_code).filter(|(_, cases)| *cases > 0) {
        let word = words(code);
        match shares.iter_mut().find(|share| share.word.as_deref() == word) {
            Some(share) => share.cases += cases,
            None => shares.push(Share { word: word.map(str::to_owned), cases }),
        }
    }
    shares.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.word.cmp(&b.word)));
    shares
}

/// The cases of one day that `filter` lets through, with their sources.
pub fn cases_on<'a>(
    project: &'a Project,
    filter: &'a Filter,
    day: Date,
) -> Vec<(SourceId, &'a Case)> {
    let mut cases: Vec<_> = cases_in(project, filter, Span::new(day, day)).collect();
    cases.sort_by_key(|(_, case)| case.registered);
    cases
}

/// The cases of a span that `filter` lets through, with their sources.
pub(super) fn cases_in<'a>(
    project: &'a Project,
    filter: &'a Filter,
    span: Span,
) -> impl Iterator<Item = (SourceId, &'a Case)> {
    let days = day_number(span.first)..=day_number(span.last);
    let matcher = Matcher::new(project, filter);
    let everything = filter.is_empty();
    project
        .cases
        .iter()
        .flat_map(|batch| batch.rows.iter().map(|case| (batch.source, case)))
        .filter(move |(_, case)| {
            days.contains(&case.registered.day_number()) && (everything || matcher.matches(case))
        })
}
