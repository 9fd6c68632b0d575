//! Links to evidence, one a line: `supports court-monitoring-2025: Table 2`.

use untoc_core::{EvidenceLink, ItemId, Stance};

use crate::decode::digits::trim;
use crate::decode::{Expected, Reading};

/// Writes links as they stand in one field.
pub(crate) fn write(links: &[EvidenceLink]) -> String {
    let lines: Vec<String> = links
        .iter()
        .map(|link| match &link.note {
            None => format!("{} {}", link.stance.as_str(), link.item),
            Some(note) => format!("{} {}: {note}", link.stance.as_str(), link.item),
        })
        .collect();
    lines.join("\n")
}

/// Reads links; all or none.
pub(crate) fn read(typed: &str) -> Result<Reading<Vec<EvidenceLink>>, Expected> {
    let mut links = Vec::new();
    for line in typed.lines().filter(|line| !trim(line).is_empty()) {
        links.push(read_link(trim(line)).ok_or(Expected::Evidence)?);
    }
    let written = write(&links);
    Ok(Reading::of(links, typed, written))
}

fn read_link(line: &str) -> Option<EvidenceLink> {
    let (head, note) = match line.split_once(':') {
        None => (line, None),
        Some((head, note)) => (head, Some(trim(note)).filter(|note| !note.is_empty())),
    };
    let mut words = head.split_whitespace();
    let stance = words.next()?.to_lowercase();
    let stance = Stance::ALL.into_iter().find(|s| s.as_str() == stance)?;
    let item = ItemId::parse(words.next()?).ok()?;
    words.next().is_none().then(|| EvidenceLink {
        item,
        stance,
        note: note.map(ToOwned::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links read back as they are written; a line that is no link spoils the field.
    #[test]
    fn links_read_back() {
        let text = "supports court-monitoring-2025: Table 2: rows 1-4\ncontext survey";
        let reading = read(text).map(|r| (write(&r.value), r.written));
        assert_eq!(reading, Ok((text.to_owned(), None)));
        assert!(read("see the annex").is_err());
    }
}
