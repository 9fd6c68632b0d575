//! Sixty-four bytes at a time: where the characters stand that shape a table.

use wide::u8x16;

/// The characters that shape a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Marks {
    pub(crate) delimiter: u8,
    pub(crate) quote: u8,
}

/// One bit for each byte of a block, the first byte lowest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Masks {
    pub(crate) quote: u64,
    pub(crate) delimiter: u64,
    pub(crate) lf: u64,
    pub(crate) cr: u64,
    pub(crate) nul: u64,
}

/// The length of a block.
pub(crate) const BLOCK: usize = 64;

/// Finds the characters in one block.
#[inline]
pub(crate) fn masks(block: &[u8; BLOCK], marks: Marks) -> Masks {
    let mut found = Masks::default();
    let quote = u8x16::splat(marks.quote);
    let delimiter = u8x16::splat(marks.delimiter);
    let lf = u8x16::splat(b'\n');
    let cr = u8x16::splat(b'\r');
    // Carriage returns and NUL are rare in most tables, so they are looked for together.
    let mut low = 0;
    let (parts, _) = block.as_chunks::<16>();
    for (at, part) in parts.iter().enumerate() {
        let bytes = u8x16::new(*part);
        let shift = 16 * at;
        found.quote |= bits(bytes, quote) << shift;
        found.delimiter |= bits(bytes, delimiter) << shift;
        found.lf |= bits(bytes, lf) << shift;
        low |= bits(bytes.min(cr), bytes) << shift;
    }
    if low != found.lf {
        rare(parts, &mut found);
    }
    found
}

/// Finds carriage returns and NUL bytes.
fn rare(parts: &[[u8; 16]], found: &mut Masks) {
    let (cr, nul) = (u8x16::splat(b'\r'), u8x16::splat(0));
    for (at, part) in parts.iter().enumerate() {
        let bytes = u8x16::new(*part);
        found.cr |= bits(bytes, cr) << (16 * at);
        found.nul |= bits(bytes, nul) << (16 * at);
    }
}

#[inline]
fn bits(bytes: u8x16, wanted: u8x16) -> u64 {
    u64::from(bytes.simd_eq(wanted).to_bitmask())
}

/// Turns single bits into stretches: each bit becomes the parity of those up to it.
#[inline]
pub(crate) fn parity(mut bits: u64) -> u64 {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^ (bits << 32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The masks say the same as looking at each byte in turn.
        #[test]
        fn masks_are_right(bytes in proptest::collection::vec(
            prop_oneof![Just(b','), Just(b'"'), Just(b'\n'), Just(b'\r'), Just(0), any::<u8>()],
            BLOCK,
        )) {
            let block: [u8; BLOCK] = bytes.clone().try_into().unwrap();
            let found = masks(&block, Marks { delimiter: b',', quote: b'"' });
            let slow = |wanted: u8| {
                bytes.iter().enumerate().filter(|(_, b)| **b == wanted).fold(0, |m, (i, _)| m | 1 << i)
            };
            prop_assert_eq!(found.delimiter, slow(b','));
            prop_assert_eq!(found.quote, slow(b'"'));
            prop_assert_eq!(found.lf, slow(b'\n'));
            prop_assert_eq!(found.cr, slow(b'\r'));
            prop_assert_eq!(found.nul, slow(0));
        }

        /// The parity of a bit is that of all bits up to it.
        #[test]
        fn parity_is_right(bits: u64) {
            for i in 0..64 {
                let below = bits & (u64::MAX >> (63 - i));
                prop_assert_eq!(parity(bits) >> i & 1, u64::from(below.count_ones() % 2));
            }
        }
    }
}
