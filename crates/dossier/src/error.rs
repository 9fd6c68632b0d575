//! Why a dossier could not be opened or changed.

use std::path::PathBuf;
use std::time::Duration;

use untoc_core::{Conflict, Finding, ItemId, QuestionId, QuestionnaireId};

use crate::disk::{Action, DiskError};
use crate::file_name::FileName;

/// Why a dossier could not be opened or changed. Nothing was changed, but for
/// [`Error::Unfinished`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// Somebody else is writing, and did not finish in time.
    #[error("{} is being changed{}; waited {} s", .path.display(), by(.holder.as_ref()), .waited.as_secs())]
    Busy {
        /// The dossier.
        path: PathBuf,
        /// Who holds the lock, where it is known.
        holder: Option<Holder>,
        /// How long it was waited for.
        waited: Duration,
    },
    /// There is no dossier in a folder.
    #[error("there is no dossier in {}", .path.display())]
    NoDossier {
        /// The folder.
        path: PathBuf,
    },
    /// A dossier is to be made where there is one.
    #[error("there is a dossier in {} already", .path.display())]
    DossierExists {
        /// The folder.
        path: PathBuf,
    },
    /// A dossier is to be made in a folder that has something in it, or in place of a
    /// file.
    #[error("cannot make a dossier in {}: it holds something else already", .path.display())]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// A file has faults: it cannot be used, or writing it anew would lose something.
    #[error("{file} has faults that must be mended first")]
    Faulty {
        /// The file, relative to the dossier.
        file: String,
        /// The faults.
        findings: Vec<Finding>,
    },
    /// Something has been changed by somebody else since it was read.
    #[error("{}", changed_since(.entries, .files))]
    Conflict {
        /// The entries, each with what both sides started from, what was to be written
        /// (`theirs`) and what stands there (`ours`).
        entries: Vec<Conflict>,
        /// The other files.
        files: Vec<FileConflict>,
        /// Where what was to be written has been kept.
        kept: Option<PathBuf>,
    },
    /// A questionnaire that is not loaded.
    #[error("there is no questionnaire {id}")]
    NoQuestionnaire {
        /// The questionnaire.
        id: QuestionnaireId,
    },
    /// A questionnaire that is not under review here.
    #[error("{id} is not under review in this dossier")]
    NotUnderReview {
        /// The questionnaire.
        id: QuestionnaireId,
    },
    /// A questionnaire is to be taken out of the review although it has answers.
    #[error("{id} has {answers} answers, which would leave the dossier with it")]
    HasAnswers {
        /// The questionnaire.
        id: QuestionnaireId,
        /// How many entries there are.
        answers: usize,
    },
    /// An evidence item is to be added under an id that is taken.
    #[error("there is an evidence item {id} already")]
    ItemExists {
        /// The item.
        id: ItemId,
    },
    /// There is no such evidence item.
    #[error("there is no evidence item {id}")]
    NoItem {
        /// The item.
        id: ItemId,
    },
    /// Something else lies where the files of an evidence item belong.
    #[error("something else lies in evidence/{id}")]
    ItemTaken {
        /// The item.
        id: ItemId,
    },
    /// The package of an evidence item is not among the backups any more.
    #[error("the files of the evidence item {id} are not there any more")]
    PackageGone {
        /// The item.
        id: ItemId,
    },
    /// A zip file cannot be written.
    #[error("cannot write the zip file: {source}")]
    Zip {
        /// What the system said.
        source: std::io::Error,
    },
    /// A file of a package is no longer the one that was checked.
    #[error("{path} of the package has changed while it was read")]
    PackageChanged {
        /// The path in the package.
        path: String,
    },
    /// No change is left that could be taken back.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// No change was taken back that could be made again.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// A change cannot be taken back or made again, because what it changed has been
    /// changed since.
    #[error("cannot {} change {n}: {} has been changed since by something else", .way.verb(), what(.file, .question.as_ref()))]
    ChangedSince {
        /// The number of the change.
        n: u64,
        /// What was to be done with it.
        way: Way,
        /// The file.
        file: FileName,
        /// The question, where it is about an answer.
        question: Option<QuestionId>,
    },
    /// A change cannot be taken back or made again, because the history no longer has
    /// its values.
    #[error("cannot {} change {n}: the history no longer has the values", .way.verb())]
    ValuesErased {
        /// The number of the change.
        n: u64,
        /// What was to be done with it.
        way: Way,
    },
    /// The change is recorded, but a file could not be put in its place. It will be when
    /// the dossier is opened next.
    #[error("the change is recorded as number {n}, but not finished: {source}")]
    Unfinished {
        /// The number of the change.
        n: u64,
        /// The file.
        file: FileName,
        /// What the system said.
        source: DiskError,
    },
    /// A file would become larger than this tool reads.
    #[error("{file} would become larger than {} megabytes, the most that this tool reads", .limit >> 20)]
    TooLarge {
        /// The file, relative to the dossier.
        file: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// A time is not written as UTC to the second.
    #[error(
        "\"{at}\" is no time; expected UTC to the second, such as 2026-11-24T09:30:00Z"
    )]
    Time {
        /// What was given.
        at: String,
    },
}

