//! Makes an overlay of a table with the columns number, text and ids.

use std::collections::BTreeSet;

use untoc_core::{
    Code, Finding, Library, Place, Plan, QuestionId, TablePlace, is_blank, nearest,
};
use untoc_intake::{Limits, decode_text};

use super::overlay::{Overlay, OverlayEntry};
use crate::csv::rows_of;
use crate::decode::{fold, trim};
use crate::excel::first_sheet;

/// An overlay that was read, and what it leaves open.
#[derive(Debug, Clone, Default)]
pub struct Mapped {
    /// The overlay; `None` where there is no table that can be read.
    pub overlay: Option<Overlay>,
    /// Items that name no question: their numbers, or texts.
    pub items_without: Vec<String>,
    /// Questions that no item names, in their order.
    pub questions_without: Vec<QuestionId>,
    /// What is said about the table.
    pub findings: Vec<Finding>,
}

/// Names under which the columns are known, folded.
const NUMBER: [&str; 8] = ["number", "no", "nr", "n°", "№", "item", "numéro", "número"];
const TEXT: [&str; 6] = ["text", "question", "wording", "texte", "texto", "item text"];
const IDS: [&str; 6] = ["ids", "id", "questions", "question ids", "untoc", "mapping"];

/// The most rows above the headings.
const ABOVE: usize = 20;
/// The most items.
const ITEMS: usize = 5_000;

/// Reads a table, Excel, OpenDocument or CSV, into an overlay.
///
/// `plans` are the questionnaires under review: their questions are looked for in the
/// table, and reported where no item names them.
pub fn read_overlay(bytes: &[u8], library: &Library, plans: &[&Plan]) -> Mapped {
    let rows = if bytes.starts_with(b"PK") {
        first_sheet(bytes)
    } else {
        decode_text(bytes).map(|text| rows_of(&text, Limits::default()))
    };
    let rows = match rows {
        Ok(rows) => rows,
        Err(finding) => return Mapped { findings: vec![*finding], ..<_>::default() },
    };
    let header = rows.iter().take(ABOVE).enumerate().find_map(|(at, (_, cells))| {
        Some((at, column(cells, &TEXT)?, column(cells, &NUMBER), column(cells, &IDS)?))
    });
    let Some((at, text, number, ids)) = header else {
        let finding = Finding::new(Code::CsvMalformed, Place::default());
        return Mapped {
            findings: vec![finding.plain("fault", "official")],
            ..<_>::default()
        };
    };
    let mut mapped = Mapped::default();
    let mut entries = Vec::new();
    for (row, cells) in rows.iter().skip(at + 1).take(ITEMS) {
        let cell = |at: Option<usize>| {
            at.and_then(|at| cells.get(at)).map_or("", |cell| trim(cell)).to_owned()
        };
        let (text, number) = (cell(Some(text)), cell(number));
        let place = Place {
            table: Some(TablePlace {
                row: Some(*row),
                column: Some(ids + 1),
                field: None,
            }),
            ..Place::default()
        };
        let ids = questions(&cell(Some(ids)), library, &place, &mut mapped.findings);
        if text.is_empty() && number.is_empty() && ids.is_empty() {
            continue;
        }
        if ids.is_empty() {
            mapped.items_without.push(if number.is_empty() {
                text.clone()
            } else {
                number.clone()
            });
        }
        entries.push(OverlayEntry { number, text, ids });
    }
    let named: BTreeSet<&str> =
        entries.iter().flat_map(|entry| &entry.ids).map(QuestionId::as_str).collect();
    for plan in plans {
        let ids = plan.slots().map(|slot| &plan.question(slot).id);
        let missing = ids.filter(|id| !named.contains(id.as_str()));
        mapped.questions_without.extend(missing.cloned());
    }
    mapped.overlay = Some(Overlay::new(entries));
    mapped
}

fn column(cells: &[String], names: &[&str]) -> Option<usize> {
    cells.iter().position(|cell| names.contains(&fold(cell).as_str()))
}

/// Reads ids, whatever stands between them; one that is none is reported.
fn questions(
    typed: &str,
    library: &Library,
    place: &Place,
    findings: &mut Vec<Finding>,
) -> Vec<QuestionId> {
    let mut ids: Vec<QuestionId> = Vec::new();
    let separators = |c: char| c.is_whitespace() || ",;،؛、；+&".contains(c);
    for piece in typed.split(separators).filter(|piece| !is_blank(piece)) {
        let id = trim(piece).to_lowercase();
        if library.find_question(&id).is_none() {
            let plans: Vec<_> = library.plans().collect();
            let known = plans.iter().flat_map(|plan| {
                plan.slots().map(|slot| plan.question(slot).id.as_str())
            });
            let mut finding = Finding::new(Code::ImportUnplaced, place.clone())
                .plain("kind", "question")
                .typed("question", &id);
            if findings.len() < 100
                && let Some(near) = nearest(&id, known)
            {
                finding = finding.plain("nearest", near);
            }
            if findings.len() < 1_000 {
                findings.push(finding);
            }
            continue;
        }
        if !ids.iter().any(|own| own.as_str() == id) {
            ids.push(QuestionId::unchecked(id));
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table becomes an overlay, and what is open on either side is named.
    #[test]
    fn reads_a_table() {
        let library = Library::embedded();
        let plan = library.get("untoc-cluster-1").unwrap();
        let table = "Invented questionnaire of Exampleland,,\nNo.,Question,Ids\n\
            I,Measures,\n1,\"Is it an offence, and how?\",untoc-5-q1; UNTOC-5-q1a\n\
            2,And the rest?,untoc-5-q99\n,,\n";
        let mapped = read_overlay(table.as_bytes(), &library, &[&plan]);
        let overlay = mapped.overlay.unwrap();
        assert_eq!(overlay.entries.len(), 3);
        assert_eq!(overlay.entries[1].text, "Is it an offence, and how?");
        assert_eq!(overlay.entries[1].ids.len(), 2);
        assert_eq!(mapped.items_without, ["I", "2"]);
        assert_eq!(mapped.questions_without.len(), plan.len() - 2);
        assert_eq!(mapped.findings.len(), 1);
        let none = read_overlay(b"a,b\n1,2\n", &library, &[]);
        assert!(none.overlay.is_none());
        assert_eq!(none.findings[0].code, Code::CsvMalformed);
    }
}
