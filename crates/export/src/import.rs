//! What came back in a file, compared with what stands in the dossier.
//!
//! An import shows what would change and changes nothing itself. It never deletes: a
//! field that came back empty leaves the answer as it is. With the base, that is what
//! stood in the form when it went out, only what was changed there is taken; what was
//! changed on both sides is a conflict, and both texts stay until somebody chooses.
//! Without a base, an answer that is newer here than in the file is a conflict too.

use std::collections::BTreeMap;
use std::sync::Arc;

use untoc_core::{
    Answers, Change, Code, Conflict, ContributorId, CountryCode, Entry, Finding, Place,
    Plan, QuestionId, Response, Status, ThreeWay,
};

use crate::alike;
use crate::form::FormId;
use crate::returned::About;

/// What was read from a file.
#[derive(Debug, Clone, Default)]
pub struct Imported {
    /// What came back, for each questionnaire.
    pub incoming: Vec<Incoming>,
    /// What is said about the file.
    pub findings: Vec<Finding>,
    /// The id of the form, where one stands in the file.
    pub form: Option<FormId>,
}

/// The answers to one questionnaire that came back in a file.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The questionnaire.
    pub plan: Arc<Plan>,
    /// What the file says about itself.
    pub about: About,
    /// The entries.
    pub answers: Answers,
    /// The questions that stand in the file with nothing filled in.
    pub left_empty: Vec<QuestionId>,
    /// Where each question stands in the file.
    pub places: BTreeMap<QuestionId, Place>,
}

/// How an import is planned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// Whether a file of another State is taken.
    pub other_state: bool,
    /// Whether a file of another version of the questionnaire is taken.
    pub other_version: bool,
    /// Who gave the answers that change; otherwise what the file says.
    pub by: Option<ContributorId>,
    /// When; for answers whose time in the file is not newer than here.
    pub at: Option<String>,
    /// The status of answers that change, unless the file gives another one on purpose.
    pub status: Option<Status>,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportPlan {
    /// What changes, and what changed on both sides.
    pub merge: ThreeWay,
    /// How many entries of the file say what stands here already.
    pub unchanged: usize,
    /// What is said about it.
    pub findings: Vec<Finding>,
}

