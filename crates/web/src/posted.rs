//! What a form brought, question by question.

use std::collections::BTreeMap;

use untoc_core::{EvidenceLink, ItemId, QuestionId, Stance};
use untoc_export::{Address, Part};

use crate::ask::Pairs;

/// What a form brought for one question.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Posted {
    /// The texts of the fields.
    pub(crate) texts: BTreeMap<Address, String>,
    /// The digest of the entry that the form started from.
    pub(crate) base: String,
    /// The digest of what the form showed.
    pub(crate) shown: String,
    /// A block from a spreadsheet, to be added as rows.
    pub(crate) paste: String,
    links: BTreeMap<usize, Link>,
    has_links: bool,
    /// The fields as they came, for the autosave area.
    pub(crate) raw: Vec<(String, String)>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Link {
    item: String,
    stance: String,
    note: String,
    remove: bool,
}

/// The most rows of one answer.
const ROWS_MOST: usize = 10_000;

impl Posted {
    /// Sorts the fields of a form by their questions, in the order of the form.
    pub(crate) fn all(pairs: &Pairs) -> Vec<(QuestionId, Self)> {
        let mut found: Vec<(QuestionId, Self)> = Vec::new();
        for (name, text) in &pairs.0 {
            let Some((question, field)) = name.split_once('/') else { continue };
            let Ok(question) = QuestionId::parse(question) else { continue };
            // Browsers send line ends as on paper tapes.
            let text = text.replace("\r\n", "\n");
            let at = found.iter().position(|(known, _)| *known == question);
            let at = at.unwrap_or_else(|| {
                found.push((question.clone(), Self::default()));
                found.len() - 1
            });
            if let Some((question, posted)) = found.get_mut(at) {
                posted.put(question, field, text);
            }
        }
        found
    }

    /// Reads the fields of one question as they stand in the autosave area.
    pub(crate) fn one(question: &QuestionId, fields: &[(String, String)]) -> Self {
        let pairs = Pairs(fields.to_vec());
        let found = Self::all(&pairs).into_iter().find(|(known, _)| known == question);
        found.map(|(_, posted)| posted).unwrap_or_default()
    }

    fn put(&mut self, question: &QuestionId, field: &str, text: String) {
        let name = format!("{question}/{field}");
        match field.split_once('/') {
            None if field == "base" => return self.base = text,
            None if field == "shown" => return self.shown = text,
            None if field == "paste" => self.paste.clone_from(&text),
            None if field == "links" => self.has_links = true,
            Some(("link", rest)) => self.put_link(rest, &text),
            _ => {
                let Some(address) = Address::parse(&name) else { return };
                if address.cell.as_ref().is_some_and(|(row, _)| *row > ROWS_MOST) {
                    return;
                }
                let slot = self.texts.entry(address).or_default();
                // Ticks come one by one.
                if !slot.is_empty() && !text.is_empty() {
                    slot.push_str("; ");
                }
                slot.push_str(&text);
            }
        }
        self.raw.push((name, text));
    }

    fn put_link(&mut self, rest: &str, text: &str) {
        let Some((number, field)) = rest.split_once('/') else { return };
        let Ok(number) = number.parse() else { return };
        let link = self.links.entry(number).or_default();
        match field {
            "item" => text.clone_into(&mut link.item),
            "stance" => text.clone_into(&mut link.stance),
            "note" => text.clone_into(&mut link.note),
            "remove" => link.remove = true,
            _ => {}
        }
    }

    /// Returns the links to evidence; `None` if the form had no fields for them.
    pub(crate) fn evidence(&self) -> Option<Vec<EvidenceLink>> {
        if !self.has_links {
            return None;
        }
        let mut links: Vec<EvidenceLink> = Vec::new();
        for link in self.links.values().filter(|link| !link.remove) {
            let Ok(item) = ItemId::parse(link.item.trim()) else { continue };
            let stance = Stance::ALL.into_iter().find(|s| s.as_str() == link.stance);
            let note = link.note.trim();
            let made = EvidenceLink {
                item,
                stance: stance.unwrap_or(Stance::Supports),
                note: (!note.is_empty()).then(|| note.to_owned()),
            };
            match links.iter_mut().find(|known| known.item == made.item) {
                Some(known) => *known = made,
                None => links.push(made),
            }
        }
        Some(links)
    }

    /// Returns the text of a part.
    pub(crate) fn part(&self, question: &QuestionId, part: Part) -> &str {
        let address = Address::part(question, part);
        self.texts.get(&address).map_or("", String::as_str)
    }

    /// Returns the cells row by row, numbered as they came.
    pub(crate) fn rows(&self) -> BTreeMap<usize, BTreeMap<String, String>> {
        let mut rows: BTreeMap<usize, BTreeMap<String, String>> = BTreeMap::new();
        for (address, text) in &self.texts {
            if let Some((row, column)) = &address.cell {
                rows.entry(*row).or_default().insert(column.clone(), text.clone());
            }
        }
        rows
    }

    /// Replaces the cells; rows are numbered from 1.
    pub(crate) fn set_rows(
        &mut self,
        question: &QuestionId,
        rows: impl IntoIterator<Item = BTreeMap<String, String>>,
    ) {
        self.texts.retain(|address, _| address.cell.is_none());
        self.raw.retain(|(name, _)| {
            Address::parse(name).is_none_or(|address| address.cell.is_none())
        });
        for (at, cells) in rows.into_iter().enumerate() {
            for (column, text) in cells {
                let address = Address::cell(question, at + 1, column);
                self.raw.push((address.to_string(), text.clone()));
                self.texts.insert(address, text);
            }
        }
    }

    /// Replaces the text of a part.
    pub(crate) fn set_part(&mut self, question: &QuestionId, part: Part, text: String) {
        let address = Address::part(question, part);
        let name = address.to_string();
        self.raw.retain(|(known, _)| *known != name);
        self.raw.push((name, text.clone()));
        self.texts.insert(address, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(fields: &[(&str, &str)]) -> Pairs {
        Pairs(fields.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
    }

    /// Fields are sorted by question; ticks that come one by one are joined.
    #[test]
    fn sorts_fields() {
        let form = pairs(&[
            ("once", "x"),
            ("untoc-5-q2/value", "a"),
            ("untoc-5-q2/value", "b"),
            ("untoc-5-q2/base", "none"),
            ("untoc-5-q1/note", "one\r\ntwo"),
            ("untoc-5-q1/unknown", "x"),
            ("../x/value", "x"),
        ]);
        let found = Posted::all(&form);
        assert_eq!(found.len(), 2);
        let (id, two) = &found[0];
        assert_eq!(two.part(id, Part::Value), "a; b");
        assert_eq!(two.base, "none");
        let (id, one) = &found[1];
        assert_eq!(one.part(id, Part::Note), "one\ntwo");
        assert_eq!(Posted::one(id, &one.raw).texts, one.texts);
    }

    /// Links are read from their fields; one that is to be removed is left out.
    #[test]
    fn reads_links() {
        let form = pairs(&[
            ("untoc-5-q1/links", "1"),
            ("untoc-5-q1/link/1/item", "court-monitoring-2025"),
            ("untoc-5-q1/link/1/stance", "contradicts"),
            ("untoc-5-q1/link/1/note", " Table 2 "),
            ("untoc-5-q1/link/2/item", "survey"),
            ("untoc-5-q1/link/2/remove", "1"),
            ("untoc-5-q1/link/3/item", ""),
        ]);
        let links = Posted::all(&form)[0].1.evidence().unwrap();
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].stance, Stance::Contradicts);
        assert_eq!(links[0].note.as_deref(), Some("Table 2"));
    }
}
