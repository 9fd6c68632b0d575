//! What is exported, and for whom.

use untoc_core::{Audience, ContributorId, Plan, QuestionnaireId, SectionId, Settings};

/// Which questions are exported; what is not named is not narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The questionnaires; none named means all.
    pub questionnaires: Vec<QuestionnaireId>,
    /// The sections; none named means all.
    pub sections: Vec<SectionId>,
    /// Only the questions that this contributor is asked for.
    pub contributor: Option<ContributorId>,
}

impl Selection {
    /// Says whether a questionnaire is exported at all.
    pub fn takes(&self, questionnaire: &QuestionnaireId) -> bool {
        self.questionnaires.is_empty() || self.questionnaires.contains(questionnaire)
    }

    /// Says whether a question is exported.
    pub fn chooses(&self, plan: &Plan, slot: usize, settings: Option<&Settings>) -> bool {
        let section = &plan.section(slot).id;
        let assigned = || settings.and_then(|s| s.assignment(plan, slot)).map(|a| &a.to);
        self.takes(plan.id())
            && (self.sections.is_empty() || self.sections.contains(section))
            && self.contributor.as_ref().is_none_or(|by| assigned() == Some(by))
    }

    /// Says whether nothing is narrowed inside a questionnaire.
    pub fn is_whole(&self) -> bool {
        self.sections.is_empty() && self.contributor.is_none()
    }
}

/// Which of the chosen questions stand in a table or report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Those that have an entry: data. In a table also those that are set aside.
    #[default]
    Answers,
    /// Those that are asked or may still be asked, answered or not: a form to go on with.
    AnswersAndOpen,
    /// All questions, with empty fields: a form to fill in.
    Blank,
    /// All questions, with the answers there are: a form to go on with, in which a
    /// follow-up has its place before its condition comes true.
    Form,
}

/// How an export is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOptions {
    /// Which questions.
    pub selection: Selection,
    /// For whom; answers that are more private are left out and counted.
    pub audience: Audience,
    /// Whether internal remarks go out; usually they do not.
    pub remarks: bool,
    /// Which of the chosen questions stand in it.
    pub scope: Scope,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            audience: Audience::Review,
            remarks: false,
            scope: Scope::Answers,
        }
    }
}
