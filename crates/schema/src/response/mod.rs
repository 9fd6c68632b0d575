//! Reads responses, and single entries: one walk through the tree.
//!
//! Here only the form is looked at: fields, types, words, ids, times. Whether a value is
//! an option, a number in its range or a text that says something is judged by the rules
//! of the core, on the model that is made here.

pub(crate) mod entry;
mod head;
mod value;

use untoc_core::{Entry, Library, Place, Plan, Response};

use crate::form::Form;
use crate::json::{Node, parse};
use crate::pointer::{Path, pointer_at};
use crate::read::{Read, finish};

/// Reads a response and finds every fault of its form.
///
/// `value` is there whenever the text is a response at all, even where its questionnaire
/// is not in the library: then only the form could be looked at. A State that is missing
/// or no code stands as Exampleland, and `lossless` is false.
pub fn read_response(text: &str, library: &Library) -> Read<Response> {
    let parsed = parse(text);
    let mut form = Form::new(parsed.findings);
    let syntax = form.findings.len();
    let value = parsed.root.as_ref().and_then(|root| {
        let response = head::read_root(&mut form, root, library);
        let id = response.as_ref().map(|response| response.questionnaire.as_str());
        let plan = id.and_then(|id| library.get(id));
        let around = Place { questionnaire: id.map(str::to_owned), ..Place::default() };
        complete_places(&mut form, syntax, root, plan.as_deref(), &around);
        response
    });
    finish(text, form, value)
}

/// Reads one entry; with the plan and the slot of its question, its value is looked at
/// too. Pointers begin at the entry.
pub fn read_entry(text: &str, question: Option<(&Plan, usize)>) -> Read<Entry> {
    let parsed = parse(text);
    let mut form = Form::new(parsed.findings);
    if let Some((plan, slot)) = question {
        form.around.questionnaire = Some(plan.id().to_string());
        form.at_question(Some(plan), plan.question(slot).id.as_str());
    }
    let syntax = form.findings.len();
    let value = parsed.root.as_ref().and_then(|root| {
        let entry = entry::read_entry(&mut form, root, &Path::ROOT, question);
        let around = form.around.clone();
        complete_places(&mut form, syntax, root, None, &around);
        entry
    });
    finish(text, form, value)
}

/// Gives the findings of the syntax their pointers and questions.
fn complete_places(
    form: &mut Form,
    syntax: usize,
    root: &Node<'_>,
    plan: Option<&Plan>,
    around: &Place,
) {
    let mut findings = std::mem::take(&mut form.findings);
    for place in findings.iter_mut().take(syntax).flat_map(|f| &mut f.places) {
        let pointer = place.byte.map(|byte| pointer_at(root, byte)).unwrap_or_default();
        form.around = around.clone();
        let mut steps = pointer.split('/').skip(1);
        if let (Some("answers"), Some(id), Some(plan)) =
            (steps.next(), steps.next(), plan)
        {
            form.at_question(Some(plan), id);
        }
        *place =
            Place { pointer: Some(pointer), byte: place.byte, ..form.around.clone() };
    }
    form.findings = findings;
}
