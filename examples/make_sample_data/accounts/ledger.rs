//! The ledger of what is billed: every posting of 2021 on the accounts of refunds and sales, so
//! that each account's postings come to its balance. Postings, dates and words are made up.

use arsmelding::calendar::{Date, Span, is_workday};
use jiff::ToSpan as _;
use jiff::civil::date;

use super::money::{Ore, split};
use super::{Account, Class, accounts};
use crate::names::{CALLERS, CUSTOMERS, Customer};
use crate::random::Random;

/// A posting on one account.
pub struct Posting {
    /// The day of the voucher.
    pub day: Date,
    /// The accounting period: 1 to 12 are the months, 13 is the year's end.
    pub period: i8,
    /// The account.
    pub account: Account,
    /// Who is billed, as the invoice names it; empty where it was no customer.
    pub customer: &'static str,
    /// What for.
    pub text: String,
    /// Where it was bought, when it is sold on; mostly empty.
    pub supplier: &'static str,
    /// Debit above zero, credit below.
    pub amount: Ore,
}

/// Whom an account bills.
enum Billed {
    Owners,
    Others,
    Everyone,
    Nobody,
}

/// How an account is billed: for each of these things in each of these periods.
struct Billing {
    who: Billed,
    periods: &'static [i8],
    things: &'static [&'static str],
}

/// The *arter* that the ledger speaks of.
const ARTS: [u32; 4] = [620, 650, 750, 770];

const MONTHLY: &[i8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const QUARTERLY_AND_CLOSING: &[i8] = &[1, 4, 7, 10, 13];
const WITH_CLOSING: &[i8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/// The words for equipment, which customers order by name.
const EQUIPMENT: &str = "PC og skjerm";

/// Suppliers that do not exist.
const SUPPLIERS: [&str; 3] = ["Malrud Telekom AS", "Skissmo Data AS", "Testrud Lisens AS"];

/// How the account of `art` on `unit` is billed.
fn billing(art: u32, unit: u32) -> Billing {
    let (who, periods, things): (Billed, &[i8], &[&str]) = match (art, unit) {
        (750, 100) => (Billed::Owners, QUARTERLY_AND_CLOSING, &["Driftstilskudd"]),
        (750, 110) => (Billed::Owners, MONTHLY, &["Kundesenter"]),
        (750, 120) => {
            (Billed::Owners, WITH_CLOSING, &["Drift", "Lisenser", "Datalinjer", "Fagsystemer"])
        }
        (750, 130) => (Billed::Owners, MONTHLY, &["Prosjekttimer"]),
        (770, 120) => (Billed::Others, MONTHLY, &["Drift", "Lisenser", "Datalinjer"]),
        (650, 110) => (Billed::Everyone, MONTHLY, &[EQUIPMENT, "Nettbrett", "Tilbehør", "Skriver"]),
        (650, 120) => (Billed::Everyone, MONTHLY, &["Mobil", "Nettverk"]),
        _ => (Billed::Nobody, MONTHLY, &["Innbetaling"]),
    };
    Billing { who, periods, things }
}

impl Billed {
    fn customers(&self) -> Vec<&'static Customer> {
        let is_billed = |customer: &&Customer| match self {
            Self::Owners => customer.is_owner,
            Self::Others => !customer.is_owner,
            Self::Everyone => true,
            Self::Nobody => false,
        };
        CUSTOMERS.iter().filter(is_billed).collect()
    }
}

/// Every posting, by day.
pub fn postings() -> Vec<Posting> {
    let mut random = Random::new("ledger", 2021);
    let is_billed = |own: &Account| {
        own.class == Class::Operations && ARTS.contains(&own.art) && own.amounts[0] != 0
    };
    let mut postings = Vec::new();
    for account in accounts().into_iter().filter(is_billed) {
        let mut own = bills(&account, &mut random);
        own.extend(mistakes(&own, &mut random));
        let sum: Ore = own.iter().map(|posting| posting.amount).sum();
        assert_eq!(sum, account.amounts[0], "the postings come to the balance");
        postings.extend(own);
    }
    postings.sort_by_key(|posting| posting.day);
    postings
}

/// The bills of an account, which come to its balance.
fn bills(account: &Account, random: &mut Random) -> Vec<Posting> {
    let billing = billing(account.art, account.unit);
    let customers = billing.who.customers();
    let (mut postings, mut weights) = (Vec::new(), Vec::new());
    for period in billing.periods {
        for thing in billing.things {
            if customers.is_empty() {
                weights.push(u64::from(random.between(60, 140)));
                postings.push(bill(account, *period, thing, None, random));
            }
            for customer in &customers {
                // What is settled at the year's end is small.
                let size = if *period == 13 { 1 } else { 10 };
                weights.push(u64::from(customer.weight * size * random.between(85, 115)));
                postings.push(bill(account, *period, thing, Some(customer), random));
            }
        }
    }
    let amounts = split(account.amounts[0], &weights, 1);
    postings.iter_mut().zip(amounts).for_each(|(posting, amount)| posting.amount = amount);
    postings
}

/// A bill without its amount.
fn bill(
    account: &Account,
    period: i8,
    thing: &str,
    customer: Option<&Customer>,
    random: &mut Random,
) -> Posting {
    let text = if period == 13 {
        format!("Avregning {}", thing.to_lowercase())
    } else if thing == EQUIPMENT && random.chance(60) {
        format!("{thing}, {}", random.pick(&CALLERS))
    } else {
        thing.to_owned()
    };
    let is_sold_on = account.art == 650 && random.chance(25);
    let name = |own: &Customer| if random.chance(30) { own.long_name } else { own.name };
    Posting {
        customer: customer.map_or("", name),
        day: voucher_day(period, random),
        period,
        account: account.clone(),
        text,
        supplier: if is_sold_on { random.pick(&SUPPLIERS) } else { "" },
        amount: 0,
    }
}

/// Some bills are sent twice: the second, and the credit note that takes it back.
fn mistakes(bills: &[Posting], random: &mut Random) -> Vec<Posting> {
    let mut postings = Vec::new();
    for first in bills.iter().filter(|posting| posting.period < 12 && !posting.customer.is_empty())
    {
        if random.chance(3) {
            let again =
                Posting { account: first.account.clone(), text: first.text.clone(), ..*first };
            let period = first.period + 1;
            let credit = Posting {
                account: first.account.clone(),
                text: format!("Kreditnota {}", first.text),
                day: voucher_day(period, random),
                period,
                amount: -first.amount,
                ..*first
            };
            postings.extend([again, credit]);
        }
    }
    postings
}

/// A working day of the period. Now and then the voucher of a month is dated early in the next.
fn voucher_day(period: i8, random: &mut Random) -> Date {
    if period == 13 {
        return date(2021, 12, 31);
    }
    let is_late = period < 12 && random.chance(4);
    let first = date(2021, if is_late { period + 1 } else { period }, 1);
    let last = if is_late { first.saturating_add(7.days()) } else { first.last_of_month() };
    let days: Vec<Date> = Span::new(first, last).days().filter(|day| is_workday(*day)).collect();
    random.pick(&days)
}
