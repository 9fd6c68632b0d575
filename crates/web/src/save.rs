//! Takes what a form brought into the dossier.
//!
//! Every question is judged by itself: what was not touched is left alone; what is no
//! answer, or was changed by somebody else meanwhile, stays in the autosave area until a
//! person decides; everything else becomes one change of the history.

use std::collections::BTreeMap;

use untoc_core::{Change, Changes, Entry, Plan, QuestionId, Response};
use untoc_dossier::{ChangeSet, Error, Unsaved, Via};

use crate::posted::Posted;
use crate::reply::Fault;
use crate::sheet::{Clash, Sheet, digest, merge};
use crate::work::Work;

/// What became of a form.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The number of the change in the history, if anything was written.
    pub(crate) number: Option<u64>,
    /// The questions whose answers were written.
    pub(crate) written: Vec<QuestionId>,
    /// The questions that wait in the autosave area, and why.
    pub(crate) waiting: BTreeMap<QuestionId, Hitch>,
}

/// Why the text of a question did not become a change.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Hitch {
    /// Something in it could not be read as an answer.
    Unread(Vec<untoc_core::Finding>),
    /// It says two things at once.
    Clash(Clash),
    /// Somebody else has changed the same answer since.
    Conflict,
}

/// What a form means for one question.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// Nobody has touched it.
    Untouched,
    /// The answer becomes this one.
    Change(Box<Change>),
    /// It has to wait.
    Hitch(Hitch),
}

/// Judges what a form brought for one question.
pub(crate) fn judge(
    sheet: &Sheet<'_>,
    response: &Response,
    slot: usize,
    posted: &Posted,
    at: &str,
) -> Verdict {
    let question = &sheet.plan.question(slot).id;
    let current = response.answers.get(question.as_str());
    let read = sheet.read(question, posted);
    if !read.findings.is_empty() {
        return Verdict::Hitch(Hitch::Unread(read.findings));
    }
    if !posted.shown.is_empty() && digest(Some(&read.parts)) == posted.shown {
        return Verdict::Untouched;
    }
    let fields = sheet.fields(response, |known| known == slot);
    let shown = fields.first().map(|f| sheet.shown(f, current)).unwrap_or_default();
    // What the form did not bring was not touched.
    let parts = fill_in(read.parts, &shown, question, posted);
    if parts == shown {
        return Verdict::Untouched;
    }
    if posted.base != digest(current) {
        return Verdict::Hitch(Hitch::Conflict);
    }
    match merge(current, &shown, &parts, at) {
        Err(clash) => Verdict::Hitch(Hitch::Clash(clash)),
        Ok(after) if after.as_ref() == current => Verdict::Untouched,
        Ok(after) => Verdict::Change(Box::new(Change {
            question: question.clone(),
            before: current.cloned(),
            after,
        })),
    }
}

/// A form without a field says nothing about it; one with an empty field empties it.
fn fill_in(
    mut parts: Entry,
    shown: &Entry,
    question: &QuestionId,
    posted: &Posted,
) -> Entry {
    use untoc_export::{Address, Part};
    let brought = |part| posted.texts.contains_key(&Address::part(question, part));
    if !brought(Part::Audience) {
        parts.audience = shown.audience;
    }
    if !brought(Part::By) {
        parts.by.clone_from(&shown.by);
    }
    if !brought(Part::NoAnswer) {
        parts.no_answer = shown.no_answer;
        parts.reason.clone_from(&shown.reason);
        parts.elsewhere.clone_from(&shown.elsewhere);
    }
    if !brought(Part::Note) {
        parts.note.clone_from(&shown.note);
    }
    if !brought(Part::Remarks) {
        parts.remarks.clone_from(&shown.remarks);
    }
    if posted.evidence().is_none() {
        parts.evidence.clone_from(&shown.evidence);
    }
    parts
}

