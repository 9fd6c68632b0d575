//! A link that is no http or https address.

use crate::check::Context;
use crate::code::Code;
use crate::finding::Finding;
use crate::plan::CellKind;
use crate::text::is_blank;
use crate::value::Cell;

use super::walk;

/// Says whether a text is an http or https address without blanks, quotes or control
/// characters: what a reader can follow and a page can show without harm.
pub fn is_web_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && rest.chars().all(|c| {
                !(matches!(c, '\0'..='\u{1f}' | '\u{7f}' | '"' | '<' | '>')
                    || is_blank(c.encode_utf8(&mut [0; 4])))
            })
    })
}

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    walk::cells(context, |at| match (at.column.kind, at.cell) {
        (CellKind::Link, Cell::Text(text)) if !is_web_link(text) => {
            findings.push(
                Finding::new(Code::LinkNotWeb, at.place(context))
                    .private("value", text)
                    .plain("column", &at.column.key),
            );
        }
        _ => {}
    });
}

#[cfg(test)]
mod tests {
    use super::is_web_link;

    /// Only what a browser opens as a page is a link.
    #[test]
    fn knows_web_links() {
        assert!(is_web_link("https://example.org/a?b=c#d"));
        assert!(is_web_link("http://пример.example/путь"));
        for bad in [
            "example.org",
            "https://",
            "ftp://a.org",
            "javascript:alert(1)",
            "https://a b",
            "https://a\u{a0}b",
            "https://a\"b",
            " https://a.org",
        ] {
            assert!(!is_web_link(bad), "{bad}");
        }
    }
}
