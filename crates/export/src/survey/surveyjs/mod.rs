//! A blank questionnaire as the JSON of a SurveyJS form.
//!
//! A page is a section. The results of the form have the ids of the questions as names,
//! with `_no_answer`, `_reason` and `-Comment` (the note) behind them, and say in
//! `questionnaire` and `questionnaire_version` what was asked.

mod condition;
mod element;
mod form;
mod input;

use untoc_core::{Finding, Plan};

use self::form::{CalculatedValue, Element, Form, Page};
use super::SurveyOptions;
use super::carried::Losses;
use super::guard::{Guard, guards};
use super::wording::{Text, Wording};
use super::words;

/// Returns a blank questionnaire as the JSON of a SurveyJS form, with what SurveyJS
/// cannot carry as findings.
pub fn to_surveyjs(plan: &Plan, options: &SurveyOptions<'_>) -> (String, Vec<Finding>) {
    let guards = guards(plan);
    let wording = Wording::new(plan, options.translations);
    let losses = Losses::new(plan, "SurveyJS", &guards);
    let form = Form {
        locale: plan.questionnaire().language.clone(),
        title: words::title(&wording),
        show_toc: true,
        show_progress_bar: true,
        progress_bar_type: "questions",
        auto_grow_comment: true,
        calculated_values: vec![
            fixed("questionnaire", plan.id().as_str()),
            fixed("questionnaire_version", plan.version()),
        ],
        pages: pages(plan, &guards, &wording),
    };
    (untoc_core::json(&form), losses.findings())
}

fn fixed(name: &'static str, value: &str) -> CalculatedValue {
    // Ids have no quotes, and a version with one would only lose it here.
    let value = value.replace(['\'', '\\'], "");
    CalculatedValue { name, expression: format!("'{value}'"), include_into_result: true }
}

fn pages(plan: &Plan, guards: &[Guard], wording: &Wording<'_>) -> Vec<Page> {
    let mut pages = vec![respondent()];
    for slot in plan.slots() {
        let section = plan.section(slot);
        let fields = guards
            .get(slot)
            .map(|guard| element::elements(plan, slot, guard, wording))
            .unwrap_or_default();
        match pages.last_mut() {
            Some(page) if page.name == section.id.as_str() => {
                page.elements.extend(fields)
            }
            Some(_) | None => pages.push(Page {
                name: section.id.to_string(),
                title: words::section_title(wording, slot),
                description: wording
                    .of(slot, |plan, slot| plan.section(slot).intro.clone()),
                elements: fields,
            }),
        }
    }
    pages
}

fn respondent() -> Page {
    Page {
        name: "respondent".to_owned(),
        title: Text::plain(words::RESPONDENT),
        description: None,
        elements: vec![Element {
            kind: "text",
            name: "answered_by".to_owned(),
            title: Some(Text::plain(words::ANSWERED_BY)),
            ..Element::default()
        }],
    }
}
