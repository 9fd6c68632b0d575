//! Makes the blocks of a report out of its outline.

use untoc_export::{
    Direction, FactValue, Outline, OutlineAnswer, OutlineEvidence, OutlineFinding,
    OutlineLaw, OutlineNoAnswer, OutlineQuestion, OutlineTable, Record,
    left_out_in_words, provision_in_words,
};
use untoc_report::Words;

use super::{Block, Column, Line, Look, Page, Span};

/// Makes the blocks of a report.
pub(crate) fn page(outline: &Outline, words: &Words) -> Page {
    let mut made = Made { words, lang: base(&outline.language), blocks: Vec::new() };
    for part in &outline.parts {
        // Words of the document come first in these, so they run in its direction.
        let own = made.lang.clone();
        made.heading(1, &own, "", &part.title);
        for section in &part.sections {
            made.heading(2, &own, "", &section.title);
            let intro = section.intro.as_deref().unwrap_or_default();
            made.para(&base(&part.language), lines(intro));
            section.questions.iter().for_each(|question| made.question(question));
        }
    }
    made.laws(&outline.laws);
    let left_out = left_out_in_words(words, &outline.left_out);
    if !left_out.is_empty() {
        made.document_heading("left-out");
        let items = left_out.iter().map(|text| vec![plain(text)]).collect();
        made.list(items);
    }
    if let Some(annex) = &outline.annex {
        made.annex(annex);
    }
    let cover = &outline.cover;
    let cover_lines =
        cover.lines.iter().map(|(label, text)| (capital(label), one_line(text)));
    let mut page = Page {
        lang: made.lang.clone(),
        title: one_line(&cover.title),
        contents: words.say("document-contents", &[]),
        cover: cover_lines.collect(),
        wording: one_line(&cover.wording),
        blocks: made.blocks,
    };
    if Direction::of(&outline.language) == Direction::RightToLeft {
        page.each_text(&mut |text, _| hold_dates(text));
    }
    page
}

/// Keeps the parts of dates in their order after words that run from right to left.
///
/// Digits that follow Arabic letters are Arabic numbers to the bidirectional algorithm
/// (UAX #9, rule W2), and a hyphen does not join these: the day would stand first.
fn hold_dates(text: &mut String) {
    const MARK: char = '\u{200e}';
    let of_date = |c: char| c.is_ascii_digit() || c == '-';
    let mut held = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(of_date) {
        let (before, from) = rest.split_at(start);
        let (run, after) =
            from.split_at(from.find(|c| !of_date(c)).unwrap_or(from.len()));
        held.push_str(before);
        match run.trim_matches('-') == run && run.contains('-') {
            true => held.extend([MARK].into_iter().chain(run.chars()).chain([MARK])),
            false => held.push_str(run),
        }
        rest = after;
    }
    held.push_str(rest);
    *text = held;
}

struct Made<'w> {
    words: &'w Words,
    lang: String,
    blocks: Vec<Block>,
}

