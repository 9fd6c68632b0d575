//! A condition in the expression language of SurveyJS.

use untoc_core::{Plan, Test};

use crate::survey::naming::code_of;

/// Returns a condition as an expression.
///
/// Every part stands in brackets, so that no rule of precedence matters. Values need no
/// escapes: those of choices are plain words, and a value that no choice has can never
/// be answered. An empty list is written as false, since SurveyJS takes `anyof []` as
/// true.
pub(super) fn expression(plan: &Plan, test: &Test) -> String {
    match test {
        Test::In(slot, values) => {
            let options = plan.options(*slot);
            let offered: Vec<String> = values
                .iter()
                .filter(|value| options.iter().any(|choice| choice.value == **value))
                .map(|value| format!("'{}'", code_of(options, value)))
                .collect();
            if offered.is_empty() {
                return never();
            }
            let id = &plan.question(*slot).id;
            format!("{{{id}}} anyof [{}]", offered.join(", "))
        }
        Test::Answered(slot) => format!("{{{}}} notempty", plan.question(*slot).id),
        Test::All(parts) if parts.is_empty() => "1 = 1".to_owned(),
        Test::Any(parts) if parts.is_empty() => never(),
        Test::All(parts) => joined(plan, parts, " and "),
        Test::Any(parts) => joined(plan, parts, " or "),
        Test::Not(part) => format!("!({})", expression(plan, part)),
    }
}

fn never() -> String {
    "1 = 0".to_owned()
}

fn joined(plan: &Plan, parts: &[Test], with: &str) -> String {
    let parts: Vec<String> =
        parts.iter().map(|part| format!("({})", expression(plan, part))).collect();
    parts.join(with)
}
