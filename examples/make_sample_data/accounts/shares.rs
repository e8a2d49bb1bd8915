//! How a line of a statement is shared out over accounts.

use super::money::{Amounts, add, negated, ore, split};
use super::{Account, Class};
use crate::random::Random;

/// Where a share of an *art* lies.
#[derive(Clone, Copy)]
pub struct Place {
    unit: u32,
    project: Option<u32>,
    weight: u64,
}

/// A place by its *ansvar*.
pub const fn at(unit: u32, weight: u64) -> Place {
    Place { unit, project: None, weight }
}

/// A place by its *ansvar* and *prosjekt*.
pub const fn on(unit: u32, project: u32, weight: u64) -> Place {
    Place { unit, project: Some(project), weight }
}

/// What one *art* has of a line.
pub struct Share {
    art: u32,
    function: u32,
    places: &'static [Place],
    /// `None` for what the other shares leave.
    amounts: Option<Amounts>,
}

/// An *art* with amounts of its own.
pub const fn fixed(art: u32, function: u32, places: &'static [Place], amounts: Amounts) -> Share {
    Share { art, function, places, amounts: Some(amounts) }
}

/// The *art* that takes what the others of its line leave.
pub const fn rest(art: u32, function: u32, places: &'static [Place]) -> Share {
    Share { art, function, places, amounts: None }
}

/// The accounts of a line that comes to `total`.
///
/// # Panics
/// When no share takes the rest and the fixed ones do not come to `total`.
pub fn share_line(
    class: Class,
    total: Amounts,
    shares: &[Share],
    random: &mut Random,
) -> Vec<Account> {
    let taken = shares.iter().filter_map(|share| share.amounts).fold([0; 4], add);
    let left = add(total, negated(taken));
    let mut accounts = Vec::new();
    for share in shares {
        accounts.extend(share_out(class, share, share.amounts.unwrap_or(left), random));
    }
    let sum = accounts.iter().fold([0; 4], |sum, account| add(sum, account.amounts));
    assert_eq!(sum, total, "the accounts of a line come to it");
    accounts
}

/// One *art* over its places. The accounts differ from the plain weights by chance, budgets do
/// not and are whole thousands where that goes.
fn share_out(class: Class, share: &Share, amounts: Amounts, random: &mut Random) -> Vec<Account> {
    let plain: Vec<u64> = share.places.iter().map(|place| place.weight * 100).collect();
    let mut by_chance = || -> Vec<u64> {
        let factor = |place: &Place| place.weight * u64::from(random.between(85, 115));
        share.places.iter().map(factor).collect()
    };
    let thousand = ore("1 000");
    let parts = [
        split(amounts[0], &by_chance(), 1),
        split(amounts[1], &plain, thousand),
        split(amounts[2], &plain, thousand),
        split(amounts[3], &by_chance(), 1),
    ];
    let accounts = share.places.iter().enumerate().map(|(index, place)| Account {
        class,
        unit: place.unit,
        art: share.art,
        function: share.function,
        project: place.project,
        amounts: parts.each_ref().map(|column| column[index]),
    });
    accounts.filter(|account| account.amounts != [0; 4]).collect()
}
