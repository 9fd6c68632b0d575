//! What a page carries in itself: style sheets and scripts.

use sha2::{Digest as _, Sha256};

/// The style sheet of every page, for others that show the same things.
pub const STYLE: &str = include_str!("../../templates/style.css");

/// A style sheet or script inside a page.
#[derive(Debug, Clone)]
pub struct Inline {
    /// Its text.
    pub text: String,
    /// Its digest as a content security policy writes it: `sha256-…`.
    pub digest: String,
}

impl Inline {
    /// Puts parts together.
    pub fn of(parts: &[&str]) -> Self {
        let text = parts.concat();
        let digest = format!("sha256-{}", base64(&Sha256::digest(&text)));
        Self { text, digest }
    }
}

/// Writes bytes in base64 with padding, as policies need them.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] =
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4_usize {
            let letter = LETTERS.get((bits >> (18 - 6 * at) & 63) as usize);
            match letter {
                Some(letter) if at <= three.len() => out.push(char::from(*letter)),
                _ => out.push('='),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digest is the one that browsers work out.
    #[test]
    fn digests_are_base64() {
        assert_eq!(base64(b"untoc"), "dW50b2M=");
        assert_eq!(base64(b"report"), "cmVwb3J0");
        assert_eq!(
            Inline::of(&["alert('Hello, ", "world.');"]).digest,
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }
}
