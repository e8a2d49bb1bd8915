//! The accounts of *drift*. How the lines fall on *arter* and *ansvar* is made up.

use super::money::{Amounts, add, columns, negated};
use super::shares::{Place, Share, at, fixed, rest, share_line};
use super::statements::{self, OTHER_GENERAL_INCOME, TO_OTHERS};
use super::{Account, Class};
use crate::random::Random;

const ADMINISTRATION: u32 = 120;
const COUNTER_DEPRECIATION: u32 = 860;
const INTEREST: u32 = 870;
const INTERNAL: u32 = 880;

const STAFF: &[Place] = &[at(120, 42), at(110, 30), at(130, 12), at(100, 8), at(140, 8)];
const EVERYWHERE: &[Place] = &[at(120, 50), at(110, 20), at(140, 14), at(130, 10), at(100, 6)];
const TECHNICAL: &[Place] = &[at(120, 85), at(110, 15)];
const PROJECTS: &[Place] = &[at(120, 50), at(130, 45), at(100, 5)];
const SUPPORT: &[Place] = &[at(110, 1)];
const OPERATION: &[Place] = &[at(120, 1)];
const OFFICE: &[Place] = &[at(140, 1)];
const GENERAL: &[Place] = &[at(190, 1)];
const FINANCE: &[Place] = &[at(900, 1)];

/// The *ansvar* 190 is what §5-4 calls «Andre generelle driftsinntekter»: other sales, refunds,
/// and what was paid back to the owners in 2020.
const GENERAL_SALES: Amounts = columns(["-34 291,29", "-40 000", "-40 000", "-41 200,00"]);
const PAID_BACK: Amounts = columns(["0", "0", "0", "600 000,00"]);
const GENERAL_REFUNDS: Amounts = add(OTHER_GENERAL_INCOME, negated(add(GENERAL_SALES, PAID_BACK)));

/// Given to others; what is left of the line is VAT that is compensated in full.
const GIVEN: Amounts = columns(["216 000,00", "200 000", "200 000", "500 000,00"]);
const VAT: Amounts = add(TO_OTHERS, negated(add(GIVEN, PAID_BACK)));

/// Set aside in the fund, and used of it: budgeted, but not done.
const SET_ASIDE: Amounts = columns(["2 261 942,50", "500 000", "500 000", "1 421 663,82"]);
const USED: Amounts = columns(["0", "-600 000", "0", "0"]);

const INCOME: [(Amounts, &[Share]); 3] = [
    (statements::FROM_THE_STATE, &[rest(810, ADMINISTRATION, OFFICE)]),
    (
        statements::FROM_OTHERS,
        &[
            fixed(
                710,
                ADMINISTRATION,
                &[at(120, 5), at(110, 4), at(130, 1)],
                columns(["-812 406,00", "-400 000", "-400 000", "-655 318,00"]),
            ),
            fixed(729, ADMINISTRATION, EVERYWHERE, negated(VAT)),
            fixed(
                770,
                ADMINISTRATION,
                OPERATION,
                columns(["-1 912 440,00", "-1 500 000", "-1 500 000", "-1 804 120,50"]),
            ),
            fixed(770, ADMINISTRATION, GENERAL, GENERAL_REFUNDS),
            rest(750, ADMINISTRATION, &[at(120, 58), at(110, 22), at(100, 12), at(130, 8)]),
        ],
    ),
    (
        statements::SALES,
        &[
            fixed(620, ADMINISTRATION, GENERAL, GENERAL_SALES),
            fixed(
                650,
                ADMINISTRATION,
                OPERATION,
                columns(["-2 612 430,40", "-1 100 000", "-1 100 000", "-2 701 118,90"]),
            ),
            fixed(660, ADMINISTRATION, OPERATION, columns(["-48 500,00", "0", "0", "-61 250,00"])),
            rest(650, ADMINISTRATION, SUPPORT),
        ],
    ),
];