impl Incoming {
    pub(crate) fn new(plan: &Arc<Plan>, about: About) -> Self {
        Self {
            plan: Arc::clone(plan),
            about,
            answers: Answers::default(),
            left_empty: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// Puts everything into the questionnaire's order.
    pub(crate) fn sort(&mut self) {
        let mut response = Response::new(&self.plan, CountryCode::EXAMPLELAND, "en");
        response.answers = std::mem::take(&mut self.answers);
        response.normalise(&self.plan);
        self.answers = response.answers;
        let plan = &self.plan;
        self.left_empty.sort_by_key(|id| plan.slot(id.as_str()));
    }

    fn place(&self, question: &QuestionId) -> Place {
        let place = self.places.get(question).cloned().unwrap_or_default();
        Place { question: Some(question.to_string()), ..place }
    }
}

/// Works out what an import would change in `ours`.
///
/// `base` is what stood in the form when it went out, that is what [`crate::to_json`]
/// gave with the same options; parts that did not go out, such as remarks, stay as they
/// are here. What the plan takes from the file is in the order of the questionnaire; the
/// caller shows it, applies it and puts the response in order.
pub fn plan_import(
    incoming: &Incoming,
    base: Option<&Response>,
    ours: &Response,
    options: &ImportOptions,
) -> ImportPlan {
    let mut plan =
        ImportPlan { findings: refusals(incoming, ours, options), ..<_>::default() };
    if !plan.findings.is_empty() {
        return plan;
    }
    let mut emptied: Vec<&QuestionId> = Vec::new();
    for (question, theirs) in incoming.answers.iter() {
        let here = ours.answers.get(question.as_str());
        let before = base.map(|base| base.answers.get(question.as_str()));
        let known = before.map_or(here, |before| before);
        let mut theirs = theirs.clone();
        let cut = known.is_some_and(|known| alike::put_back(&mut theirs, known));
        let theirs = &theirs;
        if cut {
            emptied.push(question);
        }
        if before.flatten().is_some_and(|before| is_emptied(before, theirs)) {
            emptied.push(question);
        }
        match merge(before, here, theirs) {
            Merged::Same => plan.unchanged += 1,
            Merged::Taken(entry) => plan.merge.changes.0.push(Change {
                question: question.clone(),
                before: here.cloned(),
                after: Some(stamp(*entry, here, options)),
            }),
            Merged::Both(entry) => {
                let place = incoming.place(question);
                plan.findings.push(
                    Finding::new(Code::ImportConflict, place).plain("question", question),
                );
                plan.merge.conflicts.push(Conflict {
                    question: question.clone(),
                    base: before.flatten().cloned(),
                    ours: here.cloned(),
                    theirs: Some(stamp(*entry, here, options)),
                });
            }
        }
    }
    let had = |question: &&QuestionId| {
        let entry = base.unwrap_or(ours).answers.get(question.as_str());
        entry.is_some_and(|entry| !entry.is_open())
    };
    emptied.extend(incoming.left_empty.iter().filter(had));
    if let Some(first) = emptied.first() {
        let finding = Finding::new(Code::ImportEmptied, incoming.place(first))
            .list("names", &emptied);
        plan.findings.push(finding);
    }
    plan
}

fn refusals(
    incoming: &Incoming,
    ours: &Response,
    options: &ImportOptions,
) -> Vec<Finding> {
    let place = || Place {
        questionnaire: Some(incoming.plan.id().to_string()),
        ..incoming.places.values().min().cloned().unwrap_or_default()
    };
    let mut findings = Vec::new();
    if let Some(state) = &incoming.about.state
        && state != ours.state.as_str()
        && !options.other_state
    {
        findings.push(
            Finding::new(Code::ImportOtherState, place())
                .typed("value", state)
                .plain("expected", ours.state),
        );
    }
    if let Some(version) = &incoming.about.version
        && version != incoming.plan.version()
        && !options.other_version
    {
        findings.push(
            Finding::new(Code::ImportOtherVersion, place())
                .plain("questionnaire", incoming.plan.id())
                .typed("value", version)
                .plain("expected", incoming.plan.version()),
        );
    }
    findings
}

enum Merged {
    Same,
    Taken(Box<Entry>),
    Both(Box<Entry>),
}

/// Compares an entry of the file with the one here; `base` is `None` where nothing is
/// known about what went out.
fn merge(base: Option<Option<&Entry>>, here: Option<&Entry>, theirs: &Entry) -> Merged {
    let empty = Entry::default();
    let ours = here.unwrap_or(&empty);
    let theirs = &add_remarks(base, ours, theirs);
    let over = overlay(ours, theirs);
    if over == *ours {
        return Merged::Same;
    }
    let differs = statement(&over) != statement(ours);
    let Some(base) = base.map(|base| base.unwrap_or(&empty)) else {
        let newer_here = match (&ours.at, &theirs.at) {
            (Some(ours), Some(theirs)) => ours > theirs,
            (Some(_) | None, None) | (None, Some(_)) => false,
        };
        return if differs && newer_here {
            Merged::Both(Box::new(over))
        } else {
            Merged::Taken(Box::new(over))
        };
    };
    let changed_here = statement(ours) != statement(base);
    let changed_there = statement(&overlay(base, theirs)) != statement(base);
    let remarks_both = base.remarks.is_some()
        && ours.remarks != base.remarks
        && theirs.remarks.is_some()
        && theirs.remarks != base.remarks
        && theirs.remarks != ours.remarks;
    if (changed_here && changed_there && differs) || remarks_both {
        return Merged::Both(Box::new(over));
    }
    let taken = take_changes(base, ours, theirs, changed_there);
    if taken == *ours { Merged::Same } else { Merged::Taken(Box::new(taken)) }
}

/// Lets remarks of the file follow those that stand here and did not go out, so that
/// neither is lost.
fn add_remarks(base: Option<Option<&Entry>>, ours: &Entry, theirs: &Entry) -> Entry {
    let mut theirs = theirs.clone();
    let went_out = base.flatten().is_some_and(|base| base.remarks.is_some());
    if let (Some(own), Some(new), false) = (&ours.remarks, &mut theirs.remarks, went_out)
        && base.is_some()
        && own != new
    {
        *new = if own.contains(&**new) { own.clone() } else { format!("{own}\n{new}") };
    }
    theirs
}

/// Returns `ours` with what was changed from `base` to `theirs`.
fn take_changes(base: &Entry, ours: &Entry, theirs: &Entry, statement: bool) -> Entry {
    fn changed<T: PartialEq + Clone>(base: &Option<T>, theirs: &Option<T>) -> Option<T> {
        theirs.clone().filter(|_| theirs != base)
    }
    let mut only = Entry {
        remarks: changed(&base.remarks, &theirs.remarks),
        audience: changed(&base.audience, &theirs.audience),
        status: changed(&base.status, &theirs.status),
        by: changed(&base.by, &theirs.by),
        at: changed(&base.at, &theirs.at),
        extensions: changed(&base.extensions, &theirs.extensions),
        evidence: theirs
            .evidence
            .iter()
            .filter(|link| !base.evidence.contains(link))
            .cloned()
            .collect(),
        ..Entry::default()
    };
    if statement {
        only.value.clone_from(&theirs.value);
        only.no_answer = theirs.no_answer;
        only.reason.clone_from(&theirs.reason);
        only.elsewhere.clone_from(&theirs.elsewhere);
        only.note.clone_from(&theirs.note);
        only.language.clone_from(&theirs.language);
    }
    overlay(ours, &only)
}

/// What an entry says: the answer, or why there is none, with the note on it.
fn statement(entry: &Entry) -> impl PartialEq + '_ {
    (
        &entry.value,
        entry.no_answer,
        &entry.reason,
        &entry.elsewhere,
        &entry.note,
        &entry.language,
    )
}

/// Says whether something that stood in the form came back empty.
fn is_emptied(base: &Entry, theirs: &Entry) -> bool {
    (!base.is_open() && theirs.is_open())
        || (base.note.is_some() && theirs.note.is_none())
}

/// Returns `ours` with everything that `theirs` says laid over it.
///
/// What `theirs` leaves empty stays. A value takes the place of a *no answer* and the
/// other way round. Links to evidence are added; one to the same item is replaced.
pub fn overlay(ours: &Entry, theirs: &Entry) -> Entry {
    let mut over = ours.clone();
    if !theirs.is_open() {
        let same_kind = theirs.no_answer.is_some() && theirs.no_answer == ours.no_answer;
        over.value.clone_from(&theirs.value);
        over.no_answer = theirs.no_answer;
        if !same_kind {
            over.reason = None;
            over.elsewhere = None;
        }
    }
    fn lay<T: Clone>(over: &mut Option<T>, theirs: &Option<T>) {
        if theirs.is_some() {
            over.clone_from(theirs);
        }
    }
    lay(&mut over.reason, &theirs.reason);
    if let Some(theirs) = &theirs.elsewhere {
        let over = over.elsewhere.get_or_insert_default();
        lay(&mut over.reference, &theirs.reference);
        lay(&mut over.date, &theirs.date);
        lay(&mut over.changes, &theirs.changes);
    }
    lay(&mut over.note, &theirs.note);
    lay(&mut over.remarks, &theirs.remarks);
    lay(&mut over.audience, &theirs.audience);
    lay(&mut over.status, &theirs.status);
    lay(&mut over.by, &theirs.by);
    lay(&mut over.at, &theirs.at);
    lay(&mut over.language, &theirs.language);
    lay(&mut over.extensions, &theirs.extensions);
    for link in &theirs.evidence {
        match over.evidence.iter_mut().find(|own| own.item == link.item) {
            Some(own) => own.clone_from(link),
            None => over.evidence.push(link.clone()),
        }
    }
    over
}

/// Says who and when, and sets the status, of an answer that changes.
fn stamp(mut entry: Entry, here: Option<&Entry>, options: &ImportOptions) -> Entry {
    let empty = Entry::default();
    let ours = here.unwrap_or(&empty);
    if statement(&entry) == statement(ours) {
        return entry;
    }
    if options.by.is_some() {
        entry.by.clone_from(&options.by);
    }
    if options.at.is_some() && entry.at <= ours.at {
        entry.at.clone_from(&options.at);
    }
    if options.status.is_some() && entry.status == ours.status {
        entry.status = options.status;
    }
    entry
}
