//! However accounts are told apart by *ansvar* and *funksjon*, the statements are the same.

use std::sync::Arc;

use arsmelding::figures::{Amounts, Figures};
use arsmelding::kostra::{Chart, Line};
use arsmelding::number::Decimal;
use arsmelding::project::{AccountBalance, BalanceAccount, Project, StatementId};
use proptest::prelude::*;

use super::books::project;

/// Part of an account: on which *ansvar* and *funksjon*, and how much in hundredths of øre.
type Part = (u16, usize, i64);

/// The *funksjoner* on which any art may stand.
const FUNCTIONS: [&str; 4] = ["", "120", "1201", "180"];

/// An account string without *ansvar* and *funksjon*, and the *funksjoner* that it may have.
fn codes() -> Vec<(String, String, Vec<String>)> {
    let mut codes = Vec::new();
    for art in Chart::get().arts().iter().filter(|art| Chart::get().art(art.art, 2021) == Some(art))
    {
        for (class, line) in [("1", &art.drift), ("0", &art.investering)] {
            let functions = match line {
                Line::NotAllowed | Line::Memoria => continue,
                Line::OnFunctions(_, functions) => functions.iter().map(u16::to_string).collect(),
                Line::Line(_) | Line::Travel => FUNCTIONS.map(str::to_owned).to_vec(),
            };
            codes.push((class.to_owned(), format!("{:03}", art.art), functions));
        }
    }
    codes
}

fn amounts_of(figures: &Figures, id: StatementId) -> Vec<Amounts> {
    figures.statement(id, 2021).unwrap().rows.iter().map(|row| row.amounts).collect()
}

fn books(parts: &[(usize, Vec<Part>)], is_split: bool) -> Project {
    let codes = codes();
    let mut balances = Vec::new();
    for (code, parts) in parts {
        let (class, account, functions) = &codes[code % codes.len()];
        let row = |unit: u16, function: usize, ore: i64| AccountBalance {
            year: Some(2021),
            class: class.clone(),
            account: account.clone(),
            unit: unit.to_string(),
            function: functions[function % functions.len()].clone(),
            actual: Some(Decimal::new(ore, 2)),
            last_year: Some(Decimal::new(ore / 3, 2)),
            ..AccountBalance::default()
        };
        if is_split {
            balances.extend(parts.iter().map(|(unit, function, ore)| row(*unit, *function, *ore)));
        } else {
            let third = |ore: i64| ore / 3;
            let mut whole = row(100, 0, parts.iter().map(|(_, _, ore)| ore).sum());
            let last_year = parts.iter().map(|(_, _, ore)| third(*ore)).sum();
            whole.last_year = Some(Decimal::new(last_year, 2));
            balances.push(whole);
        }
    }
    let chapters = Chart::get().chapters();
    let list = parts.iter().enumerate().flat_map(|(at, (_, parts))| {
        let chapter = &chapters[at % chapters.len()].chapter;
        let row = move |end: usize, ore: i64| BalanceAccount {
            year: Some(2021),
            account: format!("{chapter}.{end}"),
            opening: Some(Decimal::new(ore, 2)),
            closing: Some(Decimal::new(ore, 2)),
            ..BalanceAccount::default()
        };
        let rows: Vec<BalanceAccount> = match is_split {
            true => parts.iter().enumerate().map(|(end, part)| row(end, part.2)).collect(),
            false => vec![row(0, parts.iter().map(|part| part.2).sum())],
        };
        rows
    });
    Project { balances: Arc::new(balances), balance_list: Arc::new(list.collect()), ..project() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_split_over_ansvar_and_funksjon_gives_the_same_statements(
        parts in prop::collection::vec(
            (0usize..400, prop::collection::vec((100u16..999, 0usize..8, -1_000_000_000i64..1_000_000_000), 1..6)),
            1..60,
        )
    ) {
        let whole = Figures::of(&books(&parts, false));
        let split = Figures::of(&books(&parts, true));
        for id in [StatementId::ByNature, StatementId::Investment, StatementId::BalanceSheet] {
            prop_assert_eq!(amounts_of(&whole, id), amounts_of(&split, id), "{:?}", id);
        }
        prop_assert!(split.statement(StatementId::ByNature, 2021).unwrap().rows.len() > 30);
    }
}
