//! Workbooks of Excel (ISO 29500).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

use super::dates::{Epoch, iso};
use super::parts::Parts;
use super::styles::{self, Shown};
use super::xml::Node;
use super::{CELL, CellForm, Cells, SHEETS, SheetCell, SheetName, unreadable};
use crate::limits::Refusal;

/// What the sheets of a workbook share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// Where each sheet stands.
    paths: Vec<Option<String>>,
    strings: Strings,
    styles: Vec<Shown>,
    epoch: Epoch,
}

/// Reads the list of sheets and what they share.
pub(super) fn open<R: Read + Seek>(
    parts: &mut Parts<R>,
    carries: &mut BTreeSet<&'static str>,
) -> Result<(Vec<SheetName>, Shared), Refusal> {
    let (sheets, ids, epoch) = sheets(parts)?;
    let targets = targets_of(parts)?;
    let strings = strings(parts)?;
    let styles = styles::read(parts, "xl/styles.xml")?;
    carried(parts, carries)?;
    let paths = ids.iter().map(|id| targets.get(id).cloned()).collect();
    Ok((sheets, Shared { paths, strings, styles, epoch }))
}

/// Reads one sheet.
pub(super) fn read<R: Read + Seek>(
    parts: &mut Parts<R>,
    shared: &Shared,
    at: usize,
    carries: &mut BTreeSet<&'static str>,
    cells: &mut dyn Cells,
) -> Result<(), Refusal> {
    let path = shared.paths.get(at).and_then(Option::as_deref);
    let path = path.ok_or_else(|| unreadable("form"))?;
    let mut sheet = Sheet {
        shared,
        cells,
        carries,
        cell: None,
        row: 0,
        column: 0,
        text: String::new(),
        taking: false,
        phonetic: 0,
    };
    let found = parts.walk(path, &mut |node| {
        sheet.node(node);
        !sheet.cells.is_full()
    })?;
    if found { Ok(()) } else { Err(unreadable("form")) }
}

type Sheets = (Vec<SheetName>, Vec<String>, Epoch);

fn sheets<R: Read + Seek>(parts: &mut Parts<R>) -> Result<Sheets, Refusal> {
    let (mut sheets, mut ids, mut epoch) = (Vec::new(), Vec::new(), Epoch::Of1900);
    parts.walk_small("xl/workbook.xml", &mut |node| {
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
        sheets.len() <= SHEETS
    })?;
    if sheets.len() > SHEETS {
        return Err(unreadable("size"));
    }
    Ok((sheets, ids, epoch))
}

/// The files that the ids of a workbook stand for.
fn targets_of<R: Read + Seek>(
    parts: &mut Parts<R>,
) -> Result<BTreeMap<String, String>, Refusal> {
    let mut targets = BTreeMap::new();
    parts.walk_small("xl/_rels/workbook.xml.rels", &mut |node| {
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
        targets.len() <= SHEETS
    })?;
    if targets.len() > SHEETS {
        return Err(unreadable("size"));
    }
    Ok(targets)
}

/// The texts that cells refer to, in one piece.
#[derive(Debug, Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

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

/// Reads the texts that cells refer to; they may take as much memory as a small part.
fn strings<R: Read + Seek>(parts: &mut Parts<R>) -> Result<Strings, Refusal> {
    let most = parts.limits().strings;
    let bytes = usize::try_from(parts.limits().small_part).unwrap_or(usize::MAX);
    let mut strings = Strings::default();
    let (mut taking, mut phonetic) = (false, 0_usize);
    let is_full =
        |strings: &Strings| strings.ends.len() > most || strings.text.len() > bytes;
    parts.walk("xl/sharedStrings.xml", &mut |node| {
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
        !is_full(&strings)
    })?;
    if is_full(&strings) {
        return Err(unreadable("size"));
    }
    Ok(strings)
}

/// What a workbook holds besides cells.
fn carried<R: Read + Seek>(
    parts: &mut Parts<R>,
    carries: &mut BTreeSet<&'static str>,
) -> Result<(), Refusal> {
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
    if names_somebody(parts, "docProps/core.xml", &["creator", "lastModifiedBy"])? {
        carries.insert("authors");
    }
    Ok(())
}

