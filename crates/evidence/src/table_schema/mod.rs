//! What a table should hold: Table Schema, versions 1 and 2.

mod field;
mod object;
mod profile;
mod read;

pub(crate) use object::{Faults, Object, cell_text};
pub use profile::{CaseFold, Role, RowRule, Support};
pub use read::read_schema;

use crate::disclosure::Synthetic;
use crate::fields::Kind;

/// What a table should hold.
#[derive(Debug, Clone, Default)]
pub struct TableSchema {
    /// A name, if it has one.
    pub name: String,
    /// A title, if it has one.
    pub title: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// How fields and columns belong together.
    pub fields_match: FieldsMatch,
    /// The fields that together name a row.
    pub primary_key: Vec<String>,
    /// Sets of fields whose values together stand in one row only.
    pub unique_keys: Vec<Vec<String>>,
    /// Fields whose values stand in another table.
    pub foreign_keys: Vec<ForeignKey>,
    /// Rules about several cells of a row.
    pub rules: Vec<RowRule>,
    /// Which articles and questions a table like this can support.
    pub supports: Vec<Support>,
    /// How names and codes that are slightly different are read.
    pub fold: CaseFold,
    /// Says that no row stands for one person: the table is synthetic by design.
    pub synthetic: Option<Synthetic>,
    /// Says that the table may go to the authority at most.
    pub restricted: bool,
    /// Rows are persons, or counts of something.
    pub counts: Option<String>,
}

/// A field: one column of a table.
#[derive(Debug, Clone)]
pub struct Field {
    /// The name.
    pub name: String,
    /// The title, if it has one.
    pub title: String,
    /// The type with its format.
    pub kind: Kind,
    /// What else must hold.
    pub constraints: Constraints,
    /// The texts that stand for no value.
    pub missing: Vec<Missing>,
    /// The values of a category, if it has any.
    pub categories: Option<Vec<String>>,
    /// Other names under which the column is known.
    pub aliases: Vec<String>,
    /// Codes that are known under other names: the other name, then the code.
    pub code_aliases: Vec<(String, String)>,
    /// What the column says about a person.
    pub role: Option<Role>,
    /// The concept of each code, for comparing profiles.
    pub concepts: Vec<(String, String)>,
}

/// A text that stands for no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The text.
    pub value: String,
    /// Why there is no value, if it says so.
    pub label: Option<String>,
}

/// What must hold of a value.
#[derive(Debug, Clone, Default)]
pub struct Constraints {
    /// There must be a value.
    pub required: bool,
    /// No two rows have the same value.
    pub unique: bool,
    /// The least length.
    pub min_length: Option<usize>,
    /// The greatest length.
    pub max_length: Option<usize>,
    /// The least value, as it is written in a cell.
    pub minimum: Option<String>,
    /// The greatest value.
    pub maximum: Option<String>,
    /// What the value must be above.
    pub exclusive_minimum: Option<String>,
    /// What the value must be below.
    pub exclusive_maximum: Option<String>,
    /// A pattern that the whole value must match.
    pub pattern: Option<String>,
    /// The values that are allowed.
    pub options: Option<Vec<String>>,
    /// The values that are allowed in a list.
    pub item_options: Option<Vec<String>>,
    /// A JSON Schema for values of JSON.
    pub json_schema: Option<serde_json::Value>,
}

/// How fields and columns belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FieldsMatch {
    /// The same, in the same order.
    #[default]
    Exact,
    /// The same, in any order.
    Equal,
    /// The table has all fields and perhaps more columns.
    Subset,
    /// The table has no columns but these, perhaps not all.
    Superset,
    /// At least one field is there.
    Partial,
}

/// Fields whose values stand in another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    /// The fields here.
    pub fields: Vec<String>,
    /// The other table; none for this one.
    pub resource: Option<String>,
    /// The fields there.
    pub reference: Vec<String>,
}

impl TableSchema {
    /// Finds a field by its name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
