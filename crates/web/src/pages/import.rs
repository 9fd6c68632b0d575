//! Brings a filled form home: shows each change, and takes those that are accepted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use askama::Template;
use axum::http::StatusCode;
use untoc_core::{
    Change, Changes, Code, ContributorId, Finding, Place, Plan, QuestionId,
    QuestionnaireId, Status,
};
use untoc_dossier::{ChangeSet, Via};
use untoc_export::{
    Decision, Described, ImportOptions, ImportPlan, Imported, ReadOptions, StoredForm,
    Values, describe_change, plan_import, read_returned,
};
use untoc_report::Privacy;

use crate::ask::Ask;
use crate::frame::Frame;
use crate::hint::hint;
use crate::reply::{Fault, Reply};
use crate::sheet::digest;
use crate::stage::Bundle;
use crate::work::Work;

#[derive(Template)]
#[template(path = "import.html")]
struct Page<'a> {
    frame: Frame<'a>,
    people: Vec<(String, String)>,
    refused: Option<String>,
}

#[derive(Template)]
#[template(path = "import_plan.html")]
struct PlanPage<'a> {
    frame: Frame<'a>,
    name: String,
    /// The name under which the file waits.
    staged: String,
    by: Option<String>,
    changes: Vec<ChangeView>,
    unchanged: usize,
    findings: Vec<(&'static str, String, Option<String>)>,
}

struct ChangeView {
    id: String,
    described: Described,
    is_conflict: bool,
    /// The digest of the entry that it replaces.
    base: String,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let notice = ask.query.text("done").and_then(|n| n.parse::<usize>().ok());
    let notice = notice.map(|n| work.words.say("web-imported", &[("count", n.into())]));
    page(&work, None, notice)
}

fn page(
    work: &Work<'_>,
    refused: Option<String>,
    notice: Option<String>,
) -> Result<Reply, Fault> {
    let frame = Frame::of(work, "import", work.words.say("web-import", &[]));
    let mut frame = frame.with_notice(notice);
    frame.faults = usize::from(refused.is_some());
    let people = &work.settings.contributors;
    let people = people.iter().map(|c| (c.id.to_string(), c.name.clone())).collect();
    Reply::page(&Page { frame, people, refused })
}

/// Reads the file and shows what would change; nothing is changed yet.
pub(crate) fn look(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let Some(file) = ask.file() else {
        let text = work.words.say("web-no-file", &[]);
        return page(&work, Some(text), None);
    };
    let mut imported = read(&work, &file.bytes);
    if imported.incoming.is_empty() {
        let said = imported.findings.first();
        let words = work.words;
        let text = said.map(|finding| {
            let mut finding = finding.clone();
            finding.set_file(&file.name);
            words.message(&finding, Privacy::Shown)
        });
        let text = text.unwrap_or_else(|| words.say("web-no-answers", &[]));
        return page(&work, Some(text), None);
    }
    for finding in &mut imported.findings {
        finding.set_file(&file.name);
    }
    let by = giver(&work, ask.form.text("by"));
    let mut findings = imported.findings.clone();
    let planned = plan(&work, &imported, by.as_ref(), &mut findings)?;
    let mut staged = ask.app.staged.lock().unwrap_or_else(PoisonError::into_inner);
    let staged = staged.put(Bundle { files: vec![Arc::clone(file)], secret: None });
    let words = work.words;
    let findings = findings.iter().map(|finding| {
        let message = words.message(finding, Privacy::Shown);
        (finding.severity.as_str(), message, hint(words, finding))
    });
    let frame = Frame::of(&work, "import", words.say("web-import", &[]));
    Reply::page(&PlanPage {
        name: file.name.clone(),
        staged,
        by: by.map(|by| by.to_string()),
        unchanged: planned.iter().map(|(_, plan)| plan.unchanged).sum(),
        changes: planned.iter().flat_map(|one| views(&work, one)).collect(),
        findings: findings.collect(),
        frame,
    })
}

fn read(work: &Work<'_>, bytes: &[u8]) -> Imported {
    let options = ReadOptions { laws: Some(&work.laws), ..ReadOptions::default() };
    read_returned(bytes, &work.app.library, &options)
}

fn giver(work: &Work<'_>, by: Option<&str>) -> Option<ContributorId> {
    by.filter(|by| work.settings.contributor(by).is_some()).map(ContributorId::unchecked)
}

