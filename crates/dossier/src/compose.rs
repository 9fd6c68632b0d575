//! Turns a set of changes into steps for the history and new texts for the files.

use std::collections::BTreeMap;

use untoc_core::{
    Changes, Conflict, ItemId, Laws, Library, Plan, QuestionnaireId, Response, Settings,
};

use crate::change_set::{ChangeSet, ItemChange, Removal};
use crate::contents::Contents;
use crate::draft::{same_entry, settle_entry};
use crate::error::{Error, FileConflict};
use crate::file_name::FileName;
use crate::history::{Kept, Step, What};
use crate::layout::under_review;
use crate::stored::{Raw, Stored};
use crate::write::Target;

/// Steps and the texts they lead to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Composed {
    pub steps: Vec<Step>,
    pub targets: Vec<Target>,
}

/// What the caller had read when it made its changes.
#[derive(Debug, Clone)]
pub(crate) struct Started {
    settings: Option<String>,
    laws: Option<String>,
}

impl Started {
    pub(crate) fn of(contents: &Contents) -> Self {
        let text = |text: Option<&str>| text.map(str::to_owned);
        Self {
            settings: text(contents.settings.text()),
            laws: text(contents.laws.text()),
        }
    }
}

impl Composed {
    fn add(&mut self, file: &FileName, steps: Vec<Step>, text: Option<String>) {
        if !steps.is_empty() {
            self.steps.extend(steps);
            self.targets.push(Target { file: file.clone(), text });
        }
    }
}

/// Works out what a set of changes does to the dossier as it stands now.
pub(crate) fn compose(
    contents: &Contents,
    started: &Started,
    set: &ChangeSet,
    library: &Library,
) -> Result<Composed, Error> {
    let mut composed = Composed::default();
    let mut files = Vec::new();
    if let Some(settings) = &set.settings {
        let stored = &contents.settings;
        let text = settings.to_text();
        replace_file(
            &mut composed,
            stored,
            started.settings.as_deref(),
            text,
            &mut files,
        )?;
    }
    if let Some(laws) = &set.laws {
        let text = laws.to_text();
        let stored: &Stored<Laws> = &contents.laws;
        replace_file(&mut composed, stored, started.laws.as_deref(), text, &mut files)?;
    }
    for (id, change) in &set.evidence {
        compose_item(&mut composed, contents, id, change)?;
    }
    let settings = set.settings.as_ref().or(contents.settings.value.as_ref());
    let review = match settings {
        Some(settings) => under_review(settings),
        None if set.answers.is_empty() => Vec::new(),
        None => return Err(faulty(contents, &FileName::Settings)),
    };
    if let Some(id) = set.answers.keys().find(|id| !review.contains(id)) {
        return Err(Error::NotUnderReview { id: id.clone() });
    }
    let mut entries = Vec::new();
    if let Some(settings) = settings {
        let work = Work { contents, set, library, settings };
        for id in &review {
            work.compose_response(id, &mut composed, &mut entries)?;
        }
        if set.settings.is_some() {
            let gone = |id: &&QuestionnaireId| !review.contains(id);
            for id in reviewed(contents).iter().filter(gone) {
                work.compose_removal(id, &mut composed)?;
            }
        }
    }
    if entries.is_empty() && files.is_empty() {
        Ok(composed)
    } else {
        Err(Error::Conflict { entries, files, kept: None })
    }
}

fn reviewed(contents: &Contents) -> Vec<QuestionnaireId> {
    contents.settings.value.as_ref().map(under_review).unwrap_or_default()
}

fn faulty(contents: &Contents, file: &FileName) -> Error {
    let file = file.to_string();
    Error::Faulty { findings: contents.faults(&file), file }
}