const STAFFING: [(Amounts, &[Share]); 2] = [
    (
        statements::SALARIES,
        &[
            rest(10, ADMINISTRATION, STAFF),
            fixed(
                30,
                ADMINISTRATION,
                &[at(110, 7), at(120, 3)],
                columns(["214 880,50", "300 000", "300 000", "241 306,75"]),
            ),
            fixed(
                40,
                ADMINISTRATION,
                &[at(120, 70), at(110, 18), at(130, 12)],
                columns(["1 037 168,40", "950 000", "950 000", "1 268 994,18"]),
            ),
            fixed(
                50,
                ADMINISTRATION,
                STAFF,
                columns(["1 436 512,50", "1 753 132", "1 753 132", "1 018 143,00"]),
            ),
        ],
    ),
    (
        statements::SOCIAL_COSTS,
        &[
            rest(90, ADMINISTRATION, STAFF),
            fixed(
                99,
                ADMINISTRATION,
                STAFF,
                columns(["4 498 211,36", "5 200 000", "5 200 000", "4 440 912,08"]),
            ),
        ],
    ),
];

const fn purchase(art: u32, places: &'static [Place], texts: [&str; 4]) -> Share {
    fixed(art, ADMINISTRATION, places, columns(texts))
}

const PURCHASES: [Share; 16] = [
    purchase(100, EVERYWHERE, ["84 312,40", "120 000", "120 000", "97 655,10"]),
    purchase(115, OFFICE, ["61 208,75", "90 000", "90 000", "38 940,00"]),
    purchase(120, TECHNICAL, ["1 204 377,18", "900 000", "900 000", "988 120,44"]),
    purchase(130, EVERYWHERE, ["12 418 906,52", "10 500 000", "10 500 000", "11 640 218,37"]),
    purchase(150, EVERYWHERE, ["318 640,00", "650 000", "650 000", "204 115,00"]),
    purchase(170, TECHNICAL, ["402 118,90", "450 000", "450 000", "366 904,25"]),
    purchase(180, OPERATION, ["512 706,33", "380 000", "380 000", "301 455,70"]),
    purchase(185, OFFICE, ["188 240,00", "190 000", "190 000", "176 310,00"]),
    purchase(190, OFFICE, ["2 846 500,00", "2 850 000", "2 850 000", "2 771 300,00"]),
    rest(195, ADMINISTRATION, EVERYWHERE),
    purchase(200, TECHNICAL, ["21 736 415,88", "9 800 000", "9 800 000", "16 904 772,61"]),
    purchase(220, TECHNICAL, ["1 318 402,15", "1 200 000", "1 200 000", "1 264 018,40"]),
    purchase(240, TECHNICAL, ["6 915 330,07", "5 600 000", "5 600 000", "6 120 943,55"]),
    purchase(270, PROJECTS, ["8 104 662,35", "4 600 000", "4 000 000", "5 213 884,90"]),
    purchase(350, OFFICE, ["1 480 000,00", "1 450 000", "1 450 000", "1 420 000,00"]),
    purchase(370, PROJECTS, ["946 212,71", "800 000", "800 000", "802 116,30"]),
];

const OTHER_EXPENSES: [(Amounts, &[Share]); 3] = [
    (statements::PURCHASES, &PURCHASES),
    (
        statements::TO_OTHERS,
        &[
            fixed(450, ADMINISTRATION, GENERAL, PAID_BACK),
            fixed(470, ADMINISTRATION, OFFICE, GIVEN),
            rest(429, ADMINISTRATION, EVERYWHERE),
        ],
    ),
    (statements::DEPRECIATION, &[rest(590, ADMINISTRATION, OPERATION)]),
];

const BELOW_THE_RESULT: [(Amounts, &[Share]); 7] = [
    (statements::INTEREST_EARNED, &[rest(900, INTEREST, FINANCE)]),
    (statements::DIVIDENDS, &[rest(905, INTEREST, FINANCE)]),
    (statements::INTEREST_PAID, &[rest(500, INTEREST, FINANCE)]),
    (negated(statements::DEPRECIATION), &[rest(990, COUNTER_DEPRECIATION, FINANCE)]),
    (statements::TO_INVESTMENT, &[rest(570, INTERNAL, FINANCE)]),
    (
        statements::TO_FUND,
        &[fixed(540, INTERNAL, FINANCE, SET_ASIDE), fixed(940, INTERNAL, FINANCE, USED)],
    ),
    (statements::COVERED, &[rest(930, INTERNAL, FINANCE)]),
];

/// Every account of *drift*.
pub fn accounts() -> Vec<Account> {
    let mut random = Random::new("accounts of drift", 2021);
    let lines = INCOME.iter().chain(&STAFFING).chain(&OTHER_EXPENSES).chain(&BELOW_THE_RESULT);
    let share = |(total, shares): &(Amounts, &[Share])| {
        share_line(Class::Operations, *total, shares, &mut random)
    };
    lines.flat_map(share).collect()
}
