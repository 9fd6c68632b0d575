//! Names and values that every survey tool takes.

use std::collections::BTreeMap;

use untoc_core::Choice;

/// Returns the name of a question as an XML name, which cannot begin with a digit.
pub(super) fn xml_name(id: &str) -> String {
    if id.starts_with(|c: char| c.is_ascii_digit()) {
        format!("_{id}")
    } else {
        id.to_owned()
    }
}

/// Returns the value of each choice in a survey, in their order.
///
/// A value stays as it is where every tool takes it for that text and no other: tools
/// compare without regard to case, split ticks at blanks, and read numbers, dates, and
/// the words of their own languages as something else than text. Any other value becomes
/// `option-1`, `option-2` and so on.
pub(super) fn codes(choices: &[Choice]) -> Vec<String> {
    let mut folded: BTreeMap<String, usize> = BTreeMap::new();
    for choice in choices {
        *folded.entry(choice.value.to_lowercase()).or_default() += 1;
    }
    let unique = |value: &str| folded.get(&value.to_lowercase()) == Some(&1);
    let mut codes = Vec::with_capacity(choices.len());
    for (at, choice) in choices.iter().enumerate() {
        if is_plain(&choice.value) && unique(&choice.value) {
            codes.push(choice.value.clone());
        } else {
            let mut number = at + 1;
            let mut code = format!("option-{number}");
            while folded.contains_key(&code) || codes.contains(&code) {
                number += choices.len();
                code = format!("option-{number}");
            }
            codes.push(code);
        }
    }
    codes
}

/// Returns the value in a survey of one of the choices; an unknown value is itself.
pub(super) fn code_of(choices: &[Choice], value: &str) -> String {
    let at = choices.iter().position(|choice| choice.value == value);
    at.and_then(|at| codes(choices).into_iter().nth(at))
        .unwrap_or_else(|| value.to_owned())
}

fn is_plain(value: &str) -> bool {
    let letter = value.starts_with(|c: char| c.is_ascii_alphabetic());
    let word = value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let special = ["true", "false", "null", "undefined", "nan", "infinity"];
    letter && word && !special.contains(&value.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ordinary values stay; those that a tool would mistake get a number.
    #[test]
    fn replaces_values_that_tools_mistake() {
        let choices =
            ["in_part", "A", "a", "two words", "2020-01-01", "true", "option-4"]
                .map(|value| Choice::new(value, value));
        assert_eq!(
            codes(&choices),
            [
                "in_part",
                "option-2",
                "option-3",
                "option-11",
                "option-5",
                "option-6",
                "option-4"
            ]
        );
        assert_eq!(code_of(&choices, "a"), "option-3");
    }
}
