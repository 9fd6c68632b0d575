//! Blank surveys for other tools, as `untoc export --blank` writes them.

use std::collections::BTreeMap;
use std::sync::Arc;

use untoc_core::{Finding, Plan, nearest};
use untoc_export::{SurveyOptions, to_surveyjs, to_xlsform};
use untoc_report::{Privacy, Words};

use crate::error::{CommandError, ErrorKind};
use crate::world::World;

use super::export::Files;

/// The kinds of surveys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// JSON for SurveyJS.
    SurveyJs,
    /// A workbook for ODK and Kobo.
    XlsForm,
}

/// Finds questionnaires without a dossier.
pub(crate) fn find_plans(
    world: &World,
    ids: &[String],
) -> Result<Vec<Arc<Plan>>, CommandError> {
    let find = |id: &String| {
        world.library.get(id).ok_or_else(|| {
            let error = CommandError::usage(format!("there is no questionnaire {id}"));
            match nearest(id, world.library.ids().iter().map(|known| known.as_str())) {
                Some(near) => {
                    error.hint(format!("write {near} if that is what is meant"))
                }
                None => error.hint("list them with: untoc questions"),
            }
        })
    };
    ids.iter().map(find).collect()
}

/// Writes each questionnaire as a survey, and tells what such a survey cannot carry.
pub(crate) fn write(
    world: &World,
    plans: &[Arc<Plan>],
    kind: Kind,
) -> Result<Files, CommandError> {
    let options = SurveyOptions::default();
    let mut files = Files::new();
    let mut lost = Vec::new();
    for plan in plans {
        let id = plan.id();
        match kind {
            Kind::SurveyJs => {
                let (text, findings) = to_surveyjs(plan, &options);
                files.push((format!("{id}.survey.json"), text.into()));
                lost.extend(findings);
            }
            Kind::XlsForm => {
                let (bytes, findings) = to_xlsform(plan, &options).map_err(|error| {
                    CommandError::new(ErrorKind::Unwritable, error.to_string())
                })?;
                files.push((format!("{id}.xlsx"), bytes));
                lost.extend(findings);
            }
        }
    }
    tell_lost(world, &lost);
    Ok(files)
}

/// Tells each loss once, however many questionnaires it is met in.
fn tell_lost(world: &World, lost: &[Finding]) {
    let words = Words::load("en");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for finding in lost {
        let severity = finding.severity.as_str();
        let message = words.message(finding, Privacy::Shown);
        let line = format!("{severity}: {message}");
        let count = counts.entry(line.clone()).or_default();
        if *count == 0 {
            order.push(line);
        }
        *count += finding.count;
    }
    for line in order {
        let count = counts.get(&line).copied().unwrap_or_default();
        let questions = if count == 1 { "question" } else { "questions" };
        world.tell(&format!("{line} ({count} {questions})"));
    }
}
