//! A number outside the range allowed, in an answer or in a cell.

use serde_json::Number;

use crate::check::Context;
use crate::code::Code;
use crate::finding::{Finding, Place};
use crate::plan::CellKind;
use crate::questionnaire::Kind;
use crate::value::{Cell, Value};

use super::walk;

/// No figure of this field is larger, and every program can hold it exactly.
pub const LARGEST_NUMBER: f64 = 1e15;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (slot, entry) in context.answered() {
        let question = context.plan.question(slot);
        match &entry.value {
            Some(Value::Number(number)) if question.kind == Kind::Number => {
                let range = (question.minimum.as_ref(), question.maximum.as_ref());
                look(findings, number, range, || context.place(slot, "/value"));
            }
            _ => {}
        }
    }
    walk::cells(context, |at| {
        if let (CellKind::Integer | CellKind::Number, Cell::Number(number)) =
            (at.column.kind, at.cell)
        {
            let range = (at.column.minimum.as_ref(), at.column.maximum.as_ref());
            look(findings, number, range, || at.place(context));
        }
    });
}

fn look(
    findings: &mut Vec<Finding>,
    number: &Number,
    (minimum, maximum): (Option<&Number>, Option<&Number>),
    place: impl FnOnce() -> Place,
) {
    let Some(value) = number.as_f64() else { return };
    let least = minimum.and_then(Number::as_f64).unwrap_or(-LARGEST_NUMBER);
    let most = maximum.and_then(Number::as_f64).unwrap_or(LARGEST_NUMBER);
    if (least..=most).contains(&value) {
        return;
    }
    let show = |bound: Option<&Number>, default: f64| {
        bound.map_or_else(|| format!("{default}"), ToString::to_string)
    };
    findings.push(
        Finding::new(Code::AnswerOutOfRange, place())
            .plain("value", number)
            .plain("minimum", show(minimum, -LARGEST_NUMBER))
            .plain("maximum", show(maximum, LARGEST_NUMBER))
            .plain("side", if value < least { "low" } else { "high" }),
    );
}
