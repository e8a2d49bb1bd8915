//! The file of synonyms as it is written, and how it becomes what headings are compared with.

use serde::Deserialize;

use super::{BookNames, FormPriorities, GoalWords, HeadingRule, KindNames, Synonyms, TitleNames};
use crate::import::account_words::AccountWords;
use crate::import::heading::normal;
use crate::project::SourceKind;

#[derive(Deserialize)]
pub(super) struct File {
    #[expect(dead_code, reason = "names the format for whoever edits the file")]
    version: u32,
    kinds: Vec<FileKind>,
    persons: Vec<String>,
    texts: Vec<String>,
    organisations: Vec<String>,
    organisation_ends: Vec<String>,
    mailboxes: Vec<String>,
    first_names: Vec<String>,
    surname_ends: Vec<String>,
    doubtful_statuses: Vec<String>,
    amounts: Vec<String>,
    helpers: Vec<String>,
    priorities: Vec<(String, Vec<String>)>,
    priorities_of_forms: Vec<(Vec<String>, String, Vec<String>)>,
    types: Vec<(String, Vec<String>)>,
    choices: Vec<(String, Vec<String>)>,
    titles: TitleNames,
    sums: Vec<String>,
    sum_starts: Vec<String>,
    totals: Vec<String>,
    total_starts: Vec<String>,
    averages: Vec<String>,
    breakdowns: Vec<String>,
    parts: Vec<String>,
    numbering: Vec<String>,
    uptimes: Vec<String>,
    calls: Vec<String>,
    sick_days: Vec<String>,
    changes: Vec<String>,
    times: Vec<String>,
    percents: Vec<String>,
    posts: Vec<String>,
    names: Vec<String>,
    footers: Vec<String>,
    nothing: Vec<String>,
    no_day: Vec<String>,
    flags: Vec<String>,
    openings: Vec<String>,
    closings: Vec<String>,
    books: BookNames,
    goals: GoalWords,
    accounts: AccountWords,
}

#[derive(Deserialize)]
struct FileKind {
    kind: String,
    required: Vec<String>,
    typical: Vec<String>,
    fields: Vec<(String, Vec<String>)>,
    #[serde(default)]
    locked: Vec<String>,
    #[serde(default)]
    aside: Vec<String>,
    #[serde(default)]
    only_beside: Vec<(String, String, Vec<String>)>,
    #[serde(default)]
    only_beside_any: Vec<(String, Vec<String>, Vec<String>)>,
    #[serde(default)]
    not_beside: Vec<(String, String, Vec<String>)>,
    #[serde(default)]
    persons_beside: Vec<(String, Vec<String>)>,
}

