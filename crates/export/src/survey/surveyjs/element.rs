//! The fields of one question: the answer, a reason for having none, and its words.

use untoc_core::{CellKind, Kind, Plan, Required, Test};

use super::condition::expression;
use super::form::{Element, Input};
use super::input;
use crate::survey::carried::has_note;
use crate::survey::guard::Guard;
use crate::survey::wording::{Text, Wording};
use crate::survey::words;

/// Returns the fields of one question.
pub(super) fn elements(
    plan: &Plan,
    slot: usize,
    guard: &Guard,
    wording: &Wording<'_>,
) -> Vec<Element> {
    let id = plan.question(slot).id.as_str();
    let condition = guard.test().map(|test| expression(plan, test));
    let required = plan.question(slot).required == Required::Yes;
    let mut answer = answer(plan, slot, wording);
    answer.visible_if.clone_from(&condition);
    if !required {
        return vec![answer];
    }
    let unanswered = expression(plan, &Test::Not(Box::new(Test::Answered(slot))));
    answer.required_if = Some(format!("{{{id}_no_answer}} empty"));
    let open = match condition {
        Some(condition) => format!("({condition}) and ({unanswered})"),
        None => unanswered,
    };
    let mut items: Vec<_> = Vec::new();
    for (reason, text) in words::NO_ANSWERS {
        items.push(input::item(reason.as_str(), Text::plain(text)));
    }
    let why = Element {
        kind: "dropdown",
        name: format!("{id}_no_answer"),
        title: Some(Text::plain(words::NO_ANSWER)),
        visible_if: Some(open.clone()),
        indent: Some(1),
        input: Input { choices: items, ..Input::default() },
        ..Element::default()
    };
    let reason = Element {
        kind: "comment",
        name: format!("{id}_reason"),
        title: Some(Text::plain(words::REASON)),
        visible_if: Some(format!("({open}) and ({{{id}_no_answer}} notempty)")),
        is_required: true,
        indent: Some(1),
        ..Element::default()
    };
    vec![answer, why, reason]
}

fn answer(plan: &Plan, slot: usize, wording: &Wording<'_>) -> Element {
    let question = plan.question(slot);
    let note = has_note(question.kind);
    let mut element = Element {
        kind: kind(question.kind),
        name: question.id.to_string(),
        title: wording.of(slot, |plan, slot| Some(plan.question(slot).text.clone())),
        description: wording.of(slot, words::description),
        input: input::of_question(plan, slot, wording),
        show_comment_area: note,
        comment_text: note.then(|| Text::plain(words::NOTE)),
        ..Element::default()
    };
    if question.kind.has_rows() {
        element.columns = input::columns(plan, slot, wording);
        element.row_count = Some(0);
        // Sentences do not fit into the columns of a table.
        let long = plan.columns(slot).iter().any(|c| c.kind == CellKind::Text);
        element.display_mode = long.then_some("list");
        element.add_row_text = Some(Text::plain(words::ADD_ROW));
        element.no_rows_text = Some(Text::plain(words::NO_ROWS));
    }
    element
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Implementation | Kind::YesNo | Kind::Single => "radiogroup",
        Kind::Multiple => "checkbox",
        Kind::Text => "comment",
        Kind::Number | Kind::Date => "text",
        Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => "matrixdynamic",
    }
}
