//! What fits no other field: a JSON object with fields of an entry.
//!
//! Our writer puts there what the plain fields cannot hold without loss: an answer of
//! another shape than its question asks for, blank texts, extensions.

use untoc_core::{Elsewhere, Entry};

use crate::address::Part;
use crate::decode::{Decoder, Expected, Reading, time};
use crate::filled::Filled;

impl Decoder<'_> {
    /// Fills what is still absent in `entry` from the field `more`.
    pub(crate) fn more(&mut self, filled: &Filled, entry: &mut Entry) {
        let Some(typed) = filled.part(Part::More) else { return };
        // A list would be taken for the fields in their order.
        let parsed = Some(typed)
            .filter(|typed| typed.trim_start().starts_with('{'))
            .and_then(|typed| serde_json::from_str::<Entry>(typed).ok())
            .filter(is_well_formed);
        let result = parsed.map(Reading::exact).ok_or(Expected::Json);
        if let Some(more) = self.settle(Part::More, None, typed, result) {
            fill_up(entry, more);
        }
    }
}

/// Says whether nothing in it would be refused when the response is read again.
fn is_well_formed(more: &Entry) -> bool {
    more.at.as_deref().is_none_or(time::is_time)
        && more.language.as_deref().is_none_or(time::is_language)
        && more.by.as_ref().is_none_or(|by| untoc_core::check_id(by.as_str()).is_ok())
}

/// Gives `entry` every field that it lacks and `more` has.
fn fill_up(entry: &mut Entry, more: Entry) {
    fn fill<T>(field: &mut Option<T>, more: Option<T>) {
        if field.is_none() {
            *field = more;
        }
    }
    let Entry {
        value,
        no_answer,
        reason,
        elsewhere,
        note,
        remarks,
        audience,
        status,
        by,
        at,
        language,
        evidence,
        extensions,
    } = more;
    fill(&mut entry.value, value);
    fill(&mut entry.no_answer, no_answer);
    fill(&mut entry.reason, reason);
    if let Some(elsewhere) = elsewhere.filter(|given| *given != Elsewhere::default()) {
        let own = entry.elsewhere.get_or_insert_default();
        fill(&mut own.reference, elsewhere.reference);
        fill(&mut own.date, elsewhere.date);
        fill(&mut own.changes, elsewhere.changes);
    }
    fill(&mut entry.note, note);
    fill(&mut entry.remarks, remarks);
    fill(&mut entry.audience, audience);
    fill(&mut entry.status, status);
    fill(&mut entry.by, by);
    fill(&mut entry.at, at);
    fill(&mut entry.language, language);
    fill(&mut entry.extensions, extensions);
    if entry.evidence.is_empty() {
        entry.evidence = evidence;
    }
}
