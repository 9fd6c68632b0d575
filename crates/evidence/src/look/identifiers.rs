//! What the content of a cell says: does it name or reach a person.

use super::checksums;
use super::people;
use crate::fields::{is_email, plain_number};

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Identifier {
    Email,
    Phone,
    Iban,
    Card,
    NationalId,
    Passport,
    SocialSecurity,
    Profile,
    IpAddress,
    MacAddress,
    Coordinates,
    StreetAddress,
    PersonName,
    Plate,
    Wallet,
    /// A date with its day; only a column as a whole can look like dates of birth.
    FullDate,
    /// A long number; only a column as a whole can look like numbers of documents.
    LongNumber,
}

impl Identifier {
    pub(crate) const ALL: [Self; 17] = [
        Self::Email,
        Self::Phone,
        Self::Iban,
        Self::Card,
        Self::NationalId,
        Self::Passport,
        Self::SocialSecurity,
        Self::Profile,
        Self::IpAddress,
        Self::MacAddress,
        Self::Coordinates,
        Self::StreetAddress,
        Self::PersonName,
        Self::Plate,
        Self::Wallet,
        Self::FullDate,
        Self::LongNumber,
    ];

    /// Returns the word in findings.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Iban => "account",
            Self::Card => "card",
            Self::NationalId | Self::SocialSecurity | Self::LongNumber => "document",
            Self::Passport => "passport",
            Self::Profile => "online",
            Self::IpAddress | Self::MacAddress => "device",
            Self::Coordinates => "location",
            Self::StreetAddress => "address",
            Self::PersonName => "name",
            Self::Plate => "vehicle",
            Self::Wallet => "account",
            Self::FullDate => "birth-date",
        }
    }
}

/// Says what a whole cell looks like.
pub(crate) fn of_cell(cell: &str) -> Option<Identifier> {
    let cell = cell.trim();
    if !(4..=200).contains(&cell.len()) {
        return people::is_name(cell).then_some(Identifier::PersonName);
    }
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if cell.contains('@') && is_email(cell.as_bytes()) {
        return Some(Identifier::Email);
    }
    if is_profile(cell) {
        return Some(Identifier::Profile);
    }
    if is_plate(cell) {
        return Some(Identifier::Plate);
    }
    if digits < 4 {
        let street = digits > 0 && people::is_street(cell);
        if street {
            return Some(Identifier::StreetAddress);
        }
        if is_mac(cell) {
            return Some(Identifier::MacAddress);
        }
        let wallet = is_wallet(cell).then_some(Identifier::Wallet);
        return wallet
            .or_else(|| people::is_name(cell).then_some(Identifier::PersonName));
    }
    numbers(cell, digits)
}

fn numbers(cell: &str, digits: usize) -> Option<Identifier> {
    if is_full_date(cell) {
        return Some(Identifier::FullDate);
    }
    if is_coordinates(cell) {
        return Some(Identifier::Coordinates);
    }
    if is_ip(cell) {
        return Some(Identifier::IpAddress);
    }
    if is_mac(cell) {
        return Some(Identifier::MacAddress);
    }
    let tight: String =
        cell.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/')).collect();
    if checksums::iban(&tight) {
        return Some(Identifier::Iban);
    }
    if is_national_id(cell, &tight) {
        return Some(Identifier::NationalId);
    }
    if is_social_security(cell) {
        return Some(Identifier::SocialSecurity);
    }
    if is_phone(cell, digits) {
        return Some(Identifier::Phone);
    }
    let plain = tight.len() == digits;
    if plain && (13..=19).contains(&digits) && checksums::luhn(&tight) {
        return Some(Identifier::Card);
    }
    if is_passport(cell) {
        return Some(Identifier::Passport);
    }
    if is_wallet(cell) {
        return Some(Identifier::Wallet);
    }
    if people::is_street(cell) {
        return Some(Identifier::StreetAddress);
    }
    let long = cell.len() == digits && (8..=14).contains(&digits);
    long.then_some(Identifier::LongNumber)
}

