//! §5-9: the budget deviation of the year and the *årsavslutningsdisposisjoner*, derived from
//! the accounts and the *regulert budsjett* with the *strykninger* of §§4-3 and 4-6.
//!
//! The order in which the rules strike is that of the statement's lines; the regulation's text
//! was not at hand.

use rust_decimal::Decimal;

use super::statement::{Basis, Statement, blank_row, sum_up};
use super::{AmountColumn, Amounts};
use crate::figures::Figures;
use crate::kostra::{Form, LayoutRow, layout, row};
use crate::project::StatementId;
use crate::text_key;

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
    const ACCOUNTS: &str = text_key!("origin-accounts");
    const BUDGET: &str = text_key!("origin-revised-budget");
    let of_drift = |words, row, column| Some((words, ByNature, row, Some(column)));
    let of_investering = |words, row, column| Some((words, Investment, row, Some(column)));
    match (id, row) {
        (StatementId::AppropriationsByUnit, row::TIL_FORDELING) => Some((
            text_key!("origin-carried"),
            Appropriations,
            row::SUM_BEVILGNINGER_DRIFT_NETTO,
            None,
        )),
        (ClosingDrift, row::NETTO_DRIFTSRESULTAT) => {
            of_drift(ACCOUNTS, row::NETTO_DRIFTSRESULTAT, Actual)
        }
        (ClosingDrift, row::AVSETNING_BUNDNE_DRIFTSFOND | row::BRUK_BUNDNE_DRIFTSFOND) => {
            of_drift(ACCOUNTS, row::NETTO_BUNDNE_DRIFTSFOND, Actual)
        }
        (ClosingDrift, row::BUDSJETTERT_OVERFOERING_TIL_INVESTERING) => {
            of_drift(BUDGET, row::OVERFOERING_TIL_INVESTERING, RevisedBudget)
        }
        (
            ClosingDrift,
            row::BUDSJETTERT_AVSETNING_DISPOSISJONSFOND | row::BUDSJETTERT_BRUK_DISPOSISJONSFOND,
        ) => of_drift(BUDGET, row::NETTO_DISPOSISJONSFOND, RevisedBudget),
        (ClosingDrift, row::BUDSJETTERT_DEKNING_MERFORBRUK) => {
            of_drift(BUDGET, row::DEKNING_AV_TIDLIGERE_AARS_MERFORBRUK, RevisedBudget)
        }
        (ClosingDrift, row) if row.starts_with("strykning-") => {
            Some((STRUCK, ClosingDrift, row::BUDSJETTAVVIK, Some(Actual)))
        }
        (ClosingDrift, row) if row.starts_with("bruk-") || row.starts_with("avsetning-") => {
            Some((DISPOSED, ClosingDrift, row::ETTER_STRYKNINGER, Some(Actual)))
        }
        (ClosingInvestment, row::SUM_EKSKLUSIVE_BRUK_AV_LAAN) => {
            of_investering(ACCOUNTS, row::SUM_INVESTERINGSUTGIFTER, Actual)
        }
        (
            ClosingInvestment,
            row::AVSETNING_BUNDNE_INVESTERINGSFOND | row::BRUK_BUNDNE_INVESTERINGSFOND,
        ) => of_investering(ACCOUNTS, row::NETTO_BUNDNE_INVESTERINGSFOND, Actual),
        (ClosingInvestment, row::BUDSJETTERT_BRUK_AV_LAAN) => {
            of_investering(BUDGET, row::BRUK_AV_LAAN, RevisedBudget)
        }
        (ClosingInvestment, row::BUDSJETTERT_OVERFOERING_FRA_DRIFT) => {
            of_investering(BUDGET, row::OVERFOERING_FRA_DRIFT, RevisedBudget)
        }
        (ClosingInvestment, row::BUDSJETTERT_AVSETNING_UBUNDET | row::BUDSJETTERT_BRUK_UBUNDET) => {
            of_investering(BUDGET, row::NETTO_UBUNDET_INVESTERINGSFOND, RevisedBudget)
        }
        (ClosingInvestment, row::DEKNING_UDEKKET_BELOEP) => {
            of_investering(ACCOUNTS, row::DEKNING_AV_TIDLIGERE_AARS_UDEKKET_BELOEP, Actual)
        }
        (ClosingInvestment, row) if row.starts_with("strykning-") => {
            Some((STRUCK, ClosingInvestment, row::BUDSJETTAVVIK, Some(Actual)))
        }
        (ClosingInvestment, row::AVSETNING_UDISPONERT_UBUNDET) => {
            Some((DISPOSED, ClosingInvestment, row::ETTER_STRYKNINGER, Some(Actual)))
        }
        _ => None,
    }
}

