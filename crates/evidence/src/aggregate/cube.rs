//! Counts by several properties, with their margins.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a cell counts: for each axis the number of a category, or 0 for all of them.
pub(crate) type Key = Vec<u32>;

/// Cases counted by all properties at once.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    numbers: Vec<HashMap<String, u32>>,
    names: Vec<Vec<String>>,
    counts: HashMap<Key, u64>,
}

/// Sets of axes, as bits, that a table is broken down by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Breakdowns {
    /// Axes that have no total: every cell names a category of theirs.
    pub(crate) fixed: u32,
    pub(crate) sets: Vec<u32>,
    /// Pairs of axes about one property: what nobody has in both is no secret.
    pub(crate) pairs: Vec<u32>,
}

/// Cells with their margins, and how they add up.
#[derive(Debug, Default, Clone)]
pub(crate) struct Cube {
    /// For each axis its categories in their order.
    pub(crate) categories: Vec<Vec<String>>,
    pub(crate) cells: Vec<Cell>,
    pub(crate) lines: Vec<Line>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) key: Key,
    pub(crate) count: u64,
}

/// A total and its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) total: usize,
    pub(crate) parts: Vec<usize>,
}

/// Whether cells that count nothing are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zeros {
    /// They are absent; who reads the table knows that they are zero.
    Absent,
    /// They are there, and no different from other small counts.
    Small,
}

/// Stands for all categories that are not kept apart.
pub(crate) const OTHERS: &str = "others";

/// The most cells of a table; a larger one is for nobody to read.
pub(crate) const MOST_CELLS: usize = 100_000;

impl Counter {
    /// Makes a counter for some axes.
    pub(crate) fn new(axes: usize) -> Self {
        let mut counter = Self::default();
        counter.numbers.resize_with(axes, HashMap::new);
        counter.names.resize_with(axes, Vec::new);
        counter
    }

    /// Counts `count` cases of these categories, one for each axis.
    pub(crate) fn add(&mut self, categories: &[String], count: u64) {
        let axes = self.numbers.iter_mut().zip(&mut self.names).zip(categories);
        let key = axes.map(|((numbers, names), category)| match numbers.get(category) {
            Some(number) => *number,
            None => {
                names.push(category.clone());
                let number = u32::try_from(names.len()).unwrap_or(u32::MAX);
                numbers.insert(category.clone(), number);
                number
            }
        });
        let key: Key = key.collect();
        *self.counts.entry(key).or_default() += count;
    }

    /// Returns for each category of one axis the category of another that all its cases
    /// have; none if the cases of some category differ.
    pub(crate) fn refines(
        &self,
        fine: usize,
        coarse: usize,
    ) -> Option<HashMap<&str, &str>> {
        let name = |axis: usize, key: &Key| {
            let at = (*key.get(axis)? as usize).checked_sub(1)?;
            self.names.get(axis)?.get(at).map(String::as_str)
        };
        let mut found = HashMap::new();
        for key in self.counts.keys() {
            let (own, other) = (name(fine, key)?, name(coarse, key)?);
            if *found.entry(own).or_insert(other) != other {
                return None;
            }
        }
        Some(found)
    }

    /// Adds the breakdowns that tell how two axes about one property, in words of their
    /// own, belong together, where the categories of neither are made of the other's: who
    /// knows both tables sets them side by side.
    pub(crate) fn compared(
        &self,
        breakdowns: &Breakdowns,
        pairs: &[(usize, usize)],
    ) -> Breakdowns {
        let mut all = breakdowns.clone();
        for (one, two) in pairs.iter().copied() {
            let both = (1 << one) | (1 << two);
            all.pairs.push(both);
            if self.refines(one, two).is_some() || self.refines(two, one).is_some() {
                continue;
            }
            let of = |axis: usize| {
                let sets = breakdowns.sets.iter().copied();
                sets.filter(move |set| set & (1 << axis) != 0)
            };
            for first in of(one) {
                all.sets.extend(of(two).map(|second| (first & second) | both));
            }
        }
        all
    }

