//! The sentences of a customer's quarter: how many cases, against its earlier years, what it was
//! charged.

use rust_decimal::Decimal;

use super::escaped;
use crate::figures::{ArtUptake, ChangeWords, CustomerQuarter, Period, years_text};
use crate::number;
use crate::t;

/// The sentences of a text of a customer's report, by the text's id; `None` where there is
/// nothing to say.
pub fn customer_draft(of: &CustomerQuarter<'_>, text: &str) -> Option<String> {
    match text {
        "customer-cases" => cases(of),
        "customer-events" => events(of),
        "customer-uptake" => uptake(of),
        _ => None,
    }
}

fn cases(of: &CustomerQuarter<'_>) -> Option<String> {
    let compared = of.comparison()?;
    let cases = compared.cases;
    let name = escaped(&of.customer().name);
    let mut sentences = vec![match compared.is_whole {
        true => {
            let quarter = t!(Period::Quarter(of.quarter).word_key());
            t!("customer-cases", customer = &*name, count = cases, quarter = quarter)
        }
        false => {
            let day = crate::words::date_long(compared.span.last);
            t!("customer-cases-to-date", customer = &*name, count = cases, day = day)
        }
    }];
    let last_year = compared.change_from_last_year().map(|change| {
        let year = (of.figures.report_year() - 1).to_string();
        t!("customer-than-last-year", change = more_than(change), year = year)
    });
    // The average of one year would only say that year again.
    let years = of.average_years();
    let average = compared.average.filter(|_| years.len() > 1).zip(compared.change_from_average());
    let average = average.map(|(average, change)| {
        t!(
            "customer-than-average",
            change = more_than(change),
            years = years_text(&years),
            average = number::decimal(average.value(), 0),
        )
    });
    sentences.push(match (last_year, average) {
        (Some(last_year), Some(average)) => {
            t!("draft-changes", last_year = last_year, average = average)
        }
        (Some(change), None) | (None, Some(change)) => t!("draft-change", change = change),
        (None, None) => t!("customer-no-average"),
    });
    Some(sentences.join(" "))
}

fn more_than(change: Decimal) -> String {
    const DECIMALS: u32 = 1;
    ChangeWords::percent(change, DECIMALS).more_than()
}

/// The sentence that no event touched the customer, so that nobody looks for one.
fn events(of: &CustomerQuarter<'_>) -> Option<String> {
    let events = of.figures.project().events.iter();
    let mut events = events.filter(|event| {
        event.start.is_some_and(|start| of.span().contains(start.day())) && of.is_touched_by(event)
    });
    events.next().is_none().then(|| t!("customer-no-events"))
}

fn uptake(of: &CustomerQuarter<'_>) -> Option<String> {
    let arts = of.uptake();
    let most = arts.iter().max_by_key(|art| art.quarter)?;
    let sum = |amount: fn(&ArtUptake) -> Decimal| {
        arts.iter().map(amount).fold(Decimal::ZERO, Decimal::saturating_add)
    };
    let (quarter, to_date) = (sum(|art| art.quarter), sum(|art| art.to_date));
    let kroner = |amount| t!("prose-kroner", amount = number::decimal(amount, 0));
    let mut sentences =
        vec![t!("customer-uptake", quarter = kroner(quarter), to_date = kroner(to_date))];
    if arts.len() > 1 && most.quarter > Decimal::ZERO {
        let name = escaped(&most.name.to_lowercase());
        sentences.push(t!("customer-uptake-most", art = name, amount = kroner(most.quarter)));
    }
    Some(sentences.join(" "))
}
