//! What is to be changed in one write.

use std::collections::BTreeMap;

use untoc_core::{Changes, EvidenceRecord, ItemId, Laws, QuestionnaireId, Settings};

/// What is to be changed in one write: all of it or nothing.
#[derive(Debug, Clone, Default)]
pub struct ChangeSet {
    /// Changes of entries by questionnaire. What stands there must still be what each
    /// change starts from.
    pub answers: BTreeMap<QuestionnaireId, Changes>,
    /// New settings. Responses follow: one is made for each questionnaire that comes
    /// under review and removed for each that leaves it; all take over another State,
    /// and those without an answer another language.
    pub settings: Option<Settings>,
    /// A new register of laws.
    pub laws: Option<Laws>,
    /// Changes of evidence items.
    pub evidence: BTreeMap<ItemId, ItemChange>,
    /// Whether a questionnaire with answers may leave the review.
    pub removal: Removal,
}

/// What is to be done with an evidence item.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemChange {
    /// It is added; its package has been laid ready.
    Add(Box<EvidenceRecord>),
    /// Its record becomes another; its package stays.
    Update(Box<EvidenceRecord>),
    /// It is removed; its package is kept among the backups.
    Remove,
    /// It is replaced by what is left of an item that is erased.
    Erase(Box<EvidenceRecord>),
}

/// Whether a response with answers may be removed. Its text stays in the history and
/// among the backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Removal {
    /// It may not.
    #[default]
    Refuse,
    /// It may.
    Allow,
}

impl ChangeSet {
    /// Makes a set of changes to one response.
    pub fn answers(id: &QuestionnaireId, changes: Changes) -> Self {
        Self { answers: [(id.clone(), changes)].into(), ..Self::default() }
    }

    /// Makes a set that changes one evidence item.
    pub fn item(id: &ItemId, change: ItemChange) -> Self {
        Self { evidence: [(id.clone(), change)].into(), ..Self::default() }
    }

    /// Makes a set that replaces the settings.
    pub fn settings(settings: Settings) -> Self {
        Self { settings: Some(settings), ..Self::default() }
    }

    /// Makes a set that replaces the register of laws.
    pub fn laws(laws: Laws) -> Self {
        Self { laws: Some(laws), ..Self::default() }
    }
}
