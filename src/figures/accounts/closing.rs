//! §5-9: the budget deviation of the year and the *årsavslutningsdisposisjoner*, derived from
//! the accounts and the *regulert budsjett* with the *strykninger* of §§4-3 and 4-6.
//!
//! The order in which the rules strike is that of the statement's lines; the regulation's text
//! was not at hand.

use rust_decimal::Decimal;

use super::statement::{Basis, Statement, blank_row, sum_up};
use super::{AmountColumn, Amounts};
use crate::figures::Figures;
use crate::kostra::{Form, LayoutRow, layout};
use crate::project::StatementId;

/// What §5-9 is derived from.
pub struct ClosingInput<'s> {
    /// §5-6 with funds split.
    pub drift: &'s Statement,
    /// §5-5 with funds split.
    pub investering: &'s Statement,
    /// §5-8.
    pub balance: &'s Statement,
}

/// Where a line of §5-9, or a line carried from another statement, comes from: the key of the
/// words that tell it, the statement, its row, and its column where that is another.
pub fn source_of(
    id: StatementId,
    row: &str,
) -> Option<(&'static str, StatementId, &'static str, Option<AmountColumn>)> {
    use AmountColumn::{Actual, RevisedBudget};
    use StatementId::{Appropriations, ByNature, ClosingDrift, ClosingInvestment, Investment};
    const ACCOUNTS: &str = "origin-accounts";
    const BUDGET: &str = "origin-revised-budget";
    let of_drift = |words, row, column| Some((words, ByNature, row, Some(column)));
    let of_investering = |words, row, column| Some((words, Investment, row, Some(column)));
    match (id, row) {
        (StatementId::AppropriationsByUnit, "til-fordeling") => {
            Some(("origin-carried", Appropriations, "sum-bevilgninger-drift-netto", None))
        }
        (ClosingDrift, "netto-driftsresultat") => {
            of_drift(ACCOUNTS, "netto-driftsresultat", Actual)
        }
        (ClosingDrift, "avsetning-bundne-driftsfond" | "bruk-bundne-driftsfond") => {
            of_drift(ACCOUNTS, "netto-bundne-driftsfond", Actual)
        }
        (ClosingDrift, "budsjettert-overføring-til-investering") => {
            of_drift(BUDGET, "overføring-til-investering", RevisedBudget)
        }
        (
            ClosingDrift,
            "budsjettert-avsetning-disposisjonsfond" | "budsjettert-bruk-disposisjonsfond",
        ) => of_drift(BUDGET, "netto-disposisjonsfond", RevisedBudget),
        (ClosingDrift, "budsjettert-dekning-merforbruk") => {
            of_drift(BUDGET, "dekning-av-tidligere-års-merforbruk", RevisedBudget)
        }
        (ClosingDrift, row) if row.starts_with("strykning-") => {
            Some((STRUCK, ClosingDrift, "budsjettavvik", Some(Actual)))
        }
        (ClosingDrift, row) if row.starts_with("bruk-") || row.starts_with("avsetning-") => {
            Some((DISPOSED, ClosingDrift, "etter-strykninger", Some(Actual)))
        }
        (ClosingInvestment, "sum-eksklusive-bruk-av-lån") => {
            of_investering(ACCOUNTS, "sum-investeringsutgifter", Actual)
        }
        (
            ClosingInvestment,
            "avsetning-bundne-investeringsfond" | "bruk-bundne-investeringsfond",
        ) => of_investering(ACCOUNTS, "netto-bundne-investeringsfond", Actual),
        (ClosingInvestment, "budsjettert-bruk-av-lån") => {
            of_investering(BUDGET, "bruk-av-lån", RevisedBudget)
        }
        (ClosingInvestment, "budsjettert-overføring-fra-drift") => {
            of_investering(BUDGET, "overføring-fra-drift", RevisedBudget)
        }
        (ClosingInvestment, "budsjettert-avsetning-ubundet" | "budsjettert-bruk-ubundet") => {
            of_investering(BUDGET, "netto-ubundet-investeringsfond", RevisedBudget)
        }
        (ClosingInvestment, "dekning-udekket-beløp") => {
            of_investering(ACCOUNTS, "dekning-av-tidligere-års-udekket-beløp", Actual)
        }
        (ClosingInvestment, row) if row.starts_with("strykning-") => {
            Some((STRUCK, ClosingInvestment, "budsjettavvik", Some(Actual)))
        }
        (ClosingInvestment, "avsetning-udisponert-ubundet") => {
            Some((DISPOSED, ClosingInvestment, "etter-strykninger", Some(Actual)))
        }
        _ => None,
    }
}

