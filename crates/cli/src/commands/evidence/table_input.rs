//! A table that the user named: how it is laid out, and which profile it follows.

use std::path::Path;

use clap::Args;
use untoc_core::Finding;
use untoc_evidence::{
    Dialect, Encoding, Reading, Source, Table, TableSchema, profile, profiles,
    question_schema, read_schema,
};
use untoc_intake::Refusal;

use super::source::FileSource;
use super::table::{Loaded, load, of_file, of_sheet, unreadable};
use crate::error::CommandError;
use crate::inputs;
use crate::world::World;

/// How a table is laid out, where that is not recognized.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct LayoutOptions {
    /// The encoding, such as windows-1252
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The character between the cells; "tab" for a tab
    #[arg(long, value_name = "CHARACTER")]
    delimiter: Option<String>,
    /// The row that names the columns, from 1; 0 if there is none; more than once for several
    #[arg(long, value_name = "ROW")]
    header_row: Vec<usize>,
    /// The sheet of a workbook; the first that is visible if absent
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
}

impl LayoutOptions {
    /// Returns the name of the sheet, if one was named.
    pub(super) fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Returns what is known about the layout beforehand.
    pub(super) fn dialect(&self) -> Result<Dialect, CommandError> {
        let encoding = match &self.encoding {
            None => None,
            Some(name) => Some(Encoding::from_name(name).ok_or_else(|| {
                CommandError::usage(format!("the encoding \"{name}\" is not known"))
                    .hint("write utf-8, utf-16le, windows-1252, iso-8859-2, gb18030 or another name of the web")
            })?),
        };
        let delimiter = match self.delimiter.as_deref() {
            None => None,
            Some("tab" | "\\t") => Some(b'\t'),
            Some(text) => match text.as_bytes() {
                [one] if one.is_ascii() => Some(*one),
                _ => {
                    let error = CommandError::usage(format!(
                        "the cells cannot be separated by \"{text}\""
                    ));
                    return Err(error.hint("name one character: --delimiter \";\""));
                }
            },
        };
        let header_rows = match self.header_row.as_slice() {
            [] => None,
            [0] => Some(Vec::new()),
            rows => Some(rows.to_vec()),
        };
        Ok(Dialect { encoding, delimiter, header_rows, ..Dialect::default() })
    }
}

/// Finds the profile or reads the schema that was named, and what is wrong with it.
///
/// The id of a question stands for its table.
pub(super) fn named_schema(
    name: &str,
    world: &World,
) -> Result<(TableSchema, Vec<Finding>), CommandError> {
    if let Some(profile) = profile(name) {
        return Ok((profile.clone(), Vec::new()));
    }
    if let Some((plan, slot)) = world.library.find_question(name)
        && !plan.columns(slot).is_empty()
    {
        return Ok((question_schema(name, plan.columns(slot), None), Vec::new()));
    }
    let path = Path::new(name);
    if path.extension().is_none() && !path.exists() {
        let names: Vec<&str> = profiles().iter().map(|p| p.name.as_str()).collect();
        return Err(CommandError::usage(format!("there is no profile \"{name}\""))
            .hint(format!("the profiles are: {}", names.join(", ")))
            .hint("name a file with a Table Schema to use your own, or a question whose answer is a table"));
    }
    let text = inputs::read_text(path)?;
    let json = serde_json::from_str(&text).map_err(|error| {
        CommandError::usage(format!("{} is no JSON: {error}", inputs::name_of(path)))
            .hint("a Table Schema is a JSON object with a list \"fields\"")
    })?;
    let (schema, mut findings) = read_schema(&json, "");
    for finding in &mut findings {
        finding.set_file(&inputs::name_of(path));
    }
    Ok((schema, findings))
}

/// A table on the disk, open for reading.
pub(super) struct OpenTable {
    file: FileSource,
    loaded: Loaded,
    dialect: Dialect,
}

impl OpenTable {
    /// Opens the file.
    pub(super) fn open(
        path: &Path,
        layout: &LayoutOptions,
    ) -> Result<Self, CommandError> {
        let dialect = layout.dialect()?;
        let file = FileSource::open(path)?;
        let loaded = match load(&file, layout.sheet()) {
            Ok(loaded) => loaded,
            Err(Refusal::Finding(finding)) => {
                return Err(inputs::refused(&inputs::name_of(path), vec![*finding]));
            }
            Err(Refusal::Io(error)) => return Err(unreadable(path, &error)),
        };
        let dialect = match loaded {
            Loaded::File => of_file(path, &dialect),
            Loaded::Sheet(_) => of_sheet(&dialect),
        };
        Ok(Self { file, loaded, dialect })
    }

    /// Works out the layout.
    pub(super) fn table(&self, path: &Path) -> Result<Table<'_>, CommandError> {
        let source: &dyn Source = match &self.loaded {
            Loaded::File => &self.file,
            Loaded::Sheet(book) => &book.csv,
        };
        Table::open(source, &self.dialect).map_err(|error| unreadable(path, &error))
    }

    /// Returns how the table is read.
    pub(super) fn reading(&self) -> Reading<'_> {
        Reading { dialect: &self.dialect, ..Reading::default() }
    }
}
