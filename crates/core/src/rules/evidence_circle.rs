//! An answer for a wider circle than its evidence may be passed on to.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(onward) = context.around.onward else { return };
    for (slot, entry) in context.answered() {
        for (at, link) in entry.evidence.iter().enumerate() {
            let Some(allowed) = onward.get(link.item.as_str()) else { continue };
            if allowed.audience() < entry.audience() && !entry.is_open() {
                let place = context.place(slot, &format!("/evidence/{at}"));
                findings.push(
                    Finding::new(Code::EvidenceCircle, place)
                        .typed("item", link.item.as_str())
                        .plain("value", entry.audience().as_str())
                        .plain("expected", allowed.as_str()),
                );
            }
        }
    }
}
