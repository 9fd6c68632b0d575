//! The rules on the settings of a dossier.

use std::sync::Arc;

use untoc_core::{
    Assignment, Code, Day, Finding, Library, Place, Plan, Settings, nearest,
};

use super::duplicates;
use crate::layout::under_review;

/// Checks the settings.
pub(crate) fn check(settings: &Settings, library: &Library, findings: &mut Vec<Finding>) {
    if settings.state.name().is_none() {
        let finding = Finding::new(Code::StateUnknown, Place::pointer("/state"));
        findings.push(finding.plain("value", settings.state));
    }

    let ids = settings.contributors.iter().map(|contributor| contributor.id.as_str());
    duplicates(ids, |at| format!("/contributors/{at}/id"), findings);
    check_order(("due", settings.due), ("start", settings.start), "", findings);
    let plans: Vec<_> =
        under_review(settings).iter().filter_map(|id| library.get(id.as_str())).collect();
    for (at, assignment) in settings.assignments.iter().enumerate() {
        let pointer = format!("/assignments/{at}");
        check_contributor(settings, assignment, &pointer, findings);
        check_target(&plans, library, assignment, &pointer, findings);
        let sent = ("sent", assignment.sent);
        check_order(("received", assignment.received), sent, &pointer, findings);
    }
}

fn check_contributor(
    settings: &Settings,
    assignment: &Assignment,
    pointer: &str,
    findings: &mut Vec<Finding>,
) {
    let to = assignment.to.as_str();
    if settings.contributor(to).is_some() {
        return;
    }
    let place = Place {
        contributor: Some(to.to_owned()),
        ..Place::pointer(format!("{pointer}/to"))
    };
    let mut finding = Finding::new(Code::ContributorUnknown, place).typed("value", to);
    let ids = settings.contributors.iter().map(|contributor| contributor.id.as_str());
    if let Some(near) = nearest(to, ids) {
        finding = finding.plain("nearest", near);
    }
    findings.push(finding);
}

/// A section or question that is not under review now may be so again: only one that
/// does not exist at all is wrong.
fn check_target(
    plans: &[Arc<Plan>],
    library: &Library,
    assignment: &Assignment,
    pointer: &str,
    findings: &mut Vec<Finding>,
) {
    let mut report = |field: &str, id: &str, near: Option<&str>| {
        let place = Place {
            contributor: Some(assignment.to.to_string()),
            ..Place::pointer(format!("{pointer}/{field}"))
        };
        let mut finding = Finding::new(Code::AssignmentUnknown, place)
            .typed("contributor", assignment.to.as_str())
            .typed("value", id);
        if let Some(near) = near {
            finding = finding.plain("nearest", near);
        }
        findings.push(finding);
    };
    if let Some(section) = assignment.section.as_ref().map(|id| id.as_str()) {
        let sections = || {
            plans
                .iter()
                .flat_map(|plan| &plan.questionnaire().sections)
                .map(|s| s.id.as_str())
        };
        if !sections().any(|id| id == section) && library.find_section(section).is_none()
        {
            report("section", section, nearest(section, sections()));
        }
    }
    if let Some(question) = assignment.question.as_ref().map(|id| id.as_str())
        && !plans.iter().any(|plan| plan.slot(question).is_some())
        && library.find_question(question).is_none()
    {
        let ids = plans
            .iter()
            .flat_map(|plan| plan.slots().map(|slot| plan.question(slot).id.as_str()));
        report("question", question, nearest(question, ids));
    }
}

fn check_order(
    later: (&str, Option<Day>),
    earlier: (&str, Option<Day>),
    pointer: &str,
    findings: &mut Vec<Finding>,
) {
    if let (Some(late), Some(early)) = (later.1, earlier.1)
        && late < early
    {
        let place = Place::pointer(format!("{pointer}/{}", later.0));
        findings.push(
            Finding::new(Code::DatesReversed, place)
                .plain("field", later.0)
                .plain("value", late)
                .plain("other", format!("{}, {early}", earlier.0)),
        );
    }
}