/// Finds what names or reaches a person inside a longer text.
pub(crate) fn in_text(text: &str) -> Option<Identifier> {
    if text.len() < 12 || !text.contains([' ', ',', ';', '\n', '、', '，', '：']) {
        return None;
    }
    let trim = |c: char| !c.is_alphanumeric() && !matches!(c, '+' | '(');
    for word in text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '：' | '、'))
    {
        let word = word.trim_matches(trim);
        if word.contains('@') && is_email(word.as_bytes()) {
            return Some(Identifier::Email);
        }
        if is_profile(word) {
            return Some(Identifier::Profile);
        }
        let tight = word.replace(['-', '.', '/'], "");
        if tight.len() >= 8 && tight.bytes().filter(u8::is_ascii_digit).count() >= 7 {
            if checksums::iban(&tight) {
                return Some(Identifier::Iban);
            }
            if is_national_id(word, &tight) || is_social_security(word) {
                return Some(Identifier::NationalId);
            }
            if is_passport(word) {
                return Some(Identifier::Passport);
            }
        }
    }
    phone_in_text(text).or_else(|| {
        let name = people::name_in_text(text).then_some(Identifier::PersonName);
        name.or_else(|| people::is_street(text).then_some(Identifier::StreetAddress))
    })
}

/// A run of digits with separators that begins with a plus or has the length of a phone
/// number and separators like one.
fn phone_in_text(text: &str) -> Option<Identifier> {
    let part =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '.');
    for run in text.split(|c: char| !part(c)) {
        let run = run.trim_matches([' ', '.', '-', ')']);
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        let starts =
            run.starts_with('+') || run.starts_with('(') || run.starts_with("00");
        if starts && is_phone(run, digits.len()) {
            return Some(Identifier::Phone);
        }
        if (13..=19).contains(&digits.len()) && checksums::luhn(&digits) {
            return Some(Identifier::Card);
        }
        if !starts
            && run.starts_with('0')
            && (9..=11).contains(&digits.len())
            && is_phone(run, digits.len())
        {
            return Some(Identifier::Phone);
        }
    }
    None
}

/// Numbers with a country code, or national ones with separators like a phone number's.
fn is_phone(cell: &str, digits: usize) -> bool {
    let body = cell.strip_prefix('+').unwrap_or(cell);
    let shaped = body
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '/'));
    if !shaped {
        return false;
    }
    if cell.starts_with('+') || cell.starts_with("00") {
        return (8..=15).contains(&digits);
    }
    let groups: Vec<&str> = body
        .split([' ', '-', '.', '(', ')', '/'])
        .filter(|group| !group.is_empty())
        .collect();
    // Thousands are grouped by three with one kind of separator, dates by 4-2-2.
    let thousands = groups.iter().skip(1).all(|group| group.len() == 3)
        && groups.first().is_some_and(|group| group.len() <= 3)
        && !body.starts_with('0')
        && !body.contains(['(', '-']);
    let zero = body.starts_with('0') || body.starts_with("(0");
    let grouped = groups.len() >= 2 && !thousands && groups.iter().all(|g| g.len() <= 8);
    let enough = (8..=12).contains(&digits);
    enough
        && ((zero && !body.contains('.'))
            || (grouped && body.contains(['(', '-', ' ']) && digits >= 9))
}

fn is_national_id(cell: &str, tight: &str) -> bool {
    let upper = tight.to_uppercase();
    match tight.len() {
        9 => checksums::dni(&upper),
        11 => {
            let dotted = cell.contains(['.', '-', ' ']);
            (dotted || tight.starts_with('0'))
                && (checksums::cpf(tight) || checksums::snils(tight))
                || checksums::cpf(tight) && checksums::snils(tight)
        }
        12 => checksums::aadhaar(tight),
        15 => checksums::french(tight),
        18 => checksums::chinese(tight) || is_curp(&upper),
        _ => false,
    }
}

/// Mexican population registry: four letters, a date, a sex, five letters, two signs.
fn is_curp(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| match at {
        0..=3 | 11..=15 => byte.is_ascii_uppercase(),
        4..=9 | 17 => byte.is_ascii_digit(),
        10 => matches!(byte, b'H' | b'M' | b'X'),
        _ => byte.is_ascii_alphanumeric(),
    })
}

