//! Tables have columns, each once; nothing else has; gap columns stand in gap tables.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::finding::Finding;
use crate::questionnaire::{ColumnKind, Kind, Questionnaire};

pub(super) fn check(questionnaire: &Questionnaire, findings: &mut Vec<Finding>) {
    for at in super::questions(questionnaire) {
        let question = at.question;
        if (question.kind == Kind::Table) == question.columns.is_empty() {
            findings.push(at.finding(Code::ColumnsMalformed, ""));
        }
        let mut seen = BTreeSet::new();
        for (position, column) in question.columns.iter().enumerate() {
            let part = format!("/columns/{position}");
            if column.key.is_empty() || !seen.insert(&column.key) {
                findings.push(
                    at.finding(Code::ColumnsMalformed, &part)
                        .plain("column", &column.key),
                );
            }
            let named = question.when.as_ref().map_or(0, |when| when.questions().len());
            if column.options_from_when
                && (column.kind != ColumnKind::Choice || named < 2)
            {
                findings.push(
                    at.finding(Code::GapColumnMisplaced, &part)
                        .plain("column", &column.key),
                );
            }
        }
    }
}
