//! Does a table expose a person.
//!
//! Columns that name or reach a person, by their names and by their content; rows that
//! few others are like; secrets that all rows of one description share; counts that are
//! small or follow from others. What comes out is a [`Verdict`] with its reasons; a
//! passed check is no proof that nobody can be recognized.

pub(crate) mod cells;
mod classes;
mod findings;
mod roles;
mod synthetic;
mod versions;
mod work;

use std::io;

use untoc_core::Finding;

use self::cells::Cell;
use self::classes::Classes;
pub(crate) use self::roles::Roles;
pub use self::synthetic::Synthetic;
use self::work::{LookWork, Plan};
use crate::columns::match_fields;
use crate::look::column::Look;
use crate::scan::scan;
use crate::table::{Reading, Table};
use crate::table_schema::{Role, TableSchema};

/// Who is to see a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// The authority that it is handed to, and nobody else.
    #[default]
    Restricted,
    /// Everybody.
    Public,
}

impl Audience {
    /// Returns the word on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Public => "public",
        }
    }
}

/// How much must hold before a table may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// The least rows that share a description.
    pub rows: usize,
    /// The least different values of a secret among rows of one description.
    pub secrets: usize,
    /// The least count that may be shown.
    pub count: usize,
}

impl Thresholds {
    /// Returns the usual thresholds for an audience.
    pub fn of(audience: Audience) -> Self {
        match audience {
            Audience::Restricted => Self { rows: 5, secrets: 2, count: 5 },
            Audience::Public => Self { rows: 11, secrets: 2, count: 11 },
        }
    }
}

/// What the privacy check is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// Who is to see the table.
    pub audience: Audience,
    /// The thresholds for the authority.
    pub restricted: Thresholds,
    /// The thresholds for everybody.
    pub public: Thresholds,
    /// The provider declares that no row is a person.
    pub synthetic: Option<Synthetic>,
    /// What columns say about a person, by their labels; this goes before all else.
    pub roles: Vec<(String, Role)>,
    /// Rows are cases of persons, which never go to the public.
    pub restricted_only: bool,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            audience: Audience::Restricted,
            restricted: Thresholds::of(Audience::Restricted),
            public: Thresholds::of(Audience::Public),
            synthetic: None,
            roles: Vec::new(),
            restricted_only: false,
        }
    }
}

impl Question {
    fn thresholds(&self) -> Thresholds {
        match self.audience {
            Audience::Restricted => self.restricted,
            Audience::Public => self.public,
        }
    }
}

/// Who may see a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nobody; something must be changed first.
    Blocked,
    /// The authority only.
    AuthorityOnly,
    /// Everybody.
    Publishable,
}

impl Verdict {
    /// Returns the word in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::AuthorityOnly => "authority-only",
            Self::Publishable => "publishable",
        }
    }
}

/// What the privacy check found.
#[derive(Debug, Clone)]
pub struct Disclosure {
    /// Who may see the table.
    pub verdict: Verdict,
    /// All findings, without the name of the file; also hints about cells that a
    /// spreadsheet has changed.
    pub findings: Vec<Finding>,
    /// The columns that together describe a person.
    pub describing: Vec<String>,
    /// The fewest rows that share a description; a missing value is a value of its own.
    pub smallest: Option<usize>,
    /// The same, if a missing value may be any value.
    pub smallest_with_wildcards: Option<usize>,
    /// What was asked for.
    pub audience: Audience,
    /// How much must hold for that audience.
    pub thresholds: Thresholds,
    /// Rows that fewer than 3, 5 and 11 rows are like.
    pub rows_below: [usize; 3],
    /// The rows.
    pub rows: usize,
}

/// What was seen in a table.
pub(crate) struct Sight {
    pub(crate) roles: Roles,
    pub(crate) columns: Vec<Look>,
    pub(crate) classes: Classes,
    pub(crate) cells: Vec<Cell>,
    pub(crate) count: Option<usize>,
    pub(crate) keys: Vec<usize>,
    pub(crate) secret: Vec<usize>,
    pub(crate) describing: Vec<usize>,
    pub(crate) rows: usize,
}

