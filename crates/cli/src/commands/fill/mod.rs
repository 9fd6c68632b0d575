//! `untoc fill`: a guided interview in the terminal.
//!
//! It shows section, provision, obligation and help, offers the values, skips what is not
//! asked and saves after every answer. It can go back, stop, and go on later.

pub(crate) mod ask;
mod no_answer;
mod rows;
mod screen;

use std::sync::Arc;

use clap::Args;
use untoc_core::{
    Change, Changes, ContributorId, Entry, Kind, Plan, Required, State, Value,
};

use untoc_dossier::Via;

use crate::error::{CommandError, CommandResult};
use crate::exit;
use crate::output::Output;
use crate::session::Session;
use crate::value_input::parse_value;
use crate::world::World;

pub(crate) use ask::{Asker, Typed};

/// Answer question by question, guided.
///
/// Only questions that are asked and still open are shown, unless --all is given. Every
/// answer is saved at once; stop whenever you like and go on later.
#[derive(Debug, Args)]
#[command(after_help = "\
While you answer:
  Enter      leave the question as it is and go on
  :back      go back to the question before
  :none      there is no answer: say why
  :note …    add an explanation that goes out with the answer
  :remarks … add an internal remark that never goes out
  :help      show these words
  :stop      stop here; go on later with untoc fill")]
pub(crate) struct Fill {
    /// The questionnaire, for example untoc-cluster-1; all of the dossier if absent
    questionnaire: Option<String>,
    /// Only this section
    #[arg(long, value_name = "ID")]
    section: Option<String>,
    /// Only this question
    #[arg(long, value_name = "ID", conflicts_with = "section")]
    question: Option<String>,
    /// Show questions that are already answered as well
    #[arg(long)]
    all: bool,
    /// The contributor who gives the answers
    #[arg(long, value_name = "ID")]
    by: Option<String>,
}

/// What to do after a question.
enum Next {
    Forward,
    Back,
    Again,
    Stop,
}

/// The interview as it goes on.
struct Interview<'i, 'w> {
    arguments: &'i Fill,
    session: Session<'w>,
    asker: Asker,
    output: &'i mut Output,
    recorded: usize,
}

/// Runs the command.
pub(crate) fn run(arguments: &Fill, world: &World, output: &mut Output) -> CommandResult {
    let session = Session::open(world)?;
    if let Some(by) = &arguments.by {
        session.check_contributor(by)?;
    }
    let plans = chosen_plans(arguments, &session)?;
    let mut interview =
        Interview { arguments, session, asker: Asker::new()?, output, recorded: 0 };
    let mut shown = 0;
    for plan in plans {
        let (count, next) = interview.questionnaire(&plan)?;
        shown += count;
        if matches!(next, Next::Stop) {
            break;
        }
    }
    let recorded = interview.recorded;
    if shown == 0 {
        output.line("there is nothing left to answer here; see untoc status, or use --all to go through the answers")?;
    } else {
        let word = if recorded == 1 { "answer" } else { "answers" };
        output.line(&format!(
            "saved {recorded} {word}; go on with: untoc fill   see: untoc status"
        ))?;
    }
    Ok(exit::CLEAN)
}

fn chosen_plans(
    arguments: &Fill,
    session: &Session<'_>,
) -> Result<Vec<Arc<Plan>>, CommandError> {
    if let Some(question) = &arguments.question {
        return session.find_question(question).map(|(plan, _)| vec![plan]);
    }
    if let Some(section) = &arguments.section {
        return session.find_section(section).map(|plan| vec![plan]);
    }
    match &arguments.questionnaire {
        Some(id) => session.find_questionnaire(id).map(|plan| vec![plan]),
        None => Ok(session.plans()),
    }
}

impl Interview<'_, '_> {
    /// Goes through one questionnaire; returns how many questions were shown.
    fn questionnaire(&mut self, plan: &Arc<Plan>) -> Result<(usize, Next), CommandError> {
        let mut visited: Vec<usize> = Vec::new();
        let mut cursor = 0;
        let mut section = None;
        let mut shown = 0;
        let mut again = None;
        loop {
            let found = match again.take() {
                Some(slot) => Some(slot),
                None => self.next_slot(plan, cursor)?,
            };
            let Some(slot) = found else { return Ok((shown, Next::Forward)) };
            shown += 1;
            if section != Some(plan.section(slot).id.clone()) {
                section = Some(plan.section(slot).id.clone());
                screen::section(self.output, plan, slot)?;
            }
            match self.question(plan, slot)? {
                Next::Forward => {
                    visited.push(slot);
                    cursor = slot + 1;
                }
                Next::Back => match visited.pop() {
                    Some(before) => again = Some(before),
                    None => {
                        self.output.line("this is the first question")?;
                        again = Some(slot);
                    }
                },
                Next::Again => again = Some(slot),
                Next::Stop => return Ok((shown, Next::Stop)),
            }
        }
    }

    /// Finds the next question to show, from a slot on.
    fn next_slot(&self, plan: &Plan, from: usize) -> Result<Option<usize>, CommandError> {
        let response = self.session.response(plan)?;
        let entries = plan.align(response);
        let states = plan.states(&entries);
        let wanted = |slot: &usize| {
            let question = plan.question(*slot);
            let chosen = match (&self.arguments.question, &self.arguments.section) {
                (Some(id), _) => question.id.as_str() == id,
                (None, Some(id)) => plan.section(*slot).id.as_str() == id,
                (None, None) => true,
            };
            let entry = entries.get(*slot).copied().flatten();
            let open = entry.is_none_or(|entry| !entry.is_settled());
            let needed =
                question.required != Required::No || self.arguments.section.is_some();
            let show = self.arguments.all
                || self.arguments.question.is_some()
                || (open && needed);
            chosen && show && states.get(*slot) == Some(&State::Asked)
        };
        Ok(plan.slots().skip(from).find(wanted))
    }

