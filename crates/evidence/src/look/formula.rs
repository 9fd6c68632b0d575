//! Cells that a spreadsheet would run.

use crate::fields::plain_number;
use crate::layout::number::{looks_like_date, looks_numeric};

/// Says whether a spreadsheet takes a cell for a formula.
///
/// Numbers, dates, phone numbers and coordinates begin with a sign, too; they are none.
pub(crate) fn is_formula(cell: &str) -> bool {
    let mut chars = cell.chars();
    let Some(first) = chars.next() else { return false };
    let rest = chars.as_str();
    match first {
        '=' | '\u{ff1d}' => !rest.is_empty() && !rest.starts_with(['=', ' ']),
        '@' | '\u{ff20}' => rest.starts_with(char::is_alphanumeric),
        '\t' | '\r' => is_formula(rest),
        '+' | '-' | '\u{ff0b}' | '\u{ff0d}' => {
            let starts = rest.starts_with(|c: char| c.is_alphanumeric() || c == '(');
            starts && !harmless(cell)
        }
        _ => false,
    }
}

fn harmless(cell: &str) -> bool {
    let calls = cell.contains(['(', '!', '|', '=', '{', '"', '&', '^', '*']);
    let phone =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.' | '/');
    let sign = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    if plain_number(cell.as_bytes()).is_some() || looks_numeric(cell) {
        return true;
    }
    if sign.chars().all(phone) && sign.chars().any(|c| c.is_ascii_digit()) {
        return true;
    }
    let parts = cell.split(',').map(str::trim);
    if parts.clone().count() == 2
        && parts.clone().all(|p| plain_number(p.as_bytes()).is_some())
    {
        return true;
    }
    if looks_like_date(sign) {
        return true;
    }
    // A word behind a hyphen is text unless something is computed with it.
    let cell_name = sign.chars().any(|c| c.is_ascii_digit())
        && sign
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '/' | ':'));
    !calls && !cell_name
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What runs is found.
    #[test]
    fn finds_formulas() {
        for cell in [
            "=1+1",
            "=HYPERLINK(\"http://x\",\"y\")",
            "+A1",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1)",
            "\t=1",
            "\u{ff1d}1+1",
            "-(1)*A1",
        ] {
            assert!(is_formula(cell), "{cell}");
        }
    }

    /// Signs of numbers, phones, coordinates and lists are no formulas.
    #[test]
    fn raises_no_false_alarm() {
        for cell in [
            "-5",
            "-5.25",
            "+49 30 1234567",
            "-12.5, 45.1",
            "-",
            "--",
            "- item",
            "-1,234",
            "+1 (555) 123-4567",
            "-45.12345,170.12345",
            "=",
            "== title",
            "@",
            "-unknown",
            "-10%",
            "-5/6/2024",
        ] {
            assert!(!is_formula(cell), "{cell}");
        }
    }
}