/// The key of the words for what is struck of the budget, and for what is set aside or covered.
const STRUCK: &str = text_key!("origin-struck");
const DISPOSED: &str = text_key!("origin-disposed");

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
            .fold(Decimal::ZERO, |sum, amount| sum.saturating_add(*amount))
    }
}

/// Both halves of §5-9: *drift* and *investering*.
pub fn closing(input: &ClosingInput<'_>) -> (Statement, Statement) {
    let mut investering = investment_lines(input.investering);
    let mut drift = drift_lines(input.drift);
    // What is struck of the transfer in the one books is struck in the other.
    let budgeted =
        amount(input.drift, row::OVERFOERING_TIL_INVESTERING, AmountColumn::RevisedBudget);
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
    lines.put(row::NETTO_DRIFTSRESULTAT, amount(drift, row::NETTO_DRIFTSRESULTAT, Actual));
    lines.put(row::AVSETNING_BUNDNE_DRIFTSFOND, to_fund(drift, row::BUNDNE_DRIFTSFOND, Actual));
    lines.put(row::BRUK_BUNDNE_DRIFTSFOND, from_fund(drift, row::BUNDNE_DRIFTSFOND, Actual));
    let transfer = amount(drift, row::OVERFOERING_TIL_INVESTERING, RevisedBudget);
    lines.put(row::BUDSJETTERT_OVERFOERING_TIL_INVESTERING, transfer);
    let to = to_fund(drift, row::DISPOSISJONSFOND, RevisedBudget);
    lines.put(row::BUDSJETTERT_AVSETNING_DISPOSISJONSFOND, to);
    let from = from_fund(drift, row::DISPOSISJONSFOND, RevisedBudget);
    lines.put(row::BUDSJETTERT_BRUK_DISPOSISJONSFOND, from);
    let cover = amount(drift, row::DEKNING_AV_TIDLIGERE_AARS_MERFORBRUK, RevisedBudget);
    lines.put(row::BUDSJETTERT_DEKNING_MERFORBRUK, cover);
    lines
}

fn investment_lines(investering: &Statement) -> Lines {
    use AmountColumn::{Actual, RevisedBudget};
    let loans = |column| {
        let used = amount(investering, row::BRUK_AV_LAAN, column);
        used.saturating_add(amount(investering, row::BRUK_AV_LAAN_TIL_VIDEREUTLAAN, column))
    };
    let all = [
        row::SUM_INVESTERINGSUTGIFTER,
        row::SUM_INVESTERINGSINNTEKTER,
        row::NETTO_UTGIFTER_VIDEREUTLAAN,
    ]
    .into_iter()
    .fold(Decimal::ZERO, |sum, id| sum.saturating_add(amount(investering, id, Actual)));
    let mut lines = Lines::default();
    lines.put(row::SUM_EKSKLUSIVE_BRUK_AV_LAAN, all.saturating_sub(loans(Actual)));
    let to = to_fund(investering, row::BUNDNE_INVESTERINGSFOND, Actual);
    lines.put(row::AVSETNING_BUNDNE_INVESTERINGSFOND, to);
    let from = from_fund(investering, row::BUNDNE_INVESTERINGSFOND, Actual);
    lines.put(row::BRUK_BUNDNE_INVESTERINGSFOND, from);
    lines.put(row::BUDSJETTERT_BRUK_AV_LAAN, loans(RevisedBudget));
    let transfer = amount(investering, row::OVERFOERING_FRA_DRIFT, RevisedBudget);
    lines.put(row::BUDSJETTERT_OVERFOERING_FRA_DRIFT, transfer);
    let to = to_fund(investering, row::UBUNDET_INVESTERINGSFOND, RevisedBudget);
    lines.put(row::BUDSJETTERT_AVSETNING_UBUNDET, to);
    let from = from_fund(investering, row::UBUNDET_INVESTERINGSFOND, RevisedBudget);
    lines.put(row::BUDSJETTERT_BRUK_UBUNDET, from);
    let cover = amount(investering, row::DEKNING_AV_TIDLIGERE_AARS_UDEKKET_BELOEP, Actual);
    lines.put(row::DEKNING_UDEKKET_BELOEP, cover);
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
    let transfer = strike(amount(investering, row::OVERFOERING_FRA_DRIFT, RevisedBudget));
    let loans =
        strike(amount(investering, row::BRUK_AV_LAAN, RevisedBudget).saturating_add(amount(
            investering,
            row::BRUK_AV_LAAN_TIL_VIDEREUTLAAN,
            RevisedBudget,
        )));
    let fund = strike(from_fund(investering, row::UBUNDET_INVESTERINGSFOND, RevisedBudget));
    lines.put(row::STRYKNING_BRUK_AV_LAAN, loans);
    lines.put(row::STRYKNING_BRUK_UBUNDET, fund);
    transfer
}

