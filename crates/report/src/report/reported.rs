//! A finding with its words: what every format of a report writes.
//!
//! A report can be read back and joined with others, so this form, and not the finding
//! of a rule, is what the formats are made of: the same bytes come out of a run and out
//! of its joined parts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use untoc_core::{Finding, Place, Severity, Word};

use super::fingerprints;
use crate::words::{HIDDEN, Privacy, Words};

/// A finding with its words, as it stands in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reported {
    /// What is wrong; stable and listed.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// How often the same cause was met in the same file.
    pub count: usize,
    /// What is wrong with what, and what was expected.
    pub message: String,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The values in the message; private ones are masked unless they were asked for.
    pub values: BTreeMap<String, Json>,
    /// A name by which the finding is known again in a later run.
    pub fingerprint: String,
    /// The dossier, package or file that was looked at; absent where the finding is about
    /// the run as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The first places.
    pub places: Vec<Place>,
}

impl Reported {
    /// Puts the findings about one subject into words.
    pub fn all(
        findings: &[Finding],
        subject: Option<&str>,
        words: &Words,
        privacy: Privacy,
    ) -> Vec<Self> {
        let names = fingerprints(findings);
        let with_names = findings.iter().zip(names);
        with_names
            .map(|(finding, fingerprint)| Self {
                code: finding.code.as_str().to_owned(),
                severity: finding.severity,
                count: finding.count,
                message: words.message(finding, privacy),
                help: words.hint(finding, privacy),
                values: values(finding, privacy),
                fingerprint,
                subject: subject.map(str::to_owned),
                places: finding.places.clone(),
            })
            .collect()
    }

    /// Returns the first place.
    pub fn place(&self) -> Option<&Place> {
        self.places.first()
    }

    /// Returns the file of the first place; empty if there is none.
    pub fn file(&self) -> &str {
        self.place().and_then(|place| place.file.as_deref()).unwrap_or_default()
    }

    /// Says whether something that a person typed is hidden in it.
    pub fn hides(&self) -> bool {
        self.values.values().any(|value| value == HIDDEN)
    }
}

fn values(finding: &Finding, privacy: Privacy) -> BTreeMap<String, Json> {
    let value = |word: &Word| match word {
        Word::Plain(text) => Json::from(text.as_str()),
        Word::OneOf(items) | Word::List(items) => Json::from(items.clone()),
        Word::Number(number) => Json::from(*number),
        Word::Private(_) if privacy == Privacy::Masked => Json::from(HIDDEN),
        Word::Private(text) => Json::from(text.as_str()),
    };
    finding.values.iter().map(|(name, word)| ((*name).to_owned(), value(word))).collect()
}
