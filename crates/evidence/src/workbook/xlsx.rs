//! Workbooks of Excel (ISO 29500).

use std::collections::{BTreeMap, BTreeSet};

use untoc_intake::Refusal;

use super::dates::{Epoch, iso};
use super::grid::Grid;
use super::styles::{self, Shown};
use super::xml::{Node, walk};
use super::{Opened, Parts, SMALL_PART, SheetName, choose, unreadable};

/// Reads a sheet.
pub(super) fn read(
    mut parts: Parts<'_, '_>,
    wanted: Option<&str>,
) -> Result<Opened, Refusal> {
    let book = parts.text("xl/workbook.xml")?.unwrap_or_default();
    let (sheets, ids, epoch) = sheets(&book)?;
    let at = choose(&sheets, wanted)?;
    let targets = parts.text("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let targets = targets_of(&targets)?;
    let path = ids.get(at).and_then(|id| targets.get(id));
    let path = path.ok_or_else(|| unreadable("form"))?.clone();
    let strings = match parts.text_within("xl/sharedStrings.xml", SMALL_PART)? {
        Some(text) => strings(&text)?,
        None => Strings::default(),
    };
    let styles = match parts.text_within("xl/styles.xml", SMALL_PART)? {
        Some(text) => styles::read(&text)?,
        None => Vec::new(),
    };
    let mut carries = carried(&mut parts)?;
    let text = parts.text(&path)?.ok_or_else(|| unreadable("form"))?;
    let mut sheet = Sheet {
        strings: &strings,
        styles: &styles,
        epoch,
        grid: Grid::default(),
        carries: BTreeSet::new(),
        cell: None,
        row: 0,
        column: 0,
        text: String::new(),
        taking: false,
        phonetic: 0,
    };
    walk(&text, &mut |node| {
        sheet.node(node);
        !sheet.grid.is_too_large()
    })?;
    carries.extend(sheet.carries);
    let name = sheets.get(at).map(|sheet| sheet.name.clone()).unwrap_or_default();
    Ok(Opened { sheets, sheet: name, grid: sheet.grid, carries, findings: Vec::new() })
}

type Sheets = (Vec<SheetName>, Vec<String>, Epoch);

fn sheets(text: &str) -> Result<Sheets, Refusal> {
    let (mut sheets, mut ids, mut epoch) = (Vec::new(), Vec::new(), Epoch::Of1900);
    walk(text, &mut |node| {
        if let Node::Start(element) = node {
            if element.name == "sheet" {
                let hidden = element.get("state").is_some_and(|state| state != "visible");
                sheets.push(SheetName {
                    name: element.get("name").unwrap_or_default(),
                    hidden,
                });
                ids.push(element.get("id").unwrap_or_default());
            } else if element.name == "workbookPr" && element.flag("date1904") {
                epoch = Epoch::Of1904;
            }
        }
        true
    })?;
    Ok((sheets, ids, epoch))
}

/// The files that the ids of a workbook stand for.
fn targets_of(text: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let mut targets = BTreeMap::new();
    walk(text, &mut |node| {
        if let Node::Start(element) = node
            && element.name == "Relationship"
            && let (Some(id), Some(target)) = (element.get("Id"), element.get("Target"))
        {
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("xl/{target}"),
            };
            targets.insert(id, path);
        }
        true
    })?;
    Ok(targets)
}

/// The texts that cells refer to, in one piece.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

/// The most texts that cells refer to.
const STRINGS: usize = 3_000_000;

impl Strings {
    fn end(&mut self) {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(start.map_or(0, |start| *start as usize)..end)
    }
}

fn strings(text: &str) -> Result<Strings, Refusal> {
    let mut strings = Strings::default();
    let (mut taking, mut phonetic) = (false, 0_usize);
    walk(text, &mut |node| {
        match node {
            Node::Start(element) => match element.name.as_str() {
                "rPh" => phonetic += 1,
                "t" => taking = phonetic == 0,
                _ => {}
            },
            Node::End(name) => match name.as_str() {
                "si" => strings.end(),
                "rPh" => phonetic = phonetic.saturating_sub(1),
                "t" => taking = false,
                _ => {}
            },
            Node::Text(text) => {
                if taking {
                    strings.text.push_str(&text);
                }
            }
        }
        strings.ends.len() <= STRINGS
    })?;
    if strings.ends.len() > STRINGS {
        return Err(unreadable("size"));
    }
    Ok(strings)
}

/// What a workbook holds besides cells.
fn carried(parts: &mut Parts<'_, '_>) -> Result<BTreeSet<&'static str>, Refusal> {
    let mut carries = BTreeSet::new();
    for (folder, what) in [
        ("xl/comments", "comments"),
        ("xl/threadedComments", "comments"),
        ("xl/pivotCache/", "pivot-caches"),
        ("xl/externalLinks/", "links"),
        ("xl/vbaProject", "macros"),
        ("xl/media/", "pictures"),
        ("docProps/custom.xml", "properties"),
    ] {
        if parts.has_below(folder) {
            carries.insert(what);
        }
    }
    if let Some(text) = parts.text("docProps/core.xml")?
        && names_somebody(&text, &["creator", "lastModifiedBy"])?
    {
        carries.insert("authors");
    }
    Ok(carries)
}

