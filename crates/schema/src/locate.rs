//! Fills in line, column and byte of findings that know a JSON pointer.

use untoc_core::Finding;

use crate::json::parse;
use crate::pointer::Finder;
use crate::position::fill_lines;

/// Fills in line, column (in code points, from 1) and byte of every place that has a
/// JSON pointer and no line yet.
///
/// A pointer to something that does not stand in the text gets the place of the nearest
/// thing around it.
pub fn locate(text: &str, findings: &mut [Finding]) {
    let mut places = findings
        .iter_mut()
        .flat_map(|finding| &mut finding.places)
        .filter(|place| place.byte.is_none() && place.pointer.is_some())
        .peekable();
    if places.peek().is_some() {
        let parsed = parse(text);
        if let Some(root) = &parsed.root {
            let mut finder = Finder::new(root);
            for place in places {
                let pointer = place.pointer.as_deref().unwrap_or_default();
                place.byte = Some(finder.nearest(pointer).start);
            }
        }
    }
    fill_lines(text, findings);
}

#[cfg(test)]
mod tests {
    use untoc_core::{Code, Place};

    use super::*;

    /// A finding of the rules gets the line of its value, or of what is around it.
    #[test]
    fn fills_in_lines() {
        let text = "{\n  \"answers\": {\n    \"a\": {\"value\": \"x\"}\n  }\n}\n";
        let mut findings = [
            Finding::new(Code::AnswerNotAnOption, Place::pointer("/answers/a/value")),
            Finding::new(Code::AnswerMissing, Place::pointer("/answers")),
            Finding::new(Code::AnswerMissing, Place::pointer("/answers/b")),
        ];
        locate(text, &mut findings);
        let found: Vec<_> = findings
            .iter()
            .map(|f| (f.places[0].line.unwrap(), f.places[0].column.unwrap()))
            .collect();
        assert_eq!(found, [(3, 20), (2, 14), (2, 14)]);
    }
}
