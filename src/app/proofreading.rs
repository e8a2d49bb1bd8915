//! The numbers of a text that is being typed, held against the figures by a worker while the
//! person goes on typing.

use std::sync::Arc;

use super::{App, Document, TypedText};
use crate::checks::text::{TextCheck, TextFinding};
use crate::figures::{Figures, Period, period_text};
use crate::import;
use crate::jobs::{Job, JobOutcome};
use crate::project::TextPeriod;

/// A text and its findings. The text is plain: values stand instead of the fields.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The text, its section's id and period.
    pub text: TypedText,
    /// Its numbers in the order of the text.
    pub findings: Arc<Vec<TextFinding>>,
    /// The revision of the project that the findings are of.
    revision: u64,
}

/// The last findings of each text, and the work that is under way.
#[derive(Debug, Default)]
pub(super) struct ProofJobs {
    proofs: Vec<Proof>,
    running: Option<(TypedText, u64, Job<Vec<TextFinding>>)>,
}

impl App {
    /// The last findings of a text; the text may have changed since.
    pub fn proof(&self, section: &str, period: TextPeriod) -> Option<&Proof> {
        self.proofs.proofs.iter().find(|proof| proof.text.is_of(section, period))
    }

    /// Whether the findings are of this text and of the project as it is.
    pub fn is_proofread(&self, text: &TypedText) -> bool {
        let revision = self.document.as_ref().map(Document::revision);
        let known = self.proof(&text.section, text.period);
        known.is_some_and(|proof| proof.text == *text && Some(proof.revision) == revision)
    }

    /// Checks a text, unless the worker is busy; then it is asked again when that has ended.
    pub(super) fn proofread(&mut self, text: TypedText) {
        if self.proofs.running.is_some() || self.is_proofread(&text) {
            return;
        }
        let Some(document) = &self.document else { return };
        let (figures, revision) = (document.figures().clone(), document.revision());
        let asked = text.clone();
        let job = Job::start(self.waker(), move |_| check(&figures, &asked));
        self.proofs.running = Some((text, revision, job));
    }

    pub(super) fn poll_proof(&mut self) {
        let Some((text, revision, job)) = &self.proofs.running else { return };
        let findings = match job.poll() {
            JobOutcome::Running => return,
            JobOutcome::Done(findings) => findings,
            // Nothing is marked then.
            JobOutcome::Broken => Vec::new(),
        };
        let (text, revision) = (text.clone(), *revision);
        self.proofs.running = None;
        self.proofs.proofs.retain(|proof| !proof.text.is_of(&text.section, text.period));
        self.proofs.proofs.push(Proof { text, findings: Arc::new(findings), revision });
    }

    /// Forgets the findings, since another document is open.
    pub(super) fn forget_proof(&mut self) {
        self.proofs = ProofJobs::default();
    }
}

/// The findings of the text, read under a heading that tells its period.
fn check(figures: &Figures, text: &TypedText) -> Vec<TextFinding> {
    let mut document = import::Document::of_text(&text.body);
    document.lines.insert(0, import::DocumentLine { text: heading(text), level: Some(1) });
    let mut findings = TextCheck::of(figures).check(&document);
    findings.retain(|finding| finding.line > 1);
    for finding in &mut findings {
        finding.line -= 1;
    }
    findings
}

fn heading(text: &TypedText) -> String {
    let period = text.period.quarter.map_or(Period::Year, Period::Quarter);
    period_text(period, text.period.year)
}
