//! Each identity by its name: the report for 2021, with its errors mended, breaks none; one wrong
//! number breaks the one that is about it.

use std::collections::BTreeSet;

use arsmelding::checks::{self, Printed, Under};
use arsmelding::figures::Figures;
use arsmelding::project::AccountBalance;

use super::support::{found, number, printed_report, project, rows, sheet};

/// The report with its errors mended.
fn mended() -> Vec<Printed> {
    let mut report = printed_report();
    for (table, row, column, value) in [
        ("quarters", "Endring 2021 ift. 2020 (%)", "q1", "1.40"),
        ("quarters", "Endring 2021 ift. 2020 (%)", "q2", "6.78"),
        ("quarters", "Endring 2021 ift. 2020 (%)", "q3", "-12.24"),
        ("quarters", "Endring 2021 ift. 2020 (%)", "q4", "-14.08"),
        ("quarters", "Endring 2021 ift. 2020 (%)", "sum", "-4.57"),
        ("quarters", "Endring 2021 ift. gj.snitt 2015–20 (%)", "q1", "14.86"),
        ("quarters", "Endring 2021 ift. gj.snitt 2015–20 (%)", "q2", "15.18"),
        ("quarters", "Endring 2021 ift. gj.snitt 2015–20 (%)", "q3", "-1.28"),
        ("quarters", "Endring 2021 ift. gj.snitt 2015–20 (%)", "q4", "-4.48"),
        ("quarters", "Endring 2021 ift. gj.snitt 2015–20 (%)", "sum", "6.23"),
        ("incidents", "2", "change_pct", "6.8"),
        ("incidents", "3", "change_pct", "-12"),
        ("incidents", "4", "change_pct", "-14.1"),
        ("fund", "Saldo 01.01", "y2021", "13295104"),
        ("fund", "Saldo 01.01", "y2020", "11873440"),
        ("fund", "Avsatt fra drift", "y2020", "1421664"),
        ("fund", "Saldo 31.12", "y2020", "13295104"),
        ("par5-8", "Kapitalkonto", "actual_2021", "-15839515.87"),
        ("par5-8", "Kapitalkonto", "actual_2020", "-8976969.03"),
        ("par5-8", "Annen kortsiktig gjeld", "actual_2021", "-9002033.95"),
        ("par5-8", "Annen kortsiktig gjeld", "actual_2020", "-17861460.10"),
        ("par5-8", "Sum egenkapital", "actual_2021", "-31396562.23"),
        ("par5-8", "Sum egenkapital", "actual_2020", "-22272072.89"),
        ("par5-8", "Sum kortsiktig gjeld", "actual_2021", "-20380212.02"),
        ("par5-8", "Sum kortsiktig gjeld", "actual_2020", "-32370065.22"),
    ] {
        put(&mut report, table, row, column, value);
    }
    report
}

fn put(report: &mut [Printed], table: &str, row: &str, column: &str, value: &str) {
    let own = report.iter_mut().find(|own| own.table == table).unwrap();
    let cell = own.cells.iter_mut().find(|cell| cell.row == row && cell.column == column);
    cell.unwrap_or_else(|| panic!("{table} {row} {column}")).value = number(value);
}

fn broken(report: &[Printed]) -> BTreeSet<&'static str> {
    let looked = checks::look_at_printed(&Figures::of(&project()), report, Under::Nothing);
    looked.findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn a_right_report_breaks_none() {
    let looked = checks::look_at_printed(&Figures::of(&project()), &mended(), Under::Nothing);
    let told: Vec<String> =
        looked.findings.iter().map(|own| format!("{} {}", own.rule, own.message)).collect();
    assert!(told.is_empty(), "{told:#?}");
    assert!(looked.held > 200, "{}", looked.held);
}

