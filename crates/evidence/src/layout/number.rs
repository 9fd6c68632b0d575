//! Does a text look like a number, a date or a code: for guessing, not for judging.

/// Says whether a cell looks like a number, also with separators or a sign.
pub(crate) fn looks_numeric(cell: &str) -> bool {
    let text = cell.trim();
    let text = text.strip_prefix(['-', '+', '<', '>', '~']).unwrap_or(text);
    let text = text.strip_suffix('%').unwrap_or(text);
    text.bytes().any(|b| b.is_ascii_digit())
        && text.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, '.' | ',' | ' ' | '\'' | '\u{a0}' | '\u{202f}')
        })
}

/// Says whether a cell is a year that may stand as a label over a column.
pub(crate) fn looks_like_year(cell: &str) -> bool {
    let text = cell.trim();
    text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year))
}

/// Says whether a cell looks like a date in one of the usual ways of writing.
pub(crate) fn looks_like_date(cell: &str) -> bool {
    let parts: Vec<&str> = cell.trim().split(['-', '/', '.']).collect();
    let [a, b, c] = parts.as_slice() else { return false };
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let c = c.split([' ', 'T']).next().unwrap_or(c);
    (digits(a, 4) && digits(b, 2) && digits(c, 2))
        || (digits(a, 2) && digits(b, 2) && digits(c, 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers in the usual ways of writing are recognized, words are not.
    #[test]
    fn recognizes_numbers_and_dates() {
        for cell in ["1", "-5", "1,234", "1 234.5", "<5", "12 %", "3,7"] {
            assert!(looks_numeric(cell), "{cell}");
        }
        for cell in ["", "year", "<", "A1", "2020-01-02"] {
            assert!(!looks_numeric(cell), "{cell}");
        }
        assert!(looks_like_date("2020-01-02") && looks_like_date("2/1/2020"));
        assert!(looks_like_date("2020-01-02 10:00") && !looks_like_date("1.2"));
        assert!(looks_like_year("2020") && !looks_like_year("20200"));
    }
}
