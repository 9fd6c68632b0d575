//! Other names of columns and codes, in the six UN languages and Portuguese.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::columns::fold::fold;
use crate::look::labels::words_of;

/// The names of columns, and the words of codes by their field.
struct Synonyms {
    columns: BTreeMap<String, &'static str>,
    codes: BTreeMap<(&'static str, String), &'static str>,
}

static SYNONYMS: LazyLock<Synonyms> =
    LazyLock::new(|| read(include_str!("../../data/synonyms.txt")));

fn read(text: &'static str) -> Synonyms {
    let mut synonyms = Synonyms { columns: BTreeMap::new(), codes: BTreeMap::new() };
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once('\t') else { continue };
        for word in words.split(" | ") {
            match name.split_once('=') {
                None => {
                    synonyms.columns.entry(spaced(word)).or_insert(name);
                }
                Some((field, code)) => {
                    synonyms.codes.entry((field, fold(word))).or_insert(code);
                }
            }
        }
    }
    synonyms
}

fn spaced(label: &str) -> String {
    words_of(label).join(" ")
}

/// Finds the field that a column's name stands for; names with `@` stand for a kind of
/// column.
pub(super) fn column(label: &str) -> Option<&'static str> {
    SYNONYMS.columns.get(&spaced(label)).copied()
}

/// Finds the field that a part of a column's name stands for, with the longest words.
pub(super) fn part_of_column(label: &str) -> Option<&'static str> {
    let label = format!(" {} ", spaced(label));
    let long = |word: &str| word.chars().count() > 3;
    SYNONYMS
        .columns
        .iter()
        .filter(|(word, _)| long(word) && label.contains(&format!(" {word} ")))
        .max_by_key(|(word, _)| word.len())
        .map(|(_, field)| *field)
}

/// Finds the code that a word stands for in a field.
pub(super) fn code(field: &'static str, word: &str) -> Option<&'static str> {
    SYNONYMS.codes.get(&(field, fold(word))).copied()
}

/// Finds the code that a word stands for, whatever the field is called.
pub(super) fn code_of(field: &str, word: &str) -> Option<&'static str> {
    let own = SYNONYMS.codes.keys().map(|(name, _)| *name).find(|name| *name == field)?;
    code(own, word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::profile;

    /// Every synonym stands for a field and a code of the case profile.
    #[test]
    fn synonyms_are_of_the_profile() {
        let case = profile("case").unwrap();
        for (field, code) in SYNONYMS.codes.iter().map(|((field, _), code)| (field, code))
        {
            let field = case.field(field).unwrap_or_else(|| panic!("{field}"));
            let codes = &field.constraints;
            let mut known = codes.options.iter().chain(&codes.item_options).flatten();
            let logical = field.name == "con_Consent";
            assert!(logical || known.any(|known| known == code), "{code}");
        }
        for field in SYNONYMS.columns.values().filter(|name| !name.starts_with('@')) {
            assert!(case.field(field).is_some(), "{field}");
        }
    }

    /// Columns and codes are found in several languages.
    #[test]
    fn finds_words() {
        assert_eq!(column("Sexe"), Some("prs_Gender"));
        assert_eq!(column("Año de registro"), Some("year"));
        assert_eq!(column("Дата регистрации"), Some("@date"));
        assert_eq!(part_of_column("Victim nationality (1)"), Some("prs_Citizenship"));
        assert_eq!(code_of("prs_Gender", "Femme"), Some("Feminine"));
        assert_eq!(
            code_of("vic_TypeOfExploitation", "travail forcé"),
            Some("ForcedLabour")
        );
        assert_eq!(code_of("vic_TypeOfExploitation", "zzz"), None);
    }
}
