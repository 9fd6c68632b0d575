//! A list of words in which a word is found fast.

/// Words with their places in a list; of equal words the first counts.
#[derive(Debug, Clone)]
pub(super) struct Words {
    words: Vec<Box<[u8]>>,
    /// Places plus one, by the hash of their word; 0 where there is none. Empty for few
    /// words, which are looked through one by one.
    table: Vec<u32>,
}

/// Up to this many words looking at each is faster than a hash.
const FEW: usize = 4;

impl Words {
    /// Makes a list.
    pub(super) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let words: Vec<Box<[u8]>> =
            words.into_iter().map(|word| word.as_bytes().into()).collect();
        let mut list = Self { words, table: Vec::new() };
        if list.words.len() <= FEW {
            return list;
        }
        // At least half of the table stays free, so that every search ends.
        let mut table = vec![0_u32; (list.words.len() * 2).next_power_of_two()];
        for (place, word) in (1_u32..).zip(&list.words) {
            let mut at = hash(word) & (table.len() - 1);
            while table.get(at).is_some_and(|&taken| taken != 0) {
                at = (at + 1) & (table.len() - 1);
            }
            if let Some(free) = table.get_mut(at) {
                *free = place;
            }
        }
        list.table = table;
        list
    }

    /// Finds the place of a word.
    #[inline]
    pub(super) fn find(&self, word: &[u8]) -> Option<usize> {
        if self.table.is_empty() {
            return self.words.iter().position(|known| **known == *word);
        }
        let mask = self.table.len() - 1;
        let mut at = hash(word) & mask;
        loop {
            let place = (*self.table.get(at)?).checked_sub(1)? as usize;
            if self.words.get(place).is_some_and(|known| **known == *word) {
                return Some(place);
            }
            at = (at + 1) & mask;
        }
    }

    /// Says whether the word in this place is this one.
    #[inline]
    pub(super) fn is_at(&self, place: usize, word: &[u8]) -> bool {
        self.words.get(place).is_some_and(|known| **known == *word)
    }

    /// Returns how many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

/// Mixes the first eight bytes, the last eight and the length.
#[inline]
fn hash(word: &[u8]) -> usize {
    let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
        }
        _ => (word.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)), 0),
    };
    let mixed = (first ^ last.rotate_left(29) ^ (word.len() as u64) << 56)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    // The high bits are the mixed ones.
    (mixed >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each word is found in its first place, and no other word is found.
    #[test]
    fn finds_words() {
        for count in [0, 1, 4, 5, 300] {
            let all: Vec<String> = (0..count).map(|n| format!("untoc-5-q{n}")).collect();
            let words = Words::new(all.iter().map(String::as_str));
            for (place, word) in all.iter().enumerate() {
                assert_eq!(words.find(word.as_bytes()), Some(place));
            }
            for other in ["", "u", "untoc-5-q", "untoc-5-q300", "untoc-5-q01"] {
                assert_eq!(words.find(other.as_bytes()), None, "{other}");
            }
        }
        let twice = Words::new(["a", "b", "c", "d", "b", "b"]);
        assert_eq!(twice.find(b"b"), Some(1));
    }
}
