//! What changes from one state of the project to another, figure by figure as a reader sees it.

use std::collections::HashSet;

use super::{
    AccountsKey, AmountColumn, CaseMeasure, Figures, Key, RowMeasure, SickMeasure,
    StatementRowKind, Unit,
};
use crate::calendar::Year;
use crate::number::Decimal;
use crate::text_key;

/// What a changed figure is about, in the order in which a reader wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeGroup {
    /// The report year's main numbers.
    Main,
    /// The other figures of the report year's cases.
    Cases,
    /// People, absence and the numbers that goals are measured by.
    Organisation,
    /// Lines of the report year's statements, and the fund.
    Statements,
    /// Other years than the report year.
    OtherYears,
    /// Weeks and their averages.
    Weeks,
    /// Days and their averages.
    Days,
    /// Account strings.
    Accounts,
    /// Figures that no longer are.
    Gone,
}

impl ChangeGroup {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Main,
        Self::Cases,
        Self::Organisation,
        Self::Statements,
        Self::OtherYears,
        Self::Weeks,
        Self::Days,
        Self::Accounts,
        Self::Gone,
    ];

    /// How machines name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Cases => "cases",
            Self::Organisation => "organisation",
            Self::Statements => "statements",
            Self::OtherYears => "other_years",
            Self::Weeks => "weeks",
            Self::Days => "days",
            Self::Accounts => "accounts",
            Self::Gone => "gone",
        }
    }

    /// The key of its words in the locale files, which take a `count`.
    pub fn word_key(self) -> &'static str {
        match self {
            Self::Main => text_key!("changes-main"),
            Self::Cases => text_key!("changes-cases"),
            Self::Organisation => text_key!("changes-organisation"),
            Self::Statements => text_key!("changes-statements"),
            Self::OtherYears => text_key!("changes-other-years"),
            Self::Weeks => text_key!("changes-weeks"),
            Self::Days => text_key!("changes-days"),
            Self::Accounts => text_key!("changes-accounts"),
            Self::Gone => text_key!("changes-gone"),
        }
    }
}

/// A figure that is printed otherwise in two states of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The figure's name as text, `saker.2021.q3`.
    pub key: String,
    /// The figure's name, as long as there is such a figure.
    pub figure: Option<Key>,
    /// What it is about.
    pub group: ChangeGroup,
    /// What it is, in words.
    pub label: String,
    /// As it was printed; `None` for a gap.
    pub before: Option<String>,
    /// As it is printed now; `None` for a gap.
    pub after: Option<String>,
}

impl Change {
    /// "Saker, 3. kvartal 2021: 8 388 → 8 391".
    pub fn text(&self) -> String {
        let label = self.label.as_str();
        crate::t!("changes-line", label = label, before = self.before(), after = self.after())
    }

    /// As it was printed, or the word for a gap.
    pub fn before(&self) -> String {
        printed_or_gap(self.before.as_deref())
    }

    /// As it is printed now, or the word for a gap.
    pub fn after(&self) -> String {
        printed_or_gap(self.after.as_deref())
    }
}

fn printed_or_gap(text: Option<&str>) -> String {
    text.map_or_else(|| crate::t!("missing"), str::to_owned)
}

/// Every figure that `after` prints otherwise than `before`: by group, and within each in the
/// order of the catalogue. What no longer is comes last in its group.
pub fn changes(before: &Figures, after: &Figures) -> Vec<Change> {
    let (keys, earlier) = (after.keys(), before.keys());
    let mut seen = HashSet::with_capacity(keys.len());
    let report_year = after.report_year();
    let mut changes: Vec<Change> = keys
        .iter()
        .chain(&earlier)
        .filter(|key| is_shown(key, report_year) && seen.insert(*key))
        .filter_map(|key| change(key, before, after))
        .collect();
    changes.sort_by_key(|change| change.group);
    changes
}

/// A week's average is the same in every year, so only the weeks of the report year show it.
fn is_shown(key: &Key, report_year: Year) -> bool {
    !matches!(key, Key::WeekAverage(week) if week.year != report_year)
}

fn change(key: &Key, before: &Figures, after: &Figures) -> Option<Change> {
    // Words are made only of what has changed.
    let (old, new) = (before.measured(key), after.measured(key));
    if old.0 == new.0 {
        return None;
    }
    let label = if new.0.is_some() { after.label(key) } else { before.label(key) };
    let printed = |(value, unit, decimals): (Option<Decimal>, Unit, u32)| {
        value.map(|value| unit.text(value, decimals))
    };
    let (before, group) = (printed(old), after.change_group(key));
    let after = printed(new);
    (before != after).then(|| Change {
        key: key.to_string(),
        group,
        label,
        before,
        after,
        figure: Some(key.clone()),
    })
}

impl Figures {
    /// What a figure is about, seen from the report year.
    pub(super) fn change_group(&self, key: &Key) -> ChangeGroup {
        match key {
            Key::Day(_) | Key::DayAverage(_) => ChangeGroup::Days,
            Key::Week(_) | Key::WeekAverage(_) => ChangeGroup::Weeks,
            Key::Accounts(AccountsKey::Account { .. } | AccountsKey::Art { .. }) => {
                ChangeGroup::Accounts
            }
            _ if key.year().is_some_and(|year| year != self.report_year()) => {
                ChangeGroup::OtherYears
            }
            _ if self.is_main(key) => ChangeGroup::Main,
            Key::Cases(..)
            | Key::CustomerCases(..)
            | Key::Month(..)
            | Key::Share(..)
            | Key::Workdays(..)
            | Key::Incidents(..)
            | Key::DistinctIncidents(..) => ChangeGroup::Cases,
            Key::Yearly(_, yearly) => yearly.definition().group,
            Key::Accounts(_) => ChangeGroup::Statements,
            Key::GoalResult(..) | Key::WomenShare(_) | Key::SickLeave(..) | Key::Cell { .. } => {
                ChangeGroup::Organisation
            }
        }
    }

    /// Whether a figure of the report year is one that its report opens with.
    fn is_main(&self, key: &Key) -> bool {
        match key {
            Key::Cases(_, _, measure) => {
                matches!(measure, CaseMeasure::Count | CaseMeasure::Change(_))
            }
            Key::SickLeave(_, group, measure) => {
                group.is_none() && *measure == SickMeasure::TotalPercent
            }
            Key::Accounts(AccountsKey::Row { statement, year, measure, row }) => {
                let line = self.statement_row(*statement, *year, row);
                *measure == RowMeasure::Amount(AmountColumn::Actual)
                    && line.is_some_and(|row| row.kind == StatementRowKind::Result)
            }
            Key::Accounts(AccountsKey::Capacity(..) | AccountsKey::CapacityPercent(..))
            | Key::Incidents(..)
            | Key::GoalResult(..)
            | Key::WomenShare(_) => true,
            Key::Yearly(_, yearly) => yearly.definition().is_main,
            _ => false,
        }
    }
}

/// How many of the changes there are of each group, in words: "4 hovedtall, 3 tall for uker".
pub fn groups_text<'c>(changes: impl Iterator<Item = &'c Change>) -> String {
    let groups: Vec<ChangeGroup> = changes.map(|change| change.group).collect();
    let words = ChangeGroup::ALL.into_iter().filter_map(|group| {
        let count = groups.iter().filter(|other| **other == group).count();
        (count > 0).then(|| crate::t!(group.word_key(), count = count))
    });
    words.collect::<Vec<_>>().join(", ")
}
