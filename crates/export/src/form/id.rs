//! The short id of a form, which people and programs find on its first page.

use std::fmt;

use sha2::{Digest, Sha256};

/// The id of a form: `form-4f7k-9m2q-x3tb`.
///
/// It is made of what the form asks and holds, so that the same export always gives the
/// same id. It has no letter that looks like a digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId(String);

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const START: &str = "form-";
const LENGTH: usize = 19;

impl FormId {
    /// Makes the id of a form out of everything that tells it from others.
    pub(crate) fn of(parts: &[&str]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
        let mut id = String::from("form");
        for (at, byte) in digest.finalize().iter().take(12).enumerate() {
            if at % 4 == 0 {
                id.push('-');
            }
            let letter = ALPHABET.get(usize::from(byte & 31)).copied().unwrap_or(b'0');
            id.push(char::from(letter));
        }
        Self(id)
    }

    /// Parses an id strictly.
    pub fn parse(text: &str) -> Option<Self> {
        let letters = text.strip_prefix(START)?;
        let groups: Vec<&str> = letters.split('-').collect();
        let fits = |group: &&str| {
            group.len() == 4 && group.bytes().all(|byte| ALPHABET.contains(&byte))
        };
        (groups.len() == 3 && groups.iter().all(fits)).then(|| Self(text.to_owned()))
    }

    /// Finds the first id in a text, such as a line of the first page.
    pub fn find(text: &str) -> Option<Self> {
        text.match_indices(START)
            .find_map(|(at, _)| Self::parse(text.get(at..at + LENGTH)?))
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same parts give the same id, others another; an id is found in a line.
    #[test]
    fn ids_are_made_and_found() {
        let id = FormId::of(&["a", "b"]);
        assert_eq!(id, FormId::of(&["a", "b"]));
        assert_ne!(id, FormId::of(&["ab", ""]));
        assert_eq!(FormId::parse(id.as_str()), Some(id.clone()));
        assert_eq!(FormId::find(&format!("form- Form: {id}, page 1")), Some(id));
        assert_eq!(FormId::find("form-0000-0000-000"), None);
        assert_eq!(FormId::parse("form-../../../../x"), None);
    }
}
