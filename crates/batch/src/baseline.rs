//! Findings that are known and accepted, each with a reason and a last day.
//!
//! A finding is known again by its fingerprint. One that no longer occurs, or whose day
//! is over, is itself reported: a list of exceptions that nobody looks at grows old.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use untoc_core::{Code, Day, Finding, Place, json};
use untoc_report::{Reported, Words};
use untoc_schema::read_stored;

use crate::error::{Error, Fault};
use crate::faults::{read_steering, refused};
use crate::names::printed;
use crate::run::Options;
use crate::shard::fnv_1a;
use crate::watch::Watch;

/// The name and major version of the stored format.
pub const BASELINE_FORMAT: &str = "untoc-baseline/1";

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    schema: Option<String>,
    format: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fingerprint: String,
    code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    reason: String,
    expires: Day,
}

/// Findings that are known and accepted.
#[derive(Debug)]
pub struct Baseline {
    name: String,
    digest: u64,
    entries: Vec<Entry>,
}

impl Baseline {
    /// Reads a baseline; `here` is the current folder.
    ///
    /// # Errors
    /// When the file cannot be read, or is none.
    pub fn read(path: &Path, here: &Path, words: &Words) -> Result<Self, Error> {
        let text = read_steering(path, words)?;
        let read = read_stored::<Stored>(&text, "baseline", BASELINE_FORMAT);
        let stored = match read.value {
            Some(stored) if read.findings.is_empty() => stored,
            _ => return Err(refused(path, read.findings, words)),
        };
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for entry in &stored.entries {
            if !seen.insert(&entry.fingerprint) {
                let message = format!("fingerprint {} stands twice", entry.fingerprint);
                faults.push(Fault::whole(message).hint("remove one of the two entries"));
            }
            if untoc_core::is_blank(&entry.reason) {
                let message = format!("the entry {} has no reason", entry.fingerprint);
                faults
                    .push(Fault::whole(message).hint("say why the finding is accepted"));
            }
        }
        if !faults.is_empty() {
            return Err(Error::Faulty { path: path.to_owned(), faults });
        }
        Ok(Self {
            name: printed(&[path], here).pop().unwrap_or_default(),
            digest: fnv_1a(text.as_bytes()),
            entries: stored.entries,
        })
    }

    pub(crate) fn digest(&self) -> u64 {
        self.digest
    }

    /// Lets a run watch for the findings.
    pub(crate) fn watch(&self, watch: &mut Watch, options: &Options<'_>) {
        let finding = |code, at: usize, entry: &Entry| {
            let place = Place::pointer(format!("/entries/{at}"));
            let mut finding = Finding::new(code, place)
                .plain("code", &entry.code)
                .plain("item", &entry.fingerprint)
                .plain("date", entry.expires);
            if let Some(file) = &entry.file {
                finding = finding.plain("other", file);
            }
            finding.set_file(&self.name);
            finding
        };
        let all = |code| {
            let made = self.entries.iter().enumerate();
            let findings: Vec<Finding> =
                made.map(|(at, e)| finding(code, at, e)).collect();
            said(findings, options)
        };
        let unused = all(Code::BaselineUnused);
        let expired = all(Code::BaselineExpired);
        let both = unused.into_iter().zip(expired);
        for (entry, (if_not, if_expired)) in self.entries.iter().zip(both) {
            let accepts = entry.expires.0 >= options.today;
            let if_met = if_expired.filter(|_| !accepts);
            watch.know(&entry.fingerprint, accepts, if_met, if_not);
        }
    }
}

/// Puts findings about the run as a whole into words; `None` for one that is turned off.
pub(crate) fn said(
    findings: Vec<Finding>,
    options: &Options<'_>,
) -> Vec<Option<Reported>> {
    let (words, privacy) = (options.words, options.privacy);
    let all = Reported::all(&findings, None, words, privacy);
    all.into_iter()
        .zip(findings)
        .map(|(reported, finding)| {
            let mut weighed = vec![finding];
            options.severities.weigh(&mut weighed);
            let severity = weighed.first()?.severity;
            Some(Reported { severity, ..reported })
        })
        .collect()
}

/// A finding that a new baseline accepts.
#[derive(Debug)]
pub(crate) struct Accepted {
    fingerprint: String,
    code: String,
    file: Option<String>,
    question: Option<String>,
}

impl Accepted {
    pub(crate) fn of(finding: &Reported) -> Self {
        let place = finding.place();
        Self {
            fingerprint: finding.fingerprint.clone(),
            code: finding.code.clone(),
            file: place.and_then(|place| place.file.clone()),
            question: place.and_then(|place| place.question.clone()),
        }
    }
}

/// What a new baseline says about the findings that it accepts.
#[derive(Debug)]
pub struct NewBaseline {
    reason: String,
    expires: Day,
    /// Reasons and days of findings that were accepted before.
    before: BTreeMap<String, (String, Day)>,
}

impl NewBaseline {
    /// Makes a new baseline; what an earlier one says about a finding stays.
    pub fn new(reason: &str, expires: Date, earlier: Option<&Baseline>) -> Self {
        let entries = earlier.map(|baseline| baseline.entries.as_slice());
        let before = entries.unwrap_or_default().iter().map(|entry| {
            (entry.fingerprint.clone(), (entry.reason.clone(), entry.expires))
        });
        Self {
            reason: reason.to_owned(),
            expires: Day(expires),
            before: before.collect(),
        }
    }

    /// Returns the text of the file.
    pub(crate) fn text(&self, accepted: Vec<Accepted>) -> String {
        let entries = accepted
            .into_iter()
            .map(|finding| {
                let known = self.before.get(&finding.fingerprint);
                let (reason, expires) =
                    known.cloned().unwrap_or_else(|| (self.reason.clone(), self.expires));
                Entry {
                    fingerprint: finding.fingerprint,
                    code: finding.code,
                    file: finding.file,
                    question: finding.question,
                    reason,
                    expires,
                }
            })
            .collect();
        json(&Stored { schema: None, format: BASELINE_FORMAT.to_owned(), entries })
    }
}