/// Says whether one of some elements holds a text.
pub(super) fn names_somebody<R: Read + Seek>(
    parts: &mut Parts<R>,
    path: &str,
    elements: &[&str],
) -> Result<bool, Refusal> {
    let (mut inside, mut found) = (false, false);
    parts.walk_small(path, &mut |node| {
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
    shared: &'a Shared,
    cells: &'a mut dyn Cells,
    carries: &'a mut BTreeSet<&'static str>,
    /// The kind and the style of the cell that is being read.
    cell: Option<Begun>,
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
                    self.cells.row(self.row);
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
                    let kind = element.get("t").unwrap_or_default();
                    self.cell = Some(Begun { kind, style, formula: false });
                    self.text.clear();
                }
                "f" => {
                    self.carries.insert("formulas");
                    if let Some(cell) = &mut self.cell {
                        cell.formula = true;
                    }
                }
                "mergeCell" => {
                    if let Some(range) = element.get("ref") {
                        self.cells.merged(&range);
                    }
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
                if self.text.len() > CELL {
                    self.cells.refuse();
                }
            }
        }
    }

    fn end_cell(&mut self) {
        let Some(Begun { kind, style, formula }) = self.cell.take() else { return };
        let text = std::mem::take(&mut self.text);
        let shown = self.shared.styles.get(style).copied().unwrap_or_default();
        let (value, form) = match kind.as_str() {
            "s" => {
                let at = text.trim().parse::<usize>().ok();
                let text = at.and_then(|at| self.shared.strings.get(at));
                (unescape(text.unwrap_or_default()), CellForm::Text)
            }
            "b" => {
                let word = if text.trim() == "1" { "TRUE" } else { "FALSE" };
                (word.into(), CellForm::Truth)
            }
            "d" => (text.into(), CellForm::Date),
            "inlineStr" | "str" | "e" => (unescape(&text), CellForm::Text),
            _ => {
                let (text, form) = number(&text, shown, self.shared.epoch);
                (text.into(), form)
            }
        };
        if !value.is_empty() {
            let (column, text) = (self.column, &*value);
            self.cells.cell(SheetCell { column, text, form, formula });
        }
        self.column = self.column.saturating_add(1);
    }
}

/// A cell that has begun: its kind, its style, and whether it is worked out.
struct Begun {
    kind: String,
    style: usize,
    formula: bool,
}

/// Takes back what workbooks do to characters that XML cannot hold: `_x0007_`.
fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from.get(2..6).filter(|_| from.get(6..7) == Some("_"));
        let hex = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let number = hex.and_then(|code| u32::from_str_radix(code, 16).ok());
        match number.and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out.into()
}

/// Writes a number as it is shown, as far as that changes what it means.
fn number(text: &str, shown: Shown, epoch: Epoch) -> (String, CellForm) {
    let text = text.trim();
    match shown {
        Shown::Plain => (text.to_owned(), CellForm::Number),
        Shown::Date => match text.parse().ok().and_then(|serial| iso(serial, epoch)) {
            Some(date) => (date, CellForm::Date),
            None => (text.to_owned(), CellForm::Number),
        },
        Shown::Zeros(digits) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            (format!("{text:0>digits$}"), CellForm::Text)
        }
        Shown::Zeros(_) => (text.to_owned(), CellForm::Number),
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
        let of = |text, shown| number(text, shown, Epoch::Of1900).0;
        assert_eq!(of("204", Shown::Zeros(4)), "0204");
        assert_eq!(of("45292", Shown::Date), "2024-01-01");
        assert_eq!(of("1.5", Shown::Plain), "1.5");
    }

    /// Characters that XML cannot hold come back, and what only looks alike stays.
    #[test]
    fn takes_escapes_back() {
        for (text, plain) in [
            ("a_x0007_b", "a\u{7}b"),
            ("_x005F_x0041_", "_x0041_"),
            ("_xyz_ _x12", "_xyz_ _x12"),
            ("_xD800_", "_xD800_"),
        ] {
            assert_eq!(unescape(text), plain);
        }
    }
}
