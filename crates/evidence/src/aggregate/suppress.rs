//! Leaving out small counts, and as many others as keep them from being worked out.

use std::collections::BTreeMap;

use super::cube::{Cell, Line, Zeros};
use super::follow::{ENDLESS, Known, exposed};

/// How a cell is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The count stands there.
    Shown,
    /// It is small, and the table says so.
    Small,
    /// It is left out, and the table says nothing about it.
    Hidden,
}

/// Decides how each cell is shown so that no count that is left out follows from others.
pub(crate) fn suppress(
    cells: &[Cell],
    lines: &[Line],
    threshold: u64,
    zeros: Zeros,
) -> Vec<Mark> {
    let mut marks: Vec<Mark> = cells
        .iter()
        .map(|cell| match cell.count {
            0 if zeros == Zeros::Absent => Mark::Shown,
            count if count < threshold => Mark::Small,
            _ => Mark::Shown,
        })
        .collect();
    protect(cells, lines, &mut marks, threshold, zeros);
    marks
}

/// Leaves out more cells, where some are left out already, so that none follows from
/// others.
pub(crate) fn protect(
    cells: &[Cell],
    lines: &[Line],
    marks: &mut [Mark],
    threshold: u64,
    zeros: Zeros,
) {
    let given: Vec<bool> = marks.iter().map(|mark| *mark == Mark::Hidden).collect();
    for component in components(cells.len(), lines) {
        let own: Vec<&Line> =
            component.lines.iter().filter_map(|at| lines.get(*at)).collect();
        let part = Part { cells, component: &component, lines: own, threshold, zeros };
        let lines = part.own_lines();
        part.protect(&lines, marks);
        part.restore(&lines, &given, marks);
    }
}

/// Cells that are connected by lines.
struct Component {
    cells: Vec<usize>,
    lines: Vec<usize>,
}

fn components(count: usize, lines: &[Line]) -> Vec<Component> {
    let mut parents: Vec<usize> = (0..count).collect();
    fn root(parents: &mut [usize], mut at: usize) -> usize {
        while let Some(parent) = parents.get(at).copied().filter(|parent| *parent != at) {
            let next = parents.get(parent).copied().unwrap_or(parent);
            if let Some(place) = parents.get_mut(at) {
                *place = next;
            }
            at = next;
        }
        at
    }
    for line in lines {
        let total = root(&mut parents, line.total);
        for part in &line.parts {
            let part = root(&mut parents, *part);
            if let Some(place) = parents.get_mut(part) {
                *place = total;
            }
        }
    }
    let mut found: BTreeMap<usize, Component> = BTreeMap::new();
    let empty = || Component { cells: Vec::new(), lines: Vec::new() };
    for at in 0..count {
        found.entry(root(&mut parents, at)).or_insert_with(empty).cells.push(at);
    }
    for (at, line) in lines.iter().enumerate() {
        let root = root(&mut parents, line.total);
        found.entry(root).or_insert_with(empty).lines.push(at);
    }
    found.into_values().collect()
}

fn set(marks: &mut [Mark], at: usize, mark: Mark) -> bool {
    let place = marks.get_mut(at);
    place.map(|place| *place = mark).is_some()
}

/// A part of a table whose cells depend on each other.
struct Part<'a> {
    cells: &'a [Cell],
    component: &'a Component,
    lines: Vec<&'a Line>,
    threshold: u64,
    zeros: Zeros,
}

