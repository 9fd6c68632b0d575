//! A text that only holds a place ("to be completed") and says nothing.

use crate::check::Context;
use crate::code::Code;
use crate::finding::{Finding, Place};
use crate::plan::CellKind;
use crate::questionnaire::Kind;
use crate::value::Cell;

use super::walk;

/// Placeholder words in the six languages of the UN, folded as [`fold`] does.
///
/// A text counts only when it is nothing else; "none" alone may be a true answer to a
/// question and is not listed.
const WORDS: &[&str] = &[
    // any language
    "",
    "x",
    "xx",
    "xxx",
    "xxxx",
    "?",
    "??",
    "???",
    "tbd",
    "tbc",
    "tba",
    "tbs",
    "todo",
    "to do",
    "n/a",
    "na",
    "n.a",
    "lorem ipsum",
    // English
    "to be completed",
    "to be confirmed",
    "to be determined",
    "to be provided",
    "to be added",
    "to be filled in",
    "to follow",
    "pending",
    "see above",
    "see attached",
    "same as above",
    "test",
    "text",
    "insert text here",
    "placeholder",
    "not yet available",
    // French
    "à compléter",
    "a completer",
    "à confirmer",
    "à déterminer",
    "à préciser",
    "à suivre",
    "en cours",
    "en attente",
    "voir ci-dessus",
    "sans objet",
    "s/o",
    "idem",
    // Spanish
    "por completar",
    "por confirmar",
    "por determinar",
    "pendiente",
    "a completar",
    "véase arriba",
    "ver arriba",
    "no aplica",
    "ídem",
    // Russian
    "заполнить",
    "будет дополнено",
    "будет уточнено",
    "уточняется",
    "см. выше",
    "н/д",
    "не заполнено",
    "в процессе",
    // Arabic
    "يستكمل لاحقا",
    "يستكمل لاحقاً",
    "سيستكمل",
    "قيد الإعداد",
    "قيد الانتظار",
    "انظر أعلاه",
    "لا ينطبق",
    // Chinese
    "待补充",
    "待定",
    "待填",
    "待确认",
    "待完善",
    "同上",
    "见上",
    "不适用",
    "暂无",
];

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut report = |text: &str, place: Place| {
        let blank = crate::text::is_blank(text);
        if !blank && is_placeholder(text) {
            findings.push(Finding::new(Code::TextPlaceholder, place));
        }
    };
    walk::texts(context, Kind::Text, |slot, text| {
        report(text, context.place(slot, "/value"));
    });
    walk::cells(context, |at| {
        if let (CellKind::Text, Cell::Text(text)) = (at.column.kind, at.cell) {
            report(text, at.place(context))
        }
    });
    for (slot, entry) in context.answered() {
        for (part, text) in [("/reason", &entry.reason), ("/note", &entry.note)] {
            if let Some(text) = text {
                report(text, context.place(slot, part));
            }
        }
    }
}

/// Says whether a text is nothing but a placeholder.
fn is_placeholder(text: &str) -> bool {
    let folded = fold(text);
    WORDS.contains(&folded.as_str())
}

/// Folds capitals, blanks and the signs that people put round a placeholder.
fn fold(text: &str) -> String {
    let around = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ','
                    | ':'
                    | ';'
                    | '!'
                    | '-'
                    | '–'
                    | '—'
                    | '_'
                    | '*'
                    | '/'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | '{'
                    | '}'
                    | '<'
                    | '>'
                    | '«'
                    | '»'
                    | '“'
                    | '”'
                    | '"'
                    | '\''
                    | '…'
                    | '。'
                    | '、'
                    | '（'
                    | '）'
                    | '【'
                    | '】'
                    | '؟'
                    | '؛'
                    | '،'
            )
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_matches(around).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    /// Placeholders are known in six languages, whatever stands round them; texts that
    /// say something are not.
    #[test]
    fn knows_placeholders() {
        for text in [
            "TBD",
            "[to be completed]",
            "…",
            "---",
            "À compléter.",
            "pendiente",
            "Уточняется",
            "(待补充)",
            "قيد الإعداد",
            "To  be\nconfirmed",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "None.",
            "No",
            "The bill is pending before parliament",
            "待补充的法律已于2024年生效",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
