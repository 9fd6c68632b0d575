//! Workbooks of LibreOffice and others (ISO 26300).

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use super::parts::Parts;
use super::xlsx::names_somebody;
use super::xml::{Element, Node};
use super::{CELL, COLUMNS, CellForm, Cells, SHEETS, SheetCell, SheetName, unreadable};
use crate::limits::Refusal;

/// The document that holds all sheets.
const CONTENT: &str = "content.xml";

/// Reads the list of sheets.
pub(super) fn open<R: Read + Seek>(
    parts: &mut Parts<R>,
    carries: &mut BTreeSet<&'static str>,
) -> Result<Vec<SheetName>, Refusal> {
    let sheets = sheets(parts)?;
    for (folder, what) in
        [("Pictures/", "pictures"), ("Basic/", "macros"), ("Object", "links")]
    {
        if parts.has_below(folder) {
            carries.insert(what);
        }
    }
    if names_somebody(parts, "meta.xml", &["initial-creator", "creator"])? {
        carries.insert("authors");
    }
    Ok(sheets)
}

/// Reads the sheets that are wanted.
pub(super) fn read<R: Read + Seek>(
    parts: &mut Parts<R>,
    carries: &mut BTreeSet<&'static str>,
    cells: &mut dyn Cells,
) -> Result<(), Refusal> {
    let mut sheet = Sheet {
        wanted: false,
        table: 0,
        depth: 0,
        into: cells,
        carries,
        row: 0,
        row_repeat: 1,
        cells: Vec::new(),
        column: 0,
        cell: None,
        text: String::new(),
        paragraphs: 0,
        note: 0,
        left: parts.limits().repeated,
    };
    parts.walk(CONTENT, &mut |node| {
        sheet.node(node);
        !sheet.into.is_full()
    })?;
    Ok(())
}

/// The sheets; which are hidden stands in the styles of their tables.
fn sheets<R: Read + Seek>(parts: &mut Parts<R>) -> Result<Vec<SheetName>, Refusal> {
    let mut sheets: Vec<(String, String)> = Vec::new();
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut style = String::new();
    parts.walk(CONTENT, &mut |node| {
        if let Node::Start(element) = node {
            match element.name.as_str() {
                "style" => style = element.get("name").unwrap_or_default(),
                "table-properties"
                    if element.get("display").as_deref() == Some("false") =>
                {
                    hidden.insert(style.clone());
                }
                "table" => sheets.push((
                    element.get("name").unwrap_or_default(),
                    element.get("style-name").unwrap_or_default(),
                )),
                _ => {}
            }
        }
        sheets.len() <= SHEETS && hidden.len() <= SHEETS
    })?;
    if sheets.len() > SHEETS || hidden.len() > SHEETS {
        return Err(unreadable("size"));
    }
    let named = |(name, style): (String, String)| SheetName {
        name,
        hidden: hidden.contains(&style),
    };
    Ok(sheets.into_iter().map(named).collect())
}

struct Sheet<'a> {
    /// Whether the table that is being read is wanted.
    wanted: bool,
    /// Which table is being read, from 1.
    table: usize,
    depth: usize,
    into: &'a mut dyn Cells,
    carries: &'a mut BTreeSet<&'static str>,
    row: usize,
    row_repeat: usize,
    /// The cells of the row that have a value.
    cells: Vec<Valued>,
    column: usize,
    cell: Option<Begun>,
    text: String,
    paragraphs: usize,
    note: usize,
    /// How many more cells may be there only because others are repeated.
    left: usize,
}

/// A cell that has begun.
struct Begun {
    /// Its value, where that stands in an attribute.
    value: Option<String>,
    form: CellForm,
    formula: bool,
    repeat: usize,
}

/// A cell with a value.
struct Valued {
    column: usize,
    repeat: usize,
    text: String,
    form: CellForm,
    formula: bool,
}

