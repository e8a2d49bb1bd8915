//! Which line an account stands on, and what happens to one that has none.

use std::sync::Arc;

use arsmelding::figures::{Cause, Figures};
use arsmelding::kostra::Book;
use arsmelding::project::{AccountsSettings, Project, StatementId, TravelLine};

use super::books::{account, actual, csv, figures_of, posted, project, rule, statement};

#[test]
fn an_account_without_a_line_is_listed_and_in_no_sum() {
    let figures = figures_of(vec![
        posted("1.010.100.120", "100.00"),
        // No such art; one that came later; one that must not stand in drift.
        posted("1.123.100.120", "1.00"),
        posted("1.271.100.120", "2.00"),
        posted("1.280.100.120", "4.00"),
        // Compensation for VAT in investering belongs on funksjon 841.
        posted("0.729.100.120", "8.00"),
        posted("0.729.100.841", "-16.00"),
    ]);
    assert_eq!(actual(&figures, StatementId::ByNature, "sum-driftsutgifter"), "100.00");
    let row = "kompensasjon-for-merverdiavgift";
    assert_eq!(actual(&figures, StatementId::Investment, row), "-16.00");
    let unplaced = &figures.accounts().year(2021).unwrap().unplaced;
    let causes: Vec<&Cause> = unplaced
        .iter()
        .filter(|own| own.statement != StatementId::Appropriations)
        .map(|own| &own.cause)
        .collect();
    let expected = [
        &Cause::Unknown,
        &Cause::OtherYear { from: Some(2026), to: None },
        &Cause::NotAllowed(Book::Drift),
        &Cause::WrongFunction(vec![841]),
    ];
    assert_eq!(causes, expected);
    let table = csv(&figures, "unplaced");
    assert!(table[0].starts_with("par5-4,1.123.100.120,,Koden finnes ikke"), "{table:?}");
    assert_eq!(table.len(), 7);
    // The statement says so itself.
    let sentence = figures.unplaced_sentence(StatementId::ByNature, 2021).unwrap();
    assert!(sentence.starts_with("3 kontoer på til sammen kr\u{a0}7,00 er ikke"), "{sentence}");
}

#[test]
fn an_art_that_only_last_year_had_stands_in_last_years_column() {
    let figures = figures_of(vec![
        account(2021, "1.930.100.880", ["", "", "", "-792080.90"]),
        account(2021, "1.930.110.880", ["1.00", "", "", ""]),
    ]);
    let row = statement(&figures, StatementId::ByNature)
        .row("dekning-av-tidligere-års-merforbruk")
        .unwrap();
    assert_eq!(
        row.amounts.get(arsmelding::figures::AmountColumn::LastYear),
        Some(super::books::kroner("-792080.90"))
    );
    let unplaced = &figures.accounts().year(2021).unwrap().unplaced;
    assert!(
        unplaced.iter().all(|own| own.cause == Cause::OtherYear { from: None, to: Some(2020) })
    );
    assert_eq!(unplaced.len(), 2, "in §5-4 and in §5-6");
}

#[test]
fn the_companys_own_rule_goes_before_the_chart_and_the_most_telling_rule_wins() {
    let id = StatementId::Appropriations;
    let general = "Andre generelle driftsinntekter";
    let balances = vec![
        posted("1.770.190.120", "-30.00"),
        posted("1.770.100.120", "-5.00"),
        posted("1.810.190.120", "-7.00"),
    ];
    let rules = vec![
        rule(id, ["", "", "190", "", ""], general),
        rule(id, ["1", "810", "190", "", ""], "Sum bevilgninger drift, netto"),
        rule(StatementId::ByNature, ["", "770", "", "", "770"], "Finnes ikke"),
    ];
    let (balances, mapping) = (Arc::new(balances), Arc::new(rules));
    let figures = Figures::of(&Project { balances, mapping, ..project() });
    assert_eq!(actual(&figures, id, "andre-generelle-driftsinntekter"), "-30.00");
    assert_eq!(actual(&figures, id, "sum-bevilgninger-drift-netto"), "-12.00");
    let unplaced = &figures.accounts().year(2021).unwrap().unplaced;
    assert_eq!(unplaced.len(), 2);
    assert_eq!(unplaced[0].cause, Cause::NoSuchLine("Finnes ikke".to_owned()));
}

#[test]
fn where_reportable_travel_stands_is_a_setting() {
    let balances = Arc::new(vec![posted("1.160.100.120", "10.00")]);
    for (travel, row) in [
        (TravelLine::Salaries, "lønnsutgifter"),
        (TravelLine::Purchases, "kjøp-av-varer-og-tjenester"),
    ] {
        let accounts_settings =
            Arc::new(AccountsSettings { travel, ..AccountsSettings::default() });
        let balances = Arc::clone(&balances);
        let figures = Figures::of(&Project { balances, accounts_settings, ..project() });
        assert_eq!(actual(&figures, StatementId::ByNature, row), "10.00");
    }
}

#[test]
fn the_year_before_is_the_exports_and_a_difference_from_its_own_accounts_is_shown() {
    let figures = figures_of(vec![
        account(2021, "1.010.100.120", ["110.00", "", "", "100.00"]),
        account(2020, "1.010.100.120", ["101.00", "", "", ""]),
    ]);
    let row = statement(&figures, StatementId::ByNature).row("lønnsutgifter").unwrap();
    let amount = |text| Some(super::books::kroner(text));
    assert_eq!(row.amounts.get(arsmelding::figures::AmountColumn::LastYear), amount("100.00"));
    assert_eq!(row.own_last_year, amount("101.00"));
}
