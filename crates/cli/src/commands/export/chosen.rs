//! Which questionnaires and responses an export is about.

use std::sync::Arc;

use untoc_core::Plan;
use untoc_export::Subject;

use super::Export;
use crate::error::CommandError;
use crate::session::Session;

/// Returns the questionnaires that the options name.
pub(super) fn chosen_plans(
    arguments: &Export,
    session: &Session<'_>,
) -> Result<Vec<Arc<Plan>>, CommandError> {
    if !arguments.questionnaire.is_empty() {
        return arguments
            .questionnaire
            .iter()
            .map(|id| session.find_questionnaire(id))
            .collect();
    }
    let mut plans = session.plans();
    if !arguments.section.is_empty() {
        plans.retain(|plan| {
            let sections = &plan.questionnaire().sections;
            sections
                .iter()
                .any(|s| arguments.section.iter().any(|id| id == s.id.as_str()))
        });
    }
    if let Some(contributor) = &arguments.contributor {
        let settings = session.settings()?;
        plans.retain(|plan| {
            plan.slots().any(|slot| {
                settings
                    .assignment(plan, slot)
                    .is_some_and(|a| a.to.as_str() == contributor)
            })
        });
        if plans.is_empty() {
            return Err(CommandError::usage(format!(
                "{contributor} is asked for nothing yet"
            ))
            .hint(format!(
                "assign a section with: untoc assign SECTION --to {contributor}"
            )));
        }
    }
    Ok(plans)
}

/// Returns the responses to them.
pub(super) fn subjects<'s>(
    session: &'s Session<'_>,
    plans: &'s [Arc<Plan>],
) -> Result<Vec<Subject<'s>>, CommandError> {
    let mut subjects = Vec::new();
    for plan in plans {
        subjects.push(Subject {
            plan,
            response: session.response(plan)?,
            settings: session.dossier().settings(),
            laws: Some(session.laws()?),
            evidence: Some(session.known_evidence()),
        });
    }
    Ok(subjects)
}
