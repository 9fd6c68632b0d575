//! What can be told only when all answers are known.

use untoc_core::Level;

use super::plan::{Branch, QuickPlan};
use super::scratch::Scratch;
use super::{Look, Quick};

/// Makes sure that what is answered is asked, that nothing is missing, that every gap
/// has its row and every answer its law.
pub(super) fn settle(plan: &QuickPlan, scratch: &mut Scratch) -> Quick<()> {
    for (slot, condition) in &plan.conditions {
        if !condition.holds(scratch) {
            scratch.asked.clear(*slot);
        }
    }
    let words = scratch.asked.0.iter().zip(&scratch.closed.0);
    if words.clone().any(|(asked, closed)| closed & !asked != 0) {
        return Err(Look);
    }
    if plan.level == Level::Submission {
        let needed = plan.required.0.iter().zip(&scratch.settled.0);
        let advised = &plan.advised.0;
        for (((asked, closed), (required, settled)), advised) in
            words.zip(needed).zip(advised)
        {
            if asked & (required & !settled | advised & !closed) != 0 {
                return Err(Look);
            }
        }
    }
    let gaps = plan.gaps.iter().filter(|gap| scratch.valued.has(gap.slot));
    for gap in gaps {
        if !gap.branches.iter().all(|branch| is_covered(gap.slot, branch, scratch)) {
            return Err(Look);
        }
    }
    let laws = plan.laws.iter().filter(|citing| scratch.valued.has(citing.slot));
    for chosen in laws.flat_map(|citing| &citing.wanting) {
        if chosen.holds(&scratch.asked, &scratch.chosen)
            && !scratch.supported.has(chosen.slot)
        {
            return Err(Look);
        }
    }
    Ok(())
}

/// Says whether the rows of a gap table are about all that a branch leaves open.
fn is_covered(slot: usize, branch: &Branch, scratch: &Scratch) -> bool {
    if !branch.holds.holds(scratch) {
        return true;
    }
    let about = |on: usize| scratch.about.contains(&(slot, on));
    let mut short = branch
        .short
        .iter()
        .filter(|chosen| chosen.holds(&scratch.asked, &scratch.chosen))
        .peekable();
    if short.peek().is_some() {
        short.all(|chosen| about(chosen.slot))
    } else {
        branch.named.iter().all(|&on| about(on))
    }
}
