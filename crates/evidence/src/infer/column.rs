//! What the cells of a column have in common.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::candidates::{CANDIDATES, NOTHING, fits};
use crate::keys::Fingerprint;

/// The most different values that are kept as they stand.
const VALUES: usize = 64;
/// The most different values that are told apart.
const DISTINCT: usize = 500_000;
/// Cells whose answer is remembered.
const REMEMBERED: usize = 4096;

/// What was seen of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Traits {
    /// Cells with a value, words for nothing not among them.
    pub(super) filled: usize,
    /// Empty cells.
    pub(super) empty: usize,
    /// How often each word for nothing was met, by its index.
    pub(super) nothing: BTreeMap<usize, usize>,
    /// How many values fit each candidate.
    pub(super) fits: BTreeMap<usize, usize>,
    /// Digits that begin with a zero.
    pub(super) zeros: usize,
    /// Whole numbers that may be years.
    pub(super) years: usize,
    /// Two or three capital letters.
    pub(super) codes: usize,
    /// The values and how often each stands there, as long as they are few.
    values: Option<BTreeMap<Vec<u8>, usize>>,
    many: bool,
    /// Fingerprints of all values, as long as none stands there twice.
    once: HashSet<u64>,
    twice: bool,
}

/// Remembers what values were seen to fit.
#[derive(Debug, Default)]
pub(super) struct Remembered(HashMap<Vec<u8>, u32>);

impl Remembered {
    fn fits(&mut self, cell: &[u8]) -> u32 {
        if let Some(bits) = self.0.get(cell) {
            return *bits;
        }
        let bits = fits(cell);
        if self.0.len() >= REMEMBERED {
            self.0.clear();
        }
        self.0.insert(cell.to_vec(), bits);
        bits
    }
}

impl Traits {
    /// Adds a cell.
    pub(super) fn add(&mut self, cell: &[u8], remembered: &mut Remembered) {
        if cell.is_empty() {
            self.empty += 1;
            return;
        }
        self.keep(cell, 1);
        if let Some(at) = NOTHING.iter().position(|word| word.as_bytes() == cell) {
            *self.nothing.entry(at).or_default() += 1;
            return;
        }
        self.filled += 1;
        let bits = remembered.fits(cell);
        for at in (0..CANDIDATES.len()).filter(|at| bits >> at & 1 == 1) {
            *self.fits.entry(at).or_default() += 1;
        }
        let digits = cell.iter().all(u8::is_ascii_digit);
        self.zeros += usize::from(digits && cell.len() > 1 && cell.starts_with(b"0"));
        let first = cell.first_chunk::<2>();
        let year =
            digits && cell.len() == 4 && matches!(first, Some(b"18" | b"19" | b"20"));
        self.years += usize::from(year);
        self.codes += usize::from(is_code(cell));
        self.mark(fingerprint(cell));
    }

    fn keep(&mut self, cell: &[u8], count: usize) {
        if self.many {
            return;
        }
        let values = self.values.get_or_insert_default();
        *values.entry(cell.to_vec()).or_default() += count;
        if values.len() > VALUES || cell.len() > 200 {
            self.many = true;
            self.values = None;
        }
    }

    fn mark(&mut self, fingerprint: u64) {
        if !self.twice && (!self.once.insert(fingerprint) || self.once.len() > DISTINCT) {
            self.twice = true;
            self.once = HashSet::new();
        }
    }

    /// Adds what the next chunk shows.
    pub(super) fn merge(&mut self, next: Self) {
        self.filled += next.filled;
        self.empty += next.empty;
        self.zeros += next.zeros;
        self.years += next.years;
        self.codes += next.codes;
        for (at, count) in next.nothing {
            *self.nothing.entry(at).or_default() += count;
        }
        for (at, count) in next.fits {
            *self.fits.entry(at).or_default() += count;
        }
        if next.many {
            self.many = true;
            self.values = None;
        }
        for (value, count) in next.values.unwrap_or_default() {
            self.keep(&value, count);
        }
        if next.twice {
            self.twice = true;
            self.once = HashSet::new();
        }
        for fingerprint in next.once {
            self.mark(fingerprint);
        }
    }

    /// Says whether no value stands in two rows.
    pub(super) fn is_unique(&self) -> bool {
        !self.twice && self.filled > 0
    }

    /// Says whether the column holds codes of countries, so that NA is one of them.
    pub(super) fn are_codes(&self) -> bool {
        let na = self.nothing.get(&0).copied().unwrap_or(0);
        self.codes > 0 && self.codes == self.filled && na * 2 < self.filled
    }

    /// Returns the values in their order if they are few and each comes again and again.
    pub(super) fn choices(&self, most: usize, least: usize) -> Option<Vec<&str>> {
        let values = self.values.as_ref()?;
        let often = values.len() <= most && values.values().all(|count| *count >= least);
        let texts = values.keys().map(|value| std::str::from_utf8(value));
        let texts: Option<Vec<&str>> = texts.map(Result::ok).collect();
        texts.filter(|texts| often && texts.iter().all(|text| text.chars().count() <= 40))
    }
}

fn is_code(cell: &[u8]) -> bool {
    (2..=3).contains(&cell.len()) && cell.iter().all(u8::is_ascii_uppercase)
}

fn fingerprint(cell: &[u8]) -> u64 {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(cell);
    #[expect(clippy::cast_possible_truncation, reason = "half of it tells enough apart")]
    let half = fingerprint.finish() as u64;
    half
}
