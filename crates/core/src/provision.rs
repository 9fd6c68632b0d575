//! A provision of a treaty: an article with paragraph and subparagraphs.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A provision, always written as `5`, `5(1)` or `5(1)(a)(i)`.
///
/// The first part is the number of the article; each bracket holds a number, one
/// small letter or a small Roman numeral, as the treaties number their parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Provision(String);

/// Says that a text is not written as a provision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not written as a provision; write it as 5(1)(a)(i)")]
pub struct ProvisionError(pub String);

impl Provision {
    /// The pattern of a provision, as the JSON Schemas state it.
    pub const PATTERN: &'static str =
        "^[1-9][0-9]{0,2}(\\([1-9][0-9]{0,2}\\))?(\\(([a-z]|[ivx]{2,6})\\)){0,3}$";

    /// Parses a provision strictly.
    pub fn parse(text: &str) -> Result<Self, ProvisionError> {
        let bad = || ProvisionError(text.to_owned());
        let number = |part: &str| {
            !part.starts_with('0')
                && (1..=3).contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_digit())
        };
        let letters = |part: &str| match part.as_bytes() {
            [one] => one.is_ascii_lowercase(),
            several => {
                (2..=6).contains(&several.len())
                    && several.iter().all(|b| matches!(b, b'i' | b'v' | b'x'))
            }
        };
        let (article, brackets) = match text.split_once('(') {
            None => (text, None),
            Some((article, rest)) => (article, Some(rest)),
        };
        if !number(article) {
            return Err(bad());
        }
        let Some(rest) = brackets else { return Ok(Self(text.to_owned())) };
        let inner = rest.strip_suffix(')').ok_or_else(bad)?;
        let mut letter_parts = 0;
        for (position, part) in inner.split(")(").enumerate() {
            if position == 0 && number(part) {
                continue;
            }
            letter_parts += 1;
            if letter_parts > 3 || !letters(part) {
                return Err(bad());
            }
        }
        Ok(Self(text.to_owned()))
    }

    /// Returns the number of the article.
    pub fn article(&self) -> &str {
        self.0.split('(').next().unwrap_or(&self.0)
    }

    /// Returns the provision as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Provision {
    type Error = ProvisionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Provision> for String {
    fn from(provision: Provision) -> Self {
        provision.0
    }
}

impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every form that the treaties use is read, and every other way of writing is refused.
    #[test]
    fn reads_one_way_of_writing() {
        for good in
            ["5", "5(1)", "5(1)(a)", "5(1)(a)(ii)", "3(a)", "18(3)(g)", "5(1)(a)(ii)(b)"]
        {
            assert!(Provision::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "", "05", "5(", "5()", "5(1", "5 (1)", "art. 5", "5(1)(A)", "5(1)(a)x",
            "5.1", "5(1)(2)", "5(0)",
        ] {
            assert!(Provision::parse(bad).is_err(), "{bad}");
        }
    }
}
