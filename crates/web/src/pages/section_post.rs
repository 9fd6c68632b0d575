//! What is done with the form of a section.

use axum::http::StatusCode;
use serde_json::json;
use untoc_core::{
    Change, Changes, Plan, QuestionId, QuestionnaireId, SectionId, State, Status,
};
use untoc_dossier::{ChangeSet, Journal, RealDisk, Unsaved, Via};

use crate::ask::{Ask, Pairs};
use crate::join::join;
use crate::posted::Posted;
use crate::reply::{Fault, Reply};
use crate::row_moves::{Move, take_paste};
use crate::save::{Outcome, record, save};
use crate::sheet::{Sheet, digest};
use crate::work::Work;

pub(crate) fn take(ask: &Ask) -> Result<Reply, Fault> {
    if ask.form.get("of").is_some_and(|mark| mark != ask.app.mark()) {
        return Err(Fault::of(StatusCode::CONFLICT, "fault-other-dossier")
            .hint_of("fault-other-dossier-hint"));
    }
    let action = ask.form.get("do").unwrap_or("save");
    if action == "keep" {
        return keep(ask);
    }
    let mut work = Work::open(&ask.app)?;
    let plan = work.find_section(ask.id())?;
    let (verb, rest) = action.split_once(':').unwrap_or((action, ""));
    match verb {
        "drop" => drop_text(ask, &work, rest),
        "join" => join_texts(ask, &work, &plan, rest),
        "forget" => forget(ask, &mut work, &plan, rest),
        _ => store(ask, &mut work, &plan, verb, rest),
    }
}

/// Keeps what was typed in the autosave area; nothing else is read or written.
fn keep(ask: &Ask) -> Result<Reply, Fault> {
    let root = ask.app.root().ok_or_else(|| Fault::missing_of("fault-no-dossier"))?;
    let section = SectionId::unchecked(ask.id());
    let window = window(&ask.form);
    let at = ask.app.time();
    let mut records = Vec::new();
    for (question, posted) in Posted::all(&ask.form) {
        let (plan, slot) = ask
            .app
            .library
            .find_question(question.as_str())
            .ok_or_else(|| Fault::missing_of("fault-no-question"))?;
        if plan.section(slot).id != section {
            return Err(Fault::wrong_of("fault-no-question"));
        }
        records.push(record(&plan, &question, &posted, window, &at));
    }
    Journal::of(&RealDisk, &root).add(&records)?;
    let once = ask.app.give_token();
    Ok(Reply::Json(StatusCode::OK, json!({ "kept": at, "once": once })))
}

fn window(form: &Pairs) -> &str {
    form.text("window").filter(|text| text.len() <= 64).unwrap_or("form")
}

/// Saves the form, after doing what a button of it says.
fn store(
    ask: &Ask,
    work: &mut Work<'_>,
    plan: &Plan,
    verb: &str,
    rest: &str,
) -> Result<Reply, Fault> {
    let mut forms = Posted::all(&ask.form);
    forms.retain(|(id, _)| plan.slot(id.as_str()).is_some());
    for (id, posted) in &mut forms {
        if let Some(slot) = plan.slot(id.as_str())
            && !posted.paste.trim().is_empty()
        {
            take_paste(id, plan.columns(slot), posted);
        }
        if verb == "clear" && id.as_str() == rest {
            clear(id, posted);
        }
        if let Some((step, question)) = Move::parse(&format!("{verb}:{rest}"))
            && question == *id
        {
            step.apply(id, posted);
        }
    }
    let before = asked(work, plan)?;
    let outcome = save(work, plan, &forms, window(&ask.form))?;
    settle(work, &ask.form, &outcome)?;
    if verb == "confirm" {
        confirm(work, plan, rest)?;
    }
    let after = asked(work, plan)?;
    if ask.is_script() {
        return report(ask, work, plan, &forms, &outcome, &after);
    }
    let new: Vec<String> = after
        .iter()
        .filter(|slot| !before.contains(slot))
        .map(|&slot| plan.question(slot).id.to_string())
        .collect();
    Reply::see(next_address(ask, verb, rest, &outcome, &new))
}

