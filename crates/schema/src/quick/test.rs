//! Conditions over bits.

use untoc_core::Test;

use super::plan::Slot;
use super::scratch::{Bits, Scratch};

/// A condition, its values as bits of the options of a question.
#[derive(Debug, Clone)]
pub(super) enum Condition {
    /// One of these options is chosen.
    In(Chosen),
    /// The slot has a value.
    Answered(usize),
    /// Every part holds.
    All(Box<[Condition]>),
    /// At least one part holds.
    Any(Box<[Condition]>),
    /// The part does not hold.
    Not(Box<Condition>),
}

/// Options of a question.
#[derive(Debug, Clone)]
pub(super) struct Chosen {
    /// The question.
    pub slot: usize,
    /// Words of the scratch in which the choice stands, and the bits looked for there.
    masks: Box<[(usize, u64)]>,
}

impl Chosen {
    /// Looks for these values of a question with options; nothing for another question.
    pub(super) fn new<'v>(
        slots: &[Slot],
        slot: usize,
        values: impl IntoIterator<Item = &'v str>,
    ) -> Option<Self> {
        let (first, words) = slots.get(slot)?.choice()?;
        let mut masks: Vec<(usize, u64)> = Vec::new();
        for value in values {
            // A value that is no option can be in no answer that is in order.
            let Some(place) = words.find(value.as_bytes()) else { continue };
            let (word, bit) = (first + place / 64, 1_u64 << (place % 64));
            match masks.iter_mut().find(|(known, _)| *known == word) {
                Some((_, bits)) => *bits |= bit,
                None => masks.push((word, bit)),
            }
        }
        Some(Self { slot, masks: masks.into() })
    }

    /// Says whether the question is asked and one of the options is chosen.
    #[inline]
    pub(super) fn holds(&self, asked: &Bits, chosen: &[u64]) -> bool {
        asked.has(self.slot)
            && self
                .masks
                .iter()
                .any(|&(word, bits)| chosen.get(word).is_some_and(|c| c & bits != 0))
    }
}

impl Condition {
    /// Compiles a condition; nothing if it asks for a value of a question without options.
    pub(super) fn new(slots: &[Slot], test: &Test) -> Option<Self> {
        let parts = |parts: &[Test]| -> Option<Box<[Self]>> {
            parts.iter().map(|part| Self::new(slots, part)).collect()
        };
        Some(match test {
            Test::In(slot, values) => {
                Self::In(Chosen::new(slots, *slot, values.iter().map(String::as_str))?)
            }
            Test::Answered(slot) => Self::Answered(*slot),
            Test::All(all) => Self::All(parts(all)?),
            Test::Any(any) => Self::Any(parts(any)?),
            Test::Not(part) => Self::Not(Box::new(Self::new(slots, part)?)),
        })
    }

    /// Says whether the condition holds, given what is known of earlier slots.
    pub(super) fn holds(&self, scratch: &Scratch) -> bool {
        match self {
            Self::In(chosen) => chosen.holds(&scratch.asked, &scratch.chosen),
            Self::Answered(slot) => scratch.asked.has(*slot) && scratch.valued.has(*slot),
            Self::All(parts) => parts.iter().all(|part| part.holds(scratch)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(scratch)),
            Self::Not(part) => !part.holds(scratch),
        }
    }
}

/// Calls `visit` with every `In` outside a `Not`.
pub(super) fn visit_in<'t>(test: &'t Test, visit: &mut impl FnMut(usize, &'t [String])) {
    match test {
        Test::In(slot, values) => visit(*slot, values),
        Test::All(parts) | Test::Any(parts) => {
            for part in parts {
                visit_in(part, visit);
            }
        }
        Test::Answered(_) | Test::Not(_) => {}
    }
}