/// Checks whether a table exposes a person.
///
/// `matched` says which column holds which field of the schema, as the check of the
/// table found; `earlier` is an earlier version of the same table.
///
/// # Errors
/// When a source cannot be read.
pub fn check_disclosure(
    table: &Table<'_>,
    schema: Option<&TableSchema>,
    matched: &[Option<usize>],
    earlier: Option<&Table<'_>>,
    question: &Question,
    reading: &Reading<'_>,
) -> io::Result<Disclosure> {
    let mut asked = question.clone();
    let by_schema = schema.and_then(|schema| schema.synthetic.clone());
    asked.synthetic = match (asked.synthetic, by_schema) {
        (Some(own), Some(more)) => Some(own.or(more)),
        (own, more) => own.or(more),
    };
    asked.restricted_only |= schema.is_some_and(|schema| schema.restricted);
    let sight = see(table, schema, matched, &asked.roles, reading)?;
    let before = match earlier {
        Some(earlier) => {
            // The earlier version may have its columns in another order.
            let own = schema.map(|schema| match_fields(schema, &earlier.layout).columns);
            let matched = own.as_deref().unwrap_or(matched);
            Some(see(earlier, schema, matched, &asked.roles, reading)?)
        }
        None => None,
    };
    Ok(findings::judge(&sight, before.as_ref(), &asked))
}

fn see(
    table: &Table<'_>,
    schema: Option<&TableSchema>,
    matched: &[Option<usize>],
    given: &[(String, Role)],
    reading: &Reading<'_>,
) -> io::Result<Sight> {
    let roles = Roles::new(&table.layout, schema, matched, given);
    let plan = plan(&roles, schema, matched);
    let mut sight = Sight {
        columns: Vec::new(),
        classes: Classes::default(),
        cells: Vec::new(),
        count: plan.count.as_ref().map(|(at, _)| *at),
        keys: plan.count.as_ref().map(|(_, keys)| keys.clone()).unwrap_or_default(),
        secret: plan.secret.clone(),
        describing: plan.describing.clone(),
        rows: 0,
        roles,
    };
    sight.columns.resize_with(plan.width, Look::default);
    let budget = reading.limits.memory;
    let Sight { columns, classes, cells, rows, .. } = &mut sight;
    scan(&table.input(reading), &|| LookWork::new(&plan), &mut |base, _, out| {
        for (mine, next) in columns.iter_mut().zip(out.columns) {
            mine.merge(base, next);
        }
        classes.merge(base.rows, out.classes, budget);
        cells.extend(
            out.cells.into_iter().map(|cell| Cell { row: base.rows + cell.row, ..cell }),
        );
        *rows += out.rows;
    })?;
    Ok(sight)
}

fn plan(roles: &Roles, schema: Option<&TableSchema>, matched: &[Option<usize>]) -> Plan {
    let width = roles.labels.len();
    let counts = roles.columns(Role::Count);
    // A table with one column of counts counts something; its other columns say what.
    let count = match counts.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let null = roles.null.iter().map(|null| null.clone().into_bytes());
    let null: Vec<Vec<u8>> = null.collect();
    let (mut missing, mut suppressed) = (vec![null; width], Vec::new());
    if let Some(schema) = schema {
        for (field, column) in schema.fields.iter().zip(matched) {
            let Some(at) = column else { continue };
            for text in field.missing.iter().filter(|text| !text.value.is_empty()) {
                let value = text.value.as_bytes().to_vec();
                if Some(*at) == count && text.label.as_deref() == Some("suppressed") {
                    suppressed.push(value.clone());
                }
                if let Some(texts) = missing.get_mut(*at) {
                    texts.push(value);
                }
            }
        }
    }
    let key = |at: &usize| {
        let label = roles.label(*at).to_lowercase();
        Some(*at) != count
            && !label.contains("source")
            && roles.of.get(*at) != Some(&Role::Direct)
    };
    Plan {
        width,
        describing: roles.columns(Role::Quasi),
        secret: roles.columns(Role::Sensitive),
        count: count.map(|count| (count, (0..width).filter(key).collect())),
        missing,
        suppressed,
    }
}
