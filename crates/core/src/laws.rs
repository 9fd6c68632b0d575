//! The dossier's register of laws, which answers cite by id.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::date::PartialDate;
use crate::id::LawId;

/// The name and major version of the stored format.
pub const LAWS_FORMAT: &str = "untoc-laws/1";

/// The register of laws as it is stored (`laws.json`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Laws {
    /// A link to the JSON Schema, kept as it was.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`LAWS_FORMAT`].
    pub format: String,
    /// The entries, in the order of their ids.
    pub laws: Vec<Law>,
    /// Anything that another program wants to keep here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Json>,
}

impl Default for Laws {
    fn default() -> Self {
        Self {
            schema: None,
            format: LAWS_FORMAT.to_owned(),
            laws: Vec::new(),
            extensions: None,
        }
    }
}

impl Laws {
    /// Returns the entry with this id.
    pub fn get(&self, id: &str) -> Option<&Law> {
        self.laws.iter().find(|law| law.id.as_str() == id)
    }

    /// Returns the register as it is written.
    pub fn to_text(&self) -> String {
        crate::text::json(self)
    }
}

/// An entry of the register of laws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// The id by which answers cite it.
    pub id: LawId,
    /// The title.
    pub title: String,
    /// What kind of text it is.
    pub kind: LawKind,
    /// When it was adopted or entered into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The language of the text (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Where the text can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Where it stands in UNODC's knowledge portal SHERLOC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sherloc: Option<String>,
    /// The European Legislation Identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eli: Option<String>,
    /// The European Case Law Identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ecli: Option<String>,
}

/// What kind of text a law is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LawKind {
    /// A constitution.
    Constitution,
    /// An act of the legislature.
    Act,
    /// A regulation.
    Regulation,
    /// A code.
    Code,
    /// Case law.
    CaseLaw,
    /// A policy.
    Policy,
    /// Something else.
    Other,
}

impl LawKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Constitution,
        Self::Act,
        Self::Regulation,
        Self::Code,
        Self::CaseLaw,
        Self::Policy,
        Self::Other,
    ];

    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Constitution => "constitution",
            Self::Act => "act",
            Self::Regulation => "regulation",
            Self::Code => "code",
            Self::CaseLaw => "case_law",
            Self::Policy => "policy",
            Self::Other => "other",
        }
    }

    /// Finds a kind by its name; a space or hyphen may stand for the underscore.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace(['-', ' '], "_");
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}
