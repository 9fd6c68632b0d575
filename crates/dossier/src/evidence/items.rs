//! The evidence items of a dossier, with their descriptions.

use std::collections::BTreeMap;
use std::path::PathBuf;

use untoc_core::{
    Evidence, EvidenceLink, EvidenceRecord, ItemId, OnwardUse, QuestionId,
    QuestionnaireId,
};

use super::item::home;
use super::limits::EvidenceLimits;
use super::{DESCRIPTION, read_description};
use crate::dossier::Dossier;
use crate::stored::Stored;

/// An evidence item of a dossier.
#[derive(Debug, Clone)]
pub struct Item {
    /// The id.
    pub id: ItemId,
    /// The State's record, where it can be read.
    pub record: Option<EvidenceRecord>,
    /// The provider's description, where it can be read.
    pub description: Option<Evidence>,
    /// The folder in which its package lies.
    pub folder: PathBuf,
}

impl Item {
    /// Says whether the item has been erased.
    pub fn is_erased(&self) -> bool {
        self.record.as_ref().is_some_and(|record| record.erased.is_some())
    }
}

impl Dossier<'_> {
    /// Returns the evidence items, erased ones included, in the order of their ids.
    pub fn items(&self) -> Vec<Item> {
        let there = self.contents.records.iter().filter(|stored| stored.exists());
        there.filter_map(|stored| self.item_of(stored)).collect()
    }

    fn item_of(&self, stored: &Stored<EvidenceRecord>) -> Option<Item> {
        let crate::file_name::FileName::Evidence(id) = stored.file() else { return None };
        let folder = home(&self.root, id);
        let most = EvidenceLimits::default().text;
        let description = read_description(self.disk, &folder.join(DESCRIPTION), most);
        Some(Item {
            id: id.clone(),
            record: stored.value().cloned(),
            description: description.ok().and_then(|(description, _)| description),
            folder,
        })
    }

    /// Returns how far each evidence item may be passed on.
    pub fn onward(&self) -> BTreeMap<String, OnwardUse> {
        let items = self.items().into_iter();
        let known = items.filter_map(|item| {
            Some((item.id.to_string(), item.description?.terms.onward_use))
        });
        known.collect()
    }

    /// Returns the links of answers to an evidence item, in all responses of the dossier.
    pub fn links_to(
        &self,
        id: &ItemId,
    ) -> Vec<(QuestionnaireId, QuestionId, EvidenceLink)> {
        let all = self.contents.responses.iter().chain(&self.contents.others);
        let mut links = Vec::new();
        for response in all.filter_map(Stored::value) {
            for (question, entry) in response.answers.iter() {
                for link in entry.evidence.iter().filter(|link| link.item == *id) {
                    let questionnaire = response.questionnaire.clone();
                    links.push((questionnaire, question.clone(), link.clone()));
                }
            }
        }
        links
    }
}
