//! §5-9 against the statements that it is derived from: what was there, what was planned, and
//! what was booked in the end.

use super::statements::net_of_fund;
use crate::calendar::Year;
use crate::checks::values::row;
use crate::checks::{Expected, Identity, Linear, Rule, Values};
use crate::figures::{AmountColumn, Key};
use crate::issue::Severity;
use crate::project::StatementId;

use AmountColumn::{Actual, RevisedBudget};
use StatementId::{Appropriations, ByNature, ClosingDrift, ClosingInvestment, Investment};

/// A line of §5-9 is what the other statement says.
const CLOSING: Rule =
    Rule { id: "closing-line", severity: Severity::Error, words: "check-closing-line" };
/// What was planned and struck in §5-9 is what was booked.
const BOOKED: Rule =
    Rule { id: "closing-booked", severity: Severity::Warning, words: "check-closing-booked" };

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
    let struck = drift("strykning-overføring-til-investering")(year);
    let subject = investment("strykning-overføring-fra-drift")(year);
    all.push(Identity::new(&CLOSING, subject, Expected::Same(-1, struck)));
}

fn push_drift(all: &mut Vec<Identity>, values: &dyn Values, statement: StatementId, year: Year) {
    let other = |column, id: &str| row(statement, year, column, id);
    let net = |column, fund: &str| net_of_fund(values, statement, year, column, fund);
    let own = |id: &'static str| drift(id)(year);
    for (id, column, theirs) in [
        ("netto-driftsresultat", Actual, "netto-driftsresultat"),
        ("fremført-til-inndekning", Actual, "fremført-til-inndekning"),
        ("budsjettert-overføring-til-investering", RevisedBudget, "overføring-til-investering"),
        ("budsjettert-dekning-merforbruk", RevisedBudget, "dekning-av-tidligere-års-merforbruk"),
    ] {
        all.push(Identity::new(&CLOSING, own(id), Expected::Same(1, other(column, theirs))));
    }
    let mut split = |rule, column, fund: &str, first: &'static str, others: &[&'static str]| {
        let sum = Linear::sum(net(column, fund)).plus_all(-1, others.iter().map(|id| own(id)));
        all.push(Identity::new(rule, own(first), Expected::Sum(sum)));
    };
    split(
        &CLOSING,
        Actual,
        "bundne-driftsfond",
        "avsetning-bundne-driftsfond",
        &["bruk-bundne-driftsfond"],
    );
    split(
        &CLOSING,
        RevisedBudget,
        "disposisjonsfond",
        "budsjettert-avsetning-disposisjonsfond",
        &["budsjettert-bruk-disposisjonsfond"],
    );
    split(
        &BOOKED,
        Actual,
        "disposisjonsfond",
        "avsetning-mindreforbruk-disposisjonsfond",
        &[
            "budsjettert-avsetning-disposisjonsfond",
            "budsjettert-bruk-disposisjonsfond",
            "strykning-avsetning-disposisjonsfond",
            "strykning-bruk-disposisjonsfond",
            "bruk-disposisjonsfond-årets-merforbruk",
        ],
    );
    let booked = Linear::one(other(Actual, "overføring-til-investering"))
        .plus(-1, own("budsjettert-overføring-til-investering"));
    let struck = own("strykning-overføring-til-investering");
    all.push(Identity::new(&BOOKED, struck, Expected::Sum(booked)));
    let booked = Linear::one(other(Actual, "dekning-av-tidligere-års-merforbruk"))
        .plus(-1, own("budsjettert-dekning-merforbruk"))
        .plus(-1, own("bruk-mindreforbruk-tidligere-merforbruk"));
    let struck = own("strykning-dekning-merforbruk");
    all.push(Identity::new(&BOOKED, struck, Expected::Sum(booked)));
}

fn push_investment(all: &mut Vec<Identity>, values: &dyn Values, year: Year) {
    let other = |column, id: &str| row(Investment, year, column, id);
    let net = |column, fund: &str| net_of_fund(values, Investment, year, column, fund);
    let own = |id: &'static str| investment(id)(year);
    const LOANS: [&str; 2] = ["bruk-av-lån", "bruk-av-lån-til-videreutlån"];
    let loans = |column| LOANS.map(|id| other(column, id));
    for (id, column, theirs) in [
        ("fremført-til-inndekning", Actual, "fremført-til-inndekning"),
        ("budsjettert-overføring-fra-drift", RevisedBudget, "overføring-fra-drift"),
        ("dekning-udekket-beløp", Actual, "dekning-av-tidligere-års-udekket-beløp"),
    ] {
        all.push(Identity::new(&CLOSING, own(id), Expected::Same(1, other(column, theirs))));
    }
    let mut sum = |rule, subject: &'static str, sum: Linear| {
        all.push(Identity::new(rule, own(subject), Expected::Sum(sum)));
    };
    let sums =
        ["sum-investeringsutgifter", "sum-investeringsinntekter", "netto-utgifter-videreutlån"];
    let without_loans = Linear::sum(sums.map(|id| other(Actual, id))).plus_all(-1, loans(Actual));
    sum(&CLOSING, "sum-eksklusive-bruk-av-lån", without_loans);
    sum(&CLOSING, "budsjettert-bruk-av-lån", Linear::sum(loans(RevisedBudget)));
    let bound = Linear::sum(net(Actual, "bundne-investeringsfond"))
        .plus(-1, own("bruk-bundne-investeringsfond"));
    sum(&CLOSING, "avsetning-bundne-investeringsfond", bound);
    let planned = Linear::sum(net(RevisedBudget, "ubundet-investeringsfond"))
        .plus(-1, own("budsjettert-bruk-ubundet"));
    sum(&CLOSING, "budsjettert-avsetning-ubundet", planned);
    let booked = Linear::one(other(Actual, "overføring-fra-drift"))
        .plus(-1, own("budsjettert-overføring-fra-drift"));
    sum(&BOOKED, "strykning-overføring-fra-drift", booked);
    let booked = Linear::sum(loans(Actual)).plus(-1, own("budsjettert-bruk-av-lån"));
    sum(&BOOKED, "strykning-bruk-av-lån", booked);
    let disposed = [
        "budsjettert-avsetning-ubundet",
        "budsjettert-bruk-ubundet",
        "strykning-avsetning-ubundet",
        "strykning-bruk-ubundet",
    ];
    let booked =
        Linear::sum(net(Actual, "ubundet-investeringsfond")).plus_all(-1, disposed.map(own));
    sum(&BOOKED, "avsetning-udisponert-ubundet", booked);
}
