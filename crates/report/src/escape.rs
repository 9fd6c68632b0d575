//! Text within HTML, SVG and XML.

/// Replaces the signs that mean something in markup, also within an attribute. `odd` says
/// what becomes of other characters, where they do not stay what they are.
pub(crate) fn escape(text: &str, odd: impl Fn(char) -> Option<&'static str>) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => match odd(c) {
                Some(instead) => out.push_str(instead),
                None => out.push(c),
            },
        }
    }
    out
}

/// Says whether XML has no way to write a character.
pub(crate) fn unwritable(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Signs of markup are written out, and others as is said.
    #[test]
    fn writes_signs_out() {
        let quotes = |c| (c == '\'').then_some("&#39;");
        assert_eq!(
            escape("<a b=\"c\">'&'", quotes),
            "&lt;a b=&quot;c&quot;&gt;&#39;&amp;&#39;"
        );
        let gaps = |c| unwritable(c).then_some("");
        assert_eq!(escape("a\u{1}\u{85}\u{ffff}b\n", gaps), "ab\n");
    }
}
