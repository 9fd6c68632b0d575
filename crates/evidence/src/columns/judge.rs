//! Does a cell hold what its field asks for: the whole answer, one cell at a time.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;
use crate::fields::{Kind, Misfit, Scalar, items};
use crate::pattern::Pattern;
use crate::table_schema::{CaseFold, Field};

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    Missing,
    WrongType,
    WrongFormat,
    Below,
    Above,
    TooShort,
    TooLong,
    Pattern,
    Option,
    Item,
    Schema,
    /// Not wrong: the code with this index in the field's options is meant.
    Folded(usize),
}

/// Judges the cells of one field.
pub(crate) struct Judge {
    pub(crate) kind: Kind,
    missing: Vec<Vec<u8>>,
    pub(crate) required: bool,
    pub(crate) minimum: Option<Bound>,
    pub(crate) maximum: Option<Bound>,
    pub(crate) min_length: Option<usize>,
    pub(crate) max_length: Option<usize>,
    pub(crate) pattern: Option<Pattern>,
    /// The values allowed, as texts or by what they mean.
    pub(crate) options: Option<Options>,
    items: Option<BTreeSet<Vec<u8>>>,
    folded: BTreeMap<String, usize>,
    schema: Option<jsonschema::Validator>,
}

/// An end of a range.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bound {
    pub(crate) value: Scalar,
    /// The end itself is not in the range.
    pub(crate) open: bool,
}

/// Values that are allowed.
#[derive(Debug, Clone)]
pub(crate) enum Options {
    Texts(BTreeSet<Vec<u8>>),
    Values(Vec<Scalar>),
}

impl Judge {
    pub(crate) fn new(field: &Field, fold_codes: CaseFold) -> Self {
        let constraints = &field.constraints;
        let kind = field.kind.clone();
        let bound = |closed: &Option<String>, open: &Option<String>| {
            let read = |text: &Option<String>| kind.parse(text.as_ref()?.as_bytes()).ok();
            let open = read(open).map(|value| Bound { value, open: true });
            open.or_else(|| read(closed).map(|value| Bound { value, open: false }))
        };
        let listed = constraints.options.as_ref().or(field.categories.as_ref());
        let codes = listed.or(constraints.item_options.as_ref());
        let folded = match (fold_codes, codes) {
            (CaseFold::Tolerant, Some(codes)) => folded_codes(field, codes),
            _ => BTreeMap::new(),
        };
        Self {
            missing: field.missing.iter().map(|m| m.value.as_bytes().to_vec()).collect(),
            required: constraints.required,
            minimum: bound(&constraints.minimum, &constraints.exclusive_minimum),
            maximum: bound(&constraints.maximum, &constraints.exclusive_maximum),
            min_length: constraints.min_length,
            max_length: constraints.max_length,
            pattern: constraints.pattern.as_deref().and_then(Pattern::new),
            options: listed.map(|listed| options(&kind, listed)),
            items: constraints
                .item_options
                .as_ref()
                .map(|list| list.iter().map(|item| item.as_bytes().to_vec()).collect()),
            folded,
            schema: constraints
                .json_schema
                .as_ref()
                .and_then(|schema| jsonschema::validator_for(schema).ok()),
            kind,
        }
    }

    /// Says whether a cell stands for no value.
    pub(crate) fn is_missing(&self, cell: &[u8]) -> bool {
        self.missing.iter().any(|missing| missing == cell)
    }

    /// Says whether other texts than the empty one stand for no value.
    pub(crate) fn missing_texts(&self) -> impl Iterator<Item = &[u8]> {
        self.missing.iter().filter(|text| !text.is_empty()).map(Vec::as_slice)
    }

    /// Says what is wrong with a cell, if anything is.
    pub(crate) fn judge(&self, cell: &[u8]) -> Option<Fault> {
        if self.is_missing(cell) {
            return self.required.then_some(Fault::Missing);
        }
        let value = match self.kind.parse(cell) {
            Ok(value) => value,
            Err(Misfit::Type) => return Some(Fault::WrongType),
            Err(Misfit::Format) => return Some(Fault::WrongFormat),
        };
        self.range(value)
            .or_else(|| self.length(cell))
            .or_else(|| {
                let pattern = self.pattern.as_ref()?;
                (!pattern.matches(cell)).then_some(Fault::Pattern)
            })
            .or_else(|| self.option(cell, value))
            .or_else(|| self.item(cell))
            .or_else(|| self.json(cell))
    }

    fn range(&self, value: Scalar) -> Option<Fault> {
        if let Some(Bound { value: least, open }) = self.minimum
            && !(value > least || (!open && value == least))
        {
            return Some(Fault::Below);
        }
        if let Some(Bound { value: most, open }) = self.maximum
            && !(value < most || (!open && value == most))
        {
            return Some(Fault::Above);
        }
        None
    }

    fn length(&self, cell: &[u8]) -> Option<Fault> {
        if self.min_length.is_none() && self.max_length.is_none() {
            return None;
        }
        let length = self.kind.length(cell)?;
        if self.min_length.is_some_and(|least| length < least) {
            return Some(Fault::TooShort);
        }
        self.max_length.is_some_and(|most| length > most).then_some(Fault::TooLong)
    }

    fn option(&self, cell: &[u8], value: Scalar) -> Option<Fault> {
        let allowed = match self.options.as_ref()? {
            Options::Texts(texts) => texts.contains(cell),
            Options::Values(values) => values.contains(&value),
        };
        if allowed {
            return None;
        }
        Some(self.folded_code(cell).map_or(Fault::Option, Fault::Folded))
    }

    fn item(&self, cell: &[u8]) -> Option<Fault> {
        let allowed = self.items.as_ref()?;
        let Kind::List { delimiter, .. } = &self.kind else { return None };
        let mut folded = None;
        for item in items(cell, delimiter) {
            if !allowed.contains(item) {
                match self.folded_code(item) {
                    Some(code) => folded = Some(Fault::Folded(code)),
                    None => return Some(Fault::Item),
                }
            }
        }
        folded
    }

    pub(crate) fn folded_code(&self, cell: &[u8]) -> Option<usize> {
        if self.folded.is_empty() {
            return None;
        }
        self.folded.get(&fold(std::str::from_utf8(cell).ok()?)).copied()
    }

    fn json(&self, cell: &[u8]) -> Option<Fault> {
        let schema = self.schema.as_ref()?;
        let value = serde_json::from_slice(cell).ok()?;
        (!schema.is_valid(&value)).then_some(Fault::Schema)
    }
}

fn options(kind: &Kind, listed: &[String]) -> Options {
    let texts = || listed.iter().map(|text| text.as_bytes().to_vec()).collect();
    let values: Vec<Scalar> =
        listed.iter().filter_map(|text| kind.parse(text.as_bytes()).ok()).collect();
    let text = values.iter().all(|value| *value == Scalar::Text);
    if text { Options::Texts(texts()) } else { Options::Values(values) }
}

fn folded_codes(field: &Field, codes: &[String]) -> BTreeMap<String, usize> {
    let mut folded: BTreeMap<String, usize> =
        codes.iter().enumerate().map(|(at, code)| (fold(code), at)).collect();
    for (alias, code) in &field.code_aliases {
        if let Some(at) = codes.iter().position(|known| known == code) {
            folded.entry(fold(alias)).or_insert(at);
        }
    }
    folded
}
