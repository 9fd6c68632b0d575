//! The official order as Markdown, CSV and JSON.

use serde_json::json;
use untoc_report::Words;

use super::compose::{OfficialItem, OfficialOrder, left_out};
use super::page;
use crate::markdown::{line, paragraphs};
use crate::neutral::neutralize;
use crate::words::capital;

/// A format of the official order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficialFormat {
    /// A page for a browser, to copy from.
    Html,
    /// Markdown.
    Markdown,
    /// A table with a line for each item.
    Csv,
    /// JSON.
    Json,
}

impl OfficialFormat {
    /// Returns the ending of file names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Writes the order; `words` are those that it was composed with.
    pub fn write(self, order: &OfficialOrder, words: &Words) -> Vec<u8> {
        match self {
            Self::Html => page::write(order, words),
            Self::Markdown => markdown(order, words).into(),
            Self::Csv => csv(order, words).into(),
            Self::Json => to_json(order).into(),
        }
    }
}

/// Says in words how far an item is.
pub(super) fn state(item: &OfficialItem, words: &Words) -> Option<String> {
    let key = if !item.is_mapped {
        "official-unmapped"
    } else if item.answers.is_empty() {
        "official-not-asked"
    } else if item.is_open() {
        "official-open"
    } else {
        return None;
    };
    Some(words.say(key, &[]))
}

fn markdown(order: &OfficialOrder, words: &Words) -> String {
    let mut blocks = vec![format!("# {}", line(&order.title))];
    let cover = order
        .cover
        .iter()
        .map(|(label, text)| format!("- **{}:** {}", line(&capital(label)), line(text)));
    blocks.push(cover.collect::<Vec<_>>().join("\n"));
    for item in &order.items {
        let heading = format!("{} {}", item.number, item.text);
        blocks.push(format!("## {}", line(heading.trim())));
        if let Some(state) = state(item, words) {
            blocks.push(format!("*{}*", line(&capital(&state))));
        }
        let text = item.text();
        if !text.is_empty() {
            blocks.push(paragraphs(&text));
        }
    }
    let left = left_out(order, words);
    if !left.is_empty() {
        let lines: Vec<String> =
            left.iter().map(|left| format!("- {}", line(left))).collect();
        blocks.push(lines.join("\n"));
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn csv(order: &OfficialOrder, words: &Words) -> String {
    let mut text = String::from("\u{feff}number,text,questions,answer,open\r\n");
    for item in &order.items {
        let ids: Vec<&str> = item.answers.iter().map(|a| a.question.as_str()).collect();
        let cells = [
            neutralize(&item.number),
            neutralize(&item.text),
            ids.join("; "),
            neutralize(&item.text()),
            state(item, words).unwrap_or_default(),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\n', '\r', '\t']) || cell.trim() != cell {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn to_json(order: &OfficialOrder) -> String {
    let items: Vec<serde_json::Value> = order
        .items
        .iter()
        .map(|item| {
            let answers: Vec<serde_json::Value> = item
                .answers
                .iter()
                .map(|answer| {
                    json!({
                        "question": answer.question,
                        "text": answer.text,
                        "language": answer.language,
                    })
                })
                .collect();
            json!({
                "number": item.number,
                "text": item.text,
                "answer": item.text(),
                "open": item.is_open(),
                "mapped": item.is_mapped,
                "answers": answers,
            })
        })
        .collect();
    let all = json!({
        "format": "untoc-official-answers/1",
        "items": items,
        "unused": order.unused,
    });
    let mut text = serde_json::to_string_pretty(&all).unwrap_or_default();
    text.push('\n');
    text
}
