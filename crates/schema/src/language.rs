//! Language tags (BCP 47) and times, as every format writes them.

use untoc_core::PartialDate;

/// The pattern of a language tag: language, script, region, variants, extensions and
/// private use, in this order.
pub(crate) const LANGUAGE_PATTERN: &str = concat!(
    "^([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})",
    "(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?",
    "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*",
    "(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*",
    "(-[Xx](-[A-Za-z0-9]{1,8})+)?$",
);

/// The pattern of a time in UTC to the second; it knows the length of every month.
pub(crate) const TIME_PATTERN: &str = concat!(
    "^([0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])",
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)",
    "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$",
);

/// Says whether a text is a well-formed language tag, as [`LANGUAGE_PATTERN`] does.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-').peekable();
    let letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
    let signs = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric());
    let region = |part: &str| {
        part.len() == 2 && letters(part)
            || part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let variant = |part: &str| {
        let digit_first = part.starts_with(|c: char| c.is_ascii_digit());
        signs(part) && ((5..=8).contains(&part.len()) || part.len() == 4 && digit_first)
    };
    let Some(language) = parts.next() else { return false };
    if !(2..=8).contains(&language.len()) || !letters(language) {
        return false;
    }
    if language.len() <= 3 {
        for _ in 0..3 {
            parts.next_if(|part| part.len() == 3 && letters(part));
        }
    }
    parts.next_if(|part| part.len() == 4 && letters(part));
    parts.next_if(|part| region(part));
    while parts.next_if(|part| variant(part)).is_some() {}
    let single = |part: &str| part.len() == 1 && signs(part);
    while let Some(singleton) = parts.next_if(|part| single(part)) {
        let least = if singleton.eq_ignore_ascii_case("x") { 1 } else { 2 };
        let more = |part: &str| (least..=8).contains(&part.len()) && signs(part);
        let mut count = 0;
        while parts.next_if(|part| more(part)).is_some() {
            count += 1;
        }
        if count == 0 {
            return false;
        }
    }
    parts.next().is_none()
}

/// Says whether a text is a time in UTC to the second, as [`TIME_PATTERN`] does.
pub(crate) fn is_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else { return false };
    let within = |part: &str, most: u8| {
        part.len() == 2
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|number| number <= most)
    };
    let Some(time) = time.strip_suffix('Z') else { return false };
    let mut parts = time.split(':');
    matches!(PartialDate::parse(date), Ok(PartialDate::Day(_)))
        && parts.next().is_some_and(|hour| within(hour, 23))
        && parts.next().is_some_and(|minute| within(minute, 59))
        && parts.next().is_some_and(|second| within(second, 59))
        && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matches(pattern: &str, text: &str) -> bool {
        let schema = serde_json::json!({ "type": "string", "pattern": pattern });
        let text = serde_json::Value::from(text);
        jsonschema::validator_for(&schema).unwrap().is_valid(&text)
    }

    /// Tags that programs and people write are known, and words are not.
    #[test]
    fn knows_language_tags() {
        for tag in [
            "en",
            "fr-CA",
            "zh-Hans",
            "sr-Latn-RS",
            "es-419",
            "ca-valencia",
            "zh-yue",
            "de-1996",
            "ar-u-nu-arab",
            "en-x-ministry",
            "EN",
        ] {
            assert!(is_language(tag) && matches(LANGUAGE_PATTERN, tag), "{tag}");
        }
        for tag in [
            "",
            "e",
            "en_GB",
            "en-",
            "-en",
            "English (UK)",
            "en-x",
            "en-a",
            "русский",
            "en--GB",
            "en\n",
        ] {
            assert!(!is_language(tag) && !matches(LANGUAGE_PATTERN, tag), "{tag:?}");
        }
    }

    /// Only UTC to the second is a time, on a day that exists.
    #[test]
    fn knows_times() {
        for text in ["2026-11-24T09:30:00Z", "2024-02-29T23:59:59Z"] {
            assert!(is_time(text) && matches(TIME_PATTERN, text), "{text}");
        }
        for text in [
            "2026-11-24",
            "2026-11-24T09:30Z",
            "2026-11-24T09:30:00+01:00",
            "2026-11-24T24:00:00Z",
            "2023-02-29T00:00:00Z",
            "2026-11-24t09:30:00z",
            "2026-11T09:30:00Z",
            "2026-11-24T09:30:00.5Z",
            "2026-11-24T09:30:60Z",
        ] {
            assert!(!is_time(text) && !matches(TIME_PATTERN, text), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// Code and pattern agree on whatever looks like a tag.
        #[test]
        fn tags_agree(parts in prop::collection::vec("[a-zX0-9]{1,9}", 1..6)) {
            let tag = parts.join("-");
            prop_assert_eq!(is_language(&tag), matches(LANGUAGE_PATTERN, &tag), "{}", tag);
        }

        /// Code and pattern agree on whatever looks like a time.
        #[test]
        fn times_agree(text in "20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]Z") {
            prop_assert_eq!(is_time(&text), matches(TIME_PATTERN, &text), "{}", text);
        }
    }
}