#[test]
fn a_wrong_number_breaks_the_identity_that_is_about_it() {
    for (rule, table, row, column, value) in [
        ("statement-sum", "par5-6", "Lønnsutgifter", "actual_2021", "30101376.75"),
        ("statement-shared", "par5-4", "Renteinntekter", "actual_2021", "-130235.00"),
        (
            "second-paragraph",
            "par5-4-2",
            "Til overføring Bevilgningsoversikt - drift",
            "actual_2021",
            "-6343128.44",
        ),
        ("transfer-mirror", "par5-5", "Overføring fra drift", "actual_2021", "4357968.40"),
        ("depreciation-mirror", "par5-4", "Motpost avskrivninger", "actual_2021", "3595542.16"),
        ("balance", "par5-8", "Sum egenkapital og gjeld", "actual_2021", "-80792653.25"),
        ("capital-account", "par5-8", "Kapitalkonto", "actual_2021", "-15839514.87"),
        ("fund-moved", "par5-8", "Disposisjonsfond", "actual_2021", "-15577046.36"),
        ("assets-moved", "par5-8", "Aksjer og andeler (eiendeler)", "actual_2021", "5406065.00"),
        ("closing-line", "par5-9", "Netto driftsresultat", "amount_2021", "-6619911.90"),
        (
            "closing-booked",
            "par5-9",
            "Strykning av overføring til investering",
            "amount_2021",
            "-142013.60",
        ),
        ("fund-sum", "fund", "Innskudd Sør-Odal", "y2018", "428132"),
        ("fund-opening", "fund", "Saldo 01.01", "y2018", "5770623"),
        ("fund-balance", "fund", "Saldo 31.12", "y2021", "15557064"),
        ("fund-set-aside", "fund", "Avsatt fra drift", "y2021", "2261493"),
        ("quarter-sum", "quarters", "2016", "q3", "8781"),
        ("quarter-average", "quarters", "Gjennomsnitt 2015–2020", "q2", "7898"),
        ("change", "quarters", "Endring 2021 ift. 2020 (%)", "q3", "-13.95"),
        ("incidents-distinct", "incidents", "3", "distinct_incidents", "81"),
        ("printed-twice", "incidents", "1", "cases_registered", "10895"),
        ("staff-sum", "staff", "2021-12-31", "employees_temporary", "3"),
        ("staff-turnover", "turnover", "in nyansatte", "count", "5"),
        ("gender-headcount", "staff", "2021-12-31", "apprentices", "4"),
        ("gender-women", "gender", "Ledergruppe 31.12.2021", "women", "7"),
        ("gender-share", "gender", "Ledergruppe 31.12.2021", "women_share_pct", "5.00"),
        ("sick-leave-groups", "sick-leave", "Totalt", "possible_workdays", "12000"),
        ("sick-leave-days", "sick-leave", "Menn", "total_days", "124"),
        ("sick-leave-percent", "sick-leave", "Totalt", "total_pct", "3.63"),
        ("sick-leave-possible", "sick-leave", "Kvinner", "possible_workdays", "200"),
    ] {
        let mut report = mended();
        put(&mut report, table, row, column, value);
        let broken = broken(&report);
        assert!(broken.contains(rule), "{rule}: {broken:?}");
    }
}

#[test]
fn a_year_of_working_days_is_the_sum_of_its_quarters() {
    let figures = Figures::of(&project());
    let read = |sum: &str| {
        let text = format!("year,q1,q2,q3,q4,sum\n2021,63,59,66,66,{sum}\n");
        [Printed::read("workdays", &sheet(&text), &figures).unwrap()]
    };
    assert!(broken(&read("254")).is_empty());
    assert!(broken(&read("245")).contains("year-sum"));
}

#[test]
fn the_last_column_is_the_year_before_as_its_own_accounts_have_it() {
    let account = |year, actual: &str, last_year: &str| AccountBalance {
        year: Some(year),
        class: "1".to_owned(),
        account: "010".to_owned(),
        actual: Some(number(actual)),
        last_year: Some(number(last_year)),
        ..AccountBalance::default()
    };
    let books = |last_year: &str| {
        let balances = vec![account(2020, "100", "90"), account(2021, "120", last_year)];
        arsmelding::project::Project { balances: rows(balances), ..project() }
    };
    assert!(found(&books("100"), "last-year").is_empty());
    assert!(!found(&books("101"), "last-year").is_empty());
}
