//! What kommuneloven § 14-7 and likestillings- og diskrimineringsloven §§ 26 and 26 a ask for,
//! and the deadlines. All of it is for a person to judge: which rule applies to this kind of
//! company is not certain.

use jiff::ToSpan as _;
use jiff::civil::date;

use super::Inspection;
use super::texts::{is_left_out, section_title};
use crate::calendar::Year;
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Where};
use crate::figures::{Address, AmountColumn, CapacityMeasure, Figures};
use crate::kostra::row;
use crate::project::{AccountsStatus, Project, StatementId, TextPeriod};
use crate::words::{Message, date_long};
use crate::{message, t, text_key};

rules! {
    /// The report has what the law asks for.
    LEGAL_CONTENT {
        id: "legal-content", severity: Note, words: "check-law-left-out", find: Some(legal_content),
    }
    /// Accounts and report are done in time.
    DEADLINE {
        id: "deadline", severity: Note, words: "check-deadline-report", find: Some(deadlines),
    }
}

/// How many days before a deadline it becomes a finding.
const DAYS_AHEAD: i32 = 30;

/// What the law asks for and the project cannot show.
fn legal_content(inspection: &Inspection<'_>) -> Vec<Finding> {
    let (figures, project) = (inspection.figures(), inspection.project());
    let year = figures.report_year();
    let mut findings = Vec::new();
    let mut open = |is_met: bool, id: &'static str, message: Message, place: Where| {
        if !is_met {
            findings.push(Finding::new(&LEGAL_CONTENT, message, place, &[id, &year.to_string()]));
        }
    };
    let [accounts, organisation] = [Area::Accounts, Area::Organisation].map(Where::area);
    let economy = message!("check-law-economy");
    open(tells_capacity(figures, year), "14-7-a", economy, accounts.clone());
    open(has_budget(figures, year), "14-7-b", message!("check-law-deviations"), accounts);
    let has_goals = project.goals.iter().any(|goal| goal.year == Some(year));
    open(has_goals, "14-7-c", message!("check-law-goals"), Where::area(Area::Goals));
    let (place, title) = section(project, "ethics");
    let control = message!("check-law-control", section = title);
    open(has_text(figures, "ethics"), "14-7-d", control, place);
    let (place, title) = section(project, "equality");
    let duty = message!("check-law-duty", section = title);
    open(has_text(figures, "equality"), "26", duty, place);
    let has_gender = is_counted(figures, year, "");
    open(has_gender, "14-7-e", message!("check-law-equality"), organisation.clone());
    let missing: Vec<String> = GROUPS
        .iter()
        .filter(|(stem, _)| !is_counted(figures, year, stem))
        .map(|(_, words)| t!(words))
        .collect();
    let groups = message!("check-law-groups", groups = missing.join(", "));
    open(missing.is_empty(), "26a", groups, organisation);
    let left_out = ASKED_FOR.into_iter().filter(|(section, _)| is_left_out(project, section));
    findings.extend(left_out.map(|(asked, law)| {
        let (place, title) = section(project, asked);
        let made_of = [asked, "left out"];
        finding!(LEGAL_CONTENT, place, &made_of, section = title, law = t!(law))
    }));
    findings
}

/// Where a section is written, and its heading.
fn section(project: &Project, section: &str) -> (Where, String) {
    let title = section_title(project, section);
    let place = Where::area(Area::Report).row(title.as_str());
    (place.at(Address::Section(section.to_owned())), title)
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
fn deadlines(inspection: &Inspection<'_>) -> Vec<Finding> {
    let settings = &inspection.project().accounts_settings;
    let today = inspection.today;
    let after = inspection.figures().report_year().saturating_add(1);
    let mut findings = Vec::new();
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
        findings.push(Finding::new(&DEADLINE, message, place, &[words, state]));
    }
    findings
}
