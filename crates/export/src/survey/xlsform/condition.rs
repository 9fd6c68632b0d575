//! A condition in XPath, with the references of XLSForm.

use untoc_core::{Kind, Plan, Test};

use crate::survey::columns::columns;
use crate::survey::naming::{code_of, xml_name};

/// Returns a condition as an expression.
///
/// Every part stands in brackets. Values need no escapes: those of choices are plain
/// words, and a value that no choice has can never be answered.
pub(super) fn expression(plan: &Plan, test: &Test) -> String {
    match test {
        Test::In(slot, values) => is_one_of(plan, *slot, values),
        Test::Answered(slot) => has_value(plan, *slot),
        Test::All(parts) if parts.is_empty() => "true()".to_owned(),
        Test::Any(parts) if parts.is_empty() => "false()".to_owned(),
        Test::All(parts) => joined(plan, parts, " and "),
        Test::Any(parts) => joined(plan, parts, " or "),
        Test::Not(part) => format!("not({})", expression(plan, part)),
    }
}

fn is_one_of(plan: &Plan, slot: usize, values: &[String]) -> String {
    let options = plan.options(slot);
    let name = xml_name(plan.question(slot).id.as_str());
    let several = plan.question(slot).kind == Kind::Multiple;
    let tests: Vec<String> = values
        .iter()
        .filter(|value| options.iter().any(|choice| choice.value == **value))
        .map(|value| {
            let code = code_of(options, value);
            if several {
                format!("selected(${{{name}}}, '{code}')")
            } else {
                format!("${{{name}}} = '{code}'")
            }
        })
        .collect();
    if tests.is_empty() { "false()".to_owned() } else { tests.join(" or ") }
}

/// A question with rows has a value when any cell of any row has: a form begins with an
/// empty row, so rows cannot be counted.
fn has_value(plan: &Plan, slot: usize) -> String {
    let id = plan.question(slot).id.as_str();
    if !plan.question(slot).kind.has_rows() {
        return format!("${{{}}} != ''", xml_name(id));
    }
    let cells: Vec<String> = columns(plan, slot)
        .into_iter()
        .map(|column| format!("join('', ${{{}}}) != ''", cell_name(id, &column.key)))
        .collect();
    if cells.is_empty() { "false()".to_owned() } else { cells.join(" or ") }
}

/// Returns the name of the cells of a column.
pub(super) fn cell_name(id: &str, key: &str) -> String {
    format!("{}_{key}", xml_name(id))
}

fn joined(plan: &Plan, parts: &[Test], with: &str) -> String {
    let parts: Vec<String> =
        parts.iter().map(|part| format!("({})", expression(plan, part))).collect();
    parts.join(with)
}
