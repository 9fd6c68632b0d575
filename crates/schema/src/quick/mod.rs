//! The fast path: says of a response, in one walk over its text, that nothing is to be
//! said about it.
//!
//! Most responses of a nightly run are in order. For those it is enough to know so:
//! [`quick`] walks through the bytes once, builds nothing and allocates nothing. Its
//! `Clean` means that [`crate::read_response`] and `check_response` would give no finding
//! at all, neither error nor warning nor note; a property test holds that. Whatever is
//! wrong, or only unusual (an escape in a key, `extensions`), is `Look`: the full run
//! then judges. Its questions, options, columns and conditions come out of the same
//! `Plan` as those of the rules.

mod cursor;
mod dates;
mod entry;
mod head;

mod plan;
mod rows;
mod scratch;
mod settle;
mod test;
mod text;
mod value;
mod words;

use cursor::Cursor;

pub use head::questionnaire_of;
pub use plan::QuickPlan;
pub use scratch::Scratch;

/// What the fast path says about a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A full run has nothing to say about it.
    Clean,
    /// Only a full run can tell.
    Look,
}

/// What the fast path leaves to the full run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look;

type Quick<T> = Result<T, Look>;

/// Says whether a response to the plan's questionnaire is in order, as a response that
/// stands alone, without a dossier around it.
///
/// The scratch may be used for one response after another, also of other plans.
pub fn quick(plan: &QuickPlan, bytes: &[u8], scratch: &mut Scratch) -> Verdict {
    match walk(plan, bytes, scratch) {
        Ok(()) => Verdict::Clean,
        Err(Look) => Verdict::Look,
    }
}

fn walk(plan: &QuickPlan, bytes: &[u8], scratch: &mut Scratch) -> Quick<()> {
    // A value takes two bytes at least, so a shorter text is within every limit.
    if !plan.usable || bytes.len() >= 2 * crate::VALUES_MAX {
        return Err(Look);
    }
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| Look)?;
    scratch.reset(plan);
    let mut cursor = Cursor::new(text);
    head::walk(plan, &mut cursor, scratch)?;
    cursor.finish()?;
    settle::settle(plan, scratch)
}
