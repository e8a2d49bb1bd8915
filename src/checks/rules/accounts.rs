//! Accounts that stand nowhere or where they must not, lines far from the budget without a
//! remark, and a ledger that does not say what the balances say.

use rust_decimal::Decimal;

use crate::checks::own::take_origin;
use crate::checks::{Area, Finding, Said, Where};
use crate::figures::{Account, AccountOrigin, AmountColumn, Cause, Figures, YearAccounts};
use crate::issue::Severity;
use crate::kostra::{Book, Chart};
use crate::message;
use crate::project::TableId;

/// Adds what is off in the report year's accounts.
pub fn push(found: &mut Vec<Finding>, figures: &Figures) {
    let Some(own) = figures.accounts().year(figures.report_year()) else { return };
    push_unplaced(found, figures, own);
    push_internal(found, own);
    push_deviations(found, figures);
    push_ledger(found, figures, own);
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

/// An account is told of once, though it may be missing from two statements.
fn push_unplaced(found: &mut Vec<Finding>, figures: &Figures, own: &YearAccounts) {
    let mut told = None;
    for unplaced in &own.unplaced {
        let Some(account) = own.accounts.get(unplaced.account) else { continue };
        if told.replace(unplaced.account) == Some(unplaced.account) {
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
            name = account.name(own.year),
            cause = unplaced.cause.message().text(),
        );
        let place = place_of(figures, account, "unplaced");
        let amount = account.amounts.get(AmountColumn::Actual).unwrap_or_default();
        let made_of = [text.as_str(), &amount.to_string()];
        found.push(Finding::new(rule, severity, message, place, &made_of));
    }
}

/// Internal purchases, sales and shared expenses must come to nothing together.
fn push_internal(found: &mut Vec<Finding>, own: &YearAccounts) {
    let chart = Chart::get();
    let internal: Vec<&Account> = own
        .accounts
        .iter()
        .filter(|account| account.book != Book::Balanse)
        .filter(|account| {
            let art = account.art().and_then(|art| chart.art(art, own.year));
            art.is_some_and(|art| art.is_internal)
        })
        .collect();
    for column in [AmountColumn::Actual, AmountColumn::RevisedBudget, AmountColumn::OriginalBudget]
    {
        let amounts = internal.iter().filter_map(|account| account.amounts.get(column));
        let sum = amounts.fold(Decimal::ZERO, Decimal::saturating_add);
        if !sum.is_zero() {
            let said = Said::kroner(sum);
            let message = message!("check-internal-arts", sum = said.text());
            let place = Where::area(Area::Accounts).table("balances").column(column.id());
            let made_of = [column.id(), &sum.to_string()];
            let finding = Finding::new("internal-arts", Severity::Error, message, place, &made_of);
            found.push(finding.said(Said::kroner(Decimal::ZERO), said.clone()).off_by(said));
        }
    }
}

fn push_deviations(found: &mut Vec<Finding>, figures: &Figures) {
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
        found.push(finding.said(remark, none).off_by(off));
    }
}

fn push_ledger(found: &mut Vec<Finding>, figures: &Figures, own: &YearAccounts) {
    for difference in &own.ledger_differences {
        let Some(account) = own.accounts.get(difference.account) else { continue };
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
        found.push(finding.said(expected, ledger).off_by(off));
    }
}
