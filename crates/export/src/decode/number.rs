//! Numbers as people type them: digits of any script, groups of three, decimal commas.

use serde_json::Number;

use crate::decode::digits::{fold_digits, trim};

/// Reads a number; `None` where it is none, or could mean two.
///
/// "1,234" is one thousand for a whole number and could be either for another.
pub(crate) fn read(typed: &str, whole: bool) -> Option<Number> {
    let folded = fold_digits(trim(typed));
    let mut plain = String::new();
    for c in folded.chars() {
        match c {
            '\u{66b}' => plain.push('.'),
            '\u{2212}' => plain.push('-'),
            '\'' | '’' | '\u{66c}' => {}
            c if c.is_whitespace() => {}
            c => plain.push(c),
        }
    }
    let unsigned = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let sign = if plain.starts_with('-') { "-" } else { "" };
    parse(&format!("{sign}{}", ungroup(unsigned, whole)?))
}

/// Returns an unsigned number with a point for its decimals and nothing between groups.
fn ungroup(text: &str, whole: bool) -> Option<String> {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    match (commas, points) {
        (0, 0) => Some(text.to_owned()),
        (0, 1) if whole && is_grouped(text, '.') => Some(text.replace('.', "")),
        (0, 1) => Some(text.to_owned()),
        (1, 0) if !is_grouped(text, ',') => Some(text.replace(',', ".")),
        (1, 0) if !whole => None,
        (_, 0) => is_grouped(text, ',').then(|| text.replace(',', "")),
        (0, _) => is_grouped(text, '.').then(|| text.replace('.', "")),
        (_, 1) => {
            let (head, tail) = text.split_once('.')?;
            is_grouped(head, ',').then(|| format!("{}.{tail}", head.replace(',', "")))
        }
        (1, _) => {
            let (head, tail) = text.split_once(',')?;
            is_grouped(head, '.').then(|| format!("{}.{tail}", head.replace('.', "")))
        }
        _ => None,
    }
}

fn is_grouped(text: &str, separator: char) -> bool {
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let mut groups = text.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
}

fn parse(text: &str) -> Option<Number> {
    let numeric =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E');
    if text.is_empty() || text.len() > 64 || !text.chars().all(numeric) {
        return None;
    }
    if let Ok(number) = text.parse::<u64>() {
        return Some(number.into());
    }
    if let Ok(number) = text.parse::<i64>() {
        return Some(number.into());
    }
    text.parse::<f64>().ok().and_then(Number::from_f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(typed: &str, whole: bool) -> Option<String> {
        read(typed, whole).map(|number| number.to_string())
    }

    /// Numbers are read as they are meant, and not at all where they could mean two.
    #[test]
    fn reads_numbers_as_people_type_them() {
        for (typed, whole, number) in [
            ("12", true, Some("12")),
            ("-3", true, Some("-3")),
            ("1.5", false, Some("1.5")),
            ("1,5", false, Some("1.5")),
            ("١٢٣٫٥", false, Some("123.5")),
            ("1 234", false, Some("1234")),
            ("1\u{202f}234\u{a0}567", false, Some("1234567")),
            ("1,234", true, Some("1234")),
            ("1.234", true, Some("1234")),
            ("1,234", false, None),
            ("1,234,567.5", false, Some("1234567.5")),
            ("1.234.567,5", false, Some("1234567.5")),
            ("2024.0", true, Some("2024.0")),
            ("+5", true, Some("5")),
            ("1e400", false, None),
            ("12 persons", false, None),
            ("", false, None),
            ("inf", false, None),
            ("NaN", false, None),
            ("1,2,3", false, None),
        ] {
            assert_eq!(show(typed, whole).as_deref(), number, "{typed}");
        }
    }
}
