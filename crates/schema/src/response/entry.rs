//! The entries of a response.

use untoc_core::{
    Answers, Audience, Code, ContributorId, Elsewhere, Entry, EvidenceLink, ItemId,
    NoAnswer, PartialDate, Plan, QuestionId, Stance, Status, check_id,
};

use super::value::{extensions, read_value};
use crate::form::Form;
use crate::json::{Kind, Node};
use crate::language::{is_language, is_time};
use crate::pointer::Path;

pub(crate) const FIELDS: [&str; 13] = [
    "value",
    "no_answer",
    "reason",
    "elsewhere",
    "note",
    "remarks",
    "audience",
    "status",
    "by",
    "at",
    "language",
    "evidence",
    "extensions",
];

/// Reads all entries.
pub(super) fn read_answers(
    form: &mut Form,
    node: &Node<'_>,
    path: &Path<'_>,
    plan: Option<&Plan>,
) -> Answers {
    let mut answers = Answers::default();
    let Some(fields) = node.fields() else {
        form.wrong_type(node, path, "answers", "object");
        return answers;
    };
    for member in fields {
        let question = plan.and_then(|plan| Some((plan, plan.slot(&member.key)?)));
        let path = path.key(&member.key);
        let before = form.findings.len();
        if let Some(entry) = read_entry(form, &member.value, &path, question) {
            answers.push(QuestionId::unchecked(&*member.key), entry);
        }
        // Most entries have no fault, so that their question is named only when needed.
        form.name_question(before, plan, &member.key);
    }
    answers
}

/// Reads one entry.
pub(super) fn read_entry(
    form: &mut Form,
    node: &Node<'_>,
    path: &Path<'_>,
    question: Option<(&Plan, usize)>,
) -> Option<Entry> {
    let Some(fields) = node.fields() else {
        form.wrong_type(node, path, "answer", "object");
        return None;
    };
    let mut entry = Entry::default();
    let mut given = Given::default();
    for member in fields {
        let (node, way) = (&member.value, path.key(&member.key));
        given.any = true;
        match &*member.key {
            "value" => {
                given.value = true;
                entry.value = Some(read_value(form, node, &way, question));
            }
            "no_answer" => {
                given.no_answer = true;
                let name = NoAnswer::as_str;
                entry.no_answer =
                    form.word(node, &way, "no_answer", &NoAnswer::ALL, name);
            }
            "reason" => {
                given.reason = Some(node.start);
                // A reason of another type is still no missing reason.
                let reason = form.text(node, &way, "reason");
                entry.reason = Some(reason.unwrap_or_default());
            }
            "elsewhere" => entry.elsewhere = elsewhere(form, node, &way),
            "note" => entry.note = form.text(node, &way, "note"),
            "remarks" => entry.remarks = form.text(node, &way, "remarks"),
            "audience" => {
                let all = &Audience::ALL;
                entry.audience = form.word(node, &way, "audience", all, Audience::as_str);
            }
            "status" => {
                let all = &Status::ALL;
                entry.status = form.word(node, &way, "status", all, Status::as_str);
            }
            "by" => {
                let by = id(form, node, &way, "by");
                entry.by = by.map(ContributorId::unchecked);
            }
            "at" => {
                entry.at = form.written(node, &way, "at", Code::TimeMalformed, is_time)
            }
            "language" => {
                let code = Code::LanguageMalformed;
                entry.language = form.written(node, &way, "language", code, is_language);
            }
            "evidence" => entry.evidence = evidence(form, node, &way),
            "extensions" => entry.extensions = extensions(form, node, &way),
            _ => form.unknown(member, path, &FIELDS),
        }
    }
    check_together(form, node, path, &given);
    Some(entry)
}

/// Which fields stand in an entry, whatever they hold.
#[derive(Default)]
struct Given {
    any: bool,
    value: bool,
    no_answer: bool,
    reason: Option<usize>,
}

fn check_together(form: &mut Form, node: &Node<'_>, path: &Path<'_>, given: &Given) {
    if !given.any {
        form.missing(node, path, "value");
    }
    if given.value && given.no_answer {
        let finding = form.finding(Code::AnswerAndNoAnswer, node.start, path);
        form.push(finding);
    }
    if let (Some(byte), false) = (given.reason, given.no_answer) {
        let path = path.key("reason");
        let finding = form.finding(Code::ReasonWithoutNoAnswer, byte, &path);
        form.push(finding);
    }
}

fn id(form: &mut Form, node: &Node<'_>, path: &Path<'_>, field: &str) -> Option<String> {
    form.written(node, path, field, Code::IdMalformed, |text| check_id(text).is_ok())
}

fn elsewhere(form: &mut Form, node: &Node<'_>, path: &Path<'_>) -> Option<Elsewhere> {
    let Some(fields) = node.fields() else {
        form.wrong_type(node, path, "elsewhere", "object");
        return None;
    };
    let mut elsewhere = Elsewhere::default();
    for member in fields {
        let (node, way) = (&member.value, path.key(&member.key));
        match &*member.key {
            "reference" => elsewhere.reference = form.text(node, &way, "reference"),
            "date" => elsewhere.date = date(form, node, &way),
            "changes" => elsewhere.changes = form.text(node, &way, "changes"),
            _ => form.unknown(member, path, &["reference", "date", "changes"]),
        }
    }
    Some(elsewhere)
}

fn date(form: &mut Form, node: &Node<'_>, path: &Path<'_>) -> Option<PartialDate> {
    let text = form.any_text(node, path, "date")?;
    let date = PartialDate::parse(&text).ok();
    if date.is_none() {
        let finding = form
            .finding(Code::AnswerNotADate, node.start, path)
            .private("value", text)
            .plain("column", "date");
        form.push(finding);
        form.lose();
    }
    date
}

fn evidence(form: &mut Form, node: &Node<'_>, path: &Path<'_>) -> Vec<EvidenceLink> {
    let Kind::Array(items) = &node.kind else {
        form.wrong_type(node, path, "evidence", "list");
        return Vec::new();
    };
    let mut links = Vec::new();
    for (at, item) in items.iter().enumerate() {
        match link(form, item, &path.index(at)) {
            Some(link) => links.push(link),
            None => form.lose(),
        }
    }
    links
}

fn link(form: &mut Form, node: &Node<'_>, path: &Path<'_>) -> Option<EvidenceLink> {
    let Some(fields) = node.fields() else {
        form.wrong_type(node, path, "evidence", "object");
        return None;
    };
    let (mut item, mut stance, mut note) = (None, None, None);
    for member in fields {
        let (node, way) = (&member.value, path.key(&member.key));
        match &*member.key {
            "item" => item = id(form, node, &way, "item"),
            "stance" => {
                stance = form.word(node, &way, "stance", &Stance::ALL, Stance::as_str);
            }
            "note" => note = form.text(node, &way, "note"),
            _ => form.unknown(member, path, &["item", "stance", "note"]),
        }
    }
    for field in ["item", "stance"] {
        if node.field(field).is_none() {
            form.missing(node, path, field);
        }
    }
    Some(EvidenceLink { item: ItemId::unchecked(item?), stance: stance?, note })
}
