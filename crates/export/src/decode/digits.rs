//! Digits of other scripts, and the characters around a typed word that nobody sees.

use untoc_core::is_blank;

/// Returns the text with every digit of another script as an ASCII digit.
pub(crate) fn fold_digits(text: &str) -> String {
    text.chars().map(fold_digit).collect()
}

fn fold_digit(c: char) -> char {
    // Arabic-Indic, Persian, Devanagari, Bengali and full-width digits.
    const ZEROS: [u32; 5] = [0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10];
    let code = u32::from(c);
    ZEROS
        .into_iter()
        .find(|zero| (*zero..*zero + 10).contains(&code))
        .and_then(|zero| char::from_digit(code - zero, 10))
        .unwrap_or(c)
}

/// Says whether a character marks a direction or joins nothing to nothing.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{200b}'..='\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Cuts blanks and marks that nobody sees off both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| is_unseen(c) || is_blank(c.encode_utf8(&mut [0; 4])))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Digits of five scripts become ASCII; other letters stay.
    #[test]
    fn folds_digits_of_other_scripts() {
        assert_eq!(fold_digits("٢٠٢٤-۰۵ １２ १२ ১২ x"), "2024-05 12 12 12 x");
    }

    /// Blanks and direction marks are cut off at the ends only.
    #[test]
    fn trims_what_nobody_sees() {
        assert_eq!(trim("\u{200f} in part\u{a0}\u{202c}"), "in part");
    }
}
