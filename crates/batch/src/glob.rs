//! Patterns for paths, as shells and ignore files know them.
//!
//! `*` and `?` stand for characters of one name, `[a-z]` for one of a set, `{a,b}` for
//! one of several texts, `**` for any number of folders. A wildcard at the beginning of a
//! name stands for no hidden one.

/// A pattern for paths with `/` between their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    /// One list of parts for each choice of the braces.
    choices: Vec<Vec<String>>,
}

/// The most choices that braces may make; more is a typing error or a trap.
const CHOICES_MOST: usize = 64;

/// Says whether a text is a pattern and not only a name.
pub(crate) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '[', '{'])
}

impl Pattern {
    /// Reads a pattern; `None` where its braces make too many choices.
    pub fn parse(text: &str) -> Option<Self> {
        let mut choices = Vec::new();
        for choice in expand(text)? {
            choices.push(choice.split('/').map(str::to_owned).collect());
        }
        Some(Self { text: text.to_owned(), choices })
    }

    /// Returns the pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Says whether a path fits.
    pub fn fits(&self, path: &str) -> bool {
        let names: Vec<&str> = path.split('/').collect();
        self.choices.iter().any(|parts| fits_all(parts, &names))
    }

    /// Says whether something below a folder could fit.
    pub(crate) fn may_fit_below(&self, folder: &str) -> bool {
        let names: Vec<&str> = folder.split('/').filter(|n| !n.is_empty()).collect();
        self.choices.iter().any(|parts| may_lead(parts, &names))
    }

    /// Returns the folder above every path that can fit: the parts before the first
    /// wildcard.
    pub(crate) fn base(text: &str) -> &str {
        let wild = text.find(['*', '?', '[', '{']).unwrap_or(text.len());
        let before = text.get(..wild).unwrap_or_default();
        before.rfind('/').and_then(|end| text.get(..end)).unwrap_or_default()
    }
}

/// Returns the texts that the braces of a pattern make.
fn expand(text: &str) -> Option<Vec<String>> {
    let mut done = Vec::new();
    let mut open = vec![text.to_owned()];
    while let Some(next) = open.pop() {
        if done.len() + open.len() > CHOICES_MOST {
            return None;
        }
        let braces = next.find('{').and_then(|start| {
            let end = closing(&next, start)?;
            Some((start, end))
        });
        let Some((start, end)) = braces else {
            done.push(next);
            continue;
        };
        let (before, inside) = (next.get(..start)?, next.get(start + 1..end)?);
        let after = next.get(end + 1..)?;
        for choice in choices_of(inside) {
            open.push(format!("{before}{choice}{after}"));
        }
    }
    done.sort_unstable();
    Some(done)
}

