//! Kroner as whole øre, so that every sum is exact.

/// An amount in øre. Income lies below zero, expense above, as in the ledger.
pub type Ore = i64;

/// An account in the four columns of the reports: the accounts of the year, the *regulert* and
/// the *opprinnelig* budget, and the accounts of the year before.
pub type Amounts = [Ore; 4];

/// Øre of an amount as the report prints it: `-214 291,29`, `3 800 000`.
pub const fn ore(text: &str) -> Ore {
    let bytes = text.as_bytes();
    let (mut amount, mut decimals, mut sign): (Ore, Option<u8>, Ore) = (0, None, 1);
    let mut place = 0;
    while place < bytes.len() {
        match bytes[place] {
            b'-' => sign = -1,
            b' ' => {}
            b',' => decimals = Some(0),
            digit @ b'0'..=b'9' => {
                amount = amount * 10 + (digit - b'0') as Ore;
                if let Some(count) = decimals {
                    decimals = Some(count + 1);
                }
            }
            _ => panic!("an amount holds digits, spaces, a comma and a minus"),
        }
        place += 1;
    }
    match decimals {
        None => sign * amount * 100,
        Some(2) => sign * amount,
        Some(_) => panic!("after the comma come two digits"),
    }
}

/// The four columns, each as [`ore`] reads it.
pub const fn columns(texts: [&str; 4]) -> Amounts {
    [ore(texts[0]), ore(texts[1]), ore(texts[2]), ore(texts[3])]
}

/// The columns of both.
pub const fn add(one: Amounts, other: Amounts) -> Amounts {
    [one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]]
}

/// The columns with the other sign.
pub const fn negated(own: Amounts) -> Amounts {
    [-own[0], -own[1], -own[2], -own[3]]
}

/// `total` in parts after `weights`, each a multiple of `step` but the first, which takes what
/// the rounding leaves.
pub fn split(total: Ore, weights: &[u64], step: Ore) -> Vec<Ore> {
    let sum: u64 = weights.iter().sum();
    let mut parts: Vec<Ore> =
        weights.iter().map(|weight| total * *weight as Ore / sum as Ore / step * step).collect();
    parts[0] += total - parts.iter().sum::<Ore>();
    assert_eq!(parts.iter().sum::<Ore>(), total, "the parts add up to what was split");
    parts
}

/// The amount as finance systems print it, with no-break spaces and the minus behind:
/// `1 234,50-`.
pub fn spelled_out(amount: Ore) -> String {
    let kroner = (amount.abs() / 100).to_string();
    let mut text = String::new();
    for (place, digit) in kroner.chars().enumerate() {
        if place > 0 && (kroner.len() - place).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    let minus = if amount < 0 { "-" } else { "" };
    format!("{text},{:02}{minus}", amount.abs() % 100)
}
