//! Numbers, read by hand from bytes.

/// How numbers are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberStyle {
    /// What stands before the fraction.
    pub decimal: char,
    /// What stands between groups of digits.
    pub group: Option<String>,
    /// Whether nothing but the number stands in the cell.
    pub bare: bool,
}

impl Default for NumberStyle {
    fn default() -> Self {
        Self { decimal: '.', group: None, bare: true }
    }
}

impl NumberStyle {
    /// Says whether nothing about it is unusual.
    pub(crate) fn is_plain(&self) -> bool {
        self.decimal == '.' && self.group.is_none() && self.bare
    }

    /// Writes a number in the usual way: without groups, with a point.
    fn normal(&self, cell: &[u8]) -> Option<Vec<u8>> {
        let text = std::str::from_utf8(cell).ok()?;
        let text = if self.bare {
            text
        } else {
            let part = |c: char| c.is_ascii_digit();
            let first = text.find(|c| part(c) || c == '-' || c == '+')?;
            let last = text.rfind(part)?;
            text.get(first..=last)?
        };
        let text = match &self.group {
            Some(group) if !group.is_empty() => text.replace(group.as_str(), ""),
            _ => text.to_owned(),
        };
        let text = if self.decimal == '.' {
            text
        } else if text.contains('.') {
            return None;
        } else {
            text.replace(self.decimal, ".")
        };
        Some(text.into_bytes())
    }
}

/// Reads a whole number.
pub(crate) fn parse_integer(cell: &[u8], style: &NumberStyle) -> Option<i128> {
    if style.group.is_none() && style.bare {
        plain_integer(cell)
    } else {
        plain_integer(&style.normal(cell)?)
    }
}

/// Reads a whole number of at most eighteen digits; none if it is no such number.
#[inline]
pub(crate) fn short_integer(cell: &[u8]) -> Option<i64> {
    let (digits, negative) = sign(cell);
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value: i64 = 0;
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(if negative { -value } else { value })
}

/// Reads a whole number without anything unusual.
#[inline]
fn plain_integer(cell: &[u8]) -> Option<i128> {
    let (digits, negative) = sign(cell);
    if digits.is_empty() || digits.len() > 38 {
        return None;
    }
    if digits.len() <= 18 {
        return short_integer(cell).map(i128::from);
    }
    let mut value: i128 = 0;
    for byte in digits {
        value = value.checked_mul(10)?.checked_add(i128::from(digit(*byte)?))?;
    }
    Some(if negative { -value } else { value })
}

#[inline]
fn sign(cell: &[u8]) -> (&[u8], bool) {
    match cell {
        [b'-', rest @ ..] => (rest, true),
        [b'+', rest @ ..] => (rest, false),
        all => (all, false),
    }
}

#[inline]
fn digit(byte: u8) -> Option<u64> {
    let value = byte.wrapping_sub(b'0');
    (value < 10).then_some(u64::from(value))
}

/// Reads a number.
pub(crate) fn parse_number(cell: &[u8], style: &NumberStyle) -> Option<f64> {
    if style.is_plain() { plain_number(cell) } else { plain_number(&style.normal(cell)?) }
}

/// Powers of ten that are exact.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// Reads a number without anything unusual.
#[inline]
pub(crate) fn plain_number(cell: &[u8]) -> Option<f64> {
    let (body, negative) = sign(cell);
    let (mut value, mut digits, mut fraction, mut point) = (0_u64, 0, 0_usize, false);
    for byte in body {
        if *byte == b'.' && !point {
            point = true;
        } else {
            let Some(next) = digit(*byte) else { return slow_number(cell) };
            digits += 1;
            fraction += usize::from(point);
            if digits > 15 {
                return slow_number(cell);
            }
            value = value * 10 + next;
        }
    }
    if digits == 0 {
        return slow_number(cell);
    }
    #[expect(clippy::cast_precision_loss, reason = "at most 15 digits are exact")]
    let value = value as f64 / POWERS.get(fraction).copied()?;
    Some(if negative { -value } else { value })
}

#[cold]
fn slow_number(cell: &[u8]) -> Option<f64> {
    match cell {
        b"NaN" => return Some(f64::NAN),
        b"INF" => return Some(f64::INFINITY),
        b"-INF" => return Some(f64::NEG_INFINITY),
        _ => {}
    }
    let numeric =
        |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E');
    if !cell.iter().all(numeric) {
        return None;
    }
    std::str::from_utf8(cell).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Groups, decimal commas and units are read where the style allows them.
    #[test]
    fn reads_styles() {
        let comma = NumberStyle { decimal: ',', group: Some(".".into()), bare: true };
        assert_eq!(parse_number(b"1.234,5", &comma), Some(1234.5));
        let grouped = NumberStyle { group: Some(",".into()), ..NumberStyle::default() };
        assert_eq!(parse_integer(b"1,234", &grouped), Some(1234));
        let loose = NumberStyle { bare: false, ..NumberStyle::default() };
        assert_eq!(parse_integer(b"95%", &loose), Some(95));
        assert_eq!(parse_integer("EUR -95".as_bytes(), &loose), Some(-95));
        assert_eq!(parse_integer(b"95%", &NumberStyle::default()), None);
    }

    proptest! {
        /// Numbers mean what the standard library says.
        #[test]
        fn agrees_with_std(text in "[-+]?[0-9]{0,20}(\\.[0-9]{0,20})?([eE][-+]?[0-9]{1,3})?") {
            let expected = text.parse::<f64>().ok();
            prop_assert_eq!(plain_number(text.as_bytes()), expected);
        }

        /// Whole numbers mean what the standard library says.
        #[test]
        fn integers_agree_with_std(text in "[-+]?[0-9x]{0,30}") {
            prop_assert_eq!(plain_integer(text.as_bytes()), text.parse::<i128>().ok());
        }
    }
}
