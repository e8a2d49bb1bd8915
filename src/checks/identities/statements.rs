//! The statements: sums of their lines, and lines that two statements share.

use crate::calendar::Year;
use crate::checks::rule::rules;
use crate::checks::values::row;
use crate::checks::{Expected, Identity, Linear, List, Values};
use crate::figures::{AmountColumn, Key};
use crate::kostra::{EACH, Layout, LayoutRow, layout, row};
use crate::project::StatementId;

rules! {
    /// A sum is the sum of its lines.
    SUM { id: "statement-sum", severity: Error, words: "check-statement-sum", find: None }
    /// A line stands alike in two statements.
    SHARED { id: "statement-shared", severity: Error, words: "check-statement-shared", find: None }
    /// The lines of units or projects add up to the amount in the first paragraph.
    SECOND { id: "second-paragraph", severity: Error, words: "check-second-paragraph", find: None }
    /// What leaves *drift* for *investering* arrives there.
    TRANSFER { id: "transfer-mirror", severity: Error, words: "check-transfer-mirror", find: None }
    /// *Avskrivninger* are taken back by their *motpost*.
    DEPRECIATION {
        id: "depreciation-mirror", severity: Error, words: "check-depreciation-mirror", find: None,
    }
    /// The last column equals the first column of the year before's statement.
    LAST_YEAR { id: "last-year", severity: Warning, words: "check-last-year", find: None }
}

/// The columns of a statement.
pub fn columns(statement: StatementId) -> &'static [AmountColumn] {
    match statement {
        StatementId::BalanceSheet => &AmountColumn::OF_BALANCE,
        StatementId::ClosingDrift | StatementId::ClosingInvestment => &[AmountColumn::Actual],
        _ => &AmountColumn::ALL,
    }
}

/// The rows that together are the net transfer to a fund: one netted line, or *avsetning* and
/// *bruk*.
pub fn net_of_fund(
    values: &dyn Values,
    statement: StatementId,
    year: Year,
    column: AmountColumn,
    fund: &str,
) -> Vec<Key> {
    let netted = row(statement, year, column, &format!("netto-{fund}"));
    match values.get(&netted) {
        Some(_) => vec![netted],
        None => ["avsetning", "bruk"]
            .map(|part| row(statement, year, column, &format!("{part}-{fund}")))
            .to_vec(),
    }
}

/// Adds the identities of a year's statements.
pub fn push(all: &mut Vec<Identity>, values: &dyn Values, year: Year) {
    for statement in StatementId::EVERY {
        let Some(layout) = layout(statement) else { continue };
        for column in columns(statement) {
            push_sums(all, values, (statement, year, *column), layout);
        }
        push_last_year(all, statement, year, layout);
    }
    // Where two identities demand the same number, the first one words the finding. The one that
    // explains more therefore comes first.
    for column in AmountColumn::ALL {
        push_mirrors(all, values, year, column);
    }
    push_shared(all, year);
}

fn push_sums(
    all: &mut Vec<Identity>,
    values: &dyn Values,
    (statement, year, column): (StatementId, Year, AmountColumn),
    layout: &Layout,
) {
    let lines = |name: &String| match name == EACH {
        true => values.list(List::Lines(statement, year)),
        false => vec![name.clone()],
    };
    for layout_row in layout.all_rows() {
        let LayoutRow::Sum { id, of, .. } = layout_row else { continue };
        // A line that the statement leaves out is in no sum. A statement with a fund's netted line
        // leaves out its two separate lines.
        let parts: Vec<Key> = of
            .iter()
            .flat_map(lines)
            .map(|line| row(statement, year, column, &line))
            .filter(|key| values.get(key).is_some())
            .collect();
        if !parts.is_empty() {
            let sum = Expected::Sum(Linear::sum(parts));
            all.push(Identity::new(&SUM, row(statement, year, column, id), sum));
        }
    }
}

fn push_last_year(all: &mut Vec<Identity>, statement: StatementId, year: Year, layout: &Layout) {
    if !columns(statement).contains(&AmountColumn::LastYear) {
        return;
    }
    for id in layout.all_rows().iter().filter_map(LayoutRow::id) {
        let before = row(statement, year - 1, AmountColumn::Actual, id);
        let subject = row(statement, year, AmountColumn::LastYear, id);
        all.push(Identity::new(&LAST_YEAR, subject, Expected::Same(1, before)));
    }
}

/// The rows that §5-4 and §5-6 both have.
fn push_shared(all: &mut Vec<Identity>, year: Year) {
    let ids = |statement| {
        layout(statement).into_iter().flat_map(|layout| layout.all_rows()).filter_map(LayoutRow::id)
    };
    for id in ids(StatementId::Appropriations) {
        if ids(StatementId::ByNature).any(|shared| shared == id) {
            for column in AmountColumn::ALL {
                let other = row(StatementId::ByNature, year, column, id);
                let subject = row(StatementId::Appropriations, year, column, id);
                all.push(Identity::new(&SHARED, subject, Expected::Same(1, other)));
            }
        }
    }
}

fn push_mirrors(all: &mut Vec<Identity>, values: &dyn Values, year: Year, column: AmountColumn) {
    use StatementId::{
        Appropriations, AppropriationsByUnit, ByNature, Investment, InvestmentByProject,
    };
    let at = |statement, id: &str| row(statement, year, column, id);
    for statement in [Appropriations, ByNature] {
        let mirror = Expected::Same(-1, at(statement, row::AVSKRIVNINGER));
        all.push(Identity::new(&DEPRECIATION, at(statement, row::MOTPOST_AVSKRIVNINGER), mirror));
        let mirror = Expected::Same(-1, at(statement, row::OVERFOERING_TIL_INVESTERING));
        all.push(Identity::new(&TRANSFER, at(Investment, row::OVERFOERING_FRA_DRIFT), mirror));
    }
    let handed_out = at(Appropriations, row::SUM_BEVILGNINGER_DRIFT_NETTO);
    for id in [row::TIL_FORDELING, row::NETTO] {
        let same = Expected::Same(1, handed_out.clone());
        all.push(Identity::new(&SECOND, at(AppropriationsByUnit, id), same));
    }
    let rows = layout(InvestmentByProject).into_iter().flat_map(|layout| layout.all_rows());
    for each in rows {
        let LayoutRow::Each { rows, .. } = each else { continue };
        let known: Vec<Key> = rows
            .iter()
            .map(|id| at(Investment, id))
            .filter(|key| values.get(key).is_some())
            .collect();
        if !known.is_empty() {
            let sum = Expected::Sum(Linear::sum(known));
            all.push(Identity::new(&SECOND, at(InvestmentByProject, row::SUM), sum));
        }
    }
}
