//! Cases per day, under a choice of customer, type, priority and category.

use super::customers::CustomerIndex;
use crate::calendar::{Date, Span, day_from_number, day_number};
use crate::project::{Case, Code, Project, Source, SourceId, SourceKind};

/// Which cases are counted; nothing chosen counts all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A customer by its name in the register.
    pub customer: Option<String>,
    /// A type.
    pub kind: Option<Code>,
    /// A priority.
    pub priority: Option<Code>,
    /// A category.
    pub category: Option<Code>,
}

impl Filter {
    /// Whether all cases are counted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A filter made ready for many rows.
pub(super) struct Matcher<'a> {
    filter: &'a Filter,
    customers: CustomerIndex,
    customer: Option<usize>,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(project: &Project, filter: &'a Filter) -> Self {
        let customer = filter.customer.as_ref().map(|name| {
            // A name that the register lost matches no case at all.
            project
                .customers
                .iter()
                .position(|customer| customer.name == *name)
                .unwrap_or(usize::MAX)
        });
        Self { filter, customers: CustomerIndex::of(project), customer }
    }

    #[inline]
    pub(super) fn matches(&self, case: &Case) -> bool {
        let fits = |only: Option<Code>, code: Code| only.is_none_or(|only| only == code);
        fits(self.filter.kind, case.kind)
            && fits(self.filter.priority, case.priority)
            && fits(self.filter.category, case.category)
            && self
                .customer
                .is_none_or(|customer| self.customers.customer(case.customer) == Some(customer))
    }
}

/// What is known of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Day {
    cases: u32,
    is_known: bool,
    is_partial: bool,
    /// Whether case rows speak of the day, so that its day counts do not count.
    is_of_rows: bool,
}

impl Day {
    /// Its cases, if it can be compared.
    fn comparable(&self) -> Option<u32> {
        (self.is_known && !self.is_partial).then_some(self.cases)
    }
}

/// A day on which case rows and day counts differ; the rows count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The day.
    pub date: Date,
    /// How many case rows it has.
    pub rows: u32,
    /// How many the day count says.
    pub day_count: u32,
}

/// Cases per day, for every day that some source speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Volumes {
    first_day: i32,
    days: Vec<Day>,
    /// Of the days before each, and of all: their cases, and how many cannot be compared.
    before: Vec<(u64, u32)>,
    /// The first and the last day of each batch of case rows, by its source.
    batches: Vec<(SourceId, Span)>,
    /// Where case rows and day counts differ.
    pub disagreements: Vec<Disagreement>,
}

impl Volumes {
    /// Counts the cases that `filter` lets through. Days that are known as counts only are a gap
    /// under a filter, and so are the days before a chosen customer came and after it left.
    pub fn of(project: &Project, filter: &Filter) -> Self {
        let batches = batch_spans(project);
        let Some(hull) = covered_hull(project, &batches) else { return Self::default() };
        let mut volumes = Self {
            first_day: day_number(hull.first),
            days: vec![Day::default(); usize::try_from(hull.len_days()).unwrap_or(0)],
            before: Vec::new(),
            batches,
            disagreements: Vec::new(),
        };
        volumes.cover(project, SourceKind::Cases);
        volumes.count_rows(project, filter);
        for day in &mut volumes.days {
            day.is_of_rows = day.is_known;
        }
        if filter.is_empty() {
            volumes.cover(project, SourceKind::DayCounts);
            volumes.add_day_counts(project);
        }
        volumes.leave_out_other_times(project, filter);
        volumes.add_up();
        volumes
    }

    /// Adds the days up, since sums of many spans are asked for.
    fn add_up(&mut self) {
        let mut before = (0_u64, 0_u32);
        self.before = Vec::with_capacity(self.days.len() + 1);
        self.before.push(before);
        for day in &self.days {
            match day.comparable() {
                Some(cases) => before.0 = before.0.saturating_add(cases.into()),
                None => before.1 = before.1.saturating_add(1),
            }
            self.before.push(before);
        }
    }

    /// The first and the last day that some source speaks of.
    pub fn span(&self) -> Option<Span> {
        let known = |day: &Day| day.is_known;
        let first = self.days.iter().position(known)?;
        let last = self.days.iter().rposition(known)?;
        let date =
            |index: usize| day_from_number(self.first_day + i32::try_from(index).unwrap_or(0));
        Some(Span::new(date(first), date(last)))
    }

    /// The cases of a day, 0 where a source speaks of the day and has none; `None` in a gap.
    #[inline]
    pub fn on(&self, date: Date) -> Option<u32> {
        self.day(date).filter(|day| day.is_known).map(|day| day.cases)
    }

    /// Whether the day's export was made on it, so that it may be incomplete.
    #[inline]
    pub fn is_partial(&self, date: Date) -> bool {
        self.day(date).is_some_and(|day| day.is_partial)
    }

    /// The first and the last day of each batch of case rows, by its source, filtered or not.
    pub(crate) fn batches(&self) -> &[(SourceId, Span)] {
        &self.batches
    }

    /// Whether case rows speak of the day; its day counts do not count then.
    #[inline]
    pub(super) fn is_of_rows(&self, date: Date) -> bool {
        self.day(date).is_some_and(|day| day.is_of_rows)
    }

    /// Whether any case row is of a day of `span`.
    #[inline]
    pub(super) fn has_rows(&self, span: Span) -> bool {
        let days = day_number(span.first)..=day_number(span.last);
        let within = (self.first_day..).zip(&self.days).filter(|(number, _)| days.contains(number));
        within.into_iter().any(|(_, day)| day.is_of_rows && day.cases > 0)
    }

