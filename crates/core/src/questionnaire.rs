//! A questionnaire: the questions on one instrument in one thematic cluster.
//!
//! The types follow the stored format `untoc-questionnaire/1` field by field. They are
//! plain data; [`crate::Plan`] compiles them into what answers are checked against.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::condition::Condition;
use crate::id::{QuestionId, QuestionnaireId, SectionId};
use crate::instrument::{Cluster, Instrument};
use crate::provision::Provision;

/// A questionnaire as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// A link to the JSON Schema, kept as it was.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always `untoc-questionnaire/1`.
    pub format: String,
    /// The id, `untoc-cluster-1`.
    pub id: QuestionnaireId,
    /// The version (semantic versioning).
    pub version: String,
    /// The language of the wording (BCP 47).
    pub language: String,
    /// The instrument asked about.
    pub instrument: Instrument,
    /// The thematic cluster.
    pub cluster: Cluster,
    /// The title of the cluster.
    pub title: String,
    /// The articles that the cluster covers, each of which has a section.
    pub articles: Vec<String>,
    /// What was checked against which source, for maintainers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// Anything that another program wants to keep here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<serde_json::Value>,
}

/// A section: the questions on one article, or on the whole cluster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The id, `untoc-5`.
    pub id: SectionId,
    /// The article; absent for a section on the whole cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The title.
    pub title: String,
    /// Kinds of agency that usually hold the answers (option set `holders`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub usually_with: Vec<String>,
    /// What the article asks of a State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    /// The questions in order.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The id, `untoc-5-q1`.
    pub id: QuestionId,
    /// A key shared by questions that ask the same in several questionnaires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<String>,
    /// The provisions that the question tests; a follow-up inherits them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provisions: Vec<Provision>,
    /// How strictly the provision binds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obligation: Option<Obligation>,
    /// What kind of answer is asked for.
    pub kind: Kind,
    /// The question itself.
    pub text: String,
    /// What a good answer contains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The unit of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The least number allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Number>,
    /// The greatest number allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Number>,
    /// The choices, where they stand here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// The choices, where they stand in a common set of this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options_from: Option<String>,
    /// The columns of a table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// The condition under which the question is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What a submission needs of this question.
    #[serde(default, skip_serializing_if = "Required::is_no")]
    pub required: Required,
    /// The cross-cutting views that the question also serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lenses: Vec<Lens>,
    /// What civil-society or administrative data could support or test the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_hint: Option<String>,
}

/// What kind of answer a question asks for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// `yes`, `in_part` or `no`: is the provision carried out.
    Implementation,
    /// `yes` or `no`.
    YesNo,
    /// One of the options.
    Single,
    /// One or several of the options.
    Multiple,
    /// Free text.
    Text,
    /// A number with a unit.
    Number,
    /// A date, perhaps partial.
    Date,
    /// Citations of laws from the dossier's register.
    Laws,
    /// Cases or examples of implementation.
    Cases,
    /// Competent authorities.
    Authorities,
    /// Rows of columns that the question defines.
    Table,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Implementation,
        Self::YesNo,
        Self::Single,
        Self::Multiple,
        Self::Text,
        Self::Number,
        Self::Date,
        Self::Laws,
        Self::Cases,
        Self::Authorities,
        Self::Table,
    ];

    /// Returns the name of the kind in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Implementation => "implementation",
            Self::YesNo => "yes_no",
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Laws => "laws",
            Self::Cases => "cases",
            Self::Authorities => "authorities",
            Self::Table => "table",
        }
    }

    /// Says whether an answer is a list of rows.
    pub fn has_rows(self) -> bool {
        matches!(self, Self::Laws | Self::Cases | Self::Authorities | Self::Table)
    }

    /// Says whether an answer is one value out of a list.
    pub fn is_choice(self) -> bool {
        matches!(self, Self::Implementation | Self::YesNo | Self::Single)
    }
}

/// How strictly a provision binds the State.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obligation {
    /// The State shall.
    Mandatory,
    /// The State shall, subject to its legal system or within its possibilities.
    Conditional,
    /// The State may, or shall consider.
    Optional,
}

impl Obligation {
    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::Conditional => "conditional",
            Self::Optional => "optional",
        }
    }
}

