//! What is noted on the way through a response.

use super::plan::QuickPlan;

/// Notes on one response; kept for the next, so that none needs memory of its own.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    /// Slots that have an entry.
    pub(super) seen: Bits,
    /// Slots that have a value.
    pub(super) valued: Bits,
    /// Slots that have a value or a *no answer*.
    pub(super) closed: Bits,
    /// Slots that have a value or a *no answer* that suffices.
    pub(super) settled: Bits,
    /// Slots that are asked.
    pub(super) asked: Bits,
    /// Slots that a citation of a law supports.
    pub(super) supported: Bits,
    /// Chosen options, each question's from its own word on.
    pub(super) chosen: Vec<u64>,
    /// Options met so far in the list of a cell.
    pub(super) met: Vec<u64>,
    /// Gap tables and the slots that their rows are about.
    pub(super) about: Vec<(usize, usize)>,
}

impl Scratch {
    /// Makes an empty scratch.
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets the response before.
    pub(super) fn reset(&mut self, plan: &QuickPlan) {
        let slots = plan.slots.len();
        for bits in [
            &mut self.seen,
            &mut self.valued,
            &mut self.closed,
            &mut self.settled,
            &mut self.supported,
        ] {
            bits.fill(slots, false);
        }
        self.asked.fill(slots, true);
        self.chosen.clear();
        self.chosen.resize(plan.choice_words, 0);
        self.about.clear();
    }
}

/// Bits by slot.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits(pub Vec<u64>);

impl Bits {
    /// Makes as many bits as needed, all alike.
    pub(super) fn fill(&mut self, length: usize, on: bool) {
        self.0.clear();
        self.0.resize(length.div_ceil(64), if on { u64::MAX } else { 0 });
    }

    /// Sets a bit; says whether it was set before.
    #[inline]
    pub(super) fn set(&mut self, at: usize) -> bool {
        let Some(word) = self.0.get_mut(at / 64) else { return false };
        let bit = 1_u64 << (at % 64);
        let before = *word & bit != 0;
        *word |= bit;
        before
    }

    /// Clears a bit.
    #[inline]
    pub(super) fn clear(&mut self, at: usize) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word &= !(1_u64 << (at % 64));
        }
    }

    /// Says whether a bit is set.
    #[inline]
    pub(super) fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word & (1_u64 << (at % 64)) != 0)
    }
}

/// Sets a bit of some words; says whether it was set before.
#[inline]
pub(super) fn set_bit(words: &mut [u64], at: usize) -> bool {
    let Some(word) = words.get_mut(at / 64) else { return false };
    let bit = 1_u64 << (at % 64);
    let before = *word & bit != 0;
    *word |= bit;
    before
}