/// Says whether one of some elements holds a text.
pub(super) fn names_somebody(text: &str, elements: &[&str]) -> Result<bool, Refusal> {
    let (mut inside, mut found) = (false, false);
    walk(text, &mut |node| {
        match node {
            Node::Start(element) => inside = elements.contains(&element.name.as_str()),
            Node::End(_) => inside = false,
            Node::Text(text) => found |= inside && !text.trim().is_empty(),
        }
        !found
    })?;
    Ok(found)
}

struct Sheet<'a> {
    strings: &'a Strings,
    styles: &'a [Shown],
    epoch: Epoch,
    grid: Grid,
    carries: BTreeSet<&'static str>,
    /// The kind and the style of the cell that is being read.
    cell: Option<(String, usize)>,
    row: usize,
    column: usize,
    text: String,
    taking: bool,
    phonetic: usize,
}

impl Sheet<'_> {
    fn node(&mut self, node: Node<'_>) {
        match node {
            Node::Start(element) => match element.name.as_str() {
                "row" => {
                    let number = element.number("r").map(|row| row.saturating_sub(1));
                    self.row = number.unwrap_or(self.row);
                    self.column = 0;
                    self.grid.row(self.row);
                    if element.flag("hidden") {
                        self.carries.insert("hidden-rows");
                    }
                }
                "col" if element.flag("hidden") => {
                    self.carries.insert("hidden-columns");
                }
                "c" => {
                    let place = element.get("r").and_then(|r| column_of(&r));
                    self.column = place.unwrap_or(self.column);
                    let style = element.number("s").unwrap_or(0);
                    self.cell = Some((element.get("t").unwrap_or_default(), style));
                    self.text.clear();
                }
                "f" => {
                    self.carries.insert("formulas");
                }
                "rPh" => self.phonetic += 1,
                "v" | "t" => self.taking = self.cell.is_some() && self.phonetic == 0,
                _ => {}
            },
            Node::End(name) => match name.as_str() {
                "row" => self.row = self.row.saturating_add(1),
                "rPh" => self.phonetic = self.phonetic.saturating_sub(1),
                "v" | "t" => self.taking = false,
                "c" => self.end_cell(),
                _ => {}
            },
            Node::Text(text) => {
                if self.taking {
                    self.text.push_str(&text);
                }
            }
        }
    }

    fn end_cell(&mut self) {
        let Some((kind, style)) = self.cell.take() else { return };
        let text = std::mem::take(&mut self.text);
        let shown = self.styles.get(style).copied().unwrap_or_default();
        let value = match kind.as_str() {
            "s" => {
                let at = text.trim().parse::<usize>().ok();
                at.and_then(|at| self.strings.get(at)).unwrap_or_default().to_owned()
            }
            "b" => if text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "inlineStr" | "str" | "e" | "d" => text,
            _ => number(&text, shown, self.epoch),
        };
        self.grid.cell(self.column, &value);
        self.column = self.column.saturating_add(1);
    }
}

/// Writes a number as it is shown, as far as that changes what it means.
fn number(text: &str, shown: Shown, epoch: Epoch) -> String {
    let text = text.trim();
    match shown {
        Shown::Plain => text.to_owned(),
        Shown::Date => {
            let date = text.parse().ok().and_then(|serial| iso(serial, epoch));
            date.unwrap_or_else(|| text.to_owned())
        }
        Shown::Zeros(digits) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{text:0>digits$}")
        }
        Shown::Zeros(_) => text.to_owned(),
    }
}

/// Returns the column of a cell such as `AB12`, from 0.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    let mut column = 0_usize;
    for letter in letters {
        column = column.checked_mul(26)?.checked_add(usize::from(letter - b'A') + 1)?;
        if column > 1 << 20 {
            return None;
        }
    }
    column.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of columns are numbers of columns.
    #[test]
    fn reads_places() {
        for (place, column) in
            [("A1", 0), ("Z9", 25), ("AA3", 26), ("XFD1048576", 16_383)]
        {
            assert_eq!(column_of(place), Some(column));
        }
        assert_eq!(column_of("12"), None);
        assert_eq!(column_of("AAAAAAAAAAAA1"), None);
    }

    /// Numbers come out as people see them.
    #[test]
    fn shows_numbers() {
        assert_eq!(number("204", Shown::Zeros(4), Epoch::Of1900), "0204");
        assert_eq!(number("45292", Shown::Date, Epoch::Of1900), "2024-01-01");
        assert_eq!(number("1.5", Shown::Plain, Epoch::Of1900), "1.5");
    }
}
