//! Dates, years and months, read by hand from bytes.

use super::TimeFormat;
use super::strptime;

/// Reads a date as a number of days.
pub(super) fn parse_date(cell: &[u8], format: &TimeFormat) -> Option<i128> {
    match format {
        TimeFormat::Iso => iso_date(cell).map(i128::from),
        TimeFormat::Any => {
            iso_date(cell).map(i128::from).or_else(|| strptime::any_date(cell))
        }
        TimeFormat::Pattern(pattern) => strptime::date(cell, pattern),
    }
}

/// Reads `YYYY-MM-DD` as a number of days.
#[inline]
pub(crate) fn iso_date(cell: &[u8]) -> Option<i32> {
    let date: &[u8; 10] = cell.try_into().ok()?;
    let [a, b, c, d, dash, e, f, dash2, g, h] = date;
    if *dash != b'-' || *dash2 != b'-' {
        return None;
    }
    let year = number(&[*a, *b, *c, *d])?;
    let month = number(&[*e, *f])?;
    let day = number(&[*g, *h])?;
    day_number(year, month, day)
}

#[inline]
pub(super) fn number(digits: &[u8]) -> Option<i32> {
    let mut value = 0;
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i32::from(digit);
    }
    Some(value)
}

/// Returns the number of a day that exists.
#[inline]
pub(super) fn day_number(year: i32, month: i32, day: i32) -> Option<i32> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        2 => 28 + i32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=days).contains(&day) {
        return None;
    }
    // Years begin in March, so that a leap day is the last of its year.
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let in_year = (153 * month + 2) / 5 + day - 1;
    Some(
        year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + in_year,
    )
}

/// Reads a year of at least four digits.
pub(super) fn parse_year(cell: &[u8]) -> Option<i128> {
    let digits = cell.strip_prefix(b"-").unwrap_or(cell);
    if digits.len() < 4 || digits.len() > 9 {
        return None;
    }
    let year = i128::from(number(digits)?);
    Some(if digits.len() < cell.len() { -year } else { year })
}

/// Reads `YYYY-MM` as a number of months.
pub(super) fn parse_year_month(cell: &[u8]) -> Option<i128> {
    let split = cell.len().checked_sub(3)?;
    let (year, month) = cell.split_at(split);
    let month = number(month.strip_prefix(b"-")?)?;
    let year = parse_year(year)?;
    (1..=12).contains(&month).then(|| year * 12 + i128::from(month))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Days that exist are accepted and counted in order.
        #[test]
        fn days_exist(year in 0_i16..9999, month in 0_i8..14, day in 0_i8..33) {
            let ours = day_number(year.into(), month.into(), day.into());
            let theirs = jiff::civil::Date::new(year, month, day).ok();
            prop_assert_eq!(ours.is_some(), theirs.is_some());
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                let next = theirs.tomorrow().unwrap();
                let after = day_number(next.year().into(), next.month().into(), next.day().into());
                prop_assert_eq!(after, Some(ours + 1));
            }
        }
    }
}
