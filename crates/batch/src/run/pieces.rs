//! The piece of a report that a few subjects make.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use untoc_report::{CodeCount, DossierRecord, Reported, Summary};

use super::{Format, Options, Shows, is_unreadable, written};
use crate::baseline::Accepted;
use crate::judge::{Checked, Judge, Judged, Workspace};
use crate::subject::{Found, Subject};
use crate::watch::Watch;

/// The piece of a report that a few subjects make.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// The findings in the format of the report.
    pub findings: String,
    /// The dossiers, where the format lists them apart.
    pub dossiers: String,
    pub summary: Summary,
    pub codes: BTreeMap<String, CodeCount>,
    pub unreadable: usize,
    /// Whether something that a person typed is hidden.
    pub hides: bool,
    /// What was to be met and is.
    pub met: Vec<usize>,
    /// What a new baseline would accept.
    pub accepted: Vec<Accepted>,
    /// Subjects that could not be looked at through a fault of this program.
    pub broken: Vec<String>,
}

/// Makes pieces.
pub(super) struct Maker<'a> {
    found: &'a Found,
    options: &'a Options<'a>,
    watch: &'a Watch,
    judge: Judge<'a>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        found: &'a Found,
        options: &'a Options<'a>,
        watch: &'a Watch,
    ) -> Self {
        let mut judge = Judge::new(options.library, options.level, options.today);
        judge.whole = watch.expects();
        judge.sources = matches!(
            options.format,
            Format::Human(page) if page.shows == Shows::Findings
        );
        Self { found, options, watch, judge }
    }

    /// Looks at some subjects.
    pub(super) fn make<'s>(
        &self,
        subjects: impl Iterator<Item = &'s Subject>,
        space: &mut Workspace,
    ) -> Piece {
        let mut piece = Piece::default();
        for subject in subjects {
            // A fault of ours in one subject must not hide what the others have.
            let judged = catch_unwind(AssertUnwindSafe(|| {
                self.judge.judge(self.found, subject, space)
            }));
            match judged {
                Ok(judged) if judged.skipped => {}
                Ok(judged) => self.add(&mut piece, subject, judged),
                Err(_) => {
                    *space = Workspace::default();
                    piece.summary.subjects += 1;
                    piece.broken.push(subject.name().to_owned());
                }
            }
        }
        piece
    }

    fn add(&self, piece: &mut Piece, subject: &Subject, judged: Judged) {
        piece.summary.subjects += 1;
        piece.summary.responses += judged.responses;
        for response in &judged.present {
            piece.met.extend(self.watch.met_by_response(response));
        }
        let mut findings = judged.findings;
        self.options.severities.weigh(&mut findings);
        let (words, privacy) = (self.options.words, self.options.privacy);
        let mut all = Reported::all(&findings, Some(subject.name()), words, privacy);
        all.retain(|finding| self.keep(piece, finding));
        piece.count(&all);
        let text = written(&all, self.options, &judged.sources);
        let records = records(subject, judged.dossiers, &all);
        let Format::Machine(format) = self.options.format else {
            return piece.findings.push_str(&text);
        };
        let listed = format.dossiers(&records);
        if format.streams() {
            piece.findings.push_str(&text);
            return piece.findings.push_str(&listed);
        }
        join(&mut piece.findings, &text, format.separator());
        join(&mut piece.dossiers, &listed, format.separator());
    }

    /// Says whether a finding stays in the report, and notes it where it must be noted.
    fn keep(&self, piece: &mut Piece, finding: &Reported) -> bool {
        let heavy = finding.severity >= self.options.fails_on && !is_unreadable(finding);
        if self.options.new_baseline.is_some() && heavy {
            piece.accepted.push(Accepted::of(finding));
        }
        match self.watch.met_by_finding(&finding.fingerprint) {
            None => true,
            Some((at, accepts)) => {
                piece.met.push(at);
                piece.summary.accepted += usize::from(accepts);
                !accepts
            }
        }
    }
}

impl Piece {
    /// Makes the piece of findings about the run as a whole.
    pub(super) fn conclusion(findings: Vec<Reported>, options: &Options<'_>) -> Self {
        let mut piece = Self::default();
        piece.count(&findings);
        piece.findings = written(&findings, options, &BTreeMap::new());
        piece
    }

    fn count(&mut self, findings: &[Reported]) {
        self.summary.count(findings);
        self.unreadable += findings.iter().filter(|f| is_unreadable(f)).count();
        self.hides |= findings.iter().any(Reported::hides);
        count_codes(&mut self.codes, findings);
    }
}

/// Counts the codes of the findings of one subject.
pub(crate) fn count_codes(
    codes: &mut BTreeMap<String, CodeCount>,
    findings: &[Reported],
) {
    let mut own: BTreeMap<&str, CodeCount> = BTreeMap::new();
    for finding in findings {
        let count = own.entry(&finding.code).or_insert_with(|| CodeCount {
            code: finding.code.clone(),
            severity: finding.severity,
            findings: 0,
            subjects: 1,
        });
        count.findings += 1;
        count.severity = count.severity.max(finding.severity);
    }
    for (code, count) in own {
        match codes.get_mut(code) {
            Some(known) => {
                known.findings += count.findings;
                known.subjects += count.subjects;
                known.severity = known.severity.max(count.severity);
            }
            None => drop(codes.insert(code.to_owned(), count)),
        }
    }
}

fn join(text: &mut String, more: &str, separator: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push_str(separator);
    }
    text.push_str(more);
}

fn records(
    subject: &Subject,
    dossiers: Vec<Checked>,
    findings: &[Reported],
) -> Vec<DossierRecord> {
    let only = dossiers.len() == 1;
    dossiers
        .into_iter()
        .map(|checked| {
            let mut found = Summary::default();
            let own = |f: &&Reported| only || f.file().starts_with(&checked.prefix);
            found.count(findings.iter().filter(own));
            DossierRecord {
                subject: subject.name().to_owned(),
                name: checked.name,
                prefix: checked.prefix,
                state: checked.state,
                due: checked.due,
                responses: checked.responses,
                errors: found.errors,
                warnings: found.warnings,
                notes: found.notes,
            }
        })
        .collect()
}
