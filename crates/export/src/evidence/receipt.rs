//! A receipt for the provider of an evidence item: what was received, what the checks
//! found, where it is used or why not.

use serde::Serialize;
use untoc_core::{EvidenceCheck, StoredFile};

/// A receipt.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Receipt {
    /// The format of the receipt as JSON.
    pub format: &'static str,
    /// The State.
    pub state: String,
    /// The focal point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focal_point: Option<String>,
    /// The day on which the receipt was written.
    pub written: String,
    /// The id of the item.
    pub item: String,
    /// The title.
    pub title: String,
    /// The provider.
    pub provider: String,
    /// The day on which it was received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<String>,
    /// From whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_from: Option<String>,
    /// How: as a package, an encrypted package, or files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_as: Option<String>,
    /// The digest of the package.
    pub digest: String,
    /// The files.
    pub files: Vec<StoredFile>,
    /// What the checks found.
    pub checks: Vec<EvidenceCheck>,
    /// Where the item is used.
    pub used: Vec<ReceiptUse>,
    /// How many more answers use it that are for national authorities only.
    pub used_elsewhere: usize,
    /// Why it is not used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unused_because: Option<String>,
    /// On what terms it is kept: a name and a text each.
    pub terms: Vec<(String, String)>,
}

/// Where an evidence item is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptUse {
    /// The question.
    pub question: String,
    /// Its words.
    pub text: String,
    /// The provision that it asks about, with its instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provision: Option<String>,
    /// What the item shows there: supports, contradicts or context.
    pub stance: String,
}

impl Receipt {
    /// The format of a receipt as JSON.
    pub const FORMAT: &'static str = "untoc-evidence-receipt/1";

    /// Writes the receipt as JSON.
    pub fn to_json(&self) -> String {
        untoc_core::json(self)
    }
}
