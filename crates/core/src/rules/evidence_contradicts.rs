//! Evidence that contradicts an answer, and an answer that says nothing about it.

use crate::answer::Stance;
use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (slot, entry) in context.answered() {
        if entry.note.is_some() || entry.is_open() {
            continue;
        }
        for (at, link) in entry.evidence.iter().enumerate() {
            if link.stance == Stance::Contradicts {
                let place = context.place(slot, &format!("/evidence/{at}"));
                let finding = Finding::new(Code::EvidenceContradicts, place);
                findings.push(finding.typed("item", link.item.as_str()));
            }
        }
    }
}
