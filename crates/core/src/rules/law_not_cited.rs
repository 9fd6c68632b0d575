//! A question answered "yes" or "in part" that no citation supports, although its
//! section asks for the laws.
//!
//! A citation can support the questions that the condition of its own question names, or
//! the questions of its section where there is no condition. A citation that names no
//! question supports all of them. Where the laws are not cited at all, that is a missing
//! answer and no matter of this rule.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::plan::State;
use crate::questionnaire::Kind;
use crate::value::{Cell, Row, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let plan = context.plan;
    let mut supported: BTreeSet<&str> = BTreeSet::new();
    let mut wanted: BTreeMap<usize, usize> = BTreeMap::new();
    for (slot, entry) in context.answered() {
        if plan.question(slot).kind != Kind::Laws || context.state(slot) != State::Asked {
            continue;
        }
        let Some(rows) = entry.value.as_ref().and_then(Value::as_rows) else { continue };
        if rows.is_empty() {
            continue;
        }
        for on in candidates(context, slot) {
            wanted.entry(on).or_insert(slot);
        }
        for row in rows {
            support(context, slot, row, &mut supported);
        }
    }
    for (on, laws) in wanted {
        let id = plan.question(on).id.as_str();
        if !supported.contains(id) {
            findings.push(
                Finding::new(Code::LawNotCited, context.place(on, "/value"))
                    .plain("laws", &plan.question(laws).id),
            );
        }
    }
}

/// Adds the questions that a citation supports.
fn support<'a>(
    context: &Context<'a>,
    slot: usize,
    row: &'a Row,
    supported: &mut BTreeSet<&'a str>,
) {
    match row.get("questions") {
        Some(Cell::List(questions)) => {
            supported.extend(questions.iter().map(String::as_str));
        }
        Some(Cell::Text(_) | Cell::Number(_) | Cell::Other(_)) => {}
        None => {
            let column = context.plan.columns(slot).iter().find(|c| c.key == "questions");
            let options = column.map_or(&[][..], |c| &c.options);
            supported.extend(options.iter().map(|choice| choice.value.as_str()));
        }
    }
}

/// Returns the questions answered "yes" or "in part" whose laws this question asks for.
fn candidates(context: &Context<'_>, slot: usize) -> Vec<usize> {
    let plan = context.plan;
    let positive = |on: usize| {
        let value = context.entry(on).and_then(|e| e.value.as_ref());
        context.state(on) == State::Asked
            && matches!(value.and_then(Value::as_text), Some("yes" | "in_part"))
    };
    let mut found = Vec::new();
    match plan.test(slot) {
        Some(test) => {
            test.visit_held(&context.entries, &context.states, &mut |on, values| {
                let asks = values.iter().any(|v| v == "yes" || v == "in_part");
                let kind = plan.question(on).kind;
                if asks
                    && matches!(kind, Kind::Implementation | Kind::YesNo)
                    && positive(on)
                {
                    found.push(on);
                }
            })
        }
        None => {
            let section = &plan.section(slot).id;
            found.extend(plan.slots().filter(|&on| {
                plan.section(on).id == *section
                    && plan.question(on).kind == Kind::Implementation
                    && positive(on)
            }));
        }
    }
    found
}