/// Takes what a form brought into the dossier; `window` tells the autosave area apart.
pub(crate) fn save(
    work: &mut Work<'_>,
    plan: &Plan,
    forms: &[(QuestionId, Posted)],
    window: &str,
) -> Result<Outcome, Fault> {
    let _one = work.app.writing.lock();
    let at = work.app.time();
    let mut outcome = Outcome::default();
    let mut changes = Vec::new();
    {
        let response = work.response(plan)?;
        let laws = work.laws.clone();
        let sheet =
            Sheet { plan, library: &work.app.library, laws: &laws, words: work.words };
        for (question, posted) in forms {
            let Some(slot) = plan.slot(question.as_str()) else { continue };
            let mut posted = posted.clone();
            let now = digest(response.answers.get(question.as_str()));
            if work.app.is_own(question, window, &posted.base, &now) {
                posted.base = now;
            }
            match judge(&sheet, response, slot, &posted, &at) {
                Verdict::Untouched => {}
                Verdict::Change(change) => changes.push(*change),
                Verdict::Hitch(hitch) => {
                    outcome.waiting.insert(question.clone(), hitch);
                }
            }
        }
    }
    keep(work, plan, forms, &outcome, window, &at)?;
    if !changes.is_empty() {
        write(work, plan, forms, changes, &mut outcome, window, &at)?;
    }
    strike(work, forms, &outcome, window)?;
    Ok(outcome)
}

fn write(
    work: &mut Work<'_>,
    plan: &Plan,
    forms: &[(QuestionId, Posted)],
    changes: Vec<Change>,
    outcome: &mut Outcome,
    window: &str,
    at: &str,
) -> Result<(), Fault> {
    let written: Vec<QuestionId> = changes.iter().map(|c| c.question.clone()).collect();
    let set = ChangeSet::answers(plan.id(), Changes(changes));
    match work.commit(&set, Via::Answer) {
        Ok(number) => {
            outcome.number = number;
            outcome.written = written;
            Ok(())
        }
        // Somebody was faster by a moment.
        Err(Error::Conflict { entries, .. }) if !entries.is_empty() => {
            for entry in entries {
                outcome.waiting.insert(entry.question, Hitch::Conflict);
            }
            keep(work, plan, forms, outcome, window, at)
        }
        Err(error) => {
            // The text must survive, whatever keeps the dossier from being written.
            for question in written {
                outcome.waiting.insert(question, Hitch::Conflict);
            }
            keep(work, plan, forms, outcome, window, at)?;
            Err(error.into())
        }
    }
}

/// Puts what has to wait into the autosave area.
fn keep(
    work: &Work<'_>,
    plan: &Plan,
    forms: &[(QuestionId, Posted)],
    outcome: &Outcome,
    window: &str,
    at: &str,
) -> Result<(), Fault> {
    let waits = forms.iter().filter(|(id, _)| outcome.waiting.contains_key(id));
    let records: Vec<Unsaved> =
        waits.map(|(id, posted)| record(plan, id, posted, window, at)).collect();
    Ok(work.journal().add(&records)?)
}

/// Returns what was typed as a record of the autosave area.
pub(crate) fn record(
    plan: &Plan,
    question: &QuestionId,
    posted: &Posted,
    window: &str,
    at: &str,
) -> Unsaved {
    Unsaved {
        base: posted.base.clone(),
        fields: Some(posted.raw.clone()),
        ..Unsaved::new(plan.id(), question, window, at)
    }
}

/// Strikes off what is in the history now.
fn strike(
    work: &Work<'_>,
    forms: &[(QuestionId, Posted)],
    outcome: &Outcome,
    window: &str,
) -> Result<(), Fault> {
    let journal = work.journal();
    let settled: Vec<Unsaved> = journal
        .read()?
        .into_iter()
        .filter(|record| {
            let of_form = forms.iter().find(|(id, _)| *id == record.question);
            let Some((id, posted)) = of_form else { return false };
            let same = record.fields.as_deref() == Some(posted.raw.as_slice());
            (record.window == window || same) && !outcome.waiting.contains_key(id)
        })
        .collect();
    Ok(journal.strike(&settled)?)
}