    /// Shows one question and takes the answer.
    fn question(&mut self, plan: &Arc<Plan>, slot: usize) -> Result<Next, CommandError> {
        let response = self.session.response(plan)?;
        screen::question(self.output, plan, slot, response)?;
        let kind = plan.question(slot).kind;
        if kind.has_rows() {
            return self.rows(plan, slot);
        }
        loop {
            self.output.flush()?;
            let typed = if kind == Kind::Text {
                self.asker.ask_text("answer> ")?
            } else {
                self.asker.ask("answer> ", "")?
            };
            let line = match typed {
                Typed::Nothing => return Ok(Next::Forward),
                Typed::End => return Ok(Next::Stop),
                Typed::Word(word, text) => match self.word(plan, slot, &word, &text)? {
                    Some(next) => return Ok(next),
                    None => continue,
                },
                Typed::Line(line) => line,
            };
            match self.understand(plan, slot, &line) {
                Ok(value) => {
                    self.save_value(plan, slot, value)?;
                    return Ok(Next::Forward);
                }
                Err(error) => self.complain(&error)?,
            }
        }
    }

    /// Reads a typed answer; choices may be given by their numbers.
    fn understand(
        &self,
        plan: &Plan,
        slot: usize,
        line: &str,
    ) -> Result<Value, CommandError> {
        let options = plan.options(slot);
        let by_number = |word: &str| {
            let at = word.trim().parse::<usize>().ok()?.checked_sub(1)?;
            options.get(at).map(|choice| choice.value.clone())
        };
        let words: Vec<String> = if options.is_empty() {
            vec![line.to_owned()]
        } else if plan.question(slot).kind == Kind::Multiple {
            let numbers: Option<Vec<_>> = line
                .split([',', ' '])
                .filter(|word| !word.is_empty())
                .map(by_number)
                .collect();
            numbers.unwrap_or_else(|| vec![line.to_owned()])
        } else {
            vec![by_number(line).unwrap_or_else(|| line.to_owned())]
        };
        parse_value(plan, slot, &words)
    }

    /// Does what a word with a colon asks for.
    fn word(
        &mut self,
        plan: &Arc<Plan>,
        slot: usize,
        word: &str,
        text: &str,
    ) -> Result<Option<Next>, CommandError> {
        match word {
            "back" | "b" => Ok(Some(Next::Back)),
            "stop" | "quit" | "q" => Ok(Some(Next::Stop)),
            "skip" | "s" => Ok(Some(Next::Forward)),
            "none" | "n" => {
                let saved = self.no_answer(plan, slot)?;
                Ok(Some(if saved { Next::Forward } else { Next::Again }))
            }
            "note" | "remarks" => {
                let text = if text.is_empty() {
                    match self.asker.ask_text(&format!("{word}> "))? {
                        Typed::Line(line) => line,
                        Typed::Nothing | Typed::Word(..) | Typed::End => return Ok(None),
                    }
                } else {
                    text.to_owned()
                };
                self.save(plan, slot, |entry| {
                    if word == "note" {
                        entry.note = Some(text);
                    } else {
                        entry.remarks = Some(text);
                    }
                })?;
                Ok(None)
            }
            "help" | "h" | "?" => {
                screen::words(self.output)?;
                Ok(None)
            }
            other => {
                self.output.line(&format!(
                    "the word :{other} is not known; type :help to see the words"
                ))?;
                Ok(None)
            }
        }
    }

    fn save_value(
        &mut self,
        plan: &Arc<Plan>,
        slot: usize,
        value: Value,
    ) -> Result<(), CommandError> {
        self.save(plan, slot, |entry| {
            entry.value = Some(value);
            entry.no_answer = None;
            entry.reason = None;
            entry.elsewhere = None;
        })
    }

    /// Changes an entry, saves it and says what follows from it.
    fn save(
        &mut self,
        plan: &Arc<Plan>,
        slot: usize,
        change: impl FnOnce(&mut Entry),
    ) -> Result<(), CommandError> {
        let question = plan.question(slot).id.clone();
        let before = self.session.response(plan)?.clone();
        let old = before.answers.get(question.as_str()).cloned();
        let mut new = old.clone().unwrap_or_default();
        change(&mut new);
        new.stamp(old.as_ref(), &self.session.world().time());
        if let Some(by) = &self.arguments.by {
            new.by = Some(ContributorId::unchecked(by.as_str()));
        }
        if old.as_ref() == Some(&new) {
            return Ok(());
        }
        let change = Change { question: question.clone(), before: old, after: Some(new) };
        self.session.record(
            plan,
            Changes(vec![change]),
            Via::Fill,
            self.arguments.by.as_deref(),
        )?;
        self.recorded += 1;
        let after = self.session.response(plan)?;
        screen::saved(self.session.world(), self.output, plan, slot, &before, after)
    }

    fn complain(&mut self, error: &CommandError) -> Result<(), CommandError> {
        self.output.line(&format!("  {}", error.message))?;
        for hint in &error.hints {
            self.output.line(&format!("  {hint}"))?;
        }
        Ok(())
    }
}