impl Made<'_> {
    fn heading(&mut self, level: u8, lang: &str, id: &str, text: &str) {
        self.blocks.push(Block::Heading {
            level,
            lang: lang.to_owned(),
            id: id.to_owned(),
            text: one_line(text),
        });
    }

    fn document_heading(&mut self, key: &str) {
        let text = self.words.say(&format!("document-{key}"), &[]);
        self.heading(1, &self.lang.clone(), "", &text);
    }

    fn para(&mut self, lang: &str, lines: Vec<Line>) {
        if lines.iter().flatten().any(|span| !span.text.is_empty()) {
            self.blocks.push(Block::Para { lang: lang.to_owned(), lines });
        }
    }

    fn list(&mut self, items: Vec<Vec<Line>>) {
        if !items.is_empty() {
            self.blocks.push(Block::List { lang: self.lang.clone(), items });
        }
    }

    /// A text under a word in front of it.
    fn labelled(&mut self, lang: &str, label: &str, text: &str) {
        let mut paragraphs = lines(text);
        let first = vec![span(&format!("{}: ", capital(label)), Look::Strong)];
        match paragraphs.first_mut() {
            Some(line) => line.splice(..0, first),
            None => return,
        };
        self.para(lang, paragraphs);
    }

    fn field(&mut self, lang: &str, key: &str, text: Option<&String>) {
        if let Some(text) = text {
            let label = self.words.say(&format!("field-{key}"), &[]);
            self.labelled(lang, &label, text);
        }
    }

    fn question(&mut self, question: &OutlineQuestion) {
        let lang = base(&question.language);
        self.heading(3, &lang, &question.id, &question.text);
        if !question.follow_up {
            let provision = provision_in_words(self.words, question);
            self.para(&self.lang.clone(), vec![vec![span(&provision, Look::Faint)]]);
        }
        self.answer(&question.answer, &lang);
        self.field(&lang, "note", question.note.as_ref());
        self.field(&lang, "remarks", question.remarks.as_ref());
        self.evidence(&question.evidence);
    }

    fn answer(&mut self, answer: &OutlineAnswer, lang: &str) {
        match answer {
            OutlineAnswer::Open(text) => {
                let own = self.lang.clone();
                self.para(&own, vec![vec![span(&capital(text), Look::Faint)]]);
            }
            OutlineAnswer::NoAnswer(none) => self.no_answer(none, lang),
            OutlineAnswer::Choice(text)
            | OutlineAnswer::Number(text)
            | OutlineAnswer::Date(text) => {
                self.para(lang, vec![vec![span(&one_line(text), Look::Strong)]]);
            }
            OutlineAnswer::Ticks(ticks) => {
                let strong = |tick: &String| vec![vec![span(tick, Look::Strong)]];
                let items = ticks.iter().map(strong).collect();
                self.blocks.push(Block::List { lang: lang.to_owned(), items });
            }
            OutlineAnswer::Text(text) | OutlineAnswer::Raw(text) => {
                self.para(lang, lines(text));
            }
            OutlineAnswer::Records(records) => {
                let items = records.iter().map(record).collect();
                self.blocks.push(Block::List { lang: lang.to_owned(), items });
            }
            OutlineAnswer::Table(table) => self.table(table, lang),
        }
    }

    fn no_answer(&mut self, none: &OutlineNoAnswer, lang: &str) {
        let own = self.lang.clone();
        self.para(&own, vec![vec![span(&capital(&none.kind), Look::Strong)]]);
        self.field(lang, "reason", none.reason.as_ref());
        for (label, text) in &none.elsewhere {
            self.labelled(lang, label, text);
        }
    }

    fn table(&mut self, table: &OutlineTable, lang: &str) {
        let column = |column: &untoc_export::TableColumn| Column {
            label: one_line(&column.label),
            numeric: column.numeric,
        };
        let cell = |text: &String| one_line(text);
        self.blocks.push(Block::Table {
            lang: lang.to_owned(),
            columns: table.columns.iter().map(column).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        });
    }

    fn evidence(&mut self, evidence: &[OutlineEvidence]) {
        if evidence.is_empty() {
            return;
        }
        let label = self.words.say("field-evidence", &[]);
        let own = self.lang.clone();
        self.para(&own, vec![vec![span(&format!("{}:", capital(&label)), Look::Strong)]]);
        let item = |link: &OutlineEvidence| {
            let mut text = match &link.title {
                Some(title) => format!("{} ({})", one_line(title), link.item),
                None => link.item.clone(),
            };
            text.push_str(&format!(", {}", link.stance.1));
            let mut item = vec![plain(&text)];
            item.extend(link.note.iter().flat_map(|note| lines(note)));
            item
        };
        self.list(evidence.iter().map(item).collect());
    }

    fn laws(&mut self, laws: &[OutlineLaw]) {
        if laws.is_empty() {
            return;
        }
        self.document_heading("laws");
        let cited = capital(&self.words.say("document-cited-under", &[]));
        let item = |law: &OutlineLaw| {
            let head = vec![
                span(&one_line(&law.title), Look::Strong),
                span(&format!(" ({})", law.about), Look::Plain),
            ];
            let mut item = vec![head];
            for (name, address) in &law.links {
                let label =
                    if name.is_empty() { String::new() } else { format!("{name}: ") };
                item.push(vec![span(&label, Look::Plain), linked(address)]);
            }
            item.push(plain(&format!("{cited}: {}", law.cited_by.join(", "))));
            item
        };
        self.list(laws.iter().map(item).collect());
    }

    fn annex(&mut self, annex: &[OutlineFinding]) {
        self.document_heading("findings");
        if annex.is_empty() {
            let none = capital(&self.words.say("document-no-findings", &[]));
            return self.para(&self.lang.clone(), vec![plain(&none)]);
        }
        let item = |finding: &OutlineFinding| {
            let mut head = vec![span(&capital(&finding.severity), Look::Strong)];
            if !finding.place.is_empty() {
                head.push(span(&format!(" ({})", finding.place), Look::Plain));
            }
            head.push(span(&format!(": {}", one_line(&finding.message)), Look::Plain));
            let mut item = vec![head];
            item.extend(finding.hint.iter().map(|hint| plain(&capital(hint))));
            item
        };
        self.list(annex.iter().map(item).collect());
    }
}

fn record(record: &Record) -> Vec<Line> {
    let mut item: Vec<Line> = Vec::new();
    item.extend(
        record.title.iter().map(|title| vec![span(&one_line(title), Look::Strong)]),
    );
    for fact in &record.facts {
        let mut text = match &fact.value {
            FactValue::Text(text) => lines(text),
            FactValue::Link(address) => vec![vec![linked(address)]],
            FactValue::Questions(ids) => vec![plain(&ids.join(", "))],
        };
        if let (Some(first), false) = (text.first_mut(), fact.label.is_empty()) {
            let label = format!("{}: ", capital(&fact.label));
            first.insert(0, span(&label, Look::Plain));
        }
        item.append(&mut text);
    }
    item
}

fn span(text: &str, look: Look) -> Span {
    Span { text: text.to_owned(), look, link: String::new() }
}

fn plain(text: &str) -> Line {
    vec![span(&one_line(text), Look::Plain)]
}

/// A link that a reader may follow; anything else stays text.
fn linked(address: &str) -> Span {
    let web = address.starts_with("https://") || address.starts_with("http://");
    let clean = address.bytes().all(|byte| byte.is_ascii_graphic());
    let link = if web && clean { address } else { "" };
    Span { text: one_line(address), look: Look::Plain, link: link.to_owned() }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn lines(text: &str) -> Vec<Line> {
    let pieces = text.split(is_break).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.map(|piece| vec![span(piece, Look::Plain)]).collect()
}

fn one_line(text: &str) -> String {
    let pieces = text.split(is_break).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.collect::<Vec<_>>().join(" ")
}

/// The language without script and region; two or three letters.
fn base(language: &str) -> String {
    let base = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let usual = (2..=3).contains(&base.len());
    let letters = base.bytes().all(|byte| byte.is_ascii_lowercase());
    if usual && letters { base } else { "en".to_owned() }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        None => String::new(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates are held together, other digits and hyphens are left alone.
    #[test]
    fn holds_dates() {
        let mut text = "حتى 2026-11-24، 5(1)(a) untoc-5-q1 - 7".to_owned();
        hold_dates(&mut text);
        assert_eq!(text, "حتى \u{200e}2026-11-24\u{200e}، 5(1)(a) untoc-5-q1 - 7");
    }
}
