//! A figure's value is what the arithmetic of its trail gives, worked out here from the cells and
//! rows at its ends.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use arsmelding::calendar::{Span, day_number, workdays};
use arsmelding::figures::{Closing, Figures, Filter, Key, Made, Rows, breakdown};
use arsmelding::number::Decimal;
use arsmelding::project::{Cell, Project, TableId};
use arsmelding::storage;

use crate::common::{empty_project, running_sample, sample_project};

/// Works figures out from their ends, each once.
struct Recount<'f> {
    figures: &'f Figures,
    by_day: HashMap<i32, u32>,
    known: HashMap<Key, Option<Decimal>>,
}

impl<'f> Recount<'f> {
    fn of(figures: &'f Figures) -> Self {
        Self { figures, by_day: by_day(figures.project()), known: HashMap::new() }
    }

    fn figure(&mut self, key: &Key) -> Option<Decimal> {
        if let Some(known) = self.known.get(key) {
            return *known;
        }
        let value = self.made(&self.figures.made(key));
        self.known.insert(key.clone(), value);
        value
    }

    fn made(&mut self, made: &Made) -> Option<Decimal> {
        match made {
            Made::Unknown => None,
            Made::Figure(key) => self.figure(key),
            Made::Cell(at) => match self.figures.project().rows(at.table).cell(at.row, at.column) {
                Cell::Count(count) => Some(count.into()),
                Cell::Number(number) => Some(number),
                _ => None,
            },
            Made::Counted(_, Rows::Cases(span)) => {
                let days = day_number(span.first)..=day_number(span.last);
                Some(days.filter_map(|day| self.by_day.get(&day)).sum::<u32>().into())
            }
            Made::Counted(_, Rows::Table { rows, .. }) => {
                Some(rows.iter().collect::<HashSet<_>>().len().into())
            }
            Made::Counted(_, Rows::Sharing(span, dimension, word)) => {
                let all = breakdown(self.figures.project(), &Filter::default(), *span, *dimension);
                let share = all.iter().find(|share| share.word == *word);
                Some(share.map_or(0, |share| share.cases).into())
            }
            Made::Counted(_, Rows::Closed(span, closing)) => {
                Some(self.minutes(*span, closing).len().into())
            }
            Made::Median(_, Rows::Closed(span, closing)) => {
                let minutes = self.minutes(*span, closing);
                let at = minutes.len() / 2;
                let median = match minutes.len() % 2 {
                    1 => minutes[at],
                    _ => (minutes[at - 1] + minutes[at]) / Decimal::TWO,
                };
                Some(median / Decimal::from(60))
            }
            Made::Median(..) => panic!("only closed cases have a median"),
            Made::Counted(count, _) => Some((*count).into()),
            Made::Posted(_, Rows::Ledger { parts, is_opening }) => {
                let project = self.figures.project();
                let rows = parts.iter().flat_map(|(batch, account)| {
                    let rows = project.ledger[*batch].rows.iter();
                    rows.filter(move |row| row.account == *account)
                });
                Some(rows.filter(|row| !is_opening || row.period == 0).map(|row| row.amount).sum())
            }
            Made::Posted(..) => panic!("only the ledger is posted"),
            Made::Nothing => Some(Decimal::ZERO),
            // What a rule of the regulation gives is tested by the rule.
            Made::ByRule(amount, of) => {
                assert!(of.iter().all(|key| self.figures.value(key).is_some()));
                Some(*amount)
            }
            Made::Size(of) => Some(self.made(of)?.abs()),
            Made::Workdays(_, span) => Some(workdays(*span).into()),
            Made::Sum(of) => of.iter().try_fold(Decimal::ZERO, |sum, (factor, own)| {
                Some(sum + Decimal::from(*factor) * self.made(own)?)
            }),
            Made::Mean(of) => {
                let sum =
                    of.iter().try_fold(Decimal::ZERO, |sum, own| Some(sum + self.made(own)?))?;
                sum.checked_div(of.len().into())
            }
            Made::Quotient(part, whole) => self.made(part)?.checked_div(self.made(whole)?),
            Made::Percent(part, whole) => {
                (self.made(part)? * Decimal::ONE_HUNDRED).checked_div(self.made(whole)?)
            }
            Made::Change(new, reference) => {
                let reference = self.made(reference)?;
                ((self.made(new)? - reference) * Decimal::ONE_HUNDRED).checked_div(reference)
            }
        }
    }
}

impl Recount<'_> {
    /// How long the closed cases of a span took, the quickest first.
    fn minutes(&self, span: Span, closing: &Closing) -> Vec<Decimal> {
        let project = self.figures.project();
        let cases = project.cases.iter().flat_map(|batch| batch.rows.iter());
        let mut all = Vec::new();
        for case in cases.filter(|case| span.contains(case.registered.day())) {
            let Some(minutes) = case.open_minutes.filter(|minutes| *minutes >= 0) else { continue };
            let closed = case.registered.plus_minutes(minutes);
            let is_meant = match closing {
                Closing::SameDay => closed.day() == case.registered.day(),
                Closing::WithPriority(word) => {
                    project.codes.priorities.word(case.priority) == word.as_deref()
                }
            };
            if is_meant {
                all.push(Decimal::from(minutes));
            }
        }
        all.sort();
        all
    }
}

/// The cases of each day: its rows, else what a day count says.
fn by_day(project: &Project) -> HashMap<i32, u32> {
    let mut rows: HashMap<i32, u32> = HashMap::new();
    for case in project.cases.iter().flat_map(|batch| batch.rows.iter()) {
        *rows.entry(case.registered.day_number()).or_default() += 1;
    }
    let of_rows: HashSet<i32> = rows.keys().copied().collect();
    for count in project.day_counts.iter().flat_map(|batch| batch.rows.iter()) {
        let day = day_number(count.date);
        if !of_rows.contains(&day) {
            *rows.entry(day).or_default() += count.cases;
        }
    }
    rows
}

