//! Dates, times, ids and links: the plain ones at once, all others as the rules do.

use untoc_core::{PartialDate, check_id, is_web_link};

use super::{Look, Quick};
use crate::language::{is_language, is_time};

/// Makes sure that a text is a date, perhaps partial, and not in the future unless it
/// may be; `today` is written in full.
#[inline]
pub(super) fn date(text: &[u8], today: Option<&[u8; 10]>) -> Quick<()> {
    let plain = match text {
        [year @ .., b'-', a, b, b'-', c, d] => {
            is_year(year) && is_early(month([*a, *b])?, [*c, *d])
        }
        [year @ .., b'-', a, b] => is_year(year) && month([*a, *b]).is_ok(),
        year => is_year(year),
    };
    if !plain && parse(text, PartialDate::parse).is_none() {
        return Err(Look);
    }
    // Year, month and day come in this order with as many digits each, so that texts
    // compare like days. A year or month has begun when its beginning of today's text has.
    match today.and_then(|today| today.get(..text.len())) {
        Some(today) if text > today => Err(Look),
        _ => Ok(()),
    }
}

/// Makes sure that a text is a time in UTC to the second.
#[inline]
pub(super) fn time(text: &[u8]) -> Quick<()> {
    let plain = match text {
        &[
            ref year @ ..,
            b'-',
            a,
            b,
            b'-',
            c,
            d,
            b'T',
            e,
            f,
            b':',
            g,
            h,
            b':',
            i,
            j,
            b'Z',
        ] => {
            is_year(year)
                && is_early(month([a, b])?, [c, d])
                && two([e, f]).is_some_and(|hour| hour < 24)
                && two([g, h]).is_some_and(|minute| minute < 60)
                && two([i, j]).is_some_and(|second| second < 60)
        }
        _ => false,
    };
    let good = plain || std::str::from_utf8(text).is_ok_and(is_time);
    if good { Ok(()) } else { Err(Look) }
}

/// Makes sure that a text is an id.
#[inline]
pub(super) fn id(text: &[u8]) -> Quick<()> {
    parse(text, check_id).ok_or(Look)
}

/// Makes sure that a text is a language tag.
#[inline]
pub(super) fn language(text: &[u8]) -> Quick<()> {
    let plain =
        matches!(text, [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic());
    let good = plain || std::str::from_utf8(text).is_ok_and(is_language);
    if good { Ok(()) } else { Err(Look) }
}

/// Makes sure that a text is an http or https address.
#[inline]
pub(super) fn link(text: &[u8]) -> Quick<()> {
    let good = std::str::from_utf8(text).is_ok_and(is_web_link);
    if good { Ok(()) } else { Err(Look) }
}

fn parse<T, E>(text: &[u8], parse: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
    std::str::from_utf8(text).ok().and_then(|text| parse(text).ok())
}

#[inline]
fn is_year(text: &[u8]) -> bool {
    text.len() == 4 && text.iter().all(u8::is_ascii_digit)
}

#[inline]
fn two([tens, ones]: [u8; 2]) -> Option<u8> {
    let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    digits.then(|| (tens - b'0') * 10 + (ones - b'0'))
}

#[inline]
fn month(text: [u8; 2]) -> Quick<u8> {
    two(text).filter(|month| (1..=12).contains(month)).ok_or(Look)
}

/// Says whether a day stands in every month.
#[inline]
fn is_early(_month: u8, day: [u8; 2]) -> bool {
    two(day).is_some_and(|day| (1..=28).contains(&day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Dates and times are judged as the rules and the reader judge them.
        #[test]
        fn judges_like_the_rules(
            text in "[0-9]{3,4}(-[012][0-9](-[0-3][0-9](T[0-3][0-9]:[0-6][0-9]:[0-6][0-9]Z?)?)?)?|202[67](-1[012](-2[3-6])?)?"
        ) {
            let today = day(2026, 11, 24);
            let parsed = PartialDate::parse(&text);
            let past = parsed.clone().is_ok_and(|parsed| !parsed.is_after(today));
            prop_assert_eq!(date(text.as_bytes(), Some(b"2026-11-24")).is_ok(), past);
            prop_assert_eq!(date(text.as_bytes(), None).is_ok(), parsed.is_ok());
            prop_assert_eq!(time(text.as_bytes()).is_ok(), is_time(&text));
        }
    }
}
