//! The declaration that no row is a person: made data, or data with noise.

use serde_json::Value;

use crate::fields::iso_date;
use crate::table_schema::{Faults, Object, cell_text};

/// The declaration of a provider that no row of a table is a person.
///
/// How rare a row is says little then, but only if it is known how the data were made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Synthetic {
    /// How the data were made.
    pub method: Option<String>,
    /// How many records each made one stands for at least.
    pub k: Option<usize>,
    /// The budget of differential privacy.
    pub epsilon: Option<String>,
    /// When they were made: a year, a month or a day.
    pub date: Option<String>,
}

/// The parts of a declaration.
const PARTS: [&str; 4] = ["method", "k", "epsilon", "date"];

impl Synthetic {
    /// Reads a declaration such as `method=synthetic records, k=10, date=2026-03-01`.
    ///
    /// # Errors
    /// Returns the part that cannot be read.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut declared = Self::default();
        for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
        {
            let (name, value) = part.split_once('=').ok_or_else(|| part.to_owned())?;
            let (name, value) = (name.trim(), value.trim());
            if !declared.set(name, value) {
                return Err(part.to_owned());
            }
        }
        Ok(declared)
    }

    fn set(&mut self, name: &str, value: &str) -> bool {
        match name {
            "method" if !value.is_empty() => self.method = Some(value.to_owned()),
            "k" if value.parse().is_ok_and(|k: usize| k > 1) => {
                self.k = value.parse().ok()
            }
            "epsilon" if value.parse().is_ok_and(|e: f64| e > 0.0 && e.is_finite()) => {
                self.epsilon = Some(value.to_owned());
            }
            "date" if is_date(value) => self.date = Some(value.to_owned()),
            _ => return false,
        }
        true
    }

    /// Reads a declaration in JSON: true, or an object with the parts.
    pub(crate) fn of_json(object: Object<'_>, faults: &mut Faults) -> Option<Self> {
        let key = "x-synthetic";
        let value = object.get(key)?;
        let path = object.at(key);
        match value {
            Value::Bool(true) => return Some(Self::default()),
            Value::Bool(false) => return None,
            Value::Object(_) => {}
            Value::Null | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                faults.wrong_type(&path, value, "object");
                return None;
            }
        }
        let mut declared = Self::default();
        for (name, value) in value.as_object()? {
            let text = cell_text(value).unwrap_or_default();
            if !PARTS.contains(&name.as_str()) {
                faults.not_allowed(&format!("{path}/{name}"), name, &PARTS);
            } else if !declared.set(name, &text) {
                faults.not_allowed(&format!("{path}/{name}"), &text, &["other"]);
            }
        }
        Some(declared)
    }

    /// Returns what must be known and is not said.
    pub fn lacking(&self) -> Vec<&'static str> {
        let strength = self.k.is_some() || self.epsilon.is_some();
        [
            ("method", self.method.is_some()),
            ("k or epsilon", strength),
            ("date", self.date.is_some()),
        ]
        .into_iter()
        .filter(|(_, said)| !said)
        .map(|(name, _)| name)
        .collect()
    }

    /// Puts what this declaration does not say in from another one.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            method: self.method.or(other.method),
            k: self.k.or(other.k),
            epsilon: self.epsilon.or(other.epsilon),
            date: self.date.or(other.date),
        }
    }
}

fn is_date(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    iso_date(whole.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A declaration is whole with method, strength and date.
    #[test]
    fn reads_declarations() {
        let whole =
            Synthetic::read("method=synthetic records, k=10, date=2026-03").unwrap();
        assert!(whole.lacking().is_empty());
        let noise = Synthetic::read("epsilon = 1.5; date=2026; method=noise").unwrap();
        assert!(noise.lacking().is_empty());
        assert_eq!(Synthetic::read("k=10").unwrap().lacking(), ["method", "date"]);
        for wrong in
            ["k=one", "k=1", "epsilon=0", "epsilon=inf", "date=soon", "who=me", "method"]
        {
            assert_eq!(Synthetic::read(wrong), Err(wrong.to_owned()));
        }
    }
}