fn assert_is_what_it_is_made_of(project: &Project) -> usize {
    let figures = Figures::of(project);
    let mut recount = Recount::of(&figures);
    let keys: Vec<Key> = figures.keys().into_iter().chain(figures.keys_beside()).collect();
    let wrong: Vec<String> = keys
        .iter()
        .filter(|key| recount.figure(key) != figures.value(key))
        .map(|key| format!("{key}: {:?} is made of {:?}", figures.value(key), figures.made(key)))
        .collect();
    assert!(wrong.is_empty(), "{} figures, as {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
    keys.len()
}

#[test]
fn every_figure_is_what_its_ends_give() {
    let sample = storage::read(&sample_project()).unwrap();
    assert!(assert_is_what_it_is_made_of(&sample) > 8_000);
}

#[test]
fn every_figure_of_a_running_year_and_of_other_baselines_is_what_its_ends_give() {
    let mut project = running_sample();
    assert_is_what_it_is_made_of(&project);
    for (first, last) in [(2018, 2019), (2016, 2016), (2010, 2014), (2019, 2021)] {
        let settings = std::sync::Arc::make_mut(&mut project.settings);
        (settings.baseline_first, settings.baseline_last) = (first, last);
        assert_is_what_it_is_made_of(&project);
    }
    assert_is_what_it_is_made_of(&empty_project());
}

#[test]
fn a_change_per_working_day_names_cases_and_working_days_of_both_sides() {
    let sample = storage::read(&sample_project()).unwrap();
    let figures = Figures::of(&sample);
    let ends = |key: &str| -> Vec<String> {
        let made = figures.made(&figures.find_key(key).unwrap());
        made.ends().iter().map(|end| format!("{end:?}")).collect()
    };
    let change = ends("saker.q1.endring-snitt-per-arbeidsdag");
    assert!(change.len() == 2 && change[0].contains("PerWorkday"), "{change:?}");
    assert!(change[1].contains("AveragePerWorkday"), "{change:?}");
    let average = ends("saker.q1.snitt-per-arbeidsdag");
    let count = |word: &str| average.iter().filter(|end| end.contains(word)).count();
    assert_eq!(count("Workdays"), 6, "the working days of each year of the average: {average:?}");
    assert_eq!(count("Cases"), 6, "and its cases");
    let running = Figures::of(&running_sample());
    let key = running.find_key("saker.per-arbeidsdag").unwrap();
    let days: Vec<Span> = running
        .made(&key)
        .ends()
        .iter()
        .filter_map(|end| match end {
            Made::Workdays(_, span) => Some(*span),
            _ => None,
        })
        .collect();
    assert_eq!(days.len(), 1);
    assert_eq!(days[0].last, jiff::civil::date(2021, 8, 31), "those of the year up to now");
}

#[test]
fn every_figure_of_accounts_from_other_sources_is_what_its_ends_give() {
    let sample = storage::read(&sample_project()).unwrap();
    let without = |tables: &[TableId]| {
        let mut project = sample.clone();
        for table in tables {
            project.rows_mut(*table).keep(&|_| false);
        }
        project
    };
    use TableId::{BalanceList, Balances, Fund, Mapping, Statements};
    let others: [&[TableId]; 6] = [
        &[Balances],
        &[BalanceList],
        &[Mapping],
        &[Fund],
        &[Balances, BalanceList, Statements],
        &[Balances, BalanceList, Mapping, Fund],
    ];
    for tables in others {
        assert_is_what_it_is_made_of(&without(tables));
    }
    for year in [2020, 2022] {
        let mut project = sample.clone();
        std::sync::Arc::make_mut(&mut project.settings).report_year = year;
        assert_is_what_it_is_made_of(&project);
    }
}

/// What is kept from before an edit must not outlive what it rests on.
#[test]
fn after_an_edit_every_figure_is_what_it_is_from_scratch() {
    let project = storage::read(&sample_project()).unwrap();
    type Change = fn(&mut Project);
    let edits: [(&str, Change); 8] = [
        ("a count of staff", |project| {
            Arc::make_mut(&mut project.staff)[0].employees_total = Some(19);
        }),
        ("a balance", |project| {
            Arc::make_mut(&mut project.balances)[0].actual = Some(Decimal::ONE);
        }),
        ("the history of the fund", |project| {
            Arc::make_mut(&mut project.fund)[0].amount = Some(Decimal::ONE);
        }),
        ("the cases of an export", |project| {
            Arc::make_mut(&mut project.cases).pop();
        }),
        ("the years to compare with", |project| {
            Arc::make_mut(&mut project.settings).baseline_first = 2018;
        }),
        ("the report year", |project| {
            Arc::make_mut(&mut project.settings).report_year = 2020;
        }),
        ("a rule that places accounts", |project| {
            Arc::make_mut(&mut project.mapping).clear();
        }),
        ("the ledger", |project| {
            Arc::make_mut(&mut project.ledger).clear();
        }),
    ];
    let before = Figures::of(&project);
    before.all();
    for (what, edit) in edits {
        let mut edited = project.clone();
        edit(&mut edited);
        let updated = before.updated(&edited);
        assert_eq!(updated.all(), Figures::of(&edited).all(), "{what}");
        // And once more from there, back to where it was.
        assert_eq!(updated.updated(&project).all(), before.all(), "{what}");
    }
}
