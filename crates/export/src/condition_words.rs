//! The condition of a question in words.

use untoc_core::{Plan, Test};

/// Returns the condition under which a question is asked, in words:
/// `untoc-5-q1 is "Yes" or "Yes, in part"`; `None` where it is always asked.
pub fn condition_words(plan: &Plan, slot: usize) -> Option<String> {
    plan.test(slot).map(|test| words(plan, test, false))
}

fn words(plan: &Plan, test: &Test, inside: bool) -> String {
    match test {
        Test::In(slot, values) => {
            let options = plan.options(*slot);
            let labels: Vec<String> = values
                .iter()
                .map(|value| {
                    let choice = options.iter().find(|choice| choice.value == *value);
                    format!("\"{}\"", choice.map_or(value.as_str(), |c| c.label.as_str()))
                })
                .collect();
            format!("{} is {}", plan.question(*slot).id, labels.join(" or "))
        }
        Test::Answered(slot) => format!("{} is answered", plan.question(*slot).id),
        Test::All(parts) => join(plan, parts, " and ", inside),
        Test::Any(parts) => join(plan, parts, " or ", inside),
        Test::Not(part) => format!("not ({})", words(plan, part, false)),
    }
}

fn join(plan: &Plan, parts: &[Test], with: &str, inside: bool) -> String {
    let several = parts.len() > 1;
    let parts: Vec<String> =
        parts.iter().map(|part| words(plan, part, several)).collect();
    let joined = parts.join(with);
    if inside && several { format!("({joined})") } else { joined }
}

#[cfg(test)]
mod tests {
    use untoc_core::Library;

    use super::*;

    /// A condition is read as a sentence would be.
    #[test]
    fn conditions_read_as_words() {
        let plan = Library::embedded().get("untoc-cluster-1").unwrap();
        let words = |id: &str| condition_words(&plan, plan.slot(id).unwrap());
        assert_eq!(words("untoc-2-q1"), None);
        assert_eq!(
            words("untoc-2-q1a").as_deref(),
            Some("untoc-2-q1 is \"Yes\" or \"Yes, in part\"")
        );
    }
}