fn closing(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < start) {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Splits at the commas that stand in no inner braces.
fn choices_of(inside: &str) -> Vec<&str> {
    let mut choices = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                choices.push(inside.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    choices.push(inside.get(start..).unwrap_or_default());
    choices
}

fn fits_all(parts: &[String], names: &[&str]) -> bool {
    let Some((part, rest)) = parts.split_first() else { return names.is_empty() };
    if part == "**" {
        let mut left = names;
        loop {
            if fits_all(rest, left) {
                return true;
            }
            match left.split_first() {
                Some((name, after)) if !name.starts_with('.') => left = after,
                _ => return false,
            }
        }
    }
    match names.split_first() {
        Some((name, after)) => fits(part, name) && fits_all(rest, after),
        None => false,
    }
}

fn may_lead(parts: &[String], names: &[&str]) -> bool {
    match (parts.split_first(), names.split_first()) {
        (Some(_), None) => true,
        (Some((part, _)), Some(_)) if part == "**" => true,
        (Some((part, rest)), Some((name, after))) => {
            fits(part, name) && may_lead(rest, after)
        }
        (None, _) => false,
    }
}

/// Says whether one name fits one part.
fn fits(part: &str, name: &str) -> bool {
    if name.starts_with('.') && part.starts_with(['*', '?', '[']) {
        return false;
    }
    let part: Vec<char> = part.chars().collect();
    let name: Vec<char> = name.chars().collect();
    // Walks on, and goes back to the last star when stuck: never more than the product of
    // both lengths.
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        let rest = part.get(p..).unwrap_or_default();
        let letter = name.get(n).copied();
        let step = match (rest.first(), letter) {
            (None, None) => return true,
            (Some('*'), _) => {
                star = Some((p + 1, n));
                p += 1;
                continue;
            }
            (Some('?'), Some(_)) => Some(1),
            (Some('['), Some(letter)) => in_set(rest, letter),
            (Some(c), Some(letter)) if *c == letter => Some(1),
            _ => None,
        };
        match (step, star) {
            (Some(step), _) => {
                p += step;
                n += 1;
            }
            (None, Some((after, from))) if from < name.len() => {
                star = Some((after, from + 1));
                (p, n) = (after, from + 1);
            }
            (None, _) => return false,
        }
    }
}

/// Returns the length of a set that holds a letter; a set without end is taken for the
/// bracket that it begins with.
fn in_set(part: &[char], letter: char) -> Option<usize> {
    let negated = matches!(part.get(1), Some('!' | '^'));
    let start = if negated { 2 } else { 1 };
    // The first letter of a set may be its closing bracket.
    let end = (start + 1..part.len()).find(|at| part.get(*at) == Some(&']'));
    let Some(end) = end else { return (letter == '[').then_some(1) };
    let set = part.get(start..end).unwrap_or_default();
    let mut found = false;
    let mut at = 0;
    while let Some(low) = set.get(at) {
        let high = match (set.get(at + 1), set.get(at + 2)) {
            (Some('-'), Some(high)) => {
                at += 2;
                high
            }
            _ => low,
        };
        found |= (*low..=*high).contains(&letter);
        at += 1;
    }
    (found != negated).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        Pattern::parse(pattern).unwrap().fits(path)
    }

    /// Patterns mean what they mean in a shell.
    #[test]
    fn patterns_fit() {
        for (pattern, path) in [
            ("*.json", "a.json"),
            ("dossiers/*", "dossiers/kenya"),
            ("**/*.json", "a.json"),
            ("**/*.json", "a/b/c.json"),
            ("a/**", "a/b/c"),
            ("a/**/d", "a/d"),
            ("a/**/d", "a/b/c/d"),
            ("x-?.zip", "x-1.zip"),
            ("[a-c]*", "bee"),
            ("[!a-c]*", "dog"),
            ("{kenya,fiji}-2026", "fiji-2026"),
            ("{a,b{1,2}}/x", "b2/x"),
            ("[", "["),
            ("a*b*c", "axxbyyc"),
            ("عر*", "عربي"),
        ] {
            assert!(fits(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("*.json", "a/b.json"),
            ("*", ".hidden"),
            ("**/*.json", ".backup/a.json"),
            ("a/**/d", "a/b/c"),
            ("[!a-c]*", "bee"),
            ("?", ""),
            ("a", "ab"),
            ("a*b", "a"),
        ] {
            assert!(!fits(pattern, path), "{pattern} {path}");
        }
    }

    /// A walk knows where it need not go.
    #[test]
    fn knows_where_to_walk() {
        let pattern = Pattern::parse("data/*/x/**/*.json").unwrap();
        for folder in ["", "data", "data/a", "data/a/x", "data/a/x/y/z"] {
            assert!(pattern.may_fit_below(folder), "{folder}");
        }
        for folder in ["other", "data/a/y"] {
            assert!(!pattern.may_fit_below(folder), "{folder}");
        }
        assert_eq!(Pattern::base("data/a/*/x.json"), "data/a");
        assert_eq!(Pattern::base("*.json"), "");
        assert_eq!(Pattern::base("/data/*.json"), "/data");
    }

    /// Stars and braces by the hundred cost neither time nor memory.
    #[test]
    fn is_safe_from_traps() {
        let name = "a".repeat(200);
        assert!(!fits(&"a*".repeat(100), &format!("{name}b").replace('b', "/")));
        assert!(!fits(&format!("{}b", "a*".repeat(60)), &name));
        assert_eq!(Pattern::parse(&"{a,b}".repeat(20)), None);
    }
}