/// What a submission needs of a question that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "RawRequired", into = "RawRequired")]
pub enum Required {
    /// It may stay empty without a note.
    #[default]
    No,
    /// It should be answered; unanswered, it is only noted.
    Advised,
    /// It must be answered.
    Yes,
}

impl Required {
    fn is_no(&self) -> bool {
        *self == Self::No
    }
}

#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum RawRequired {
    Flag(bool),
    Word(&'static str),
}

impl<'de> Deserialize<'de> for RawRequired {
    fn deserialize<D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = RawRequired;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("true, false or \"advised\"")
            }

            fn visit_bool<E>(self, flag: bool) -> Result<RawRequired, E> {
                Ok(RawRequired::Flag(flag))
            }

            fn visit_str<E: serde::de::Error>(
                self,
                word: &str,
            ) -> Result<RawRequired, E> {
                match word {
                    "advised" => Ok(RawRequired::Word("advised")),
                    _ => Err(E::invalid_value(serde::de::Unexpected::Str(word), &self)),
                }
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl From<RawRequired> for Required {
    fn from(raw: RawRequired) -> Self {
        match raw {
            RawRequired::Flag(true) => Self::Yes,
            RawRequired::Flag(false) => Self::No,
            RawRequired::Word(_) => Self::Advised,
        }
    }
}

impl From<Required> for RawRequired {
    fn from(required: Required) -> Self {
        match required {
            Required::No => Self::Flag(false),
            Required::Advised => Self::Word("advised"),
            Required::Yes => Self::Flag(true),
        }
    }
}

/// A cross-cutting view.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    /// Gender.
    Gender,
    /// Human rights.
    HumanRights,
    /// The view of victims.
    VictimCentred,
    /// Technical assistance.
    TechnicalAssistance,
    /// Collection of data.
    DataCollection,
    /// National strategy.
    NationalStrategy,
    /// Civil society.
    CivilSociety,
}

impl Lens {
    /// All views.
    pub const ALL: [Self; 7] = [
        Self::Gender,
        Self::HumanRights,
        Self::VictimCentred,
        Self::TechnicalAssistance,
        Self::DataCollection,
        Self::NationalStrategy,
        Self::CivilSociety,
    ];

    /// Returns the name in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gender => "gender",
            Self::HumanRights => "human_rights",
            Self::VictimCentred => "victim_centred",
            Self::TechnicalAssistance => "technical_assistance",
            Self::DataCollection => "data_collection",
            Self::NationalStrategy => "national_strategy",
            Self::CivilSociety => "civil_society",
        }
    }

    /// Finds a view by its name; a hyphen may stand for the underscore.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace('-', "_");
        Self::ALL.into_iter().find(|lens| lens.as_str() == name)
    }
}

/// One of the values that a question or a column offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The value in files.
    pub value: String,
    /// The words that people read.
    pub label: String,
    /// Whether it cannot be ticked together with another.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exclusive: bool,
}

impl Choice {
    /// Makes a choice that can stand beside others.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), exclusive: false }
    }
}

/// A column of a table question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The key in files.
    pub key: String,
    /// The heading that people read.
    pub label: String,
    /// What a cell holds.
    #[serde(rename = "type")]
    pub kind: ColumnKind,
    /// The least number allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Number>,
    /// The greatest number allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Number>,
    /// The choices, where they stand here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// The choices, where they stand in a common set of this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options_from: Option<String>,
    /// Whether the choices are the questions named in the condition of this question.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub options_from_when: bool,
    /// Whether a date may lie in the future, as that of a plan does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub future: bool,
}

/// What a cell of a table question holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Free text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A date, perhaps partial.
    Date,
    /// One of the choices.
    Choice,
}

/// The option sets that several questionnaires share (`questionnaires/common.json`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionSets {
    /// A link to the JSON Schema, kept as it was.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always `untoc-options/1`.
    pub format: String,
    /// The id, `common`.
    pub id: String,
    /// The version (semantic versioning).
    pub version: String,
    /// The language of the labels (BCP 47).
    pub language: String,
    /// The sets by name.
    pub option_sets: BTreeMap<String, Vec<Choice>>,
}
