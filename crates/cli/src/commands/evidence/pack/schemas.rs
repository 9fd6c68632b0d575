//! What each table should hold, as the user said it.

use std::path::Path;

use untoc_evidence::TableSchema;

use crate::commands::evidence::table_input::named_schema;
use crate::error::CommandError;
use crate::world::World;

/// The schemas of tables: one for all, or some of their own.
#[derive(Default)]
pub(crate) struct Schemas {
    all: Option<TableSchema>,
    own: Vec<(String, TableSchema)>,
}

impl Schemas {
    /// Reads what was said: `NAME` for all tables, `FILE=NAME` for one.
    pub(crate) fn named(texts: &[String], world: &World) -> Result<Self, CommandError> {
        let mut schemas = Self::default();
        for text in texts {
            match text.split_once('=') {
                Some((file, name)) => {
                    let (schema, _) = named_schema(name.trim(), world)?;
                    schemas.own.push((file.trim().to_owned(), schema));
                }
                None => schemas.all = Some(named_schema(text, world)?.0),
            }
        }
        Ok(schemas)
    }

    /// Returns the schema of a file.
    pub(crate) fn of(&self, path: &Path) -> Option<&TableSchema> {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let own = self.own.iter().find(|(file, _)| {
            Path::new(file) == path || name.as_deref() == Some(file.as_str())
        });
        own.map(|(_, schema)| schema).or(self.all.as_ref())
    }

    /// Returns the schema of all tables that have none of their own.
    pub(crate) fn of_all(&self) -> Option<&TableSchema> {
        self.all.as_ref()
    }
}
