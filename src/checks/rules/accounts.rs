//! Accounts on no line or on one that they must not be on, lines far from the budget without a
//! remark, and ledger sums that differ from the balances.

use rust_decimal::Decimal;

use super::Inspection;
use crate::calendar::Year;
use crate::checks::project_values::take_origin;
use crate::checks::rule::{finding, rules};
use crate::checks::{Area, Finding, Rule, Said, Where};
use crate::figures::{
    Account, AccountOrigin, AccountsKey, Address, AmountColumn, Cause, Figures, Key, RowMeasure,
    YearAccounts,
};
use crate::issue::Severity;
use crate::kostra::{Book, Chart};
use crate::message;
use crate::project::{StatementId, TableId};

rules! {
    /// An account is on a line of its statement. Without amounts it is less bad.
    UNPLACED {
        id: "account-unplaced", severity: Error, words: "check-account-unplaced", find: Some(unplaced),
    }
    /// An account is not on a line that its function or art rules out.
    NOT_ALLOWED {
        id: "account-not-allowed", severity: Error, words: "check-account-unplaced",
        find: Some(not_allowed),
    }
    /// Internal purchases, sales and shared expenses come to nothing together.
    INTERNAL {
        id: "internal-arts", severity: Error, words: "check-internal-arts", find: Some(internal),
    }
    /// A line far from its budget has a remark.
    DEVIATION {
        id: "deviation-without-remark", severity: Warning, words: "check-deviation-without-remark",
        find: Some(deviations),
    }
    /// The ledger comes to the balance of the account.
    LEDGER {
        id: "ledger-differs", severity: Warning, words: "check-ledger-differs", find: Some(ledger),
    }
}

fn report_year<'p>(inspection: &Inspection<'p>) -> Option<&'p YearAccounts> {
    let figures = inspection.figures();
    figures.accounts().year(figures.report_year())
}

/// The accounts' amount on a line of a statement.
pub(super) fn line_address(statement: StatementId, year: Year, row: &str) -> Address {
    let measure = RowMeasure::Amount(AmountColumn::Actual);
    let row = row.to_owned();
    Address::Figure(Key::Accounts(AccountsKey::Row { statement, year, measure, row }))
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

fn unplaced(inspection: &Inspection<'_>) -> Vec<Finding> {
    on_no_line(inspection, &UNPLACED, |cause| !is_ruled_out(cause))
}

fn not_allowed(inspection: &Inspection<'_>) -> Vec<Finding> {
    on_no_line(inspection, &NOT_ALLOWED, is_ruled_out)
}

fn is_ruled_out(cause: &Cause) -> bool {
    matches!(cause, Cause::NotAllowed(_) | Cause::WrongFunction(_))
}

/// An account that is missing from two statements makes one finding.
fn on_no_line(
    inspection: &Inspection<'_>,
    rule: &Rule,
    is_of_rule: fn(&Cause) -> bool,
) -> Vec<Finding> {
    let Some(year) = report_year(inspection) else { return Vec::new() };
    let mut all: Vec<_> = year.unplaced.iter().collect();
    all.dedup_by_key(|unplaced| unplaced.account);
    let mut findings = Vec::new();
    for unplaced in all.into_iter().filter(|unplaced| is_of_rule(&unplaced.cause)) {
        let Some(account) = year.accounts.get(unplaced.account) else { continue };
        let text = account.text();
        let message = message!(
            "check-account-unplaced",
            account = text.as_str(),
            name = account.name(year.year),
            cause = unplaced.cause.message().text(),
        );
        let place = place_of(inspection.figures(), account, "unplaced");
        let amount = account.amounts.get(AmountColumn::Actual).unwrap_or_default();
        let finding = Finding::new(rule, message, place, &[&text, &amount.to_string()]);
        findings.push(match account.amounts.is_zero() {
            true => finding.at_most(Severity::Warning),
            false => finding,
        });
    }
    findings
}

fn internal(inspection: &Inspection<'_>) -> Vec<Finding> {
    let Some(year) = report_year(inspection) else { return Vec::new() };
    let chart = Chart::get();
    let is_internal = |account: &&Account| {
        let art = account.art().and_then(|art| chart.art(art, year.year));
        account.book != Book::Balanse && art.is_some_and(|art| art.is_internal)
    };
    let accounts: Vec<&Account> = year.accounts.iter().filter(is_internal).collect();
    let mut findings = Vec::new();
    for column in [AmountColumn::Actual, AmountColumn::RevisedBudget, AmountColumn::OriginalBudget]
    {
        let amounts = accounts.iter().filter_map(|account| account.amounts.get(column));
        let sum = amounts.fold(Decimal::ZERO, Decimal::saturating_add);
        if !sum.is_zero() {
            let total = Said::kroner(sum);
            let place = Where::area(Area::Accounts).table("balances").column(column.id());
            let made_of = [column.id(), &sum.to_string()];
            let finding = finding!(INTERNAL, place, &made_of, sum = total.text());
            let nothing = Said::kroner(Decimal::ZERO);
            findings.push(finding.with_values(nothing, total.clone()).off_by(total));
        }
    }
    findings
}

fn deviations(inspection: &Inspection<'_>) -> Vec<Finding> {
    let figures = inspection.figures();
    // Without accounts of the year nobody is asked for remarks.
    if report_year(inspection).is_none() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for line in figures.deviations(figures.report_year()) {
        if line.remark.is_some() {
            continue;
        }
        let off = Said::kroner(line.deviation.kroner);
        let statement = line.statement.id();
        let place = Where::area(Area::Accounts).table(statement).row(line.name.as_str());
        let place = place.at(line_address(line.statement, figures.report_year(), &line.row));
        let (actual, budget) = line.amounts;
        let made_of = [statement, &line.row, &actual.to_string(), &budget.to_string()];
        let finding = finding!(
            DEVIATION,
            place,
            &made_of,
            line = line.name.as_str(),
            statement = line.statement.word(),
            deviation = off.text(),
        );
        let [remark, none] = [message!("said-remark"), message!("said-none")].map(Said::Words);
        findings.push(finding.with_values(remark, none).off_by(off));
    }
    findings
}

fn ledger(inspection: &Inspection<'_>) -> Vec<Finding> {
    let Some(year) = report_year(inspection) else { return Vec::new() };
    let mut findings = Vec::new();
    for difference in &year.ledger_differences {
        let Some(account) = year.accounts.get(difference.account) else { continue };
        let known = account.amounts.get(AmountColumn::Actual).unwrap_or_default();
        let [expected, ledger, off] =
            [known, difference.ledger, difference.ledger.saturating_sub(known)].map(Said::kroner);
        let text = account.text();
        let made_of = [text.as_str(), &expected.machine_text(), &ledger.machine_text()];
        let finding = finding!(
            LEDGER,
            place_of(inspection.figures(), account, "balances"),
            &made_of,
            account = text.as_str(),
            balance = expected.text(),
            ledger = ledger.text(),
            difference = off.text(),
        );
        findings.push(finding.with_values(expected, ledger).off_by(off));
    }
    findings
}
