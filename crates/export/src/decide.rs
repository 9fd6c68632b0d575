//! What a person decides about an import, change by change.

use untoc_core::{Change, Changes, Conflict, Entry, Plan, QuestionId, Value};
use untoc_report::{Words, no_answer_in_words, value_in_words};

use crate::import::ImportPlan;

/// What is done with one answer of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The answer of the file is taken.
    Take,
    /// The answer that stands here stays.
    Keep,
    /// Both stand, one after the other, where that is possible; else the one here stays.
    Join,
}

impl ImportPlan {
    /// Returns the changes that were decided on; `decide` is asked for each question, and
    /// told whether it was changed on both sides.
    pub fn decide(&self, decide: impl Fn(&QuestionId, bool) -> Decision) -> Changes {
        let mut decided = Vec::new();
        for change in &self.merge.changes.0 {
            let joined = || {
                let (before, after) = (change.before.as_ref()?, change.after.as_ref()?);
                let entry = join(before, after)?;
                Some(Change { after: Some(entry), ..change.clone() })
            };
            match decide(&change.question, false) {
                Decision::Take => decided.push(change.clone()),
                Decision::Join => decided.extend(joined()),
                Decision::Keep => {}
            }
        }
        for conflict in &self.merge.conflicts {
            let change = |after: Option<Entry>| Change {
                question: conflict.question.clone(),
                before: conflict.ours.clone(),
                after,
            };
            match decide(&conflict.question, true) {
                Decision::Take => decided.push(change(conflict.theirs.clone())),
                Decision::Join => decided.extend(
                    conflict
                        .ours
                        .as_ref()
                        .zip(conflict.theirs.as_ref())
                        .and_then(|(ours, theirs)| join(ours, theirs))
                        .map(|entry| change(Some(entry))),
                ),
                Decision::Keep => {}
            }
        }
        Changes(decided)
    }
}

/// Joins two answers to a question: texts one after the other, ticks and rows together.
/// There is nothing to join where one of two choices must be right.
pub fn join(ours: &Entry, theirs: &Entry) -> Option<Entry> {
    let mut joined = ours.clone();
    match (&mut joined.value, &theirs.value) {
        (Some(Value::Text(own)), Some(Value::Text(other))) if own != other => {
            if !own.contains(char::is_whitespace) || !other.contains(char::is_whitespace)
            {
                // A choice or a date: both cannot be true.
                return None;
            }
            *own = both(own, other);
        }
        (Some(Value::List(own)), Some(Value::List(other))) => {
            let new = other.iter().filter(|item| !own.contains(item));
            let new: Vec<String> = new.cloned().collect();
            own.extend(new);
        }
        (Some(Value::Rows(own)), Some(Value::Rows(other))) => {
            let new = other.iter().filter(|row| !own.contains(row));
            let new: Vec<_> = new.cloned().collect();
            own.extend(new);
        }
        (Some(own), Some(other)) if own == other => {}
        (None, Some(value)) if joined.no_answer.is_none() => {
            joined.value = Some(value.clone());
        }
        (_, None)
            if theirs.no_answer.is_none() || theirs.no_answer == joined.no_answer => {}
        _ => return None,
    }
    lay(&mut joined.reason, &theirs.reason);
    lay(&mut joined.note, &theirs.note);
    lay(&mut joined.remarks, &theirs.remarks);
    joined.by.clone_from(&theirs.by);
    joined.at.clone_from(&theirs.at);
    joined.status = theirs.status;
    Some(joined)
}

fn both(own: &str, other: &str) -> String {
    if own.contains(other) { own.to_owned() } else { format!("{own}\n\n{other}") }
}

fn lay(own: &mut Option<String>, other: &Option<String>) {
    if let Some(other) = other {
        *own = Some(own.as_ref().map_or_else(|| other.clone(), |own| both(own, other)));
    }
}

/// Returns a change that keeps what the file says as a remark beside the answer that
/// stands here, so that nothing is lost until somebody chooses; none where it stands
/// there already.
pub fn keep_beside(
    plan: &Plan,
    conflict: &Conflict,
    who: &str,
    words: &Words,
) -> Option<Change> {
    let theirs = conflict.theirs.as_ref()?;
    let slot = plan.slot(conflict.question.as_str())?;
    let mut said = match (&theirs.value, theirs.no_answer) {
        (Some(value), _) => value_in_words(plan, slot, value, words),
        (None, Some(kind)) => vec![no_answer_in_words(words, kind)],
        (None, None) => Vec::new(),
    };
    said.extend([&theirs.reason, &theirs.note].into_iter().flatten().cloned());
    let arguments = [("who", who.into()), ("answer", said.join("\n").into())];
    let text = words.say("import-says-otherwise", &arguments);
    let mut after = conflict.ours.clone().unwrap_or_default();
    if after.remarks.as_ref().is_some_and(|remarks| remarks.contains(&text)) {
        return None;
    }
    lay(&mut after.remarks, &Some(text));
    Some(Change {
        question: conflict.question.clone(),
        before: conflict.ours.clone(),
        after: Some(after),
    })
}
