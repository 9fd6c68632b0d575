//! Times of day, dates with times, and lengths of time.

use super::TimeFormat;
use super::date::{iso_date, number};
use super::strptime;

const SECOND: i128 = 1_000_000_000;
const DAY: i128 = 86_400 * SECOND;

/// Reads a time of day as a number of nanoseconds.
pub(super) fn parse_time(cell: &[u8], format: &TimeFormat) -> Option<i128> {
    match format {
        TimeFormat::Iso => iso_time(cell),
        TimeFormat::Any => iso_time(cell).or_else(|| short_time(cell)),
        TimeFormat::Pattern(pattern) => strptime::time(cell, pattern),
    }
}

/// Reads a date with a time as a number of nanoseconds.
pub(super) fn parse_datetime(cell: &[u8], format: &TimeFormat) -> Option<i128> {
    match format {
        TimeFormat::Iso => iso_datetime(cell),
        TimeFormat::Any => iso_datetime(cell).or_else(|| loose_datetime(cell)),
        TimeFormat::Pattern(pattern) => strptime::datetime(cell, pattern),
    }
}

fn iso_datetime(cell: &[u8]) -> Option<i128> {
    let (date, rest) = cell.split_at_checked(10)?;
    let time = rest.strip_prefix(b"T")?;
    Some(i128::from(iso_date(date)?) * DAY + iso_time(time)?)
}

/// A date alone, or with a time after a blank.
fn loose_datetime(cell: &[u8]) -> Option<i128> {
    let text = std::str::from_utf8(cell).ok()?;
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, "00:00:00"));
    let day = iso_date(date.as_bytes())
        .map(i128::from)
        .or_else(|| strptime::any_date(date.as_bytes()))?;
    let time = time.trim().as_bytes();
    Some(day * DAY + iso_time(time).or_else(|| short_time(time))?)
}

fn short_time(cell: &[u8]) -> Option<i128> {
    let [a, b, b':', c, d] = cell else { return None };
    let (hour, minute) = (number(&[*a, *b])?, number(&[*c, *d])?);
    (hour < 24 && minute < 60)
        .then(|| (i128::from(hour) * 3600 + i128::from(minute) * 60) * SECOND)
}

/// Reads `hh:mm:ss` with or without a fraction and a zone; in a zone, as if in UTC.
fn iso_time(cell: &[u8]) -> Option<i128> {
    let (clock, rest) = cell.split_at_checked(8)?;
    let [a, b, b':', c, d, b':', e, f] = clock else { return None };
    let (hour, minute, second) =
        (number(&[*a, *b])?, number(&[*c, *d])?, number(&[*e, *f])?);
    let midnight = hour == 24 && minute == 0 && second == 0;
    if !midnight && (hour > 23 || minute > 59 || second > 60) {
        return None;
    }
    let (fraction, zone) = fraction(rest)?;
    let seconds = i128::from(hour) * 3600 + i128::from(minute) * 60 + i128::from(second);
    Some((seconds - offset(zone)?) * SECOND + fraction)
}

fn fraction(rest: &[u8]) -> Option<(i128, &[u8])> {
    let Some(digits) = rest.strip_prefix(b".") else { return Some((0, rest)) };
    let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count == 0 {
        return None;
    }
    let (digits, zone) = digits.split_at(count);
    let mut value: i128 = 0;
    for at in 0..9 {
        let digit = digits.get(at).map_or(0, |byte| byte - b'0');
        value = value * 10 + i128::from(digit);
    }
    Some((value, zone))
}

fn offset(zone: &[u8]) -> Option<i128> {
    match zone {
        b"" | b"Z" => Some(0),
        [sign @ (b'+' | b'-'), a, b, b':', c, d] => {
            let (hour, minute) = (number(&[*a, *b])?, number(&[*c, *d])?);
            if hour > 14 || minute > 59 {
                return None;
            }
            let seconds = i128::from(hour * 3600 + minute * 60);
            Some(if *sign == b'-' { -seconds } else { seconds })
        }
        _ => None,
    }
}

/// Reads a length of time; a month counts thirty days and a year twelve months and five
/// days, since they have no fixed length.
pub(super) fn parse_duration(cell: &[u8]) -> Option<i128> {
    let (negative, body) = match cell.strip_prefix(b"-") {
        Some(body) => (true, body),
        None => (false, cell),
    };
    let body = body.strip_prefix(b"P")?;
    let at = body.iter().position(|byte| *byte == b'T');
    let (days, time) = match at {
        Some(at) => (body.get(..at)?, Some(body.get(at + 1..)?)),
        None => (body, None),
    };
    if days.is_empty() && time.is_none() || time.is_some_and(<[u8]>::is_empty) {
        return None;
    }
    let mut total = parts(days, &[(b'Y', 365 * DAY), (b'M', 30 * DAY), (b'D', DAY)])?;
    if let Some(time) = time {
        total +=
            parts(time, &[(b'H', 3600 * SECOND), (b'M', 60 * SECOND), (b'S', SECOND)])?;
    }
    Some(if negative { -total } else { total })
}

/// Adds up numbers with units, each unit at most once and in order.
fn parts(mut text: &[u8], units: &[(u8, i128)]) -> Option<i128> {
    let mut total: i128 = 0;
    let mut units = units.iter();
    while !text.is_empty() {
        let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = text.split_at(count);
        if digits.is_empty() || digits.len() > 9 {
            return None;
        }
        let (nanos, rest) = fraction(rest)?;
        let (unit, after) = rest.split_first()?;
        let (_, worth) = units.by_ref().find(|(name, _)| name == unit)?;
        if nanos > 0 && *unit != b'S' {
            return None;
        }
        total += i128::from(number(digits)?) * worth + nanos;
        text = after;
    }
    Some(total)
}
