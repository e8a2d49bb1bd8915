//! The changes and differences between the values of a subject.

use std::collections::{HashMap, HashSet};

use super::fact::{Against, Fact, Measure, Sameness, Subject};
use super::part::Part;

impl Subject {
    /// Adds the changes and differences between the subject's values: from year to year, both
    /// ways, and from a part of the year to the one before it.
    pub fn add_changes(&mut self) {
        let known: Vec<Fact> =
            self.facts.iter().filter(|fact| fact.against.is_none()).cloned().collect();
        let mut alike: HashMap<(Measure, Option<Part>), Vec<&Fact>> = HashMap::new();
        for fact in &known {
            alike.entry((fact.measure, fact.part)).or_default().push(fact);
        }
        let mut present: HashSet<Sameness> = self.facts.iter().map(Fact::sameness).collect();
        for new in &known {
            let of_other_years =
                [new.part].into_iter().flat_map(|part| alike.get(&(new.measure, part)));
            let of_part_before = new.part.and_then(Part::before);
            let before = of_part_before.and_then(|part| alike.get(&(new.measure, Some(part))));
            for reference in of_other_years.chain(before).flatten() {
                let Some(against) = comparison(new, reference) else { continue };
                let made = [
                    Fact::change(new, reference, against),
                    Fact::difference(new, reference, against),
                ];
                let fresh = made.into_iter().flatten();
                self.facts.extend(fresh.filter(|fact| present.insert(fact.sameness())));
            }
        }
    }
}

/// What prose may compare `new` with: the same period of another year, or the part of the year
/// before. A week is compared with the year before only, a day with nothing.
fn comparison(new: &Fact, reference: &Fact) -> Option<Against> {
    let (year, other) = (new.year?, reference.year?);
    if new.part == reference.part {
        let is_compared = match new.part {
            Some(Part::Day(..) | Part::Other) => false,
            Some(Part::Week(_)) => year == other + 1,
            _ => year != other,
        };
        return is_compared.then_some(Against::Year(other));
    }
    (year == other).then_some(Against::Part(reference.part?))
}
