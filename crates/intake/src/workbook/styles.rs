//! How cells are shown: as dates, with leading zeros, or as they are.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use super::parts::Parts;
use super::unreadable;
use super::xml::Node;
use crate::limits::Refusal;

/// How a cell is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    #[default]
    Plain,
    Date,
    /// With zeros before it, so many digits in all.
    Zeros(usize),
}

/// The most styles; spreadsheet programs allow some 65,000.
const MOST: usize = 200_000;

/// Reads the styles of cells, in their order.
pub(super) fn read<R: Read + Seek>(
    parts: &mut Parts<R>,
    path: &str,
) -> Result<Vec<Shown>, Refusal> {
    let mut codes: BTreeMap<usize, String> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut inside = false;
    parts.walk_small(path, &mut |node| {
        match node {
            Node::Start(element) if element.name == "numFmt" => {
                if let Some(id) = element.number("numFmtId") {
                    codes.insert(id, element.get("formatCode").unwrap_or_default());
                }
            }
            Node::Start(element) if element.name == "cellXfs" => inside = true,
            Node::End(name) if name == "cellXfs" => inside = false,
            Node::Start(element) if inside && element.name == "xf" => {
                styles.push(element.number("numFmtId").unwrap_or(0));
            }
            Node::Start(_) | Node::End(_) | Node::Text(_) => {}
        }
        codes.len() <= MOST && styles.len() <= MOST
    })?;
    if codes.len() > MOST || styles.len() > MOST {
        return Err(unreadable("size"));
    }
    let shown = |id: &usize| match codes.get(id) {
        Some(code) => of_code(code),
        None if matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58) => Shown::Date,
        None => Shown::Plain,
    };
    Ok(styles.iter().map(shown).collect())
}

/// What the code of a format makes of a number.
fn of_code(code: &str) -> Shown {
    let first = code.split(';').next().unwrap_or(code);
    if !first.is_empty() && first.len() > 1 && first.bytes().all(|byte| byte == b'0') {
        return Shown::Zeros(first.len());
    }
    let mut chars = first.chars();
    let mut letters = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '[' => while chars.next().is_some_and(|c| c != ']') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            other => letters.extend(other.to_lowercase()),
        }
    }
    let date =
        letters.contains(['d', 'm', 'y', 'h', 's']) && !letters.contains("general");
    if date { Shown::Date } else { Shown::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes of dates, of padded numbers and of others are told apart.
    #[test]
    fn tells_codes_apart() {
        for code in ["yyyy-mm-dd", "d/m/yy", "[$-409]mmm\\ yy", "hh:mm"] {
            assert_eq!(of_code(code), Shown::Date, "{code}");
        }
        for code in ["General", "0.00", "#,##0", "\"days\" 0", "[Red]0", "0%", "0"] {
            assert_eq!(of_code(code), Shown::Plain, "{code}");
        }
        assert_eq!(of_code("0000"), Shown::Zeros(4));
    }
}
