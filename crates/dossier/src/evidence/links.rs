//! Links of answers to evidence items.

use untoc_core::{Change, Changes, Entry, EvidenceLink, ItemId};

use crate::change_set::ChangeSet;
use crate::dossier::Dossier;

/// Returns an entry with a link to an item; one that is there already is replaced.
pub fn linked(entry: Option<Entry>, link: EvidenceLink) -> Entry {
    let mut entry = entry.unwrap_or_default();
    match entry.evidence.iter_mut().find(|known| known.item == link.item) {
        Some(known) => *known = link,
        None => entry.evidence.push(link),
    }
    entry
}

/// Returns an entry without its links to an item; none if nothing is left of it.
pub fn unlinked(mut entry: Entry, item: &str) -> Option<Entry> {
    entry.evidence.retain(|link| link.item.as_str() != item);
    (entry != Entry::default()).then_some(entry)
}

impl Dossier<'_> {
    /// Returns the change that takes every link to an item away.
    pub fn without_links_to(&self, id: &ItemId) -> ChangeSet {
        let mut set = ChangeSet::default();
        for (questionnaire, question, _) in self.links_to(id) {
            let Some(response) = self.response(&questionnaire) else { continue };
            let Some(before) = response.answers.get(question.as_str()) else { continue };
            let change = Change {
                question: question.clone(),
                before: Some(before.clone()),
                after: unlinked(before.clone(), id.as_str()),
            };
            let changes =
                set.answers.entry(questionnaire).or_insert_with(Changes::default);
            if changes.0.iter().all(|known| known.question != question) {
                changes.0.push(change);
            }
        }
        set
    }
}
