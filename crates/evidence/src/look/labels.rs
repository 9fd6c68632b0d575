//! What the name of a column says about its content, in seven languages.

use std::sync::LazyLock;

/// Words that stand for something, with what they stand for.
pub(crate) struct Lexicon {
    entries: Vec<(&'static str, Phrase)>,
}

enum Phrase {
    /// These words in this order, anywhere in the name.
    Words(Vec<String>),
    /// The whole name.
    Whole(String),
    /// Anywhere, without regard to words.
    Part(String),
}

/// Names of columns that name or reach a person.
pub(crate) static IDENTIFIERS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../data/identifiers.txt")));

/// Names of columns that say something about a person, or count.
pub(crate) static ROLES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../data/roles.txt")));

impl Lexicon {
    fn read(text: &'static str) -> Self {
        let mut entries = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((kind, words)) = line.split_once('\t') else { continue };
            for word in words.split(" | ") {
                let phrase = match word.strip_prefix('=') {
                    Some(whole) => Phrase::Whole(words_of(whole).join(" ")),
                    None if word.chars().any(no_spaces) => Phrase::Part(word.to_owned()),
                    None => Phrase::Words(words_of(word)),
                };
                entries.push((kind, phrase));
            }
        }
        Self { entries }
    }

    /// Returns what the name of a column stands for; the longest words decide.
    pub(crate) fn kind(&self, label: &str) -> Option<&'static str> {
        let words = words_of(label);
        let whole = words.join(" ");
        let mut best: Option<(usize, &'static str)> = None;
        for (kind, phrase) in &self.entries {
            let length = match phrase {
                Phrase::Words(phrase) => {
                    let found = words.windows(phrase.len()).any(|part| part == phrase);
                    found.then(|| phrase.iter().map(String::len).sum())
                }
                Phrase::Whole(text) => (whole == *text).then_some(text.len()),
                Phrase::Part(text) => label.contains(text.as_str()).then_some(text.len()),
            };
            if let Some(length) = length
                && best.is_none_or(|(longest, _)| length > longest)
            {
                best = Some((length, kind));
            }
        }
        best.map(|(_, kind)| kind)
    }
}

/// Scripts in which words are not separated, or carry articles.
fn no_spaces(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{3400}'..='\u{9fff}')
}

/// Cuts a name into words, also where it is written likeThis or like_this.
pub(crate) fn words_of(label: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let mut before = ' ';
    for c in label.chars() {
        let hump = c.is_uppercase() && before.is_lowercase();
        if !c.is_alphanumeric() {
            open = false;
        } else {
            if !open || hump {
                words.push(String::new());
            }
            open = true;
            if let Some(word) = words.last_mut() {
                word.extend(c.to_lowercase());
            }
        }
        before = c;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of columns are recognized in every language and way of writing.
    #[test]
    fn recognizes_identifiers() {
        for (label, kind) in [
            ("Name", "name"),
            ("prs_FirstName", "name"),
            ("victim's last name", "name"),
            ("Prénom", "name"),
            ("Nombre completo", "name"),
            ("ФИО", "name"),
            ("受害人姓名", "name"),
            ("اسم الضحية", "name"),
            ("prs_Birthdate", "birth-date"),
            ("date of birth", "birth-date"),
            ("Fecha de nacimiento", "birth-date"),
            ("prs_MobilePhone", "phone"),
            ("E-mail", "email"),
            ("Номер паспорта", "document"),
            ("CPF", "document"),
            ("身份证号", "document"),
            ("hte_Street", "address"),
            ("Endereço", "address"),
        ] {
            assert_eq!(IDENTIFIERS.kind(label), Some(kind), "{label}");
        }
    }

    /// Names of organizations, countries and files are no names of persons.
    #[test]
    fn leaves_other_names_alone() {
        for label in ["country name", "org_Name", "year", "category", "Source", "unit"] {
            assert_eq!(IDENTIFIERS.kind(label), None, "{label}");
        }
        assert_eq!(ROLES.kind("Age group"), Some("quasi"));
        assert_eq!(ROLES.kind("yearOfRegistration"), Some("quasi"));
        assert_eq!(ROLES.kind("vic_TypeOfExploitation"), Some("sensitive"));
        assert_eq!(ROLES.kind("txtVALUE"), Some("count"));
        assert_eq!(ROLES.kind("Гражданство"), Some("quasi"));
    }
}
