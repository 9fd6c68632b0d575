//! Questions as JSON, for programs.

use serde::Serialize;
use serde_json::Number;
use untoc_core::{Choice, Entry, Lens, PlanColumn};

use super::Asked;
use crate::condition::{Naming, condition_in_words};
use crate::terms::{cell_name, required_name, state_name};
use crate::words::Words;

#[derive(Serialize)]
struct Written<'a> {
    id: &'a str,
    questionnaire: &'a str,
    instrument: &'static str,
    cluster: u8,
    section: WrittenSection<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    provisions: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    obligation: Option<&'static str>,
    kind: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<&'a Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<&'a Number>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    options: &'a [Choice],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    columns: Vec<WrittenColumn<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<String>,
    required: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lenses: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    concept: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence_hint: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    usually_with: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<&'a Entry>,
}

#[derive(Serialize)]
struct WrittenSection<'a> {
    id: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct WrittenColumn<'a> {
    key: &'a str,
    label: &'a str,
    r#type: &'static str,
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<&'a Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<&'a Number>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    options: &'a [Choice],
}

#[derive(Serialize)]
struct WrittenList<'a> {
    questions: Vec<Written<'a>>,
}

/// Returns one question as JSON, with the answer if there is one.
pub fn question_json(asked: Asked<'_>, words: &Words) -> String {
    untoc_core::json(&written(asked, words))
}

/// Returns several questions as JSON.
pub fn questions_json(questions: &[Asked<'_>], words: &Words) -> String {
    let questions = questions.iter().map(|asked| written(*asked, words)).collect();
    untoc_core::json(&WrittenList { questions })
}

fn written<'a>(asked: Asked<'a>, words: &Words) -> Written<'a> {
    let Asked { plan, slot, entry, state } = asked;
    let question = plan.question(slot);
    let section = plan.section(slot);
    Written {
        id: question.id.as_str(),
        questionnaire: plan.id().as_str(),
        instrument: plan.instrument().code(),
        cluster: plan.cluster().number(),
        section: WrittenSection { id: section.id.as_str(), title: &section.title },
        article: section.article.as_deref(),
        provisions: plan.provisions(slot).iter().map(|p| p.as_str()).collect(),
        obligation: question.obligation.map(untoc_core::Obligation::as_str),
        kind: question.kind.as_str(),
        text: &question.text,
        help: question.help.as_deref(),
        unit: question.unit.as_deref(),
        minimum: question.minimum.as_ref(),
        maximum: question.maximum.as_ref(),
        options: plan.options(slot),
        columns: plan.columns(slot).iter().map(column).collect(),
        condition: condition_in_words(plan, slot, words, Naming::Values),
        required: required_name(question.required),
        lenses: question.lenses.iter().copied().map(Lens::as_str).collect(),
        concept: question.concept.as_deref(),
        evidence_hint: question.evidence_hint.as_deref(),
        usually_with: &section.usually_with,
        state: state.map(state_name),
        answer: entry,
    }
}

fn column(column: &PlanColumn) -> WrittenColumn<'_> {
    WrittenColumn {
        key: &column.key,
        label: &column.label,
        r#type: cell_name(column.kind),
        required: column.required,
        minimum: column.minimum.as_ref(),
        maximum: column.maximum.as_ref(),
        options: &column.options,
    }
}
