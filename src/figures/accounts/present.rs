//! How an amount is shown: sign, øre, kroner or thousands. What is stored stays as it is.

use rust_decimal::Decimal;

use crate::number;
use crate::project::{Presentation, ShownUnit};
use crate::text_key;

/// The amount as a statement shows it, rounded half away from zero.
pub fn shown_amount(amount: Decimal, presentation: Presentation) -> String {
    let signed = presentation.sign.shown(amount);
    match presentation.unit {
        ShownUnit::Ore => number::decimal(signed, 2),
        ShownUnit::Kroner => number::decimal(signed, 0),
        ShownUnit::Thousands => number::decimal(signed / Decimal::ONE_THOUSAND, 0),
    }
}

/// The key of the words that head a statement's amounts, "Tall i 1 kroner".
pub fn unit_word_key(unit: ShownUnit) -> &'static str {
    match unit {
        ShownUnit::Ore | ShownUnit::Kroner => text_key!("accounts-in-kroner"),
        ShownUnit::Thousands => text_key!("accounts-in-thousands"),
    }
}
