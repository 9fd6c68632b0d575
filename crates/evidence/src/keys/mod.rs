//! Values that may stand in one row only: sixteen bytes a row, whatever they are.

mod fingerprint;

use std::io;

use rayon::prelude::*;

pub(crate) use fingerprint::{Fingerprint, mix};

use crate::scan::pool;
use crate::source::Scratch;

/// The bits of an entry that hold the place; the others hold a fingerprint.
const PLACE_BITS: u32 = 40;
/// Places are smaller than this.
pub(crate) const PLACES: u64 = 1 << PLACE_BITS;
/// How many parts the entries are sorted into.
const PARTS: usize = 256;

/// A fingerprint of 88 bits and a place: the number of a row, or where it stands.
pub(crate) type Entry = u128;

/// Makes an entry; the place counts from the beginning of its chunk.
#[inline]
pub(crate) fn entry(fingerprint: u128, place: u32) -> Entry {
    (fingerprint >> PLACE_BITS << PLACE_BITS) | u128::from(place)
}

/// Returns the bits of a fingerprint that an entry keeps.
#[inline]
pub(crate) fn shortened(fingerprint: u128) -> u128 {
    fingerprint >> PLACE_BITS
}

/// The place of an entry.
pub(crate) fn place(entry: Entry) -> usize {
    (entry & ((1 << PLACE_BITS) - 1)) as usize
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

    /// Adds the entries of the next chunk, whose places begin at `base`.
    pub(crate) fn add(&mut self, base: u128, entries: &[Entry]) {
        for entry in entries {
            let part = (*entry >> 120) as usize;
            if let Some(part) = self.parts.get_mut(part) {
                part.push(*entry + base);
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

    /// Returns the entries of a part, those in memory and those in the scratch.
    fn load(&self, at: usize, mut entries: Vec<Entry>) -> io::Result<Vec<Entry>> {
        if let Some((scratch, first)) = self.scratch {
            let bytes = scratch.read(first + at)?;
            let (words, _) = bytes.as_chunks::<16>();
            entries.extend(words.iter().map(|word| Entry::from_le_bytes(*word)));
        }
        Ok(entries)
    }

    /// Returns the entries of a part, sorted.
    fn part(&mut self, at: usize) -> io::Result<Vec<Entry>> {
        let entries = self.parts.get_mut(at).map(std::mem::take).unwrap_or_default();
        let mut entries = self.load(at, entries)?;
        entries.sort_unstable();
        Ok(entries)
    }

    /// Returns the entries whose fingerprint others have, too, in the order of their
    /// fingerprints.
    pub(crate) fn repeated(mut self, threads: usize) -> io::Result<Vec<Entry>> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let parts = std::mem::take(&mut self.parts);
        let shared = |(at, part)| self.load(at, part).map(|entries| shared(&entries));
        let found: io::Result<Vec<Vec<Entry>>> = match pool(threads) {
            Some(pool) => {
                pool.install(|| parts.into_par_iter().enumerate().map(shared).collect())
            }
            None => parts.into_iter().enumerate().map(shared).collect(),
        };
        Ok(found?.into_iter().flatten().collect())
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
                let wanted = shortened(entry);
                let from = known.partition_point(|known| shortened(*known) < wanted);
                if known.get(from).is_none_or(|known| shortened(*known) != wanted) {
                    rows.push(place(entry));
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

/// Returns the entries of a part whose fingerprint others have, too.
///
/// A table of their numbers that fits into the cache takes a tenth of the time of sorting.
fn shared(entries: &[Entry]) -> Vec<Entry> {
    let size = (entries.len() * 2).next_power_of_two().max(2);
    let mut table = vec![0_u32; size];
    let mut found = Vec::new();
    for (number, entry) in (1..).zip(entries) {
        // The first byte is the same in the whole part.
        let mut at = (*entry >> 96) as usize & (size - 1);
        while let Some(slot) = table.get_mut(at) {
            let Some(other) = (*slot as usize).checked_sub(1) else {
                *slot = number;
                break;
            };
            let other = entries.get(other).copied().unwrap_or_default();
            if shortened(other) == shortened(*entry) {
                found.extend([other, *entry]);
                break;
            }
            at = (at + 1) & (size - 1);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
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
            keys.add(at as u128 * 5, &entries);
        }
        keys
    }

    proptest! {
        /// Repeats are found as a plain set finds them, also when memory runs out.
        #[test]
        fn finds_repeats(values in proptest::collection::vec(0_u16..40, 0..100)) {
            let twice = |value| values.iter().filter(|other| **other == value).count() > 1;
            let mut expected: Vec<(u128, usize)> = values.iter().enumerate()
                .filter(|(_, value)| twice(**value)).map(|(row, value)| (of(*value), row)).collect();
            expected.sort_unstable();
            let of = |entries: Vec<Entry>| -> Vec<(u128, usize)> {
                entries.into_iter().map(|entry| (shortened(entry), place(entry))).collect()
            };
            prop_assert_eq!(&of(set(&values, 1 << 20, None).repeated(1).unwrap()), &expected);
            let scratch = Memory::default();
            prop_assert_eq!(&of(set(&values, 64, Some(&scratch)).repeated(2).unwrap()), &expected);
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
