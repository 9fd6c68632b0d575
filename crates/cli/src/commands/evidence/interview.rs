//! Questions one after the other: with help, a way back, and a stop at which nothing that
//! was answered is lost.
//!
//! The words are those of `untoc fill`. Plain lines work on every terminal, with a screen
//! reader and through a pipe.

use crate::commands::fill::{Asker, Typed};
use crate::error::{CommandError, ErrorKind};
use crate::output::talk;

/// What is asked, and what becomes of the answers.
pub(super) trait Questions {
    /// Returns how many questions there are.
    fn count(&self) -> usize;

    /// Returns the lines that stand above the prompt of a question.
    fn lines(&self, at: usize) -> Vec<String>;

    /// Returns what the Enter key alone does, for the prompt.
    fn enter(&self, at: usize) -> String;

    /// Returns what helps to answer a question.
    fn help(&self, at: usize) -> Vec<String>;

    /// Takes an answer; none is the Enter key alone. What is wrong with it is said, and it
    /// is asked again.
    fn take(&mut self, at: usize, answer: Option<&str>) -> Result<(), String>;
}

/// How the questions ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// All have an answer.
    Done,
    /// Whoever answers wants to go back to what was asked before.
    Back,
    /// Whoever answers has stopped.
    Stopped,
}

/// Asks from question `at` on; before the first one there is nothing to go back to.
pub(super) fn hold_all(
    questions: &mut dyn Questions,
    mut at: usize,
    asker: &mut Asker,
) -> Result<End, CommandError> {
    loop {
        match hold(questions, at, asker)? {
            End::Back => {
                say("  this is the first question")?;
                at = 0;
            }
            end @ (End::Done | End::Stopped) => return Ok(end),
        }
    }
}

/// Asks from question `at` on.
pub(super) fn hold(
    questions: &mut dyn Questions,
    mut at: usize,
    asker: &mut Asker,
) -> Result<End, CommandError> {
    let mut shown = None;
    while at < questions.count() {
        if shown != Some(at) {
            say("")?;
            say_all(&questions.lines(at))?;
            shown = Some(at);
        }
        let prompt = format!("  ({}) > ", questions.enter(at));
        let typed = match asker.ask(&prompt, "") {
            Err(error) if error.kind == ErrorKind::Interrupted => Typed::End,
            typed => typed?,
        };
        let answer = match &typed {
            Typed::End => return Ok(End::Stopped),
            Typed::Nothing => None,
            Typed::Line(line) if line == "?" => {
                help(questions, at)?;
                continue;
            }
            Typed::Line(line) => Some(line.as_str()),
            Typed::Word(word, _) => match word.as_str() {
                "stop" | "quit" | "q" => return Ok(End::Stopped),
                "back" | "b" if at == 0 => return Ok(End::Back),
                "back" | "b" => {
                    at -= 1;
                    continue;
                }
                "help" | "h" | "?" => {
                    help(questions, at)?;
                    continue;
                }
                other => {
                    say(&format!(
                        "  the word :{other} is not known; type :help to see the words"
                    ))?;
                    continue;
                }
            },
        };
        match questions.take(at, answer) {
            Ok(()) => at += 1,
            Err(wrong) => say(&format!("  {wrong}"))?,
        }
    }
    Ok(End::Done)
}

/// Says how many questions there are, and which words can be typed.
pub(super) fn begin(count: usize, what: &str) -> Result<(), CommandError> {
    let questions = if count == 1 { "1 question" } else { &format!("{count} questions") };
    say(&format!("{questions} {what}; type :help, :back or :stop at any of them"))
}

fn help(questions: &dyn Questions, at: usize) -> Result<(), CommandError> {
    say_all(&questions.help(at))?;
    say(
        "  :back goes back to the question before; :stop or Ctrl-C stops, and keeps what was answered",
    )
}

pub(super) fn say(text: &str) -> Result<(), CommandError> {
    talk().line(text).map_err(CommandError::from)
}

fn say_all(lines: &[String]) -> Result<(), CommandError> {
    lines.iter().try_for_each(|line| say(line))
}
