//! Who changes a dossier, when and by what.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a change is recorded with. The time comes from the caller: nothing here reads a
/// clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// When: UTC to the second, `2026-11-24T09:30:00Z`.
    pub at: String,
    /// Who: the contributor or person on whose behalf the command runs.
    pub by: Option<String>,
    /// By what.
    pub via: Via,
}

impl Act {
    /// Makes an act of nobody in particular.
    pub fn new(via: Via, at: impl Into<String>) -> Self {
        Self { at: at.into(), by: None, via }
    }

    /// Names who acts.
    #[must_use]
    pub fn by(mut self, who: impl Into<String>) -> Self {
        self.by = Some(who.into());
        self
    }

    pub(crate) fn with(&self, via: Via) -> Self {
        Self { via, ..self.clone() }
    }
}

/// By what a dossier was changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Via {
    /// The dossier was made.
    Init,
    /// One answer was given, changed or removed.
    Answer,
    /// The guided interview.
    Fill,
    /// A form was read in.
    Import,
    /// An evidence item was added, linked or removed.
    Evidence,
    /// An evidence item was erased, which cannot be taken back.
    Erase,
    /// The settings or the register of laws.
    Settings,
    /// A change was taken back.
    Undo,
    /// A change that had been taken back was made again.
    Redo,
    /// Something else than this tool; noticed later.
    Outside,
    /// A word of a later version of this tool.
    Other(String),
}

impl Via {
    /// Returns the word in the history.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Init => "init",
            Self::Answer => "answer",
            Self::Fill => "fill",
            Self::Import => "import",
            Self::Evidence => "evidence",
            Self::Erase => "erase",
            Self::Settings => "settings",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Outside => "outside",
            Self::Other(word) => word,
        }
    }
}

impl From<String> for Via {
    fn from(word: String) -> Self {
        match word.as_str() {
            "init" => Self::Init,
            "answer" => Self::Answer,
            "fill" => Self::Fill,
            "import" => Self::Import,
            "evidence" => Self::Evidence,
            "erase" => Self::Erase,
            "settings" => Self::Settings,
            "undo" => Self::Undo,
            "redo" => Self::Redo,
            "outside" => Self::Outside,
            _ => Self::Other(word),
        }
    }
}

impl From<Via> for String {
    fn from(via: Via) -> Self {
        via.as_str().to_owned()
    }
}

impl fmt::Display for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
