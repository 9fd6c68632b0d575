//! Tokens of forms: each lets one form in once.

use std::collections::{BTreeSet, VecDeque};

/// The most tokens that are out at a time; the oldest make room for new ones.
const MOST: usize = 20_000;

/// The tokens that were given out and not used yet.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    out: BTreeSet<String>,
    order: VecDeque<String>,
}

impl Tokens {
    /// Gives out a new token.
    pub(crate) fn give(&mut self) -> String {
        let token = random_text();
        self.out.insert(token.clone());
        self.order.push_back(token.clone());
        while self.order.len() > MOST {
            if let Some(oldest) = self.order.pop_front() {
                self.out.remove(&oldest);
            }
        }
        token
    }

    /// Takes a token back; says whether it was out.
    pub(crate) fn take(&mut self, token: &str) -> bool {
        self.out.remove(token)
    }
}

/// Returns 128 random bits as text.
///
/// # Panics
/// When the system has no source of randomness; then nothing here is safe.
pub(crate) fn random_text() -> String {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).expect("every supported system gives random bytes");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Compares two secrets in a time that does not tell where they differ.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.bytes().zip(b.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A token lets in once; one that was never given out does not.
    #[test]
    fn lets_in_once() {
        let mut tokens = Tokens::default();
        let token = tokens.give();
        assert!(tokens.take(&token));
        assert!(!tokens.take(&token));
        assert!(!tokens.take("0123"));
    }

    /// The number of tokens is bounded.
    #[test]
    fn forgets_the_oldest() {
        let mut tokens = Tokens::default();
        let first = tokens.give();
        for _ in 0..MOST {
            tokens.give();
        }
        assert!(!tokens.take(&first));
        assert_eq!(tokens.order.len(), MOST);
    }

    /// Secrets are equal only when all of them is.
    #[test]
    fn compares_secrets() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd"));
        assert!(!same("abc", "abcd"));
    }
}