impl File {
    pub(super) fn compared(self) -> Synonyms {
        let all = |texts: Vec<String>| texts.iter().map(|text| normal(text)).collect::<Vec<_>>();
        let words = |words: Vec<(String, Vec<String>)>| {
            let spellings = words.into_iter().flat_map(|(word, spellings)| {
                spellings.into_iter().map(move |spelling| (normal(&spelling), word.clone()))
            });
            spellings.collect()
        };
        let kinds = self.kinds.into_iter().filter_map(|kind| {
            // The ids of fields head the tables that the program writes itself.
            let field = |(id, headings): (String, Vec<String>)| {
                let name = normal(&id);
                (id, all(headings).into_iter().chain([name]).collect())
            };
            let fields = kind.fields.into_iter().map(field).collect();
            let any = kind.only_beside_any.into_iter();
            let any = any.map(|(field, headings, others)| (field, all(headings), all(others)));
            let (required, typical) = (kind.required, kind.typical);
            let locked = all(kind.locked).into_iter().collect();
            let rules =
                |rules: Vec<(String, String, Vec<String>)>| {
                    let rule = |(field, heading, others): (String, String, Vec<String>)| {
                        HeadingRule { field, heading: normal(&heading), others: all(others) }
                    };
                    rules.into_iter().map(rule).collect()
                };
            let beside = kind.persons_beside.into_iter();
            Some(KindNames {
                kind: SourceKind::from_id(&kind.kind)?,
                required,
                typical,
                fields,
                locked,
                aside: kind.aside,
                only_beside: rules(kind.only_beside),
                only_beside_any: any.collect(),
                not_beside: rules(kind.not_beside),
                persons_beside: beside
                    .map(|(heading, others)| (normal(&heading), all(others)))
                    .collect(),
            })
        });
        let BookNames {
            drift,
            investment,
            balance,
            drift_letters,
            investment_letters,
            titles: book_titles,
        } = self.books;
        let titles = self.titles;
        Synonyms {
            kinds: kinds.collect(),
            persons: all(self.persons).into_iter().collect(),
            texts: all(self.texts).into_iter().collect(),
            organisations: all(self.organisations).into_iter().collect(),
            organisation_ends: all(self.organisation_ends),
            mailboxes: self.mailboxes.iter().map(|mailbox| mailbox.to_lowercase()).collect(),
            first_names: all(self.first_names).into_iter().collect(),
            surname_ends: all(self.surname_ends),
            doubtful_statuses: all(self.doubtful_statuses).into_iter().collect(),
            amounts: all(self.amounts).into_iter().collect(),
            helpers: all(self.helpers).into_iter().collect(),
            priorities: words(self.priorities),
            priorities_of_forms: self
                .priorities_of_forms
                .into_iter()
                .map(|(headings, class, words)| {
                    let (headings, words) = (all(headings), all(words));
                    FormPriorities { headings, class, words }
                })
                .collect(),
            types: words(self.types),
            choices: words(self.choices),
            titles: TitleNames {
                period: all(titles.period),
                from: all(titles.from),
                to: all(titles.to),
                selection: all(titles.selection),
                everything: all(titles.everything),
                system: all(titles.system),
                exported: all(titles.exported),
                zone: all(titles.zone),
                zone_starts: all(titles.zone_starts),
                shown: all(titles.shown),
                of: all(titles.of),
            },
            sums: all(self.sums).into_iter().collect(),
            sum_starts: all(self.sum_starts),
            totals: all(self.totals).into_iter().collect(),
            total_starts: all(self.total_starts).into_iter().collect(),
            averages: all(self.averages).into_iter().collect(),
            breakdowns: all(self.breakdowns).into_iter().collect(),
            parts: all(self.parts).into_iter().collect(),
            numbering: all(self.numbering).into_iter().collect(),
            uptimes: all(self.uptimes).into_iter().collect(),
            calls: all(self.calls),
            sick_days: all(self.sick_days),
            changes: all(self.changes).into_iter().collect(),
            times: all(self.times).into_iter().collect(),
            percents: self.percents,
            posts: all(self.posts).into_iter().collect(),
            names: all(self.names).into_iter().collect(),
            footers: all(self.footers),
            nothing: all(self.nothing).into_iter().collect(),
            no_day: all(self.no_day).into_iter().collect(),
            flags: all(self.flags).into_iter().collect(),
            openings: all(self.openings),
            closings: all(self.closings),
            books: BookNames {
                drift: all(drift),
                investment: all(investment),
                balance: all(balance),
                drift_letters: all(drift_letters),
                investment_letters: all(investment_letters),
                titles: all(book_titles),
            },
            goals: GoalWords {
                bad: all(self.goals.bad),
                mended: all(self.goals.mended),
                limits: all(self.goals.limits),
                shares: all(self.goals.shares),
                percentages: all(self.goals.percentages),
                units: all(self.goals.units),
                money: all(self.goals.money),
                counted: all(self.goals.counted),
                durations: all(self.goals.durations),
                measured: all(self.goals.measured),
                marks: all(self.goals.marks),
                to: all(self.goals.to),
                of: all(self.goals.of),
                at_least: all(self.goals.at_least),
            },
            accounts: self.accounts.compared(),
        }
    }
}
