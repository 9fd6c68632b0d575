//! Names of persons and streets, by the words that are most frequent in them.

use std::collections::HashSet;
use std::sync::LazyLock;

static GIVEN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words("given"));
static STREETS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words("street"));
static HAN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words("han"));

fn words(kind: &str) -> HashSet<&'static str> {
    include_str!("../../data/people.txt")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|(name, _)| *name == kind)
        .flat_map(|(_, words)| words.split(' '))
        .collect()
}

/// Says whether a cell is the name of a person: a few words with capitals, one of them
/// a frequent given name; or two to four Chinese signs, the first a frequent family
/// name.
pub(super) fn is_name(cell: &str) -> bool {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > 80 {
        return false;
    }
    if cell.starts_with(is_han) {
        let count = cell.chars().count();
        let first: String = cell.chars().take(1).collect();
        return (2..=4).contains(&count)
            && cell.chars().all(is_han)
            && HAN.contains(first.as_str());
    }
    let parts: Vec<&str> =
        cell.split([' ', ',', '-', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    const PLACES: [&str; 9] =
        ["san", "santa", "santo", "saint", "sao", "são", "st", "port", "puerto"];
    let place =
        parts.first().is_some_and(|part| PLACES.contains(&part.to_lowercase().as_str()));
    !place
        && (2..=5).contains(&parts.len())
        && parts.iter().all(|part| looks_like_name(part))
        && parts.iter().any(|part| is_given(part))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn looks_like_name(part: &str) -> bool {
    let first = part.chars().next().unwrap_or(' ');
    let small = matches!(
        part,
        "de" | "la"
            | "da"
            | "do"
            | "dos"
            | "van"
            | "von"
            | "bin"
            | "al"
            | "del"
            | "el"
            | "y"
    );
    let letters =
        part.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’'));
    letters
        && (small
            || first.is_uppercase()
            || (!first.is_lowercase() && first.is_alphabetic()))
}

fn is_given(part: &str) -> bool {
    GIVEN.contains(part.to_lowercase().as_str())
}

/// Says whether a given name with a family name stands inside a text.
pub(super) fn name_in_text(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic() && c != '-').collect();
    words.windows(2).any(|pair| match pair {
        [given, family] => {
            let capital = |w: &str| w.chars().next().is_some_and(|c| !c.is_lowercase());
            family.chars().count() > 1
                && capital(given)
                && capital(family)
                && is_given(given)
        }
        _ => false,
    })
}

/// Says whether a text has a number and a word for a street.
pub(super) fn is_street(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() > 300 {
        return false;
    }
    let lower = text.to_lowercase();
    let han = lower.contains('路') || lower.contains('街') || lower.contains('巷');
    if han && lower.contains('号') {
        return true;
    }
    let joined = lower.split(|c: char| !c.is_alphanumeric());
    let street = |word: &str| {
        STREETS.contains(word) || word.ends_with("straße") || word.ends_with("strasse")
    };
    joined.clone().any(street)
        && joined.clone().any(|word| {
            (1..=5).contains(&word.len())
                && word.bytes().next().is_some_and(|b| b.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of persons are recognized in several scripts.
    #[test]
    fn recognizes_names() {
        for cell in [
            "Maria Silva",
            "Jean-Pierre Martin",
            "Иван Петров",
            "محمد علي",
            "王小明",
            "Ana María López",
            "John Smith",
            "Fatima El Idrissi",
            "Nguyen, Anna",
        ] {
            assert!(is_name(cell), "{cell}");
        }
        for cell in [
            "Sexual exploitation",
            "Forced labour",
            "Eastern Europe",
            "中国",
            "Total",
            "Detected trafficking victims",
            "Ministry of Justice",
            "Costa Rica",
            "男",
            "Россия",
        ] {
            assert!(!is_name(cell), "{cell}");
        }
    }

    /// Addresses are recognized in several languages.
    #[test]
    fn recognizes_streets() {
        for cell in [
            "12 High Street",
            "Calle Mayor 5",
            "12 rue de la Paix",
            "ул. Ленина, 5",
            "شارع النيل 12",
            "南京路100号",
            "Rua das Flores, 10",
        ] {
            assert!(is_street(cell), "{cell}");
        }
        assert!(!is_street("Route 2020") && !is_street("High Street"));
    }
}
