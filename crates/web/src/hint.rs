//! What to do about a finding, for people who have a page before them and no terminal.

use untoc_core::Finding;
use untoc_report::{Privacy, Words};

/// Returns what to do about a finding: the words of the pages where they have some, else
/// the usual ones, unless these name a command.
pub(crate) fn hint(words: &Words, finding: &Finding) -> Option<String> {
    let own = words.find(&format!("web-hint-{}", finding.code.as_str()), &[]);
    own.or_else(|| {
        let usual = words.hint(finding, Privacy::Shown);
        usual.filter(|text| is_for_pages(text))
    })
}

/// Says whether a hint of another part of the program can be followed without a terminal:
/// whether it names neither a command nor an option.
pub(crate) fn is_for_pages(text: &str) -> bool {
    !text.contains("`untoc ") && !text.contains(": untoc ") && !text.contains("--")
}

/// Says whether [`hint`] is in the language of the words, and not in English.
pub(crate) fn is_own(words: &Words, finding: &Finding) -> bool {
    let key = format!("web-hint-{}", finding.code.as_str());
    let is_of_pages = words.find(&key, &[]).is_some();
    if is_of_pages { words.has(&key) } else { words.has_hint(finding) }
}

#[cfg(test)]
mod tests {
    use untoc_core::{Code, Place};

    use super::*;

    /// No page tells somebody to type a command.
    #[test]
    fn names_no_command() {
        let words = Words::for_pages("en");
        for code in Code::ALL {
            let finding = Finding::new(*code, Place::default());
            let text = hint(&words, &finding).unwrap_or_default();
            assert!(is_for_pages(&text), "{}: {text}", code.as_str());
        }
    }
}
