//! The side of an amount: a column that says debit or credit, and a column of credit whose
//! amounts are below zero already.

use crate::import::account_words::side_word;
use crate::import::raw::RawCell;
use crate::import::synonyms::synonyms;

/// The side of an account that an amount stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Nothing says it.
    #[default]
    Unsaid,
    /// Above zero in the ledger.
    Debit,
    /// Below zero in the ledger.
    Credit,
}

impl Side {
    /// The side that a cell names; `None` for a word that names none.
    pub fn of(cell: &RawCell<'_>) -> Option<Self> {
        if cell.is_blank() {
            return Some(Self::Unsaid);
        }
        let words = &synonyms().accounts;
        let word = side_word(&cell.text());
        match () {
            () if words.debit.contains(&word) => Some(Self::Debit),
            () if words.credit.contains(&word) => Some(Self::Credit),
            () => None,
        }
    }
}

/// How many amounts stand below zero, and how many above.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signs {
    /// Below zero.
    pub below: usize,
    /// Above zero.
    pub above: usize,
}

impl Signs {
    /// Whether credit amounts with these signs carry their sign: most of them stand below zero.
    /// Where credit stands above zero, below zero are the few that take another back.
    pub fn are_carried(self) -> bool {
        self.below > self.above
    }
}
