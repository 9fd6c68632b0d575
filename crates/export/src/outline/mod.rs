//! The outline: what readers of a report see, in its order and in words.
//!
//! It is built in one place from plans, responses and the register of laws. Every report
//! is rendered from it and looks at nothing else.

mod annex;
mod answer;
mod build;
mod records;

pub use annex::annex;
pub(crate) use answer::{cell_text, cell_words};
pub use build::outline;
pub(crate) use build::title;

use untoc_core::{Obligation, Stance};

use crate::choose::LeftOut;

/// A report on one or several responses of a State.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The cover.
    pub cover: Cover,
    /// One part for each questionnaire.
    pub parts: Vec<OutlinePart>,
    /// The laws that are cited, in the order of the register.
    pub laws: Vec<OutlineLaw>,
    /// What is left out.
    pub left_out: LeftOut,
    /// What a check found, where it was asked for.
    pub annex: Option<Vec<OutlineFinding>>,
    /// The language of the words around the answers (BCP 47).
    pub language: String,
}

/// What a check found about the answers, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineFinding {
    /// How much it weighs.
    pub severity: String,
    /// The question or file that it is about; empty if neither is known.
    pub place: String,
    /// What is wrong with what, and what was expected.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// What stands on the cover, line by line, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// The title.
    pub title: String,
    /// Labels and what they say.
    pub lines: Vec<(String, String)>,
    /// Whose wording the questions are.
    pub wording: String,
}

/// The answers to one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlinePart {
    /// The id of the questionnaire.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The language of the questions (BCP 47).
    pub language: String,
    /// The sections that have a question here.
    pub sections: Vec<OutlineSection>,
}

/// The questions on one article, or on the whole cluster.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineSection {
    /// The id of the section.
    pub id: String,
    /// The heading: article and title.
    pub title: String,
    /// What the article asks of a State.
    pub intro: Option<String>,
    /// The questions in order.
    pub questions: Vec<OutlineQuestion>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineQuestion {
    /// The id.
    pub id: String,
    /// The question.
    pub text: String,
    /// The provisions that it tests.
    pub provisions: Vec<String>,
    /// How strictly they bind, and the words for it.
    pub obligation: Option<(Obligation, String)>,
    /// Whether it follows up on another question.
    pub follow_up: bool,
    /// The answer.
    pub answer: OutlineAnswer,
    /// The note that belongs to the answer.
    pub note: Option<String>,
    /// Internal remarks, where they were asked for.
    pub remarks: Option<String>,
    /// What evidence shows about it.
    pub evidence: Vec<OutlineEvidence>,
    /// The language of the texts (BCP 47).
    pub language: String,
}

/// An answer in words.
#[derive(Debug, Clone, PartialEq)]
pub enum OutlineAnswer {
    /// There is none yet; these words say so.
    Open(String),
    /// There is none, for a reason.
    NoAnswer(OutlineNoAnswer),
    /// A choice.
    Choice(String),
    /// Several choices.
    Ticks(Vec<String>),
    /// Free text.
    Text(String),
    /// A number, with its unit.
    Number(String),
    /// A date as far as it is known.
    Date(String),
    /// Laws, cases or authorities.
    Records(Vec<Record>),
    /// Rows of columns.
    Table(OutlineTable),
    /// What fits no question of this kind, as it is stored.
    Raw(String),
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineNoAnswer {
    /// The kind in words.
    pub kind: String,
    /// The reason.
    pub reason: Option<String>,
    /// Where and when the answer was given, and what has changed since.
    pub elsewhere: Vec<(String, String)>,
}

/// A law that is cited, a case or an authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What it is called.
    pub title: Option<String>,
    /// What is said about it.
    pub facts: Vec<Fact>,
}

/// One thing that is said about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is; empty where the words speak for themselves.
    pub label: String,
    /// The words.
    pub value: FactValue,
}

/// The words of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValue {
    /// Text.
    Text(String),
    /// A link that a reader may follow.
    Link(String),
    /// Ids of questions in this report.
    Questions(Vec<String>),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineTable {
    /// The columns that are filled in anywhere.
    pub columns: Vec<TableColumn>,
    /// The rows: a text for each column, empty where nothing is known.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// The heading.
    pub label: String,
    /// Whether it holds numbers, which stand at its right edge.
    pub numeric: bool,
}

/// What an evidence item shows about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineEvidence {
    /// The id of the item.
    pub item: String,
    /// Its title, where it is known.
    pub title: Option<String>,
    /// What it shows, and the words for it.
    pub stance: (Stance, String),
    /// Where in the item, or why.
    pub note: Option<String>,
}

/// A law of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineLaw {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// Its kind and date in words.
    pub about: String,
    /// Links and identifiers, with what they are.
    pub links: Vec<(String, String)>,
    /// The questions whose answers cite it.
    pub cited_by: Vec<String>,
}
