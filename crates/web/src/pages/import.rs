//! Brings a filled form home: shows each change, and takes those that are accepted.

use std::collections::BTreeMap;

use askama::Template;
use untoc_core::{
    Change, Changes, Code, ContributorId, Finding, Place, QuestionId, QuestionnaireId,
    Status,
};
use untoc_dossier::{ChangeSet, Via};
use untoc_export::{
    Described, ImportOptions, ImportPlan, Imported, ReadOptions, StoredForm, Values,
    describe_change, plan_import, read_returned,
};
use untoc_report::Privacy;

use crate::ask::Ask;
use crate::frame::Frame;
use crate::hint::hint;
use crate::reply::{Fault, Reply};
use crate::sheet::digest;
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
    by: Option<String>,
    changes: Vec<ChangeView>,
    unchanged: usize,
    findings: Vec<(&'static str, String, Option<String>)>,
}

struct ChangeView {
    id: String,
    described: Described,
    is_conflict: bool,
    is_chosen: bool,
    /// What the browser sends back: the entry as it would be, and what it replaces.
    entry: String,
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
    let Some(file) = &ask.file else {
        let text = work.words.say("web-no-file", &[]);
        return page(&work, Some(text), None);
    };
    let options = ReadOptions { laws: Some(&work.laws), ..ReadOptions::default() };
    let mut imported = read_returned(&file.bytes, &ask.app.library, &options);
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
    let by = ask.form.text("by").filter(|by| work.settings.contributor(by).is_some());
    let Planned { changes, unchanged, findings } = plan(&work, &imported, by)?;
    let frame = Frame::of(&work, "import", work.words.say("web-import", &[]));
    Reply::page(&PlanPage {
        name: file.name.clone(),
        by: by.map(str::to_owned),
        changes,
        unchanged,
        findings,
        frame,
    })
}

struct Planned {
    changes: Vec<ChangeView>,
    unchanged: usize,
    findings: Vec<(&'static str, String, Option<String>)>,
}

fn plan(
    work: &Work<'_>,
    imported: &Imported,
    by: Option<&str>,
) -> Result<Planned, Fault> {
    let options = ImportOptions {
        by: by.map(ContributorId::unchecked),
        at: Some(work.app.time()),
        // What an agency sends in is offered, until the focal point has looked at it.
        status: by.map(|_| Status::Proposed),
        ..ImportOptions::default()
    };
    let mut changes = Vec::new();
    let mut unchanged = 0;
    let mut findings: Vec<Finding> = imported.findings.clone();
    let base = base(work, imported, &mut findings)?;
    for incoming in &imported.incoming {
        let ours = work.response(&incoming.plan)?;
        let base = base.as_ref().and_then(|form| form.base(incoming.plan.id()));
        let ImportPlan { merge, unchanged: same, findings: own } =
            plan_import(incoming, base, ours, &options);
        unchanged += same;
        findings.extend(own);
        let conflicts = merge.conflicts.into_iter().map(|conflict| {
            let Change { question, before, after } = Change {
                question: conflict.question,
                before: conflict.ours,
                after: conflict.theirs,
            };
            (Change { question, before, after }, true)
        });
        let all = merge.changes.0.into_iter().map(|change| (change, false));
        for (change, is_conflict) in all.chain(conflicts) {
            let words = work.words;
            changes.push(ChangeView {
                id: change.question.to_string(),
                described: describe_change(&incoming.plan, &change, words, Values::Shown),
                is_conflict,
                is_chosen: !is_conflict,
                entry: serde_json::to_string(&change.after).map_err(|_| Fault::ours())?,
                base: digest(change.before.as_ref()),
            });
        }
    }
    let words = work.words;
    let findings = findings.iter().map(|finding| {
        let message = words.message(finding, Privacy::Shown);
        (finding.severity.as_str(), message, hint(words, finding))
    });
    Ok(Planned { changes, unchanged, findings: findings.collect() })
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

/// Takes the accepted changes, all in one line of the history.
pub(crate) fn take(ask: &Ask) -> Result<Reply, Fault> {
    let mut work = Work::open(&ask.app)?;
    let mut answers: BTreeMap<QuestionnaireId, Changes> = BTreeMap::new();
    let mut count = 0;
    for id in ask.form.all("accept") {
        let part = |name: &str| ask.form.get(&format!("{name}/{id}")).unwrap_or_default();
        let (plan, _) = work.find_question(id)?;
        let before = work.response(&plan)?.answers.get(id).cloned();
        if part("base") != digest(before.as_ref()) {
            return Err(Fault::wrong(format!(
                "the answer to {id} has changed since the list was made; nothing was taken"
            ))
            .hint("choose the file again, and look at the new list"));
        }
        let after = serde_json::from_str(part("entry"))
            .map_err(|_| Fault::wrong_of("fault-list"))?;
        let change = Change { question: QuestionId::unchecked(id), before, after };
        answers.entry(plan.id().clone()).or_default().0.push(change);
        count += 1;
    }
    let set = ChangeSet { answers, ..ChangeSet::default() };
    work.commit(&set, Via::Import)?;
    Reply::see(format!("/import?done={count}"))
}
