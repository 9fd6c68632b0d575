//! Places in stored files in the words of people: questionnaire, section, question.

use untoc_core::Place;

use crate::form::Form;
use crate::json::{Kind, Node};
use crate::pointer::pointer_at;

/// Gives the findings of the syntax their pointers and places.
pub(super) fn complete_syntax(form: &mut Form, root: &Node<'_>) {
    for place in form.findings.iter_mut().flat_map(|finding| &mut finding.places) {
        let pointer = place.byte.map(|byte| pointer_at(root, byte)).unwrap_or_default();
        let around = around(root, &pointer);
        *place = Place { pointer: Some(pointer), byte: place.byte, ..around };
    }
}

/// Returns what a pointer is inside of: the ids of questionnaire, section and question.
pub(super) fn around(root: &Node<'_>, pointer: &str) -> Place {
    let mut place = Place::default();
    if root.field("sections").is_some() {
        place.questionnaire = id(root);
    }
    let mut at = root;
    let mut list = "";
    for step in pointer.split('/').skip(1) {
        let next = match &at.kind {
            Kind::Array(items) => step.parse::<usize>().ok().and_then(|i| items.get(i)),
            Kind::Object(_) => at.field(step),
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::Text(_) => None,
        };
        let Some(next) = next else { break };
        match list {
            "sections" => place.section = id(next),
            "questions" => place.question = id(next),
            _ => {}
        }
        list = step;
        at = next;
    }
    place
}

fn id(node: &Node<'_>) -> Option<String> {
    node.field("id").and_then(Node::as_text).map(str::to_owned)
}
