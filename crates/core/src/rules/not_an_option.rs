//! A value that is not one of the options, in an answer or in a cell.

use crate::check::Context;
use crate::code::Code;
use crate::finding::{Finding, Place};
use crate::plan::CellKind;
use crate::questionnaire::{Choice, Kind};
use crate::text::nearest;
use crate::value::{Cell, Value};

use super::walk;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let plan = context.plan;
    for (slot, entry) in context.answered() {
        let kind = plan.question(slot).kind;
        let options = plan.options(slot);
        match &entry.value {
            Some(Value::Text(text)) if kind.is_choice() => {
                look(findings, text, options, || context.place(slot, "/value"));
            }
            Some(Value::List(items)) if kind == Kind::Multiple => {
                for (at, item) in items.iter().enumerate() {
                    look(findings, item, options, || {
                        context.place(slot, &format!("/value/{at}"))
                    });
                }
            }
            _ => {}
        }
    }
    walk::cells(context, |at| match (at.column.kind, at.cell) {
        (CellKind::Choice, Cell::Text(text)) => {
            look(findings, text, &at.column.options, || at.place(context));
        }
        (CellKind::Questions, Cell::List(items)) => {
            for (position, item) in items.iter().enumerate() {
                look(findings, item, &at.column.options, || {
                    let mut place = at.place(context);
                    place.pointer = place.pointer.map(|p| format!("{p}/{position}"));
                    place
                });
            }
        }
        _ => {}
    });
}

fn look(
    findings: &mut Vec<Finding>,
    value: &str,
    options: &[Choice],
    place: impl FnOnce() -> Place,
) {
    if options.iter().any(|choice| choice.value == value) {
        return;
    }
    let expected: Vec<_> = options.iter().map(|choice| choice.value.as_str()).collect();
    let near =
        nearest(value, expected.iter().copied()).or_else(|| by_label(value, options));
    let mut finding = Finding::new(Code::AnswerNotAnOption, place())
        .typed("value", value)
        .one_of("expected", expected);
    if let Some(near) = near {
        finding = finding.plain("nearest", near);
    }
    findings.push(finding);
}

/// Finds the value behind a label that was written in its place.
fn by_label<'a>(text: &str, options: &'a [Choice]) -> Option<&'a str> {
    let wanted = text.trim().to_lowercase();
    options
        .iter()
        .find(|choice| choice.label.to_lowercase() == wanted)
        .map(|choice| choice.value.as_str())
}
