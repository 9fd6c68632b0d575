//! Workbooks of LibreOffice and others (ISO 26300).

use std::collections::BTreeSet;

use untoc_intake::Refusal;

use super::grid::Grid;
use super::xlsx::names_somebody;
use super::xml::{Element, Node, walk};
use super::{Opened, Parts, SheetName, choose, unreadable};

/// The most cells with a value that may be there by repetition only.
const REPEATED: usize = 2_000_000;

/// Reads a sheet.
pub(super) fn read(
    mut parts: Parts<'_, '_>,
    wanted: Option<&str>,
) -> Result<Opened, Refusal> {
    let text = parts.text("content.xml")?.ok_or_else(|| unreadable("form"))?;
    let sheets = sheets(&text)?;
    let at = choose(&sheets, wanted)?;
    let mut sheet = Sheet { wanted: at, ..Sheet::default() };
    walk(&text, &mut |node| {
        sheet.node(node);
        !sheet.grid.is_too_large()
    })?;
    let mut carries = sheet.carries;
    for (folder, what) in
        [("Pictures/", "pictures"), ("Basic/", "macros"), ("Object", "links")]
    {
        if parts.has_below(folder) {
            carries.insert(what);
        }
    }
    if let Some(text) = parts.text("meta.xml")?
        && names_somebody(&text, &["initial-creator", "creator"])?
    {
        carries.insert("authors");
    }
    let name = sheets.get(at).map(|sheet| sheet.name.clone()).unwrap_or_default();
    Ok(Opened { sheets, sheet: name, grid: sheet.grid, carries, findings: Vec::new() })
}

/// The sheets; which are hidden stands in the styles of their tables.
fn sheets(text: &str) -> Result<Vec<SheetName>, Refusal> {
    let mut sheets: Vec<(String, String)> = Vec::new();
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut style = String::new();
    walk(text, &mut |node| {
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
        true
    })?;
    let named = |(name, style): (String, String)| SheetName {
        name,
        hidden: hidden.contains(&style),
    };
    Ok(sheets.into_iter().map(named).collect())
}

#[derive(Default)]
struct Sheet {
    wanted: usize,
    /// Which table is being read, from 1.
    table: usize,
    depth: usize,
    grid: Grid,
    carries: BTreeSet<&'static str>,
    row: usize,
    row_repeat: usize,
    /// The cells of the row that have a value: column, how often, and text.
    cells: Vec<(usize, usize, String)>,
    column: usize,
    cell: Option<(Option<String>, usize)>,
    text: String,
    paragraphs: usize,
    note: usize,
    /// Cells that are there only because others are repeated.
    repeated: usize,
}

impl Sheet {
    fn is_wanted(&self) -> bool {
        self.depth == 1 && self.table == self.wanted + 1
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
    }

    fn start(&mut self, element: &Element<'_>) {
        match element.name.as_str() {
            "table" => {
                self.depth += 1;
                self.table += usize::from(self.depth == 1);
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
        if element.get("formula").is_some() {
            self.carries.insert("formulas");
        }
        let value = match element.get("value-type").as_deref() {
            Some("float" | "percentage" | "currency") => element.get("value"),
            Some("date") => element.get("date-value"),
            Some("time") => element.get("time-value"),
            Some("boolean") => {
                element.get("boolean-value").map(|text| text.to_uppercase())
            }
            _ => None,
        };
        self.cell = Some((value, repeat));
        self.text.clear();
        self.paragraphs = 0;
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" => self.depth = self.depth.saturating_sub(1),
            "annotation" => self.note = self.note.saturating_sub(1),
            _ if self.note > 0 || !self.is_wanted() => {}
            "table-cell" | "covered-table-cell" => {
                let Some((value, repeat)) = self.cell.take() else { return };
                let text = value.unwrap_or_else(|| std::mem::take(&mut self.text));
                if !text.is_empty() {
                    self.cells.push((self.column, repeat, text));
                }
                self.column = self.column.saturating_add(repeat);
            }
            "table-row" => self.end_row(),
            _ => {}
        }
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        let wide = cells.iter().fold(0, |all: usize, cell| all.saturating_add(cell.1));
        let all = wide.saturating_mul(self.row_repeat);
        self.repeated = self.repeated.saturating_add(all.saturating_sub(cells.len()));
        if self.repeated > REPEATED {
            self.grid.refuse();
        } else if !cells.is_empty() {
            for row in 0..self.row_repeat {
                self.grid.row(self.row.saturating_add(row));
                for (column, repeat, text) in &cells {
                    for more in 0..*repeat {
                        self.grid.cell(column.saturating_add(more), text);
                        if self.grid.is_too_large() {
                            return;
                        }
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeat);
    }
}
