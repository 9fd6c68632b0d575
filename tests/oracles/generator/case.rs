//! A case: a questionnaire with some answers to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use untoc_core::{
    CountryCode, Entry, Library, OptionSets, Plan, QuestionId, Questionnaire, Response,
    embedded_options,
};

use crate::Failure;

/// A questionnaire with some answers to it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Case {
    /// The name, unique in a run.
    pub(crate) name: String,
    /// The questionnaire, or the id of one of ours.
    pub(crate) questionnaire: Asked,
    /// The entries by question, one map for each response.
    pub(crate) responses: Vec<BTreeMap<String, Entry>>,
}

/// What is asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Asked {
    /// One of the questionnaires in the binary.
    Embedded(String),
    /// This questionnaire.
    Own(Box<Questionnaire>),
}

impl Case {
    /// Compiles the questionnaire.
    pub(crate) fn plan(&self) -> Result<Plan, Failure> {
        match &self.questionnaire {
            Asked::Embedded(id) => {
                let plan = Library::embedded().get(id).ok_or("no such questionnaire")?;
                Ok(Plan::compile(plan.questionnaire().clone(), embedded_options())?)
            }
            Asked::Own(questionnaire) => {
                let sets: &OptionSets = embedded_options();
                Ok(Plan::compile(questionnaire.as_ref().clone(), sets)?)
            }
        }
    }
}

/// Lays entries out as a response.
pub(crate) fn response(plan: &Plan, entries: &BTreeMap<String, Entry>) -> Response {
    let mut response = Response::new(plan, CountryCode::EXAMPLELAND, "en");
    for (id, entry) in entries {
        response.answers.push(QuestionId::unchecked(id.as_str()), entry.clone());
    }
    response.normalise(plan);
    response
}
