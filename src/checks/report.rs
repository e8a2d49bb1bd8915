//! The findings as a page: for the archive of the year, or for a reader without the program.

use super::{Checked, Finding, Said};
use crate::figures::Figures;
use crate::issue::Severity;
use crate::project::{Minute, PrintedTable};
use crate::words::date_long;
use crate::{t, text_key};

/// How the page looks; it prints in black and needs nothing beside itself.
const STYLE: &str = "body{font:15px/1.45 'IBM Plex Sans','Segoe UI',Arial,sans-serif;color:#1d1d1b;max-width:1080px;margin:36px auto;padding:0 28px}\
h1{font-size:26px;margin:0 0 4px}h2{font-size:18px;margin:32px 0 8px}p{margin:4px 0}.quiet{color:#5d5c57}\
table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:500;color:#5d5c57;border-bottom:1px solid #8b8983;padding:4px 12px 4px 0}\
td{border-bottom:1px solid #dddbd5;padding:7px 12px 7px 0;vertical-align:top}\
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}";

/// When a page was made, as a sentence: "Laget 12. januar 2022 kl. 09.30".
pub fn made_at(now: Minute) -> String {
    let (hour, minute) = now.clock();
    t!("report-made", day = date_long(now.day()), clock = format!("{hour:02}.{minute:02}"))
}

/// The page: how many findings, each with what was expected and found, the accepted ones with
/// reason and name, and the printed tables that were held against the figures. `made` says when
/// or for what it was made.
pub fn page(figures: &Figures, checked: &Checked, made: &str) -> String {
    let project = figures.project();
    let year = figures.report_year().to_string();
    let title = t!("report-title", year = year);
    let mut body = tag("h1", &title);
    let company = project.settings.company.as_str();
    if !company.is_empty() {
        body += &tag("p", company);
    }
    body += &quiet(made);
    body += &tag("p", &counts(checked));
    body += &quiet(&t!("checks-held-meaning"));
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let of = |finding: &&Finding| finding.is_open() && finding.severity == severity;
        body += &section(&t!(word_key(severity)), checked.findings.iter().filter(of), false);
    }
    let accepted = checked.findings.iter().filter(|finding| !finding.is_open());
    body += &section(&t!("report-accepted"), accepted, true);
    body += &printed_tables(&project.printed);
    format!(
        "<!doctype html>\n<html lang=\"nb\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        escaped(&title)
    )
}

fn word_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => text_key!("report-errors"),
        Severity::Warning => text_key!("report-warnings"),
        Severity::Note => text_key!("report-notes"),
    }
}

/// "1 feil, 5 advarsler, 2 til vurdering, 1 godtatt. 315 kontroller stemmer."
fn counts(checked: &Checked) -> String {
    t!(
        "report-counts",
        errors = checked.open(Severity::Error),
        warnings = checked.open(Severity::Warning),
        notes = checked.open(Severity::Note),
        accepted = checked.findings.iter().filter(|finding| !finding.is_open()).count(),
        held = checked.held,
    )
}

fn section<'f>(
    title: &str,
    findings: impl Iterator<Item = &'f Finding>,
    is_accepted: bool,
) -> String {
    let rows: Vec<String> = findings.map(|finding| row(finding, is_accepted)).collect();
    if rows.is_empty() {
        return String::new();
    }
    let heads = [t!("report-finding"), t!("report-expected"), t!("report-found"), t!("report-off")];
    let heads = heads.iter().enumerate().map(|(at, head)| {
        let class = if at == 0 { "" } else { " class=\"number\"" };
        format!("<th{class}>{}</th>", escaped(head))
    });
    let heads: String = heads.collect();
    let count = t!("report-section", title = title, count = rows.len());
    format!("{}<table>\n<tr>{heads}</tr>\n{}</table>\n", tag("h2", &count), rows.concat())
}

fn row(finding: &Finding, is_accepted: bool) -> String {
    let mut words = escaped(&finding.message.text());
    let places: Vec<String> = finding.places.iter().map(super::Where::text).collect();
    words += &quiet(places.first().map_or("", String::as_str));
    if is_accepted && let Some(acceptance) = &finding.acceptance {
        let (who, reason) = (acceptance.who.as_str(), acceptance.reason.as_str());
        let day = date_long(acceptance.when.day());
        words += &tag("p", &t!("report-accepted-by", who = who, day = day, reason = reason));
    }
    for cell in &finding.cells {
        let expected = cell.expected.as_ref().map_or_else(|| t!("missing"), Said::text);
        let (row, column) = (cell.row.as_str(), cell.column.as_str());
        let found = cell.found.text();
        words +=
            &quiet(&t!("report-cell", row = row, column = column, own = expected, found = found));
    }
    let text = |value: &Option<Said>| value.as_ref().map_or_else(String::new, Said::text);
    let off = finding.difference.as_ref().map_or_else(String::new, Said::difference_text);
    let numbers = [text(&finding.expected), text(&finding.found), off]
        .map(|text| format!("<td class=\"number\">{}</td>", escaped(&text)));
    format!("<tr><td>{words}</td>{}</tr>\n", numbers.concat())
}

/// The tables that were compared with the figures, so that the reader sees what was checked.
fn printed_tables(printed: &[PrintedTable]) -> String {
    if printed.is_empty() {
        return String::new();
    }
    let rows = printed.iter().map(|table| {
        let from =
            table.file.as_ref().map_or_else(|| t!("printed-pasted"), |file| file.name.clone());
        let (title, who) = (table.title.as_str(), table.who.as_str());
        let day = date_long(table.when.day());
        tag("p", &t!("report-printed", title = title, from = from, who = who, day = day))
    });
    let rows: String = rows.collect();
    tag("h2", &t!("report-printed-title")) + &rows
}

fn quiet(text: &str) -> String {
    format!("<p class=\"quiet\">{}</p>\n", escaped(text))
}

fn tag(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escaped(text))
}

/// The text with the signs of HTML escaped.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
