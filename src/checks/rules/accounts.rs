//! Accounts on no line or on one that they must not be on, lines far from the budget without a
//! remark, and ledger sums that differ from the balances.

use rust_decimal::Decimal;

use crate::checks::project_values::take_origin;
use crate::checks::{Area, Finding, Said, Where};
use crate::figures::{Account, AccountOrigin, AmountColumn, Cause, Figures, YearAccounts};
use crate::issue::Severity;
use crate::kostra::{Book, Chart};
use crate::message;
use crate::project::TableId;

/// Adds what is off in the report year's accounts.
pub fn push(findings: &mut Vec<Finding>, figures: &Figures) {
    let Some(year) = figures.accounts().year(figures.report_year()) else { return };
    push_unplaced(findings, figures, year);
    push_internal(findings, year);
    push_deviations(findings, figures);
    push_ledger(findings, figures, year);
}

fn place_of(figures: &Figures, account: &Account, table: &str) -> Where {
    let mut place = Where::area(Area::Accounts).table(table).row(account.text());
    match account.origin {
        AccountOrigin::Balances(row) => {
            take_origin(&mut place, figures, TableId::Balances, row, "account");
        }
        AccountOrigin::BalanceList(row) => {
            take_origin(&mut place, figures, TableId::BalanceList, row, "account");
        }
        AccountOrigin::Ledger(_) => {}
    }
    place
}

/// An account that is missing from two statements makes one finding.
fn push_unplaced(findings: &mut Vec<Finding>, figures: &Figures, year: &YearAccounts) {
    let mut last = None;
    for unplaced in &year.unplaced {
        let Some(account) = year.accounts.get(unplaced.account) else { continue };
        if last.replace(unplaced.account) == Some(unplaced.account) {
            continue;
        }
        let rule = match unplaced.cause {
            Cause::NotAllowed(_) | Cause::WrongFunction(_) => "account-not-allowed",
            _ => "account-unplaced",
        };
        let severity = match account.amounts.is_zero() {
            true => Severity::Warning,
            false => Severity::Error,
        };
        let text = account.text();
        let message = message!(
            "check-account-unplaced",
            account = text.as_str(),
            name = account.name(year.year),
            cause = unplaced.cause.message().text(),
        );
        let place = place_of(figures, account, "unplaced");
        let amount = account.amounts.get(AmountColumn::Actual).unwrap_or_default();
        let made_of = [text.as_str(), &amount.to_string()];
        findings.push(Finding::new(rule, severity, message, place, &made_of));
    }
}

/// Internal purchases, sales and shared expenses must come to nothing together.
fn push_internal(findings: &mut Vec<Finding>, year: &YearAccounts) {
    let chart = Chart::get();
    let internal: Vec<&Account> = year
        .accounts
        .iter()
        .filter(|account| account.book != Book::Balanse)
        .filter(|account| {
            let art = account.art().and_then(|art| chart.art(art, year.year));
            art.is_some_and(|art| art.is_internal)
        })
        .collect();
    for column in [AmountColumn::Actual, AmountColumn::RevisedBudget, AmountColumn::OriginalBudget]
    {
        let amounts = internal.iter().filter_map(|account| account.amounts.get(column));
        let sum = amounts.fold(Decimal::ZERO, Decimal::saturating_add);
        if !sum.is_zero() {
            let total = Said::kroner(sum);
            let message = message!("check-internal-arts", sum = total.text());
            let place = Where::area(Area::Accounts).table("balances").column(column.id());
            let made_of = [column.id(), &sum.to_string()];
            let finding = Finding::new("internal-arts", Severity::Error, message, place, &made_of);
            findings.push(
                finding.with_values(Said::kroner(Decimal::ZERO), total.clone()).off_by(total),
            );
        }
    }
}

fn push_deviations(findings: &mut Vec<Finding>, figures: &Figures) {
    for line in figures.deviations(figures.report_year()) {
        if line.remark.is_some() {
            continue;
        }
        let off = Said::kroner(line.deviation.kroner);
        let message = message!(
            "check-deviation-without-remark",
            line = line.name.as_str(),
            statement = line.statement.word(),
            deviation = off.text(),
        );
        let place = Where::area(Area::Accounts).table(line.statement.id()).row(line.name.as_str());
        let (actual, budget) = line.amounts;
        let made_of = [line.statement.id(), &line.row, &actual.to_string(), &budget.to_string()];
        let finding =
            Finding::new("deviation-without-remark", Severity::Warning, message, place, &made_of);
        let [remark, none] = [message!("said-remark"), message!("said-none")].map(Said::Words);
        findings.push(finding.with_values(remark, none).off_by(off));
    }
}

fn push_ledger(findings: &mut Vec<Finding>, figures: &Figures, year: &YearAccounts) {
    for difference in &year.ledger_differences {
        let Some(account) = year.accounts.get(difference.account) else { continue };
        let known = account.amounts.get(AmountColumn::Actual).unwrap_or_default();
        let [expected, ledger, off] =
            [known, difference.ledger, difference.ledger.saturating_sub(known)].map(Said::kroner);
        let text = account.text();
        let message = message!(
            "check-ledger-differs",
            account = text.as_str(),
            balance = expected.text(),
            ledger = ledger.text(),
            difference = off.text(),
        );
        let made_of = [text.as_str(), &expected.machine_text(), &ledger.machine_text()];
        let place = place_of(figures, account, "balances");
        let finding = Finding::new("ledger-differs", Severity::Warning, message, place, &made_of);
        findings.push(finding.with_values(expected, ledger).off_by(off));
    }
}
