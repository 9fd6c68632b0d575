//! The formats of text.

use super::TextFormat;

/// Says whether a text has a format.
pub(super) fn fits(format: TextFormat, cell: &[u8]) -> bool {
    match format {
        TextFormat::Plain => true,
        TextFormat::Email => is_email(cell),
        TextFormat::Uri => is_uri(cell),
        TextFormat::Binary => is_base64(cell),
        TextFormat::Uuid => is_uuid(cell),
    }
}

/// Counts the characters of a text.
#[inline]
pub(crate) fn characters(cell: &[u8]) -> usize {
    // Every byte but the following ones of a character.
    cell.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

/// Says whether a text is an address for e-mail, in the way in which people use them.
pub(crate) fn is_email(cell: &[u8]) -> bool {
    let Some(at) = cell.iter().rposition(|byte| *byte == b'@') else { return false };
    let (name, domain) = cell.split_at(at);
    let domain = domain.get(1..).unwrap_or_default();
    let blank =
        |b: &u8| b.is_ascii_whitespace() || matches!(b, b'@' | b',' | b'<' | b'>');
    let label = |part: &[u8]| {
        !part.is_empty()
            && part.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-' || *b >= 0x80)
    };
    (1..=64).contains(&name.len())
        && !name.iter().any(blank)
        && domain.len() <= 253
        && domain.contains(&b'.')
        && domain.split(|b| *b == b'.').all(label)
}

fn is_uri(cell: &[u8]) -> bool {
    let Some(colon) = cell.iter().position(|byte| *byte == b':') else { return false };
    let (scheme, rest) = cell.split_at(colon);
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme
            .iter()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
        && rest.len() > 1
        && !cell
            .iter()
            .any(|b| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"'))
}

fn is_base64(cell: &[u8]) -> bool {
    let padding = cell.iter().rev().take_while(|byte| **byte == b'=').count();
    let body = cell.get(..cell.len() - padding).unwrap_or_default();
    cell.len().is_multiple_of(4)
        && padding <= 2
        && body.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
}

fn is_uuid(cell: &[u8]) -> bool {
    cell.len() == 36
        && cell.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
