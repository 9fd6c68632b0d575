//! Builds the outline.

use std::collections::BTreeMap;

use untoc_core::{
    Cell, CellKind, Day, Entry, EvidenceLink, Law, Plan, State, Value, parent_id,
};
use untoc_report::{Words, audience_in_words, obligation_in_words, stance_in_words};

use crate::choose::{Chosen, LeftOut, Subject, choose};
use crate::outline::answer::answer;
use crate::outline::{
    Cover, Outline, OutlineAnswer, OutlineEvidence, OutlineLaw, OutlinePart,
    OutlineQuestion, OutlineSection,
};
use crate::selection::{ExportOptions, Scope};
use crate::words;

/// Builds the outline of a report on these responses as of a day.
///
/// Answers that wait or are set aside are left out and counted, and so are those that
/// are more private than asked for. With [`Scope::AnswersAndOpen`] the questions that are
/// asked and have no answer stand in it too.
pub fn outline(
    subjects: &[Subject<'_>],
    options: &ExportOptions,
    words: &Words,
    today: Day,
) -> Outline {
    let taken: Vec<&Subject<'_>> =
        subjects.iter().filter(|s| options.selection.takes(s.plan.id())).collect();
    let mut left_out = LeftOut::default();
    let mut parts = Vec::new();
    let mut cited: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for subject in &taken {
        let chosen = choose(**subject, options);
        left_out.absorb(chosen.left_out);
        let builder = Builder { subject: **subject, chosen: &chosen, options, words };
        parts.push(builder.part(&mut left_out, &mut cited));
    }
    Outline {
        cover: cover(&taken, options, words, today),
        laws: laws(&taken, &cited, words),
        parts,
        left_out,
        annex: None,
        language: words.language().to_owned(),
    }
}

struct Builder<'a> {
    subject: Subject<'a>,
    chosen: &'a Chosen,
    options: &'a ExportOptions,
    words: &'a Words,
}

impl Builder<'_> {
    fn part(
        &self,
        left_out: &mut LeftOut,
        cited: &mut BTreeMap<String, Vec<String>>,
    ) -> OutlinePart {
        let plan = self.subject.plan;
        let entries = plan.align(&self.chosen.response);
        let known = entries.iter().flatten().count();
        left_out.unknown += self.chosen.response.answers.len() - known;
        let mut sections: Vec<OutlineSection> = Vec::new();
        for slot in plan.slots() {
            let entry = entries.get(slot).copied().flatten();
            if entry.is_some() && self.chosen.state(slot) != State::Asked {
                left_out.set_aside += 1;
            }
            let Some(question) = self.question(slot, entry) else { continue };
            note_laws(plan, slot, entry, cited);
            let id = plan.section(slot).id.as_str();
            match sections.last_mut().filter(|section| section.id == id) {
                Some(section) => section.questions.push(question),
                None => sections.push(self.section(slot, question)),
            }
        }
        OutlinePart {
            id: plan.id().to_string(),
            title: title(plan, self.words),
            language: plan.questionnaire().language.clone(),
            sections,
        }
    }

    fn section(&self, slot: usize, first: OutlineQuestion) -> OutlineSection {
        let section = self.subject.plan.section(slot);
        OutlineSection {
            id: section.id.to_string(),
            title: words::section(self.words, section),
            intro: section.intro.clone(),
            questions: vec![first],
        }
    }

    fn question(&self, slot: usize, entry: Option<&Entry>) -> Option<OutlineQuestion> {
        let plan = self.subject.plan;
        let kept_back = self.chosen.is_kept_back(slot);
        let asked = self.chosen.state(slot) == State::Asked;
        if !self.chosen.has(slot) || !asked || kept_back {
            return None;
        }
        if entry.is_none() && self.options.scope == Scope::Answers {
            return None;
        }
        let empty = Entry::default();
        let entry = entry.unwrap_or(&empty);
        let question = plan.question(slot);
        let language = entry.language.as_ref().unwrap_or(&self.subject.response.language);
        let words = self.words;
        Some(OutlineQuestion {
            id: question.id.to_string(),
            text: question.text.clone(),
            provisions: plan.provisions(slot).iter().map(ToString::to_string).collect(),
            obligation: question
                .obligation
                .map(|obligation| (obligation, obligation_in_words(words, obligation))),
            follow_up: parent_id(question.id.as_str()) != question.id.as_str(),
            answer: answer(self.subject, slot, entry, words),
            note: entry.note.clone(),
            remarks: entry.remarks.clone(),
            evidence: entry.evidence.iter().map(|link| self.evidence(link)).collect(),
            language: language.clone(),
        })
    }

    fn evidence(&self, link: &EvidenceLink) -> OutlineEvidence {
        OutlineEvidence {
            item: link.item.to_string(),
            title: self
                .subject
                .evidence
                .and_then(|known| known.get(link.item.as_str()))
                .map(|item| item.title.clone()),
            stance: (link.stance, stance_in_words(self.words, link.stance)),
            note: link.note.clone(),
        }
    }
}