    /// Returns the largest categories of an axis, and those that say that nothing is known;
    /// none if there are no more than `most`.
    pub(crate) fn largest(&self, axis: usize, most: usize) -> Option<BTreeSet<String>> {
        let names = self.names.get(axis).filter(|names| names.len() > most)?;
        let mut sizes: Vec<(u64, u32)> =
            (1..).take(names.len()).map(|at| (0, at)).collect();
        for (key, count) in &self.counts {
            let at = key.get(axis).and_then(|at| (*at as usize).checked_sub(1));
            if let Some(size) = at.and_then(|at| sizes.get_mut(at)) {
                size.0 += count;
            }
        }
        let name = |at: u32| names.get(at as usize - 1).map_or("", String::as_str);
        let vague = |at: u32| {
            ["unknown", "several"].iter().any(|word| name(at).eq_ignore_ascii_case(word))
        };
        sizes.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| name(a.1).cmp(name(b.1))));
        let sizes = sizes.iter().map(|(_, at)| *at);
        let large = sizes.clone().filter(|at| !vague(*at)).take(most);
        let kept = large.chain(sizes.filter(|at| vague(*at)));
        Some(kept.map(|at| name(at).to_owned()).collect())
    }

    /// Returns how many different cases have been counted.
    pub(crate) fn len(&self) -> usize {
        self.counts.len()
    }

    /// Keeps the largest categories of an axis apart and puts the others together, under
    /// "others"; those that say that nothing is known stay.
    pub(crate) fn lump(&mut self, axis: usize, most: usize, others: &str) {
        let Some(kept) = self.largest(axis, most) else { return };
        let mut lumped = Self::new(self.names.len());
        for (key, count) in &self.counts {
            let category = |(own, at): (usize, &u32)| {
                let name =
                    self.names.get(own).and_then(|names| names.get(*at as usize - 1));
                match name {
                    Some(name) if own != axis || kept.contains(name) => name.clone(),
                    Some(_) => others.to_owned(),
                    None => String::new(),
                }
            };
            let categories: Vec<String> = key.iter().enumerate().map(category).collect();
            lumped.add(&categories, *count);
        }
        *self = lumped;
    }

    /// Adds up the margins of some breakdowns; none if there are too many cells.
    ///
    /// `rank` orders the categories of an axis; those of one rank stand in the order of
    /// their names.
    pub(crate) fn cube(
        &self,
        breakdowns: &Breakdowns,
        zeros: Zeros,
        rank: &dyn Fn(usize, &str) -> usize,
    ) -> Option<Cube> {
        let mut cube = Cube::default();
        let mut places: Vec<Vec<u32>> = Vec::new();
        for (axis, names) in self.names.iter().enumerate() {
            let mut sorted: Vec<&String> = names.iter().collect();
            sorted.sort_by_key(|name| (rank(axis, name), (*name).clone()));
            let place = |name: &String| {
                let at = sorted.iter().position(|other| *other == name).unwrap_or(0);
                u32::try_from(at + 1).unwrap_or(u32::MAX)
            };
            places.push(names.iter().map(place).collect());
            cube.categories.push(sorted.into_iter().cloned().collect());
        }
        let mut cells: BTreeMap<(usize, Key), u64> = BTreeMap::new();
        let sets = breakdowns.closed();
        for (order, set) in sets.iter().enumerate() {
            if zeros == Zeros::Small {
                let paired = |both: &u32| set & both == *both;
                if !breakdowns.pairs.iter().any(paired) {
                    let grid = cube.grid(*set)?.into_iter();
                    cells.extend(grid.map(|key| ((order, key), 0)));
                }
            }
            for (key, count) in &self.counts {
                let key =
                    key.iter().zip(&places).enumerate().map(|(axis, (at, place))| {
                        let at = place.get(*at as usize - 1).copied().unwrap_or(0);
                        if set & (1 << axis) == 0 { 0 } else { at }
                    });
                *cells.entry((order, key.collect())).or_default() += count;
            }
            if cells.len() > MOST_CELLS {
                return None;
            }
        }
        cube.cells =
            cells.into_iter().map(|((_, key), count)| Cell { key, count }).collect();
        cube.lines = lines(&cube.cells, breakdowns.fixed);
        Some(cube)
    }
}

impl Breakdowns {
    /// All sets and the sets within them, each once, the smaller ones first.
    pub(crate) fn closed(&self) -> Vec<u32> {
        let mut closed = BTreeSet::new();
        for set in &self.sets {
            let free = set & !self.fixed;
            let mut part = free;
            loop {
                closed.insert(part);
                if part == 0 {
                    break;
                }
                part = (part - 1) & free;
            }
        }
        closed.insert(0);
        let mut closed: Vec<u32> = closed.into_iter().collect();
        closed.sort_by_key(|set| (set.count_ones(), *set));
        closed.into_iter().map(|set| set | self.fixed).collect()
    }
}