/// Replaces a file that is written as a whole, unless somebody else has changed it.
fn replace_file<T>(
    composed: &mut Composed,
    stored: &Stored<T>,
    started: Option<&str>,
    text: String,
    conflicts: &mut Vec<FileConflict>,
) -> Result<(), Error> {
    let now = stored.text();
    if now == Some(&text) {
        return Ok(());
    }
    if !stored.writable {
        let findings = stored.findings.clone();
        return Err(Error::Faulty { file: stored.file.to_string(), findings });
    }
    if now != started {
        conflicts.push(FileConflict {
            file: stored.file.clone(),
            ours: now.map(str::to_owned),
            theirs: text,
        });
        return Ok(());
    }
    let step = Step::text(&stored.file, now, Some(&text));
    composed.add(&stored.file, step.into_iter().collect(), Some(text));
    Ok(())
}

/// Changes the record of an evidence item. A record is replaced as a whole, so that each
/// of its texts can be erased from the history.
fn compose_item(
    composed: &mut Composed,
    contents: &Contents,
    id: &ItemId,
    change: &ItemChange,
) -> Result<(), Error> {
    let file = FileName::Evidence(id.clone());
    let raw = contents.raw(&file);
    let there = contents.record(id).is_some_and(|stored| stored.exists());
    let stands = contents.evidence.contains(id.as_str());
    let after = match change {
        ItemChange::Add(_) if there => return Err(Error::ItemExists { id: id.clone() }),
        ItemChange::Update(_) | ItemChange::Remove if !stands => {
            return Err(Error::NoItem { id: id.clone() });
        }
        ItemChange::Add(record)
        | ItemChange::Update(record)
        | ItemChange::Erase(record) => Some(record.to_text()),
        ItemChange::Remove => None,
    };
    let before = match raw {
        Raw::Text { text, .. } => Some(Kept::Value(text.clone())),
        Raw::Bytes { digest } => Some(Kept::Digest(*digest)),
        Raw::Absent => None,
        Raw::Unusable => return Err(faulty(contents, &file)),
    };
    if before == after.clone().map(Kept::Value) {
        return Ok(());
    }
    let what = What::Text { line: None, before, after: after.clone().map(Kept::Value) };
    composed.add(&file, vec![Step { file: file.clone(), what }], after);
    Ok(())
}

struct Work<'w> {
    contents: &'w Contents,
    set: &'w ChangeSet,
    library: &'w Library,
    settings: &'w Settings,
}

impl Work<'_> {
    /// Makes a response that comes under review, and changes one that is.
    fn compose_response(
        &self,
        id: &QuestionnaireId,
        composed: &mut Composed,
        conflicts: &mut Vec<Conflict>,
    ) -> Result<(), Error> {
        let changes = self.set.answers.get(id);
        if changes.is_none_or(Changes::is_empty) && self.set.settings.is_none() {
            return Ok(());
        }
        let file = FileName::Response(id.clone());
        let stored = self.contents.response(id);
        let raw = stored.map_or(&Raw::Absent, |stored| &stored.raw);
        if *raw == Raw::Absent {
            return self.create_response(id, &file, changes, composed, conflicts);
        }
        let Some(response) = stored.filter(|s| s.writable).and_then(|s| s.value()) else {
            if changes.is_none_or(Changes::is_empty) {
                return Ok(());
            }
            return Err(faulty(self.contents, &file));
        };
        let plan = self.plan(id)?;
        let mut after = response.clone();
        if self.set.settings.is_some() {
            self.follow_settings(&mut after);
        }
        let before = stored.and_then(|stored| stored.text());
        if changes.is_none_or(Changes::is_empty) && after == *response {
            return Ok(());
        }
        after.normalise(&plan);
        follow_version(&mut after, &plan);
        let mut steps: Vec<Step> =
            Step::text(&file, before, Some(&after.to_text())).into_iter().collect();
        if let Some(changes) = changes {
            let entries = change_entries(&file, &plan, &mut after, changes, conflicts);
            if entries.is_empty() && self.set.settings.is_none() {
                return Ok(());
            }
            steps.extend(entries);
        }
        composed.add(&file, steps, Some(after.to_text()));
        Ok(())
    }

    fn create_response(
        &self,
        id: &QuestionnaireId,
        file: &FileName,
        changes: Option<&Changes>,
        composed: &mut Composed,
        conflicts: &mut Vec<Conflict>,
    ) -> Result<(), Error> {
        let plan = self.plan(id)?;
        let mut response =
            Response::new(&plan, self.settings.state, self.settings.language.clone());
        let mut steps: Vec<Step> =
            Step::text(file, None, Some(&response.to_text())).into_iter().collect();
        if let Some(changes) = changes {
            steps.extend(change_entries(file, &plan, &mut response, changes, conflicts));
        }
        composed.add(file, steps, Some(response.to_text()));
        Ok(())
    }

    fn follow_settings(&self, response: &mut Response) {
        response.state = self.settings.state;
        if response.answers.is_empty() {
            response.language.clone_from(&self.settings.language);
        }
    }

    /// Removes a response that leaves the review.
    fn compose_removal(
        &self,
        id: &QuestionnaireId,
        composed: &mut Composed,
    ) -> Result<(), Error> {
        let file = FileName::Response(id.clone());
        let Some(stored) = self.contents.response(id).filter(|s| s.exists()) else {
            return Ok(());
        };
        if self.set.removal == Removal::Refuse {
            let Some(response) = stored.value() else {
                return Err(faulty(self.contents, &file));
            };
            let answers = response.answers.len();
            if answers > 0 {
                return Err(Error::HasAnswers { id: id.clone(), answers });
            }
        }
        let before = match &stored.raw {
            Raw::Text { text, .. } => Kept::Value(text.clone()),
            Raw::Bytes { digest } => Kept::Digest(*digest),
            Raw::Absent | Raw::Unusable => return Err(faulty(self.contents, &file)),
        };
        let what = What::Text { line: None, before: Some(before), after: None };
        composed.add(&file, vec![Step { file: file.clone(), what }], None);
        Ok(())
    }

    fn plan(&self, id: &QuestionnaireId) -> Result<std::sync::Arc<Plan>, Error> {
        let plan = self.library.get(id.as_str());
        plan.ok_or_else(|| Error::NoQuestionnaire { id: id.clone() })
    }
}

