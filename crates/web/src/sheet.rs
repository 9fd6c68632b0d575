//! Between an entry and the fields of its form.
//!
//! A form shows parts of an entry. What came back is compared with what was shown, so
//! that an answer that nobody touched is never written, and what a form cannot show is
//! never lost.

use untoc_core::{
    Choice, Code, Entry, Finding, Laws, Library, Place, Plan, QuestionId, Response,
};
use untoc_dossier::Digest;
use untoc_export::{
    About, ExportOptions, Field, Part, QuestionFields, ReadOptions, Returned, Scope,
    Subject, choose, fields,
};
use untoc_report::Words;

use crate::posted::Posted;

/// Stands for no entry.
const NONE: &str = "none";

/// Returns the digest of an entry.
pub(crate) fn digest(entry: Option<&Entry>) -> String {
    let Some(entry) = entry else { return NONE.to_owned() };
    let text = serde_json::to_string(entry).unwrap_or_default();
    // Nobody gains by forging one; 80 bits tell entries apart.
    Digest::of(text.as_bytes()).to_string().chars().skip(7).take(20).collect()
}

/// What is needed to read and write the fields of a questionnaire.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) library: &'a Library,
    pub(crate) laws: &'a Laws,
    pub(crate) words: &'a Words,
}

/// The fields that came back of one question.
#[derive(Debug, Clone, Default)]
pub(crate) struct Read {
    /// The parts of the entry that the form shows.
    pub(crate) parts: Entry,
    /// What could not be placed.
    pub(crate) findings: Vec<Finding>,
}

impl<'a> Sheet<'a> {
    /// Returns the fields of all questions for which `wanted` says yes, with what stands
    /// in them.
    pub(crate) fn fields(
        &self,
        response: &'a Response,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<QuestionFields<'a>> {
        let subject = Subject {
            plan: self.plan,
            response,
            settings: None,
            laws: Some(self.laws),
            evidence: None,
        };
        let options = ExportOptions {
            audience: untoc_core::Audience::National,
            remarks: true,
            scope: Scope::Answers,
            ..ExportOptions::default()
        };
        let mut chosen = choose(subject, &options);
        for (slot, place) in chosen.slots.iter_mut().enumerate() {
            *place = wanted(slot);
        }
        let all = ExportOptions { scope: Scope::Blank, ..options };
        fields(subject, &chosen, &all, self.words, |_| 1)
    }

    /// Reads what a form brought for one question.
    pub(crate) fn read(&self, question: &QuestionId, posted: &Posted) -> Read {
        let texts =
            posted.texts.iter().map(|(a, text)| (a.to_string(), a, text.as_str()));
        let mut returned = Returned::default();
        for (name, address, text) in texts {
            if shows(address.part) && address.question == *question {
                returned.put(address, text, Place::pointer(name));
            }
        }
        let mut read = self.finish(question, returned);
        if let Some(links) = posted.evidence() {
            read.parts.evidence = links;
        }
        read
    }

    /// Returns what the form shows of an entry.
    pub(crate) fn shown(
        &self,
        fields: &QuestionFields<'_>,
        entry: Option<&Entry>,
    ) -> Entry {
        let question = &self.plan.question(fields.slot).id;
        let mut returned = Returned::default();
        let cells = fields.rows.iter().flatten();
        for field in fields.parts.iter().chain(cells) {
            if shows(field.address.part) {
                returned.put(&field.address, &field.content, Place::default());
            }
        }
        let mut parts = self.finish(question, returned).parts;
        parts.evidence = entry.map(|entry| entry.evidence.clone()).unwrap_or_default();
        parts
    }

    fn finish(&self, question: &QuestionId, returned: Returned) -> Read {
        let options = ReadOptions { laws: Some(self.laws), ..ReadOptions::default() };
        let imported = returned.finish(self.library, &options, |_| About::default());
        let mut findings = imported.findings;
        findings.retain(|finding| finding.code == Code::ImportUnplaced);
        let mut incoming = imported.incoming.into_iter();
        let parts =
            incoming.next().and_then(|one| one.answers.get(question.as_str()).cloned());
        Read { parts: parts.unwrap_or_default(), findings }
    }
}

/// Says whether forms on the screen show a part; the others are kept as they are.
fn shows(part: Part) -> bool {
    match part {
        Part::Value
        | Part::NoAnswer
        | Part::Reason
        | Part::ElsewhereReference
        | Part::ElsewhereDate
        | Part::ElsewhereChanges
        | Part::Note
        | Part::Remarks
        | Part::Audience
        | Part::By => true,
        // Links have fields of their own.
        Part::Evidence | Part::Status | Part::At | Part::Language | Part::More => false,
    }
}

/// Both an answer and a reason for having none were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clash {
    /// Both were given in the same form.
    Both,
    /// A reason was typed, and not of which kind it is.
    ReasonAlone,
}

