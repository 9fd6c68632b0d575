//! Sets of short texts that are looked up in one step.

use crate::keys::mix;

/// A set of texts of at most thirty-two bytes.
///
/// For those of at most sixteen, a hash names a group, the group a displacement, and hash and displacement the one
/// place where the text can stand (hash and displace).
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// All texts, if they are so few that each is looked at.
    few: Vec<(u128, u8)>,
    /// Texts as numbers.
    table: Vec<u128>,
    /// Their lengths; 0 where there is none.
    lengths: Vec<u8>,
    displacements: Vec<u32>,
    /// Texts that are longer: their length, and the sixteen bytes at either end.
    long: Vec<(usize, u128, u128)>,
}

/// The longest text that is looked up in the table.
const LENGTH: usize = 16;
/// The longest text of all, and how many longer than [`LENGTH`] there may be: they are
/// compared one by one.
const LONG: (usize, usize) = (2 * LENGTH, 48);
/// So many texts are compared one by one, which takes less time than looking them up.
const FEW: usize = 4;

/// For each length, ones where the text stands.
const MASKS: [u128; LENGTH + 1] = [
    ones(0),
    ones(1),
    ones(2),
    ones(3),
    ones(4),
    ones(5),
    ones(6),
    ones(7),
    ones(8),
    ones(9),
    ones(10),
    ones(11),
    ones(12),
    ones(13),
    ones(14),
    ones(15),
    ones(16),
];

/// Returns a number of so many bytes of ones.
const fn ones(bytes: u32) -> u128 {
    if bytes == 0 { 0 } else { u128::MAX >> (128 - 8 * bytes) }
}

impl Words {
    /// Makes a set; none if a text is empty, too long, or holds NUL or the byte that is kept
    /// out.
    pub(crate) fn new<'w>(
        words: impl Iterator<Item = &'w [u8]>,
        keep_out: Option<u8>,
    ) -> Option<Self> {
        let mut members: Vec<(u128, u8)> = Vec::new();
        let mut long: Vec<(usize, u128, u128)> = Vec::new();
        for word in words {
            if word.len() > LENGTH && word.len() <= LONG.0 && long.len() < LONG.1 {
                if word.contains(&0) || keep_out.is_some_and(|byte| word.contains(&byte))
                {
                    return None;
                }
                let (first, last) = (word.first_chunk()?, word.last_chunk()?);
                let of = |bytes: &[u8; LENGTH]| u128::from_le_bytes(*bytes);
                long.push((word.len(), of(first), of(last)));
                continue;
            }
            let length =
                u8::try_from(word.len()).ok().filter(|n| *n as usize <= LENGTH)?;
            if length == 0
                || word.contains(&0)
                || keep_out.is_some_and(|byte| word.contains(&byte))
            {
                return None;
            }
            let mut bytes = [0; LENGTH];
            for (to, byte) in bytes.iter_mut().zip(word) {
                *to = *byte;
            }
            members.push((u128::from_le_bytes(bytes), length));
        }
        members.sort_unstable();
        members.dedup();
        let groups = members.len().max(2).next_power_of_two() / 2;
        let size = members.len().max(2).next_power_of_two() * 2;
        let mut set = (0..4)
            .find_map(|doublings| Self::place(&members, size << doublings, groups))?;
        if members.len() <= FEW {
            set.few = members;
        }
        set.long = long;
        Some(set)
    }

    /// Gives each text a place of its own; the largest groups first.
    fn place(members: &[(u128, u8)], size: usize, groups: usize) -> Option<Self> {
        let mut set = Self {
            few: Vec::new(),
            table: vec![0; size],
            lengths: vec![0; size],
            displacements: vec![0; groups],
            long: Vec::new(),
        };
        let mut grouped: Vec<(usize, Vec<(u128, u8)>)> =
            (0..groups).map(|group| (group, Vec::new())).collect();
        for member in members {
            grouped.get_mut(set.group(hash(member.0)))?.1.push(*member);
        }
        grouped.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
        for (group, members) in grouped {
            let fits = |displacement: &u32| set.places(&members, *displacement).is_some();
            let displacement = (0..1 << 16).find(fits)?;
            let places = set.places(&members, displacement)?;
            *set.displacements.get_mut(group)? = displacement;
            for (place, (word, length)) in places.into_iter().zip(members) {
                *set.table.get_mut(place)? = word;
                *set.lengths.get_mut(place)? = length;
            }
        }
        Some(set)
    }

    /// Returns the places of a group's texts if they are free and differ.
    fn places(&self, members: &[(u128, u8)], displacement: u32) -> Option<Vec<usize>> {
        let mut places: Vec<usize> = Vec::with_capacity(members.len());
        for (word, _) in members {
            let place = self.slot(hash(*word), displacement);
            if self.lengths.get(place) != Some(&0) || places.contains(&place) {
                return None;
            }
            places.push(place);
        }
        Some(places)
    }

    #[inline]
    fn group(&self, hash: u64) -> usize {
        (hash >> 40) as usize & (self.displacements.len() - 1)
    }

    #[inline]
    fn slot(&self, hash: u64, displacement: u32) -> usize {
        let mixed = (hash ^ u64::from(displacement)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 40) as usize & (self.table.len() - 1)
    }

    /// Says whether a text is in the set. It stands in `bytes` with room behind it.
    #[inline]
    pub(crate) fn contains(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let length = end - start;
        let Some(mask) = MASKS.get(length) else {
            return self.is_long(bytes, start, end);
        };
        let Some(part) = bytes.get(start..).and_then(|rest| rest.first_chunk::<LENGTH>())
        else {
            return false;
        };
        let word = u128::from_le_bytes(*part) & mask;
        if !self.few.is_empty() {
            let is = |(own, size): &(u128, u8)| {
                (*own == word) & (usize::from(*size) == length)
            };
            return self.few.iter().fold(false, |found, member| found | is(member));
        }
        let hash = hash(word);
        let displacement = self.displacements.get(self.group(hash)).copied().unwrap_or(0);
        let slot = self.slot(hash, displacement);
        length != 0
            && self.table.get(slot) == Some(&word)
            && self.lengths.get(slot).is_some_and(|size| *size as usize == length)
    }
}

