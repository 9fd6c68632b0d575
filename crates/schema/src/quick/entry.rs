//! The entries of a response.

use untoc_core::{Audience, NoAnswer, Stance, Status};

use super::cursor::Cursor;
use super::plan::QuickPlan;
use super::scratch::Scratch;
use super::{Look, Quick, dates, value};

const VALUE: u16 = 1;
const NO_ANSWER: u16 = 1 << 1;
const REASON: u16 = 1 << 2;
const ELSEWHERE: u16 = 1 << 3;
const NOTE: u16 = 1 << 4;
const REMARKS: u16 = 1 << 5;
const AUDIENCE: u16 = 1 << 6;
const STATUS: u16 = 1 << 7;
const BY: u16 = 1 << 8;
const AT: u16 = 1 << 9;
const LANGUAGE: u16 = 1 << 10;
const EVIDENCE: u16 = 1 << 11;
/// Some evidence contradicts the answer.
const CONTRADICTED: u16 = 1 << 12;

/// Walks through all entries.
pub(super) fn answers(
    plan: &QuickPlan,
    cursor: &mut Cursor<'_>,
    scratch: &mut Scratch,
) -> Quick<()> {
    let mut more = cursor.open(b'{', b'}')?;
    let mut next = 0;
    let mut by: &[u8] = b"";
    while more {
        let key = cursor.key()?;
        // Answers come in the questionnaire's order, most of them one after another.
        let slot = if plan.keys.is_at(next, key) {
            next
        } else {
            plan.keys.find(key).ok_or(Look)?
        };
        next = slot + 1;
        if scratch.seen.set(slot) {
            return Err(Look);
        }
        entry(plan, slot, cursor, scratch, &mut by)?;
        more = cursor.more(b'}')?;
    }
    Ok(())
}

/// Walks through one entry; `by` is the last contributor that was looked at.
fn entry<'t>(
    plan: &QuickPlan,
    slot: usize,
    cursor: &mut Cursor<'t>,
    scratch: &mut Scratch,
    by: &mut &'t [u8],
) -> Quick<()> {
    let mut seen = 0;
    let mut no_answer = None;
    let mut more = cursor.open(b'{', b'}')?;
    while more {
        let key = cursor.key()?;
        let field = match key {
            b"value" => {
                value::value(plan, slot, cursor, scratch)?;
                VALUE
            }
            b"no_answer" => {
                no_answer = Some(one_of(cursor, NoAnswer::ALL, NoAnswer::as_str)?);
                NO_ANSWER
            }
            b"reason" => cursor.text()?.says_something().map(|()| REASON)?,
            b"elsewhere" => elsewhere(cursor).map(|()| ELSEWHERE)?,
            b"note" => cursor.text()?.says_something().map(|()| NOTE)?,
            b"remarks" => cursor.text()?.visible().map(|()| REMARKS)?,
            b"audience" => {
                one_of(cursor, Audience::ALL, Audience::as_str).map(|_| AUDIENCE)?
            }
            b"status" => one_of(cursor, Status::ALL, Status::as_str).map(|_| STATUS)?,
            b"by" => {
                let word = cursor.word()?;
                if word != *by {
                    dates::id(word)?;
                    *by = word;
                }
                // An id is never empty, so that the first one is always looked at.
                if word.is_empty() {
                    return Err(Look);
                }
                BY
            }
            b"at" => dates::time(cursor.word()?).map(|()| AT)?,
            b"language" => dates::language(cursor.word()?).map(|()| LANGUAGE)?,
            b"evidence" => evidence(cursor)?,
            _ => return Err(Look),
        };
        if seen & field != 0 {
            return Err(Look);
        }
        seen |= field;
        more = cursor.more(b'}')?;
    }
    close(slot, seen, no_answer, scratch)
}

/// Makes sure that the fields of an entry go together.
fn close(
    slot: usize,
    seen: u16,
    no_answer: Option<NoAnswer>,
    scratch: &mut Scratch,
) -> Quick<()> {
    let has = |field| seen & field != 0;
    let suffices = no_answer.is_some_and(NoAnswer::suffices);
    let good = seen != 0
        && !(has(VALUE) && has(NO_ANSWER))
        && (has(NO_ANSWER) || !has(REASON))
        && (has(REASON) || !suffices)
        && (no_answer == Some(NoAnswer::GivenElsewhere)) == has(ELSEWHERE)
        && (!has(CONTRADICTED) || has(NOTE) || !has(VALUE | NO_ANSWER));
    if !good {
        return Err(Look);
    }
    if has(VALUE) {
        scratch.valued.set(slot);
    }
    if has(VALUE | NO_ANSWER) {
        scratch.closed.set(slot);
    }
    if has(VALUE) || suffices {
        scratch.settled.set(slot);
    }
    Ok(())
}

/// Reads one of a few words.
fn one_of<T: Copy, const N: usize>(
    cursor: &mut Cursor<'_>,
    all: [T; N],
    name: impl Fn(T) -> &'static str,
) -> Quick<T> {
    let word = cursor.word()?;
    all.into_iter().find(|one| name(*one).as_bytes() == word).ok_or(Look)
}

/// Walks through where an answer was given before; everything about it must be said.
fn elsewhere(cursor: &mut Cursor<'_>) -> Quick<()> {
    let mut seen = 0;
    let mut more = cursor.open(b'{', b'}')?;
    while more {
        let field = match cursor.key()? {
            b"reference" => cursor.text()?.visible().map(|()| 1_u8)?,
            b"date" => dates::date(cursor.word()?, None).map(|()| 2)?,
            b"changes" => cursor.text()?.visible().map(|()| 4)?,
            _ => return Err(Look),
        };
        if seen & field != 0 {
            return Err(Look);
        }
        seen |= field;
        more = cursor.more(b'}')?;
    }
    if seen == 7 { Ok(()) } else { Err(Look) }
}

fn evidence(cursor: &mut Cursor<'_>) -> Quick<u16> {
    let mut seen = EVIDENCE;
    let mut more = cursor.open(b'[', b']')?;
    while more {
        if link(cursor)? == Stance::Contradicts {
            seen |= CONTRADICTED;
        }
        more = cursor.more(b']')?;
    }
    Ok(seen)
}

fn link(cursor: &mut Cursor<'_>) -> Quick<Stance> {
    let mut seen = 0;
    let mut stance = Stance::Context;
    let mut more = cursor.open(b'{', b'}')?;
    while more {
        let field = match cursor.key()? {
            b"item" => dates::id(cursor.word()?).map(|()| 1_u8)?,
            b"stance" => {
                stance = one_of(cursor, Stance::ALL, Stance::as_str)?;
                2
            }
            b"note" => cursor.text()?.visible().map(|()| 4)?,
            _ => return Err(Look),
        };
        if seen & field != 0 {
            return Err(Look);
        }
        seen |= field;
        more = cursor.more(b'}')?;
    }
    if seen & 3 == 3 { Ok(stance) } else { Err(Look) }
}
