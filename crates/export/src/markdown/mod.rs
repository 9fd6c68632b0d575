//! Renders an outline as Markdown (CommonMark with the tables of GitHub).

mod escape;

use std::fmt::Write as _;

pub(crate) use escape::{line, paragraphs};

use escape::{cell, code, item, link};

use untoc_report::Words;

use crate::address::Part;
use crate::outline::{
    FactValue, Outline, OutlineAnswer, OutlineEvidence, OutlineFinding, OutlineLaw,
    OutlineNoAnswer, OutlineQuestion, OutlineTable, Record,
};
use crate::words;
use crate::words::capital;

/// Renders an outline as Markdown; `words` are those that it was built with.
pub fn to_markdown(outline: &Outline, words: &Words) -> String {
    let mut page = Page { text: String::new() };
    page.block(&format!("# {}", line(&outline.cover.title)));
    let cover: Vec<String> = outline
        .cover
        .lines
        .iter()
        .map(|(label, text)| {
            format!("- **{}:** {}", line(&capital(label)), item(text, "  "))
        })
        .collect();
    page.block(&cover.join("\n"));
    page.block(&format!("*{}*", line(&outline.cover.wording)));
    for part in &outline.parts {
        page.block(&format!("## {}", line(&part.title)));
        for section in &part.sections {
            page.block(&format!("### {}", line(&section.title)));
            for question in &section.questions {
                page.question(question, words);
            }
        }
    }
    page.laws(&outline.laws, words);
    let left_out = words::left_out(words, &outline.left_out);
    if !left_out.is_empty() {
        page.block(&format!("## {}", line(&words::document(words, "left-out"))));
        let lines: Vec<String> =
            left_out.iter().map(|what| format!("- {}", line(what))).collect();
        page.block(&lines.join("\n"));
    }
    if let Some(annex) = &outline.annex {
        page.annex(annex, words);
    }
    page.text
}

struct Page {
    text: String,
}

