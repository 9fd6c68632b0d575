//! Fingerprints of values: 128 bits, made by multiplication.

/// Adds up the fingerprint of one or several values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fingerprint {
    a: u64,
    b: u64,
}

const A: u64 = 0xa076_1d64_78bd_642f;
const B: u64 = 0xe703_7ed1_a0b4_28db;
const C: u64 = 0x8ebc_6af0_9c88_c6e3;
const D: u64 = 0x5899_65cc_7537_4cc3;

impl Default for Fingerprint {
    fn default() -> Self {
        Self { a: A, b: B }
    }
}

/// Multiplies and folds the product, so that every bit counts.
#[inline]
pub(crate) fn mix(x: u64, y: u64) -> u64 {
    let product = u128::from(x) * u128::from(y);
    #[expect(clippy::cast_possible_truncation, reason = "both halves are wanted")]
    let folded = (product as u64) ^ ((product >> 64) as u64);
    folded
}

impl Fingerprint {
    #[inline]
    fn word(&mut self, x: u64, y: u64) {
        self.a = mix(self.a ^ x, C ^ y);
        self.b = mix(self.b ^ y, D ^ x.rotate_left(32));
    }

    /// Adds a value; where one ends and the next begins counts, too.
    #[inline]
    pub(crate) fn add(&mut self, value: &[u8]) {
        let (words, rest) = value.as_chunks::<16>();
        for word in words {
            let word = u128::from_le_bytes(*word);
            #[expect(
                clippy::cast_possible_truncation,
                reason = "both halves are wanted"
            )]
            self.word(word as u64, (word >> 64) as u64);
        }
        let mut last = [0_u8; 16];
        for (to, byte) in last.iter_mut().zip(rest) {
            *to = *byte;
        }
        let last = u128::from_le_bytes(last);
        #[expect(clippy::cast_possible_truncation, reason = "both halves are wanted")]
        self.word(last as u64, (last >> 64) as u64);
        self.word(value.len() as u64, A);
    }

    /// Returns the fingerprint.
    #[inline]
    pub(crate) fn finish(self) -> u128 {
        let high = mix(self.a ^ B, self.b ^ C);
        let low = mix(self.b ^ A, self.a ^ D);
        (u128::from(high) << 64) | u128::from(low)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn of(values: &[&[u8]]) -> u128 {
        let mut fingerprint = Fingerprint::default();
        values.iter().for_each(|value| fingerprint.add(value));
        fingerprint.finish()
    }

    /// A hundred thousand similar values have as many fingerprints, and their first
    /// bytes are spread evenly.
    #[test]
    fn tells_similar_values_apart() {
        let mut seen = BTreeSet::new();
        let mut parts = [0; 256];
        for number in 0..100_000 {
            let value = of(&[format!("CASE-{number:08}").as_bytes()]) >> 40;
            seen.insert(value);
            parts[(value >> 80) as usize] += 1;
        }
        assert_eq!(seen.len(), 100_000);
        assert!(parts.iter().all(|count| (200..=600).contains(count)), "{parts:?}");
    }

    /// Where values end makes a difference.
    #[test]
    fn tells_borders_apart() {
        assert_ne!(of(&[b"ab", b"c"]), of(&[b"a", b"bc"]));
        assert_ne!(of(&[b"a"]), of(&[b"a\0"]));
        assert_ne!(of(&[b""]), of(&[b"", b""]));
    }
}
