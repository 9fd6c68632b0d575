//! Texts in a spreadsheet: nothing runs as a formula, nothing is taken for a number.
//!
//! A program that opens a CSV file runs a cell that begins with `=`, `+`, `-` or `@` as a
//! formula, and turns a text such as "1.10" or "2024-05" into a number or a date of its
//! own. Such a text gets an apostrophe in front. A text that already has apostrophes
//! before such a beginning gets one more, so that taking one away always gives back what
//! stood there.

/// Returns a text as it stands in a cell.
pub fn neutralize(text: &str) -> String {
    if is_hazard(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes away the apostrophe that [`neutralize`] put in front.
pub fn restore(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_hazard(rest) => rest,
        Some(_) | None => cell,
    }
}

/// Says whether a spreadsheet would make something else of a text, once the apostrophes
/// in front of it are taken away.
fn is_hazard(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    runs(bare) || looks_numeric(bare)
}

/// Says whether some program would run the text: the sign may be a full-width one, and
/// blanks before it do not hinder every program.
fn runs(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with([
            '=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}', '|', '%',
        ])
}

/// Says whether a text is made like a number, a date or a time, unless it is a plain
/// whole number, which every program keeps as it is.
fn looks_numeric(text: &str) -> bool {
    const MARKS: &str = " .,:/\\-()%+eE$€£¥";
    let plain = text.bytes().all(|b| b.is_ascii_digit())
        && text.len() <= 15
        && (text.len() == 1 || !text.starts_with('0'));
    !plain
        && text.len() <= 64
        && text.bytes().any(|b| b.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || MARKS.contains(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What would run or change gets an apostrophe; what stays as it is gets none.
    #[test]
    fn guards_what_would_run_or_change() {
        for hazard in [
            "=1+1",
            "+1",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\rx",
            " =1",
            "＝1",
            "2024-05",
            "1.10",
            "12/1",
            "007",
            "(5)",
            "1E5",
            "9:30",
            "'=1",
            "'''2024-05",
            "1234567890123456",
        ] {
            assert_eq!(neutralize(hazard), format!("'{hazard}"));
        }
        for harmless in
            ["", "Article 5", "2024", "0", "'tis", "5(1)(a)", "yes; no", "L'Etat"]
        {
            assert_eq!(neutralize(harmless), harmless);
        }
    }

    proptest! {
        /// Whatever the text, it comes back as it was, and no cell begins as a formula.
        #[test]
        fn comes_back(text in "['=+@ \t\r\n0-9a.-]{0,8}|\\PC{0,12}") {
            let cell = neutralize(&text);
            prop_assert_eq!(restore(&cell), text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
