//! A report as blocks that a template can set without knowing what they mean.
//!
//! Everything that people wrote travels as data, never as markup: nothing in an answer
//! can change the layout.

mod build;

use serde::Serialize;

pub(crate) use build::page;

/// A report as blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Page {
    /// The language of the words around the answers.
    pub lang: String,
    pub title: String,
    /// The heading of the table of contents.
    pub contents: String,
    pub cover: Vec<(String, String)>,
    pub wording: String,
    pub blocks: Vec<Block>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Block {
    /// A heading; level 1 is a questionnaire, 2 a section, 3 a question.
    Heading { level: u8, lang: String, id: String, text: String },
    /// Lines that stand together.
    Para { lang: String, lines: Vec<Line> },
    /// Items, each of some lines.
    List { lang: String, items: Vec<Vec<Line>> },
    /// A table with a heading.
    Table { lang: String, columns: Vec<Column>, rows: Vec<Vec<String>> },
}

/// A line of spans.
pub(crate) type Line = Vec<Span>;

/// A text of one look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Span {
    pub text: String,
    pub look: Look,
    /// Where it leads.
    pub link: String,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Look {
    Plain,
    Strong,
    Faint,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Column {
    pub label: String,
    pub numeric: bool,
}

impl Page {
    /// Puts something else in the place of every text, with the question it belongs to.
    pub(crate) fn each_text(&mut self, change: &mut impl FnMut(&mut String, &str)) {
        change(&mut self.title, "");
        change(&mut self.contents, "");
        for (label, text) in &mut self.cover {
            change(label, "");
            change(text, "");
        }
        change(&mut self.wording, "");
        let mut question = String::new();
        for block in &mut self.blocks {
            match block {
                Block::Heading { id, text, .. } => {
                    question.clone_from(id);
                    change(id, "");
                    change(text, &question);
                }
                Block::Para { lines, .. } => {
                    let spans = lines.iter_mut().flatten();
                    spans.for_each(|span| change(&mut span.text, &question));
                }
                Block::List { items, .. } => {
                    let spans = items.iter_mut().flatten().flatten();
                    spans.for_each(|span| change(&mut span.text, &question));
                }
                Block::Table { columns, rows, .. } => {
                    columns.iter_mut().for_each(|c| change(&mut c.label, &question));
                    rows.iter_mut().flatten().for_each(|cell| change(cell, &question));
                }
            }
        }
    }
}
