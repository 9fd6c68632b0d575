//! The State's own record of an evidence item (`evidence/<item>.json`).

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::id::ItemId;

/// The name and major version of the stored format.
pub const EVIDENCE_RECORD_FORMAT: &str = "untoc-evidence-record/1";

/// What a State keeps about an evidence item, beside the package itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRecord {
    /// A link to the JSON Schema, kept as it was.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`EVIDENCE_RECORD_FORMAT`].
    pub format: String,
    /// The item, by which answers link to it.
    pub item: ItemId,
    /// When and from whom it was received; absent once it is erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Received>,
    /// The digest of the package: of the list of its files with their digests.
    pub digest: String,
    /// The files as they were stored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<StoredFile>,
    /// What the check of the tables said when the item was received.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<EvidenceCheck>,
    /// Why no answer uses it, for the provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unused_because: Option<String>,
    /// That it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<Erased>,
    /// Anything that another program wants to keep here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Json>,
}

/// When and from whom an item was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Received {
    /// When (UTC).
    pub at: String,
    /// From whom.
    pub from: String,
    /// As a package, or as files without one.
    #[serde(rename = "as")]
    pub form: ReceivedForm,
}

/// How an item was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceivedForm {
    /// As a package.
    Package,
    /// As a package that was encrypted.
    SealedPackage,
    /// As files, which the State has described itself.
    Files,
}

impl ReceivedForm {
    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Package => "package",
            Self::SealedPackage => "sealed_package",
            Self::Files => "files",
        }
    }
}

/// A file as it was stored.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredFile {
    /// The path below the folder of the item, with `/`.
    pub path: String,
    /// The number of bytes.
    pub bytes: u64,
    /// The SHA-256 digest, 64 hexadecimal digits.
    pub sha256: String,
    /// The name under which it was received, where that could not be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_as: Option<String>,
}

/// What the check of a table said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceCheck {
    /// The file.
    pub path: String,
    /// The profile that it was checked against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// The rows.
    pub rows: usize,
    /// How many errors were found.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// The verdict of the privacy check: `blocked`, `authority-only` or `publishable`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<String>,
    /// The thresholds of that check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thresholds: Option<CheckThresholds>,
}

/// How much must hold before a table may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckThresholds {
    /// The least rows that share a description.
    pub rows: usize,
    /// The least different values of a secret among rows of one description.
    pub secrets: usize,
    /// The least count that may be shown.
    pub count: usize,
}

/// That an item was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// When (UTC).
    pub at: String,
    /// Why.
    pub reason: String,
}

impl EvidenceRecord {
    /// Makes the record of an item that has been erased: nothing but its digest, when
    /// and why.
    pub fn tombstone(item: ItemId, digest: String, erased: Erased) -> Self {
        Self {
            schema: None,
            format: EVIDENCE_RECORD_FORMAT.to_owned(),
            item,
            received: None,
            digest,
            files: Vec::new(),
            checks: Vec::new(),
            unused_because: None,
            erased: Some(erased),
            extensions: None,
        }
    }

    /// Returns the record as it is written.
    pub fn to_text(&self) -> String {
        crate::text::json(self)
    }
}
