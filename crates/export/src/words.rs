//! The words of forms and reports, one value for each language of content.
//!
//! The wording of questions comes from the questionnaire; these are the words around it.

use untoc_core::{Audience, LawKind, NoAnswer, Obligation, Section, Stance, Status};

use crate::address::Part;
use crate::choose::LeftOut;

/// The words around questions and answers in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is named after the words that it holds")]
pub struct Words {
    /// The language (BCP 47).
    pub language: &'static str,
    pub response_of: &'static str,
    pub state: &'static str,
    pub questionnaires: &'static str,
    pub cluster: &'static str,
    pub language_of_answers: &'static str,
    pub focal_point: &'static str,
    pub as_of: &'static str,
    pub due: &'static str,
    pub for_whom: &'static str,
    pub article: &'static str,
    pub obligations: [&'static str; 3],
    pub not_answered: &'static str,
    pub no_answers: [&'static str; 5],
    pub no_answer: &'static str,
    pub reason: &'static str,
    pub note: &'static str,
    pub remarks: &'static str,
    pub evidence: &'static str,
    pub stances: [&'static str; 3],
    pub elsewhere_reference: &'static str,
    pub elsewhere_date: &'static str,
    pub elsewhere_changes: &'static str,
    pub answer: &'static str,
    pub audience: &'static str,
    pub audiences: [&'static str; 3],
    pub status: &'static str,
    pub statuses: [&'static str; 3],
    pub by: &'static str,
    pub at: &'static str,
    pub language_word: &'static str,
    pub more: &'static str,
    pub supports: &'static str,
    pub cited_by: &'static str,
    pub laws_cited: &'static str,
    pub law_kinds: [&'static str; 7],
    pub not_in_register: &'static str,
    pub left_out: &'static str,
    pub left_out_private: &'static str,
    pub left_out_set_aside: &'static str,
    pub left_out_unknown: &'static str,
    pub wording: &'static str,
    pub nothing: &'static str,
    pub row: &'static str,
    pub characters: &'static str,
    pub contributor: &'static str,
}

/// English.
pub const ENGLISH: Words = Words {
    language: "en",
    response_of: "Response of",
    state: "State",
    questionnaires: "Questionnaires",
    cluster: "Cluster",
    language_of_answers: "Language of the answers",
    focal_point: "Focal point",
    as_of: "As of",
    due: "Due",
    for_whom: "For",
    article: "Article",
    obligations: ["mandatory", "conditional", "optional"],
    not_answered: "Not answered yet",
    no_answers: [
        "Not assessed yet",
        "Not applicable",
        "Not disclosed",
        "The answer comes later",
        "Answered in another review",
    ],
    no_answer: "no answer",
    reason: "reason",
    note: "note",
    remarks: "internal remarks",
    evidence: "evidence",
    stances: ["supports the answer", "contradicts the answer", "gives background"],
    elsewhere_reference: "answered in",
    elsewhere_date: "answered there on",
    elsewhere_changes: "changed since",
    answer: "answer",
    audience: "audience",
    audiences: [
        "National authorities only",
        "The States of the review and the secretariat",
        "Everybody",
    ],
    status: "status",
    statuses: ["proposed", "draft", "confirmed"],
    by: "given by",
    at: "given at",
    language_word: "language",
    more: "more",
    supports: "supports",
    cited_by: "cited under",
    laws_cited: "Laws cited",
    law_kinds: [
        "constitution",
        "act",
        "regulation",
        "code",
        "case law",
        "policy",
        "other text",
    ],
    not_in_register: "not in the register of laws",
    left_out: "What this document leaves out",
    left_out_private: "Answers that are not for these readers",
    left_out_set_aside: "Answers that are set aside, or wait for an earlier one",
    left_out_unknown: "Answers to questions that the questionnaire does not have",
    wording: "The questions are in the words of this tool, not in those of the official questionnaire.",
    nothing: "nothing",
    row: "row",
    characters: "characters",
    contributor: "Contributor",
};

impl Words {
    /// Returns the heading of a section: its article and its title.
    pub fn section(&self, section: &Section) -> String {
        match &section.article {
            Some(article) => format!("{} {article}. {}", self.article, section.title),
            None => section.title.clone(),
        }
    }

    /// Returns what is left out, and how much of it; nothing where nothing is.
    pub fn left_out(&self, left_out: &LeftOut) -> Vec<(&'static str, usize)> {
        let lines = [
            (self.left_out_private, left_out.more_private),
            (self.left_out_set_aside, left_out.set_aside),
            (self.left_out_unknown, left_out.unknown),
        ];
        lines.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// Returns the words for an obligation.
    pub fn obligation(&self, obligation: Obligation) -> &'static str {
        let [mandatory, conditional, optional] = self.obligations;
        match obligation {
            Obligation::Mandatory => mandatory,
            Obligation::Conditional => conditional,
            Obligation::Optional => optional,
        }
    }

    /// Returns the words for a kind of *no answer*.
    pub fn no_answer(&self, kind: NoAnswer) -> &'static str {
        let [assessed, applicable, disclosed, postponed, elsewhere] = self.no_answers;
        match kind {
            NoAnswer::NotAssessed => assessed,
            NoAnswer::NotApplicable => applicable,
            NoAnswer::NotDisclosed => disclosed,
            NoAnswer::Postponed => postponed,
            NoAnswer::GivenElsewhere => elsewhere,
        }
    }

    /// Returns the words for what an evidence item shows.
    pub fn stance(&self, stance: Stance) -> &'static str {
        let [supports, contradicts, context] = self.stances;
        match stance {
            Stance::Supports => supports,
            Stance::Contradicts => contradicts,
            Stance::Context => context,
        }
    }

    /// Returns the words for an audience.
    pub fn audience(&self, audience: Audience) -> &'static str {
        let [national, review, public] = self.audiences;
        match audience {
            Audience::National => national,
            Audience::Review => review,
            Audience::Public => public,
        }
    }

    /// Returns the words for a status.
    pub fn status(&self, status: Status) -> &'static str {
        let [proposed, draft, confirmed] = self.statuses;
        match status {
            Status::Proposed => proposed,
            Status::Draft => draft,
            Status::Confirmed => confirmed,
        }
    }

    /// Returns the words for a kind of law.
    pub fn law_kind(&self, kind: LawKind) -> &'static str {
        let [constitution, act, regulation, code, case_law, policy, other] =
            self.law_kinds;
        match kind {
            LawKind::Constitution => constitution,
            LawKind::Act => act,
            LawKind::Regulation => regulation,
            LawKind::Code => code,
            LawKind::CaseLaw => case_law,
            LawKind::Policy => policy,
            LawKind::Other => other,
        }
    }

    /// Returns the words for a part of an entry.
    pub fn part(&self, part: Part) -> &'static str {
        match part {
            Part::Value => self.answer,
            Part::NoAnswer => self.no_answer,
            Part::Reason => self.reason,
            Part::ElsewhereReference => self.elsewhere_reference,
            Part::ElsewhereDate => self.elsewhere_date,
            Part::ElsewhereChanges => self.elsewhere_changes,
            Part::Note => self.note,
            Part::Remarks => self.remarks,
            Part::Evidence => self.evidence,
            Part::Audience => self.audience,
            Part::Status => self.status,
            Part::By => self.by,
            Part::At => self.at,
            Part::Language => self.language_word,
            Part::More => self.more,
        }
    }
}