/// Which way a change was to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Back.
    Undo,
    /// Forward again.
    Redo,
}

/// Who holds the lock of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Holder {
    /// Who.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// On which machine, by which process.
    pub place: String,
    /// Since when (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// A whole file that somebody else has changed since it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileConflict {
    /// The file.
    pub file: FileName,
    /// What stands there now; `None` if the file is gone.
    pub ours: Option<String>,
    /// What was to be written.
    pub theirs: String,
}

/// The kinds of errors, by which a command chooses its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// Something could not be read.
    Read,
    /// Something could not be written, or the lock was busy.
    Write,
    /// What stands in the dossier forbids the change.
    Refused,
    /// The command asks for what does not exist here.
    Usage,
}

impl Error {
    /// Returns the kind.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Disk(error) => match error.action {
                Action::Read => ErrorKind::Read,
                Action::Write | Action::Lock => ErrorKind::Write,
            },
            Self::Zip { .. }
            | Self::Busy { .. }
            | Self::Unfinished { .. }
            | Self::Conflict { .. } => ErrorKind::Write,
            Self::Faulty { .. }
            | Self::ChangedSince { .. }
            | Self::ValuesErased { .. }
            | Self::TooLarge { .. }
            | Self::ItemTaken { .. }
            | Self::PackageGone { .. }
            | Self::PackageChanged { .. }
            | Self::HasAnswers { .. } => ErrorKind::Refused,
            Self::NoDossier { .. }
            | Self::DossierExists { .. }
            | Self::NotEmpty { .. }
            | Self::NoQuestionnaire { .. }
            | Self::NotUnderReview { .. }
            | Self::ItemExists { .. }
            | Self::NoItem { .. }
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::Time { .. } => ErrorKind::Usage,
        }
    }
}

impl Way {
    fn verb(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

fn by(holder: Option<&Holder>) -> String {
    let Some(holder) = holder else { return " by another program".to_owned() };
    let who = holder.by.as_deref().unwrap_or("another program");
    let since = holder.since.as_ref().map(|since| format!(" since {since}"));
    format!(" by {who} ({}){}", holder.place, since.unwrap_or_default())
}

fn what(file: &FileName, question: Option<&QuestionId>) -> String {
    match question {
        Some(question) => format!("the answer to {question}"),
        None => file.to_string(),
    }
}

fn changed_since(entries: &[Conflict], files: &[FileConflict]) -> String {
    let answers = entries.iter().map(|entry| format!("the answer to {}", entry.question));
    let files = files.iter().map(|file| file.file.to_string());
    let all: Vec<String> = answers.chain(files).collect();
    let verb = if all.len() == 1 { "has" } else { "have" };
    format!("{} {verb} been changed by somebody else in the meantime", all.join(", "))
}