fn finish_investment(lines: &mut Lines, investering: &Statement, struck: Decimal) {
    lines.put(row::STRYKNING_OVERFOERING_FRA_DRIFT, struck);
    // An *udekket beløp* strikes what was to be set aside.
    let planned = to_fund(investering, row::UBUNDET_INVESTERINGSFOND, AmountColumn::RevisedBudget);
    let uncovered = lines.sum().max(Decimal::ZERO);
    lines.put(row::STRYKNING_AVSETNING_UBUNDET, -uncovered.min(planned.max(Decimal::ZERO)));
    let left = (-lines.sum()).max(Decimal::ZERO);
    lines.put(row::AVSETNING_UDISPONERT_UBUNDET, left);
}

/// Strikes in *drift* (§4-3): with a *merforbruk* what was to be transferred, set aside and
/// covered, with a *mindreforbruk* the use of the fund. Then a *merforbruk* is met from the
/// fund, and a *mindreforbruk* covers earlier years and goes to the fund.
fn finish_drift(lines: &mut Lines, input: &ClosingInput<'_>, struck: Decimal) {
    use AmountColumn::{LastYear, RevisedBudget};
    let drift = input.drift;
    lines.put(row::STRYKNING_OVERFOERING_TIL_INVESTERING, -struck);
    let set_aside = to_fund(drift, row::DISPOSISJONSFOND, RevisedBudget).max(Decimal::ZERO);
    let struck_fund = lines.sum().max(Decimal::ZERO).min(set_aside);
    lines.put(row::STRYKNING_AVSETNING_DISPOSISJONSFOND, -struck_fund);
    let cover = amount(drift, row::DEKNING_AV_TIDLIGERE_AARS_MERFORBRUK, RevisedBudget);
    let struck_cover = lines.sum().max(Decimal::ZERO).min(cover.max(Decimal::ZERO));
    lines.put(row::STRYKNING_DEKNING_MERFORBRUK, -struck_cover);
    let use_of_fund = (-from_fund(drift, row::DISPOSISJONSFOND, RevisedBudget)).max(Decimal::ZERO);
    let struck_use = (-lines.sum()).max(Decimal::ZERO).min(use_of_fund);
    lines.put(row::STRYKNING_BRUK_DISPOSISJONSFOND, struck_use);
    let fund = -amount(input.balance, row::DISPOSISJONSFOND, LastYear);
    let available = [set_aside, -struck_fund, -use_of_fund, struck_use]
        .into_iter()
        .fold(fund, Decimal::saturating_add)
        .max(Decimal::ZERO);
    let met = lines.sum().max(Decimal::ZERO).min(available);
    lines.put(row::BRUK_DISPOSISJONSFOND_AARETS_MERFORBRUK, -met);
    // A use of the fund for earlier years stands against the cover and comes to nothing here.
    lines.put(row::BRUK_DISPOSISJONSFOND_TIDLIGERE_MERFORBRUK, Decimal::ZERO);
    let earlier = amount(input.balance, row::MERFORBRUK_I_DRIFTSREGNSKAPET, LastYear);
    let left_to_cover = cover.saturating_sub(struck_cover);
    let open = earlier.saturating_sub(left_to_cover).max(Decimal::ZERO);
    let covered = (-lines.sum()).max(Decimal::ZERO).min(open);
    lines.put(row::BRUK_MINDREFORBRUK_TIDLIGERE_MERFORBRUK, covered);
    let left = (-lines.sum()).max(Decimal::ZERO);
    lines.put(row::AVSETNING_MINDREFORBRUK_DISPOSISJONSFOND, left);
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
        let line = lines.0.iter().find(|(id, _)| row.id == *id);
        if let Some((_, amount)) = line {
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
