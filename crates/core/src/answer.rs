//! An answer: a value, or a reason why there is none, with what belongs to it.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::date::PartialDate;
use crate::id::{ContributorId, ItemId};
use crate::value::Value;

/// An entry of a response: everything that is recorded for one question.
///
/// It holds `value` or `no_answer`, never both. An entry with neither is *open*.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The answer itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// Why there is no answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_answer: Option<NoAnswer>,
    /// The reason for the *no answer* in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where the answer was given before, for `given_elsewhere`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Elsewhere>,
    /// An explanation that belongs to the answer and goes out with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Internal remarks, which never go out unless asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
    /// Who may see the answer; absent means `review`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// How far the answer has come; absent means `draft`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The contributor who gave the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ContributorId>,
    /// When the answer was given (UTC, to the second).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The language of the answer (BCP 47), where it differs from the response's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Links to evidence items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceLink>,
    /// Anything that another program wants to keep here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Json>,
}

impl Entry {
    /// Makes an entry that holds only a value.
    pub fn with_value(value: Value) -> Self {
        Self { value: Some(value), ..Self::default() }
    }

    /// Says whether there is neither a value nor a recorded *no answer*.
    pub fn is_open(&self) -> bool {
        self.value.is_none() && self.no_answer.is_none()
    }

    /// Says whether a submission accepts the entry: a value, or a *no answer* of a kind
    /// that suffices, with its reason.
    pub fn is_settled(&self) -> bool {
        self.value.is_some()
            || (self.no_answer.is_some_and(NoAnswer::suffices) && self.reason.is_some())
    }

    /// Stamps an entry that is to take the place of another: if it gives another answer,
    /// or another reason for having none, it is from now, and what was confirmed no
    /// longer is. Every front door stamps by this rule.
    pub fn stamp(&mut self, before: Option<&Self>, at: &str) {
        let said = |entry: &Self| (entry.value.clone(), entry.no_answer);
        if said(self) == before.map(said).unwrap_or_default() {
            return;
        }
        self.at = Some(at.to_owned());
        // What was confirmed was another answer.
        if self.status == Some(Status::Confirmed) {
            self.status = None;
        }
    }

    /// Returns the audience, the default filled in.
    pub fn audience(&self) -> Audience {
        self.audience.unwrap_or_default()
    }

    /// Returns the status, the default filled in.
    pub fn status(&self) -> Status {
        self.status.unwrap_or_default()
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoAnswer {
    /// Nobody has looked into it yet.
    NotAssessed,
    /// The thing does not exist in the country, or the question does not apply to it.
    NotApplicable,
    /// The State does not disclose the answer.
    NotDisclosed,
    /// The answer comes later.
    Postponed,
    /// The answer stands in another review; what has changed since is said.
    GivenElsewhere,
}

impl NoAnswer {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::NotAssessed,
        Self::NotApplicable,
        Self::NotDisclosed,
        Self::Postponed,
        Self::GivenElsewhere,
    ];

    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotAssessed => "not_assessed",
            Self::NotApplicable => "not_applicable",
            Self::NotDisclosed => "not_disclosed",
            Self::Postponed => "postponed",
            Self::GivenElsewhere => "given_elsewhere",
        }
    }

    /// Finds a kind by its name; a hyphen may stand for the underscore.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace(['-', ' '], "_");
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Says whether a submission accepts this kind, given a reason.
    pub fn suffices(self) -> bool {
        !matches!(self, Self::NotAssessed)
    }
}

/// Where an answer was given before: the review, when, and what has changed since.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// The review and the document, so that a reader finds the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// When the answer was given there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// What has changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
}

/// Who may see an answer, from the most private on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Only the national authorities.
    National,
    /// The States of the review and the secretariat.
    #[default]
    Review,
    /// Everybody.
    Public,
}

impl Audience {
    /// All audiences.
    pub const ALL: [Self; 3] = [Self::National, Self::Review, Self::Public];

    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Review => "review",
            Self::Public => "public",
        }
    }

    /// Finds an audience by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.as_str() == name)
    }
}

/// How far an answer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Offered, not yet looked at by the focal point.
    Proposed,
    /// In work.
    #[default]
    Draft,
    /// The focal point stands by it.
    Confirmed,
}

impl Status {
    /// All states of work.
    pub const ALL: [Self; 3] = [Self::Proposed, Self::Draft, Self::Confirmed];

    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Draft => "draft",
            Self::Confirmed => "confirmed",
        }
    }

    /// Finds a status by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == name)
    }
}

/// A link from an answer to an evidence item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceLink {
    /// The evidence item.
    pub item: ItemId,
    /// What the item does to the answer.
    pub stance: Stance,
    /// Where in the item, or why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What an evidence item shows about an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// It supports the answer.
    Supports,
    /// It contradicts the answer.
    Contradicts,
    /// It gives background.
    Context,
}

impl Stance {
    /// All stances.
    pub const ALL: [Self; 3] = [Self::Supports, Self::Contradicts, Self::Context];

    /// Returns the name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
            Self::Context => "context",
        }
    }
}
