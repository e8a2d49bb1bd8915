//! Milestones: which figures they keep, and what has changed from one to another or to now.

use std::collections::{HashMap, HashSet};

use super::causes::{ChangeCause, Since};
use super::changes::{Change, ChangeGroup};
use super::{AccountsKey, Figure, Figures, Key};
use crate::project::{EditContext, Milestone, PrintedFigure};

/// A figure that has changed since a milestone, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct TracedChange {
    /// The figure, before and after.
    pub change: Change,
    /// What has made it another: one cause is the cause, of several one or more is, and without
    /// any nothing in the project tells why.
    pub causes: Vec<ChangeCause>,
}

impl Figures {
    /// The figures that a milestone keeps: all that tables print, without the many days and
    /// account strings, and of the weeks the report year's.
    pub fn printed(&self) -> Vec<PrintedFigure> {
        self.printed_of(self.keys().into_iter().filter(|key| self.is_printed(key)))
    }

    fn is_printed(&self, key: &Key) -> bool {
        match key {
            Key::Day(_) | Key::DayAverage(_) => false,
            Key::Accounts(AccountsKey::Account { .. } | AccountsKey::Art { .. }) => false,
            Key::Week(week) | Key::WeekAverage(week) => week.year == self.report_year(),
            _ => true,
        }
    }

    /// The figures with these names that have a value, as they are printed.
    fn printed_of(&self, keys: impl Iterator<Item = Key>) -> Vec<PrintedFigure> {
        let mut seen = HashSet::new();
        let known = keys.map(|key| self.figure(&key)).filter(|figure| figure.value.is_some());
        let printed = known.map(|figure: Figure| PrintedFigure {
            key: figure.key.to_string(),
            text: figure.text(),
            label: figure.label,
        });
        printed.filter(|figure| seen.insert(figure.key.clone())).collect()
    }

    /// The names of figures by their texts: of all that there are, and of every year that a
    /// milestone speaks of.
    fn named(&self, milestones: [&Milestone; 2]) -> HashMap<String, Key> {
        let mut years: Vec<_> = milestones
            .iter()
            .flat_map(|milestone| milestone.figures.iter())
            .filter_map(|figure| figure.key.split('.').nth(1)?.parse().ok())
            .collect();
        years.sort_unstable();
        years.dedup();
        let others = years.into_iter().flat_map(|year| self.keys_of_year(year));
        others.chain(self.keys()).map(|key| (key.to_string(), key)).collect()
    }

    /// The present figures of the project as a milestone: those that `milestone` kept, and all
    /// others that are printed now.
    fn now_beside(&self, milestone: &Milestone) -> Milestone {
        let named = self.named([milestone, milestone]);
        let kept = milestone.figures.iter().filter_map(|figure| named.get(&figure.key).cloned());
        let printed_now = self.keys().into_iter().filter(|key| self.is_printed(key));
        let figures = self.printed_of(printed_now.chain(kept));
        let nobody = EditContext { who: String::new(), now: milestone.when };
        Milestone::of(self.project(), "", figures, &nobody)
    }

    /// Every figure that is printed differently than `before` kept it, with what has made it
    /// another; held against another milestone or, without one, against the project as it is.
    /// The later of two milestones is always the one after.
    pub fn changes_since(
        &self,
        before: &Milestone,
        after: Option<&Milestone>,
    ) -> Vec<TracedChange> {
        let now = after.is_none().then(|| self.now_beside(before));
        let Some(after) = after.or(now.as_ref()) else { return Vec::new() };
        let (before, after) = match before.edits <= after.edits {
            true => (before, after),
            false => (after, before),
        };
        let named = self.named([before, after]);
        let since = Since::new(self, before, after);
        let changes = self.printed_otherwise(before, after, &named).into_iter();
        changes.map(|change| TracedChange { causes: since.causes(&change), change }).collect()
    }

    fn printed_otherwise(
        &self,
        before: &Milestone,
        after: &Milestone,
        named: &HashMap<String, Key>,
    ) -> Vec<Change> {
        let by_key = |milestone: &'_ Milestone| -> HashMap<String, PrintedFigure> {
            milestone.figures.iter().map(|figure| (figure.key.clone(), figure.clone())).collect()
        };
        let (old, new) = (by_key(before), by_key(after));
        let gone = before.figures.iter().filter(|figure| !new.contains_key(&figure.key));
        let mut changes: Vec<Change> = after
            .figures
            .iter()
            .chain(gone)
            .filter_map(|figure| {
                let text = |figures: &HashMap<String, PrintedFigure>| {
                    figures.get(&figure.key).map(|figure| figure.text.clone())
                };
                let (before, after) = (text(&old), text(&new));
                let key = named.get(&figure.key);
                (before != after).then(|| Change {
                    key: figure.key.clone(),
                    figure: key.cloned(),
                    group: key.map_or(ChangeGroup::Gone, |key| self.change_group(key)),
                    label: figure.label.clone(),
                    before,
                    after,
                })
            })
            .collect();
        changes.sort_by_key(|change| change.group);
        changes
    }
}
