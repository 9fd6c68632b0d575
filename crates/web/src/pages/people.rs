//! Who contributes, what each is asked for, and who is to be reminded.

use askama::Template;
use untoc_core::{
    Assignment, Contributor, ContributorId, Day, QuestionId, SectionId, Settings, slug,
};
use untoc_dossier::{ChangeSet, Via};
use untoc_report::{ContributorStatus, Step};

use crate::ask::Ask;
use crate::frame::Frame;
use crate::pages::home::{Bar, status};
use crate::pages::section::heading;
use crate::reply::{Fault, Reply};
use crate::work::Work;

#[derive(Template)]
#[template(path = "people.html")]
struct Page<'a> {
    frame: Frame<'a>,
    people: Vec<Person>,
    sections: Vec<(String, String)>,
    forms: Vec<crate::desk::ExportFormat>,
    unassigned: usize,
    refused: Option<String>,
    base: String,
}

struct Person {
    id: String,
    name: String,
    contact: Option<String>,
    bar: Bar,
    tasks: Vec<Task>,
}

struct Task {
    subject: String,
    title: String,
    bar: Bar,
    due: Option<String>,
    sent: Option<String>,
    received: Option<String>,
    step: String,
    is_overdue: bool,
    days: Option<String>,
}

pub(crate) fn show(ask: &Ask) -> Result<Reply, Fault> {
    let work = Work::open(&ask.app)?;
    let notice = ask.query.text("done").map(|_| work.words.say("web-saved", &[]));
    page(&work, None, notice)
}

fn page(
    work: &Work<'_>,
    refused: Option<String>,
    notice: Option<String>,
) -> Result<Reply, Fault> {
    let status = status(work)?;
    let frame = Frame::of(work, "people", work.words.say("web-people", &[]));
    let mut frame = frame.with_notice(notice);
    frame.faults = usize::from(refused.is_some());
    let mut sections = Vec::new();
    for plan in work.plans() {
        for section in &plan.questionnaire().sections {
            let title = format!("{}, {}", plan.instrument().name(), heading(section));
            sections.push((section.id.to_string(), title));
        }
    }
    let mut forms = work.app.desk.export_formats();
    forms.retain(|format| format.is_form);
    Reply::page(&Page {
        people: status.contributors.iter().map(|c| person(&frame, c)).collect(),
        unassigned: status.unassigned.required.asked,
        sections,
        forms,
        refused,
        base: base(&work.settings),
        frame,
    })
}

fn base(settings: &Settings) -> String {
    untoc_dossier::Digest::of(settings.to_text().as_bytes()).to_string()
}

fn person(frame: &Frame<'_>, status: &ContributorStatus) -> Person {
    let tasks = status.assignments.iter().map(|task| Task {
        subject: task.subject.clone(),
        title: task.title.clone(),
        bar: Bar::of(task.tally),
        due: task.due.map(|day| day.to_string()),
        sent: task.sent.map(|day| day.to_string()),
        received: task.received.map(|day| day.to_string()),
        step: frame.t(match task.step {
            Step::NotSent => "step-not-sent",
            Step::Sent => "step-sent",
            Step::Received => "step-received",
            Step::Complete => "step-complete",
        }),
        is_overdue: task.overdue,
        days: task.days_left.map(|days| {
            let count = [("count", usize::try_from(days.abs()).unwrap_or(0).into())];
            let key = if days < 0 { "status-days-over" } else { "status-days-left" };
            frame.words().say(key, &count)
        }),
    });
    Person {
        id: status.id.clone(),
        name: status.name.clone(),
        contact: status.contact.clone(),
        bar: Bar::of(status.tally),
        tasks: tasks.collect(),
    }
}