fn next_address(
    ask: &Ask,
    verb: &str,
    rest: &str,
    outcome: &Outcome,
    new: &[String],
) -> String {
    let section = ask.id();
    let question = rest.split(':').next().unwrap_or_default();
    if verb == "next"
        && outcome.waiting.is_empty()
        && new.is_empty()
        && let Some(next) = ask.form.text("next").and_then(next_page)
    {
        return next;
    }
    let done = match (&outcome.waiting.is_empty(), &outcome.number) {
        (false, _) => "waits",
        (true, Some(_)) => "saved",
        (true, None) => "same",
    };
    let mut address = format!("/section/{section}?done={done}");
    if !new.is_empty() {
        address.push_str(&format!("&new={}", new.join(",")));
    }
    if verb == "add" || verb == "more" {
        address.push_str(&format!("&{verb}={question}"));
    }
    let waiting = outcome.waiting.keys().next().map(QuestionId::as_str);
    let target = match (waiting, new.first()) {
        (Some(id), _) => Some(id),
        (None, _) if !question.is_empty() => Some(question),
        (None, Some(id)) => Some(id.as_str()),
        (None, None) => None,
    };
    match (target, ask.form.text("at")) {
        (Some(target), Some(_)) => {
            address.push_str(&format!("&at={target}#{target}"));
        }
        (Some(target), None) => address.push_str(&format!("#{target}")),
        (None, Some(at)) => {
            if let Ok(at) = QuestionId::parse(at) {
                address.push_str(&format!("&at={at}"));
            }
        }
        (None, None) => {}
    }
    address
}

/// Reads where a form goes on: another section, or another page of the same one.
fn next_page(next: &str) -> Option<String> {
    let (section, at) = match next.split_once("?at=") {
        Some((section, at)) => (section, Some(QuestionId::parse(at).ok()?)),
        None => (next, None),
    };
    let section = SectionId::parse(section).ok()?;
    Some(match at {
        Some(at) => format!("/section/{section}?at={at}"),
        None => format!("/section/{section}"),
    })
}

/// Returns the address of the page of a section on which a question stands.
fn page_with(ask: &Ask, done: &str, question: &str) -> String {
    match QuestionId::parse(question) {
        Ok(id) => format!("/section/{}?done={done}&at={id}#{id}", ask.id()),
        Err(_) => format!("/section/{}?done={done}", ask.id()),
    }
}

/// Empties the fields of the answer; notes stay.
fn clear(question: &QuestionId, posted: &mut Posted) {
    use untoc_export::Part;
    posted.set_rows(question, []);
    for part in [Part::Value, Part::NoAnswer, Part::Reason] {
        posted.set_part(question, part, String::new());
    }
    for part in [Part::ElsewhereReference, Part::ElsewhereDate, Part::ElsewhereChanges] {
        posted.set_part(question, part, String::new());
    }
}

/// Strikes off the texts that this form has shown and a person has now decided about.
fn settle(work: &Work<'_>, form: &Pairs, outcome: &Outcome) -> Result<(), Fault> {
    let decided: Vec<(&str, &str)> =
        form.all("settles").filter_map(|text| text.split_once(' ')).collect();
    let journal = work.journal();
    let mut gone = journal.read()?;
    gone.retain(|record| {
        !outcome.waiting.contains_key(&record.question)
            && decided.contains(&(record.question.as_str(), record.window.as_str()))
    });
    Ok(journal.strike(&gone)?)
}

/// Returns the questions that are asked.
fn asked(work: &Work<'_>, plan: &Plan) -> Result<Vec<usize>, Fault> {
    let entries = plan.align(work.response(plan)?);
    let states = plan.states(&entries);
    Ok(plan.slots().filter(|&slot| states.get(slot) == Some(&State::Asked)).collect())
}

