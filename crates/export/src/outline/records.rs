//! Laws that are cited, cases and authorities as records.

use untoc_core::{Cell, CellKind, Kind, PlanColumn, Row};
use untoc_report::Words;

use crate::choose::Subject;
use crate::outline::answer::{cell_text, cell_words};
use crate::outline::{Fact, FactValue, Record};
use crate::words;

/// Makes a record of a row: its title first, then what else is said.
pub(super) fn record(
    subject: Subject<'_>,
    slot: usize,
    kind: Kind,
    row: &Row,
    words: &Words,
) -> Record {
    let columns = subject.plan.columns(slot);
    let mut title = None;
    let mut facts = Vec::new();
    for (key, cell) in &row.0 {
        let column = columns.iter().find(|column| column.key == *key);
        let text = column.map_or_else(|| cell_text(cell), |c| cell_words(c, cell));
        if is_title(kind, key) {
            title =
                Some(if kind == Kind::Laws { law(subject, &text, words) } else { text });
        } else {
            facts.push(fact(kind, key, column, cell, text, words));
        }
    }
    Record { title, facts }
}

/// Says which cell gives a record its title.
fn is_title(kind: Kind, key: &str) -> bool {
    matches!((kind, key), (Kind::Laws, "law") | (Kind::Authorities, "name"))
}

fn fact(
    kind: Kind,
    key: &str,
    column: Option<&PlanColumn>,
    cell: &Cell,
    text: String,
    words: &Words,
) -> Fact {
    let value = match (column.map(|column| column.kind), cell) {
        (Some(CellKind::Questions), Cell::List(ids)) => FactValue::Questions(ids.clone()),
        (Some(CellKind::Link), Cell::Text(link)) if is_web(link) => {
            FactValue::Link(link.clone())
        }
        _ => FactValue::Text(text),
    };
    let label = match (kind, key) {
        // A provision and a summary speak for themselves.
        (Kind::Laws, "provision" | "summary") | (Kind::Cases, "summary") => String::new(),
        (Kind::Laws, "questions") => words::document(words, "supports"),
        _ => {
            let label = column.map_or(key, |column| column.label.as_str());
            words::column(words, kind, key, label).into_owned()
        }
    };
    Fact { label, value }
}

fn is_web(link: &str) -> bool {
    link.starts_with("https://") || link.starts_with("http://")
}

/// Returns the title of a law in the register, with its date.
fn law(subject: Subject<'_>, id: &str, words: &Words) -> String {
    let Some(laws) = subject.laws else { return id.to_owned() };
    match laws.get(id) {
        Some(law) => match law.date {
            Some(date) => format!("{} ({date})", law.title),
            None => law.title.clone(),
        },
        None => words.say("document-not-in-register", &[("law", id.into())]),
    }
}