/// Changes entries and returns the steps; what cannot be changed becomes a conflict.
fn change_entries(
    file: &FileName,
    plan: &Plan,
    response: &mut Response,
    changes: &Changes,
    conflicts: &mut Vec<Conflict>,
) -> Vec<Step> {
    let mut steps = Vec::new();
    for change in &changes.0 {
        let question = &change.question;
        let now = response.answers.get(question.as_str()).cloned();
        let settle =
            |entry: &untoc_core::Entry| settle_entry(plan, question, entry.clone());
        let after = change.after.as_ref().map(settle);
        if same_entry(plan, question, now.as_ref(), after.as_ref()) {
            continue;
        }
        if !same_entry(plan, question, now.as_ref(), change.before.as_ref()) {
            conflicts.push(Conflict {
                question: question.clone(),
                base: change.before.clone(),
                ours: now,
                theirs: change.after.clone(),
            });
            continue;
        }
        response.answers.set(question, after.clone());
        let what = What::Entry {
            question: question.clone(),
            before: now.map(Kept::Value),
            after: after.map(Kept::Value),
        };
        steps.push(Step { file: file.clone(), what });
    }
    response.normalise(plan);
    steps
}

/// Says that a response was last written for this version of its questionnaire, unless
/// a newer one or another major has written it.
fn follow_version(response: &mut Response, plan: &Plan) {
    let numbers = |text: &str| -> Option<Vec<u64>> {
        text.split('.').map(|part| part.parse().ok()).collect()
    };
    if let (Some(ours), Some(theirs)) =
        (numbers(plan.version()), numbers(&response.questionnaire_version))
        && ours.first() == theirs.first()
        && ours > theirs
    {
        plan.version().clone_into(&mut response.questionnaire_version);
    }
}

/// Returns what stands where after some targets, for the line of the history.
pub(crate) fn file_states(
    targets: &[Target],
) -> BTreeMap<FileName, Option<crate::digest::Digest>> {
    let digest = |text: &String| crate::digest::Digest::of(text.as_bytes());
    targets.iter().map(|t| (t.file.clone(), t.text.as_ref().map(digest))).collect()
}
