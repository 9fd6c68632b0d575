//! What the pages need of the program around them.

use std::path::Path;

use jiff::Timestamp;
use untoc_core::{Evidence, EvidenceCheck, Figure, Severity};

/// What the pages need of the program around them: its clock and what its commands do.
///
/// So the browser and the command line export, import and check by the same code.
pub trait Desk: Send + Sync + 'static {
    /// Returns the time.
    fn now(&self) -> Timestamp;

    /// Returns the formats that answers can be exported to.
    fn export_formats(&self) -> Vec<ExportFormat>;

    /// Exports answers of a dossier; files by their names.
    ///
    /// # Errors
    /// When the wish cannot be met.
    fn export(
        &self,
        dossier: &Path,
        wish: &ExportWish,
    ) -> Result<Vec<(String, Vec<u8>)>, Trouble>;

    /// Makes the dossier of the example in a folder that does not exist yet.
    ///
    /// # Errors
    /// When the folder cannot be made.
    fn make_example(&self, folder: &Path) -> Result<(), Trouble>;

    /// Checks a table of data: its structure, and whether it exposes a person.
    ///
    /// # Errors
    /// When the table cannot be read.
    fn check_table(&self, name: &str, bytes: &[u8]) -> Result<TableCheck, Trouble>;

    /// Looks at a file or package that may become evidence; it is kept nowhere.
    ///
    /// # Errors
    /// When it is no file that could be taken in; the hints are the findings.
    fn look_at_evidence(&self, sent: &Sent<'_>) -> Result<EvidenceLook, Trouble>;

    /// Takes a file or package into a dossier and returns the id of the item; what is
    /// said about it stands under the names of the options of the command.
    ///
    /// # Errors
    /// When it is refused; nothing is taken in then.
    fn add_evidence(
        &self,
        dossier: &Path,
        sent: &Sent<'_>,
        said: &[(String, String)],
    ) -> Result<String, Trouble>;

    /// Summarizes the tables of an evidence item, small counts left out.
    ///
    /// # Errors
    /// When the dossier or the item cannot be read.
    fn item_figures(&self, dossier: &Path, item: &str) -> Result<Vec<Figure>, Trouble>;

    /// Writes the receipt for the provider of an evidence item, as a page.
    ///
    /// # Errors
    /// When the item cannot be read.
    fn item_receipt(&self, dossier: &Path, item: &str) -> Result<String, Trouble>;
}

/// A format that answers can be exported to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFormat {
    /// Its name, as on the command line.
    pub name: String,
    /// What it is, in a few words.
    pub label: String,
    /// Whether it can be a form to fill in.
    pub is_form: bool,
    /// Whether it can be a report or data with answers.
    pub is_report: bool,
}

/// What somebody sends in as evidence.
#[derive(Clone, Copy)]
pub struct Sent<'a> {
    /// The files by their names; at least one.
    pub files: &'a [(String, Vec<u8>)],
    /// The passphrase or the secret key that opens an encrypted package. It is written
    /// down nowhere.
    pub secret: Option<&'a str>,
}

impl std::fmt::Debug for Sent<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sent").field("files", &self.files.len()).finish_non_exhaustive()
    }
}

/// What is to be exported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportWish {
    /// The name of the format.
    pub format: String,
    /// Whether a form to fill in is wanted.
    pub blank: bool,
    /// Only this questionnaire.
    pub questionnaire: Option<String>,
    /// Only this section.
    pub section: Option<String>,
    /// Only what this contributor is asked for.
    pub contributor: Option<String>,
    /// For whom.
    pub audience: untoc_core::Audience,
}

/// What the check of a table found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableCheck {
    /// Facts about the table, in words: rows, columns, encoding.
    pub facts: Vec<String>,
    /// The verdict of the privacy check, in words.
    pub verdict: Option<String>,
    /// What was found.
    pub findings: Vec<TableFinding>,
}

/// What a file or package that may become evidence holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EvidenceLook {
    /// The description that a package brings along.
    pub description: Option<Evidence>,
    /// What the checks of its tables found.
    pub checks: Vec<EvidenceCheck>,
    /// What was found, the worst first.
    pub findings: Vec<TableFinding>,
}

/// One finding about a table, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct TableFinding {
    /// How much it weighs.
    pub severity: Severity,
    /// The code.
    pub code: String,
    /// Where in the table.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// Why something cannot be done, in words for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Trouble {
    /// What is wrong.
    pub message: String,
    /// What to do; each begins with a verb.
    pub hints: Vec<String>,
}

impl Trouble {
    /// Makes a trouble without hints.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hints: Vec::new() }
    }

    /// Adds a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
