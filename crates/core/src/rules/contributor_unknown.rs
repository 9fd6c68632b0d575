//! An answer by a contributor who is not listed in the dossier.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::text::nearest;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(settings) = context.around.settings else { return };
    for (slot, entry) in context.answered() {
        let Some(by) = &entry.by else { continue };
        if settings.contributor(by.as_str()).is_some() {
            continue;
        }
        let mut finding =
            Finding::new(Code::ContributorUnknown, context.place(slot, "/by"))
                .typed("value", by.as_str());
        let ids = settings.contributors.iter().map(|c| c.id.as_str());
        if let Some(near) = nearest(by.as_str(), ids) {
            finding = finding.plain("nearest", near);
        }
        findings.push(finding);
    }
}
