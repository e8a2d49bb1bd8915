//! Facts of the accounts: the rows of the statements, the fund, the economic capacity.

use super::fact::{Against, Fact, Measure};
use super::shelf::{Shelf, groups};
use super::tie::Tie;
use super::vocabulary::{Concept, Group, Vocabulary};
use crate::figures::{
    AccountsKey, AmountColumn, CapacityMeasure, FundLineId, Key, RowMeasure, Statement,
    StatementRow, StatementRowKind,
};

/// Adds all facts of the accounts.
pub(super) fn account_facts(shelf: &mut Shelf<'_>) {
    let figures = shelf.figures;
    for year in figures.accounts().years() {
        for statement in year.statements.iter().filter(|statement| statement.is_known()) {
            for row in &statement.rows {
                if !matches!(row.kind, StatementRowKind::Heading(_)) {
                    row_facts(shelf, statement, row);
                }
            }
        }
    }
    fund_facts(shelf);
    capacity_facts(shelf);
}

/// Prose names a row by all telling words of its name, or by the name that the vocabulary has.
fn row_facts(shelf: &mut Shelf<'_>, statement: &Statement, row: &StatementRow) {
    let vocabulary = Vocabulary::get();
    let names = std::iter::once(vocabulary.of_name(&row.name)).chain(vocabulary.row(&row.id));
    for words in names {
        for column in statement.columns().iter().copied() {
            let key = row_key(statement, row, RowMeasure::Amount(column));
            let Some(value) = row.amounts.get(column) else { continue };
            let fact = Fact::of(key, value, Measure::Kroner);
            match column {
                AmountColumn::Actual => shelf.add(words.clone(), fact),
                AmountColumn::LastYear => {
                    let year = Some(statement.year - 1);
                    shelf.add(words.clone(), Fact { year, ..fact });
                }
                AmountColumn::RevisedBudget | AmountColumn::OriginalBudget => {
                    shelf.add_tied(words.clone(), Some(Tie::Budget), fact);
                    deviation_facts(shelf, &words, statement, row, column);
                }
            }
        }
    }
}

fn deviation_facts(
    shelf: &mut Shelf<'_>,
    words: &[Group],
    statement: &Statement,
    row: &StatementRow,
    budget: AmountColumn,
) {
    let measures = [
        (RowMeasure::Deviation(budget), Measure::Kroner),
        (RowMeasure::DeviationPercent(budget), Measure::Change),
    ];
    for (measure, unit) in measures {
        let key = row_key(statement, row, measure);
        let Some(value) = shelf.figures.value(&key) else { continue };
        // More income than budgeted is a deviation below zero, and "høyere" in words.
        let is_income = row.amounts.get(budget).is_some_and(|amount| amount.is_sign_negative());
        let value = if is_income { -value } else { value };
        let against = Some(Against::Budget);
        let actual = row.amounts.get(AmountColumn::Actual);
        let between = actual
            .zip(row.amounts.get(budget))
            .map(|(new, reference)| (new.abs(), reference.abs()));
        let fact = Fact { against, between, ..Fact::of(key, value, unit) };
        shelf.add_tied(words.to_vec(), Some(Tie::Budget), fact);
    }
}

fn row_key(statement: &Statement, row: &StatementRow, measure: RowMeasure) -> Key {
    let (statement, year, row) = (statement.id, statement.year, row.id.to_string());
    Key::Accounts(AccountsKey::Row { statement, year, measure, row })
}

fn fund_facts(shelf: &mut Shelf<'_>) {
    let vocabulary = Vocabulary::get();
    let table = shelf.figures.fund_table(shelf.figures.report_year());
    for line in &table.lines {
        let told_by = match &line.id {
            FundLineId::Opening => vec![groups([Concept::Fund, Concept::Opening])],
            // "Fondet er på …" means what it is at the end of the year.
            FundLineId::Closing => {
                vec![groups([Concept::Fund, Concept::Closing]), groups([Concept::Fund])]
            }
            FundLineId::SetAside | FundLineId::Movement(_) => vec![
                groups([Concept::Fund])
                    .into_iter()
                    .chain(vocabulary.of_name(&line.id.name()))
                    .collect::<Vec<Group>>(),
            ],
        };
        for (year, amount) in table.years.iter().zip(&line.amounts) {
            let Some(value) = amount.value else { continue };
            let key = Key::Accounts(AccountsKey::Fund(*year, line.id.clone()));
            for words in &told_by {
                shelf.add(words.clone(), Fact::of(key.clone(), value, Measure::Kroner));
            }
        }
    }
}

fn capacity_facts(shelf: &mut Shelf<'_>) {
    let vocabulary = Vocabulary::get();
    for capacity in shelf.figures.capacity() {
        for measure in CapacityMeasure::ALL {
            let words = vocabulary.of_name(&crate::t!(measure.word_key()));
            let kroner = Key::Accounts(AccountsKey::Capacity(capacity.year, measure));
            shelf.add_figure(words.clone(), kroner, Measure::Kroner);
            let percent = Key::Accounts(AccountsKey::CapacityPercent(capacity.year, measure));
            shelf.add_figure(words, percent, Measure::Share);
        }
    }
}
