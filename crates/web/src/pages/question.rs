//! One question on its page: what is asked, the fields, and what is said about them.

use askama::Template;
use untoc_core::{
    Entry, Finding, NoAnswer, Plan, QuestionId, Required, Severity, State, Status,
};
use untoc_export::{Field, Part, QuestionFields};
use untoc_report::{
    Naming, Privacy, answer_in_words, condition_in_words, obligation_in_words,
    state_in_words, status_in_words,
};

use super::widget::{Pick, Shape, Widget, input_id, lay, picks, widget};
use crate::draft::Draft;
use crate::frame::Frame;
use crate::hint::{hint, is_own};
use crate::save::Hitch;
use crate::sheet::{Clash, Sheet, digest};
use crate::work::Work;

/// The part of the page for one question.
#[derive(Template)]
#[template(path = "question.html")]
pub(crate) struct QuestionPart<'a> {
    pub(crate) frame: &'a Frame<'a>,
    pub(crate) q: &'a QuestionView,
}

/// One question on its page.
pub(crate) struct QuestionView {
    pub(crate) id: QuestionId,
    pub(crate) number: String,
    pub(crate) text: String,
    pub(crate) help: Option<String>,
    pub(crate) hint: Option<String>,
    pub(crate) provisions: String,
    pub(crate) obligation: Option<String>,
    pub(crate) expected: String,
    pub(crate) condition: Option<String>,
    pub(crate) is_required: bool,
    pub(crate) is_advised: bool,
    pub(crate) is_new: bool,
    pub(crate) is_follow_up: bool,
    /// Whether the fields beside the answer are on the page; a button brings them.
    pub(crate) has_more: bool,
    pub(crate) is_more_open: bool,
    pub(crate) is_elsewhere_open: bool,
    pub(crate) can_confirm: bool,
    pub(crate) tag: Option<(&'static str, String)>,
    pub(crate) credit: Option<String>,
    pub(crate) widget: Option<Widget>,
    pub(crate) note: Area,
    pub(crate) remarks: Area,
    pub(crate) reason: Area,
    /// Where the answer stands, when it was given there, what has changed since.
    pub(crate) elsewhere: [Area; 3],
    pub(crate) none: Vec<Pick>,
    pub(crate) audience: Vec<Pick>,
    pub(crate) by: Vec<Pick>,
    pub(crate) links: Vec<LinkView>,
    pub(crate) items: Vec<String>,
    pub(crate) stances: Vec<(&'static str, String)>,
    pub(crate) base: String,
    pub(crate) shown: String,
    pub(crate) problems: Vec<Problem>,
    pub(crate) draft: Option<DraftView>,
    /// The answer as it stands in the dossier, where the form shows another.
    pub(crate) there: Vec<String>,
}

/// A field of a part of the entry.
pub(crate) struct Area {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) content: String,
}

/// A link to an evidence item.
pub(crate) struct LinkView {
    pub(crate) number: usize,
    pub(crate) item: String,
    pub(crate) stance: &'static str,
    pub(crate) note: String,
}

/// Something that is said about a question.
pub(crate) struct Problem {
    pub(crate) severity: &'static str,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Whether the message and the help are in the language of the page.
    pub(crate) is_own: (bool, bool),
    pub(crate) code: Option<&'static str>,
    /// The input that it is about.
    pub(crate) target: String,
    /// Whether it is about a field beside the answer.
    pub(crate) is_beside: bool,
}

/// What waits in the autosave area.
pub(crate) struct DraftView {
    pub(crate) at: String,
    pub(crate) is_conflict: bool,
    pub(crate) windows: Vec<String>,
    pub(crate) others: Vec<Vec<String>>,
}

/// What a view is made of.
pub(crate) struct Parts<'p, 'w> {
    pub(crate) work: &'p Work<'w>,
    pub(crate) sheet: Sheet<'p>,
    pub(crate) fields: QuestionFields<'p>,
    pub(crate) entry: Option<&'p Entry>,
    pub(crate) findings: &'p [Finding],
    pub(crate) draft: Option<&'p Draft>,
    pub(crate) spare: bool,
    pub(crate) is_new: bool,
    /// Whether all fields are wanted.
    pub(crate) is_whole: bool,
}

/// Makes the view of a question.
pub(crate) fn view(parts: Parts<'_, '_>) -> QuestionView {
    let Parts { work, sheet, entry, draft, .. } = parts;
    let mut fields = parts.fields.clone();
    let (plan, words, slot) = (sheet.plan, sheet.words, fields.slot);
    let question = plan.question(slot);
    let id = question.id.clone();
    let shown = digest(Some(&sheet.shown(&fields, entry)));
    let there = match draft {
        Some(_) => told(work, plan, slot, entry),
        None => Vec::new(),
    };
    if let Some(draft) = draft {
        lay(&mut fields, &draft.posted);
    }
    let posted_links = draft.and_then(|draft| draft.posted.evidence());
    let links = posted_links
        .as_deref()
        .or_else(|| entry.map(|entry| entry.evidence.as_slice()))
        .unwrap_or_default();
    let part = |part: Part| fields.parts.iter().find(|field| field.address.part == part);
    let area = |wanted: Part| area(&id, part(wanted), wanted);
    let choices = |wanted| part(wanted).map(picks).unwrap_or_default();
    let mut problems = problems(&parts, &id);
    if let Some(draft) = draft {
        problems.extend(hitches(sheet, &id, draft.hitch.as_ref()));
    }
    let has_text =
        |wanted: Part| part(wanted).is_some_and(|field| !field.content.is_empty());
    let no_answer = part(Part::NoAnswer).map(|field| field.content.clone());
    let no_answer = no_answer.filter(|kind| !kind.is_empty());
    let is_more_open = parts.is_whole
        || no_answer.is_some()
        || has_text(Part::Note)
        || has_text(Part::Remarks)
        || problems.iter().any(|problem| problem.is_beside);
    // A text that waits may have emptied a field; then the empty field must come back.
    let has_more = is_more_open
        || draft.is_some()
        || !links.is_empty()
        || BESIDE.into_iter().any(has_text);
    let number = id.as_str().rsplit_once("-q").map_or(id.as_str(), |(_, number)| number);
    let number = number.to_owned();
    QuestionView {
        is_follow_up: number.ends_with(|c: char| c.is_ascii_lowercase()),
        number,
        text: question.text.clone(),
        help: question.help.clone(),
        hint: question.evidence_hint.clone(),
        provisions: provisions(plan, slot),
        obligation: question.obligation.map(|o| obligation_in_words(words, o)),
        expected: part(Part::Value)
            .map(|field| field.expected.clone())
            .unwrap_or_default(),
        condition: condition_in_words(plan, slot, words, Naming::Labels),
        is_required: question.required == Required::Yes,
        is_advised: question.required == Required::Advised,
        is_new: parts.is_new,
        has_more,
        is_more_open,
        is_elsewhere_open: no_answer.as_deref()
            == Some(NoAnswer::GivenElsewhere.as_str()),
        can_confirm: entry
            .is_some_and(|e| e.is_settled() && e.status() != Status::Confirmed),
        tag: tag(work, entry, fields.state),
        credit: entry.and_then(|entry| credit(work, entry)),
        widget: widget(&fields, question.unit.as_deref(), &work.laws, parts.spare),
        note: area(Part::Note),
        remarks: area(Part::Remarks),
        reason: area(Part::Reason),
        elsewhere: [
            Part::ElsewhereReference,
            Part::ElsewhereDate,
            Part::ElsewhereChanges,
        ]
        .map(area),
        none: choices(Part::NoAnswer),
        audience: choices(Part::Audience),
        by: by(work, &id, part(Part::By)),
        links: link_views(links),
        items: work.dossier.evidence().iter().cloned().collect(),
        stances: stances(work),
        base: digest(entry),
        shown,
        problems,
        draft: draft.map(|draft| DraftView {
            at: draft.at.clone(),
            is_conflict: draft.hitch == Some(Hitch::Conflict),
            windows: draft.windows.clone(),
            others: draft.others.clone(),
        }),
        there,
        id,
    }
}

/// The parts whose fields stand beside the answer.
const BESIDE: [Part; 8] = [
    Part::Note,
    Part::NoAnswer,
    Part::Reason,
    Part::ElsewhereReference,
    Part::ElsewhereDate,
    Part::ElsewhereChanges,
    Part::Audience,
    Part::By,
];

/// Returns the answer in the dossier, line by line.
pub(crate) fn told(
    work: &Work<'_>,
    plan: &Plan,
    slot: usize,
    entry: Option<&Entry>,
) -> Vec<String> {
    let words = work.words;
    let Some(entry) = entry else { return vec![words.say("web-no-entry", &[])] };
    let parts = answer_in_words(plan, slot, entry, words);
    let line = |(label, text): (String, String)| format!("{label}: {text}");
    let mut lines: Vec<String> = parts.into_iter().map(line).collect();
    lines.extend(credit(work, entry));
    lines
}

pub(crate) fn provisions(plan: &Plan, slot: usize) -> String {
    let all: Vec<String> =
        plan.provisions(slot).iter().map(ToString::to_string).collect();
    all.join(", ")
}

fn area(id: &QuestionId, field: Option<&Field<'_>>, part: Part) -> Area {
    let name = format!("{id}/{}", part.as_str());
    Area {
        id: input_id(&name),
        name,
        label: field.map(|field| field.label.to_string()).unwrap_or_default(),
        content: field.map(|field| field.content.clone()).unwrap_or_default(),
    }
}

fn by(work: &Work<'_>, id: &QuestionId, field: Option<&Field<'_>>) -> Vec<Pick> {
    let content = field.map(|field| field.content.as_str()).unwrap_or_default();
    let name = format!("{id}/by");
    let mut known: Vec<(String, String)> = work
        .settings
        .contributors
        .iter()
        .map(|c| (c.id.to_string(), c.name.clone()))
        .collect();
    if !content.is_empty() && !known.iter().any(|(id, _)| id == content) {
        known.push((content.to_owned(), content.to_owned()));
    }
    let pick = |(value, label): (String, String)| Pick {
        name: name.clone(),
        checked: value == content,
        value,
        label,
        alone: false,
    };
    known.into_iter().map(pick).collect()
}

fn tag(
    work: &Work<'_>,
    entry: Option<&Entry>,
    state: State,
) -> Option<(&'static str, String)> {
    let words = work.words;
    if state != State::Asked {
        return Some(("grey", state_in_words(words, state)));
    }
    let entry = entry.filter(|entry| !entry.is_open())?;
    let colour = match entry.status() {
        Status::Proposed => "yellow",
        Status::Draft => "blue",
        Status::Confirmed => "green",
    };
    Some((colour, status_in_words(words, entry.status())))
}

/// Says who gave an answer and when.
pub(crate) fn credit(work: &Work<'_>, entry: &Entry) -> Option<String> {
    let words = work.words;
    let by = entry.by.as_ref().map(|by| {
        let known = work.settings.contributor(by.as_str());
        known.map_or_else(|| by.to_string(), |c| c.name.clone())
    });
    let at = entry.at.as_deref().map(short_time);
    Some(match (by, at) {
        (None, None) => return None,
        (Some(by), None) => words.say("web-by", &[("text", by.into())]),
        (None, Some(at)) => words.say("web-at", &[("text", at.into())]),
        (Some(by), Some(at)) => {
            words.say("web-by-at", &[("text", by.into()), ("at", at.into())])
        }
    })
}

/// Returns a time for people: without seconds.
pub(crate) fn short_time(at: &str) -> String {
    at.get(..16)
        .map_or_else(|| at.to_owned(), |text| format!("{} UTC", text.replace('T', " ")))
}

fn stances(work: &Work<'_>) -> Vec<(&'static str, String)> {
    let words = work.words;
    let name =
        |s: untoc_core::Stance| (s.as_str(), untoc_report::stance_in_words(words, s));
    untoc_core::Stance::ALL.map(name).into()
}

fn link_views(links: &[untoc_core::EvidenceLink]) -> Vec<LinkView> {
    let link = |(at, link): (usize, &untoc_core::EvidenceLink)| LinkView {
        number: at + 1,
        item: link.item.to_string(),
        stance: link.stance.as_str(),
        note: link.note.clone().unwrap_or_default(),
    };
    links.iter().enumerate().map(link).collect()
}

/// What the rules say about an answer.
fn problems(parts: &Parts<'_, '_>, id: &QuestionId) -> Vec<Problem> {
    let of_question = |finding: &&Finding| {
        finding.severity > Severity::Note
            && finding.place().and_then(|p| p.question.as_deref()) == Some(id.as_str())
    };
    let found = parts.findings.iter().filter(of_question);
    found.map(|finding| problem(parts.sheet, id, finding)).collect()
}

fn problem(sheet: Sheet<'_>, id: &QuestionId, finding: &Finding) -> Problem {
    let pointer = finding.place().and_then(|place| place.pointer.as_deref());
    let named = pointer.and_then(untoc_export::Address::parse);
    Problem {
        severity: finding.severity.as_str(),
        // Whoever sees this page has typed it; nothing need be hidden.
        message: sheet.words.message(finding, Privacy::Shown),
        help: hint(sheet.words, finding),
        is_own: (sheet.words.has_message(finding), is_own(sheet.words, finding)),
        code: Some(finding.code.as_str()),
        is_beside: named.as_ref().is_some_and(|a| BESIDE.contains(&a.part)),
        target: named.map_or_else(|| id.to_string(), |a| input_id(&a.to_string())),
    }
}

/// What keeps a text in the autosave area.
fn hitches(sheet: Sheet<'_>, id: &QuestionId, hitch: Option<&Hitch>) -> Vec<Problem> {
    let own = |key: &str| Problem {
        severity: "error",
        message: sheet.words.say(key, &[]),
        help: None,
        is_own: (true, true),
        code: None,
        target: id.to_string(),
        is_beside: false,
    };
    match hitch {
        None => Vec::new(),
        Some(Hitch::Unread(findings)) => {
            findings.iter().map(|finding| problem(sheet, id, finding)).collect()
        }
        Some(Hitch::Clash(Clash::Both)) => vec![own("web-clash-both")],
        Some(Hitch::Clash(Clash::ReasonAlone)) => vec![own("web-clash-reason")],
        Some(Hitch::Conflict) => vec![own("web-conflict")],
    }
}
