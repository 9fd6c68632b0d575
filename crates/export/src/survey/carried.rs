//! What a survey cannot carry, as findings.

use std::collections::BTreeMap;

use untoc_core::{CellKind, Choice, Code, Finding, Kind, Place, Plan, Required};

use super::guard::Guard;
use super::naming::codes;

/// Collects what is lost: one finding for each cause, with the first places.
#[derive(Debug)]
pub(super) struct Losses<'a> {
    plan: &'a Plan,
    /// The name of the format, as people know it.
    format: &'static str,
    found: BTreeMap<(Code, String), Loss>,
}

/// A finding, and the question that was counted in last.
#[derive(Debug)]
struct Loss {
    finding: Finding,
    last: Option<usize>,
}

impl<'a> Losses<'a> {
    /// Starts with what every survey loses, whatever its format.
    pub(super) fn new(plan: &'a Plan, format: &'static str, guards: &[Guard]) -> Self {
        let mut losses = Self { plan, format, found: BTreeMap::new() };
        for slot in plan.slots() {
            losses.parts(slot);
            losses.rules(slot);
            losses.values(slot, plan.options(slot));
            for column in plan.columns(slot) {
                losses.values(slot, &column.options);
            }
            if guards.get(slot) == Some(&Guard::TooLong) {
                losses.condition(slot);
            }
        }
        losses
    }

    /// Returns the findings in their order.
    pub(super) fn findings(self) -> Vec<Finding> {
        self.found.into_values().map(|loss| loss.finding).collect()
    }

    /// Records that a part of the answer has no place in the survey.
    pub(super) fn part(&mut self, slot: usize, part: &'static str) {
        self.add(Some(slot), Code::SurveyPartMissing, part, |finding| {
            finding.plain("kind", part)
        });
    }

    /// Records that the survey does not check a rule.
    pub(super) fn check(&mut self, slot: usize, rule: &'static str) {
        self.add(Some(slot), Code::SurveyCheckMissing, rule, |finding| {
            finding.plain("kind", rule)
        });
    }

    /// Records that a question is asked always, since its condition cannot be written.
    pub(super) fn condition(&mut self, slot: usize) {
        self.add(Some(slot), Code::SurveyConditionMissing, "", |finding| finding);
    }

    /// Records that a text was too long for the format and has been cut.
    pub(super) fn cut(&mut self, slot: Option<usize>, limit: usize) {
        self.add(slot, Code::SurveyTextCut, "", |finding| finding.number("limit", limit));
    }

    /// Every survey holds values, notes to choices, and reasons where an answer is
    /// required; the rest of an entry belongs to the dossier.
    fn parts(&mut self, slot: usize) {
        let question = self.plan.question(slot);
        for part in ["remarks", "evidence", "audience", "status"] {
            self.part(slot, part);
        }
        if !has_note(question.kind) {
            self.part(slot, "note");
        }
        if question.required == Required::Yes {
            self.part(slot, "elsewhere");
        } else {
            self.part(slot, "no_answer");
        }
    }

    fn rules(&mut self, slot: usize) {
        if self.plan.question(slot).required == Required::Advised {
            self.check(slot, "advised");
        }
        match self.plan.question(slot).kind {
            Kind::Date => self.date(slot, false),
            Kind::Laws => self.check(slot, "law_cited"),
            Kind::Implementation
            | Kind::YesNo
            | Kind::Single
            | Kind::Multiple
            | Kind::Text
            | Kind::Number
            | Kind::Cases
            | Kind::Authorities
            | Kind::Table => {}
        }
        let columns = self.plan.columns(slot);
        if columns.iter().any(|column| column.options_from_when) {
            self.check(slot, "gap_rows");
        }
        if !columns.is_empty() && columns.iter().all(|column| !column.required) {
            self.check(slot, "empty_row");
        }
        for column in columns {
            match column.kind {
                CellKind::Date => self.date(slot, column.future),
                CellKind::Texts => self.check(slot, "separators"),
                CellKind::Law => self.check(slot, "law_in_register"),
                CellKind::Text
                | CellKind::Integer
                | CellKind::Number
                | CellKind::Choice
                | CellKind::Link
                | CellKind::Questions => {}
            }
        }
    }

    fn date(&mut self, slot: usize, future: bool) {
        self.check(slot, "leap_day");
        if !future {
            self.check(slot, "future");
        }
    }

    fn values(&mut self, slot: usize, choices: &[Choice]) {
        for (choice, code) in choices.iter().zip(codes(choices)) {
            if choice.value != code {
                let cause = format!("{}\u{0}{code}", choice.value);
                self.add(Some(slot), Code::SurveyValueChanged, &cause, |finding| {
                    finding.plain("value", &choice.value).plain("other", &code)
                });
            }
        }
    }

    fn add(
        &mut self,
        slot: Option<usize>,
        code: Code,
        cause: &str,
        words: impl FnOnce(Finding) -> Finding,
    ) {
        let place = self.place(slot);
        match self.found.get_mut(&(code, cause.to_owned())) {
            // Two columns of one question are one place.
            Some(known) if known.last == slot => {}
            Some(known) => {
                known.last = slot;
                known.finding.count += 1;
                if known.finding.places.len() < Finding::PLACES {
                    known.finding.places.push(place);
                }
            }
            None => {
                let finding = Finding::new(code, place).plain("about", self.format);
                let loss = Loss { finding: words(finding), last: slot };
                self.found.insert((code, cause.to_owned()), loss);
            }
        }
    }

    fn place(&self, slot: Option<usize>) -> Place {
        let whole =
            Place { questionnaire: Some(self.plan.id().to_string()), ..Place::default() };
        let Some(slot) = slot else { return whole };
        Place {
            question: Some(self.plan.question(slot).id.to_string()),
            section: Some(self.plan.section(slot).id.to_string()),
            provision: self.plan.provisions(slot).first().map(ToString::to_string),
            ..whole
        }
    }
}

/// Says whether a survey has a field for a note beside the answer: where the answer is
/// a choice, so that it can be explained.
pub(super) fn has_note(kind: Kind) -> bool {
    kind.is_choice() || kind == Kind::Multiple
}
