//! From the words of a table to the codes of a profile.

use super::dates;
use super::synonyms;
use crate::cases::{Fact, fact_of};
use crate::columns::Judge;
use crate::fields::Kind;
use crate::place_names;
use crate::table_schema::{CaseFold, Field};

/// Reads the cells of one field, whatever words they are written in.
pub(crate) struct Codes<'a> {
    pub(crate) field: &'a Field,
    judge: Judge,
}

/// A cell in the codes of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Coded {
    /// No value.
    Empty,
    /// The codes; more than one in a list only.
    Codes(Vec<String>),
    /// Parts that stand for no code that is known.
    Unknown(Vec<String>),
}

impl<'a> Codes<'a> {
    pub(crate) fn new(field: &'a Field) -> Self {
        Self { field, judge: Judge::new(field, CaseFold::Tolerant) }
    }

    /// Says whether the field takes several values.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.field.kind, Kind::List { .. })
    }

    /// What stands between the values of a list.
    pub(crate) fn delimiter(&self) -> &str {
        let Kind::List { delimiter, .. } = &self.field.kind else { return ";" };
        delimiter
    }

    /// Says whether the field has a list of codes, or takes countries, years or yes and
    /// no: whether its cells can be told from others.
    pub(crate) fn is_coded(&self) -> bool {
        self.has_codes()
            || self.is_country()
            || matches!(self.field.kind, Kind::Boolean { .. })
    }

    fn has_codes(&self) -> bool {
        let constraints = &self.field.constraints;
        constraints.options.is_some() || constraints.item_options.is_some()
    }

    fn is_country(&self) -> bool {
        matches!(fact_of(&self.field.name), Some(Fact::Citizenship | Fact::Country))
    }

    /// The codes of the field.
    pub(crate) fn codes(&self) -> Vec<&str> {
        let constraints = &self.field.constraints;
        let listed = constraints.options.as_ref().or(constraints.item_options.as_ref());
        listed.map(|codes| codes.iter().map(String::as_str).collect()).unwrap_or_default()
    }

    /// Reads a cell; `own` are words of the table itself.
    pub(crate) fn read(
        &self,
        cell: &str,
        own: &dyn Fn(&str) -> Option<Option<String>>,
    ) -> Coded {
        let cell = cell.trim();
        if cell.is_empty() || self.judge.is_missing(cell.as_bytes()) {
            return Coded::Empty;
        }
        let known = |word: &str| match own(word) {
            Some(Some(code)) => Some(code),
            Some(None) => None,
            None => self.code(word),
        };
        if let Some(code) = known(cell) {
            return if code.is_empty() { Coded::Empty } else { Coded::Codes(vec![code]) };
        }
        if !self.is_list() {
            return Coded::Unknown(vec![cell.to_owned()]);
        }
        let (mut codes, mut unknown) = (Vec::new(), Vec::new());
        for part in parts(cell) {
            match known(part) {
                Some(code) if code.is_empty() || codes.contains(&code) => {}
                Some(code) => codes.push(code),
                None => unknown.push(part.to_owned()),
            }
        }
        // Survey programs put blanks between codes.
        if !unknown.is_empty() {
            let words: Option<Vec<String>> =
                cell.split_whitespace().map(&known).collect();
            if let Some(words) = words.filter(|words| words.len() > 1) {
                return Coded::Codes(words);
            }
        }
        match (unknown.is_empty(), codes.is_empty()) {
            (false, _) => Coded::Unknown(unknown),
            (true, true) => Coded::Empty,
            (true, false) => Coded::Codes(codes),
        }
    }

    /// Finds the code that a word stands for.
    fn code(&self, word: &str) -> Option<String> {
        if self.is_country() {
            if word.eq_ignore_ascii_case("stateless") {
                return Some("stateless".to_owned());
            }
            return place_names::country(word).map(|code| code.as_str().to_owned());
        }
        if let Kind::Boolean { yes, no } = &self.field.kind {
            let listed = |words: &[String]| words.iter().any(|known| known == word);
            let code = match (listed(yes), listed(no)) {
                (true, _) => Some("TRUE"),
                (_, true) => Some("FALSE"),
                _ => {
                    synonyms::code_of(&self.field.name, word).or_else(|| yes_or_no(word))
                }
            };
            return code.map(str::to_owned);
        }
        if self.has_codes() {
            let codes = self.codes();
            if codes.contains(&word) {
                return Some(word.to_owned());
            }
            let folded = self.judge.folded_code(word.as_bytes());
            let folded = folded.and_then(|at| codes.get(at).copied());
            return folded
                .or_else(|| synonyms::code_of(&self.field.name, word))
                .map(str::to_owned);
        }
        if matches!(self.field.kind, Kind::Year) {
            return dates::parse(word, dates::Order::DayFirst)
                .map(|date| date.year.to_string());
        }
        self.judge.kind.parse(word.as_bytes()).is_ok().then(|| word.to_owned())
    }
}

/// Cuts a cell at the signs that people put between values.
pub(crate) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', ',', '|', '/', '\n', '+', '、', '،'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Reads a yes or a no in any of our languages.
pub(crate) fn yes_or_no(word: &str) -> Option<&'static str> {
    synonyms::code_of("con_Consent", word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::profile;

    fn read(field: &str, cell: &str) -> Coded {
        Codes::new(profile("case").unwrap().field(field).unwrap()).read(cell, &|_| None)
    }

    fn codes(list: &[&str]) -> Coded {
        Coded::Codes(list.iter().map(|code| (*code).to_owned()).collect())
    }

    /// Codes are found by name, in the usual misspellings, in other words, and in lists.
    #[test]
    fn finds_codes() {
        assert_eq!(read("prs_Gender", "femme"), codes(&["Feminine"]));
        assert_eq!(read("prs_Gender", "  "), Coded::Empty);
        assert_eq!(read("prs_Gender", "-99"), Coded::Empty);
        assert_eq!(read("prs_Gender", "?"), Coded::Unknown(vec!["?".into()]));
        assert_eq!(
            read("prs_Citizenship", "Kenya / Exampleland"),
            codes(&["KEN", "XXA"])
        );
        assert_eq!(
            read("vic_MethodsOfControl", "debts, passport withheld"),
            codes(&["DebtBondage", "WithholdsDocuments"])
        );
        assert_eq!(
            read("vic_MethodsOfControl", "DebtBondage Physical_Threats"),
            codes(&["DebtBondage", "PhysicalThreats"])
        );
        assert_eq!(read("con_Consent", "oui"), codes(&["TRUE"]));
        assert_eq!(read("year", "12.03.2021"), codes(&["2021"]));
        assert_eq!(
            read("reporting_entity", "Example Shelter"),
            codes(&["Example Shelter"])
        );
    }
}
