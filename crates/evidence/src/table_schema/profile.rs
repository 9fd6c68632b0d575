//! What our profiles say beyond Table Schema, in properties that begin with `x-`.

use serde_json::Value;

use super::object::{Faults, Object};

/// What a column says about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It names or reaches a person.
    Direct,
    /// Together with others it can single a person out.
    Quasi,
    /// It must not become known of a person.
    Sensitive,
    /// It counts something.
    Count,
    /// None of these.
    Other,
}

/// How names and codes that are slightly different are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CaseFold {
    /// As they stand.
    #[default]
    Exact,
    /// Without regard to case, blanks and underscores, and under their other names.
    Tolerant,
}

/// A rule about several cells of a row: one sum is at most another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRule {
    /// A stable name.
    pub name: String,
    /// The fields that are added up.
    pub sum: Vec<String>,
    /// The fields whose sum must not be exceeded.
    pub at_most: Vec<String>,
}

/// An article, and the questions about it, that a table can support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The instrument.
    pub instrument: String,
    /// The article.
    pub article: String,
}

impl Role {
    /// Returns the name in schemas.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Quasi => "quasi",
            Self::Sensitive => "sensitive",
            Self::Count => "count",
            Self::Other => "none",
        }
    }

    /// The names of the roles.
    pub const NAMES: [&'static str; 5] =
        ["direct", "quasi", "sensitive", "count", "none"];

    /// Finds a role by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "direct" => Some(Self::Direct),
            "quasi" => Some(Self::Quasi),
            "sensitive" => Some(Self::Sensitive),
            "count" => Some(Self::Count),
            "none" => Some(Self::Other),
            _ => None,
        }
    }
}

pub(super) fn read_role(object: Object<'_>, faults: &mut Faults) -> Option<Role> {
    let name = object.text("x-disclosure", faults)?;
    let role = Role::from_name(name);
    if role.is_none() {
        faults.not_allowed(&object.at("x-disclosure"), name, &Role::NAMES);
    }
    role
}

pub(super) fn read_rules(object: Object<'_>, faults: &mut Faults) -> Vec<RowRule> {
    let mut rules = Vec::new();
    let key = "x-rules";
    for (at, item) in object.array(key, faults).unwrap_or_default().iter().enumerate() {
        let path = format!("{}/{at}", object.at(key));
        let Some(map) = as_object(item, &path, faults) else { continue };
        let rule = Object { map, path: &path };
        let name =
            rule.text("name", faults).map_or_else(|| at.to_string(), str::to_owned);
        let sum = rule.texts("sum", faults).unwrap_or_default();
        let at_most = rule.texts("atMost", faults).unwrap_or_default();
        if sum.is_empty() {
            faults.missing(&path, "sum");
        }
        if at_most.is_empty() {
            faults.missing(&path, "atMost");
        }
        rules.push(RowRule { name, sum, at_most });
    }
    rules
}

pub(super) fn read_supports(object: Object<'_>, faults: &mut Faults) -> Vec<Support> {
    let mut supports = Vec::new();
    let key = "x-supports";
    for (at, item) in object.array(key, faults).unwrap_or_default().iter().enumerate() {
        let path = format!("{}/{at}", object.at(key));
        let Some(map) = as_object(item, &path, faults) else { continue };
        let support = Object { map, path: &path };
        let instrument = support.text("instrument", faults).unwrap_or_default();
        for article in support.texts("articles", faults).unwrap_or_default() {
            let instrument = instrument.to_owned();
            supports.push(Support { instrument, article });
        }
    }
    supports
}

fn as_object<'j>(
    value: &'j Value,
    path: &str,
    faults: &mut Faults,
) -> Option<&'j serde_json::Map<String, Value>> {
    let map = value.as_object();
    if map.is_none() {
        faults.wrong_type(path, value, "object");
    }
    map
}