impl Part<'_> {
    /// The lines with the cells counted within the part.
    fn own_lines(&self) -> Vec<Line> {
        let here: BTreeMap<usize, usize> =
            self.component.cells.iter().enumerate().map(|(own, at)| (*at, own)).collect();
        let own = |at: &usize| here.get(at).copied().unwrap_or(0);
        let lines = self.lines.iter().map(|line| Line {
            total: own(&line.total),
            parts: line.parts.iter().map(own).collect(),
        });
        lines.collect()
    }

    /// Returns the cells of the part that follow from others.
    fn exposed(&self, lines: &[Line], marks: &[Mark]) -> Vec<usize> {
        let known: Vec<Known> =
            self.component.cells.iter().map(|at| self.known(marks, *at)).collect();
        exposed(&known, lines)
    }

    /// Leaves out more cells until none of them follows.
    fn protect(&self, lines: &[Line], marks: &mut [Mark]) {
        /// Up to this many cells, one is covered at a time: that leaves out the fewest.
        const CAREFUL: usize = 600;
        loop {
            let mut exposed = self.exposed(lines, marks);
            if exposed.is_empty() {
                return;
            }
            if self.component.cells.len() <= CAREFUL {
                exposed.sort_by_key(|cell| {
                    let at = self.component.cells.get(*cell).copied().unwrap_or(0);
                    (self.totals(at), self.count(at), at)
                });
                exposed.truncate(1);
            }
            let mut changed = false;
            for cell in exposed {
                if let Some(at) = self.component.cells.get(cell) {
                    changed |= self.cover(*at, marks);
                }
            }
            if !changed && !self.retreat(marks) {
                return;
            }
        }
    }

    /// Shows again what need not be left out, the totals and the large counts first.
    fn restore(&self, lines: &[Line], given: &[bool], marks: &mut [Mark]) {
        /// The most steps of this, as checks times cells; what is left stays out.
        const BUDGET: usize = 4_000_000;
        let size: usize = lines.iter().map(|line| line.parts.len() + 1).sum();
        let mut left = BUDGET / size.max(1);
        let hidden = |at: &&usize| {
            marks.get(**at) == Some(&Mark::Hidden) && given.get(**at) == Some(&false)
        };
        let mut order: Vec<usize> =
            self.component.cells.iter().filter(hidden).copied().collect();
        order.sort_by_key(|at| {
            (std::cmp::Reverse((self.totals(*at), self.count(*at))), *at)
        });
        for at in order {
            if marks.get(at) != Some(&Mark::Hidden) {
                continue;
            }
            let before = marks.to_vec();
            let more = match self.count(at) {
                count if count < self.threshold => Mark::Small,
                _ => Mark::Shown,
            };
            set(marks, at, more);
            if !self.follow(lines, given, marks, &mut left) {
                marks.copy_from_slice(&before);
            }
            if left == 0 {
                return;
            }
        }
    }

    /// Shows what follows now as well, as long as it is not small; false if something small
    /// follows.
    fn follow(
        &self,
        lines: &[Line],
        given: &[bool],
        marks: &mut [Mark],
        left: &mut usize,
    ) -> bool {
        loop {
            if *left == 0 {
                return false;
            }
            *left -= 1;
            let exposed = self.exposed(lines, marks);
            if exposed.is_empty() {
                return true;
            }
            for cell in exposed {
                let Some(at) = self.component.cells.get(cell).copied() else {
                    return false;
                };
                let hidden = marks.get(at) == Some(&Mark::Hidden);
                let large = self.count(at) >= self.threshold;
                if !hidden || !large || given.get(at) == Some(&true) {
                    return false;
                }
                set(marks, at, Mark::Shown);
            }
        }
    }

    /// Over how many axes a cell adds up.
    fn totals(&self, at: usize) -> usize {
        let key = self.cells.get(at).map(|cell| cell.key.as_slice());
        key.unwrap_or_default().iter().filter(|category| **category == 0).count()
    }

    fn known(&self, marks: &[Mark], at: usize) -> Known {
        let least = i64::from(self.zeros == Zeros::Absent);
        let limit = i64::try_from(self.threshold).unwrap_or(ENDLESS);
        match marks.get(at).copied().unwrap_or(Mark::Shown) {
            Mark::Shown => Known::Count(i64::try_from(self.count(at)).unwrap_or(ENDLESS)),
            Mark::Small => Known::Between(least, limit - 1),
            Mark::Hidden => Known::Between(least, ENDLESS),
        }
    }

    fn count(&self, at: usize) -> u64 {
        self.cells.get(at).map_or(0, |cell| cell.count)
    }

    /// Leaves out the least count that stands in a line with the cell; else tells less
    /// about the small ones in these lines.
    fn cover(&self, cell: usize, marks: &mut [Mark]) -> bool {
        let with = |line: &&&Line| line.total == cell || line.parts.contains(&cell);
        let near: Vec<usize> = self
            .lines
            .iter()
            .filter(with)
            .flat_map(|line| line.parts.iter().copied().chain([line.total]))
            .filter(|at| *at != cell)
            .collect();
        let mark = |at: usize| marks.get(at).copied().unwrap_or(Mark::Shown);
        let there = |at: &usize| self.zeros == Zeros::Small || self.count(*at) > 0;
        let next = near
            .iter()
            .copied()
            .filter(|at| mark(*at) == Mark::Shown && there(at))
            .min_by_key(|at| (self.totals(*at), self.count(*at), *at))
            .or_else(|| {
                let small = near
                    .iter()
                    .copied()
                    .chain([cell])
                    .filter(|at| mark(*at) == Mark::Small);
                small.max_by_key(|at| (self.totals(*at), *at))
            });
        next.is_some_and(|at| set(marks, at, Mark::Hidden))
    }

    /// Leaves out the next cell of the part that is left; false if none is.
    fn retreat(&self, marks: &mut [Mark]) -> bool {
        let next = self
            .component
            .cells
            .iter()
            .copied()
            .filter(|at| marks.get(*at).is_some_and(|mark| *mark != Mark::Hidden))
            .filter(|at| self.zeros == Zeros::Small || self.count(*at) > 0)
            .min_by_key(|at| (self.count(*at), *at));
        next.is_some_and(|at| set(marks, at, Mark::Hidden))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::cube::{Breakdowns, Counter, Cube};
    use super::*;

    fn cube(counts: &[(u8, u8, u8, u64)], sets: Vec<u32>, zeros: Zeros) -> Cube {
        let mut counter = Counter::new(3);
        for (a, b, c, count) in counts {
            counter.add(&[a.to_string(), b.to_string(), c.to_string()], *count);
        }
        let breakdowns = Breakdowns { fixed: 0b001, sets, pairs: Vec::new() };
        counter.cube(&breakdowns, zeros, &|_, _| 0).unwrap()
    }

    /// All counts that fit what a table shows: for each cell left out, are there two?
    fn ambiguous(cube: &Cube, marks: &[Mark], threshold: u64) -> bool {
        // The inner cells decide everything; try all of them up to a bound.
        let inner: Vec<usize> = (0..cube.cells.len())
            .filter(|at| cube.cells[*at].key.iter().all(|category| *category > 0))
            .collect();
        let largest = inner.iter().map(|at| cube.cells[*at].count).max().unwrap_or(0);
        let bound = largest + threshold;
        let mut seen: Vec<std::collections::BTreeSet<u64>> =
            vec![Default::default(); cube.cells.len()];
        let mut counts = vec![0; inner.len()];
        loop {
            let value = |at: usize, counts: &[u64]| -> u64 {
                let key = &cube.cells[at].key;
                let fits = |inner: &&usize| {
                    let own = &cube.cells[**inner].key;
                    key.iter().zip(own).all(|(a, b)| *a == 0 || a == b)
                };
                inner
                    .iter()
                    .zip(counts)
                    .filter(|(inner, _)| fits(inner))
                    .map(|(_, count)| *count)
                    .sum()
            };
            let fits = (0..cube.cells.len()).all(|at| {
                let count = value(at, &counts);
                match marks[at] {
                    Mark::Shown => count == cube.cells[at].count,
                    Mark::Small => count >= 1 && count < threshold,
                    Mark::Hidden => count >= 1,
                }
            });
            if fits {
                for (at, seen) in seen.iter_mut().enumerate() {
                    seen.insert(value(at, &counts));
                }
            }
            let mut place = 0;
            loop {
                match counts.get_mut(place) {
                    None => {
                        let hidden = |at: &usize| marks[*at] != Mark::Shown;
                        return (0..marks.len())
                            .filter(hidden)
                            .all(|at| seen[at].len() > 1);
                    }
                    Some(count) if *count < bound => {
                        *count += 1;
                        break;
                    }
                    Some(count) => {
                        *count = 0;
                        place += 1;
                    }
                }
            }
        }
    }

    proptest! {
        /// No count below the threshold is shown, and nothing that is left out follows.
        #[test]
        fn nothing_follows(
            counts in proptest::collection::vec((0_u8..3, 0_u8..4, 0_u8..4, 1_u64..12), 1..40),
            linked in any::<bool>(),
            small in any::<bool>(),
        ) {
            let zeros = if small { Zeros::Small } else { Zeros::Absent };
            let sets = if linked { vec![0b011, 0b101] } else { vec![0b111] };
            let cube = cube(&counts, sets, zeros);
            let marks = suppress(&cube.cells, &cube.lines, 5, zeros);
            for (cell, mark) in cube.cells.iter().zip(&marks) {
                prop_assert!(cell.count >= 5 || *mark != Mark::Shown);
            }
            let known: Vec<Known> = cube.cells.iter().zip(&marks).map(|(cell, mark)| {
                let least = i64::from(zeros == Zeros::Absent);
                match mark {
                    Mark::Shown => Known::Count(cell.count as i64),
                    Mark::Small => Known::Between(least, 4),
                    Mark::Hidden => Known::Between(least, ENDLESS),
                }
            }).collect();
            prop_assert_eq!(exposed(&known, &cube.lines), Vec::<usize>::new());
        }

    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// On tables small enough to try everything, every count left out has at least two
        /// values that fit.
        #[test]
        fn every_gap_is_ambiguous(
            counts in proptest::collection::vec((0_u8..1, 0_u8..2, 0_u8..2, 1_u64..5), 1..4),
        ) {
            let cube = cube(&counts, vec![0b111], Zeros::Absent);
            let marks = suppress(&cube.cells, &cube.lines, 3, Zeros::Absent);
            prop_assert!(ambiguous(&cube, &marks, 3), "{:?} {:?}", cube.cells, marks);
        }
    }

    /// A table with nothing small is shown whole.
    #[test]
    fn leaves_large_counts_alone() {
        let cube = cube(&[(0, 0, 0, 9), (0, 1, 1, 30)], vec![0b111], Zeros::Absent);
        let marks = suppress(&cube.cells, &cube.lines, 5, Zeros::Absent);
        assert!(marks.iter().all(|mark| *mark == Mark::Shown));
    }
}
