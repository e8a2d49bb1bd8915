//! The disposisjonsfond: computed where accounts are known, as given where they are not.

use std::sync::Arc;

use arsmelding::figures::{CapacityMeasure, Figures};
use arsmelding::number::{self, Decimal};
use arsmelding::project::{FundEntry, FundLineKind, Project};

use super::books::{account, balance, csv, kroner, project};

fn given(year: i16, kind: FundLineKind, line: &str, amount: i64) -> FundEntry {
    let amount = Some(Decimal::from(amount));
    FundEntry { year: Some(year), kind, line: line.to_owned(), amount, origin: None }
}

fn figures() -> Figures {
    use FundLineKind::{Closing, Movement, Opening};
    let fund = vec![
        given(2020, Opening, "", 11_873_441),
        given(2020, Movement, "Avsatt fra drift", 1_421_662),
        given(2020, Closing, "", 13_295_103),
        given(2019, Opening, "", 8_652_764),
        given(2019, Movement, "Avsatt fra drift", 3_220_676),
        given(2019, Closing, "", 11_873_440),
        given(2018, Opening, "", 5_770_630),
        given(2018, Movement, "Innskudd Sør-Odal", 482_132),
        given(2018, Movement, "Avsatt fra drift", 2_400_000),
        given(2018, Closing, "", 8_652_764),
        given(2017, Closing, "", 5_770_632),
    ];
    let balances = vec![
        account(2021, "1.650.100.120", ["-50000000", "", "", "-40000000"]),
        account(2021, "1.540.100.880", ["2861942.50", "", "", "1421663.82"]),
        account(2021, "1.940.100.880", ["-600000", "", "", ""]),
    ];
    let balance_list = vec![
        balance("56.001", "-13295103.86", "-15557046.36"),
        balance("10.001", "31000000", "27000000"),
        balance("32.001", "-20000000", "-9000000"),
    ];
    Figures::of(&Project {
        fund: Arc::new(fund),
        balances: Arc::new(balances),
        balance_list: Arc::new(balance_list),
        ..project()
    })
}

#[test]
fn two_years_are_computed_to_the_ore_and_the_others_are_as_given() {
    let expected = [
        "Saldo 01.01,13295103.86,11873440.04,8652764.00,5770630.00,",
        "Innskudd Sør-Odal,,,,482132.00,",
        "Avsatt fra drift,2261942.50,1421663.82,3220676.00,2400000.00,",
        "Saldo 31.12,15557046.36,13295103.86,11873440.00,8652764.00,5770632.00",
    ];
    assert_eq!(csv(&figures(), "fund"), expected);
}

#[test]
fn breaks_are_visible_and_rounding_is_none() {
    let fund = figures().fund_table(2021);
    let opening = &fund.lines[0].amounts;
    // 11 873 440,04 follows 11 873 440; the history's 11 873 441 does not.
    assert_eq!(opening[1].break_by, None);
    assert_eq!(opening[1].given, Some(kroner("11873441")));
    assert_eq!(opening[3].break_by, Some(kroner("-2")), "5 770 630 after 5 770 632");
    let closing = &fund.lines[3].amounts;
    assert_eq!(closing[0].break_by, None);
    assert_eq!(closing[2].break_by, None);
    assert_eq!(closing[3].break_by, Some(kroner("2")), "the lines give 8 652 762");
}

#[test]
fn the_capacity_is_told_for_every_year_that_is_known_in_percent_of_the_income() {
    let capacity = figures().capacity();
    let years: Vec<i16> = capacity.iter().map(|own| own.year).collect();
    assert_eq!(years, [2017, 2018, 2019, 2020, 2021]);
    let percent = |place: usize, measure| {
        capacity[place].percent(measure).map(|percent| number::percent(percent, 1))
    };
    use CapacityMeasure::{Fund, NetResult, WorkingCapital};
    assert_eq!(percent(4, Fund).as_deref(), Some("31,1\u{a0}%"));
    assert_eq!(percent(4, WorkingCapital).as_deref(), Some("36,0\u{a0}%"));
    assert_eq!(percent(3, WorkingCapital).as_deref(), Some("27,5\u{a0}%"));
    assert_eq!(percent(4, NetResult).as_deref(), Some("100,0\u{a0}%"));
    assert_eq!(percent(0, Fund), None, "the income of 2017 is not known");
    assert_eq!(capacity[0].kroner(Fund), Some(kroner("5770632")));
}
