//! The State of a response: known, and the same as that of its dossier.

use crate::check::Context;
use crate::code::Code;
use crate::finding::{Finding, Place};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let state = context.response.state;
    let place = || Place {
        pointer: Some("/state".to_owned()),
        questionnaire: Some(context.plan.id().to_string()),
        ..Place::default()
    };
    if state.name().is_none() {
        findings.push(Finding::new(Code::StateUnknown, place()).plain("value", state));
    }
    match context.around.settings {
        Some(settings) if settings.state != state => findings.push(
            Finding::new(Code::StateDiffers, place())
                .plain("value", state)
                .plain("expected", settings.state),
        ),
        _ => {}
    }
}
