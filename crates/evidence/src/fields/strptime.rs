//! Dates and times in a given or in any usual way of writing.

use jiff::civil::{Date, Time};
use jiff::fmt::strtime::BrokenDownTime;

use super::date::day_number;

fn parse(cell: &[u8], pattern: &str) -> Option<BrokenDownTime> {
    BrokenDownTime::parse(pattern, cell).ok()
}

fn day(date: Date) -> Option<i128> {
    day_number(date.year().into(), date.month().into(), date.day().into()).map(i128::from)
}

fn nanoseconds(time: Time) -> i128 {
    let seconds = i128::from(time.hour()) * 3600
        + i128::from(time.minute()) * 60
        + i128::from(time.second());
    seconds * 1_000_000_000 + i128::from(time.subsec_nanosecond())
}

/// Reads a date by a pattern.
pub(super) fn date(cell: &[u8], pattern: &str) -> Option<i128> {
    day(parse(cell, pattern)?.to_date().ok()?)
}

/// Reads a time of day by a pattern.
pub(super) fn time(cell: &[u8], pattern: &str) -> Option<i128> {
    Some(nanoseconds(parse(cell, pattern)?.to_time().ok()?))
}

/// Reads a date with a time by a pattern.
pub(super) fn datetime(cell: &[u8], pattern: &str) -> Option<i128> {
    let parsed = parse(cell, pattern)?;
    let at = parsed.to_datetime().ok()?;
    Some(day(at.date())? * 86_400_000_000_000 + nanoseconds(at.time()))
}

/// The usual ways of writing a date; where day and month could be either, day first.
const USUAL: [&str; 13] = [
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%Y/%m/%d",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%Y%m%d",
    "%a, %m/%d/%Y - %H:%M",
];

/// Reads a date in any usual way of writing.
pub(super) fn any_date(cell: &[u8]) -> Option<i128> {
    USUAL.iter().find_map(|pattern| date(cell, pattern))
}
