//! §5-9 against the statements that it is derived from: what was there, what was planned, and
//! what was booked in the end.

use super::statements::net_of_fund;
use crate::calendar::Year;
use crate::checks::rule::rules;
use crate::checks::values::row;
use crate::checks::{Expected, Identity, Linear, Values};
use crate::figures::{AmountColumn, Key};
use crate::kostra::row;
use crate::project::StatementId;

use AmountColumn::{Actual, RevisedBudget};
use StatementId::{Appropriations, ByNature, ClosingDrift, ClosingInvestment, Investment};

rules! {
    /// A line of §5-9 equals the line of the statement that it is taken from.
    CLOSING { id: "closing-line", severity: Error, words: "check-closing-line", find: None }
    /// The planned amount with its *strykning* in §5-9 equals the booked amount.
    BOOKED { id: "closing-booked", severity: Warning, words: "check-closing-booked", find: None }
}

fn drift(id: &str) -> impl Fn(Year) -> Key {
    move |year| row(ClosingDrift, year, Actual, id)
}

fn investment(id: &str) -> impl Fn(Year) -> Key {
    move |year| row(ClosingInvestment, year, Actual, id)
}

/// Adds the identities of a year's §5-9.
pub fn push(all: &mut Vec<Identity>, values: &dyn Values, year: Year) {
    // A print may have §5-4 alone, or §5-6.
    for statement in [Appropriations, ByNature] {
        push_drift(all, values, statement, year);
    }
    push_investment(all, values, year);
    let struck = drift(row::STRYKNING_OVERFOERING_TIL_INVESTERING)(year);
    let subject = investment(row::STRYKNING_OVERFOERING_FRA_DRIFT)(year);
    all.push(Identity::new(&CLOSING, subject, Expected::Same(-1, struck)));
}

fn push_drift(all: &mut Vec<Identity>, values: &dyn Values, statement: StatementId, year: Year) {
    let statement_row = |column, id: &str| row(statement, year, column, id);
    let net = |column, fund: &str| net_of_fund(values, statement, year, column, fund);
    let closing_row = |id: &'static str| drift(id)(year);
    for (id, column, source) in [
        (row::NETTO_DRIFTSRESULTAT, Actual, row::NETTO_DRIFTSRESULTAT),
        (row::FREMFOERT_TIL_INNDEKNING, Actual, row::FREMFOERT_TIL_INNDEKNING),
        (
            row::BUDSJETTERT_OVERFOERING_TIL_INVESTERING,
            RevisedBudget,
            row::OVERFOERING_TIL_INVESTERING,
        ),
        (
            row::BUDSJETTERT_DEKNING_MERFORBRUK,
            RevisedBudget,
            row::DEKNING_AV_TIDLIGERE_AARS_MERFORBRUK,
        ),
    ] {
        all.push(Identity::new(
            &CLOSING,
            closing_row(id),
            Expected::Same(1, statement_row(column, source)),
        ));
    }
    let mut split = |rule, column, fund: &str, first: &'static str, others: &[&'static str]| {
        let sum =
            Linear::sum(net(column, fund)).plus_all(-1, others.iter().map(|id| closing_row(id)));
        all.push(Identity::new(rule, closing_row(first), Expected::Sum(sum)));
    };
    split(
        &CLOSING,
        Actual,
        row::BUNDNE_DRIFTSFOND,
        row::AVSETNING_BUNDNE_DRIFTSFOND,
        &[row::BRUK_BUNDNE_DRIFTSFOND],
    );
    split(
        &CLOSING,
        RevisedBudget,
        row::DISPOSISJONSFOND,
        row::BUDSJETTERT_AVSETNING_DISPOSISJONSFOND,
        &[row::BUDSJETTERT_BRUK_DISPOSISJONSFOND],
    );
    split(
        &BOOKED,
        Actual,
        row::DISPOSISJONSFOND,
        row::AVSETNING_MINDREFORBRUK_DISPOSISJONSFOND,
        &[
            row::BUDSJETTERT_AVSETNING_DISPOSISJONSFOND,
            row::BUDSJETTERT_BRUK_DISPOSISJONSFOND,
            row::STRYKNING_AVSETNING_DISPOSISJONSFOND,
            row::STRYKNING_BRUK_DISPOSISJONSFOND,
            row::BRUK_DISPOSISJONSFOND_AARETS_MERFORBRUK,
        ],
    );
    let booked = Linear::one(statement_row(Actual, row::OVERFOERING_TIL_INVESTERING))
        .plus(-1, closing_row(row::BUDSJETTERT_OVERFOERING_TIL_INVESTERING));
    let struck = closing_row(row::STRYKNING_OVERFOERING_TIL_INVESTERING);
    all.push(Identity::new(&BOOKED, struck, Expected::Sum(booked)));
    let booked = Linear::one(statement_row(Actual, row::DEKNING_AV_TIDLIGERE_AARS_MERFORBRUK))
        .plus(-1, closing_row(row::BUDSJETTERT_DEKNING_MERFORBRUK))
        .plus(-1, closing_row(row::BRUK_MINDREFORBRUK_TIDLIGERE_MERFORBRUK));
    let struck = closing_row(row::STRYKNING_DEKNING_MERFORBRUK);
    all.push(Identity::new(&BOOKED, struck, Expected::Sum(booked)));
}

