//! The value of an answer: kept by its shape, and compared with the kind of the question.

use serde_json::Value as Json;
use untoc_core::{
    Cell, CellKind, Code, Finding, Kind as Asked, Plan, PlanColumn, Row, TablePlace,
    Value,
};

use crate::form::Form;
use crate::json::{Kind, Node, number, number_is_exact, to_json};
use crate::pointer::Path;

/// Reads a value; one of another shape than the question asks for is reported and kept.
pub(super) fn read_value(
    form: &mut Form,
    node: &Node<'_>,
    path: &Path<'_>,
    question: Option<(&Plan, usize)>,
) -> Value {
    if !is_exact(node) || matches!(node.kind, Kind::Null) {
        // A `null` cannot be told from a missing value when it is read again.
        form.lose();
    }
    match question {
        Some((plan, slot)) => check(form, node, path, plan, slot),
        None if matches!(node.kind, Kind::Null) => {
            let finding = form
                .finding(Code::FieldWrongType, node.start, path)
                .plain("field", "value")
                .plain("value", "null")
                .one_of("expected", ["text", "number", "list"]);
            form.push(finding);
        }
        None => {}
    }
    to_value(node)
}

/// Reads what another program keeps here: anything but `null`.
pub(super) fn extensions(
    form: &mut Form,
    node: &Node<'_>,
    path: &Path<'_>,
) -> Option<Json> {
    if matches!(node.kind, Kind::Null) {
        form.wrong_type(node, path, "extensions", "object");
        return None;
    }
    if !is_exact(node) {
        let finding = form.finding(Code::NumberTooLarge, node.start, path);
        form.push(finding);
        form.lose();
    }
    Some(to_json(node))
}

fn check(form: &mut Form, node: &Node<'_>, path: &Path<'_>, plan: &Plan, slot: usize) {
    let kind = plan.question(slot).kind;
    let suits = match kind {
        Asked::Implementation
        | Asked::YesNo
        | Asked::Single
        | Asked::Text
        | Asked::Date => matches!(node.kind, Kind::Text(_)),
        Asked::Number => matches!(node.kind, Kind::Number(_)),
        Asked::Multiple
        | Asked::Laws
        | Asked::Cases
        | Asked::Authorities
        | Asked::Table => {
            matches!(node.kind, Kind::Array(_))
        }
    };
    if !suits {
        let finding = form
            .finding(Code::AnswerWrongType, node.start, path)
            .plain("value", node.shape().as_str())
            .plain("expected", kind.as_str());
        form.push(finding);
        return;
    }
    let Kind::Array(items) = &node.kind else { return };
    if kind == Asked::Multiple {
        check_ticks(form, items, path);
    } else {
        for (at, item) in items.iter().enumerate() {
            check_row(form, item, &path.index(at), at, plan.columns(slot));
        }
    }
}

