//! The accounts of *investering*. How the lines fall on *arter* and *prosjekter* is made up.

use super::money::{columns, negated};
use super::shares::{Place, Share, at, fixed, on, rest, share_line};
use super::statements;
use super::{Account, Class};
use crate::random::Random;

const ADMINISTRATION: u32 = 120;
const SHARED: u32 = 180;
const VAT_COMPENSATION: u32 = 841;
const INTERNAL: u32 = 880;

const EVERY_PROJECT: &[Place] =
    &[on(120, 6001, 40), on(120, 6002, 28), on(120, 6003, 20), on(120, 6004, 12)];
const KLP: &[Place] = &[on(900, 6005, 1)];
const FINANCE: &[Place] = &[at(900, 1)];

/// The equipment, whose VAT is compensated in full.
const EQUIPMENT: [Share; 4] = [
    fixed(
        195,
        ADMINISTRATION,
        &[on(120, 6004, 1)],
        columns(["412 300,00", "400 000", "400 000", "380 115,00"]),
    ),
    rest(200, ADMINISTRATION, EVERY_PROJECT),
    fixed(
        270,
        ADMINISTRATION,
        &[on(120, 6001, 2), on(120, 6002, 3)],
        columns(["286 440,00", "300 000", "300 000", "311 972,50"]),
    ),
    fixed(429, ADMINISTRATION, EVERY_PROJECT, negated(statements::VAT_COMPENSATION)),
];

/// Every account of *investering*.
pub fn accounts() -> Vec<Account> {
    let mut random = Random::new("accounts of investering", 2021);
    let lines = [
        (statements::EQUIPMENT, &EQUIPMENT[..]),
        (statements::SHARES_BOUGHT, &[rest(529, SHARED, KLP)]),
        (statements::VAT_COMPENSATION, &[rest(729, VAT_COMPENSATION, FINANCE)]),
        (negated(statements::TO_INVESTMENT), &[rest(970, INTERNAL, FINANCE)]),
    ];
    let mut accounts = Vec::new();
    for (total, shares) in lines {
        accounts.extend(share_line(Class::Investment, total, shares, &mut random));
    }
    accounts
}
