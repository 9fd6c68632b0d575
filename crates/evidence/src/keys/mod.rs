//! Values that may stand in one row only: sixteen bytes a row, whatever they are.

mod fingerprint;

use std::collections::HashSet;
use std::io;

pub(crate) use fingerprint::{Fingerprint, mix};

use crate::source::Scratch;

/// The bits of an entry that hold the row; the others hold a fingerprint.
const ROW_BITS: u32 = 40;
/// How many parts the entries are sorted into.
const PARTS: usize = 256;

/// A fingerprint of 88 bits and a row.
pub(crate) type Entry = u128;

/// Makes an entry; the row counts from the beginning of its chunk.
#[inline]
pub(crate) fn entry(fingerprint: u128, row: u32) -> Entry {
    (fingerprint >> ROW_BITS << ROW_BITS) | u128::from(row)
}

/// Returns the bits of a fingerprint that an entry keeps.
#[inline]
pub(crate) fn shortened(fingerprint: u128) -> u128 {
    fingerprint >> ROW_BITS
}

/// The row of an entry.
pub(crate) fn row(entry: Entry) -> usize {
    (entry & ((1 << ROW_BITS) - 1)) as usize
}

/// Collects entries and finds those that are there twice.
pub(crate) struct KeySet<'s> {
    parts: Vec<Vec<Entry>>,
    held: usize,
    budget: usize,
    scratch: Option<(&'s dyn Scratch, usize)>,
    error: Option<io::Error>,
}

impl<'s> KeySet<'s> {
    /// Begins a set; beyond `budget` bytes it goes to the scratch, in parts from a
    /// number on.
    pub(crate) fn new(budget: usize, scratch: Option<(&'s dyn Scratch, usize)>) -> Self {
        let parts = vec![Vec::new(); PARTS];
        Self { parts, held: 0, budget, scratch, error: None }
    }

    /// How many parts of a scratch one set uses.
    pub(crate) const SCRATCH_PARTS: usize = PARTS;

    /// Adds the entries of the next chunk, whose rows begin at `base`.
    pub(crate) fn add(&mut self, base: usize, entries: &[Entry]) {
        for entry in entries {
            let part = (*entry >> 120) as usize;
            if let Some(part) = self.parts.get_mut(part) {
                part.push(*entry + base as u128);
            }
        }
        self.held += entries.len();
        if self.held * 16 > self.budget
            && let Err(error) = self.spill()
        {
            self.error.get_or_insert(error);
        }
    }

    fn spill(&mut self) -> io::Result<()> {
        let Some((scratch, first)) = self.scratch else { return Ok(()) };
        for (at, part) in self.parts.iter_mut().enumerate() {
            let bytes: Vec<u8> =
                part.iter().flat_map(|entry| entry.to_le_bytes()).collect();
            scratch.append(first + at, &bytes)?;
            *part = Vec::new();
        }
        self.held = 0;
        Ok(())
    }

    /// Returns the entries of a part, sorted.
    fn part(&mut self, at: usize) -> io::Result<Vec<Entry>> {
        let mut entries = self.parts.get_mut(at).map(std::mem::take).unwrap_or_default();
        if let Some((scratch, first)) = self.scratch {
            let bytes = scratch.read(first + at)?;
            let (words, _) = bytes.as_chunks::<16>();
            entries.extend(words.iter().map(|word| Entry::from_le_bytes(*word)));
        }
        entries.sort_unstable();
        Ok(entries)
    }

    /// Returns the fingerprints that more than one row has, shortened.
    pub(crate) fn repeated(mut self) -> io::Result<HashSet<u128>> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let mut repeated = HashSet::new();
        for at in 0..PARTS {
            let entries = self.part(at)?;
            for pair in entries.windows(2) {
                if let [first, second] = pair
                    && shortened(*first) == shortened(*second)
                {
                    repeated.insert(shortened(*second));
                }
            }
        }
        Ok(repeated)
    }

    /// Returns the rows whose values do not stand in another set, in order.
    pub(crate) fn not_in(mut self, other: &mut KeySet<'_>) -> io::Result<Vec<usize>> {
        if let Some(error) = self.error.take().or_else(|| other.error.take()) {
            return Err(error);
        }
        let mut rows = Vec::new();
        for at in 0..PARTS {
            let known = other.part(at)?;
            for entry in self.part(at)? {
                let wanted = entry >> ROW_BITS;
                let from = known.partition_point(|known| known >> ROW_BITS < wanted);
                if known.get(from).is_none_or(|known| known >> ROW_BITS != wanted) {
                    rows.push(row(entry));
                }
            }
            if let Some(part) = other.parts.get_mut(at) {
                *part = known;
            }
        }
        rows.sort_unstable();
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::Mutex;

    use proptest::prelude::*;

    use super::*;

    #[derive(Default)]
    struct Memory(Mutex<BTreeMap<usize, Vec<u8>>>);

    impl Scratch for Memory {
        fn append(&self, part: usize, bytes: &[u8]) -> io::Result<()> {
            self.0.lock().unwrap().entry(part).or_default().extend(bytes);
            Ok(())
        }

        fn read(&self, part: usize) -> io::Result<Vec<u8>> {
            Ok(self.0.lock().unwrap().get(&part).cloned().unwrap_or_default())
        }
    }

    fn of(value: u16) -> u128 {
        let mut fingerprint = Fingerprint::default();
        fingerprint.add(&value.to_le_bytes());
        shortened(fingerprint.finish())
    }

    fn set<'s>(values: &[u16], budget: usize, scratch: Option<&'s Memory>) -> KeySet<'s> {
        let mut keys =
            KeySet::new(budget, scratch.map(|scratch| (scratch as &dyn Scratch, 7)));
        for (at, chunk) in values.chunks(5).enumerate() {
            let entries: Vec<Entry> = chunk
                .iter()
                .zip(0..)
                .map(|(value, row)| {
                    let mut fingerprint = Fingerprint::default();
                    fingerprint.add(&value.to_le_bytes());
                    entry(fingerprint.finish(), row)
                })
                .collect();
            keys.add(at * 5, &entries);
        }
        keys
    }

    proptest! {
        /// Repeats are found as a plain set finds them, also when memory runs out.
        #[test]
        fn finds_repeats(values in proptest::collection::vec(0_u16..40, 0..100)) {
            let mut seen = BTreeSet::new();
            let expected: HashSet<u128> = values.iter()
                .filter(|value| !seen.insert(**value)).map(|value| of(*value)).collect();
            prop_assert_eq!(&set(&values, 1 << 20, None).repeated().unwrap(), &expected);
            let scratch = Memory::default();
            prop_assert_eq!(&set(&values, 64, Some(&scratch)).repeated().unwrap(), &expected);
        }

        /// Rows that refer to nothing are found as a plain set finds them.
        #[test]
        fn finds_unknown(
            here in proptest::collection::vec(0_u16..40, 0..60),
            there in proptest::collection::vec(0_u16..40, 0..60),
        ) {
            let expected: Vec<usize> = here.iter().enumerate()
                .filter(|(_, value)| !there.contains(value)).map(|(row, _)| row).collect();
            let mut other = set(&there, 1 << 20, None);
            prop_assert_eq!(set(&here, 1 << 20, None).not_in(&mut other).unwrap(), expected);
        }
    }
}
