//! The value of an answer.

use super::cursor::Cursor;
use super::plan::{QuickPlan, Range, Slot};
use super::scratch::{Bits, Scratch, set_bit};
use super::words::Words;
use super::{Look, Quick, dates, rows};

/// Walks through a value, which must suit its question.
#[inline]
pub(super) fn value(
    plan: &QuickPlan,
    slot: usize,
    cursor: &mut Cursor<'_>,
    scratch: &mut Scratch,
) -> Quick<()> {
    match plan.slots.get(slot).ok_or(Look)? {
        Slot::Choice(first, words) => {
            let place = words.find(cursor.word()?).ok_or(Look)?;
            set_bit(scratch.chosen.get_mut(*first..).ok_or(Look)?, place);
            Ok(())
        }
        Slot::Several(first, words, alone) => {
            let chosen = scratch.chosen.get_mut(*first..).ok_or(Look)?;
            several(cursor, words, alone, chosen)
        }
        Slot::Text => cursor.text()?.says_something(),
        Slot::Number(range) => number(cursor, *range, false),
        Slot::Date => dates::date(cursor.word()?, Some(&plan.today)),
        Slot::Rows(rows) => rows::rows(plan, slot, rows, cursor, scratch),
    }
}

/// Walks through ticks: at least one, none twice, and some only alone.
fn several(
    cursor: &mut Cursor<'_>,
    words: &Words,
    alone: &Bits,
    chosen: &mut [u64],
) -> Quick<()> {
    let (mut count, mut single) = (0_usize, false);
    let mut more = cursor.open(b'[', b']')?;
    while more {
        let place = words.find(cursor.word()?).ok_or(Look)?;
        if set_bit(chosen, place) {
            return Err(Look);
        }
        count += 1;
        single |= alone.has(place);
        more = cursor.more(b']')?;
    }
    if count == 1 || count > 1 && !single { Ok(()) } else { Err(Look) }
}

/// Walks through a number.
pub(super) fn number(cursor: &mut Cursor<'_>, range: Range, whole: bool) -> Quick<()> {
    let raw = cursor.number()?;
    let number =
        crate::json::number(raw).and_then(|number| number.as_f64()).ok_or(Look)?;
    let good =
        (range.least..=range.most).contains(&number) && (!whole || number.fract() == 0.0);
    if good { Ok(()) } else { Err(Look) }
}
