//! Accounts against the budget: what a deviation is called, and when a remark is asked for.

use std::sync::Arc;

use arsmelding::figures::{AmountColumn, DeviationKind, Figures, deviation};
use arsmelding::project::{AccountBalance, Project, Remark, StatementId};

use super::books::{account, figures_of, kroner, project, statement};

fn accounts() -> Vec<AccountBalance> {
    vec![
        account(2021, "1.010.100.120", ["850000", "1000000", "1000000", ""]),
        account(2021, "1.090.100.120", ["130000", "250000", "250000", ""]),
        account(2021, "1.200.100.120", ["1200000", "1000000", "900000", ""]),
        account(2021, "1.650.100.120", ["-1150000", "-1000000", "-1000000", ""]),
        // No budget: judged by kroner alone.
        account(2021, "1.810.100.120", ["-154080", "", "", ""]),
        // Far off in percent, little in kroner; far off in kroner, little in percent.
        account(2021, "1.500.100.870", ["60000", "20000", "20000", ""]),
        account(2021, "1.770.100.120", ["-9100000", "-9000000", "-9000000", ""]),
    ]
}

#[test]
fn a_deviation_has_a_name_that_follows_its_sign_and_its_line() {
    let figures = figures_of(accounts());
    let named = |row: &str| {
        let row = statement(&figures, StatementId::ByNature).row(row).unwrap().clone();
        let own = deviation(&row, AmountColumn::RevisedBudget).unwrap();
        (own.kind.unwrap(), own.kroner, own.percent.map(|percent| percent.normalize()))
    };
    use DeviationKind::{Better, LessExpense, MoreExpense, MoreIncome};
    let check = |row, kind, kroner_text, percent: Option<&str>| {
        assert_eq!(named(row), (kind, kroner(kroner_text), percent.map(kroner)), "{row}");
    };
    check("lønnsutgifter", LessExpense, "-150000", Some("-15"));
    check("kjøp-av-varer-og-tjenester", MoreExpense, "200000", Some("20"));
    check("salgs-og-leieinntekter", MoreIncome, "-150000", Some("-15"));
    check("andre-overføringer-fra-staten", MoreIncome, "-154080", None);
    assert_eq!(named("brutto-driftsresultat").0, Better);
}

#[test]
fn a_remark_is_asked_for_where_a_line_is_over_both_limits_and_one_may_cover_several() {
    let remark = Remark {
        year: Some(2021),
        statement: StatementId::ByNature,
        line: "Lønnsutgifter".to_owned(),
        also: "Sosiale utgifter; Renteutgifter".to_owned(),
        remark: "To stillinger sto ledige i våren.".to_owned(),
        ..Remark::default()
    };
    let (balances, remarks) = (Arc::new(accounts()), Arc::new(vec![remark]));
    let figures = Figures::of(&Project { balances, remarks, ..project() });
    let over: Vec<(StatementId, String, Option<usize>)> = figures
        .deviations(2021)
        .into_iter()
        .map(|own| (own.statement, own.row, own.remark))
        .collect();
    let of = |row: &str, remark| (StatementId::ByNature, row.to_owned(), remark);
    let expected = [
        of("andre-overføringer-fra-staten", None),
        of("salgs-og-leieinntekter", None),
        of("lønnsutgifter", Some(0)),
        of("sosiale-utgifter", Some(0)),
        of("kjøp-av-varer-og-tjenester", None),
        (StatementId::Appropriations, "andre-generelle-driftsinntekter".to_owned(), None),
    ];
    assert_eq!(over, expected);
}