/// Returns the heading of a questionnaire: its instrument, cluster and title.
pub(crate) fn title(plan: &Plan, words: &Words) -> String {
    let arguments = [
        ("instrument", words::instrument(words, plan.instrument()).into()),
        ("cluster", plan.cluster().to_string().into()),
        ("title", (&plan.questionnaire().title).into()),
    ];
    words.say("document-part", &arguments)
}

fn note_laws(
    plan: &Plan,
    slot: usize,
    entry: Option<&Entry>,
    cited: &mut BTreeMap<String, Vec<String>>,
) {
    let Some(Value::Rows(rows)) = entry.and_then(|entry| entry.value.as_ref()) else {
        return;
    };
    let law = plan.columns(slot).iter().find(|column| column.kind == CellKind::Law);
    let Some(key) = law.map(|column| column.key.as_str()) else { return };
    for row in rows {
        if let Some(Cell::Text(law)) = row.get(key) {
            let questions = cited.entry(law.clone()).or_default();
            let id = plan.question(slot).id.to_string();
            if !questions.contains(&id) {
                questions.push(id);
            }
        }
    }
}

fn laws(
    subjects: &[&Subject<'_>],
    cited: &BTreeMap<String, Vec<String>>,
    words: &Words,
) -> Vec<OutlineLaw> {
    let Some(register) = subjects.iter().find_map(|subject| subject.laws) else {
        return Vec::new();
    };
    let cited_by = |law: &Law| cited.get(law.id.as_str());
    let make = |law: &Law, questions: &Vec<String>| {
        let kind = words::law_kind(words, law.kind);
        let about = match law.date {
            Some(date) => format!("{kind}, {date}"),
            None => kind,
        };
        let links = [
            ("", &law.link),
            ("SHERLOC", &law.sherloc),
            ("ELI", &law.eli),
            ("ECLI", &law.ecli),
        ];
        OutlineLaw {
            id: law.id.to_string(),
            title: law.title.clone(),
            about,
            links: links
                .into_iter()
                .filter_map(|(name, link)| Some((name.to_owned(), link.clone()?)))
                .collect(),
            cited_by: questions.clone(),
        }
    };
    register.laws.iter().filter_map(|law| Some(make(law, cited_by(law)?))).collect()
}

fn cover(
    subjects: &[&Subject<'_>],
    options: &ExportOptions,
    words: &Words,
    today: Day,
) -> Cover {
    let first = subjects.first();
    let state = first.map(|s| s.response.state);
    let name = state.map_or_else(String::new, |state| match state.name() {
        Some(name) => name.to_owned(),
        None => state.to_string(),
    });
    let settings = first.and_then(|s| s.settings);
    let mut lines = Vec::new();
    let mut line = |key: &str, text: String| {
        if !text.is_empty() {
            lines.push((words::document(words, key), text));
        }
    };
    line("state", name.clone());
    let titles: Vec<String> = subjects.iter().map(|s| title(s.plan, words)).collect();
    line("questionnaires", titles.join("; "));
    let language = first.map(|s| s.response.language.clone());
    line("language", language.unwrap_or_default());
    let focal_point = settings.and_then(|s| s.focal_point.clone());
    line("focal-point", focal_point.unwrap_or_default());
    line("as-of", today.to_string());
    let due = settings.and_then(|s| s.due).map(|due| due.to_string());
    line("due", due.unwrap_or_default());
    line("audience", audience_in_words(words, options.audience));
    let by = options.selection.contributor.as_ref().map(|id| {
        let contributor = settings.and_then(|s| s.contributor(id.as_str()));
        contributor.map_or_else(|| id.to_string(), |c| c.name.clone())
    });
    line("contributor", by.unwrap_or_default());
    Cover {
        title: words.say("document-title", &[("state", name.into())]),
        lines,
        wording: words::document(words, "wording"),
    }
}

impl OutlineQuestion {
    /// Says whether there is no answer yet.
    pub fn is_open(&self) -> bool {
        matches!(self.answer, OutlineAnswer::Open(_))
    }
}
