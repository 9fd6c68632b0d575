//! States by their ISO 3166-1 code, and the invented State of the examples.

use std::fmt;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::text::nearest;

/// The code of a State: three capital letters (ISO 3166-1 alpha-3), `XXA` for the
/// invented State Exampleland.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct CountryCode([u8; 3]);

/// A State with its codes and its usual name in the six languages of the UN.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-3.
    pub alpha3: String,
    /// ISO 3166-1 alpha-2.
    pub alpha2: String,
    /// UN M49.
    pub m49: String,
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
    /// Spanish.
    pub es: String,
    /// Russian.
    pub ru: String,
    /// Arabic.
    pub ar: String,
    /// Chinese.
    pub zh: String,
    /// Other names that people type, separated by `|`.
    pub aliases: String,
}

/// Says that a text names no State that is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no State that this tool knows")]
pub struct CountryError {
    /// What was written.
    pub text: String,
    /// The State that may have been meant, code and name.
    pub nearest: Option<(String, String)>,
}

impl CountryCode {
    /// The invented State of all examples.
    pub const EXAMPLELAND: Self = Self(*b"XXA");

    /// Parses a code by its form; [`CountryCode::name`] tells whether a State has it.
    pub fn parse(text: &str) -> Result<Self, CountryError> {
        match *text.as_bytes() {
            [a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => {
                Ok(Self([a, b, c]))
            }
            _ => Err(CountryError { text: text.to_owned(), nearest: None }),
        }
    }

    /// Finds a State by its code (two or three letters), or by its name in any of the
    /// six languages of the UN, whatever the capitals.
    pub fn find(text: &str) -> Result<Self, CountryError> {
        let wanted = text.trim();
        let folded = wanted.to_lowercase();
        if folded == "xxa" || folded == "exampleland" {
            return Ok(Self::EXAMPLELAND);
        }
        let found = countries().iter().find(|country| {
            country.alpha3.eq_ignore_ascii_case(wanted)
                || country.alpha2.eq_ignore_ascii_case(wanted)
                || country.names().any(|name| name.to_lowercase() == folded)
        });
        match found {
            Some(country) => Self::parse(&country.alpha3),
            None => Err(CountryError { text: wanted.to_owned(), nearest: near(wanted) }),
        }
    }

    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXA")
    }

    /// Returns the row of the State, if the code is assigned.
    pub fn country(&self) -> Option<&'static Country> {
        countries().iter().find(|country| country.alpha3 == self.as_str())
    }

    /// Returns the English name of the State, if the code is known.
    pub fn name(&self) -> Option<&'static str> {
        if *self == Self::EXAMPLELAND {
            return Some("Exampleland");
        }
        self.country().map(|country| country.en.as_str())
    }
}

impl Country {
    fn names(&self) -> impl Iterator<Item = &str> {
        [&self.en, &self.fr, &self.es, &self.ru, &self.ar, &self.zh]
            .into_iter()
            .map(String::as_str)
            .chain(self.aliases.split('|').filter(|alias| !alias.is_empty()))
    }
}

fn near(wanted: &str) -> Option<(String, String)> {
    let names = countries().iter().flat_map(Country::names);
    let name = nearest(wanted, names)?;
    let country = countries().iter().find(|c| c.names().any(|n| n == name))?;
    Some((country.alpha3.clone(), country.en.clone()))
}

/// Returns all States of ISO 3166-1 in the order of their codes.
pub fn countries() -> &'static [Country] {
    static COUNTRIES: OnceLock<Vec<Country>> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        csv::Reader::from_reader(include_bytes!("../data/countries.csv").as_slice())
            .deserialize()
            .filter_map(Result::ok)
            .collect()
    })
}

impl TryFrom<String> for CountryCode {
    type Error = CountryError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<CountryCode> for String {
    fn from(code: CountryCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A State is found by either code, by its name in six languages, and by other names.
    #[test]
    fn finds_states_by_code_and_name() {
        for text in ["KEN", "ke", "Kenya", "kenya ", "Кения", "肯尼亚"] {
            assert_eq!(
                CountryCode::find(text).map(|c| c.to_string()).as_deref(),
                Ok("KEN"),
                "{text}"
            );
        }
        assert_eq!(CountryCode::find("Exampleland"), Ok(CountryCode::EXAMPLELAND));
        let error = CountryCode::find("Kenia land").unwrap_err();
        assert_eq!(error.nearest, None);
        assert_eq!(
            CountryCode::find("Kenyaa").unwrap_err().nearest.map(|n| n.0).as_deref(),
            Some("KEN")
        );
    }

    /// The table has 249 rows, and no code stands twice.
    #[test]
    fn the_table_is_whole() {
        let codes = |of: fn(&Country) -> &String| {
            countries().iter().map(of).collect::<std::collections::BTreeSet<_>>().len()
        };
        assert_eq!(countries().len(), 249);
        assert_eq!(codes(|c| &c.alpha3), 249);
        assert_eq!(codes(|c| &c.alpha2), 249);
        assert_eq!(codes(|c| &c.m49), 249);
        assert!(
            countries().iter().all(|c| c.names().all(|name| !name.trim().is_empty()))
        );
    }
}
