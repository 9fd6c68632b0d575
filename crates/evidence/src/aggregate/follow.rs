//! What can be worked out about counts that are left out.
//!
//! Whoever reads a table knows all counts that are shown, that parts add up to their
//! total, and that a count shown as small is small. Two things follow from that: what
//! the equations determine, whatever the counts are (by elimination, in the integers
//! modulo a large prime), and what the ends of the ranges leave open (by narrowing them
//! until nothing changes).

use std::collections::BTreeMap;

use super::cube::Line;

/// What is known of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// The count itself.
    Count(i64),
    /// That it lies between these, both included.
    Between(i64, i64),
}

/// More than any count.
pub(crate) const ENDLESS: i64 = i64::MAX / 4;

/// Returns the cells that are not shown and follow from what is.
pub(crate) fn exposed(known: &[Known], lines: &[Line]) -> Vec<usize> {
    let mut found = determined(known, lines);
    found.extend(narrowed(known, lines));
    found.sort_unstable();
    found.dedup();
    found
}

fn state(known: &[Known], at: usize) -> Known {
    known.get(at).copied().unwrap_or(Known::Count(0))
}

/// The unknown cells of a line with their signs, and what they add up to.
fn equation(known: &[Known], line: &Line) -> (Vec<(usize, i64)>, i64) {
    let mut unknown = Vec::new();
    let mut sum = 0;
    let parts = line.parts.iter().map(|part| (*part, 1));
    for (at, sign) in parts.chain([(line.total, -1)]) {
        match state(known, at) {
            Known::Count(count) => sum -= sign * count,
            Known::Between(..) => unknown.push((at, sign)),
        }
    }
    (unknown, sum)
}

/// Cells of which only one value fits the ranges.
fn narrowed(known: &[Known], lines: &[Line]) -> Vec<usize> {
    const ROUNDS: usize = 200;
    let mut ranges: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
    for (at, state) in known.iter().enumerate() {
        if let Known::Between(least, most) = state {
            ranges.insert(at, (*least, *most));
        }
    }
    let equations: Vec<_> = lines
        .iter()
        .map(|line| equation(known, line))
        .filter(|(unknown, _)| !unknown.is_empty())
        .collect();
    for _ in 0..ROUNDS {
        let mut changed = false;
        for (unknown, sum) in &equations {
            changed |= narrow(unknown, *sum, &mut ranges);
        }
        if !changed {
            break;
        }
    }
    ranges
        .into_iter()
        .filter(|(_, (least, most))| least >= most)
        .map(|(at, _)| at)
        .collect()
}

/// Narrows the ranges of the cells of one equation.
fn narrow(
    unknown: &[(usize, i64)],
    sum: i64,
    ranges: &mut BTreeMap<usize, (i64, i64)>,
) -> bool {
    // The ends of each term, with endless ones counted apart.
    let mut least = (0_i64, 0_usize);
    let mut most = (0_i64, 0_usize);
    let ends = |range: (i64, i64), sign: i64| match sign {
        1 => range,
        _ => (-range.1, -range.0),
    };
    for (at, sign) in unknown {
        let Some(range) = ranges.get(at) else { continue };
        let (low, high) = ends(*range, *sign);
        if low <= -ENDLESS {
            least.1 += 1
        } else {
            least.0 += low
        }
        if high >= ENDLESS { most.1 += 1 } else { most.0 += high }
    }
    let mut changed = false;
    for (at, sign) in unknown {
        let Some(range) = ranges.get(at).copied() else { continue };
        let (low, high) = ends(range, *sign);
        let others = |(total, endless): (i64, usize), own: i64, own_endless: bool| match (
            endless,
            own_endless,
        ) {
            (0, _) => Some(total - own),
            (1, true) => Some(total),
            _ => None,
        };
        let others_most = others(most, high, high >= ENDLESS);
        let others_least = others(least, low, low <= -ENDLESS);
        let new_low = others_most.map_or(low, |others| low.max(sum - others));
        let new_high = others_least.map_or(high, |others| high.min(sum - others));
        // A table that contradicts itself tells nothing.
        if new_low <= new_high && (new_low, new_high) != (low, high) {
            ranges.insert(*at, ends((new_low, new_high), *sign));
            // The sums stay as they were: they are wider than needed and so still right.
            changed = true;
        }
    }
    changed
}