/// Tells our own script what became of its texts.
fn report(
    ask: &Ask,
    work: &Work<'_>,
    plan: &Plan,
    forms: &[(QuestionId, Posted)],
    outcome: &Outcome,
    asked: &[usize],
) -> Result<Reply, Fault> {
    let response = work.response(plan)?;
    let sheet =
        Sheet { plan, library: &work.app.library, laws: &work.laws, words: work.words };
    let mut questions = serde_json::Map::new();
    for (id, _) in forms {
        let Some(slot) = plan.slot(id.as_str()) else { continue };
        let entry = response.answers.get(id.as_str());
        let fields = sheet.fields(response, |known| known == slot);
        let shown = fields.first().map(|f| digest(Some(&sheet.shown(f, entry))));
        let waits = outcome.waiting.contains_key(id);
        let told = json!({ "base": digest(entry), "shown": shown, "waits": waits });
        questions.insert(id.to_string(), told);
    }
    let here = |slot: &&usize| plan.section(**slot).id.as_str() == ask.id();
    let asked: Vec<String> =
        asked.iter().filter(here).map(|&s| plan.question(s).id.to_string()).collect();
    let json = json!({
        "saved": work.app.time(),
        "number": outcome.number,
        "questions": questions,
        "asked": asked,
        "once": ask.app.give_token(),
    });
    Ok(Reply::Json(StatusCode::OK, json))
}

fn confirm(work: &mut Work<'_>, plan: &Plan, question: &str) -> Result<(), Fault> {
    let response = work.response(plan)?;
    let before = response.answers.get(question).cloned();
    let Some(mut entry) = before.clone().filter(|entry| !entry.is_open()) else {
        return Err(Fault::wrong_of("fault-no-answer"));
    };
    entry.status = Some(Status::Confirmed);
    let change =
        Change { question: QuestionId::unchecked(question), before, after: Some(entry) };
    let set = ChangeSet::answers(plan.id(), Changes(vec![change]));
    work.commit(&set, Via::Answer)?;
    Ok(())
}

/// Removes an answer that is set aside; undo brings it back.
fn forget(
    ask: &Ask,
    work: &mut Work<'_>,
    plan: &Plan,
    question: &str,
) -> Result<Reply, Fault> {
    let before = work.response(plan)?.answers.get(question).cloned();
    let change =
        Change { question: QuestionId::unchecked(question), before, after: None };
    let set = ChangeSet::answers(plan.id(), Changes(vec![change]));
    work.commit(&set, Via::Answer)?;
    Reply::see(page_with(ask, "saved", question))
}

/// Finds the texts that wait for a question: `untoc-5-q1`.
fn waiting(work: &Work<'_>, question: &str) -> Result<Vec<Unsaved>, Fault> {
    let mut records = work.journal().read()?;
    records.retain(|record| record.question.as_str() == question);
    Ok(records)
}

/// Lets a text go: the dossier's answer stays.
fn drop_text(ask: &Ask, work: &Work<'_>, question: &str) -> Result<Reply, Fault> {
    let records = waiting(work, question)?;
    work.journal().let_go(&records)?;
    Reply::see(page_with(ask, "dropped", question))
}

/// Joins both texts into one that a person can edit before it is saved.
fn join_texts(
    ask: &Ask,
    work: &Work<'_>,
    plan: &Plan,
    question: &str,
) -> Result<Reply, Fault> {
    let slot =
        plan.slot(question).ok_or_else(|| Fault::missing_of("fault-no-question"))?;
    let id = plan.question(slot).id.clone();
    let mut forms = Posted::all(&ask.form);
    let typed =
        forms.iter_mut().find(|(known, _)| *known == id).map(|(_, posted)| posted);
    let mut posted = typed.map(std::mem::take).unwrap_or_default();
    let response = work.response(plan)?;
    let sheet =
        Sheet { plan, library: &work.app.library, laws: &work.laws, words: work.words };
    if let Some(there) = sheet.fields(response, |known| known == slot).first() {
        join(&id, there, &mut posted);
    }
    posted.base = digest(response.answers.get(question));
    let old = waiting(work, question)?;
    let questionnaire: &QuestionnaireId = plan.id();
    debug_assert!(old.iter().all(|record| record.questionnaire == *questionnaire));
    work.journal().add(&[record(plan, &id, &posted, "joined", &ask.app.time())])?;
    let old: Vec<Unsaved> =
        old.into_iter().filter(|record| record.window != "joined").collect();
    work.journal().strike(&old)?;
    Reply::see(page_with(ask, "joined", question))
}
