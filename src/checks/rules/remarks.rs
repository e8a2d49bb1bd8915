//! Remarks that are older than the amounts they speak of.

use rust_decimal::Decimal;

use super::Inspection;
use super::accounts::line_address;
use crate::checks::rule::rules;
use crate::checks::{Area, Finding, Said, Settling, Where};
use crate::figures::Figures;
use crate::message;
use crate::project::{Edit, Remark, RemarkedAmount, Written};
use crate::text_key;
use crate::words::date_long;

rules! {
    /// The lines that a remark is of come to what they came to when it was written.
    OLDER { id: "remark-older", severity: Warning, words: "check-remark-older", find: Some(older) }
}

fn older(inspection: &Inspection<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (row, remark) in inspection.project().remarks.iter().enumerate() {
        let Some(written) = &remark.written else { continue };
        let now = inspection.figures().remarked(remark);
        for before in &written.about {
            let Some(after) = now.iter().find(|after| after.line == before.line) else { continue };
            if let Some(moved) = moved(before, after) {
                let place = place(inspection.figures(), remark, &before.line);
                let finding = finding((remark, written), &before.line, &moved, place);
                findings.push(Finding { settling: Some(settling(row, &now)), ..finding });
            }
        }
    }
    findings
}

/// What a line came to when somebody wrote of it, and what it comes to now.
struct Moved {
    /// The key of the sentence: of the accounts, or of the budget.
    words: &'static str,
    before: Decimal,
    now: Decimal,
}

/// The change in the accounts, else the change in the budget. An amount that was unknown when the
/// remark was written cannot have changed.
fn moved(before: &RemarkedAmount, now: &RemarkedAmount) -> Option<Moved> {
    let unlike = |words, before: Option<Decimal>, now: Option<Decimal>| {
        let (before, now) = (before?, now.unwrap_or_default());
        (before != now).then_some(Moved { words, before, now })
    };
    unlike(text_key!("check-remark-older"), before.actual, now.actual)
        .or_else(|| unlike(text_key!("check-remark-older-budget"), before.budget, now.budget))
}

fn settling(row: usize, now: &[RemarkedAmount]) -> Settling {
    let edit = Edit::PutRemark { row: Some(row), cells: Vec::new(), about: now.to_vec() };
    Settling { words: message!("remark-still-right"), edit }
}

/// The line of a statement that a remark is of.
fn place(figures: &Figures, remark: &Remark, line: &str) -> Where {
    let place = Where::area(Area::Accounts).table(remark.statement.id()).row(line);
    match remark.year.zip(figures.remarked_row(remark, line)) {
        Some((year, row)) => place.at(line_address(remark.statement, year, &row.id)),
        None => place,
    }
}

fn finding(
    (remark, written): (&Remark, &Written),
    line: &str,
    moved: &Moved,
    place: Where,
) -> Finding {
    let [before, now, off] =
        [moved.before, moved.now, moved.now.saturating_sub(moved.before)].map(Said::kroner);
    let message = crate::words::Message {
        key: moved.words,
        args: vec![
            ("line", line.into()),
            ("day", date_long(written.when.day()).into()),
            ("before", before.text().into()),
            ("now", now.text().into()),
        ],
    };
    let made_of = [remark.statement.id(), line, &before.machine_text(), &now.machine_text()];
    Finding::new(&OLDER, message, place, &made_of).with_values(now, before).off_by(off)
}
