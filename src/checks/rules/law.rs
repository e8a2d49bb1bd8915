//! What kommuneloven § 14-7 and likestillings- og diskrimineringsloven §§ 26 and 26 a ask for,
//! and the deadlines. All of it is for a person to judge: which rule applies to this kind of
//! company is not certain.

use jiff::ToSpan as _;
use jiff::civil::date;

use super::texts::{is_left_out, section_title};
use crate::calendar::{Date, Year};
use crate::checks::{Area, Finding, Where};
use crate::figures::{AmountColumn, CapacityMeasure, Figures};
use crate::issue::Severity;
use crate::kostra::row;
use crate::project::{AccountsStatus, Project, StatementId, TextPeriod};
use crate::words::{Message, date_long};
use crate::{message, t, text_key};

/// How many days before a deadline it becomes a finding.
const DAYS_AHEAD: i32 = 30;

/// Adds the requirements that the project cannot show that it meets, and near deadlines.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures, today: Date) {
    let year = figures.report_year();
    let mut open = |is_met: bool, id: &'static str, message: Message, place: Where| {
        if !is_met {
            let made_of = [id, &year.to_string()];
            findings.push(Finding::new("legal-content", Severity::Note, message, place, &made_of));
        }
    };
    open(
        tells_capacity(figures, year),
        "14-7-a",
        message!("check-law-economy"),
        Where::area(Area::Accounts),
    );
    open(
        has_budget(figures, year),
        "14-7-b",
        message!("check-law-deviations"),
        Where::area(Area::Accounts),
    );
    let has_goals = figures.project().goals.iter().any(|goal| goal.year == Some(year));
    open(has_goals, "14-7-c", message!("check-law-goals"), Where::area(Area::Goals));
    for (section, id, words) in [
        ("ethics", "14-7-d", text_key!("check-law-control")),
        ("equality", "26", text_key!("check-law-duty")),
    ] {
        let title = section_title(figures.project(), section);
        let message = Message { key: words, args: vec![("section", title.as_str().into())] };
        open(has_text(figures, section), id, message, Where::area(Area::Report).row(title));
    }
    let has_gender = is_counted(figures, year, "");
    open(has_gender, "14-7-e", message!("check-law-equality"), Where::area(Area::Organisation));
    let missing: Vec<String> = GROUPS
        .iter()
        .filter(|(stem, _)| !is_counted(figures, year, stem))
        .map(|(_, words)| t!(words))
        .collect();
    let words = message!("check-law-groups", groups = missing.join(", "));
    open(missing.is_empty(), "26a", words, Where::area(Area::Organisation));
    push_left_out(findings, figures.project());
    push_deadlines(findings, figures, today);
}

/// Sections that say what the law asks for, each with its paragraph.
const ASKED_FOR: [(&str, &str); 6] = [
    ("economy", text_key!("law-14-7-a")),
    ("remarks", text_key!("law-14-7-b")),
    ("goals", text_key!("law-14-7-c")),
    ("ethics", text_key!("law-14-7-d")),
    ("gender", text_key!("law-14-7-e")),
    ("equality", text_key!("law-26")),
];

/// Whether a person has written a section's text for the report year.
fn has_text(figures: &Figures, section: &str) -> bool {
    let period = TextPeriod { year: figures.report_year(), quarter: None };
    let text = figures.project().section_text(section, period);
    text.and_then(|text| text.body.as_deref()).is_some_and(|body| !body.trim().is_empty())
}

/// Sections that the law asks for and that are left out of the report.
fn push_left_out(findings: &mut Vec<Finding>, project: &Project) {
    for (section, law) in ASKED_FOR.into_iter().filter(|(section, _)| is_left_out(project, section))
    {
        let title = section_title(project, section);
        let message = message!("check-law-left-out", section = title.as_str(), law = t!(law));
        let place = Where::area(Area::Report).row(title);
        let made_of = [section, "left out"];
        findings.push(Finding::new("legal-content", Severity::Note, message, place, &made_of));
    }
}

/// What § 26 a asks for by gender: how a group of it is named, and the key of its words.
const GROUPS: [(&str, &str); 4] = [
    ("midlertidig", text_key!("law-group-temporary")),
    ("deltid", text_key!("law-group-part-time")),
    ("foreldrepermisjon", text_key!("law-group-leave")),
    ("lønn", text_key!("law-group-pay")),
];

fn is_counted(figures: &Figures, year: Year, stem: &str) -> bool {
    figures.project().gender.iter().any(|row| {
        row.date.is_none_or(|day| day.year() == year) && row.group.to_lowercase().starts_with(stem)
    })
}

fn tells_capacity(figures: &Figures, year: Year) -> bool {
    let capacity = figures.capacity_of(year);
    let measures = [CapacityMeasure::NetResult, CapacityMeasure::Fund];
    measures.into_iter().all(|measure| capacity.kroner(measure).is_some())
}

fn has_budget(figures: &Figures, year: Year) -> bool {
    let statement = figures.statement(StatementId::ByNature, year);
    let amount = statement.and_then(|statement| {
        statement.amount(row::SUM_DRIFTSUTGIFTER, AmountColumn::RevisedBudget)
    });
    amount.is_some()
}

/// 22 February for the accounts, 31 March for the report, of the year after.
fn push_deadlines(findings: &mut Vec<Finding>, figures: &Figures, today: Date) {
    let settings = &figures.project().accounts_settings;
    let after = figures.report_year().saturating_add(1);
    let is_presented = settings.status != AccountsStatus::Preliminary;
    let deadlines = [
        (date(after, 2, 22), text_key!("check-deadline-accounts"), is_presented),
        (
            date(after, 3, 31),
            text_key!("check-deadline-report"),
            settings.status == AccountsStatus::Audited,
        ),
    ];
    for (day, words, is_done) in deadlines {
        let first = day.saturating_sub(DAYS_AHEAD.days());
        let is_over = today > day.saturating_add(1.year());
        if is_done || today < first || is_over {
            continue;
        }
        let state =
            if today > day { text_key!("deadline-passed") } else { text_key!("deadline-near") };
        let text = date_long(day);
        let message = Message {
            key: words,
            args: vec![("day", text.as_str().into()), ("state", t!(state).into())],
        };
        let place = Where::area(Area::Report);
        findings.push(Finding::new("deadline", Severity::Note, message, place, &[words, state]));
    }
}
