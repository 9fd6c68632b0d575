//! The lines of one question: the answer, a note, a reason for having no answer.
//!
//! They stand in one group, which carries the condition. On a telephone the group is one
//! screen, so that nobody is held up at a required question before the field for the
//! reason is seen. Rows cannot be required, nor share a screen: there the reason is
//! asked for, and required, as long as there is no row.

use untoc_core::{Plan, Required, Test};

use super::condition::expression;
use super::input;
use super::line::Line;
use super::lists::Lists;
use crate::survey::carried::has_note;
use crate::survey::guard::Guard;
use crate::survey::naming::xml_name;
use crate::survey::wording::{Text, Wording};
use crate::survey::words;

/// Returns the lines of one question.
pub(super) fn lines(
    plan: &Plan,
    slot: usize,
    guard: &Guard,
    wording: &Wording<'_>,
    lists: &mut Lists,
) -> Vec<Line> {
    let question = plan.question(slot);
    let name = xml_name(question.id.as_str());
    let required = question.required == Required::Yes;
    let rows = question.kind.has_rows();
    let mut inner = Vec::new();
    if rows {
        inner.extend(repeat(plan, slot, &name, wording, lists));
    } else {
        let mut answer = input::of_question(plan, slot, wording, lists);
        answer.required = required.then(|| format!("${{{name}_no_answer}} = ''"));
        inner.push(answer);
    }
    if has_note(question.kind) {
        inner.push(Line {
            appearance: Some("multiline"),
            ..Line::new("text", format!("{name}_note")).labelled(Text::plain(words::NOTE))
        });
    }
    if required {
        inner.extend(no_answer(plan, slot, &name, lists));
    }
    let relevant = guard.test().map(|test| expression(plan, test));
    match inner.pop() {
        Some(only) if inner.is_empty() && only.kind != "end_repeat" => {
            vec![Line { relevant, ..only }]
        }
        last => {
            inner.extend(last);
            grouped(plan, slot, &name, relevant, inner)
        }
    }
}

fn grouped(
    plan: &Plan,
    slot: usize,
    name: &str,
    relevant: Option<String>,
    inner: Vec<Line>,
) -> Vec<Line> {
    let id = &plan.question(slot).id;
    let label = match words::articles(plan, slot) {
        Some(articles) => format!("{articles} ({id})"),
        None => id.to_string(),
    };
    let rows = plan.question(slot).kind.has_rows();
    let begin = Line {
        relevant,
        appearance: (!rows).then_some("field-list"),
        slot: Some(slot),
        ..Line::new("begin_group", format!("{name}_group")).labelled(Text::plain(label))
    };
    let mut lines = vec![begin];
    lines.extend(inner);
    lines.push(Line::new("end_group", ""));
    lines
}

fn repeat(
    plan: &Plan,
    slot: usize,
    name: &str,
    wording: &Wording<'_>,
    lists: &mut Lists,
) -> Vec<Line> {
    let text = Line {
        label: wording.of(slot, |plan, slot| Some(plan.question(slot).text.clone())),
        hint: wording.of(slot, words::description),
        slot: Some(slot),
        ..Line::new("note", format!("{name}_text"))
    };
    let begin = Line {
        appearance: Some("field-list"),
        ..Line::new("begin_repeat", name).labelled(Text::plain(words::ROW))
    };
    let mut lines = vec![text, begin];
    lines.extend(input::cells(plan, slot, wording, lists));
    lines.push(Line::new("end_repeat", ""));
    lines
}

fn no_answer(plan: &Plan, slot: usize, name: &str, lists: &mut Lists) -> Vec<Line> {
    let reasons = words::NO_ANSWERS
        .map(|(reason, text)| (reason.as_str().to_owned(), Text::plain(text)));
    let list = lists.name_of_list("no_answer", reasons.into());
    let unanswered = expression(plan, &Test::Not(Box::new(Test::Answered(slot))));
    let rows = plan.question(slot).kind.has_rows();
    let why = Line::new(format!("select_one {list}"), format!("{name}_no_answer"))
        .labelled(Text::plain(words::NO_ANSWER));
    // Whether the answer is required depends on the reason; tools refuse a form in which
    // whether the reason is shown depends on the answer as well.
    let why = if rows {
        Line { relevant: Some(unanswered), required: Some("yes".to_owned()), ..why }
    } else {
        Line {
            constraint: Some(unanswered),
            constraint_message: Some(Text::plain(words::NOT_BOTH)),
            ..why
        }
    };
    let reason = Line {
        relevant: Some(format!("${{{name}_no_answer}} != ''")),
        required: Some("yes".to_owned()),
        appearance: Some("multiline"),
        ..Line::new("text", format!("{name}_reason")).labelled(Text::plain(words::REASON))
    };
    vec![why, reason]
}