impl Page {
    /// Adds a block, with an empty line before it.
    fn block(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Adds a text under a word in front of it.
    fn labelled(&mut self, label: &str, text: &str) {
        self.block(&format!("**{}:** {}", line(&capital(label)), paragraphs(text)));
    }

    fn question(&mut self, question: &OutlineQuestion, words: &Words) {
        self.block(&format!("#### {} {}", line(&question.id), line(&question.text)));
        if !question.follow_up {
            self.block(&provision(question, words));
        }
        self.answer(&question.answer, words);
        if let Some(note) = &question.note {
            self.labelled(&words::part(words, Part::Note), note);
        }
        if let Some(remarks) = &question.remarks {
            self.labelled(&words::part(words, Part::Remarks), remarks);
        }
        self.evidence(&question.evidence, words);
    }

    fn answer(&mut self, answer: &OutlineAnswer, words: &Words) {
        match answer {
            OutlineAnswer::Open(text) => {
                self.block(&format!("*{}*", line(&capital(text))))
            }
            OutlineAnswer::NoAnswer(none) => self.no_answer(none, words),
            OutlineAnswer::Choice(text)
            | OutlineAnswer::Number(text)
            | OutlineAnswer::Date(text) => self.block(&format!("**{}**", line(text))),
            OutlineAnswer::Ticks(ticks) => {
                let ticks: Vec<String> =
                    ticks.iter().map(|tick| format!("- **{}**", line(tick))).collect();
                self.block(&ticks.join("\n"));
            }
            OutlineAnswer::Text(text) => self.block(&paragraphs(text)),
            OutlineAnswer::Records(records) => {
                let records: Vec<String> = records.iter().map(record).collect();
                self.block(&records.join("\n"));
            }
            OutlineAnswer::Table(table) => self.table(table),
            OutlineAnswer::Raw(text) => self.block(&code(text)),
        }
    }

    fn no_answer(&mut self, none: &OutlineNoAnswer, words: &Words) {
        self.block(&format!("**{}**", line(&capital(&none.kind))));
        if let Some(reason) = &none.reason {
            self.labelled(&words::part(words, Part::Reason), reason);
        }
        for (label, text) in &none.elsewhere {
            self.labelled(label, text);
        }
    }

    fn table(&mut self, table: &OutlineTable) {
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let heading = |label: &String| cell(label);
        let mut lines =
            vec![row(table.columns.iter().map(|c| heading(&c.label)).collect())];
        let edge = |numeric: bool| if numeric { "---:" } else { "---" }.to_owned();
        lines.push(row(table.columns.iter().map(|c| edge(c.numeric)).collect()));
        for cells in &table.rows {
            lines.push(row(cells.iter().map(|text| cell(text)).collect()));
        }
        self.block(&lines.join("\n"));
    }

    fn evidence(&mut self, evidence: &[OutlineEvidence], words: &Words) {
        if evidence.is_empty() {
            return;
        }
        self.block(&format!(
            "**{}:**",
            line(&capital(&words::part(words, Part::Evidence)))
        ));
        let links: Vec<String> = evidence
            .iter()
            .map(|link| {
                let mut text = String::from("- ");
                if let Some(title) = &link.title {
                    let _ = write!(text, "{} ", item(title, "  "));
                }
                let _ = write!(text, "({}) {}", line(&link.item), line(&link.stance.1));
                if let Some(note) = &link.note {
                    let _ = write!(text, ": {}", item(note, "  "));
                }
                text
            })
            .collect();
        self.block(&links.join("\n"));
    }

    fn laws(&mut self, laws: &[OutlineLaw], words: &Words) {
        if laws.is_empty() {
            return;
        }
        self.block(&format!("## {}", line(&words::document(words, "laws"))));
        let laws: Vec<String> = laws
            .iter()
            .map(|law| {
                let mut text =
                    format!("- **{}** ({})", item(&law.title, "  "), line(&law.about));
                for (name, address) in &law.links {
                    let name =
                        if name.is_empty() { String::new() } else { format!("{name}: ") };
                    let _ = write!(text, "\\\n  {}{}", name, link(address));
                }
                let cited: Vec<String> = law.cited_by.iter().map(|id| line(id)).collect();
                let _ = write!(
                    text,
                    "\\\n  {}: {}",
                    line(&capital(&words::document(words, "cited-under"))),
                    cited.join(", ")
                );
                text
            })
            .collect();
        self.block(&laws.join("\n"));
    }

    fn annex(&mut self, annex: &[OutlineFinding], words: &Words) {
        self.block(&format!("## {}", line(&words::document(words, "findings"))));
        if annex.is_empty() {
            let none = words::document(words, "no-findings");
            self.block(&line(&capital(&none)));
            return;
        }
        let findings: Vec<String> = annex
            .iter()
            .map(|finding| {
                let mut text = format!("- **{}**", line(&capital(&finding.severity)));
                if !finding.place.is_empty() {
                    let _ = write!(text, " ({})", line(&finding.place));
                }
                let _ = write!(text, ": {}", item(&finding.message, "  "));
                if let Some(hint) = &finding.hint {
                    let _ = write!(text, "\\\n  {}", item(&capital(hint), "  "));
                }
                text
            })
            .collect();
        self.block(&findings.join("\n"));
    }
}

fn provision(question: &OutlineQuestion, words: &Words) -> String {
    let text = words::provision(words, question);
    if text.is_empty() { text } else { format!("*{}*", line(&text)) }
}

fn record(record: &Record) -> String {
    let mut lines = Vec::new();
    if let Some(title) = &record.title {
        lines.push(format!("**{}**", line(title)));
    }
    for fact in &record.facts {
        let text = match &fact.value {
            FactValue::Text(text) => item(text, "  "),
            FactValue::Link(address) => link(address),
            FactValue::Questions(ids) => {
                ids.iter().map(|id| line(id)).collect::<Vec<_>>().join(", ")
            }
        };
        lines.push(if fact.label.is_empty() {
            text
        } else {
            format!("{}: {text}", line(&capital(&fact.label)))
        });
    }
    format!("- {}", lines.join("\\\n  "))
}