pub(crate) fn take(ask: &Ask) -> Result<Reply, Fault> {
    let mut work = Work::open(&ask.app)?;
    let mut settings = work.settings.clone();
    let refused = if ask.form.text("base") == Some(base(&settings).as_str()) {
        apply(ask, &work, &mut settings).err()
    } else {
        Some("settings-changed")
    };
    if let Some(key) = refused {
        let text = work.words.say(&format!("web-{key}"), &[]);
        return page(&work, Some(text), None);
    }
    work.commit(&ChangeSet::settings(settings), Via::Settings)?;
    Reply::see("/people?done=1")
}

/// Does what a form says; the error is the key of its words.
fn apply(
    ask: &Ask,
    work: &Work<'_>,
    settings: &mut Settings,
) -> Result<(), &'static str> {
    let form = &ask.form;
    match form.text("do") {
        Some("add") => add(ask, settings),
        Some("remove") => {
            let id = form.text("id").unwrap_or_default();
            if settings.assignments.iter().any(|a| a.to.as_str() == id) {
                return Err("person-has-tasks");
            }
            settings.contributors.retain(|c| c.id.as_str() != id);
            Ok(())
        }
        Some("assign") => assign(ask, work, settings),
        Some("unassign" | "sent" | "received") => mark(ask, settings),
        _ => Err("nothing-to-do"),
    }
}

fn add(ask: &Ask, settings: &mut Settings) -> Result<(), &'static str> {
    let name = ask.form.text("name").ok_or("person-no-name")?;
    let id = slug(name).and_then(|id| ContributorId::parse(&id).ok());
    let id = match (ask.form.text("new_id"), id) {
        (Some(typed), _) => ContributorId::parse(typed).map_err(|_| "person-no-id")?,
        (None, Some(id)) => id,
        (None, None) => return Err("person-no-id"),
    };
    if settings.contributor(id.as_str()).is_some() {
        return Err("person-twice");
    }
    settings.contributors.push(Contributor {
        id,
        name: name.to_owned(),
        contact: ask.form.text("contact").map(str::to_owned),
        holds: Vec::new(),
    });
    settings.contributors.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(())
}

fn assign(
    ask: &Ask,
    work: &Work<'_>,
    settings: &mut Settings,
) -> Result<(), &'static str> {
    let to = ask.form.text("to").unwrap_or_default();
    settings.contributor(to).ok_or("person-unknown")?;
    let subject = ask.form.text("subject").ok_or("task-unknown")?;
    let mut task = Assignment {
        to: ContributorId::unchecked(to),
        section: None,
        question: None,
        due: match ask.form.text("due") {
            None => None,
            Some(text) => Some(Day::parse(text).map_err(|_| "task-no-date")?),
        },
        sent: None,
        received: None,
    };
    if work.find_section(subject).is_ok() {
        task.section = Some(SectionId::unchecked(subject));
    } else if work.find_question(subject).is_ok() {
        task.question = Some(QuestionId::unchecked(subject));
    } else {
        return Err("task-unknown");
    }
    settings.assignments.retain(|known| !is_about(known, subject));
    settings.assignments.push(task);
    Ok(())
}

fn is_about(task: &Assignment, subject: &str) -> bool {
    task.section.as_ref().is_some_and(|id| id.as_str() == subject)
        || task.question.as_ref().is_some_and(|id| id.as_str() == subject)
}

fn mark(ask: &Ask, settings: &mut Settings) -> Result<(), &'static str> {
    let subject = ask.form.text("subject").unwrap_or_default();
    let today = Day(ask.app.today());
    let at = settings.assignments.iter().position(|task| is_about(task, subject));
    let at = at.ok_or("task-unknown")?;
    match ask.form.text("do") {
        Some("unassign") => {
            settings.assignments.remove(at);
        }
        Some("sent") => {
            if let Some(task) = settings.assignments.get_mut(at) {
                task.sent = Some(today);
            }
        }
        _ => {
            if let Some(task) = settings.assignments.get_mut(at) {
                task.received = Some(today);
            }
        }
    }
    Ok(())
}
