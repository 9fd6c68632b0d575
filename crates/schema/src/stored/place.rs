//! Places in stored files in the words of people: questionnaire, section, question.

use untoc_core::Place;

use crate::form::Form;
use crate::json::Node;
use crate::pointer::{Finder, pointer_at};

/// Gives the findings of the syntax their pointers and places.
pub(super) fn complete_syntax(form: &mut Form, root: &Node<'_>) {
    let mut finder = Finder::new(root);
    for place in form.findings.iter_mut().flat_map(|finding| &mut finding.places) {
        let pointer = place.byte.map(|byte| pointer_at(root, byte)).unwrap_or_default();
        let around = around(&mut finder, &pointer);
        *place = Place { pointer: Some(pointer), byte: place.byte, ..around };
    }
}

/// Returns what a pointer is inside of: the ids of questionnaire, section and question.
pub(super) fn around(finder: &mut Finder<'_, '_>, pointer: &str) -> Place {
    let mut place = Place::default();
    let mut at = finder.root();
    if finder.member(at, "sections").is_some() {
        place.questionnaire = id(finder, at);
    }
    let mut list = "";
    for step in pointer.split('/').skip(1) {
        let Some(next) = finder.child(at, step) else { break };
        match list {
            "sections" => place.section = id(finder, next),
            "questions" => place.question = id(finder, next),
            _ => {}
        }
        list = step;
        at = next;
    }
    place
}

fn id<'n, 't>(finder: &mut Finder<'n, 't>, node: &'n Node<'t>) -> Option<String> {
    let id = &finder.member(node, "id")?.value;
    id.as_text().map(str::to_owned)
}
