//! Progress on a dossier: what is answered, who is asked for what, what comes next.
//!
//! Everything is counted by [`untoc_core::Progress`]; nothing is rated. One
//! [`DossierStatus`] is shown as text, as JSON and, for chasing contributors, as CSV.

mod build;
mod chase;
mod json;
mod text;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use untoc_core::{CountryCode, Instrument, Tally};

pub use build::dossier_status;
pub use chase::status_csv;
pub use json::status_json;
pub use text::status_text;

/// Progress on a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierStatus {
    /// The State.
    pub state: CountryCode,
    /// Today, as it was given.
    pub today: Date,
    /// When the response is due.
    pub due: Option<Date>,
    /// All questionnaires together.
    pub total: Tally,
    /// The questionnaires under review, in their order.
    pub questionnaires: Vec<QuestionnaireStatus>,
    /// The contributors, in the order of the settings.
    pub contributors: Vec<ContributorStatus>,
    /// The questions that nobody is asked for.
    pub unassigned: Tally,
    /// The first required question that is asked and open.
    pub next: Option<NextQuestion>,
}

/// Progress on one questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireStatus {
    /// The id.
    pub id: String,
    /// The instrument.
    pub instrument: Instrument,
    /// The title of the cluster.
    pub title: String,
    /// What is done.
    pub tally: Tally,
    /// The sections in their order.
    pub sections: Vec<SectionStatus>,
}

/// Progress on one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionStatus {
    /// The id.
    pub id: String,
    /// The article; none for a section on the whole cluster.
    pub article: Option<String>,
    /// The title.
    pub title: String,
    /// What is done.
    pub tally: Tally,
    /// Who is asked for it, in part or whole, in the order of the settings.
    pub contributors: Vec<String>,
}

/// Progress of one contributor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContributorStatus {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// How to reach it.
    pub contact: Option<String>,
    /// What is done of everything it is asked for.
    pub tally: Tally,
    /// What it is asked for, in the order of the settings.
    pub assignments: Vec<AssignmentStatus>,
}

/// Progress on one assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentStatus {
    /// The section or question asked for.
    pub subject: String,
    /// Its title or text.
    pub title: String,
    /// What is done.
    pub tally: Tally,
    /// When it is due: its own date, or else that of the dossier.
    pub due: Option<Date>,
    /// When the form was sent.
    pub sent: Option<Date>,
    /// When the answers came back.
    pub received: Option<Date>,
    /// How far it has come.
    pub step: Step,
    /// Days until it is due; below zero when the day has passed.
    pub days_left: Option<i32>,
    /// Whether the day has passed and something required is still open.
    pub overdue: bool,
}

/// How far an assignment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The form has not been sent.
    NotSent,
    /// The form was sent, and has not come back.
    Sent,
    /// Answers came back, and something required is still open.
    Received,
    /// Everything required is answered.
    Complete,
}

impl Step {
    /// Returns the name for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not_sent",
            Self::Sent => "sent",
            Self::Received => "received",
            Self::Complete => "complete",
        }
    }
}

/// The question to answer next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextQuestion {
    /// The questionnaire.
    pub questionnaire: String,
    /// The question.
    pub question: String,
    /// Its text.
    pub text: String,
}

/// Returns the days from one date to another, below zero when it lies before.
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
