//! The proposal: a field for each column.

use serde_json::{Map, Value, json};

use super::candidates::{CANDIDATES, Candidate, NOTHING};
use super::column::Traits;
use super::{Inferred, InferredColumn};
use crate::disclosure::Roles;
use crate::encoding::Confidence;
use crate::fields::Kind;
use crate::table::Table;
use crate::table_schema::Role;

/// From how many rows on something is taken for a rule and not for chance.
const ENOUGH: usize = 20;
/// The most values of a column with choices, and how often each must come.
const CHOICES: (usize, usize) = (20, 5);
/// Words in the name of a column with years.
const YEAR: [&str; 9] =
    ["year", "año", "ano", "année", "annee", "год", "года", "年", "سنة"];

/// Proposes a schema.
pub(super) fn propose(table: &Table<'_>, columns: &[Traits], rows: usize) -> Inferred {
    let roles = Roles::new(&table.layout, None, &[], &[]);
    let names = names(table);
    let mut fields = Vec::new();
    let mut told = Vec::new();
    let mut key = None;
    for (at, (traits, name)) in columns.iter().zip(names).enumerate() {
        let role = roles.of.get(at).copied().unwrap_or(Role::Other);
        let proposal = Proposal::new(traits, &name, role);
        if proposal.is_key(rows) && key.is_none() {
            key = Some(name.clone());
        }
        fields.push(proposal.field(rows));
        let (kind, confidence) = (proposal.kind_name(), proposal.confidence);
        told.push(InferredColumn { name, kind, confidence });
    }
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
    });
    if let (Some(key), Some(map)) = (key, schema.as_object_mut()) {
        map.insert("primaryKey".to_owned(), json!([key]));
    }
    Inferred { schema, columns: told }
}

/// The labels; a label that is blank or stands there again gets its number.
fn names(table: &Table<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for at in 0..table.width() {
        let label = match table.layout.labels.get(at) {
            Some(label) if !label.trim().is_empty() => label.clone(),
            _ => table.layout.label(at),
        };
        let mut name = label.clone();
        let mut number = at + 1;
        while names.contains(&name) {
            name = format!("{label} {number}");
            number += 1;
        }
        names.push(name);
    }
    names
}

struct Proposal<'a> {
    traits: &'a Traits,
    name: &'a str,
    role: Role,
    /// The type; none for text.
    candidate: Option<&'static Candidate>,
    year: bool,
    confidence: Confidence,
}

impl<'a> Proposal<'a> {
    fn new(traits: &'a Traits, name: &'a str, role: Role) -> Self {
        let fitting = |at: usize| traits.fits.get(&at).copied().unwrap_or(0);
        let all = traits.filled;
        let mut candidate = None;
        let mut slips = false;
        // Codes with a zero at the beginning are texts, whatever they look like.
        if all > 0 && traits.zeros == 0 {
            let whole = CANDIDATES.iter().enumerate().find(|(at, _)| fitting(*at) == all);
            let nearly = || {
                let enough = |at: usize| all >= ENOUGH && fitting(at) * 100 >= all * 95;
                CANDIDATES.iter().enumerate().find(|(at, _)| enough(*at))
            };
            slips = whole.is_none();
            candidate = whole.or_else(nearly).map(|(_, candidate)| candidate);
        }
        let day_and_month = |pattern: &str| {
            let of = |c: &Candidate| c.extra.first().is_some_and(|(_, f)| *f == pattern);
            CANDIDATES.iter().position(of).is_some_and(|at| fitting(at) == all)
        };
        let either = candidate.is_some_and(|c| c.extra == [("format", "%d/%m/%Y")])
            && day_and_month("%m/%d/%Y");
        let words = name.to_lowercase();
        let named = YEAR.iter().any(|word| {
            words == *word
                || words.split(|c: char| !c.is_alphabetic()).any(|w| w == *word)
        });
        let confidence = match (candidate.is_some(), all) {
            _ if either => Confidence::Guess,
            (true, _) if slips => Confidence::Guess,
            (_, 0..10) => Confidence::Guess,
            (_, 10..100) => Confidence::Likely,
            (_, _) => Confidence::Certain,
        };
        let year = named && all > 0 && traits.years == all;
        Self { traits, name, role, candidate, year, confidence }
    }

    fn kind_name(&self) -> &'static str {
        match self.candidate {
            _ if self.year => "year",
            Some(candidate) => candidate.kind.name(),
            None if self.traits.filled == 0 && self.traits.nothing.is_empty() => "any",
            None => "string",
        }
    }

    fn is_typed(&self) -> bool {
        !matches!(self.candidate.map(|c| &c.kind), None | Some(Kind::String(_)))
    }

    /// Each row has its own value, and the values name something.
    fn is_key(&self, rows: usize) -> bool {
        let whole = matches!(self.candidate.map(|c| &c.kind), Some(Kind::Integer(_)));
        let text = !self.is_typed() && self.role != Role::Direct;
        rows >= ENOUGH
            && self.traits.filled == rows
            && self.traits.is_unique()
            && (text || (whole && !self.year && self.role == Role::Other))
    }

    fn field(&self, rows: usize) -> Value {
        let mut field = Map::new();
        field.insert("name".to_owned(), self.name.into());
        field.insert("type".to_owned(), self.kind_name().into());
        for (key, value) in
            self.candidate.iter().flat_map(|c| c.extra).filter(|_| !self.year)
        {
            field.insert((*key).to_owned(), (*value).into());
        }
        let missing = self.missing();
        if !missing.is_empty() {
            let all: Vec<&str> =
                [""].into_iter().chain(missing.iter().copied()).collect();
            field.insert("missingValues".to_owned(), json!(all));
        }
        let constraints = self.constraints(rows, !missing.is_empty());
        if !constraints.is_empty() {
            field.insert("constraints".to_owned(), Value::Object(constraints));
        }
        let role = match self.role {
            Role::Direct => Some("direct"),
            Role::Quasi => Some("quasi"),
            Role::Sensitive => Some("sensitive"),
            Role::Count => Some("count"),
            Role::Other => None,
        };
        if let Some(role) = role {
            field.insert("x-disclosure".to_owned(), role.into());
        }
        field.insert("x-confidence".to_owned(), self.confidence.as_str().into());
        Value::Object(field)
    }

    /// The words for nothing, unless they are values like others.
    fn missing(&self) -> Vec<&'static str> {
        let words = self.traits.nothing.keys().filter_map(|at| NOTHING.get(*at));
        let codes = self.traits.are_codes();
        words.copied().filter(|word| !(codes && *word == "NA")).collect()
    }

    fn constraints(&self, rows: usize, nothing: bool) -> Map<String, Value> {
        let mut constraints = Map::new();
        if rows < ENOUGH {
            return constraints;
        }
        if self.traits.empty == 0 && !nothing && self.traits.filled > 0 {
            constraints.insert("required".to_owned(), true.into());
        }
        if self.is_key(rows) {
            constraints.insert("unique".to_owned(), true.into());
        } else if !self.is_typed() && !self.year && self.role != Role::Direct {
            let missing = self.missing();
            let listed = self.traits.choices(CHOICES.0, CHOICES.1).unwrap_or_default();
            let values: Vec<&str> =
                listed.into_iter().filter(|value| !missing.contains(value)).collect();
            if !values.is_empty() {
                constraints.insert("enum".to_owned(), json!(values));
            }
        }
        constraints
    }
}
