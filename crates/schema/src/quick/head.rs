//! The fields of a response beside its answers.

use untoc_core::RESPONSE_FORMAT;

use super::cursor::Cursor;
use super::plan::QuickPlan;
use super::scratch::Scratch;
use super::{Look, Quick, dates, entry};

const FORMAT: u8 = 1;
const QUESTIONNAIRE: u8 = 1 << 1;
const VERSION: u8 = 1 << 2;
const STATE: u8 = 1 << 3;
const LANGUAGE: u8 = 1 << 4;
const ANSWERS: u8 = 1 << 5;
const SCHEMA: u8 = 1 << 6;
const NEEDED: u8 = FORMAT | QUESTIONNAIRE | VERSION | STATE | LANGUAGE | ANSWERS;

/// Walks through a whole response.
pub(super) fn walk(
    plan: &QuickPlan,
    cursor: &mut Cursor<'_>,
    scratch: &mut Scratch,
) -> Quick<()> {
    let mut seen = 0;
    cursor.blanks();
    let mut more = cursor.open(b'{', b'}')?;
    while more {
        let key = cursor.key()?;
        let field = match key {
            b"format" => equals(cursor, RESPONSE_FORMAT, FORMAT),
            b"questionnaire" => equals(cursor, &plan.id, QUESTIONNAIRE),
            b"questionnaire_version" => equals(cursor, &plan.version, VERSION),
            b"state" => {
                let state = cursor.word()?.try_into().map_err(|_| Look)?;
                plan.states.binary_search(&state).map(|_| STATE).map_err(|_| Look)
            }
            b"language" => dates::language(cursor.word()?).map(|()| LANGUAGE),
            b"answers" => entry::answers(plan, cursor, scratch).map(|()| ANSWERS),
            b"$schema" => cursor.text().map(|_| SCHEMA),
            // Other fields are unknown, or hold what another program keeps here.
            _ => Err(Look),
        }?;
        if seen & field != 0 {
            return Err(Look);
        }
        seen |= field;
        more = cursor.more(b'}')?;
    }
    if seen & NEEDED == NEEDED { Ok(()) } else { Err(Look) }
}

fn equals(cursor: &mut Cursor<'_>, expected: &str, field: u8) -> Quick<u8> {
    if cursor.word()? == expected.as_bytes() { Ok(field) } else { Err(Look) }
}

/// Returns the questionnaire that a response names, if its first fields say so plainly.
///
/// This is a guess, good enough to choose the plan for [`super::quick`], which judges the
/// whole text: the fields behind are not looked at.
pub fn questionnaire_of(bytes: &[u8]) -> Option<&str> {
    // The fields in question stand at the beginning; cutting a character is no harm.
    let start = bytes.get(..HEAD).unwrap_or(bytes);
    let valid = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(start.get(..error.valid_up_to())?).ok()?,
    };
    let mut cursor = Cursor::new(valid);
    cursor.blanks();
    let mut more = cursor.open(b'{', b'}').ok()?;
    while more {
        let key = cursor.key().ok()?;
        let text = cursor.word().ok()?;
        if key == b"questionnaire" {
            return std::str::from_utf8(text).ok();
        }
        more = cursor.more(b'}').ok()?;
    }
    None
}

/// How far [`questionnaire_of`] looks.
const HEAD: usize = 1024;
