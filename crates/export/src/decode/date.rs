//! Dates as people and spreadsheets write them.

use untoc_core::PartialDate;

use crate::decode::Expected;
use crate::decode::digits::{fold_digits, trim};

/// Names of months in English, French and Spanish, as spreadsheets shorten them.
const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "janv", "janvier", "ene", "enero"],
    &["feb", "february", "févr", "fevr", "février", "febrero"],
    &["mar", "march", "mars", "marzo"],
    &["apr", "april", "avr", "avril", "abr", "abril"],
    &["may", "mai", "mayo"],
    &["jun", "june", "juin", "junio"],
    &["jul", "july", "juil", "juillet", "julio"],
    &["aug", "august", "août", "aout", "ago", "agosto"],
    &["sep", "sept", "september", "septembre", "septiembre"],
    &["oct", "october", "octobre", "octubre"],
    &["nov", "november", "novembre", "noviembre"],
    &["dec", "december", "déc", "décembre", "dic", "diciembre"],
];

/// Reads a date that can be understood in one way only.
///
/// "17/05/2024" has one meaning; "05/06/2024" has two and is not taken.
pub(crate) fn read(typed: &str) -> Result<PartialDate, Expected> {
    let folded = fold_digits(trim(typed).trim_start_matches('\''));
    if let Ok(date) = PartialDate::parse(&folded) {
        return Ok(date);
    }
    loose(&folded).ok_or(Expected::Date)
}

fn loose(text: &str) -> Option<PartialDate> {
    if text.len() > 40 {
        return None;
    }
    let day = midnight(text);
    let dotted = day.contains('.');
    let pieces: Vec<String> = day
        .to_lowercase()
        .split(['/', '-', '.', ' ', ',', '年', '月', '日'])
        .filter(|piece| !piece.is_empty() && *piece != "de")
        .map(ToOwned::to_owned)
        .collect();
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    match *pieces.as_slice() {
        [year, month, day] if is_year(year) => {
            make(year, number(month)?, Some(number(day)?))
        }
        [a, b, year] if is_year(year) => {
            let (day, month) = day_and_month(a, b, dotted)?;
            make(year, month, Some(day))
        }
        [year, month] if is_year(year) => make(year, number(month)?, None),
        [month, year] if is_year(year) => {
            make(year, month_name(month).or_else(|| number(month))?, None)
        }
        // A spreadsheet shows May 2024 as May-24 and reads 30 to 99 as 1930 to 1999.
        [month, year] if year.len() == 2 => {
            let short = number(year)?;
            let century = if short < 30 { 2000 } else { 1900 };
            make(&(century + short).to_string(), month_name(month)?, None)
        }
        _ => None,
    }
}

/// Cuts off a time of midnight, which spreadsheets add to a day.
fn midnight(text: &str) -> &str {
    [" 00:00:00", " 00:00", "T00:00:00", "T00:00:00Z"]
        .into_iter()
        .find_map(|time| text.strip_suffix(time))
        .unwrap_or(text)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

fn number(text: &str) -> Option<u32> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn month_name(text: &str) -> Option<u32> {
    let place = MONTHS.iter().position(|names| names.contains(&text))?;
    u32::try_from(place + 1).ok()
}

fn day_and_month(a: &str, b: &str, dotted: bool) -> Option<(u32, u32)> {
    if let Some(month) = month_name(b) {
        return Some((number(a)?, month));
    }
    if let Some(month) = month_name(a) {
        return Some((number(b)?, month));
    }
    let (a, b) = (number(a)?, number(b)?);
    // Dots stand between day and month, in this order, wherever they are used.
    if dotted || a > 12 || a == b {
        Some((a, b))
    } else if b > 12 {
        Some((b, a))
    } else {
        None
    }
}

fn make(year: &str, month: u32, day: Option<u32>) -> Option<PartialDate> {
    let text = match day {
        None => format!("{year}-{month:02}"),
        Some(day) => format!("{year}-{month:02}-{day:02}"),
    };
    PartialDate::parse(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates of many countries are read where they have one meaning only.
    #[test]
    fn reads_dates_with_one_meaning() {
        for (typed, date) in [
            ("2024", Some("2024")),
            ("2024-05", Some("2024-05")),
            ("'2024-05-17", Some("2024-05-17")),
            ("٢٠٢٤-٠٥-١٧", Some("2024-05-17")),
            ("17.5.2024", Some("2024-05-17")),
            ("03.05.2024", Some("2024-05-03")),
            ("17/05/2024", Some("2024-05-17")),
            ("5/17/2024", Some("2024-05-17")),
            ("05/06/2024", None),
            ("06/06/2024", Some("2024-06-06")),
            ("2024/5/7", Some("2024-05-07")),
            ("2024-05-17 00:00:00", Some("2024-05-17")),
            ("05/2024", Some("2024-05")),
            ("May-24", Some("2024-05")),
            ("mai 2024", Some("2024-05")),
            ("17 May 2024", Some("2024-05-17")),
            ("17 de mayo de 2024", Some("2024-05-17")),
            ("2024年5月17日", Some("2024-05-17")),
            ("2024-13", None),
            ("31.02.2024", None),
            ("soon", None),
            ("17", None),
        ] {
            assert_eq!(
                read(typed).ok().map(|date| date.to_string()).as_deref(),
                date,
                "{typed}"
            );
        }
    }
}