/// The key of the words for what is struck of the budget, and for what is set aside or covered.
const STRUCK: &str = "origin-struck";
const DISPOSED: &str = "origin-disposed";

impl Figures {
    /// The *årsavslutningsdisposisjoner* of the report year that are not zero, as a half of §5-9
    /// derives them: each line's name and its amount.
    pub fn dispositions(&self, half: StatementId) -> Vec<(String, Decimal)> {
        let closing = self.statement(half, self.report_year());
        let rows = closing.into_iter().flat_map(|closing| closing.rows.iter());
        rows.filter(|row| {
            source_of(half, &row.id).is_some_and(|(words, ..)| [STRUCK, DISPOSED].contains(&words))
        })
        .filter_map(|row| {
            let amount =
                row.amounts.get(AmountColumn::Actual).filter(|amount| !amount.is_zero())?;
            Some((row.name.to_string(), amount))
        })
        .collect()
    }
}

/// The amounts of §5-9 by line.
#[derive(Default)]
struct Lines(Vec<(&'static str, Decimal)>);

impl Lines {
    fn put(&mut self, id: &'static str, amount: Decimal) {
        self.0.push((id, amount));
    }

    fn sum(&self) -> Decimal {
        self.0
            .iter()
            .map(|(_, amount)| amount)
            .fold(Decimal::ZERO, |sum, own| sum.saturating_add(*own))
    }
}

/// Both halves of §5-9: *drift* and *investering*.
pub fn closing(input: &ClosingInput<'_>) -> (Statement, Statement) {
    let mut investering = investment_lines(input.investering);
    let mut drift = drift_lines(input.drift);
    // What is struck of the transfer in the one books is struck in the other.
    let budgeted = amount(input.drift, "overføring-til-investering", AmountColumn::RevisedBudget);
    let unused = strike_investment(&mut investering, input.investering);
    let missing = drift.sum().saturating_sub(unused).max(Decimal::ZERO);
    let transfer = budgeted.saturating_sub(unused).max(Decimal::ZERO);
    let struck = unused.saturating_add(missing.min(transfer));
    finish_drift(&mut drift, input, struck);
    finish_investment(&mut investering, input.investering, struck);
    let is_known = input.drift.is_known() && input.investering.is_known();
    (
        filled(StatementId::ClosingDrift, input.drift, &drift, is_known),
        filled(StatementId::ClosingInvestment, input.drift, &investering, is_known),
    )
}

fn drift_lines(drift: &Statement) -> Lines {
    use AmountColumn::{Actual, RevisedBudget};
    let mut lines = Lines::default();
    lines.put("netto-driftsresultat", amount(drift, "netto-driftsresultat", Actual));
    lines.put("avsetning-bundne-driftsfond", to_fund(drift, "bundne-driftsfond", Actual));
    lines.put("bruk-bundne-driftsfond", from_fund(drift, "bundne-driftsfond", Actual));
    let transfer = amount(drift, "overføring-til-investering", RevisedBudget);
    lines.put("budsjettert-overføring-til-investering", transfer);
    let to = to_fund(drift, "disposisjonsfond", RevisedBudget);
    lines.put("budsjettert-avsetning-disposisjonsfond", to);
    let from = from_fund(drift, "disposisjonsfond", RevisedBudget);
    lines.put("budsjettert-bruk-disposisjonsfond", from);
    let cover = amount(drift, "dekning-av-tidligere-års-merforbruk", RevisedBudget);
    lines.put("budsjettert-dekning-merforbruk", cover);
    lines
}

fn investment_lines(investering: &Statement) -> Lines {
    use AmountColumn::{Actual, RevisedBudget};
    let loans = |column| {
        let own = amount(investering, "bruk-av-lån", column);
        own.saturating_add(amount(investering, "bruk-av-lån-til-videreutlån", column))
    };
    let all =
        ["sum-investeringsutgifter", "sum-investeringsinntekter", "netto-utgifter-videreutlån"]
            .into_iter()
            .fold(Decimal::ZERO, |sum, id| sum.saturating_add(amount(investering, id, Actual)));
    let mut lines = Lines::default();
    lines.put("sum-eksklusive-bruk-av-lån", all.saturating_sub(loans(Actual)));
    let to = to_fund(investering, "bundne-investeringsfond", Actual);
    lines.put("avsetning-bundne-investeringsfond", to);
    let from = from_fund(investering, "bundne-investeringsfond", Actual);
    lines.put("bruk-bundne-investeringsfond", from);
    lines.put("budsjettert-bruk-av-lån", loans(RevisedBudget));
    let transfer = amount(investering, "overføring-fra-drift", RevisedBudget);
    lines.put("budsjettert-overføring-fra-drift", transfer);
    let to = to_fund(investering, "ubundet-investeringsfond", RevisedBudget);
    lines.put("budsjettert-avsetning-ubundet", to);
    let from = from_fund(investering, "ubundet-investeringsfond", RevisedBudget);
    lines.put("budsjettert-bruk-ubundet", from);
    let cover = amount(investering, "dekning-av-tidligere-års-udekket-beløp", Actual);
    lines.put("dekning-udekket-beløp", cover);
    lines
}

/// Strikes what an *udisponert beløp* makes needless (§4-6): the transfer from *drift*, which
/// is returned, then loans, then the fund.
fn strike_investment(lines: &mut Lines, investering: &Statement) -> Decimal {
    use AmountColumn::RevisedBudget;
    let mut unused = (-lines.sum()).max(Decimal::ZERO);
    let mut strike = |budgeted: Decimal| {
        let struck = unused.min((-budgeted).max(Decimal::ZERO));
        unused -= struck;
        struck
    };
    let transfer = strike(amount(investering, "overføring-fra-drift", RevisedBudget));
    let loans = strike(amount(investering, "bruk-av-lån", RevisedBudget).saturating_add(amount(
        investering,
        "bruk-av-lån-til-videreutlån",
        RevisedBudget,
    )));
    let fund = strike(from_fund(investering, "ubundet-investeringsfond", RevisedBudget));
    lines.put("strykning-bruk-av-lån", loans);
    lines.put("strykning-bruk-ubundet", fund);
    transfer
}

fn finish_investment(lines: &mut Lines, investering: &Statement, struck: Decimal) {
    lines.put("strykning-overføring-fra-drift", struck);
    // An *udekket beløp* strikes what was to be set aside.
    let planned = to_fund(investering, "ubundet-investeringsfond", AmountColumn::RevisedBudget);
    let uncovered = lines.sum().max(Decimal::ZERO);
    lines.put("strykning-avsetning-ubundet", -uncovered.min(planned.max(Decimal::ZERO)));
    let left = (-lines.sum()).max(Decimal::ZERO);
    lines.put("avsetning-udisponert-ubundet", left);
}

/// Strikes in *drift* (§4-3): with a *merforbruk* what was to be transferred, set aside and
/// covered, with a *mindreforbruk* the use of the fund. Then a *merforbruk* is met from the
/// fund, and a *mindreforbruk* covers earlier years and goes to the fund.
fn finish_drift(lines: &mut Lines, input: &ClosingInput<'_>, struck: Decimal) {
    use AmountColumn::{LastYear, RevisedBudget};
    let drift = input.drift;
    lines.put("strykning-overføring-til-investering", -struck);
    let set_aside = to_fund(drift, "disposisjonsfond", RevisedBudget).max(Decimal::ZERO);
    let struck_fund = lines.sum().max(Decimal::ZERO).min(set_aside);
    lines.put("strykning-avsetning-disposisjonsfond", -struck_fund);
    let cover = amount(drift, "dekning-av-tidligere-års-merforbruk", RevisedBudget);
    let struck_cover = lines.sum().max(Decimal::ZERO).min(cover.max(Decimal::ZERO));
    lines.put("strykning-dekning-merforbruk", -struck_cover);
    let use_of_fund = (-from_fund(drift, "disposisjonsfond", RevisedBudget)).max(Decimal::ZERO);
    let struck_use = (-lines.sum()).max(Decimal::ZERO).min(use_of_fund);
    lines.put("strykning-bruk-disposisjonsfond", struck_use);
    let fund = -amount(input.balance, "disposisjonsfond", LastYear);
    let available = [set_aside, -struck_fund, -use_of_fund, struck_use]
        .into_iter()
        .fold(fund, Decimal::saturating_add)
        .max(Decimal::ZERO);
    let met = lines.sum().max(Decimal::ZERO).min(available);
    lines.put("bruk-disposisjonsfond-årets-merforbruk", -met);
    // A use of the fund for earlier years stands against the cover and comes to nothing here.
    lines.put("bruk-disposisjonsfond-tidligere-merforbruk", Decimal::ZERO);
    let earlier = amount(input.balance, "merforbruk-i-driftsregnskapet", LastYear);
    let left_to_cover = cover.saturating_sub(struck_cover);
    let open = earlier.saturating_sub(left_to_cover).max(Decimal::ZERO);
    let covered = (-lines.sum()).max(Decimal::ZERO).min(open);
    lines.put("bruk-mindreforbruk-tidligere-merforbruk", covered);
    let left = (-lines.sum()).max(Decimal::ZERO);
    lines.put("avsetning-mindreforbruk-disposisjonsfond", left);
}

/// What goes to a fund, also where only the net is known.
fn to_fund(statement: &Statement, fund: &str, column: AmountColumn) -> Decimal {
    parts_of(statement, fund, column).0
}

/// What comes from a fund, below zero.
fn from_fund(statement: &Statement, fund: &str, column: AmountColumn) -> Decimal {
    parts_of(statement, fund, column).1
}

fn parts_of(statement: &Statement, fund: &str, column: AmountColumn) -> (Decimal, Decimal) {
    match statement.row(&format!("netto-{fund}")) {
        Some(row) => {
            let net = row.amounts.get(column).unwrap_or_default();
            (net.max(Decimal::ZERO), net.min(Decimal::ZERO))
        }
        None => (
            amount(statement, &format!("avsetning-{fund}"), column),
            amount(statement, &format!("bruk-{fund}"), column),
        ),
    }
}

fn amount(statement: &Statement, id: &str, column: AmountColumn) -> Decimal {
    statement.amount(id, column).unwrap_or_default()
}

fn filled(id: StatementId, drift: &Statement, lines: &Lines, is_known: bool) -> Statement {
    let template: Vec<&LayoutRow> =
        layout(id).into_iter().flat_map(|layout| layout.rows(Form::Split)).collect();
    let mut rows: Vec<_> = template.iter().copied().map(blank_row).collect();
    let known = [is_known, false, false, false];
    for row in &mut rows {
        let own = lines.0.iter().find(|(own, _)| row.id == *own);
        if let Some((_, amount)) = own {
            row.amounts = Amounts::new([Some(*amount), None, None, None]).filled(known);
        }
    }
    sum_up(&mut rows, &template, known);
    let basis = if is_known { drift.basis } else { Basis::Nothing };
    Statement::new(id, drift.year, basis, rows)
}

/// Where a line of §5-9 comes from, in words; a sum says nothing.
pub fn closing_origin(id: StatementId, row: &str) -> String {
    source_of(id, row).map_or_else(String::new, |(words, ..)| crate::t!(words))
}
