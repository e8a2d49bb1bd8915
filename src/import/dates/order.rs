//! What the dates of a sheet prove about their order.

use super::DateRule;
use super::short::ShortDates;
use crate::calendar::Year;
use crate::project::DateOrder;

/// Where none of this many dates has a day over 12, that is no coincidence.
const TURNED_DAYS: u32 = 3;
/// In most lists more days are over 12 than not. For each date that proves an order, at most this
/// many can be read both ways.
const READ_BOTH_WAYS: u32 = 5;
/// In a column of at least this many dates …
const LONG_COLUMN: u32 = 10;
/// … fewer proofs than this may be typing errors.
const FEW_PROOFS: u32 = 3;

/// How a date of two small numbers is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `03.04.2021`: the day comes first, as Norwegians write, unless something else is proved.
    Point,
    /// `03/04/2021` and `03-04-2021`.
    Open,
}

/// How many dates of one form there were, by what their numbers prove.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    first_over_12: u32,
    second_over_12: u32,
    both_ways: u32,
    /// Both numbers are the same, so that the order does not matter.
    alike: u32,
}

impl Seen {
    fn with(self, other: Self) -> Self {
        Self {
            first_over_12: self.first_over_12.saturating_add(other.first_over_12),
            second_over_12: self.second_over_12.saturating_add(other.second_over_12),
            both_ways: self.both_ways.saturating_add(other.both_ways),
            alike: self.alike.saturating_add(other.alike),
        }
    }

    fn proof(self) -> Option<DateOrder> {
        match (self.first_over_12, self.second_over_12) {
            (1.., 0) => Some(DateOrder::DayFirst),
            (0, 1..) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether the dates that prove an order are so few, beside those that can be read both ways,
    /// that they are likelier mistyped.
    fn is_doubtful(self) -> bool {
        let Self { both_ways, alike, .. } = self;
        let proofs = self.first_over_12.saturating_add(self.second_over_12);
        let all = proofs.saturating_add(both_ways).saturating_add(alike);
        both_ways > 0
            && (proofs.saturating_mul(READ_BOTH_WAYS) < both_ways
                || (all >= LONG_COLUMN && proofs < FEW_PROOFS))
    }

    /// The order that is proved beyond doubt.
    fn sure_proof(self) -> Option<DateOrder> {
        self.proof().filter(|_| !self.is_doubtful())
    }

    /// What a proof is worth where a program took all dates that it could: nothing is left that
    /// could be read in another way.
    fn proof_of_rest(self) -> Option<DateOrder> {
        if self.both_ways == 0 && self.alike == 0 { self.proof() } else { None }
    }
}

/// What the dates of a sheet tell about their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderEvidence {
    open: Seen,
    point: Seen,
    /// Dates that need no order: those whose day is over 12, and the others.
    real_over_12: u32,
    real_others: u32,
    /// Dates whose year has two digits, and whose first number has two.
    short: ShortDates,
}

/// What follows from an [`OrderEvidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderVerdict {
    /// No date needs an order.
    Plain,
    /// The order is proved.
    Proved(DateOrder),
    /// Both are possible: only a person knows.
    Ask,
    /// A few dates can only be read in this order, and many in both: the few may be mistyped.
    Doubtful(DateOrder),
    /// A spreadsheet program has taken days for months: what it could not take is still text
    /// with that order, and of what it took no day is over 12.
    Turned(DateOrder),
}

impl OrderEvidence {
    /// What the dates of two sheets show together.
    pub fn with(self, other: Self) -> Self {
        Self {
            open: self.open.with(other.open),
            point: self.point.with(other.point),
            real_over_12: self.real_over_12.saturating_add(other.real_over_12),
            real_others: self.real_others.saturating_add(other.real_others),
            short: self.short.with(other.short),
        }
    }

    /// Whether what other sheets show decides what these dates leave open, or puts them in doubt.
    pub fn gains_from(self, others: Self) -> bool {
        let together = self.with(others).verdict();
        match (self.verdict(), together) {
            (OrderVerdict::Ask | OrderVerdict::Doubtful(_), OrderVerdict::Proved(_))
            | (OrderVerdict::Proved(_), OrderVerdict::Doubtful(_)) => true,
            (OrderVerdict::Plain, OrderVerdict::Proved(_) | OrderVerdict::Doubtful(_)) => {
                self.point.both_ways > 0
            }
            (OrderVerdict::Ask | OrderVerdict::Plain, OrderVerdict::Turned(_)) => {
                self.real_others > 0
            }
            _ => false,
        }
    }

