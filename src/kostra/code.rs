//! Codes of an account string: *kontoklasse*, *art*, *funksjon*.

/// The books that an account can belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Book {
    /// The operating accounts.
    Drift,
    /// The investment accounts.
    Investering,
    /// The balance sheet.
    Balanse,
}

impl Book {
    /// The book of a *kontoklasse*: 1, 0 and 2 in a municipality's own books; 3, 4 and 5 in
    /// separate books (KF, IKS, samarbeid with own accounts). Source: SSB.
    pub fn of_class(class: &str) -> Option<Self> {
        match class.trim() {
            "1" | "3" => Some(Self::Drift),
            "0" | "4" => Some(Self::Investering),
            "2" | "5" => Some(Self::Balanse),
            _ => None,
        }
    }
}

/// The KOSTRA art of an account: its first three digits, whatever the company appends.
pub fn art_of(account: &str) -> Option<u16> {
    first_three(account)
}

/// The KOSTRA function of a *funksjon* or *tjeneste*: its first three digits.
pub fn function_of(function: &str) -> Option<u16> {
    first_three(function)
}

fn first_three(code: &str) -> Option<u16> {
    let digits: String = code.chars().filter(char::is_ascii_digit).take(3).collect();
    if digits.len() == 3 { digits.parse().ok() } else { None }
}