/// A prime; sums of a few ones are 0 only if they are 0 everywhere.
const PRIME: u64 = (1 << 61) - 1;

type Row = BTreeMap<usize, u64>;

fn times(a: u64, b: u64) -> u64 {
    #[expect(clippy::cast_possible_truncation, reason = "less than the prime")]
    let product = (u128::from(a) * u128::from(b) % u128::from(PRIME)) as u64;
    product
}

/// Takes a multiple of one row from another.
fn subtract(row: &mut Row, factor: u64, other: &Row) {
    for (at, value) in other {
        let taken = times(factor, *value);
        let place = row.entry(*at).or_default();
        *place = (*place + PRIME - taken) % PRIME;
        if *place == 0 {
            row.remove(at);
        }
    }
}

fn inverse(value: u64) -> u64 {
    let (mut base, mut exponent, mut result) = (value, PRIME - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    result
}

/// Cells that the equations determine.
fn determined(known: &[Known], lines: &[Line]) -> Vec<usize> {
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for line in lines {
        let (unknown, _) = equation(known, line);
        let mut row: Row = unknown
            .into_iter()
            .map(|(at, sign)| (at, if sign == 1 { 1 } else { PRIME - 1 }))
            .collect();
        let leading: Vec<usize> = row.keys().copied().collect();
        for at in leading {
            if let (Some(factor), Some(other)) = (row.get(&at).copied(), rows.get(&at)) {
                subtract(&mut row, factor, other);
            }
        }
        let Some((pivot, value)) = row.iter().next().map(|(at, value)| (*at, *value))
        else {
            continue;
        };
        let factor = inverse(value);
        for value in row.values_mut() {
            *value = times(*value, factor);
        }
        for other in rows.values_mut() {
            if let Some(factor) = other.get(&pivot).copied() {
                subtract(other, factor, &row);
            }
        }
        rows.insert(pivot, row);
    }
    rows.into_iter().filter(|(_, row)| row.len() == 1).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Known = Known::Between(1, 4);

    fn line(total: usize, parts: &[usize]) -> Line {
        Line { total, parts: parts.to_vec() }
    }

    /// A single count that is left out follows from its total.
    #[test]
    fn sees_single_gaps() {
        let known = [Known::Count(10), Known::Count(7), SMALL];
        assert_eq!(exposed(&known, &[line(0, &[1, 2])]), [2]);
        let known = [Known::Count(10), SMALL, Known::Between(0, ENDLESS)];
        assert_eq!(exposed(&known, &[line(0, &[1, 2])]), Vec::<usize>::new());
    }

    /// Two gaps whose sum leaves one way only are no secret.
    #[test]
    fn sees_the_ends_of_ranges() {
        let lines = [line(0, &[1, 2])];
        let known = |total| [Known::Count(total), SMALL, SMALL];
        assert_eq!(exposed(&known(2), &lines), [1, 2]);
        assert_eq!(exposed(&known(8), &lines), [1, 2]);
        assert_eq!(exposed(&known(4), &lines), Vec::<usize>::new());
    }

    /// Equations together can tell what none of them tells alone.
    #[test]
    fn sees_what_several_equations_tell() {
        // a+b=5, b+c=5, a+c=6: every one follows, none by simple subtraction.
        let open = Known::Between(0, ENDLESS);
        let known = [open, open, open, Known::Count(5), Known::Count(5), Known::Count(6)];
        let lines = [line(3, &[0, 1]), line(4, &[1, 2]), line(5, &[0, 2])];
        assert_eq!(exposed(&known, &lines), [0, 1, 2]);
    }
}
