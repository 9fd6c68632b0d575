//! Patterns of XML Schema: they match a whole value, and know no anchors.

use regex_automata::dfa::{Automaton, dense};
use regex_automata::meta::Regex;
use regex_automata::util::primitives::StateID;
use regex_automata::util::{start, syntax};
use regex_automata::{Anchored, Input};

mod fixed;

use fixed::Fixed;

/// A pattern, ready to be tried.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    regex: Regex,
    fast: Option<Fast>,
}

#[derive(Debug, Clone)]
enum Fast {
    /// A set of bytes for each position.
    Fixed(Fixed),
    /// A table of states.
    Table { table: Box<dense::DFA<Vec<u32>>>, start: StateID },
}

/// The most memory of a table of states.
const TABLE: usize = 1 << 20;

impl Pattern {
    /// Reads a pattern; none if it cannot be read.
    pub(crate) fn new(pattern: &str) -> Option<Self> {
        let translated = translate(pattern);
        let whole = format!("^(?:{translated})$");
        let regex = Regex::builder()
            .configure(Regex::config().nfa_size_limit(Some(8 << 20)))
            .build(&whole)
            .ok()?;
        let fast =
            Fixed::new(&translated).map(Fast::Fixed).or_else(|| table(&translated));
        Some(Self { regex, fast })
    }

    /// Says whether a whole value matches.
    pub(crate) fn matches(&self, cell: &[u8]) -> bool {
        self.regex.is_match(Input::new(cell).anchored(Anchored::Yes))
    }

    /// Says whether a byte may stand in a value that [`Self::accepts`] accepts.
    pub(crate) fn may_hold(&self, byte: u8) -> bool {
        match &self.fast {
            Some(Fast::Fixed(fixed)) => fixed.allows(byte),
            Some(Fast::Table { .. }) => true,
            None => false,
        }
    }

    /// Says quickly whether a value matches; it may say no where [`Self::matches`] says
    /// yes, never the other way. The value stands in `bytes` with room behind it.
    #[inline]
    pub(crate) fn accepts(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        match &self.fast {
            Some(Fast::Fixed(fixed)) => fixed.matches(bytes, start, end),
            Some(Fast::Table { table, start: state }) => {
                let mut state = *state;
                for byte in bytes.get(start..end).unwrap_or_default() {
                    state = table.next_state(state, *byte);
                }
                table.is_match_state(table.next_eoi_state(state))
            }
            None => false,
        }
    }
}

fn table(pattern: &str) -> Option<Fast> {
    let config = dense::Config::new()
        .start_kind(regex_automata::dfa::StartKind::Anchored)
        .dfa_size_limit(Some(TABLE))
        .determinize_size_limit(Some(4 * TABLE));
    let table = dense::Builder::new()
        .configure(config)
        .syntax(syntax::Config::new())
        .build(&format!("(?:{pattern})$"))
        .ok()?;
    let start = table.start_state(&start::Config::new().anchored(Anchored::Yes)).ok()?;
    Some(Fast::Table { table: Box::new(table), start })
}

/// Writes a pattern of XML Schema in the way of the regex crate.
///
/// Anchors at both ends, which people write although the whole value is matched anyway,
/// are taken off.
fn translate(pattern: &str) -> String {
    let pattern = pattern.strip_prefix('^').unwrap_or(pattern);
    let escaped = pattern.ends_with("\\$");
    let pattern = match pattern.strip_suffix('$') {
        Some(rest) if !escaped => rest,
        _ => pattern,
    };
    let mut text = String::with_capacity(pattern.len());
    let mut chars = pattern.chars().peekable();
    let mut depth = 0;
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('i') => {
                    text.push_str(if depth > 0 { "\\p{L}_:" } else { "[\\p{L}_:]" })
                }
                Some('c') => {
                    text.push_str(if depth > 0 { "\\w.:\\-" } else { "[\\w.:\\-]" });
                }
                Some(next) => {
                    text.push('\\');
                    text.push(next);
                }
                None => text.push('\\'),
            },
            '[' if depth > 0 => {
                // A class taken away from a class: [a-z-[aeiou]].
                if text.ends_with('-') {
                    text.push('-');
                }
                text.push('[');
                depth += 1;
            }
            '[' => {
                text.push('[');
                depth = 1;
                if chars.peek() == Some(&'^') {
                    chars.next();
                    text.push('^');
                }
            }
            ']' if depth > 0 => {
                text.push(']');
                depth -= 1;
            }
            '&' | '~' if depth > 0 => {
                text.push('\\');
                text.push(c);
            }
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matches(pattern: &str, cell: &str) -> bool {
        let pattern = Pattern::new(pattern).unwrap();
        let mut padded = cell.as_bytes().to_vec();
        padded.resize(cell.len() + 64, 0);
        let fast = pattern.accepts(&padded, 0, cell.len());
        let slow = pattern.matches(cell.as_bytes());
        assert!(slow || !fast, "{cell}");
        slow
    }

    /// The whole value must match, with anchors or without.
    #[test]
    fn matches_whole_values() {
        for pattern in ["[A-Z]{3}", "^[A-Z]{3}$"] {
            assert!(matches(pattern, "XXA"));
            assert!(!matches(pattern, "XXAB") && !matches(pattern, "xXXA"));
            assert!(!matches(pattern, "XXA\n"));
        }
        assert!(matches("a|b", "b") && !matches("a|b", "ab"));
    }

    /// What XML Schema writes in its own way is understood.
    #[test]
    fn understands_xml_schema() {
        assert!(matches("[a-z-[aeiou]]+", "xyz") && !matches("[a-z-[aeiou]]+", "xaz"));
        assert!(matches("\\i\\c*", "_a.1-b") && !matches("\\i\\c*", "1a"));
        assert!(matches("[a&&b]+", "&a&b"));
        assert!(matches("\\p{L}+", "жёон") && matches("\\d+", "12"));
        assert!(matches("\\$", "$"));
        assert!(Pattern::new("[").is_none() && Pattern::new("(?=a)").is_none());
    }

    proptest! {
        /// The quick way never accepts what the slow way refuses, and for plain
        /// patterns both say the same.
        #[test]
        fn quick_and_slow_agree(cell in "[A-D0-3é-]{0,40}") {
            for pattern in ["[A-C]{3}", "[A-D][0-3]{2}-[a-c0-3]{18}", "[A-D]{1,3}-?[0-3]*", ".{2,5}", "é+", "A[A-D0-3]+", "[A-D]{2}-([0-3]{1,20})", "[A-D]*"] {
                let compiled = Pattern::new(pattern).unwrap();
                let mut padded = b"xx".to_vec();
                padded.extend(cell.as_bytes());
                padded.extend([b'A'; 64]);
                let fast = compiled.accepts(&padded, 2, 2 + cell.len());
                prop_assert_eq!(fast, compiled.matches(cell.as_bytes()), "{}", pattern);
            }
        }
    }
}
