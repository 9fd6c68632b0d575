//! Cuts what does not fit into one page: no page may get heavy, however long the answers.

use std::ops::Range;

use crate::ask::Pairs;

/// The most bytes of the parts of one page. The frame, the style sheet and the script
/// come on top, and all of it has to stay under 150 kB.
pub(crate) const ROOM: usize = 115_000;

/// A part of a page, as far as cutting goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    /// Its bytes.
    pub(crate) weight: usize,
    /// Whether it stays with the one before it where there is room.
    pub(crate) sticks: bool,
}

impl Piece {
    /// Makes a piece that may begin a page.
    pub(crate) fn of(weight: usize) -> Self {
        Self { weight, sticks: false }
    }
}

/// Returns the pages: each has room for its pieces, or holds one piece only. There is
/// always at least one page.
pub(crate) fn cut(pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut free, mut sum) = (0, 0, 0);
    for (at, piece) in pieces.iter().enumerate() {
        while at > start && sum + piece.weight > ROOM {
            let end = if piece.sticks && free > start { free } else { at };
            pages.push(start..end);
            let rest = pieces.iter().take(at).skip(end);
            sum = rest.map(|piece| piece.weight).sum();
            (start, free) = (end, end);
        }
        if !piece.sticks {
            free = at;
        }
        sum += piece.weight;
    }
    pages.push(start..pieces.len());
    pages
}

/// One page of a list.
#[derive(Debug, Default)]
pub(crate) struct Sheets {
    /// Which page this is, from 1, of how many; empty where there is one only.
    pub(crate) place: String,
    /// The address of the page before.
    pub(crate) before: Option<String>,
    /// The address of the page after.
    pub(crate) after: Option<String>,
}

/// Takes the page that the query names out of a list.
pub(crate) fn page_of<T>(
    mut items: Vec<T>,
    weight: impl Fn(&T) -> usize,
    query: &Pairs,
) -> (Vec<T>, Sheets) {
    let pieces: Vec<Piece> = items.iter().map(|item| Piece::of(weight(item))).collect();
    let pages = cut(&pieces);
    let wanted = query.text("page").and_then(|text| text.parse::<usize>().ok());
    let at = wanted.unwrap_or(1).clamp(1, pages.len());
    let range = pages.get(at - 1).cloned().unwrap_or_default();
    let sheets = Sheets {
        place: if pages.len() > 1 {
            format!("{at} / {}", pages.len())
        } else {
            String::new()
        },
        before: (at > 1).then(|| address(query, at - 1)),
        after: (at < pages.len()).then(|| address(query, at + 1)),
    };
    items.truncate(range.end);
    (items.split_off(range.start.min(items.len())), sheets)
}

/// Returns the address of another page of the same list.
fn address(query: &Pairs, page: usize) -> String {
    let kept = query.0.iter().filter(|(name, _)| ["q", "level"].contains(&name.as_str()));
    let mut address = String::from("?");
    for (name, text) in kept {
        address.push_str(&format!("{name}={}&", escaped(text)));
    }
    address.push_str(&format!("page={page}"));
    address
}

fn escaped(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(weights: &[(usize, bool)]) -> Vec<Piece> {
        weights.iter().map(|&(weight, sticks)| Piece { weight, sticks }).collect()
    }

    /// Pages have room for their pieces, and a follow-up goes with its question.
    #[test]
    fn cuts_before_what_may_begin_a_page() {
        assert_eq!(cut(&[]).first(), Some(&(0..0)));
        let two = [(60_000, false), (50_000, false)];
        assert_eq!(cut(&pieces(&two)).first(), Some(&(0..2)));
        let three = [(60_000, false), (30_000, false), (30_000, true)];
        assert_eq!(cut(&pieces(&three)), [0..1, 1..3]);
        let heavy = [(10, false), (300_000, true), (10, true), (10, false)];
        assert_eq!(cut(&pieces(&heavy)), [0..1, 1..2, 2..4]);
    }

    /// Every piece is on one page, and none is lost.
    #[test]
    fn loses_nothing() {
        let mut random = untoc_core::sample::Random::new(7);
        for _ in 0..200 {
            let many: Vec<Piece> = (0..random.below(40))
                .map(|_| Piece {
                    weight: random.below(70_000),
                    sticks: random.chance(40),
                })
                .collect();
            let pages = cut(&many);
            let all: Vec<usize> = pages.iter().cloned().flatten().collect();
            assert_eq!(all, (0..many.len()).collect::<Vec<_>>());
            for page in pages.iter().filter(|page| page.len() > 1) {
                let sum: usize = many[page.clone()].iter().map(|p| p.weight).sum();
                assert!(sum <= ROOM);
            }
        }
    }

    /// The links keep what was asked for.
    #[test]
    fn links_keep_the_query() {
        let query = Pairs(vec![
            ("q".to_owned(), "a & b".to_owned()),
            ("page".to_owned(), "2".to_owned()),
        ]);
        let (here, sheets) = page_of(vec![1, 2, 3], |_| ROOM, &query);
        assert_eq!(here, [2]);
        assert_eq!(sheets.place, "2 / 3");
        assert_eq!(sheets.before.as_deref(), Some("?q=a%20%26%20b&page=1"));
        assert_eq!(sheets.after.as_deref(), Some("?q=a%20%26%20b&page=3"));
    }
}
