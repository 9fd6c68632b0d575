//! The files of a dossier that the history follows.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use untoc_core::{ItemId, QuestionnaireId, check_id};

/// A file of a dossier that this tool writes and the history follows.
///
/// A history may come from anywhere, so a name in it leads nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum FileName {
    /// The settings, `dossier.json`.
    Settings,
    /// The register of laws, `laws.json`.
    Laws,
    /// The answers to a questionnaire, `responses/untoc-cluster-1.json`.
    Response(QuestionnaireId),
    /// The record of an evidence item, `evidence/court-monitoring-2025.json`.
    Evidence(ItemId),
}

pub(crate) const SETTINGS: &str = "dossier.json";
pub(crate) const LAWS: &str = "laws.json";
pub(crate) const HISTORY: &str = "history.jsonl";
pub(crate) const RESPONSES: &str = "responses";
pub(crate) const EVIDENCE: &str = "evidence";
pub(crate) const FORMS: &str = "forms";
pub(crate) const OFFICIAL: &str = "official.json";
pub(crate) const BACKUP: &str = ".backup";
pub(crate) const LOCK: &str = ".lock";
pub(crate) const LOCK_NOTE: &str = ".lock.json";

impl FileName {
    /// Parses a path relative to the dossier.
    pub fn parse(path: &str) -> Option<Self> {
        match path {
            SETTINGS => Some(Self::Settings),
            LAWS => Some(Self::Laws),
            _ => {
                let (folder, name) = path.split_once('/')?;
                let id = name.strip_suffix(".json")?;
                check_id(id).ok()?;
                match folder {
                    RESPONSES => Some(Self::Response(QuestionnaireId::unchecked(id))),
                    EVIDENCE => Some(Self::Evidence(ItemId::unchecked(id))),
                    _ => None,
                }
            }
        }
    }

    /// Returns the path on this system.
    pub fn path(&self, root: &Path) -> PathBuf {
        match self {
            Self::Settings => root.join(SETTINGS),
            Self::Laws => root.join(LAWS),
            Self::Response(id) => root.join(RESPONSES).join(format!("{id}.json")),
            Self::Evidence(id) => root.join(EVIDENCE).join(format!("{id}.json")),
        }
    }

    /// Returns the path of the file that is written beside before it takes the place.
    pub(crate) fn temporary(&self, root: &Path) -> PathBuf {
        match self {
            Self::Settings => root.join(".dossier.json.new"),
            Self::Laws => root.join(".laws.json.new"),
            Self::Response(id) => root.join(RESPONSES).join(format!(".{id}.json.new")),
            Self::Evidence(id) => root.join(EVIDENCE).join(format!(".{id}.json.new")),
        }
    }

    /// Returns the folder in which the file stands.
    pub(crate) fn folder(&self, root: &Path) -> PathBuf {
        match self {
            Self::Settings | Self::Laws => root.to_owned(),
            Self::Response(_) => root.join(RESPONSES),
            Self::Evidence(_) => root.join(EVIDENCE),
        }
    }

    /// Returns the folder that keeps earlier versions.
    pub(crate) fn backups(&self, root: &Path) -> PathBuf {
        let below = root.join(BACKUP);
        match self {
            Self::Settings => below.join("dossier"),
            Self::Laws => below.join("laws"),
            Self::Response(id) => below.join(RESPONSES).join(id.as_str()),
            Self::Evidence(id) => below.join("evidence-records").join(id.as_str()),
        }
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => f.write_str(SETTINGS),
            Self::Laws => f.write_str(LAWS),
            Self::Response(id) => write!(f, "{RESPONSES}/{id}.json"),
            Self::Evidence(id) => write!(f, "{EVIDENCE}/{id}.json"),
        }
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.to_string()
    }
}

impl TryFrom<String> for FileName {
    type Error = &'static str;

    fn try_from(path: String) -> Result<Self, Self::Error> {
        Self::parse(&path).ok_or("expected a file of a dossier")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Only the files of a dossier have a name; nothing leads out of it.
    #[test]
    fn names_lead_nowhere_else() {
        for path in [
            "dossier.json",
            "laws.json",
            "responses/untoc-cluster-1.json",
            "evidence/court-monitoring-2025.json",
        ] {
            assert_eq!(FileName::parse(path).unwrap().to_string(), path);
        }
        for path in [
            "",
            "/etc/passwd",
            "../dossier.json",
            "responses/../laws.json",
            "responses/a/b.json",
            "responses/con.json",
            "responses\\a.json",
            "history.jsonl",
            "responses/.json",
        ] {
            assert_eq!(FileName::parse(path), None, "{path}");
        }
    }
}