/// Social security of the United States and national insurance of the United Kingdom.
fn is_social_security(cell: &str) -> bool {
    let shape: String = cell
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            other => other,
        })
        .collect();
    matches!(shape.as_str(), "999-99-9999" | "AA999999A" | "AA 99 99 99 A")
}

/// One or two letters and six to nine digits.
fn is_passport(cell: &str) -> bool {
    let letters = cell.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = cell.bytes().skip(letters).filter(u8::is_ascii_digit).count();
    (1..=2).contains(&letters)
        && (6..=9).contains(&digits)
        && letters + digits == cell.len()
}

const PROFILES: [&str; 14] = [
    "facebook.com/",
    "fb.com/",
    "instagram.com/",
    "twitter.com/",
    "x.com/",
    "t.me/",
    "vk.com/",
    "tiktok.com/@",
    "linkedin.com/in/",
    "wa.me/",
    "ok.ru/profile",
    "weibo.com/u/",
    "snapchat.com/add/",
    "youtube.com/@",
];

fn is_profile(cell: &str) -> bool {
    if !cell.contains('/') {
        return false;
    }
    let text = cell.to_lowercase();
    let text = text.trim_start_matches("https://").trim_start_matches("http://");
    let text = text.trim_start_matches("www.").trim_start_matches("m.");
    PROFILES.iter().any(|profile| {
        text.strip_prefix(profile)
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    })
}

fn is_ip(cell: &str) -> bool {
    cell.bytes().filter(|b| *b == b'.').count() == 3
        && cell.parse::<std::net::Ipv4Addr>().is_ok()
        || (cell.contains("::") || cell.matches(':').count() == 7)
            && cell.parse::<std::net::Ipv6Addr>().is_ok()
}

fn is_mac(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split([':', '-']).collect();
    parts.len() == 6
        && parts.iter().all(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A pair of numbers on the earth with more than two decimals each.
fn is_coordinates(cell: &str) -> bool {
    let body = cell.trim_matches(['(', ')', '[', ']']);
    let Some((first, second)) = body.split_once([',', ';']) else { return false };
    let fine =
        |part: &str| part.split_once('.').is_some_and(|(_, fraction)| fraction.len() > 2);
    let (first, second) = (first.trim(), second.trim());
    let read = |part: &str| plain_number(part.as_bytes());
    fine(first)
        && fine(second)
        && read(first).zip(read(second)).is_some_and(|(a, b)| {
            a.abs() <= 180.0 && b.abs() <= 180.0 && (a.abs() <= 90.0 || b.abs() <= 90.0)
        })
}

/// Two to three letters or digits, then as many again, as on plates of vehicles.
fn is_plate(cell: &str) -> bool {
    let shape: String = cell
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            other => other,
        })
        .collect();
    const SHAPES: [&str; 7] = [
        "AA-999-AA",
        "AAA-9999",
        "AAA 999 A",
        "A-AA 9999",
        "AA-AA 9999",
        "AA99 AAA",
        "AA 9999 AA",
    ];
    SHAPES.contains(&shape.as_str())
}

/// Addresses of digital money.
fn is_wallet(cell: &str) -> bool {
    let ether = cell.strip_prefix("0x").is_some_and(|rest| {
        rest.len() == 40 && rest.bytes().all(|b| b.is_ascii_hexdigit())
    });
    let base58 =
        |b: u8| b.is_ascii_alphanumeric() && !matches!(b, b'0' | b'O' | b'I' | b'l');
    let mixed = cell.bytes().any(|b| b.is_ascii_lowercase())
        && cell.bytes().any(|b| b.is_ascii_uppercase())
        && cell.bytes().any(|b| b.is_ascii_digit());
    let bitcoin = (cell.starts_with('1') || cell.starts_with('3'))
        && (26..=35).contains(&cell.len())
        && mixed
        && cell.bytes().all(base58);
    let segwit = cell.starts_with("bc1")
        && (42..=62).contains(&cell.len())
        && cell.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    ether || bitcoin || segwit
}

/// A date with its day.
pub(crate) fn is_full_date(cell: &str) -> bool {
    crate::layout::number::looks_like_date(cell)
}
