//! Content controls: lists to choose from, boxes to tick, dates.

use untoc_core::{Choice, PartialDate};

use super::text::{Look, begin, runs};
use super::xml::Xml;
use crate::fields::Field;
use crate::form::Direction;

/// The most characters of a tag that Word accepts.
const TAG_MOST: usize = 64;

/// Numbers the controls and bookmarks of a document.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    control: usize,
    bookmark: usize,
}

impl Numbers {
    /// Returns the number of the next bookmark.
    pub(super) fn bookmark(&mut self) -> String {
        self.bookmark += 1;
        self.bookmark.to_string()
    }

    fn control(&mut self) -> String {
        self.control += 1;
        self.control.to_string()
    }
}

/// Writes controls.
pub(super) struct Controls<'c> {
    /// The numbers of the document.
    pub(super) numbers: &'c mut Numbers,
    /// The words of a list in which nothing is chosen.
    pub(super) choose: &'c str,
    /// The words of a date that is not given.
    pub(super) date: &'c str,
    /// The direction of the words.
    pub(super) direction: Direction,
    /// The style of the paragraphs.
    pub(super) style: &'c str,
}

impl Controls<'_> {
    /// Writes a list to choose one of, in a paragraph.
    pub(super) fn choice(&mut self, xml: &mut Xml, field: &Field<'_>) {
        let chosen = field.options.iter().find(|choice| choice.value == field.content);
        self.begin(xml, field, chosen.is_none());
        xml.open("w:dropDownList", &[]);
        self.item(xml, self.choose, "");
        for choice in field.options.iter() {
            self.item(xml, &choice.label, &choice.value);
        }
        xml.close("w:dropDownList");
        match chosen {
            Some(choice) => self.end(xml, &choice.label, Look::Plain),
            None => self.end(xml, self.choose, Look::Placeholder),
        }
    }

    /// Writes a date, in a paragraph.
    pub(super) fn date(&mut self, xml: &mut Xml, field: &Field<'_>) {
        self.begin(xml, field, field.content.is_empty());
        let whole = matches!(PartialDate::parse(&field.content), Ok(PartialDate::Day(_)));
        let full = format!("{}T00:00:00Z", field.content);
        let attributes: &[(&str, &str)] =
            if whole { &[("w:fullDate", &full)] } else { &[] };
        xml.open("w:date", attributes);
        xml.raw("<w:dateFormat w:val=\"yyyy-MM-dd\"/><w:lid w:val=\"en-GB\"/><w:storeMappedDataAs w:val=\"date\"/><w:calendar w:val=\"gregorian\"/>");
        xml.close("w:date");
        if field.content.is_empty() {
            self.end(xml, self.date, Look::Placeholder);
        } else {
            self.end(xml, &field.content, Look::Plain);
        }
    }

    /// Writes a box for each option, each in a paragraph.
    pub(super) fn ticks(&mut self, xml: &mut Xml, field: &Field<'_>) {
        let ticked: Vec<&str> = field.content.split("; ").collect();
        for choice in field.options.iter() {
            begin(xml, self.style, self.direction);
            self.tick(xml, field, choice, ticked.contains(&&*choice.value));
            runs(xml, &format!(" {}", choice.label), Look::Plain);
            xml.close("w:p");
        }
    }

    fn tick(&mut self, xml: &mut Xml, field: &Field<'_>, choice: &Choice, ticked: bool) {
        xml.open("w:sdt", &[]);
        xml.open("w:sdtPr", &[]);
        let tag = format!("{}/{}", tag(field), choice.value);
        self.head(xml, &tag, &format!("{}: {}", field.address.question, choice.label));
        xml.open("w14:checkbox", &[]);
        xml.empty("w14:checked", &[("w14:val", if ticked { "1" } else { "0" })]);
        xml.empty("w14:checkedState", &[("w14:val", "2612"), ("w14:font", "MS Gothic")]);
        xml.empty(
            "w14:uncheckedState",
            &[("w14:val", "2610"), ("w14:font", "MS Gothic")],
        );
        xml.close("w14:checkbox");
        xml.close("w:sdtPr");
        xml.open("w:sdtContent", &[]);
        runs(xml, if ticked { "☒" } else { "☐" }, Look::Box);
        xml.close("w:sdtContent");
        xml.close("w:sdt");
    }

    fn begin(&mut self, xml: &mut Xml, field: &Field<'_>, placeholder: bool) {
        begin(xml, self.style, self.direction);
        xml.open("w:sdt", &[]);
        xml.open("w:sdtPr", &[]);
        let alias = format!("{}: {}", field.address.question, short(&field.label));
        self.head(xml, &tag(field), &alias);
        if placeholder {
            xml.empty("w:showingPlcHdr", &[]);
        }
    }

    fn head(&mut self, xml: &mut Xml, tag: &str, alias: &str) {
        xml.empty("w:alias", &[("w:val", alias)]);
        if tag.len() <= TAG_MOST {
            xml.empty("w:tag", &[("w:val", tag)]);
        }
        xml.empty("w:id", &[("w:val", &self.numbers.control())]);
    }

    fn item(&self, xml: &mut Xml, label: &str, value: &str) {
        xml.empty("w:listItem", &[("w:displayText", label), ("w:value", value)]);
    }

    fn end(&self, xml: &mut Xml, text: &str, look: Look) {
        xml.close("w:sdtPr");
        xml.open("w:sdtContent", &[]);
        runs(xml, text, look);
        xml.close("w:sdtContent");
        xml.close("w:sdt");
        xml.close("w:p");
    }
}

/// Returns the tag of a field: `untoc-5-q1/value`, `untoc-5-q3/2/title`.
pub(super) fn tag(field: &Field<'_>) -> String {
    match &field.address.cell {
        None => format!("{}/{}", field.address.question, field.address.part.as_str()),
        Some((row, column)) => format!("{}/{row}/{column}", field.address.question),
    }
}

fn short(label: &str) -> String {
    match label.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", label.get(..at).unwrap_or_default()),
        None => label.to_owned(),
    }
}