/// Reports items that are no texts: one finding with a place for each.
fn check_ticks(form: &mut Form, items: &[Node<'_>], path: &Path<'_>) {
    let mut found: Option<Finding> = None;
    for (at, item) in items.iter().enumerate() {
        if matches!(item.kind, Kind::Text(_)) {
            continue;
        }
        let next = form
            .finding(Code::AnswerWrongType, item.start, &path.index(at))
            .plain("value", "mixed")
            .plain("expected", Asked::Multiple.as_str());
        match &mut found {
            None => found = Some(next),
            Some(first) => {
                first.count += 1;
                if first.places.len() < Finding::PLACES {
                    first.places.extend(next.places);
                }
            }
        }
    }
    if let Some(finding) = found {
        form.push(finding);
    }
}

fn check_row(
    form: &mut Form,
    node: &Node<'_>,
    path: &Path<'_>,
    row: usize,
    columns: &[PlanColumn],
) {
    let Some(fields) = node.fields() else {
        malformed(form, node, path, row, None);
        return;
    };
    for member in fields {
        let position = columns.iter().position(|column| column.key == member.key);
        let column = position.and_then(|at| Some((at, columns.get(at)?)));
        if let Some((position, column)) = column
            && !suits_column(&member.value, column.kind)
        {
            let path = path.key(&member.key);
            malformed(form, &member.value, &path, row, Some((position, column)));
        }
    }
}

fn suits_column(node: &Node<'_>, kind: CellKind) -> bool {
    match kind {
        CellKind::Text
        | CellKind::Date
        | CellKind::Choice
        | CellKind::Link
        | CellKind::Law => matches!(node.kind, Kind::Text(_)),
        CellKind::Integer => match node.kind {
            Kind::Number(raw) => number(raw)
                .and_then(|number| number.as_f64())
                .is_none_or(|number| number.fract() == 0.0),
            Kind::Null
            | Kind::Bool(_)
            | Kind::Text(_)
            | Kind::Array(_)
            | Kind::Object(_) => false,
        },
        CellKind::Number => matches!(node.kind, Kind::Number(_)),
        CellKind::Texts | CellKind::Questions => match &node.kind {
            Kind::Array(items) => {
                items.iter().all(|item| matches!(item.kind, Kind::Text(_)))
            }
            Kind::Null
            | Kind::Bool(_)
            | Kind::Number(_)
            | Kind::Text(_)
            | Kind::Object(_) => false,
        },
    }
}

fn malformed(
    form: &mut Form,
    node: &Node<'_>,
    path: &Path<'_>,
    row: usize,
    column: Option<(usize, &PlanColumn)>,
) {
    let mut finding = form
        .finding(Code::RowMalformed, node.start, path)
        .number("row", row + 1)
        .plain("value", node.shape().as_str())
        .plain("expected", column.map_or("row", |(_, column)| cell_word(column.kind)));
    let mut table = TablePlace { row: Some(row + 1), ..TablePlace::default() };
    if let Some((position, column)) = column {
        finding = finding.plain("column", &column.key);
        table.column = Some(position + 1);
        table.field = Some(column.key.clone());
    }
    if let Some(place) = finding.places.first_mut() {
        place.table = Some(table);
    }
    form.push(finding);
}

/// Returns the word by which messages know what a cell holds.
fn cell_word(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "text",
        CellKind::Integer => "integer",
        CellKind::Number => "number",
        CellKind::Date => "date",
        CellKind::Choice => "choice",
        CellKind::Link => "link",
        CellKind::Texts => "texts",
        CellKind::Law => "law",
        CellKind::Questions => "questions",
    }
}

/// Says whether every number in a value can be written again as it is.
fn is_exact(node: &Node<'_>) -> bool {
    match &node.kind {
        Kind::Number(raw) => number_is_exact(raw),
        Kind::Array(items) => items.iter().all(is_exact),
        Kind::Object(members) => members.iter().all(|member| is_exact(&member.value)),
        Kind::Null | Kind::Bool(_) | Kind::Text(_) => true,
    }
}

/// Does what `Value::from_json` does, and keeps the order of the cells.
fn to_value(node: &Node<'_>) -> Value {
    match &node.kind {
        Kind::Text(text) => Value::Text(text.clone().into_owned()),
        Kind::Number(raw) => number(raw).map_or(Value::Other(Json::Null), Value::Number),
        Kind::Array(items) => {
            if let Some(texts) = texts(items) {
                Value::List(texts)
            } else if let Some(rows) = items.iter().map(row).collect() {
                Value::Rows(rows)
            } else {
                Value::Other(to_json(node))
            }
        }
        Kind::Null | Kind::Bool(_) | Kind::Object(_) => Value::Other(to_json(node)),
    }
}

fn texts(items: &[Node<'_>]) -> Option<Vec<String>> {
    items.iter().map(|item| item.as_text().map(str::to_owned)).collect()
}

fn row(node: &Node<'_>) -> Option<Row> {
    let cells = node.fields()?;
    Some(Row(cells.map(|m| (m.key.clone().into_owned(), to_cell(&m.value))).collect()))
}

fn to_cell(node: &Node<'_>) -> Cell {
    match &node.kind {
        Kind::Text(text) => Cell::Text(text.clone().into_owned()),
        Kind::Number(raw) => number(raw).map_or(Cell::Other(Json::Null), Cell::Number),
        Kind::Array(items) => match texts(items) {
            Some(texts) => Cell::List(texts),
            None => Cell::Other(to_json(node)),
        },
        Kind::Null | Kind::Bool(_) | Kind::Object(_) => Cell::Other(to_json(node)),
    }
}
