//! Writes a report as a Word document.

use untoc_report::Words;

use super::layout::{Cut, Ground, WIDTH, begin_cell, begin_head, begin_row, begin_table};
use super::layout::{page, share};
use super::package::{Parts, pack};
use super::styles::{SPACES, core, footer, numbering, settings, styles};
use super::text::{Look, begin, lines, paragraph, paragraphs, runs};
use super::xml::Xml;
use crate::address::Part;
use crate::form::Direction;
use crate::outline::{
    FactValue, Outline, OutlineAnswer, OutlineEvidence, OutlineFinding, OutlineLaw,
    OutlineNoAnswer, OutlineQuestion, OutlineSection, OutlineTable, Record,
};
use crate::words;
use crate::words::capital;

/// Writes a report as a Word document.
pub(crate) fn write_report(outline: &Outline, words: &Words) -> Vec<u8> {
    let direction = Direction::of(&outline.language);
    let mut writer = Writer { words, direction, xml: Xml::document(), links: Vec::new() };
    writer.document(outline);
    let title = &outline.cover.title;
    pack(&Parts {
        document: writer.xml.into_text(),
        styles: styles(&outline.language, direction),
        numbering: numbering(),
        settings: settings(&outline.language, direction),
        footer: footer(title, direction),
        core: core(title, &outline.language, ""),
        links: writer.links,
    })
}

struct Writer<'w> {
    words: &'w Words,
    /// The direction of the words around the answers.
    direction: Direction,
    xml: Xml,
    /// The addresses of the links so far.
    links: Vec<String>,
}