/// What a file would change in each questionnaire.
type Planned = Vec<(Arc<Plan>, ImportPlan)>;

fn plan(
    work: &Work<'_>,
    imported: &Imported,
    by: Option<&ContributorId>,
    findings: &mut Vec<Finding>,
) -> Result<Planned, Fault> {
    let options = ImportOptions {
        by: by.cloned(),
        at: Some(work.app.time()),
        // What an agency sends in is offered, until the focal point has looked at it.
        status: by.map(|_| Status::Proposed),
        ..ImportOptions::default()
    };
    let base = base(work, imported, findings)?;
    let mut planned = Vec::new();
    for incoming in &imported.incoming {
        let ours = work.response(&incoming.plan)?;
        let base = base.as_ref().and_then(|form| form.base(incoming.plan.id()));
        let made = plan_import(incoming, base, ours, &options);
        findings.extend(made.findings.iter().cloned());
        planned.push((Arc::clone(&incoming.plan), made));
    }
    Ok(planned)
}

/// Shows what would change in one questionnaire.
fn views(work: &Work<'_>, (plan, made): &(Arc<Plan>, ImportPlan)) -> Vec<ChangeView> {
    let both: BTreeSet<&QuestionId> =
        made.merge.conflicts.iter().map(|conflict| &conflict.question).collect();
    let all = made.decide(|_, _| Decision::Take);
    let view = |change: &Change| ChangeView {
        id: change.question.to_string(),
        described: describe_change(plan, change, work.words, Values::Shown),
        is_conflict: both.contains(&change.question),
        base: digest(change.before.as_ref()),
    };
    all.0.iter().map(view).collect()
}

/// Returns what stood in the form when it went out.
fn base(
    work: &Work<'_>,
    imported: &Imported,
    findings: &mut Vec<Finding>,
) -> Result<Option<StoredForm>, Fault> {
    let Some(form) = &imported.form else { return Ok(None) };
    let Some(text) = work.dossier.form(form.as_str())? else {
        findings.push(Finding::new(Code::ImportTwoWay, Place::default()));
        return Ok(None);
    };
    match StoredForm::read(&text, &work.app.library) {
        Ok(stored) => Ok(Some(stored)),
        Err(finding) => {
            findings.push(*finding);
            Ok(None)
        }
    }
}

/// Takes the accepted changes, all in one line of the history. What they are is worked out
/// again from the file, which waits in memory; the page says only which are accepted.
pub(crate) fn take(ask: &Ask) -> Result<Reply, Fault> {
    let _one = ask.app.writing.lock();
    let mut work = Work::open(&ask.app)?;
    let key = ask.form.text("staged").unwrap_or_default();
    let file = ask.app.staged.lock().unwrap_or_else(PoisonError::into_inner).get(key);
    let Some(file) = file.as_ref().and_then(|bundle| bundle.files.first()) else {
        return page(&work, Some(work.words.say("web-item-gone", &[])), None);
    };
    let by = giver(&work, ask.form.text("by"));
    let imported = read(&work, &file.bytes);
    let planned = plan(&work, &imported, by.as_ref(), &mut Vec::new())?;
    let accepted: BTreeSet<&str> = ask.form.all("accept").collect();
    let joined: BTreeSet<&str> = ask.form.all("join").collect();
    let mut answers: BTreeMap<QuestionnaireId, Changes> = BTreeMap::new();
    for (plan, made) in planned {
        let decided = made.decide(|question, both| match question.as_str() {
            id if both && joined.contains(id) => Decision::Join,
            id if accepted.contains(id) => Decision::Take,
            _ => Decision::Keep,
        });
        for change in &decided.0 {
            let shown = ask.form.get(&format!("base/{}", change.question));
            if shown != Some(&digest(change.before.as_ref())) {
                return Err(Fault::of(StatusCode::CONFLICT, "fault-import-changed")
                    .hint_of("fault-import-changed-hint"));
            }
        }
        if !decided.is_empty() {
            answers.insert(plan.id().clone(), decided);
        }
    }
    let count: usize = answers.values().map(|changes| changes.0.len()).sum();
    if count > 0 {
        let set = ChangeSet { answers, ..ChangeSet::default() };
        work.commit(&set, Via::Import)?;
    }
    ask.app.staged.lock().unwrap_or_else(PoisonError::into_inner).forget(key);
    Reply::see(format!("/import?done={count}"))
}
