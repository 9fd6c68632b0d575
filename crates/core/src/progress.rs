//! Progress: what is answered and what is still open. No score of a State is computed.

use crate::answer::{Entry, Status};
use crate::plan::{Plan, State};
use crate::questionnaire::Required;

/// What is done of a number of questions that are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// How many are asked.
    pub asked: usize,
    /// How many of them have a value or a *no answer* that suffices.
    pub settled: usize,
}

impl Count {
    /// Returns how many are still open.
    pub fn open(self) -> usize {
        self.asked - self.settled
    }

    fn add(&mut self, settled: bool) {
        self.asked += 1;
        self.settled += usize::from(settled);
    }
}

/// What is done of a group of questions; required and advised ones are counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Questions that a submission needs.
    pub required: Count,
    /// Questions that should be answered.
    pub advised: Count,
    /// Questions that may stay empty.
    pub optional: Count,
    /// Answers that the focal point has confirmed.
    pub confirmed: usize,
    /// Answers that somebody proposed and nobody has looked at yet.
    pub proposed: usize,
    /// Answers that wait for an earlier one.
    pub waiting: usize,
    /// Answers that are set aside.
    pub parked: usize,
}

impl Tally {
    /// Counts one question in.
    pub fn add(&mut self, required: Required, state: State, entry: Option<&Entry>) {
        let Some(entry) = entry else {
            if state == State::Asked {
                self.count(required).add(false);
            }
            return;
        };
        match state {
            State::Asked => {
                self.count(required).add(entry.is_settled());
                match entry.status() {
                    Status::Confirmed => self.confirmed += 1,
                    Status::Proposed => self.proposed += 1,
                    Status::Draft => {}
                }
            }
            State::Waiting => self.waiting += 1,
            State::NotAsked => self.parked += 1,
        }
    }

    /// Adds another tally to this one.
    pub fn absorb(&mut self, other: Self) {
        for (mine, theirs) in [
            (&mut self.required, other.required),
            (&mut self.advised, other.advised),
            (&mut self.optional, other.optional),
        ] {
            mine.asked += theirs.asked;
            mine.settled += theirs.settled;
        }
        self.confirmed += other.confirmed;
        self.proposed += other.proposed;
        self.waiting += other.waiting;
        self.parked += other.parked;
    }

    fn count(&mut self, required: Required) -> &mut Count {
        match required {
            Required::Yes => &mut self.required,
            Required::Advised => &mut self.advised,
            Required::No => &mut self.optional,
        }
    }
}

/// Progress on one questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// All questions.
    pub total: Tally,
    /// By section, in the questionnaire's order; as many as there are sections.
    pub sections: Vec<Tally>,
    /// The first required question that is asked and open, by slot.
    pub next: Option<usize>,
}

impl Progress {
    /// Counts a response, given its aligned entries and states.
    pub fn of(plan: &Plan, entries: &[Option<&Entry>], states: &[State]) -> Self {
        let mut progress = Self::default();
        let mut section = None;
        for slot in plan.slots() {
            let id = &plan.section(slot).id;
            if section != Some(id) {
                section = Some(id);
                progress.sections.push(Tally::default());
            }
            let entry = entries.get(slot).copied().flatten();
            let state = states.get(slot).copied().unwrap_or(State::NotAsked);
            let required = plan.question(slot).required;
            progress.total.add(required, state, entry);
            if let Some(tally) = progress.sections.last_mut() {
                tally.add(required, state, entry);
            }
            if progress.next.is_none() && plan.is_missing(slot, entries, states) {
                progress.next = Some(slot);
            }
        }
        progress
    }

    /// Counts the questions for which `choose` says yes: those of one article, one
    /// contributor or one cross-cutting view.
    pub fn of_some(
        plan: &Plan,
        entries: &[Option<&Entry>],
        states: &[State],
        choose: impl Fn(usize) -> bool,
    ) -> Tally {
        let mut tally = Tally::default();
        for slot in plan.slots().filter(|&slot| choose(slot)) {
            let entry = entries.get(slot).copied().flatten();
            let state = states.get(slot).copied().unwrap_or(State::NotAsked);
            tally.add(plan.question(slot).required, state, entry);
        }
        tally
    }
}