impl Writer<'_> {
    fn document(&mut self, outline: &Outline) {
        self.xml.open("w:document", SPACES);
        self.xml.open("w:body", &[]);
        self.cover(outline);
        for part in &outline.parts {
            self.say("Heading1", &part.title);
            for section in &part.sections {
                self.section(section, Direction::of(&part.language));
            }
        }
        self.laws(&outline.laws);
        if let Some(annex) = &outline.annex {
            self.annex(annex);
        }
        let left_out = words::left_out(self.words, &outline.left_out);
        if !left_out.is_empty() {
            let title = words::document(self.words, "left-out");
            self.say("Heading2", &title);
            for what in left_out {
                self.say("UntocBullet", &what);
            }
        }
        page(&mut self.xml, self.direction);
        self.xml.close("w:body");
        self.xml.close("w:document");
    }

    fn say(&mut self, style: &str, text: &str) {
        paragraph(&mut self.xml, style, self.direction, text);
    }

    fn cover(&mut self, outline: &Outline) {
        let cover = &outline.cover;
        self.say("Title", &cover.title);
        let lines: Vec<(String, Vec<&str>)> = cover
            .lines
            .iter()
            .map(|(label, text)| (capital(label), vec![text.as_str()]))
            .collect();
        self.facts(&lines);
        self.say("UntocNote", &cover.wording);
    }

    /// Writes a table of two columns: what it is, and what is said.
    fn facts(&mut self, lines: &[(String, Vec<&str>)]) {
        let widths = share(WIDTH, &[1, 4]);
        let [left, right] = *widths.as_slice() else { return };
        begin_table(&mut self.xml, self.direction, &widths, "");
        for (label, texts) in lines {
            begin_row(&mut self.xml, Cut::Never);
            begin_cell(&mut self.xml, left, Ground::Pale);
            self.say("UntocCover", label);
            self.xml.close("w:tc");
            begin_cell(&mut self.xml, right, Ground::White);
            for text in texts {
                self.say("UntocCover", text);
            }
            self.xml.close("w:tc");
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
    }

    fn section(&mut self, section: &OutlineSection, wording: Direction) {
        self.say("Heading2", &section.title);
        if let Some(intro) = &section.intro {
            paragraphs(&mut self.xml, "UntocIntro", wording, intro);
        }
        for question in &section.questions {
            self.question(question, wording);
        }
    }

    fn question(&mut self, question: &OutlineQuestion, wording: Direction) {
        begin(&mut self.xml, "Heading3", wording);
        runs(&mut self.xml, &question.text, Look::Plain);
        self.xml.close("w:p");
        let mut about = vec![question.id.clone()];
        if !question.provisions.is_empty() {
            let list = self.words.all_of(&question.provisions);
            let arguments = [("provisions", list.into())];
            about.push(self.words.say("document-provision", &arguments));
        }
        about.extend(question.obligation.as_ref().map(|(_, words)| words.clone()));
        self.say("UntocAbout", &about.join(" · "));
        let direction = Direction::of(&question.language);
        self.answer(&question.answer, direction);
        for (part, text) in
            [(Part::Note, &question.note), (Part::Remarks, &question.remarks)]
        {
            if let Some(text) = text {
                let label = words::part(self.words, part);
                self.labelled(&label, text, direction);
            }
        }
        for evidence in &question.evidence {
            self.evidence(evidence, direction);
        }
    }

    fn answer(&mut self, answer: &OutlineAnswer, direction: Direction) {
        match answer {
            OutlineAnswer::Open(words) => self.say("UntocNote", words),
            OutlineAnswer::NoAnswer(no_answer) => self.no_answer(no_answer, direction),
            OutlineAnswer::Choice(words) => {
                begin(&mut self.xml, "UntocAnswer", self.direction);
                runs(&mut self.xml, words, Look::Bold);
                self.xml.close("w:p");
            }
            OutlineAnswer::Ticks(ticks) => {
                for tick in ticks {
                    self.say("UntocBullet", tick);
                }
            }
            OutlineAnswer::Text(text)
            | OutlineAnswer::Number(text)
            | OutlineAnswer::Date(text)
            | OutlineAnswer::Raw(text) => {
                paragraphs(&mut self.xml, "UntocAnswer", direction, text);
            }
            OutlineAnswer::Records(records) => {
                for record in records {
                    self.record(record, direction);
                }
            }
            OutlineAnswer::Table(table) => self.table(table, direction),
        }
    }

    fn no_answer(&mut self, no_answer: &OutlineNoAnswer, direction: Direction) {
        let label = words::part(self.words, Part::NoAnswer);
        self.labelled(&label, &no_answer.kind, self.direction);
        if let Some(reason) = &no_answer.reason {
            let label = words::part(self.words, Part::Reason);
            self.labelled(&label, reason, direction);
        }
        for (label, text) in &no_answer.elsewhere {
            self.labelled(label, text, direction);
        }
    }

    /// Writes a label in bold and a text behind it.
    fn labelled(&mut self, label: &str, text: &str, direction: Direction) {
        let mut lines = lines(text);
        begin(&mut self.xml, "UntocAnswer", direction);
        runs(&mut self.xml, &format!("{}: ", capital(label)), Look::Bold);
        runs(&mut self.xml, lines.next().unwrap_or_default(), Look::Plain);
        self.xml.close("w:p");
        for line in lines {
            paragraph(&mut self.xml, "UntocAnswer", direction, line);
        }
    }

    fn record(&mut self, record: &Record, direction: Direction) {
        begin(&mut self.xml, "UntocBullet", direction);
        let mut first = true;
        if let Some(title) = &record.title {
            runs(&mut self.xml, title, Look::Bold);
            first = false;
        }
        for fact in &record.facts {
            if !first {
                runs(&mut self.xml, "; ", Look::Plain);
            }
            first = false;
            if !fact.label.is_empty() {
                runs(&mut self.xml, &format!("{}: ", fact.label), Look::Plain);
            }
            match &fact.value {
                FactValue::Text(text) => runs(&mut self.xml, text, Look::Plain),
                FactValue::Link(link) => self.link(link),
                FactValue::Questions(ids) => {
                    runs(&mut self.xml, &ids.join(", "), Look::Plain);
                }
            }
        }
        self.xml.close("w:p");
    }

    fn link(&mut self, link: &str) {
        // Only what a browser opens becomes a link.
        if !link.starts_with("https://") && !link.starts_with("http://") {
            runs(&mut self.xml, link, Look::Plain);
            return;
        }
        self.links.push(link.to_owned());
        let id = format!("rIdL{}", self.links.len());
        self.xml.open("w:hyperlink", &[("r:id", &id)]);
        runs(&mut self.xml, link, Look::Link);
        self.xml.close("w:hyperlink");
    }

    fn table(&mut self, table: &OutlineTable, direction: Direction) {
        let longest = |at: usize| {
            let cells = table.rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0).clamp(8, 60)
        };
        let weights: Vec<usize> = table
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| longest(at).max(column.label.chars().count().min(20)))
            .collect();
        let widths = share(WIDTH, &weights);
        begin_table(&mut self.xml, self.direction, &widths, "");
        begin_head(&mut self.xml);
        for (column, width) in table.columns.iter().zip(&widths) {
            begin_cell(&mut self.xml, *width, Ground::Dark);
            self.say("UntocHead", &column.label);
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
        for row in &table.rows {
            begin_row(&mut self.xml, Cut::Allowed);
            for (cell, width) in row.iter().zip(&widths) {
                begin_cell(&mut self.xml, *width, Ground::White);
                paragraphs(&mut self.xml, "UntocAnswer", direction, cell);
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
        self.say("UntocGap", "");
    }

    fn evidence(&mut self, evidence: &OutlineEvidence, direction: Direction) {
        let title = evidence.title.as_ref().unwrap_or(&evidence.item);
        let text = match &evidence.note {
            Some(note) => format!("{title}: {note}"),
            None => title.clone(),
        };
        let label = words::part(self.words, Part::Evidence);
        let label = format!("{label} ({})", evidence.stance.1);
        self.labelled(&label, &text, direction);
    }

    /// Writes what a check found.
    fn annex(&mut self, annex: &[OutlineFinding]) {
        let title = words::document(self.words, "findings");
        self.say("Heading1", &title);
        if annex.is_empty() {
            let none = capital(&words::document(self.words, "no-findings"));
            self.say("UntocAnswer", &none);
        }
        for finding in annex {
            begin(&mut self.xml, "UntocBullet", self.direction);
            runs(&mut self.xml, &capital(&finding.severity), Look::Bold);
            let mut text = match &*finding.place {
                "" => format!(": {}", finding.message),
                place => format!(" ({place}): {}", finding.message),
            };
            if let Some(hint) = &finding.hint {
                text.push('\n');
                text.push_str(&capital(hint));
            }
            runs(&mut self.xml, &text, Look::Plain);
            self.xml.close("w:p");
        }
    }

    fn laws(&mut self, laws: &[OutlineLaw]) {
        if laws.is_empty() {
            return;
        }
        let title = words::document(self.words, "laws");
        self.say("Heading1", &title);
        for law in laws {
            begin(&mut self.xml, "UntocBullet", self.direction);
            runs(&mut self.xml, &law.title, Look::Bold);
            runs(&mut self.xml, &format!(" ({})", law.about), Look::Plain);
            for (name, link) in &law.links {
                let before = if name.is_empty() { " " } else { "; " };
                runs(&mut self.xml, before, Look::Plain);
                if !name.is_empty() {
                    runs(&mut self.xml, &format!("{name}: "), Look::Plain);
                }
                self.link(link);
            }
            let cited = words::document(self.words, "cited-under");
            let cited = format!("; {cited} {}", law.cited_by.join(", "));
            runs(&mut self.xml, &cited, Look::Plain);
            self.xml.close("w:p");
        }
    }
}
