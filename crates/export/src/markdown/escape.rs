//! Texts of people inside Markdown: they are shown as typed and change nothing around.

/// Returns a text for one line: a heading, an item of a list.
pub(crate) fn line(text: &str) -> String {
    guard_start(&inline(&lines(text).collect::<Vec<_>>().join(" ")))
}

/// Returns a text as paragraphs; line breaks stay line breaks.
pub(crate) fn paragraphs(text: &str) -> String {
    let mut out = String::new();
    let mut open = false;
    for piece in text.split(is_break) {
        let shown = shown(piece);
        if shown.is_empty() {
            if open {
                out.push_str("\n\n");
                open = false;
            }
            continue;
        }
        if open {
            out.push_str("\\\n");
        }
        out.push_str(&guard_start(&inline(&shown)));
        open = true;
    }
    out.trim_end().to_owned()
}

/// Returns a text inside an item of a list, whose lines are indented by `indent`.
pub(super) fn item(text: &str, indent: &str) -> String {
    let pieces: Vec<String> =
        lines(text).map(|piece| guard_start(&inline(&piece))).collect();
    pieces.join(&format!("\\\n{indent}"))
}

/// Returns a text inside a cell of a table.
pub(super) fn cell(text: &str) -> String {
    let pieces: Vec<String> = lines(text).map(|piece| inline(&piece)).collect();
    pieces.join("<br>")
}

/// Returns a text between backticks, however many it has itself.
pub(super) fn code(text: &str) -> String {
    let shown = lines(text).collect::<Vec<_>>().join(" ");
    let longest = shown.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if longest == 0 {
        format!("{fence}{shown}{fence}")
    } else {
        format!("{fence} {shown} {fence}")
    }
}

/// Returns a link that a reader may follow; one with odd characters stays text.
pub(super) fn link(address: &str) -> String {
    if is_link(address) { format!("<{address}>") } else { line(address) }
}

fn is_link(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://"))
        && text
            .bytes()
            .all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'|' | b'\\'))
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn lines(text: &str) -> impl Iterator<Item = String> {
    text.split(is_break).map(shown).filter(|piece| !piece.is_empty())
}

/// Returns a line without blanks around it and without characters that show nothing.
fn shown(line: &str) -> String {
    let clean: String = line
        .chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    clean.trim().to_owned()
}

/// Takes the meaning from every character that has one inside a line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let bare = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '"', '\'']);
        if is_link(bare) {
            out.push_str(&format!("<{bare}>"));
            escape(word.get(bare.len()..).unwrap_or_default(), &mut out);
        } else {
            escape(word, &mut out);
        }
    }
    out
}

fn escape(word: &str, out: &mut String) {
    for c in word.chars() {
        if matches!(
            c,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '|'
                | '~'
                | '$'
                | '&'
                | '#'
                | '{'
                | '}'
                | '^'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Takes the meaning from what begins a line: a list, a rule, an underlined heading.
fn guard_start(line: &str) -> String {
    if line.starts_with(['+', '-', '=', ':']) {
        return format!("\\{line}");
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).unwrap_or_default();
    if digits > 0 && rest.starts_with(['.', ')']) {
        let number = line.get(..digits).unwrap_or_default();
        return format!("{number}\\{rest}");
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What would be a heading, list, rule, table, code or HTML is text.
    #[test]
    fn texts_stay_texts() {
        for (text, shown) in [
            ("# title", "\\# title"),
            ("- item", "\\- item"),
            ("1. first", "1\\. first"),
            ("12) twelfth", "12\\) twelfth"),
            ("===", "\\==="),
            ("a | b", "a \\| b"),
            ("`x` *y* _z_", "\\`x\\` \\*y\\* \\_z\\_"),
            ("<script>", "\\<script\\>"),
            ("&lt;", "\\&lt;"),
            ("[a](http://x)", "\\[a\\](http://x)"),
            ("    code", "code"),
            ("a\nb\n\n\nc", "a\\\nb\n\nc"),
            ("ends with \\", "ends with \\\\"),
            ("see https://example.org/a_b.", "see <https://example.org/a_b>."),
            ("نص عربي (2023)", "نص عربي (2023)"),
        ] {
            assert_eq!(paragraphs(text), shown);
        }
    }

    /// A cell of a table is one line, whatever stands in it.
    #[test]
    fn cells_are_one_line() {
        assert_eq!(cell("a|b\r\n---\n\nc"), "a\\|b<br>---<br>c");
        assert_eq!(code("a`b"), "`` a`b ``");
    }
}
