//! A part of a run: which subjects belong to it.
//!
//! A subject belongs to the part that the hash of its printed name gives, whatever else
//! there is to look at, so that any scheduler can start the parts anywhere in any order.

use std::str::FromStr;

/// One of several parts of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    part: u32,
    of: u32,
}

/// Says why a text names no part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" names no part of a run; expected I/N with I from 1 to N, such as 2/8")]
pub struct ShardError(String);

/// The most parts; more is a typing error.
const PARTS_MOST: u32 = 100_000;

impl Shard {
    /// Makes a part; `None` unless `part` is between 1 and `of`.
    pub fn new(part: u32, of: u32) -> Option<Self> {
        ((1..=of).contains(&part) && of <= PARTS_MOST).then_some(Self { part, of })
    }

    /// Returns the number of the part, from 1.
    pub fn part(self) -> u32 {
        self.part
    }

    /// Returns how many parts there are.
    pub fn of(self) -> u32 {
        self.of
    }

    /// Says whether a subject belongs to this part.
    pub fn takes(self, name: &str) -> bool {
        fnv_1a(name.as_bytes()) % u64::from(self.of) == u64::from(self.part) - 1
    }
}

impl FromStr for Shard {
    type Err = ShardError;

    fn from_str(text: &str) -> Result<Self, ShardError> {
        let (part, of) = text.split_once('/').unwrap_or_default();
        let number = |text: &str| text.trim().parse::<u32>().ok();
        number(part)
            .zip(number(of))
            .and_then(|(part, of)| Self::new(part, of))
            .ok_or_else(|| ShardError(text.to_owned()))
    }
}

/// FNV-1a with 64 bits (Fowler, Noll, Vo): the same everywhere and for ever.
pub(crate) fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts are written I/N; anything else is refused with what was expected.
    #[test]
    fn reads_parts() {
        assert_eq!("2/8".parse(), Ok(Shard { part: 2, of: 8 }));
        for wrong in ["0/8", "9/8", "8", "a/b", "1/0", "", "-1/3", "1/3/5"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }

    /// Each subject belongs to exactly one part, and the parts are of like size.
    #[test]
    fn parts_are_a_partition() {
        let mut sizes = [0_usize; 7];
        for number in 0..7_000 {
            let name = format!("dossiers/state-{number}");
            let takers: Vec<u32> = (1..=7)
                .filter(|part| Shard::new(*part, 7).unwrap().takes(&name))
                .collect();
            assert_eq!(takers.len(), 1);
            sizes[takers[0] as usize - 1] += 1;
        }
        assert!(sizes.iter().all(|size| (800..1200).contains(size)), "{sizes:?}");
    }

    /// The hash is the published one: parts stay what they are in later versions.
    #[test]
    fn hash_is_fnv_1a() {
        assert_eq!(fnv_1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
