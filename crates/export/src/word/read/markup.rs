//! From the XML of a document to its paragraphs and tables, as people see them.
//!
//! Text that was inserted as a tracked change counts, text that was deleted does not.
//! Everything that only decorates is left out.

use untoc_intake::{
    XmlElement as Element, XmlFault as Fault, XmlLimits, XmlNode as Node,
    XmlNodes as Nodes,
};

/// How much of a part of a document is read.
pub(super) const LIMITS: XmlLimits = XmlLimits { depth: 200, nodes: 600_000 };

/// Paragraphs and tables in their order.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    /// How many tracked insertions there are.
    pub(super) inserted: usize,
    /// How many tracked deletions there are.
    pub(super) deleted: usize,
}

#[derive(Debug)]
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: String,
    pub(super) text: String,
    pub(super) controls: Vec<Control>,
    pub(super) bookmarks: Vec<String>,
    /// The ids of comments on it.
    pub(super) comments: Vec<String>,
    /// The texts in boxes that float over it.
    pub(super) boxes: Vec<String>,
    /// Whether it has a picture or an embedded object.
    pub(super) picture: bool,
    /// Whether its end was deleted as a tracked change, so that the next one follows on.
    joined: bool,
}

/// A content control.
#[derive(Debug, Default, Clone)]
pub(super) struct Control {
    pub(super) tag: String,
    pub(super) text: String,
    pub(super) placeholder: bool,
    /// Whether it is ticked, for a box.
    pub(super) checked: Option<bool>,
    /// The date chosen in a calendar.
    pub(super) full_date: Option<String>,
    /// Whether it is a list or a date, and not just text.
    pub(super) chooses: bool,
}

#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Whether it stands again on every page.
    pub(super) head: bool,
    deleted: bool,
}

#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) blocks: Vec<Block>,
}

impl Cell {
    /// Walks through the paragraphs of the cell itself.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) => None,
        })
    }

    /// Returns the text of the cell, a line for each paragraph.
    pub(super) fn text(&self) -> String {
        let lines: Vec<&str> = self.paragraphs().map(|p| p.text.as_str()).collect();
        lines.join("\n")
    }
}

impl Row {
    /// Walks through the paragraphs of all cells.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.cells.iter().flat_map(Cell::paragraphs)
    }
}

/// Reads `word/document.xml`, or another part with paragraphs in it.
pub(super) fn read(text: &str) -> Result<Document, Fault> {
    let mut parser = Parser::of(text);
    let mut blocks = Vec::new();
    parser.blocks(None, &mut blocks)?;
    Ok(Document { blocks, ..parser.document })
}

/// Reads the comments: id, author and text.
pub(super) fn read_comments(text: &str) -> Result<Vec<(String, String, String)>, Fault> {
    let mut parser = Parser::of(text);
    let mut comments = Vec::new();
    while let Some(node) = parser.nodes.node()? {
        if let Node::Start(element) = node
            && element.name == "comment"
        {
            let id = element.get("id").unwrap_or_default();
            let author = element.get("author").unwrap_or_default();
            let mut blocks = Vec::new();
            parser.blocks(Some("comment"), &mut blocks)?;
            let cell = Cell { blocks };
            comments.push((id, author, cell.text().trim().to_owned()));
        }
    }
    Ok(comments)
}

struct Parser<'x> {
    nodes: Nodes<'x>,
    /// Bookmarks between paragraphs; they belong to the next one.
    pending: Vec<String>,
    document: Document,
}

/// Elements that say nothing that we read.
const SKIPPED: [&str; 14] = [
    "sdtPr",
    "sdtEndPr",
    "tblPr",
    "tblGrid",
    "tblPrEx",
    "tcPr",
    "sectPr",
    "Fallback",
    "del",
    "moveFrom",
    "customXmlPr",
    "rPr",
    "instrText",
    "delText",
];

impl<'x> Parser<'x> {
    fn of(text: &'x str) -> Self {
        let nodes = Nodes::of(text, LIMITS);
        Self { nodes, pending: Vec::new(), document: Document::default() }
    }

    /// Passes over an element that is not read, and counts what it says of changes.
    fn pass(&mut self, name: &str) -> Result<bool, Fault> {
        if matches!(name, "del" | "moveFrom") {
            self.document.deleted += 1;
        }
        let skipped = SKIPPED.contains(&name);
        if skipped {
            self.nodes.skip()?;
        }
        Ok(skipped)
    }

