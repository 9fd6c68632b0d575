//! A link to an evidence item that the dossier does not have.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::text::nearest;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(items) = context.around.evidence else { return };
    for (slot, entry) in context.answered() {
        for (at, link) in entry.evidence.iter().enumerate() {
            if items.contains(link.item.as_str()) {
                continue;
            }
            let place = context.place(slot, &format!("/evidence/{at}/item"));
            let mut finding = Finding::new(Code::EvidenceUnknown, place)
                .typed("item", link.item.as_str());
            if let Some(near) =
                nearest(link.item.as_str(), items.iter().map(String::as_str))
            {
                finding = finding.plain("nearest", near);
            }
            findings.push(finding);
        }
    }
}