fn push_investment(all: &mut Vec<Identity>, values: &dyn Values, year: Year) {
    let statement_row = |column, id: &str| row(Investment, year, column, id);
    let net = |column, fund: &str| net_of_fund(values, Investment, year, column, fund);
    let closing_row = |id: &'static str| investment(id)(year);
    const LOANS: [&str; 2] = [row::BRUK_AV_LAAN, row::BRUK_AV_LAAN_TIL_VIDEREUTLAAN];
    let loans = |column| LOANS.map(|id| statement_row(column, id));
    for (id, column, source) in [
        (row::FREMFOERT_TIL_INNDEKNING, Actual, row::FREMFOERT_TIL_INNDEKNING),
        (row::BUDSJETTERT_OVERFOERING_FRA_DRIFT, RevisedBudget, row::OVERFOERING_FRA_DRIFT),
        (row::DEKNING_UDEKKET_BELOEP, Actual, row::DEKNING_AV_TIDLIGERE_AARS_UDEKKET_BELOEP),
    ] {
        all.push(Identity::new(
            &CLOSING,
            closing_row(id),
            Expected::Same(1, statement_row(column, source)),
        ));
    }
    let mut sum = |rule, subject: &'static str, sum: Linear| {
        all.push(Identity::new(rule, closing_row(subject), Expected::Sum(sum)));
    };
    let sums = [
        row::SUM_INVESTERINGSUTGIFTER,
        row::SUM_INVESTERINGSINNTEKTER,
        row::NETTO_UTGIFTER_VIDEREUTLAAN,
    ];
    let without_loans =
        Linear::sum(sums.map(|id| statement_row(Actual, id))).plus_all(-1, loans(Actual));
    sum(&CLOSING, row::SUM_EKSKLUSIVE_BRUK_AV_LAAN, without_loans);
    sum(&CLOSING, row::BUDSJETTERT_BRUK_AV_LAAN, Linear::sum(loans(RevisedBudget)));
    let bound = Linear::sum(net(Actual, row::BUNDNE_INVESTERINGSFOND))
        .plus(-1, closing_row(row::BRUK_BUNDNE_INVESTERINGSFOND));
    sum(&CLOSING, row::AVSETNING_BUNDNE_INVESTERINGSFOND, bound);
    let planned = Linear::sum(net(RevisedBudget, row::UBUNDET_INVESTERINGSFOND))
        .plus(-1, closing_row(row::BUDSJETTERT_BRUK_UBUNDET));
    sum(&CLOSING, row::BUDSJETTERT_AVSETNING_UBUNDET, planned);
    let booked = Linear::one(statement_row(Actual, row::OVERFOERING_FRA_DRIFT))
        .plus(-1, closing_row(row::BUDSJETTERT_OVERFOERING_FRA_DRIFT));
    sum(&BOOKED, row::STRYKNING_OVERFOERING_FRA_DRIFT, booked);
    let booked = Linear::sum(loans(Actual)).plus(-1, closing_row(row::BUDSJETTERT_BRUK_AV_LAAN));
    sum(&BOOKED, row::STRYKNING_BRUK_AV_LAAN, booked);
    let disposed = [
        row::BUDSJETTERT_AVSETNING_UBUNDET,
        row::BUDSJETTERT_BRUK_UBUNDET,
        row::STRYKNING_AVSETNING_UBUNDET,
        row::STRYKNING_BRUK_UBUNDET,
    ];
    let booked = Linear::sum(net(Actual, row::UBUNDET_INVESTERINGSFOND))
        .plus_all(-1, disposed.map(closing_row));
    sum(&BOOKED, row::AVSETNING_UDISPONERT_UBUNDET, booked);
}
