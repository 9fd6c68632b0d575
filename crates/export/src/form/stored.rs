//! What stood in a form when it went out, as it is kept in the dossier.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use untoc_core::{Code, Finding, Library, Place, QuestionId, QuestionnaireId, Response};
use untoc_schema::read_response;

use crate::form::id::FormId;
use crate::import::Incoming;

/// The name and major version of the stored format.
pub const FORM_FORMAT: &str = "untoc-form/1";

/// What stood in a form when it went out: the base of a three-way import.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredForm {
    /// The id of the form.
    pub id: FormId,
    /// The language of its words (BCP 47).
    pub language: String,
    /// Whether it went out without answers.
    pub blank: bool,
    /// The contributor it was made for.
    pub contributor: Option<String>,
    /// The answers in it, for each questionnaire.
    pub responses: BTreeMap<QuestionnaireId, Response>,
    /// The questions in it, for each questionnaire, in their order.
    pub questions: BTreeMap<QuestionnaireId, Vec<QuestionId>>,
    /// The digest of each questionnaire.
    pub digests: BTreeMap<QuestionnaireId, String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    schema: Option<String>,
    format: String,
    id: String,
    exported: String,
    language: String,
    blank: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contributor: Option<String>,
    parts: Vec<RawPart>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    digest: String,
    questions: Vec<QuestionId>,
    response: serde_json::Value,
}

impl StoredForm {
    /// Returns the base for a questionnaire.
    pub fn base(&self, questionnaire: &QuestionnaireId) -> Option<&Response> {
        self.responses.get(questionnaire)
    }

    /// Says which questions of the form are not in what came back.
    pub fn missing(&self, incoming: &Incoming) -> Option<Finding> {
        let asked = self.questions.get(incoming.plan.id())?;
        let gone = asked.iter().filter(|id| !incoming.places.contains_key(*id));
        let gone: Vec<&QuestionId> = gone.collect();
        let finding = Finding::new(Code::ImportQuestionsGone, Place::default());
        (!gone.is_empty()).then(|| finding.list("names", &gone))
    }

    /// Returns the text of the file; `exported` is when the form went out (UTC).
    pub fn to_text(&self, exported: &str) -> String {
        let parts = self.responses.iter().map(|(id, response)| RawPart {
            digest: self.digests.get(id).cloned().unwrap_or_default(),
            questions: self.questions.get(id).cloned().unwrap_or_default(),
            response: serde_json::to_value(response).unwrap_or_default(),
        });
        let raw = Raw {
            schema: None,
            format: FORM_FORMAT.to_owned(),
            id: self.id.to_string(),
            exported: exported.to_owned(),
            language: self.language.clone(),
            blank: self.blank,
            contributor: self.contributor.clone(),
            parts: parts.collect(),
        };
        let mut text = serde_json::to_string_pretty(&raw).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads the text of the file.
    ///
    /// # Errors
    /// When it is not what this tool writes (`form-base-unusable`): an import then goes on
    /// without it.
    pub fn read(text: &str, library: &Library) -> Result<Self, Box<Finding>> {
        let unusable = |why: &str| {
            let finding = Finding::new(Code::FormBaseUnusable, Place::default());
            Box::new(finding.plain("reason", why))
        };
        let raw: Raw =
            serde_json::from_str(text).map_err(|error| unusable(&error.to_string()))?;
        if raw.format != FORM_FORMAT {
            return Err(unusable(&format!("its format is {}", raw.format)));
        }
        let id = FormId::parse(&raw.id).ok_or_else(|| unusable("its id is none"))?;
        let mut form = Self {
            id,
            language: raw.language,
            blank: raw.blank,
            contributor: raw.contributor,
            responses: BTreeMap::new(),
            questions: BTreeMap::new(),
            digests: BTreeMap::new(),
        };
        for part in raw.parts {
            let read = read_response(&part.response.to_string(), library);
            let Some(response) = read.value else {
                return Err(unusable("a response in it cannot be read"));
            };
            let questionnaire = response.questionnaire.clone();
            form.digests.insert(questionnaire.clone(), part.digest);
            form.questions.insert(questionnaire.clone(), part.questions);
            form.responses.insert(questionnaire, response);
        }
        Ok(form)
    }
}
