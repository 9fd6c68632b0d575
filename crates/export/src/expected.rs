//! How to fill in a field, in a few words.

use untoc_core::Choice;

use crate::fields::FieldKind;

/// Returns how to fill in a field: what may stand in it, and how it is written.
pub fn expected_words(
    kind: FieldKind,
    options: &[Choice],
    unit: Option<&str>,
    bounds: (Option<&serde_json::Number>, Option<&serde_json::Number>),
) -> String {
    match kind {
        FieldKind::Choice => format!("one of: {}", list(options)),
        FieldKind::Ticks => format!(
            "one or several of these, with ; between them: {}{}",
            list(options),
            alone(options)
        ),
        FieldKind::Text => "text".to_owned(),
        FieldKind::Number => number("number", unit, bounds),
        FieldKind::WholeNumber => number("whole number", unit, bounds),
        FieldKind::Date => "date as far as it is known: 2024, 2024-05 or 2024-05-17".to_owned(),
        FieldKind::Link => "link that begins with https://".to_owned(),
        FieldKind::Texts => "one or several, with ; between them".to_owned(),
        FieldKind::Law => "id or title of a law in the register".to_owned(),
        FieldKind::Questions => {
            let ids: Vec<&str> = options.iter().map(|c| c.value.as_str()).collect();
            format!("ids of questions, with ; between them: {}", ids.join("; "))
        }
        FieldKind::Rows => "fill in the rows below, a line for each cell".to_owned(),
        FieldKind::Evidence => {
            "a line for each item: supports, contradicts or context, its id, a colon, a note"
                .to_owned()
        }
        FieldKind::Word => String::new(),
    }
}

fn list(options: &[Choice]) -> String {
    let items: Vec<String> = options
        .iter()
        .map(|choice| format!("{} = {}", choice.value, choice.label))
        .collect();
    items.join("; ")
}

fn alone(options: &[Choice]) -> String {
    let alone: Vec<&str> =
        options.iter().filter(|c| c.exclusive).map(|c| c.value.as_str()).collect();
    if alone.is_empty() {
        String::new()
    } else {
        format!(" ({} only alone)", alone.join(", "))
    }
}

fn number(
    what: &str,
    unit: Option<&str>,
    bounds: (Option<&serde_json::Number>, Option<&serde_json::Number>),
) -> String {
    let unit = unit.map(|unit| format!(" ({unit})")).unwrap_or_default();
    let bounds = match bounds {
        (None, None) => String::new(),
        (Some(least), None) => format!(", {least} or more"),
        (None, Some(most)) => format!(", at most {most}"),
        (Some(least), Some(most)) => format!(", {least} to {most}"),
    };
    format!("{what}{unit}{bounds}")
}