/// Makes the new entry: what was changed in the form laid over what stands there.
///
/// `None` stands for no entry.
pub(crate) fn merge(
    current: Option<&Entry>,
    shown: &Entry,
    posted: &Entry,
    at: &str,
) -> Result<Option<Entry>, Clash> {
    let mut entry = current.cloned().unwrap_or_default();
    let value = posted.value != shown.value;
    let none = posted.no_answer != shown.no_answer;
    if value {
        entry.value.clone_from(&posted.value);
    }
    if none {
        entry.no_answer = posted.no_answer;
    }
    take(&mut entry.reason, &shown.reason, &posted.reason);
    take(&mut entry.elsewhere, &shown.elsewhere, &posted.elsewhere);
    take(&mut entry.note, &shown.note, &posted.note);
    take(&mut entry.remarks, &shown.remarks, &posted.remarks);
    take(&mut entry.audience, &shown.audience, &posted.audience);
    take(&mut entry.by, &shown.by, &posted.by);
    if posted.evidence != shown.evidence {
        entry.evidence.clone_from(&posted.evidence);
    }
    if entry.value.is_some() && entry.no_answer.is_some() {
        match (value, none) {
            (true, false) => entry.no_answer = None,
            (false, true) => entry.value = None,
            (true, true) | (false, false) => return Err(Clash::Both),
        }
    }
    if entry.no_answer.is_none() {
        if entry.value.is_none()
            && posted.reason.is_some()
            && posted.reason != shown.reason
        {
            return Err(Clash::ReasonAlone);
        }
        entry.reason = None;
        entry.elsewhere = None;
    } else if entry.no_answer != Some(untoc_core::NoAnswer::GivenElsewhere) {
        entry.elsewhere = None;
    }
    entry.stamp(current, at);
    Ok((!is_bare(&entry)).then_some(entry))
}

fn take<T: PartialEq + Clone>(
    entry: &mut Option<T>,
    shown: &Option<T>,
    posted: &Option<T>,
) {
    if posted != shown {
        entry.clone_from(posted);
    }
}

/// Says whether nothing of what a person gave is in an entry.
fn is_bare(entry: &Entry) -> bool {
    let mut rest = entry.clone();
    rest.at = None;
    rest.by = None;
    rest.status = None;
    rest.audience = None;
    rest == Entry::default()
}

/// Returns the choices of a field with those that are chosen.
pub(crate) fn ticked<'f>(
    field: &'f Field<'_>,
) -> impl Iterator<Item = (&'f Choice, bool)> {
    let chosen: Vec<&str> = field.content.split("; ").collect();
    field
        .options
        .iter()
        .map(move |choice| (choice, chosen.iter().any(|value| *value == choice.value)))
}

#[cfg(test)]
mod tests {
    use untoc_core::{NoAnswer, Status, Value};

    use super::*;

    fn text(text: &str) -> Entry {
        Entry::with_value(Value::Text(text.to_owned()))
    }

    /// What a form does not show stays; what was confirmed is no longer when it changes.
    #[test]
    fn keeps_what_is_not_shown() {
        let mut current = text("no");
        current.language = Some("fr".to_owned());
        current.status = Some(Status::Confirmed);
        let entry =
            merge(Some(&current), &text("no"), &text("yes"), "now").unwrap().unwrap();
        assert_eq!(entry.language.as_deref(), Some("fr"));
        assert_eq!(entry.status, None);
        assert_eq!(entry.at.as_deref(), Some("now"));
    }

    /// The later of an answer and a reason for having none takes the place of the other.
    #[test]
    fn one_takes_the_place_of_the_other() {
        let none = Entry {
            no_answer: Some(NoAnswer::Postponed),
            reason: Some("Bill.".to_owned()),
            ..Entry::default()
        };
        let mut both = none.clone();
        both.value = Some(Value::Text("yes".to_owned()));
        let entry =
            merge(Some(&text("yes")), &text("yes"), &both, "now").unwrap().unwrap();
        assert_eq!((entry.value, entry.no_answer), (None, Some(NoAnswer::Postponed)));
        let entry = merge(Some(&none), &none, &both, "now").unwrap().unwrap();
        assert_eq!((entry.no_answer, entry.reason), (None, None));
        assert_eq!(merge(None, &Entry::default(), &both, "now"), Err(Clash::Both));
    }

    /// An entry of which everything was taken out is removed.
    #[test]
    fn removes_what_is_empty() {
        let mut current = text("no");
        current.at = Some("then".to_owned());
        assert_eq!(
            merge(Some(&current), &text("no"), &Entry::default(), "now"),
            Ok(None)
        );
    }
}
