//! Looks at identities and words what it finds.

use super::{Finding, Identity, Said, Values, Verdict};
use crate::figures::{Figure, Figures, Key};
use crate::issue::Severity;
use crate::words::{Arg, Message};

/// The result of judging identities in some values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// A finding for each broken identity.
    pub findings: Vec<Finding>,
    /// How many identities hold that could have failed.
    pub held: usize,
}

/// Judges identities in `values`. An identity that holds is counted only if `could_fail` says that
/// it could have failed.
pub fn look<'i>(
    figures: &Figures,
    values: &dyn Values,
    identities: impl Iterator<Item = &'i Identity>,
    could_fail: &dyn Fn(&Identity) -> bool,
) -> Looked {
    let mut looked = Looked::default();
    let mut broken: Vec<(Key, Finding)> = Vec::new();
    for identity in identities {
        match identity.judge(values) {
            Verdict::Unknown => {}
            Verdict::Holds => looked.held += usize::from(could_fail(identity)),
            Verdict::Broken(breach) => {
                let finding = worded(figures, values, identity, &breach);
                // Two identities that expect the same of one number make one finding.
                let earlier = broken.iter_mut().find(|(key, known)| {
                    *key == identity.subject && known.expected == finding.expected
                });
                match earlier {
                    Some((_, known)) => merge(known, finding),
                    None => broken.push((identity.subject.clone(), finding)),
                }
            }
        }
    }
    looked.findings = broken.into_iter().map(|(_, finding)| finding).collect();
    looked
}

fn merge(known: &mut Finding, other: Finding) {
    let new: Vec<_> =
        other.places.into_iter().filter(|place| !known.places.contains(place)).collect();
    known.places.extend(new);
    known.severity = known.severity.max(other.severity);
}

fn worded(
    figures: &Figures,
    values: &dyn Values,
    identity: &Identity,
    breach: &super::identity::Break,
) -> Finding {
    let figure = figures.figure(&identity.subject);
    let decimals = (0..=4).find(|decimals| breach_shows(breach, *decimals)).unwrap_or(4);
    let shown = |value| Said::like(&figure, value, decimals);
    let keys: Vec<&Key> =
        std::iter::once(&identity.subject).chain(identity.expected.keys()).collect();
    let mut made_of = vec![identity.rule.id.to_owned()];
    made_of.extend(keys.iter().map(|key| {
        let value = values
            .get(key)
            .map_or_else(String::new, |reading| reading.value.normalize().to_string());
        format!("{key}={value}")
    }));
    let message = sentence(figures, identity, &figure, [breach.expected, breach.found].map(shown));
    let place = values.place(&identity.subject);
    let difference = shown(breach.difference());
    let mut finding = Finding::new(identity.rule, message, place, &made_of)
        .with_values(shown(breach.expected), shown(breach.found))
        .off_by(difference);
    if identity.is_minor(breach, values) {
        finding = finding.at_most(Severity::Warning);
    }
    finding.places.extend(keys[1..].iter().map(|key| values.place(key)));
    finding
}

/// Whether expected and found differ when they are shown with so many decimals.
fn breach_shows(breach: &super::identity::Break, decimals: u32) -> bool {
    let [a, b] = [breach.expected, breach.found].map(|value| crate::number::round(value, decimals));
    a != b && crate::number::round(breach.found, decimals) == breach.found
}

/// The rule's sentence. Each rule has words for what it compares.
fn sentence(
    figures: &Figures,
    identity: &Identity,
    figure: &Figure,
    [expected, found]: [Said; 2],
) -> Message {
    let others: Vec<String> =
        identity.expected.keys().map(|key| figures.figure(key).label).collect();
    Message {
        key: identity.rule.words,
        args: vec![
            ("subject", Arg::from(figure.label.as_str())),
            ("expected", Arg::from(expected.text())),
            ("found", Arg::from(found.text())),
            ("other", Arg::from(others.first().map_or("", String::as_str))),
            ("count", Arg::from(others.len())),
        ],
    }
}