impl Sheet<'_> {
    fn is_wanted(&self) -> bool {
        self.depth == 1 && self.wanted
    }

    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Start(element) => self.start(&element),
            Node::End(name) => self.end(&name),
            Node::Text(text) => {
                if self.cell.is_some() && self.paragraphs > 0 && self.note == 0 {
                    self.text.push_str(&text);
                }
            }
        }
        if self.text.len() > CELL || self.cells.len() > COLUMNS {
            self.into.refuse();
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        match element.name.as_str() {
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.wanted = self.into.sheet(self.table);
                    self.table += 1;
                    self.row = 0;
                }
            }
            "annotation" if self.is_wanted() => {
                self.note += 1;
                self.carries.insert("comments");
            }
            _ if self.note > 0 || !self.is_wanted() => {}
            "table-row" => {
                self.row_repeat =
                    element.number("number-rows-repeated").unwrap_or(1).max(1);
                self.cells.clear();
                self.column = 0;
                if matches!(
                    element.get("visibility").as_deref(),
                    Some("collapse" | "filter")
                ) {
                    self.carries.insert("hidden-rows");
                }
            }
            "table-column"
                if element.get("visibility").as_deref() == Some("collapse") =>
            {
                self.carries.insert("hidden-columns");
            }
            "table-cell" | "covered-table-cell" => self.start_cell(element),
            "p" => {
                if self.paragraphs > 0 && !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            "s" => {
                let count = element.number("c").unwrap_or(1).min(1000);
                self.text.extend(std::iter::repeat_n(' ', count));
            }
            "tab" => self.text.push('\t'),
            "line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    fn start_cell(&mut self, element: &Element<'_>) {
        let repeat = element.number("number-columns-repeated").unwrap_or(1).max(1);
        let formula = element.get("formula").is_some();
        if formula {
            self.carries.insert("formulas");
        }
        let wide = element.number("number-columns-spanned").unwrap_or(1);
        let high = element.number("number-rows-spanned").unwrap_or(1);
        if wide > 1 || high > 1 {
            self.into.spans(self.row, self.column, high, wide);
        }
        let (value, form) = match element.get("value-type").as_deref() {
            Some("float" | "percentage" | "currency") => {
                (element.get("value"), CellForm::Number)
            }
            Some("date") => (element.get("date-value"), CellForm::Date),
            Some("time") => (element.get("time-value"), CellForm::Date),
            Some("boolean") => {
                let value = element.get("boolean-value");
                (value.map(|text| text.to_uppercase()), CellForm::Truth)
            }
            _ => (None, CellForm::Text),
        };
        self.cell = Some(Begun { value, form, formula, repeat });
        self.text.clear();
        self.paragraphs = 0;
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" => self.depth = self.depth.saturating_sub(1),
            "annotation" => self.note = self.note.saturating_sub(1),
            _ if self.note > 0 || !self.is_wanted() => {}
            "table-cell" | "covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return };
                let Begun { value, form, formula, repeat } = cell;
                let text = value.unwrap_or_else(|| std::mem::take(&mut self.text));
                if !text.is_empty() {
                    let column = self.column;
                    self.cells.push(Valued { column, repeat, text, form, formula });
                }
                self.column = self.column.saturating_add(repeat);
            }
            "table-row" => self.end_row(),
            _ => {}
        }
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        let wide =
            cells.iter().fold(0, |all: usize, cell| all.saturating_add(cell.repeat));
        let all = wide.saturating_mul(self.row_repeat);
        let Some(left) = self.left.checked_sub(all.saturating_sub(cells.len())) else {
            self.into.refuse();
            return;
        };
        self.left = left;
        let rows = if cells.is_empty() { 0 } else { self.row_repeat };
        for row in 0..rows {
            self.into.row(self.row.saturating_add(row));
            for cell in &cells {
                for more in 0..cell.repeat {
                    self.into.cell(SheetCell {
                        column: cell.column.saturating_add(more),
                        text: &cell.text,
                        form: cell.form,
                        formula: cell.formula,
                    });
                    if self.into.is_full() {
                        return;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeat);
    }
}
