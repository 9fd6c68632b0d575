//! The settings of a dossier: whose it is, what is reviewed, who contributes by when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::country::CountryCode;
use crate::id::{ContributorId, QuestionId, QuestionnaireId, SectionId};
use crate::instrument::{Cluster, Instrument};
use crate::plan::Plan;

/// The name and major version of the stored format.
pub const DOSSIER_FORMAT: &str = "untoc-dossier/1";

/// The settings of a dossier as they are stored (`dossier.json`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A link to the JSON Schema, kept as it was.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`DOSSIER_FORMAT`].
    pub format: String,
    /// The State party.
    pub state: CountryCode,
    /// The instruments under review, in their order.
    pub instruments: Vec<Instrument>,
    /// The clusters under review, in their order.
    pub clusters: Vec<Cluster>,
    /// The language of the answers (BCP 47).
    pub language: String,
    /// The focal point: a name or an office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focal_point: Option<String>,
    /// When the review started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// When the response is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The agencies and people who contribute.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<Contributor>,
    /// What each of them is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// Anything that another program wants to keep here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Json>,
}

impl Settings {
    /// Makes the settings of a new dossier.
    pub fn new(
        state: CountryCode,
        instruments: Vec<Instrument>,
        clusters: Vec<Cluster>,
    ) -> Self {
        Self {
            schema: None,
            format: DOSSIER_FORMAT.to_owned(),
            state,
            instruments,
            clusters,
            language: "en".to_owned(),
            focal_point: None,
            start: None,
            due: None,
            contributors: Vec::new(),
            assignments: Vec::new(),
            extensions: None,
        }
    }

    /// Returns the ids of the questionnaires under review, instrument by instrument.
    pub fn questionnaires(&self) -> Vec<QuestionnaireId> {
        let mut ids = Vec::new();
        for instrument in &self.instruments {
            for cluster in &self.clusters {
                ids.push(QuestionnaireId::unchecked(format!(
                    "{instrument}-cluster-{cluster}"
                )));
            }
        }
        ids
    }

    /// Returns the contributor with this id.
    pub fn contributor(&self, id: &str) -> Option<&Contributor> {
        self.contributors.iter().find(|contributor| contributor.id.as_str() == id)
    }

    /// Returns the assignment that covers a question: one of the question itself, else
    /// one of its section.
    pub fn assignment(&self, plan: &Plan, slot: usize) -> Option<&Assignment> {
        let question = &plan.question(slot).id;
        let section = &plan.section(slot).id;
        let own = |a: &&Assignment| a.question.as_ref() == Some(question);
        let whole = |a: &&Assignment| a.section.as_ref() == Some(section);
        self.assignments.iter().find(own).or_else(|| self.assignments.iter().find(whole))
    }

    /// Returns the settings as they are written.
    pub fn to_text(&self) -> String {
        crate::text::json(self)
    }
}

/// A whole day in a file: `2026-11-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub Date);

impl Day {
    /// Parses a whole day strictly.
    pub fn parse(text: &str) -> Result<Self, crate::date::DateError> {
        match crate::date::PartialDate::parse(text)? {
            crate::date::PartialDate::Day(date) => Ok(Self(date)),
            crate::date::PartialDate::Year(_) | crate::date::PartialDate::Month(..) => {
                Err(crate::date::DateError(text.to_owned()))
            }
        }
    }
}

impl TryFrom<String> for Day {
    type Error = crate::date::DateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0.to_string()
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// An agency or a person who contributes answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contributor {
    /// The id by which answers and assignments name it.
    pub id: ContributorId,
    /// The name.
    pub name: String,
    /// How to reach it: an address, a phone number, an e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What kind of agency it is (option set `holders`), so that sections can be
    /// suggested to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<String>,
}

/// What a contributor is asked for: one section or one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The contributor.
    pub to: ContributorId,
    /// The section asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionId>,
    /// The question asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// When the contributor should answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// When the form was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Day>,
    /// When the answers came back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Day>,
}
