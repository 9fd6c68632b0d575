//! Asks why there is no answer.

use std::sync::Arc;

use untoc_core::{Elsewhere, NoAnswer, PartialDate, Plan};

use crate::error::CommandError;

use super::Interview;
use super::ask::Typed;

const KINDS: [(NoAnswer, &str); 5] = [
    (
        NoAnswer::NotAssessed,
        "nobody has looked into it yet (does not suffice for a submission)",
    ),
    (
        NoAnswer::NotApplicable,
        "the thing does not exist here, or the question does not apply",
    ),
    (NoAnswer::NotDisclosed, "the State does not disclose it"),
    (NoAnswer::Postponed, "the answer comes later"),
    (NoAnswer::GivenElsewhere, "the answer stands in another review"),
];

impl Interview<'_, '_> {
    /// Asks for the kind and the reason; returns whether something was saved.
    pub(super) fn no_answer(
        &mut self,
        plan: &Arc<Plan>,
        slot: usize,
    ) -> Result<bool, CommandError> {
        for (number, (_, words)) in KINDS.iter().enumerate() {
            self.output.line(&format!("  {}  {words}", number + 1))?;
        }
        self.output.flush()?;
        let Some(kind) = self.ask_kind()? else { return Ok(false) };
        let reason = match self.asker.ask_text("reason> ")? {
            Typed::Line(line) => Some(line),
            Typed::Nothing | Typed::Word(..) | Typed::End => None,
        };
        if kind.suffices() && reason.is_none() {
            self.output.line("  nothing was saved: the reason is missing")?;
            return Ok(false);
        }
        let elsewhere = match kind {
            NoAnswer::GivenElsewhere => Some(self.ask_elsewhere()?),
            NoAnswer::NotAssessed
            | NoAnswer::NotApplicable
            | NoAnswer::NotDisclosed
            | NoAnswer::Postponed => None,
        };
        self.save(plan, slot, |entry| {
            entry.value = None;
            entry.no_answer = Some(kind);
            entry.reason = reason;
            entry.elsewhere = elsewhere;
        })?;
        Ok(true)
    }

    fn ask_kind(&mut self) -> Result<Option<NoAnswer>, CommandError> {
        loop {
            match self.asker.ask("why, 1 to 5> ", "")? {
                Typed::Line(line) => {
                    let number =
                        line.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
                    let by_number =
                        number.and_then(|at| KINDS.get(at)).map(|(kind, _)| *kind);
                    if let Some(kind) = by_number.or_else(|| NoAnswer::from_name(&line)) {
                        return Ok(Some(kind));
                    }
                    self.output.line("  type a number from 1 to 5, or Enter to go back to the question")?;
                    self.output.flush()?;
                }
                Typed::Nothing | Typed::Word(..) | Typed::End => return Ok(None),
            }
        }
    }

    fn ask_elsewhere(&mut self) -> Result<Elsewhere, CommandError> {
        let reference = self.ask_line("which review and document> ")?;
        let date = loop {
            match self.ask_line("given when (2023, 2023-05 or 2023-05-17)> ")? {
                None => break None,
                Some(text) => match PartialDate::parse(&text) {
                    Ok(date) => break Some(date),
                    Err(error) => self.output.line(&format!("  {error}"))?,
                },
            }
            self.output.flush()?;
        };
        let changes = self.ask_line("what has changed since> ")?;
        Ok(Elsewhere { reference, date, changes })
    }

    /// Asks for one line; `None` for an empty one.
    pub(super) fn ask_line(
        &mut self,
        prompt: &str,
    ) -> Result<Option<String>, CommandError> {
        Ok(match self.asker.ask(prompt, "")? {
            Typed::Line(line) => Some(line),
            Typed::Nothing | Typed::Word(..) | Typed::End => None,
        })
    }
}
