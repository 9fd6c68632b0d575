//! Checks a response: runs every rule and returns all findings.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::answer::Entry;
use crate::evidence::OnwardUse;
use crate::finding::{Finding, Level, Place};
use crate::laws::Laws;
use crate::plan::{Plan, State};
use crate::response::Response;
use crate::rules::{self, CellAt};
use crate::settings::Settings;

/// What is known beside a response: the other files of its dossier.
///
/// For a loose response nothing is known; rules that need the register of laws or the
/// list of evidence then say nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Surroundings<'a> {
    /// The settings of the dossier.
    pub settings: Option<&'a Settings>,
    /// The register of laws.
    pub laws: Option<&'a Laws>,
    /// The ids of the evidence items.
    pub evidence: Option<&'a BTreeSet<String>>,
    /// How far each evidence item may be passed on.
    pub onward: Option<&'a BTreeMap<String, OnwardUse>>,
}

/// Everything that a rule looks at.
pub struct Context<'a> {
    /// The compiled questionnaire.
    pub plan: &'a Plan,
    /// The response.
    pub response: &'a Response,
    /// The entries beside the slots of the plan.
    pub entries: Vec<Option<&'a Entry>>,
    /// Which questions are asked.
    pub states: Vec<State>,
    /// The other files of the dossier.
    pub around: Surroundings<'a>,
    /// How much must hold.
    pub level: Level,
    /// Today, for dates in the future.
    pub today: Date,
    /// The cells of known columns, which many rules look at.
    pub(crate) cells: Vec<CellAt<'a>>,
}

impl<'a> Context<'a> {
    /// Prepares a check.
    pub fn new(
        plan: &'a Plan,
        response: &'a Response,
        around: Surroundings<'a>,
        level: Level,
        today: Date,
    ) -> Self {
        let entries = plan.align(response);
        let states = plan.states(&entries);
        let cells = Vec::new();
        let mut context =
            Self { plan, response, entries, states, around, level, today, cells };
        context.cells = rules::find_cells(&context);
        context
    }

    /// Returns the entry in a slot.
    pub fn entry(&self, slot: usize) -> Option<&'a Entry> {
        self.entries.get(slot).copied().flatten()
    }

    /// Says whether a question is asked, waiting or not asked.
    pub fn state(&self, slot: usize) -> State {
        self.states.get(slot).copied().unwrap_or(State::NotAsked)
    }

    /// Walks through the questions that have an entry.
    pub fn answered(&self) -> impl Iterator<Item = (usize, &'a Entry)> + '_ {
        self.plan.slots().filter_map(|slot| Some((slot, self.entry(slot)?)))
    }

    /// Returns the place of a part of an entry: `part` is a pointer below the entry.
    ///
    /// A question without an entry has its place at `/answers`.
    pub fn place(&self, slot: usize, part: &str) -> Place {
        let question = &self.plan.question(slot).id;
        let pointer = match self.entry(slot) {
            Some(_) => format!("/answers/{question}{part}"),
            None => "/answers".to_owned(),
        };
        let provision = self.plan.provisions(slot).first();
        let assigned = self.around.settings.and_then(|s| s.assignment(self.plan, slot));
        Place {
            pointer: Some(pointer),
            questionnaire: Some(self.plan.id().to_string()),
            question: Some(question.to_string()),
            provision: provision.map(ToString::to_string),
            section: Some(self.plan.section(slot).id.to_string()),
            contributor: assigned.map(|a| a.to.to_string()),
            ..Place::default()
        }
    }
}

/// Checks a response and returns all findings, in the order of the rules.
///
/// Faults of form (syntax, unknown fields, wrong types) are found when the text is read
/// and are not repeated here.
pub fn check_response(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules::ALL {
        rule(context, &mut findings);
    }
    findings
}