impl Words {
    fn is_long(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let first = bytes.get(start..end).and_then(|text| text.first_chunk::<LENGTH>());
        let last = bytes.get(start..end).and_then(|text| text.last_chunk::<LENGTH>());
        let Some((first, last)) = first.zip(last) else { return false };
        let (first, last) = (u128::from_le_bytes(*first), u128::from_le_bytes(*last));
        let is = |member: &(usize, u128, u128)| *member == (end - start, first, last);
        self.long.iter().any(is)
    }
}

#[inline]
fn hash(word: u128) -> u64 {
    #[expect(clippy::cast_possible_truncation, reason = "both halves are wanted")]
    let (low, high) = (word as u64, (word >> 64) as u64);
    mix(low ^ 0xa076_1d64_78bd_642f, high ^ 0xe703_7ed1_a0b4_28db)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The set holds what was put in, and nothing else.
        #[test]
        fn holds_what_was_put_in(
            members in prop_oneof![
                proptest::collection::btree_set("[a-c]{1,16}", 1..300),
                proptest::collection::btree_set("[a-c]{14,32}", 1..40),
                proptest::collection::btree_set("[a-c]{1,2}", 1..5),
            ],
            others in proptest::collection::vec("[a-c\0]{0,34}", 0..50),
        ) {
            let set = Words::new(members.iter().map(|m| m.as_bytes()), None).unwrap();
            let contains = |word: &str| {
                let bytes = [b"ab", word.as_bytes(), &[b'c'; 32]].concat();
                set.contains(&bytes, 2, 2 + word.len())
            };
            for member in &members {
                prop_assert!(contains(member));
            }
            let known: BTreeSet<&String> = members.iter().collect();
            for other in &others {
                prop_assert_eq!(contains(other), known.contains(other));
            }
        }
    }

    /// Texts that do not fit leave the whole set to the slow way.
    #[test]
    fn refuses_what_does_not_fit() {
        assert!(Words::new([&[b'x'; 33][..]].into_iter(), None).is_none());
        assert!(Words::new([&b"a\"b"[..]].into_iter(), Some(b'"')).is_none());
        assert!(Words::new([&b""[..]].into_iter(), None).is_none());
    }
}
