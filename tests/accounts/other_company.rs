//! Another company's accounts: an IKS with its own books, other arts, four-digit accounts, split
//! fund lines and the presentation sign turned. Only data differs.

use std::sync::Arc;

use arsmelding::figures::{AmountColumn, Figures, TableRequest};
use arsmelding::project::{
    AccountsSettings, AccountsStatus, Presentation, Project, ShownSign, ShownUnit, StatementId,
};

use super::books::{account, kroner, rule};

fn waste_company() -> Project {
    let balances = vec![
        // Fees, sales, a state grant, transfers from municipalities.
        account(2022, "3.6000.10.355", ["-41200000.00", "-40000000", "-40000000", "-39000000.50"]),
        account(2022, "3.6501.10.357", ["-8300000.25", "-8000000", "-7500000", "-7900000"]),
        account(2022, "3.8100.20.355", ["-250000", "-200000", "-200000", "0"]),
        account(2022, "3.8500.20.355", ["-1000000", "-1000000", "-1000000", "-1000000"]),
        account(2022, "3.0100.10.355", ["15000000", "15500000", "15500000", "14500000"]),
        account(2022, "3.0990.10.355", ["2115000", "2185500", "2185500", "2044500"]),
        account(2022, "3.1700.10.357", ["9000000.75", "8800000", "8800000", "8700000"]),
        account(2022, "3.3700.10.357", ["14000000", "13800000", "13500000", "13600000"]),
        account(2022, "3.4290.10.357", ["3000000", "2900000", "2900000", "2800000"]),
        account(2022, "3.5900.10.355", ["4000000", "4000000", "4000000", "3800000"]),
        account(2022, "3.9000.20.870", ["-300000", "-100000", "-100000", "-150000"]),
        account(2022, "3.5000.20.870", ["1500000", "1400000", "1400000", "1200000"]),
        account(2022, "3.5100.20.870", ["3500000", "3500000", "3500000", "3400000"]),
        account(2022, "3.9900.20.860", ["-4000000", "-4000000", "-4000000", "-3800000"]),
        account(2022, "3.5400.20.880", ["3434999.50", "1714500", "1514500", "1805500.50"]),
        account(2022, "3.9400.20.880", ["-500000", "-500000", "-500000", "0"]),
        // An excavator, paid by a loan.
        account(2022, "4.2000.10.357.81", ["4000000", "4000000", "4000000", "0"]),
        account(2022, "4.4290.10.357.81", ["1000000", "1000000", "1000000", "0"]),
        account(2022, "4.7290.10.841.81", ["-1000000", "-1000000", "-1000000", "0"]),
        account(2022, "4.9100.20.870", ["-4000000", "-4000000", "-4000000", "0"]),
    ];
    let mut accounts_settings = AccountsSettings {
        status: AccountsStatus::Audited,
        status_date: Some(jiff::civil::date(2023, 3, 9)),
        ..AccountsSettings::default()
    };
    let turned = Presentation { sign: ShownSign::Turned, unit: ShownUnit::Thousands };
    accounts_settings.present(StatementId::ByNature, turned);
    Project {
        balances: Arc::new(balances),
        mapping: Arc::new(vec![rule(
            StatementId::AppropriationsByUnit,
            ["", "", "10", "", ""],
            "Innsamling og gjenvinning",
        )]),
        accounts_settings: Arc::new(accounts_settings),
        ..Project::new("Skogdalen renovasjon IKS", 2022, (2016, 2021))
    }
}

#[test]
fn its_statements_come_out_right_without_a_line_of_code() {
    let figures = Figures::of(&waste_company());
    assert!(figures.accounts().year(2022).unwrap().unplaced.is_empty());
    let check = |id, row: &str, amounts: [&str; 4]| {
        let statement = figures.statement(id, 2022).unwrap();
        let own = AmountColumn::ALL.map(|column| statement.amount(row, column));
        assert_eq!(own, amounts.map(|text| Some(kroner(text))), "{row}");
    };
    use StatementId::{Appropriations, ByNature, Investment};
    check(ByNature, "brukerbetalinger", ["-41200000", "-40000000", "-40000000", "-39000000.50"]);
    check(
        ByNature,
        "sum-driftsinntekter",
        ["-50750000.25", "-49200000", "-48700000", "-47900000.50"],
    );
    check(ByNature, "sum-driftsutgifter", ["47115000.75", "47185500", "46885500", "45444500"]);
    check(ByNature, "netto-driftsresultat", ["-2934999.50", "-1214500", "-1014500", "-1805500.50"]);
    check(
        ByNature,
        "avsetning-disposisjonsfond",
        ["3434999.50", "1714500", "1514500", "1805500.50"],
    );
    check(ByNature, "bruk-disposisjonsfond", ["-500000", "-500000", "-500000", "0"]);
    check(ByNature, "fremført-til-inndekning", ["0", "0", "0", "0"]);
    check(
        Appropriations,
        "andre-generelle-driftsinntekter",
        ["-250000", "-200000", "-200000", "0"],
    );
    check(
        Appropriations,
        "netto-driftsresultat",
        ["-2934999.50", "-1214500", "-1014500", "-1805500.50"],
    );
    check(Investment, "varige-driftsmidler", ["5000000", "5000000", "5000000", "0"]);
    check(Investment, "fremført-til-inndekning", ["0", "0", "0", "0"]);
    let units = figures.statement(StatementId::AppropriationsByUnit, 2022).unwrap();
    let names: Vec<&str> = units.rows.iter().map(|row| row.name.as_ref()).collect();
    let expected = [
        "Fra bevilgningsoversikt",
        "Til fordeling fra bevilgningsoversikt drift",
        "Innsamling og gjenvinning",
        "20",
        "Netto",
    ];
    assert_eq!(names, expected);
    assert_eq!(units.rows[1].amounts, units.rows[4].amounts);
}

#[test]
fn its_statement_is_shown_turned_in_thousands_with_its_status_and_stored_as_the_ledger_has_it() {
    let figures = Figures::of(&waste_company());
    let request = TableRequest { name: "par5-6".to_owned(), year: None, quarter: None };
    let table = figures.table(&request).unwrap();
    assert!(table.title.contains("Tall i 1\u{a0}000 kroner"), "{}", table.title);
    assert!(table.title.contains("Revidert 09.03.2023"), "{}", table.title);
    let row = table.rows.iter().find(|row| row.cells[3].print() == "Sum driftsinntekter").unwrap();
    assert_eq!(row.cells[5].print(), "50\u{a0}750");
    assert_eq!(row.cells[5].machine_text(), "-50750000.25");
}