    /// The order of dates with slashes and hyphens, as far as the dates prove it.
    pub fn verdict(self) -> OrderVerdict {
        if let Some(order) = self.turned() {
            return OrderVerdict::Turned(order);
        }
        let is_ambiguous = self.open.both_ways > 0;
        match (self.open.proof(), self.point.proof()) {
            (Some(order), points) if self.open.is_doubtful() => {
                match points.filter(|_| !self.point.is_doubtful()) == Some(order) {
                    true => OrderVerdict::Proved(order),
                    false => OrderVerdict::Doubtful(order),
                }
            }
            (Some(order), _) => OrderVerdict::Proved(order),
            (None, Some(DateOrder::MonthFirst)) if self.open.first_over_12 == 0 => {
                match self.point.is_doubtful() {
                    true => OrderVerdict::Doubtful(DateOrder::MonthFirst),
                    false => OrderVerdict::Proved(DateOrder::MonthFirst),
                }
            }
            // Both at once, or neither: what can be read both ways, nobody knows.
            (None, _) if is_ambiguous => OrderVerdict::Ask,
            _ => OrderVerdict::Plain,
        }
    }

    /// The rule to read such a sheet by; `said_order` is the one that a person said of
    /// this file.
    pub fn settled(self, rule: DateRule, said_order: Option<DateOrder>) -> DateRule {
        let verdict = self.verdict();
        let (order, is_turned) = match verdict {
            OrderVerdict::Turned(order) => (said_order.or(rule.order), said_order == Some(order)),
            // What cannot be is not so, whoever says it.
            OrderVerdict::Proved(order) => (Some(order), false),
            OrderVerdict::Ask | OrderVerdict::Doubtful(_) | OrderVerdict::Plain => {
                (rule.order, false)
            }
        };
        let point_order = match (self.point.sure_proof(), order) {
            (Some(proved), _) => Some(proved),
            // What a person answered about these very dates.
            (None, _) if self.point.proof() == Some(DateOrder::MonthFirst) => order,
            (None, Some(order)) if said_order == Some(order) => None,
            // What is proved of other dates is nothing that Norwegians would write with points.
            (None, Some(_)) => Some(DateOrder::DayFirst),
            (None, None) => None,
        };
        let point_order = if is_turned { order } else { point_order };
        DateRule { order, point_order, is_turned, ..rule }
    }

    /// The order of the texts of a sheet that a program has turned in half.
    fn turned(self) -> Option<DateOrder> {
        let Self { open, point, real_over_12, real_others, .. } = self;
        let (order, over_12, others) = match (open == Seen::default(), open.proof_of_rest()) {
            // Points stand for a Norwegian program's own dates, saved as text again.
            (_, Some(order)) if point.second_over_12 == 0 => (
                order,
                real_over_12 + point.first_over_12,
                real_others + point.both_ways + point.alike,
            ),
            (true, _) => (point.proof_of_rest()?, real_over_12, real_others),
            _ => return None,
        };
        // A list that people type may hold a few early days; month-first in it is a proof.
        let enough = if order == DateOrder::MonthFirst { 1 } else { TURNED_DAYS };
        (over_12 == 0 && others >= enough).then_some(order)
    }

    /// Takes note of the three numbers of a date that may begin with its year.
    pub(super) fn see_short(&mut self, first: i16, second: i16, third: i16) {
        self.short.see(first, second, third);
    }

    /// How many dates there are that may begin with a year of two digits.
    pub fn short_dates(self) -> u32 {
        self.short.count()
    }

    /// Whether dates with years of two digits begin with the year, in a project of that year.
    pub fn has_year_first(self, report_year: Year) -> bool {
        self.short.has_year_first(report_year)
    }

    /// Takes note of the day of a date whose order is no question.
    pub(super) fn see_day(&mut self, day: i8) {
        let count = if day > 12 { &mut self.real_over_12 } else { &mut self.real_others };
        *count = count.saturating_add(1);
    }

    /// Takes note of the two numbers of a date, and says which of them comes first.
    pub(super) fn see(
        &mut self,
        form: Form,
        first: i16,
        second: i16,
        rule: &DateRule,
    ) -> DateOrder {
        let seen = if form == Form::Point { &mut self.point } else { &mut self.open };
        let count = match (first, second) {
            (13.., _) => &mut seen.first_over_12,
            (_, 13..) => &mut seen.second_over_12,
            _ if first == second => &mut seen.alike,
            _ => &mut seen.both_ways,
        };
        *count = count.saturating_add(1);
        let order = rule.order.unwrap_or(DateOrder::DayFirst);
        match form {
            Form::Point => rule.point_order.unwrap_or(order),
            Form::Open => order,
        }
    }

    /// How many dates prove an order.
    pub fn proofs(self) -> u32 {
        let Self { open, point, .. } = self;
        let proofs = |seen: Seen| seen.first_over_12.saturating_add(seen.second_over_12);
        proofs(open).saturating_add(point.second_over_12)
    }

