//! A response: a State's answers to one questionnaire.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use crate::answer::Entry;
use crate::country::CountryCode;
use crate::id::{QuestionId, QuestionnaireId};
use crate::plan::Plan;
use crate::value::{Row, Value};

/// The name and major version of the stored format.
pub const RESPONSE_FORMAT: &str = "untoc-response/1";

/// A State's answers to one questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Response {
    /// A link to the JSON Schema, kept as it was.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`RESPONSE_FORMAT`].
    pub format: String,
    /// The questionnaire answered.
    pub questionnaire: QuestionnaireId,
    /// The version of the questionnaire when the response was last written.
    pub questionnaire_version: String,
    /// The State that answers.
    pub state: CountryCode,
    /// The language of the answers (BCP 47).
    pub language: String,
    /// The entries.
    pub answers: Answers,
    /// Anything that another program wants to keep here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Json>,
}

impl Response {
    /// Makes a response without answers.
    pub fn new(plan: &Plan, state: CountryCode, language: impl Into<String>) -> Self {
        Self {
            schema: None,
            format: RESPONSE_FORMAT.to_owned(),
            questionnaire: plan.id().clone(),
            questionnaire_version: plan.version().to_owned(),
            state,
            language: language.into(),
            answers: Answers::default(),
            extensions: None,
        }
    }

    /// Puts everything into the one order in which it is written.
    ///
    /// Answers follow the questionnaire, unknown ids last by name; cells follow the
    /// columns, unknown columns last by name; ticks follow the options.
    pub fn normalise(&mut self, plan: &Plan) {
        for (question, entry) in &mut self.answers.0 {
            let slot = plan.slot(question.as_str());
            match &mut entry.value {
                Some(Value::Rows(rows)) => {
                    for row in rows {
                        sort_row(row, plan, slot);
                    }
                }
                Some(Value::List(items)) => {
                    if let Some(slot) = slot {
                        let place = |v: &String| {
                            plan.options(slot)
                                .iter()
                                .position(|choice| choice.value == *v)
                        };
                        items.sort_by_key(|v| place(v).unwrap_or(usize::MAX));
                    }
                }
                Some(Value::Text(_) | Value::Number(_) | Value::Other(_)) | None => {}
            }
        }
        self.answers.0.sort_by(|(a, _), (b, _)| {
            let place = |id: &QuestionId| plan.slot(id.as_str()).unwrap_or(usize::MAX);
            place(a).cmp(&place(b)).then_with(|| a.cmp(b))
        });
    }

    /// Returns the response as it is written: two spaces, one newline at the end.
    pub fn to_text(&self) -> String {
        crate::text::json(self)
    }
}

fn sort_row(row: &mut Row, plan: &Plan, slot: Option<usize>) {
    let columns = slot.map_or(&[][..], |slot| plan.columns(slot));
    let place =
        |key: &str| columns.iter().position(|c| c.key == key).unwrap_or(usize::MAX);
    row.0.sort_by(|(a, _), (b, _)| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
}

/// The entries of a response by question, in the questionnaire's order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers(Vec<(QuestionId, Entry)>);

impl Answers {
    /// Returns the entry for this question.
    pub fn get(&self, question: &str) -> Option<&Entry> {
        self.0.iter().find(|(id, _)| id.as_str() == question).map(|(_, entry)| entry)
    }

    /// Puts an entry in place of what stands there; `None` removes it.
    pub fn set(&mut self, question: &QuestionId, entry: Option<Entry>) {
        let place = self.0.iter().position(|(id, _)| id == question);
        match (place, entry) {
            (Some(place), Some(entry)) => {
                if let Some(slot) = self.0.get_mut(place) {
                    slot.1 = entry;
                }
            }
            (Some(place), None) => {
                self.0.remove(place);
            }
            (None, Some(entry)) => self.0.push((question.clone(), entry)),
            (None, None) => {}
        }
    }

    /// Adds an entry that is known to be new, as a reader of a whole file does.
    pub fn push(&mut self, question: QuestionId, entry: Entry) {
        self.0.push((question, entry));
    }

    /// Walks through the entries in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Entry)> {
        self.0.iter().map(|(question, entry)| (question, entry))
    }

    /// Walks through the entries in their order, to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&QuestionId, &mut Entry)> {
        self.0.iter_mut().map(|(question, entry)| (&*question, entry))
    }

    /// Keeps the entries that `keep` says yes to.
    pub fn retain(&mut self, mut keep: impl FnMut(&QuestionId, &Entry) -> bool) {
        self.0.retain(|(question, entry)| keep(question, entry));
    }

    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Says whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (question, entry) in &self.0 {
            map.serialize_entry(question, entry)?;
        }
        map.end()
    }
}
