//! Cells that were merged: only the first of them can hold an answer.

use untoc_core::{Code, Finding};

use super::cells::Sheet;
use crate::excel::tag::Tag;
use crate::returned::Returned;

/// Reports merged cells that join the answers to several questions or several fields.
pub(super) fn report(sheet: &Sheet, returned: &mut Returned) {
    for [top, left, bottom, right] in &sheet.merged {
        // What the form itself merges begins in the first column.
        if *left == 0 {
            continue;
        }
        let covered =
            sheet.rows.iter().filter(|row| (*top..=*bottom).contains(&row.number));
        let tagged = covered.filter(|row| Tag::parse(row.first()).is_some()).count();
        if tagged > 1 || (tagged == 1 && right > left && *right > 2) {
            let finding = Finding::new(Code::ImportUnplaced, sheet.place(*top, *left));
            returned.say(finding.plain("kind", "merged"));
        }
    }
}