    /// Reads paragraphs and tables up to the end of an element.
    fn blocks(&mut self, until: Option<&str>, out: &mut Vec<Block>) -> Result<(), Fault> {
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) => match element.name.as_str() {
                    "p" => {
                        let paragraph = self.paragraph()?;
                        add(out, paragraph);
                    }
                    "tbl" => out.push(Block::Table(self.table()?)),
                    "sdt" => self.block_control(out)?,
                    "bookmarkStart" => self.pending.extend(element.get("name")),
                    name => {
                        self.pass(name)?;
                    }
                },
                Node::End(name) if Some(&*name) == until => return Ok(()),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        if until.is_some() { Err(Fault::Damaged) } else { Ok(()) }
    }

    /// Reads a control that holds whole paragraphs or tables.
    fn block_control(&mut self, out: &mut Vec<Block>) -> Result<(), Fault> {
        let mut control = Control::default();
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) if element.name == "sdtPr" => {
                    control = self.control()?;
                }
                Node::Start(element) if element.name == "sdtContent" => {
                    let start = out.len();
                    self.blocks(Some("sdtContent"), out)?;
                    let first = out.get_mut(start..).and_then(<[_]>::first_mut);
                    if let Some(Block::Paragraph(paragraph)) = first {
                        control.text.clone_from(&paragraph.text);
                        paragraph.controls.push(std::mem::take(&mut control));
                    }
                }
                Node::Start(element) => {
                    self.pass(&element.name)?;
                }
                Node::End(name) if name == "sdt" => return Ok(()),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Err(Fault::Damaged)
    }

    fn table(&mut self) -> Result<Table, Fault> {
        let mut table = Table::default();
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) => match element.name.as_str() {
                    "tr" => {
                        let row = self.row()?;
                        if !row.deleted {
                            table.rows.push(row);
                        }
                    }
                    "bookmarkStart" => self.pending.extend(element.get("name")),
                    name => {
                        self.pass(name)?;
                    }
                },
                Node::End(name) if name == "tbl" => return Ok(table),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Err(Fault::Damaged)
    }

    fn row(&mut self) -> Result<Row, Fault> {
        let mut row = Row::default();
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) => match element.name.as_str() {
                    "tc" => {
                        let mut cell = Cell::default();
                        self.blocks(Some("tc"), &mut cell.blocks)?;
                        row.cells.push(cell);
                    }
                    "trPr" => self.row_properties(&mut row)?,
                    "bookmarkStart" => self.pending.extend(element.get("name")),
                    name => {
                        self.pass(name)?;
                    }
                },
                Node::End(name) if name == "tr" => return Ok(row),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Err(Fault::Damaged)
    }

    fn row_properties(&mut self, row: &mut Row) -> Result<(), Fault> {
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) => match element.name.as_str() {
                    "del" => {
                        row.deleted = true;
                        self.document.deleted += 1;
                    }
                    "ins" => self.document.inserted += 1,
                    "tblHeader" => row.head = is_on(&element),
                    _ => {}
                },
                Node::End(name) if name == "trPr" => return Ok(()),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Err(Fault::Damaged)
    }

    fn paragraph(&mut self) -> Result<Paragraph, Fault> {
        let mut paragraph = Paragraph {
            bookmarks: std::mem::take(&mut self.pending),
            ..Paragraph::default()
        };
        self.inline("p", &mut paragraph)?;
        Ok(paragraph)
    }

    /// Reads what stands in a line, up to the end of an element.
    fn inline(&mut self, until: &str, paragraph: &mut Paragraph) -> Result<(), Fault> {
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) => self.inline_element(&element, paragraph)?,
                Node::End(name) if name == until => return Ok(()),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Err(Fault::Damaged)
    }

    fn inline_element(
        &mut self,
        element: &Element<'_>,
        paragraph: &mut Paragraph,
    ) -> Result<(), Fault> {
        match element.name.as_str() {
            "pPr" => self.paragraph_properties(paragraph)?,
            "t" => self.text(&mut paragraph.text)?,
            "tab" => paragraph.text.push('\t'),
            "br" | "cr" => paragraph.text.push('\n'),
            "noBreakHyphen" => paragraph.text.push('\u{2011}'),
            "sym" => paragraph.text.extend(symbol(element)),
            "ins" | "moveTo" => self.document.inserted += 1,
            "sdt" => self.inline_control(paragraph)?,
            "bookmarkStart" => paragraph.bookmarks.extend(element.get("name")),
            "commentRangeStart" | "commentReference" => {
                paragraph.comments.extend(element.get("id"));
            }
            "blip" | "imagedata" | "object" => paragraph.picture = true,
            "txbxContent" => {
                let mut blocks = Vec::new();
                self.blocks(Some("txbxContent"), &mut blocks)?;
                paragraph.boxes.push(Cell { blocks }.text());
            }
            name => {
                self.pass(name)?;
            }
        }
        Ok(())
    }

    fn paragraph_properties(&mut self, paragraph: &mut Paragraph) -> Result<(), Fault> {
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) => match element.name.as_str() {
                    "pStyle" => paragraph.style = value(&element),
                    "del" => {
                        paragraph.joined = true;
                        self.document.deleted += 1;
                    }
                    // What the paragraph looked like before a tracked change.
                    "pPrChange" | "rPrChange" => self.nodes.skip()?,
                    _ => {}
                },
                Node::End(name) if name == "pPr" => return Ok(()),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Err(Fault::Damaged)
    }

    fn text(&mut self, out: &mut String) -> Result<(), Fault> {
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Text(text) => out.push_str(&text),
                Node::End(_) => return Ok(()),
                Node::Start(_) => return Err(Fault::Damaged),
            }
        }
        Err(Fault::Damaged)
    }

    fn inline_control(&mut self, paragraph: &mut Paragraph) -> Result<(), Fault> {
        let mut control = Control::default();
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) if element.name == "sdtPr" => {
                    control = self.control()?;
                }
                Node::Start(element) if element.name == "sdtContent" => {
                    let start = paragraph.text.len();
                    let place = paragraph.controls.len();
                    self.inline("sdtContent", paragraph)?;
                    let text = paragraph.text.get(start..).unwrap_or_default();
                    control.text = text.to_owned();
                    // The outer control stands before those in it.
                    paragraph.controls.insert(place, std::mem::take(&mut control));
                }
                Node::Start(element) => {
                    self.pass(&element.name)?;
                }
                Node::End(name) if name == "sdt" => return Ok(()),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Err(Fault::Damaged)
    }

    fn control(&mut self) -> Result<Control, Fault> {
        let mut control = Control::default();
        while let Some(node) = self.nodes.node()? {
            match node {
                Node::Start(element) => match element.name.as_str() {
                    "tag" => control.tag = value(&element),
                    "showingPlcHdr" => control.placeholder = is_on(&element),
                    "checked" => control.checked = Some(is_on(&element)),
                    "date" => {
                        control.full_date = element.get("fullDate");
                        control.chooses = true;
                    }
                    "dropDownList" | "comboBox" => control.chooses = true,
                    _ => {}
                },
                Node::End(name) if name == "sdtPr" => return Ok(control),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Err(Fault::Damaged)
    }
}

/// Adds a paragraph, to the one before where the border between them was deleted.
fn add(out: &mut Vec<Block>, paragraph: Paragraph) {
    match out.last_mut() {
        Some(Block::Paragraph(last)) if last.joined => {
            last.text.push_str(&paragraph.text);
            last.controls.extend(paragraph.controls);
            last.bookmarks.extend(paragraph.bookmarks);
            last.comments.extend(paragraph.comments);
            last.boxes.extend(paragraph.boxes);
            last.picture |= paragraph.picture;
            last.joined = paragraph.joined;
        }
        Some(_) | None => out.push(Block::Paragraph(paragraph)),
    }
}

/// Returns the value of a property.
fn value(element: &Element<'_>) -> String {
    element.get("val").unwrap_or_default()
}

/// Says whether a property is switched on.
fn is_on(element: &Element<'_>) -> bool {
    !matches!(element.get("val").as_deref(), Some("0" | "false" | "off"))
}

/// Returns a character of a symbol font; ticks and boxes as Unicode has them.
fn symbol(element: &Element<'_>) -> Option<char> {
    let code = u32::from_str_radix(&element.get("char")?, 16).ok()?;
    match code & 0xff {
        0xfe | 0xfd | 0x52 | 0x78 => Some('☒'),
        0xa8 | 0x6f | 0xa3 => Some('☐'),
        0xfc => Some('✓'),
        _ => char::from_u32(code).filter(|c| !matches!(*c, '\u{e000}'..='\u{f8ff}')),
    }
}
