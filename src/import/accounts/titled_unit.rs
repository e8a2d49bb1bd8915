//! An *ansvar* that stands above the headings, of accounts whose strings may have their own: whether
//! it is that of all rows, or what the report was taken out for.

use super::decide::decide;
use super::{AccountsReader, Finished};
use crate::import::account_form::{Part, tokens};
use crate::import::question::Question;
use crate::project::{SourceKind, TableId};

/// Strings of the account and this many parts behind it may have their own *ansvar*.
const PARTS: usize = 2;

impl AccountsReader {
    /// Takes the titled *ansvar* back where a person says that the strings have their own, and asks
    /// where they could have.
    pub(super) fn settle_titled_unit(&mut self, finished: &mut Finished) {
        let Some(titled) = self.titled_unit.take() else { return };
        let strings = self.account_strings().into_owned();
        let texts = strings.iter().map(|string| string.account.text.clone());
        let example = texts.into_iter().find(|text| {
            let all: Vec<&str> = tokens(text).collect();
            let is_led_by_class = all.first().is_some_and(|first| first.len() == 1);
            all.len() > PARTS + usize::from(is_led_by_class) && !all.contains(&titled.as_str())
        });
        let Some(example) = example else { return };
        if let Some(form) = &self.surroundings.form {
            if form.has(Part::Unit) {
                self.strings.forget_unit(&titled);
            }
            return;
        }
        let is_balance = self.kind == SourceKind::Table(TableId::BalanceList);
        let year = self.surroundings.year;
        let with_title = decide(&strings, is_balance, year).form;
        let mut others = strings.clone();
        others.iter_mut().for_each(|string| string.forget_unit(&titled));
        let alone = decide(&others, is_balance, year).form;
        if with_title != alone {
            finished.questions.extend(Question::account_form(&example, &[alone, with_title]));
        }
    }
}
