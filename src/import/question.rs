//! What only a person knows, with the answers that are possible.

use super::account_form::AccountForm;
use super::options::{HeaderRow, Setting};
use crate::message;
use crate::number::DecimalMark;
use crate::project::{DateOrder, TimeZoneChoice};
use crate::words::Message;

/// More answers than this are not listed on the command line.
const ANSWERS_LISTED: usize = 6;

/// What only a person knows of a sheet. An import with an open question cannot be applied,
/// unless the question may wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question in words.
    pub asks: Message,
    /// What can be answered; there is always something.
    pub answers: Vec<Answer>,
    /// Whether the window may import before it is answered. The command line never does.
    pub may_wait: bool,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The answer in words.
    pub words: String,
    /// What it says of the file.
    pub says: Setting,
}

impl Answer {
    /// That answer.
    pub fn new(words: impl Into<String>, says: Setting) -> Self {
        Self { words: words.into(), says }
    }
}

impl Question {
    /// A question with its answers; `None` where there is nothing to choose, so that no list of
    /// answers is ever empty.
    pub fn new(asks: Message, answers: Vec<Answer>) -> Option<Self> {
        (!answers.is_empty()).then_some(Self { asks, answers, may_wait: false })
    }

    /// The same, but an import in the window need not wait for the answer.
    #[must_use]
    pub fn that_may_wait(self) -> Self {
        Self { may_wait: true, ..self }
    }

    /// The option of the command line that answers it: `--date-order dmy|mdy`.
    pub fn option(&self) -> String {
        let options = self.answers.iter().map(|answer| answer.says.option());
        let mut joined: Vec<(&str, Vec<String>)> = Vec::new();
        // Columns of different fields are separate answers.
        let field = |value: &str| value.split_once('=').map(|(field, _)| field.to_owned());
        let is_alike =
            |name: &str, one: &str, other: &str| name != "--map" || field(one) == field(other);
        for (name, value) in options {
            let alike = joined.iter_mut().find(|(other, values)| {
                *other == name && values.iter().all(|other| is_alike(name, other, &value))
            });
            match alike {
                Some((_, values)) => values.push(value),
                None => joined.push((name, vec![value])),
            }
        }
        let joined = joined.into_iter().map(|(name, values)| {
            let value = match &values[..] {
                values if name == "--map" || name == "--priority" => assigned(values),
                values if values.len() > ANSWERS_LISTED => "…".to_owned(),
                values => values.join("|"),
            };
            format!("{name} {}", quoted(&value)).trim_end().to_owned()
        });
        joined.collect::<Vec<_>>().join(crate::t!("option-or").as_str())
    }

    /// Which column holds a field, of the columns of that name.
    pub(super) fn column(asks: Message, field: &str, columns: Vec<String>) -> Option<Self> {
        let answers = columns.into_iter().map(|column| {
            let says = Setting::Column { field: field.to_owned(), column: column.clone() };
            Answer::new(column, says)
        });
        Self::new(asks, answers.collect())
    }

    /// Whether the day or the month comes first in dates like `example`.
    pub(super) fn date_order(asks: Message) -> Option<Self> {
        let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
        let answer =
            |order: DateOrder| Answer::new(order.choice().word(), Setting::DateOrder(order));
        Self::new(asks, orders.map(answer).into())
    }

    /// Whether a list whose first row is data has no headings.
    pub(super) fn no_headings(row: u32) -> Option<Self> {
        let answer = Answer::new(
            crate::t!("import-answer-no-headings"),
            Setting::HeaderRow(HeaderRow::None),
        );
        Self::new(message!("import-ask-no-headings", row = row.to_string()), vec![answer])
    }

    /// What stamps mean of a list that names a zone that is not reckoned with.
    pub(super) fn time_zone(zone: &str) -> Option<Self> {
        let zones = [TimeZoneChoice::Local, TimeZoneChoice::Utc];
        let answer =
            |zone: TimeZoneChoice| Answer::new(zone.choice().word(), Setting::TimeZone(zone));
        Self::new(message!("import-ask-zone", zone = zone), zones.map(answer).into())
    }

    /// Which mark stands before the øre in amounts like `example`.
    pub(super) fn decimal_mark(example: &str) -> Option<Self> {
        let answers = vec![
            Answer::new(crate::t!("decimal-comma"), Setting::Decimal(DecimalMark::Comma)),
            Answer::new(crate::t!("decimal-point"), Setting::Decimal(DecimalMark::Point)),
        ];
        Self::new(message!("import-ask-decimal", example = example), answers)
    }

    /// What account strings like `example` hold.
    pub(super) fn account_form(example: &str, forms: &[AccountForm]) -> Option<Self> {
        let answer = |form: &AccountForm| {
            Answer::new(form.reading(example), Setting::AccountForm(form.clone()))
        };
        let asks = message!("import-ask-account-form", example = example);
        Self::new(asks, forms.iter().map(answer).collect())
    }
}

/// Values of one name before the `=`: `created=…`, `Urgent=A|B|other`.
fn assigned(values: &[String]) -> String {
    let parted: Vec<(&str, &str)> =
        values.iter().filter_map(|value| value.rsplit_once('=')).collect();
    let Some((name, _)) = parted.first() else { return String::new() };
    let is_list = parted.len() <= 4 && parted.iter().all(|(_, value)| value.len() <= 5);
    let values: Vec<&str> = parted.iter().map(|(_, value)| *value).collect();
    if is_list { format!("{name}={}", values.join("|")) } else { format!("{name}=…") }
}

/// A value as a shell takes it for one word.
fn quoted(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "|=…-_.,/+".contains(c);
    if value.chars().all(is_plain) { value.to_owned() } else { format!("\"{value}\"") }
}