    /// How many dates with points have a day over 12 where Norwegians write it: they prove an order
    /// only where a program may have turned the others.
    pub fn late_points(self) -> u32 {
        self.point.first_over_12
    }

    /// Whether a date was seen that can be read both ways and is not as Norwegians write.
    pub fn has_open_question(self) -> bool {
        self.open.both_ways > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(dates: &[(Form, i16, i16)], real: &[i8]) -> OrderEvidence {
        let mut evidence = OrderEvidence::default();
        for (form, first, second) in dates {
            evidence.see(*form, *first, *second, &DateRule::default());
        }
        for day in real {
            evidence.see_day(*day);
        }
        evidence
    }

    #[test]
    fn an_order_is_proved_by_days_over_twelve() {
        let verdict = |dates: &[(Form, i16, i16)]| evidence(dates, &[]).verdict();
        assert_eq!(verdict(&[(Form::Open, 3, 4)]), OrderVerdict::Ask);
        assert_eq!(
            verdict(&[(Form::Open, 3, 4), (Form::Open, 3, 25)]),
            OrderVerdict::Proved(DateOrder::MonthFirst)
        );
        assert_eq!(
            verdict(&[(Form::Open, 3, 4), (Form::Open, 25, 3)]),
            OrderVerdict::Proved(DateOrder::DayFirst)
        );
        assert_eq!(verdict(&[(Form::Point, 3, 4)]), OrderVerdict::Plain);
        assert_eq!(
            verdict(&[(Form::Point, 3, 4), (Form::Point, 3, 25)]),
            OrderVerdict::Proved(DateOrder::MonthFirst)
        );
        // One slip among many.
        for form in [Form::Open, Form::Point] {
            let mut dates = vec![(form, 1, 3); 6];
            dates.push((form, 5, 13));
            assert_eq!(verdict(&dates), OrderVerdict::Doubtful(DateOrder::MonthFirst));
            dates.push((form, 5, 14));
            assert_eq!(verdict(&dates), OrderVerdict::Proved(DateOrder::MonthFirst));
            dates.extend([(form, 2, 3), (form, 4, 4)]);
            assert_eq!(verdict(&dates), OrderVerdict::Doubtful(DateOrder::MonthFirst));
            dates.push((form, 5, 15));
            assert_eq!(verdict(&dates), OrderVerdict::Proved(DateOrder::MonthFirst));
        }
        let both = [(Form::Open, 3, 25), (Form::Open, 25, 3)];
        assert_eq!(verdict(&both), OrderVerdict::Plain);
        assert_eq!(verdict(&[both[0], both[1], (Form::Open, 3, 4)]), OrderVerdict::Ask);
    }

    #[test]
    fn dates_that_a_program_took_and_texts_that_it_could_not_take_are_turned() {
        let month_first = OrderVerdict::Turned(DateOrder::MonthFirst);
        let half = [(Form::Open, 1, 15), (Form::Open, 3, 29)];
        assert_eq!(evidence(&half, &[1, 5, 12]).verdict(), month_first);
        assert_eq!(
            evidence(&half, &[1, 5, 13]).verdict(),
            OrderVerdict::Proved(DateOrder::MonthFirst)
        );
        let saved_again = [half[0], half[1], (Form::Point, 1, 5), (Form::Point, 12, 1)];
        assert_eq!(evidence(&saved_again, &[]).verdict(), month_first);
        let pointed = [(Form::Point, 1, 15)];
        assert_eq!(evidence(&pointed, &[1, 5, 12]).verdict(), month_first);
        // One that a program would have taken shows that it took none.
        let kept = [half[0], (Form::Open, 3, 4)];
        assert_eq!(
            evidence(&kept, &[1, 5, 12]).verdict(),
            OrderVerdict::Proved(DateOrder::MonthFirst)
        );
        let norwegian = [(Form::Open, 15, 1)];
        assert_eq!(
            evidence(&norwegian, &[1, 5]).verdict(),
            OrderVerdict::Proved(DateOrder::DayFirst)
        );
        let day_first = OrderVerdict::Turned(DateOrder::DayFirst);
        assert_eq!(evidence(&norwegian, &[1, 5, 2, 3, 4]).verdict(), day_first);
        let pointed = [(Form::Point, 13, 3)];
        assert_eq!(evidence(&pointed, &[3, 3, 3]).verdict(), day_first);
        assert_eq!(evidence(&pointed, &[3, 3, 13]).verdict(), OrderVerdict::Plain);
        let kept = [pointed[0], (Form::Point, 3, 4)];
        assert_eq!(evidence(&kept, &[3, 3, 3]).verdict(), OrderVerdict::Plain);
    }
}
