//! What of a response goes out: chosen questions, no more private than asked for.

use std::collections::BTreeMap;

use untoc_core::{Entry, Laws, OnwardUse, Plan, QuestionId, Response, Settings, State};

use crate::selection::{ExportOptions, Scope};

/// A response with what belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The compiled questionnaire.
    pub plan: &'a Plan,
    /// The response to it.
    pub response: &'a Response,
    /// The settings of the dossier.
    pub settings: Option<&'a Settings>,
    /// The register of laws.
    pub laws: Option<&'a Laws>,
    /// The evidence items, by id.
    pub evidence: Option<&'a BTreeMap<String, KnownEvidence>>,
}

/// What an export knows of an evidence item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEvidence {
    /// The title.
    pub title: String,
    /// How far it may be passed on.
    pub onward: OnwardUse,
}

/// How many answers an export leaves out, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Answers for a smaller circle than asked for.
    pub more_private: usize,
    /// Answers that are set aside, or wait for an earlier one (reports only).
    pub set_aside: usize,
    /// Answers to questions that the questionnaire does not have (tables and reports).
    pub unknown: usize,
    /// Remarks that stood at answers that go out.
    pub remarks: usize,
    /// Links to evidence that may not be passed on so far.
    pub evidence: usize,
}

impl LeftOut {
    /// Adds another count to this one.
    pub fn absorb(&mut self, other: Self) {
        self.more_private += other.more_private;
        self.set_aside += other.set_aside;
        self.unknown += other.unknown;
        self.remarks += other.remarks;
        self.evidence += other.evidence;
    }
}

/// What goes out of a response.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The response with only those entries.
    pub response: Response,
    /// Whether each question is chosen, by slot.
    pub slots: Vec<bool>,
    /// Which questions are asked, given the whole response, by slot.
    pub states: Vec<State>,
    /// Whether an entry stays at home, by slot.
    pub kept_back: Vec<bool>,
    /// What is left out.
    pub left_out: LeftOut,
}

impl Chosen {
    /// Says whether a question is chosen.
    pub fn has(&self, slot: usize) -> bool {
        self.slots.get(slot).copied().unwrap_or(false)
    }

    /// Says whether a question is asked, waiting or not asked.
    pub fn state(&self, slot: usize) -> State {
        self.states.get(slot).copied().unwrap_or(State::NotAsked)
    }

    /// Says whether the answer to a question is too private to go out.
    pub fn is_kept_back(&self, slot: usize) -> bool {
        self.kept_back.get(slot).copied().unwrap_or(false)
    }
}

/// Chooses what goes out.
///
/// Which questions are asked is worked out before anything is left out, so that a
/// private answer does not park the answers that follow from it.
pub fn choose(subject: Subject<'_>, options: &ExportOptions) -> Chosen {
    let plan = subject.plan;
    let entries = plan.align(subject.response);
    let states = plan.states(&entries);
    let slots: Vec<bool> = plan
        .slots()
        .map(|slot| options.selection.chooses(plan, slot, subject.settings))
        .collect();
    let mut chosen = Chosen {
        response: subject.response.clone(),
        kept_back: vec![false; slots.len()],
        slots,
        states,
        left_out: LeftOut::default(),
    };
    chosen.response.answers = untoc_core::Answers::default();
    if options.scope == Scope::Blank || !options.selection.takes(plan.id()) {
        return chosen;
    }
    for (question, entry) in subject.response.answers.iter() {
        take(&mut chosen, subject, question, entry, options);
    }
    chosen
}

fn take(
    chosen: &mut Chosen,
    subject: Subject<'_>,
    question: &QuestionId,
    entry: &Entry,
    options: &ExportOptions,
) {
    let plan = subject.plan;
    let slot = plan.slot(question.as_str());
    let wanted = match slot {
        Some(slot) => chosen.has(slot),
        None => options.selection.is_whole(),
    };
    if !wanted {
        return;
    }
    if entry.audience() < options.audience {
        chosen.left_out.more_private += 1;
        if let Some(place) = slot.and_then(|slot| chosen.kept_back.get_mut(slot)) {
            *place = true;
        }
        return;
    }
    let mut entry = entry.clone();
    if !options.remarks && entry.remarks.take().is_some() {
        chosen.left_out.remarks += 1;
    }
    if let Some(known) = subject.evidence {
        let before = entry.evidence.len();
        entry.evidence.retain(|link| {
            let item = known.get(link.item.as_str());
            let allowed = item.map(|item| item.onward.audience());
            allowed.is_none_or(|allowed| allowed >= options.audience)
        });
        chosen.left_out.evidence += before - entry.evidence.len();
    }
    // An entry of nothing but remarks would go out empty and say nothing.
    if entry != Entry::default() {
        chosen.response.answers.push(question.clone(), entry);
    }
}
