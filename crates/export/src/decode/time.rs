//! Times and languages in the fields of an entry.

use untoc_core::PartialDate;

use crate::decode::digits::trim;
use crate::decode::{Expected, Reading};

/// Reads a time in UTC to the second: `2026-11-24T09:30:00Z`.
pub(crate) fn read(typed: &str) -> Result<Reading<String>, Expected> {
    let text = trim(typed).trim_start_matches('\'');
    if is_time(text) {
        Ok(Reading::of(text.to_owned(), typed, text.to_owned()))
    } else {
        Err(Expected::Time)
    }
}

/// Says whether a text is a time in UTC to the second.
pub(crate) fn is_time(text: &str) -> bool {
    let Some((date, time)) = text.strip_suffix('Z').and_then(|t| t.split_once('T'))
    else {
        return false;
    };
    let below = |part: &str, limit: u8| {
        part.len() == 2
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|n| n < limit)
    };
    let parts: Vec<&str> = time.split(':').collect();
    matches!(PartialDate::parse(date), Ok(PartialDate::Day(_)))
        && matches!(*parts.as_slice(),
            [h, m, s] if below(h, 24) && below(m, 60) && below(s, 60))
}

/// Reads a language tag by its form (BCP 47).
pub(crate) fn language(typed: &str) -> Result<Reading<String>, Expected> {
    let text = trim(typed);
    if is_language(text) {
        Ok(Reading::of(text.to_owned(), typed, text.to_owned()))
    } else {
        Err(Expected::Language)
    }
}

/// Says whether a text has the form of a language tag.
pub(crate) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && text.len() <= 35
        && parts.all(|part| {
            (1..=8).contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Only a time in UTC to the second is one.
    #[test]
    fn knows_times() {
        assert!(is_time("2026-11-24T09:30:00Z"));
        for bad in ["2026-11-24", "2026-11-24T24:00:00Z", "2026-11T09:30:00Z", "now"] {
            assert!(!is_time(bad), "{bad}");
        }
    }

    /// Language tags are known by their form.
    #[test]
    fn knows_languages() {
        assert!(is_language("en") && is_language("zh-Hans") && is_language("ar"));
        assert!(!is_language("e") && !is_language("Arabic") && !is_language("en_GB"));
    }
}
