//! A text that only holds a place ("to be completed") and says nothing.

use crate::check::Context;
use crate::code::Code;
use crate::finding::{Finding, Place};
use crate::plan::CellKind;
use crate::questionnaire::Kind;
use crate::text::{begins_letter, is_blank};
use crate::value::Cell;

use super::walk;

/// Placeholder words in the six languages of the UN, folded as [`Folded`] does.
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
    let mut report = |text: &str, place: &dyn Fn() -> Place| {
        // Most texts are long, and then a look at their first bytes is enough.
        if !is_long(text) && !is_blank(text) && is_placeholder(text.chars()) {
            findings.push(Finding::new(Code::TextPlaceholder, place()));
        }
    };
    walk::texts(context, Kind::Text, |slot, text| {
        report(text, &|| context.place(slot, "/value"));
    });
    walk::cells(context, |at| {
        if let (CellKind::Text, Cell::Text(text)) = (at.column.kind, at.cell) {
            report(text, &|| at.place(context));
        }
    });
    for (slot, entry) in context.answered() {
        for (part, text) in [("/reason", &entry.reason), ("/note", &entry.note)] {
            if let Some(text) = text {
                report(text, &|| context.place(slot, part));
            }
        }
    }
}

/// Says whether a text has more letters and digits near its beginning than any
/// placeholder has.
fn is_long(text: &str) -> bool {
    text.bytes().take(64).filter(|&byte| begins_letter(byte)).nth(LONGEST).is_some()
}

/// The most characters of a folded placeholder.
const LONGEST: usize = 17;

/// Says whether a text is nothing but a placeholder; one without any character that a
/// reader would see counts too.
///
/// The text may come as its characters. It is given up at the first one that makes it
/// too long, and nothing is put on the heap.
pub fn is_placeholder(text: impl IntoIterator<Item = char>) -> bool {
    let mut folded = Folded::default();
    text.into_iter().all(|c| folded.push(c)) && folded.is_listed()
}

/// A text with capitals, blanks and the signs that people put round a placeholder folded.
#[derive(Default)]
struct Folded {
    letters: [char; LONGEST],
    /// How many letters there are, signs inside the text included.
    length: usize,
    /// Signs and blanks behind the last letter, which count once a letter follows.
    pending: [char; LONGEST],
    waiting: usize,
}

impl Folded {
    /// Adds a character; says whether the text can still be a placeholder.
    fn push(&mut self, c: char) -> bool {
        if c.is_whitespace() {
            // Several blanks count as one, and those at the ends as none.
            if self.waiting == 0 || self.last_waiting() != Some(' ') {
                self.wait(' ');
            }
            return true;
        }
        if is_sign(c) {
            self.wait(c);
            return true;
        }
        let before = std::mem::take(&mut self.waiting);
        if self.length > 0 {
            if self.length + before > LONGEST {
                return false;
            }
            for at in 0..before {
                let sign = self.pending.get(at).copied().unwrap_or(' ');
                self.keep(sign);
            }
        }
        c.to_lowercase().all(|lower| self.keep(lower))
    }

    fn last_waiting(&self) -> Option<char> {
        self.pending.get(self.waiting.checked_sub(1)?).copied()
    }

    fn wait(&mut self, sign: char) {
        if self.length == 0 {
            return;
        }
        if let Some(place) = self.pending.get_mut(self.waiting) {
            *place = sign;
        }
        // Past the end only the number matters: a letter behind makes the text too long.
        self.waiting = self.waiting.saturating_add(1);
    }

    fn keep(&mut self, c: char) -> bool {
        match self.letters.get_mut(self.length) {
            Some(place) => {
                *place = c;
                self.length += 1;
                true
            }
            None => false,
        }
    }

    fn is_listed(&self) -> bool {
        let letters = self.letters.get(..self.length).unwrap_or_default();
        let mut bytes = [0_u8; LONGEST * 4];
        let mut end = 0;
        for letter in letters {
            let Some(rest) = bytes.get_mut(end..) else { return false };
            end += letter.len_utf8();
            if rest.len() < letter.len_utf8() {
                return false;
            }
            letter.encode_utf8(rest);
        }
        let text = bytes.get(..end).and_then(|bytes| std::str::from_utf8(bytes).ok());
        text.is_some_and(|text| WORDS.contains(&text))
    }
}

fn is_sign(c: char) -> bool {
    matches!(
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
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, WORDS, is_placeholder, is_sign};

    fn fold(text: &str) -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        words
            .join(" ")
            .trim_matches(|c: char| c.is_whitespace() || is_sign(c))
            .to_lowercase()
    }

    /// No listed word is longer than what a folded text keeps, and each is folded.
    #[test]
    fn words_are_folded() {
        for word in WORDS {
            assert_eq!(fold(word), *word);
            assert!(word.chars().count() <= LONGEST, "{word}");
        }
    }

    proptest::proptest! {
        /// Folding on the way gives what folding the whole text gives.
        #[test]
        fn folds_like_the_whole_text(text in "[ \\n\u{a0}.,\u{2014}(tTbBdDx?İ待]{0,24}", word in 0..WORDS.len(), around in "[ .(\u{2026}]{0,30}") {
            for text in [text.clone(), format!("{around}{}{around}", WORDS[word]), format!("{}{around}{text}", WORDS[word])] {
                assert_eq!(is_placeholder(text.chars()), WORDS.contains(&fold(&text).as_str()), "{text:?}");
            }
        }
    }

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
            assert!(is_placeholder(text.chars()), "{text}");
        }
        for text in [
            "None.",
            "No",
            "The bill is pending before parliament",
            "待补充的法律已于2024年生效",
        ] {
            assert!(!is_placeholder(text.chars()), "{text}");
        }
    }
}