    /// The cases of a day that can be compared: known, and not partial.
    #[inline]
    pub fn comparable(&self, date: Date) -> Option<u32> {
        self.day(date)?.comparable()
    }

    /// The cases of a whole span; `None` if one of its days cannot be compared, or if day counts
    /// claim more cases than can be counted.
    #[inline]
    pub fn sum(&self, span: Span) -> Option<u32> {
        let first = self.index(day_number(span.first))?;
        let end = first.checked_add(usize::try_from(span.len_days()).ok()?)?;
        let (until, since) = (self.before.get(end)?, self.before.get(first)?);
        let is_whole = until.1 == since.1;
        is_whole.then(|| u32::try_from(until.0 - since.0).ok()).flatten()
    }

    /// The days from the one with number `first` on, as far as anything is known of them: each
    /// with its cases if it is known, and whether it can be compared.
    pub(crate) fn days_from(&self, first: i32) -> impl Iterator<Item = (i32, u32, bool)> + use<'_> {
        let skipped = (self.first_day - first).max(0);
        let start = self.index(first).unwrap_or(0).min(self.days.len());
        (first + skipped..)
            .zip(&self.days[start..])
            .filter(|(_, day)| day.is_known)
            .map(|(number, day)| (number, day.cases, !day.is_partial))
    }

    /// The part of `span` from its first day to the last that can be compared, without a gap;
    /// `None` where its first day is a gap.
    pub fn known_start(&self, span: Span) -> Option<Span> {
        let days = self.days.get(self.index(day_number(span.first))?..)?.iter();
        let length = usize::try_from(span.len_days()).ok()?;
        let known = days.take(length).take_while(|day| day.comparable().is_some()).count();
        let known = i32::try_from(known).ok().filter(|known| *known > 0)?;
        Some(Span::new(span.first, day_from_number(day_number(span.first) + known - 1)))
    }

    fn day(&self, date: Date) -> Option<&Day> {
        self.days.get(self.index(day_number(date))?)
    }

    fn index(&self, day: i32) -> Option<usize> {
        usize::try_from(i64::from(day) - i64::from(self.first_day)).ok()
    }

    fn days_of(&mut self, span: Span) -> &mut [Day] {
        let start = self.index(day_number(span.first)).unwrap_or(0).min(self.days.len());
        let end = self.index(day_number(span.last)).map_or(0, |last| last + 1);
        let end = end.clamp(start, self.days.len());
        &mut self.days[start..end]
    }

    /// Marks the days that sources of one kind speak of; a later export of a day that an
    /// earlier one had only in part makes it whole.
    fn cover(&mut self, project: &Project, kind: SourceKind) {
        for source in sources_of(project, kind) {
            let Some(period) = source.period else { continue };
            let days = self.days_of(period);
            for day in days.iter_mut() {
                *day = Day { is_known: true, is_partial: false, ..*day };
            }
            if let Some(last) = days.last_mut() {
                last.is_partial = source.is_last_day_partial;
            }
        }
    }

    fn count_rows(&mut self, project: &Project, filter: &Filter) {
        let matcher = Matcher::new(project, filter);
        let everything = filter.is_empty();
        for case in project.cases.iter().flat_map(|batch| batch.rows.iter()) {
            if !everything && !matcher.matches(case) {
                continue;
            }
            let day =
                self.index(case.registered.day_number()).and_then(|index| self.days.get_mut(index));
            if let Some(day) = day {
                day.cases += 1;
                day.is_known = true;
            }
        }
    }

    fn add_day_counts(&mut self, project: &Project) {
        for count in project.day_counts.iter().flat_map(|batch| batch.rows.iter()) {
            let Some(index) = self.index(day_number(count.date)) else { continue };
            let Some(day) = self.days.get_mut(index) else { continue };
            if !day.is_of_rows {
                day.cases = day.cases.saturating_add(count.cases);
                day.is_known = true;
            } else if day.cases != count.cases {
                self.disagreements.push(Disagreement {
                    date: count.date,
                    rows: day.cases,
                    day_count: count.cases,
                });
            }
        }
    }

    fn leave_out_other_times(&mut self, project: &Project, filter: &Filter) {
        let customer = filter
            .customer
            .as_ref()
            .and_then(|name| project.customers.iter().find(|customer| customer.name == *name));
        let Some(customer) = customer else { return };
        let first = customer.from.map_or(i32::MIN, day_number);
        let last = customer.to.map_or(i32::MAX, day_number);
        for (day, number) in self.days.iter_mut().zip(self.first_day..) {
            day.is_known &= (first..=last).contains(&number);
        }
    }
}

fn sources_of(project: &Project, kind: SourceKind) -> impl Iterator<Item = &Source> {
    project.sources.iter().filter(move |source| source.stream.kind == kind)
}

fn batch_spans(project: &Project) -> Vec<(SourceId, Span)> {
    let spans = project.cases.iter().filter_map(|batch| {
        let days = batch.rows.iter().map(|case| case.registered);
        Some((batch.source, Span::new(days.clone().min()?.day(), days.max()?.day())))
    });
    spans.collect()
}

/// The shortest span that holds every day that some source or row speaks of.
fn covered_hull(project: &Project, batches: &[(SourceId, Span)]) -> Option<Span> {
    let periods = sources_of(project, SourceKind::Cases)
        .chain(sources_of(project, SourceKind::DayCounts))
        .filter_map(|source| source.period);
    let rows = batches.iter().map(|(_, span)| *span);
    let counts = project.day_counts.iter().filter_map(|batch| {
        let days = batch.rows.iter().map(|count| count.date);
        Some(Span::new(days.clone().min()?, days.max()?))
    });
    periods.chain(rows).chain(counts).reduce(|hull, span| hull.hull(&span))
}
