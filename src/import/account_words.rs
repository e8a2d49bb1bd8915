//! Words of the accounts, from the data of the import, in the form in which they are compared.

use serde::Deserialize;

use crate::import::heading::normal;
use crate::project::AmountUnit;

/// Words of the accounts.
#[derive(Debug, Deserialize)]
pub struct AccountWords {
    /// Amounts are counted in kroner.
    pub krone: Vec<String>,
    /// In thousands.
    pub thousand: Vec<String>,
    /// In millions.
    pub million: Vec<String>,
    /// Thousands, where that is all that a cell says, or in a heading.
    pub thousand_cells: Vec<String>,
    /// Millions, likewise.
    pub million_cells: Vec<String>,
    /// Thousands, in a heading alone.
    pub thousand_headings: Vec<String>,
    /// Which of these name no money.
    pub vague: Vec<String>,
    /// Words before an amount that is a limit and no unit.
    pub limits: Vec<String>,
    /// What an amount is called whose heading names its unit only.
    pub amount: String,
    /// Letters that stand for the name of an amount before its year.
    pub short: Vec<(String, String)>,
    /// How a posting's side is written: debit.
    pub debit: Vec<String>,
    /// Credit.
    pub credit: Vec<String>,
    /// Forms of companies, behind their names.
    pub company_forms: Vec<String>,
    /// Those of them that may be written in small letters, too.
    pub company_forms_of_any_case: Vec<String>,
    /// Words that are part of no company's name.
    pub no_company: Vec<String>,
    /// Headings of columns that hold companies or units within one.
    pub company_or_unit: Vec<String>,
    /// Words of headings whose amounts are what has come together so far.
    pub so_far: Vec<String>,
    /// Those of them that say that the year may not be over.
    pub to_date: Vec<String>,
    /// What headings call the year that a list is of.
    pub this_year: Vec<String>,
    /// The year before.
    pub last_year: Vec<String>,
    /// Words of headings whose amounts are of one period.
    pub in_period: Vec<String>,
    /// Words of headings whose amounts are what stands at the end.
    pub closing_words: Vec<String>,
    /// Words before the day by which the amounts of a heading have come together.
    pub before_day: Vec<String>,
    /// Words for parts of a year that are numbered, and how many months each has.
    pub parts_of_year: Vec<(Vec<String>, u8)>,
    /// Words of headings that may be those of the accounts.
    pub actual_words: Vec<String>,
    /// Words that the lines of a fund's history have.
    pub fund: Vec<String>,
    /// Headings of the *art*, where accounts have another number beside it.
    pub art_headings: Vec<String>,
    /// Beginnings of words in the names of accounts, with the first and the last *art* that they
    /// can be.
    pub art_words: Vec<(String, u16, u16)>,
    /// Beginnings of the words of headings that are budgets.
    pub budget_words: Vec<String>,
    /// Words of lines that only a balance sheet has.
    pub balance_words: Vec<String>,
    /// How the words for funds end.
    pub fund_ends: Vec<String>,
    /// What a line of the fund's use begins with.
    pub fund_uses: Vec<String>,
    /// What the report's own fund is called …
    pub own_funds: Vec<String>,
    /// … and others.
    pub other_funds: Vec<String>,
    /// Kroner, where that is all that a cell says.
    pub krone_cells: Vec<String>,
    /// The money of other countries, as it is written.
    pub currencies: Vec<String>,
    /// Headings of amounts in the money that they were paid in, beside which others are in kroner.
    pub currency_amounts: Vec<String>,
    /// Headings of what stands in a fund at the end of a year.
    pub fund_balances: Vec<String>,
    /// Headings of the account that an amount goes to in debit …
    pub debit_accounts: Vec<String>,
    /// … and of the one that it comes from.
    pub credit_accounts: Vec<String>,
}

impl AccountWords {
    /// How many months a part of a year has that is called so: "kvartal".
    pub fn months_of_part(&self, name: &str) -> Option<u8> {
        let mut parts = self.parts_of_year.iter();
        let is_called = |names: &[String]| names.iter().any(|word| word == name);
        parts.find(|(names, _)| is_called(names)).map(|(_, months)| *months)
    }

    /// The same as they are compared. Words for units are parted by the longest first, so that
    /// "i tusen kroner" is not found as "i tusen" with something behind it.
    pub fn compared(self) -> Self {
        let all = |words: Vec<String>| {
            let mut words: Vec<String> = words.iter().map(|word| normal(word)).collect();
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
            words
        };
        let signs =
            |words: Vec<String>| words.iter().map(|word| side_word(word)).collect::<Vec<_>>();
        let short = self.short.iter().map(|(letter, name)| (normal(letter), normal(name)));
        Self {
            krone: all(self.krone),
            thousand: all(self.thousand),
            million: all(self.million),
            thousand_cells: all(self.thousand_cells),
            million_cells: all(self.million_cells),
            thousand_headings: all(self.thousand_headings),
            vague: all(self.vague),
            limits: all(self.limits),
            amount: normal(&self.amount),
            short: short.collect(),
            debit: signs(self.debit),
            credit: signs(self.credit),
            company_forms: self.company_forms,
            company_forms_of_any_case: all(self.company_forms_of_any_case),
            no_company: all(self.no_company),
            company_or_unit: all(self.company_or_unit),
            so_far: all(self.so_far),
            to_date: all(self.to_date),
            this_year: all(self.this_year),
            last_year: all(self.last_year),
            in_period: all(self.in_period),
            closing_words: all(self.closing_words),
            before_day: all(self.before_day),
            parts_of_year: self
                .parts_of_year
                .into_iter()
                .map(|(names, months)| (all(names), months))
                .collect(),
            actual_words: all(self.actual_words),
            fund: all(self.fund),
            art_headings: all(self.art_headings),
            art_words: self.art_words,
            budget_words: all(self.budget_words),
            balance_words: all(self.balance_words),
            fund_ends: self.fund_ends,
            fund_uses: self.fund_uses,
            own_funds: all(self.own_funds),
            other_funds: all(self.other_funds),
            krone_cells: all(self.krone_cells),
            currencies: self.currencies,
            currency_amounts: all(self.currency_amounts),
            fund_balances: all(self.fund_balances),
            debit_accounts: all(self.debit_accounts),
            credit_accounts: all(self.credit_accounts),
        }
    }

    /// The words for each unit that may stand anywhere in a text.
    pub fn units(&self) -> [(AmountUnit, &[String]); 3] {
        [
            (AmountUnit::Million, &self.million),
            (AmountUnit::Thousand, &self.thousand),
            (AmountUnit::Krone, &self.krone),
        ]
    }

    /// The words for each unit that may be all that a cell says.
    pub fn units_of_cells(&self) -> [(AmountUnit, &[String]); 2] {
        [(AmountUnit::Million, &self.million_cells), (AmountUnit::Thousand, &self.thousand_cells)]
    }
}

/// A word for a side as it is compared: signs are kept.
pub fn side_word(word: &str) -> String {
    word.trim().trim_end_matches('.').to_lowercase()
}
