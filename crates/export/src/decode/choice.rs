//! Choices: codes, or the words that stand for them.

use untoc_core::Choice;

use crate::decode::digits::trim;
use crate::decode::{Expected, Reading};

/// Returns a text as it is compared: no blanks around, small letters, single blanks.
pub(crate) fn fold(text: &str) -> String {
    let small = trim(text).to_lowercase().replace('’', "'");
    let words: Vec<&str> = small.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

/// Finds the choice that a text names by its code or by its label.
pub(crate) fn find<'a>(options: &'a [Choice], typed: &str) -> Option<&'a Choice> {
    if let Some(exact) = options.iter().find(|choice| choice.value == typed) {
        return Some(exact);
    }
    let folded = fold(typed);
    let code = folded.replace([' ', '-'], "_");
    let same = |choice: &&Choice| {
        let value = choice.value.to_lowercase();
        value == folded
            || value == code
            || fold(&choice.label) == folded
            || is_own(&choice.value, &folded)
    };
    let mut found = options.iter().filter(same);
    let first = found.next()?;
    // Two labels that differ only in capitals do not decide the matter.
    found.next().is_none().then_some(first)
}

/// Yes and no as our forms say them, in all their languages, folded.
const OWN: [(&str, [&str; 6]); 3] = [
    ("yes", ["yes", "oui", "sí", "да", "是", "نعم"]),
    (
        "in_part",
        [
            "yes, in part",
            "oui, en partie",
            "sí, en parte",
            "да, частично",
            "部分是",
            "نعم، جزئياً",
        ],
    ),
    ("no", ["no", "non", "no", "нет", "否", "لا"]),
];

/// Says whether a text is what a form says for yes, in part or no.
fn is_own(value: &str, folded: &str) -> bool {
    OWN.iter().any(|(own, labels)| *own == value && labels.contains(&folded))
}

/// Reads one choice.
pub(crate) fn read_one(
    options: &[Choice],
    typed: &str,
) -> Result<Reading<String>, Expected> {
    match find(options, typed) {
        Some(choice) => {
            Ok(Reading::of(choice.value.clone(), typed, choice.value.clone()))
        }
        None => Err(expected(options)),
    }
}

/// Reads several choices between semicolons or on lines of their own.
pub(crate) fn read_several(
    options: &[Choice],
    typed: &str,
) -> Result<Reading<Vec<String>>, Expected> {
    // A label may itself have a semicolon.
    if let Some(choice) = find(options, typed) {
        let value = choice.value.clone();
        return Ok(Reading::of(vec![value.clone()], typed, value));
    }
    let mut values = Vec::new();
    for piece in typed.split(SEPARATORS).filter(|piece| !trim(piece).is_empty()) {
        let choice = find(options, piece).ok_or_else(|| expected(options))?;
        values.push(choice.value.clone());
    }
    if values.is_empty() {
        return Err(expected(options));
    }
    let written = join(&values);
    Ok(Reading::of(values, typed, written))
}

/// What people put between several items of one cell.
pub(crate) const SEPARATORS: [char; 5] = [';', '؛', '；', '\n', '\r'];

/// Returns several items as they stand in one cell.
pub(crate) fn join(items: &[String]) -> String {
    items.join("; ")
}

pub(crate) fn expected(options: &[Choice]) -> Expected {
    Expected::Options(options.iter().map(|choice| choice.value.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What forms say for yes and no is read back, whatever their language.
    #[test]
    fn reads_our_own_words() {
        for language in ["en", "fr", "es", "ru", "zh", "ar"] {
            let words = untoc_report::Words::load(language);
            for (value, _) in OWN {
                let label = words.say(&format!("option-{value}"), &[]);
                assert!(is_own(value, &fold(&label)), "{language}: {label}");
            }
        }
    }

    fn options() -> Vec<Choice> {
        vec![
            Choice::new("yes", "Yes"),
            Choice::new("in_part", "Yes, in part"),
            Choice::new("no", "No; it was considered"),
        ]
    }

    /// Codes and labels are found whatever the capitals and blanks; others are not.
    #[test]
    fn finds_codes_and_labels() {
        let options = options();
        for (typed, value) in [
            ("in_part", "in_part"),
            (" yes,  IN part. ", "in_part"),
            ("In-Part", "in_part"),
            ("no; it was considered", "no"),
            ("YES\u{200f}", "yes"),
        ] {
            assert_eq!(find(&options, typed).map(|c| c.value.as_str()), Some(value));
        }
        assert_eq!(find(&options, "partly"), None);
    }

    /// Several choices stand between semicolons, of any script, or on lines.
    #[test]
    fn reads_several_choices() {
        let options = options();
        let read = |typed| read_several(&options, typed).map(|r| (r.value, r.written));
        let both = vec!["yes".to_owned(), "in_part".to_owned()];
        assert_eq!(read("yes; in_part"), Ok((both.clone(), None)));
        assert_eq!(read("Yes؛ in_part"), Ok((both.clone(), Some("yes; in_part".into()))));
        assert_eq!(read("yes\nYes, in part"), Ok((both, Some("yes; in_part".into()))));
        assert_eq!(
            read("No; it was considered"),
            Ok((vec!["no".to_owned()], Some("no".into())))
        );
        assert!(read("yes; perhaps").is_err());
        assert!(read(";;").is_err());
    }
}