impl Cube {
    /// Adds that the categories of one axis add up to those of another.
    pub(crate) fn add_refinement(
        &mut self,
        fine: usize,
        coarse: usize,
        refines: &HashMap<&str, &str>,
        sets: &[u32],
    ) {
        let places: HashMap<&[u32], usize> =
            self.cells.iter().enumerate().map(|(at, c)| (c.key.as_slice(), at)).collect();
        let mut lines = Vec::new();
        for (total, cell) in self.cells.iter().enumerate() {
            let Some(class) = self.name(&cell.key, coarse) else { continue };
            let set = set_of(&cell.key);
            if set & (1 << fine) != 0
                || !sets.contains(&((set & !(1 << coarse)) | (1 << fine)))
            {
                continue;
            }
            let names = self.categories.get(fine).map(Vec::as_slice).unwrap_or_default();
            let within = (1_u32..).zip(names).filter(|(_, name)| {
                refines.get(name.as_str()).is_some_and(|whole| *whole == class)
            });
            let part = |(at, _): (u32, &String)| {
                let mut key = cell.key.clone();
                *key.get_mut(coarse)? = 0;
                *key.get_mut(fine)? = at;
                places.get(key.as_slice()).copied()
            };
            let parts: Vec<usize> = within.filter_map(part).collect();
            if !parts.is_empty() {
                lines.push(Line { total, parts });
            }
        }
        self.lines.extend(lines);
    }

    /// All keys of a set of axes.
    fn grid(&self, set: u32) -> Option<Vec<Key>> {
        let mut keys: Vec<Key> = vec![Vec::new()];
        for (axis, categories) in self.categories.iter().enumerate() {
            let range = match set & (1 << axis) {
                0 => 0..1,
                _ => 1..u32::try_from(categories.len()).ok()? + 1,
            };
            let longer = keys.iter().flat_map(|key| {
                range.clone().map(|at| key.iter().copied().chain([at]).collect())
            });
            keys = longer.collect();
            if keys.len() > MOST_CELLS {
                return None;
            }
        }
        Some(keys)
    }

    /// Returns the name of a cell's category on an axis; none for all of them.
    pub(crate) fn name(&self, key: &[u32], axis: usize) -> Option<&str> {
        let at = (*key.get(axis)? as usize).checked_sub(1)?;
        self.categories.get(axis)?.get(at).map(String::as_str)
    }
}

/// The axes of which a cell names a category, as bits.
pub(crate) fn set_of(key: &[u32]) -> u32 {
    let named = key.iter().enumerate().filter(|(_, category)| **category != 0);
    named.map(|(axis, _)| 1 << axis).sum()
}

/// Brings cells together that differ in one axis only.
fn lines(cells: &[Cell], fixed: u32) -> Vec<Line> {
    let places: HashMap<&[u32], usize> =
        cells.iter().enumerate().map(|(at, cell)| (cell.key.as_slice(), at)).collect();
    let mut found: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, cell) in cells.iter().enumerate() {
        for (axis, category) in cell.key.iter().enumerate() {
            if *category == 0 || fixed & (1 << axis) != 0 {
                continue;
            }
            let mut parent = cell.key.clone();
            if let Some(place) = parent.get_mut(axis) {
                *place = 0;
            }
            if let Some(total) = places.get(parent.as_slice()) {
                found.entry((*total, axis)).or_default().push(at);
            }
        }
    }
    found.into_iter().map(|((total, _), parts)| Line { total, parts }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Margins add up, in the order of the categories.
    #[test]
    fn adds_up_margins() {
        let mut counter = Counter::new(2);
        for (a, b, count) in [("y", "f", 3), ("y", "m", 2), ("x", "f", 5)] {
            counter.add(&[a.to_owned(), b.to_owned()], count);
        }
        let breakdowns = Breakdowns { fixed: 0b01, sets: vec![0b11], pairs: Vec::new() };
        let cube = counter.cube(&breakdowns, Zeros::Absent, &|_, _| 0).unwrap();
        let cells: Vec<(Key, u64)> =
            cube.cells.iter().map(|cell| (cell.key.clone(), cell.count)).collect();
        assert_eq!(
            cells,
            [
                (vec![1, 0], 5),
                (vec![2, 0], 5),
                (vec![1, 1], 5),
                (vec![2, 1], 3),
                (vec![2, 2], 2)
            ]
        );
        assert_eq!(cube.lines.len(), 2);
        let full = counter.cube(&breakdowns, Zeros::Small, &|_, _| 0).unwrap();
        assert_eq!(full.cells.len(), 6);
    }
}
