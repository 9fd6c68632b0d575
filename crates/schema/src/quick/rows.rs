//! Answers that have rows.

use super::cursor::Cursor;
use super::plan::{Cell, QuickPlan, Rows};
use super::scratch::{Scratch, set_bit};
use super::value::number;
use super::words::Words;
use super::{Look, Quick, dates};

/// Walks through rows, of which there is one at least.
pub(super) fn rows(
    plan: &QuickPlan,
    slot: usize,
    rows: &Rows,
    cursor: &mut Cursor<'_>,
    scratch: &mut Scratch,
) -> Quick<()> {
    if !cursor.open(b'[', b']')? {
        return Err(Look);
    }
    loop {
        row(plan, slot, rows, cursor, scratch)?;
        if !cursor.more(b']')? {
            return Ok(());
        }
    }
}

fn row(
    plan: &QuickPlan,
    slot: usize,
    rows: &Rows,
    cursor: &mut Cursor<'_>,
    scratch: &mut Scratch,
) -> Quick<()> {
    let (mut seen, mut next) = (0_u64, 0);
    let mut more = cursor.open(b'{', b'}')?;
    while more {
        let key = cursor.key()?;
        let place = if rows.keys.is_at(next, key) {
            next
        } else {
            rows.keys.find(key).ok_or(Look)?
        };
        next = place + 1;
        let bit = 1_u64 << place;
        if seen & bit != 0 {
            return Err(Look);
        }
        seen |= bit;
        cell(plan, slot, rows.cells.get(place).ok_or(Look)?, cursor, scratch)?;
        more = cursor.more(b'}')?;
    }
    if seen == 0 || seen & rows.needed != rows.needed {
        return Err(Look);
    }
    // A citation that names no question supports all that it can.
    if let Some((place, slots)) = &rows.supports
        && seen & 1 << place == 0
    {
        for &on in slots {
            scratch.supported.set(on);
        }
    }
    Ok(())
}

fn cell(
    plan: &QuickPlan,
    slot: usize,
    cell: &Cell,
    cursor: &mut Cursor<'_>,
    scratch: &mut Scratch,
) -> Quick<()> {
    match cell {
        Cell::Text => cursor.text()?.says_something(),
        Cell::Visible => cursor.text()?.visible(),
        Cell::Number(range) => number(cursor, *range, false),
        Cell::Integer(range) => number(cursor, *range, true),
        Cell::Date(true) => dates::date(cursor.word()?, None),
        Cell::Date(false) => dates::date(cursor.word()?, Some(&plan.today)),
        Cell::Choice(words) => words.find(cursor.word()?).map(|_| ()).ok_or(Look),
        Cell::About(words, slots) => {
            let place = words.find(cursor.word()?).ok_or(Look)?;
            scratch.about.push((slot, *slots.get(place).ok_or(Look)?));
            Ok(())
        }
        Cell::Link => dates::link(cursor.word()?),
        Cell::Texts => texts(cursor),
        Cell::Questions(words, slots) => questions(words, slots, cursor, scratch),
    }
}

/// The longest list of texts that is compared one with another.
const TEXTS: usize = 16;

/// Walks through a list of texts, none of which is blank or stands twice.
fn texts(cursor: &mut Cursor<'_>) -> Quick<()> {
    let mut known: [&str; TEXTS] = [""; TEXTS];
    let mut count = 0;
    let mut more = cursor.open(b'[', b']')?;
    while more {
        let text = cursor.text()?;
        text.visible()?;
        // With escapes one text can be written in several ways.
        let free = known.get_mut(count).ok_or(Look)?;
        *free = text.raw;
        let before = known.get(..count).ok_or(Look)?;
        if text.escaped || before.contains(&text.raw) {
            return Err(Look);
        }
        count += 1;
        more = cursor.more(b']')?;
    }
    if count > 0 { Ok(()) } else { Err(Look) }
}

/// Walks through a list of questions, none of which stands twice.
fn questions(
    words: &Words,
    slots: &[usize],
    cursor: &mut Cursor<'_>,
    scratch: &mut Scratch,
) -> Quick<()> {
    scratch.met.clear();
    scratch.met.resize(words.len().div_ceil(64), 0);
    let mut more = cursor.open(b'[', b']')?;
    if !more {
        return Err(Look);
    }
    while more {
        let place = words.find(cursor.word()?).ok_or(Look)?;
        if set_bit(&mut scratch.met, place) {
            return Err(Look);
        }
        scratch.supported.set(*slots.get(place).ok_or(Look)?);
        more = cursor.more(b']')?;
    }
    Ok(())
}
