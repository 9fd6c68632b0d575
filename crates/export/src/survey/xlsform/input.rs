//! What can be typed or chosen in a field or in a cell.

use serde_json::Number;
use untoc_core::{CellKind, Choice, Kind, Plan, PlanColumn};

use super::condition::cell_name;
use super::line::Line;
use super::lists::Lists;
use crate::survey::columns::columns;
use crate::survey::naming::{codes, xml_name};
use crate::survey::patterns::{DATE_PATTERN, LINK_PATTERN};
use crate::survey::wording::{Text, Wording};
use crate::survey::words;

/// Returns the field of a question that has no rows.
pub(super) fn of_question(
    plan: &Plan,
    slot: usize,
    wording: &Wording<'_>,
    lists: &mut Lists,
) -> Line {
    let question = plan.question(slot);
    let name = xml_name(question.id.as_str());
    let options = plan.options(slot);
    let mut list = |proposed: &str| {
        lists.name_of(proposed, options, |value| {
            wording.of(slot, |plan, slot| label(plan.options(slot), value))
        })
    };
    let line = match question.kind {
        Kind::Implementation | Kind::YesNo => {
            Line::new(format!("select_one {}", list(question.kind.as_str())), name)
        }
        Kind::Single => Line::new(format!("select_one {}", list(&name)), name),
        Kind::Multiple => {
            let line = Line::new(format!("select_multiple {}", list(&name)), name);
            constrained(line, exclusive(options), words::EXCLUSIVE)
        }
        Kind::Number => number(
            Line::new("decimal", name),
            question.minimum.as_ref(),
            question.maximum.as_ref(),
        ),
        Kind::Date => date(Line::new("text", name)),
        Kind::Text | Kind::Laws | Kind::Cases | Kind::Authorities | Kind::Table => {
            Line { appearance: Some("multiline"), ..Line::new("text", name) }
        }
    };
    Line {
        label: wording.of(slot, |plan, slot| Some(plan.question(slot).text.clone())),
        hint: wording.of(slot, words::description),
        slot: Some(slot),
        ..line
    }
}

/// Returns the fields of a row.
pub(super) fn cells(
    plan: &Plan,
    slot: usize,
    wording: &Wording<'_>,
    lists: &mut Lists,
) -> Vec<Line> {
    let columns = columns(plan, slot);
    let mut cells: Vec<Line> =
        columns.iter().map(|column| cell(plan, slot, column, wording, lists)).collect();
    require(&columns, &mut cells);
    cells
}

/// Makes cells required in a row that has any.
///
/// A form begins with an empty row, which must not hold anybody up. Two cells that are
/// required because of each other would be a circle, which tools refuse: so each needs
/// the required ones before it by a constraint, and is required because of these and of
/// the cells that may stay empty.
fn require(columns: &[&PlanColumn], cells: &mut [Line]) {
    let filled = |name: &String| format!("${{{name}}} != ''");
    let names = |keep: &dyn Fn(&PlanColumn) -> bool| -> Vec<String> {
        let pairs = columns.iter().zip(cells.iter());
        pairs
            .filter(|(column, _)| keep(column))
            .map(|(_, line)| filled(&line.name))
            .collect()
    };
    let may_be_empty = names(&|column| !column.required);
    let mut before: Vec<String> = Vec::new();
    for (column, line) in columns.iter().zip(cells) {
        if !column.required {
            continue;
        }
        let others: Vec<String> = before.iter().chain(&may_be_empty).cloned().collect();
        line.required = (!others.is_empty()).then(|| others.join(" or "));
        if !before.is_empty() {
            let own = line.constraint.take().map(|own| format!("({own})"));
            let parts: Vec<String> = own.into_iter().chain(before.clone()).collect();
            line.constraint = Some(parts.join(" and "));
            line.constraint_message.get_or_insert_with(|| Text::plain(words::ROW_WHOLE));
        }
        before.push(filled(&line.name));
    }
}

fn cell(
    plan: &Plan,
    slot: usize,
    column: &PlanColumn,
    wording: &Wording<'_>,
    lists: &mut Lists,
) -> Line {
    let name = cell_name(plan.question(slot).id.as_str(), &column.key);
    let find = |plan: &Plan, slot: usize| {
        plan.columns(slot).iter().find(|other| other.key == column.key).cloned()
    };
    let mut list = || {
        lists.name_of(&name, &column.options, |value| {
            wording.of(slot, |plan, slot| label(&find(plan, slot)?.options, value))
        })
    };
    let hinted = |hint: &str| Line {
        hint: Some(Text::plain(hint)),
        ..Line::new("text", name.as_str())
    };
    let bounds = (column.minimum.as_ref(), column.maximum.as_ref());
    let line = match column.kind {
        CellKind::Text => {
            Line { appearance: Some("multiline"), ..Line::new("text", name.as_str()) }
        }
        CellKind::Integer => {
            number(Line::new("integer", name.as_str()), bounds.0, bounds.1)
        }
        CellKind::Number => {
            number(Line::new("decimal", name.as_str()), bounds.0, bounds.1)
        }
        CellKind::Date => date(Line::new("text", name.as_str())),
        CellKind::Choice => Line::new(format!("select_one {}", list()), name.as_str()),
        CellKind::Questions => {
            Line::new(format!("select_multiple {}", list()), name.as_str())
        }
        CellKind::Link => constrained(
            hinted(words::LINK),
            Some(format!("regex(., '{LINK_PATTERN}')")),
            words::LINK,
        ),
        CellKind::Texts => hinted(words::TEXTS),
        CellKind::Law => hinted(words::LAW),
    };
    Line {
        label: wording
            .of(slot, |plan, slot| Some(find(plan, slot)?.label))
            .or_else(|| Some(Text::plain(&column.label))),
        slot: Some(slot),
        ..line
    }
}

fn label(choices: &[Choice], value: &str) -> Option<String> {
    choices.iter().find(|choice| choice.value == value).map(|choice| choice.label.clone())
}

fn constrained(line: Line, constraint: Option<String>, message: &str) -> Line {
    let constraint_message = constraint.is_some().then(|| Text::plain(message));
    Line { constraint, constraint_message, ..line }
}

fn exclusive(options: &[Choice]) -> Option<String> {
    let alone: Vec<String> = options
        .iter()
        .zip(codes(options))
        .filter(|(choice, _)| choice.exclusive)
        .map(|(_, code)| format!("not(selected(., '{code}') and count-selected(.) > 1)"))
        .collect();
    (!alone.is_empty()).then(|| alone.join(" and "))
}

fn number(line: Line, minimum: Option<&Number>, maximum: Option<&Number>) -> Line {
    let bounds = [(minimum, ">="), (maximum, "<=")];
    let tests: Vec<String> = bounds
        .into_iter()
        .filter_map(|(bound, sign)| bound.map(|bound| format!(". {sign} {bound}")))
        .collect();
    let constraint = (!tests.is_empty()).then(|| tests.join(" and "));
    constrained(line, constraint, &words::range(minimum, maximum))
}

fn date(line: Line) -> Line {
    constrained(line, Some(format!("regex(., '{DATE_PATTERN}')")), words::DATE)
}
