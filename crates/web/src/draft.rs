//! What waits in the autosave area, as its page shows it.

use std::collections::BTreeMap;

use untoc_core::{Plan, QuestionId, Response};
use untoc_dossier::Unsaved;

use crate::posted::Posted;
use crate::save::{Hitch, Verdict, judge};
use crate::sheet::Sheet;

/// What waits for one question.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The text that the form shows in place of the dossier's.
    pub(crate) posted: Posted,
    /// When it was typed.
    pub(crate) at: String,
    /// Why it waits; nothing keeps it from being saved if absent.
    pub(crate) hitch: Option<Hitch>,
    /// The windows whose texts are settled when a person decides.
    pub(crate) windows: Vec<String>,
    /// Further texts, typed in other windows.
    pub(crate) others: Vec<Vec<String>>,
}

/// Returns what waits for the questions of a questionnaire.
pub(crate) fn drafts(
    sheet: &Sheet<'_>,
    response: &Response,
    records: &[Unsaved],
    wanted: impl Fn(&Plan, usize) -> bool,
) -> BTreeMap<QuestionId, Draft> {
    let mut found: BTreeMap<QuestionId, Draft> = BTreeMap::new();
    for record in records {
        let Some(slot) = sheet.plan.slot(record.question.as_str()) else { continue };
        if !wanted(sheet.plan, slot) {
            continue;
        }
        let fields = record.fields.as_deref().unwrap_or_default();
        let mut posted = Posted::one(&record.question, fields);
        posted.base.clone_from(&record.base);
        let hitch = match judge(sheet, response, slot, &posted, &record.at) {
            Verdict::Untouched => continue,
            Verdict::Change(_) => None,
            Verdict::Hitch(hitch) => Some(hitch),
        };
        let draft = Draft {
            posted,
            at: record.at.clone(),
            hitch,
            windows: vec![record.window.clone()],
            others: Vec::new(),
        };
        match found.get_mut(&record.question) {
            None => {
                found.insert(record.question.clone(), draft);
            }
            Some(known) if known.posted.texts == draft.posted.texts => {
                known.windows.extend(draft.windows);
            }
            Some(known) => {
                // The newest is in the form, the others stand beside it.
                let older = std::mem::replace(known, draft);
                known.windows.extend(older.windows);
                known.others = older.others;
                known.others.push(texts(&older.posted));
            }
        }
    }
    found
}

fn texts(posted: &Posted) -> Vec<String> {
    let filled = posted.texts.values().filter(|text| !text.trim().is_empty());
    filled.cloned().collect()
}
