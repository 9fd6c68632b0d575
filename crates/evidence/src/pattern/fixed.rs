//! Patterns of one length, such as ids, UUIDs and digests, and those that end in any number
//! of characters of one kind, such as addresses: sixteen positions at once.

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};
use wide::u8x16;

/// How many ranges of bytes a position may allow.
const RANGES: usize = 3;
/// The most positions.
const LENGTH: usize = 256;

/// A set of bytes for each position.
#[derive(Debug, Clone)]
pub(super) struct Fixed {
    length: usize,
    blocks: Vec<Block>,
    tail: Option<Tail>,
    allowed: Set,
}

/// What may follow the positions: at least so many bytes of one set, and at most so many.
#[derive(Debug, Clone)]
struct Tail {
    least: usize,
    most: usize,
    block: Block,
}

/// Sixteen positions; each allows up to [`RANGES`] ranges of bytes.
#[derive(Debug, Clone)]
struct Block {
    low: [u8x16; RANGES],
    high: [u8x16; RANGES],
    /// The ranges that any position of the block needs.
    ranges: usize,
    /// One bit for each position that counts.
    mask: u32,
}

type Set = Vec<(u8, u8)>;

impl Fixed {
    /// Compiles a pattern in ASCII whose matches all have one length, but for an end that
    /// repeats one set of characters.
    pub(super) fn new(pattern: &str) -> Option<Self> {
        let hir = regex_syntax::parse(pattern).ok()?;
        let (fixed, tail) = split_tail(&hir);
        let mut sets = Vec::new();
        for part in fixed {
            expand(part, &mut sets)?;
        }
        let tail = match tail {
            Some(tail) => Some(Tail::new(tail)?),
            None => None,
        };
        if sets.is_empty() && tail.is_none() {
            return None;
        }
        let blocks = sets.chunks(16).map(Block::new).collect();
        let more = tail.iter().flat_map(|(_, set)| set);
        let allowed = sets.iter().flatten().chain(more).copied().collect();
        let tail = tail.map(|(tail, _)| tail);
        Some(Self { length: sets.len(), blocks, tail, allowed })
    }

    /// Says whether a byte may stand in a match.
    pub(super) fn allows(&self, byte: u8) -> bool {
        self.allowed.iter().any(|(from, to)| (*from..=*to).contains(&byte))
    }

    #[inline]
    pub(super) fn matches(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let Some(more) = (end - start).checked_sub(self.length) else { return false };
        let mut at = start;
        for block in &self.blocks {
            let Some(part) = bytes.get(at..).and_then(|rest| rest.first_chunk::<16>())
            else {
                return false;
            };
            if !block.matches(u8x16::new(*part)) {
                return false;
            }
            at += 16;
        }
        match &self.tail {
            None => more == 0,
            Some(tail) => tail.matches(bytes, start + self.length, end),
        }
    }
}

impl Tail {
    fn new(repetition: &Repetition) -> Option<(Self, Set)> {
        let mut sets = Vec::new();
        expand(&repetition.sub, &mut sets)?;
        let set = sets.pop().filter(|_| sets.is_empty())?;
        let most = repetition.max.map_or(usize::MAX, |most| most as usize);
        let block = Block::new(&vec![set.clone(); 16]);
        Some((Self { least: repetition.min as usize, most, block }, set))
    }

    #[inline]
    fn matches(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let length = end - start;
        if length < self.least || length > self.most {
            return false;
        }
        let mut at = start;
        while at < end {
            let Some(part) = bytes.get(at..).and_then(|rest| rest.first_chunk::<16>())
            else {
                return false;
            };
            let wanted = u32::MAX >> (32 - (end - at).min(16));
            if self.block.fits(u8x16::new(*part)) & wanted != wanted {
                return false;
            }
            at += 16;
        }
        true
    }
}

/// Sets the repetition apart that a pattern ends in, if its length is not fixed.
fn split_tail(hir: &Hir) -> (&[Hir], Option<&Repetition>) {
    if let HirKind::Capture(capture) = hir.kind() {
        return split_tail(&capture.sub);
    }
    let parts = if let HirKind::Concat(parts) = hir.kind() {
        parts.as_slice()
    } else {
        std::slice::from_ref(hir)
    };
    if let Some((last, before)) = parts.split_last()
        && let HirKind::Repetition(repetition) = last.kind()
        && repetition.max != Some(repetition.min)
    {
        return (before, Some(repetition));
    }
    (parts, None)
}

impl Block {
    fn new(sets: &[Set]) -> Self {
        // A range from 255 down to 0 holds nothing.
        let mut low = [[255_u8; 16]; RANGES];
        let mut high = [[0_u8; 16]; RANGES];
        let mut ranges = 1;
        for (position, set) in sets.iter().enumerate() {
            ranges = ranges.max(set.len());
            for (at, (from, to)) in set.iter().enumerate() {
                if let Some(byte) = low.get_mut(at).and_then(|row| row.get_mut(position))
                {
                    *byte = *from;
                }
                if let Some(byte) = high.get_mut(at).and_then(|row| row.get_mut(position))
                {
                    *byte = *to;
                }
            }
        }
        let mask = (1_u32 << sets.len()) - 1;
        Self { low: low.map(u8x16::new), high: high.map(u8x16::new), ranges, mask }
    }

    #[inline]
    fn matches(&self, bytes: u8x16) -> bool {
        self.fits(bytes) & self.mask == self.mask
    }

    /// One bit for each position whose byte is in its set.
    #[inline]
    fn fits(&self, bytes: u8x16) -> u32 {
        let zero = u8x16::splat(0);
        let mut fits = 0;
        for (low, high) in self.low.iter().zip(&self.high).take(self.ranges) {
            let outside = low.saturating_sub(bytes) | bytes.saturating_sub(*high);
            fits |= outside.simd_eq(zero).to_bitmask();
        }
        fits
    }
}

/// Lists the set of bytes at each position; none if the length is not fixed.
fn expand(hir: &Hir, sets: &mut Vec<Set>) -> Option<()> {
    if sets.len() > LENGTH {
        return None;
    }
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => {
            if !literal.0.is_ascii() {
                return None;
            }
            sets.extend(literal.0.iter().map(|byte| vec![(*byte, *byte)]));
        }
        HirKind::Class(class) => sets.push(ranges(class)?),
        HirKind::Repetition(repetition) => {
            if repetition.max != Some(repetition.min) || repetition.min as usize > LENGTH
            {
                return None;
            }
            for _ in 0..repetition.min {
                expand(&repetition.sub, sets)?;
            }
        }
        HirKind::Capture(capture) => expand(&capture.sub, sets)?,
        HirKind::Concat(parts) => {
            for part in parts {
                expand(part, sets)?;
            }
        }
        HirKind::Look(_) | HirKind::Alternation(_) => return None,
    }
    (sets.len() <= LENGTH).then_some(())
}

fn ranges(class: &Class) -> Option<Set> {
    let set: Set = match class {
        Class::Unicode(class) => class
            .ranges()
            .iter()
            .map(|range| {
                let from = u8::try_from(range.start()).ok()?;
                let to = u8::try_from(range.end()).ok()?;
                to.is_ascii().then_some((from, to))
            })
            .collect::<Option<_>>()?,
        Class::Bytes(class) => {
            class.ranges().iter().map(|range| (range.start(), range.end())).collect()
        }
    };
    ((1..=RANGES).contains(&set.len())).then_some(set)
}
