//! Rows that share a description: how many are there, and do they share a secret.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The number of a value in its column; 0 stands for no value.
pub(crate) type Value = u32;

/// What rows with one description have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) rows: usize,
    /// The first row.
    pub(crate) first: usize,
    /// For each sensitive column the different values, as many as matter.
    pub(crate) secrets: Vec<BTreeSet<Value>>,
}

/// How many rows a class has, and which is the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) rows: usize,
    pub(crate) first: usize,
}

/// The values of a column, numbered in the order in which they come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    numbers: HashMap<Vec<u8>, Value>,
    values: Vec<Vec<u8>>,
}

impl Numbers {
    /// Returns the number of a value.
    pub(crate) fn number(&mut self, value: &[u8]) -> Value {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        self.values.push(value.to_vec());
        let number = Value::try_from(self.values.len()).unwrap_or(Value::MAX);
        self.numbers.insert(value.to_vec(), number);
        number
    }

    /// Returns a value.
    pub(crate) fn value(&self, number: Value) -> &[u8] {
        let at = (number as usize).checked_sub(1);
        at.and_then(|at| self.values.get(at)).map_or(b"", Vec::as_slice)
    }
}

/// The classes of a table, or of one chunk.
#[derive(Debug, Clone, Default)]
pub(crate) struct Classes {
    /// The numbers of each describing and then of each sensitive column.
    pub(crate) numbers: Vec<Numbers>,
    pub(crate) classes: HashMap<Box<[Value]>, Class>,
    /// Rows that were not counted, since there were too many classes.
    pub(crate) left_out: usize,
}

/// How many different secrets of a class are kept.
const SECRETS: usize = 16;
/// What one class takes in memory, about.
const CLASS: usize = 160;

impl Classes {
    /// Adds a row with its description and its secrets.
    pub(crate) fn add(&mut self, description: &[Value], secrets: &[Value], row: usize) {
        let class = match self.classes.get_mut(description) {
            Some(class) => class,
            None => self.classes.entry(description.into()).or_default(),
        };
        if class.rows == 0 {
            class.first = row;
        }
        class.rows += 1;
        class.secrets.resize_with(secrets.len(), BTreeSet::new);
        for (mine, secret) in class.secrets.iter_mut().zip(secrets) {
            if mine.len() < SECRETS {
                mine.insert(*secret);
            }
        }
    }

    /// Adds the classes of the next chunk, whose rows begin at `base`.
    pub(crate) fn merge(&mut self, base: usize, next: Self, budget: usize) {
        let width = self.numbers.len().max(next.numbers.len());
        self.numbers.resize_with(width, Numbers::default);
        let mut sorted: Vec<_> = next.classes.into_iter().collect();
        sorted.sort_by_key(|(_, class)| class.first);
        for (description, class) in sorted {
            let key: Box<[Value]> = (0..)
                .zip(&description)
                .map(|(at, value)| self.renumber(at, *value, &next.numbers))
                .collect();
            if !self.classes.contains_key(&key) && self.classes.len() * CLASS > budget {
                self.left_out += class.rows;
                continue;
            }
            let secrets: Vec<BTreeSet<Value>> = (key.len()..)
                .zip(&class.secrets)
                .map(|(at, secrets)| {
                    secrets.iter().map(|v| self.renumber(at, *v, &next.numbers)).collect()
                })
                .collect();
            let mine = self.classes.entry(key).or_default();
            if mine.rows == 0 {
                mine.first = base + class.first;
            }
            mine.rows += class.rows;
            mine.secrets.resize_with(secrets.len(), BTreeSet::new);
            for (mine, secrets) in mine.secrets.iter_mut().zip(secrets) {
                for secret in secrets {
                    if mine.len() < SECRETS {
                        mine.insert(secret);
                    }
                }
            }
        }
    }

    fn renumber(&mut self, column: usize, value: Value, from: &[Numbers]) -> Value {
        let (Some(mine), Some(from)) = (self.numbers.get_mut(column), from.get(column))
        else {
            return value;
        };
        if value == 0 { 0 } else { mine.number(from.value(value)) }
    }

    /// Returns the sizes of the classes without some columns, smallest first.
    fn sizes_without(&self, left_out: Option<usize>) -> Vec<usize> {
        let mut sizes: HashMap<Vec<Value>, usize> = HashMap::new();
        for (description, class) in &self.classes {
            let kept = description.iter().enumerate();
            let key =
                kept.filter(|(at, _)| Some(*at) != left_out).map(|(_, v)| *v).collect();
            *sizes.entry(key).or_default() += class.rows;
        }
        let mut sizes: Vec<usize> = sizes.into_values().collect();
        sizes.sort_unstable();
        sizes
    }

    /// Returns the size of the smallest class, with a missing value as one of its own.
    pub(crate) fn smallest(&self) -> usize {
        self.classes.values().map(|class| class.rows).min().unwrap_or(0)
    }

    /// Returns how many rows stand in classes smaller than `k`.
    pub(crate) fn rows_below(&self, k: usize) -> usize {
        self.classes.values().map(|class| class.rows).filter(|rows| *rows < k).sum()
    }

    /// Returns how many rows would stand in classes smaller than `k` without a column.
    pub(crate) fn rows_below_without(&self, k: usize, column: usize) -> usize {
        self.sizes_without(Some(column)).into_iter().filter(|rows| *rows < k).sum()
    }

    /// Returns the size of the smallest class if a missing value may be any value.
    ///
    /// Descriptions are compared in the columns in which both have a value; there are as
    /// many comparisons as pairs of sets of missing columns, not as pairs of classes.
    pub(crate) fn smallest_with_wildcards(&self) -> usize {
        let mut by_mask: BTreeMap<u64, Vec<(&[Value], usize)>> = BTreeMap::new();
        for (description, class) in &self.classes {
            by_mask.entry(mask(description)).or_default().push((description, class.rows));
        }
        let mut totals: HashMap<&[Value], usize> = HashMap::new();
        for (mine, classes) in &by_mask {
            for (other, others) in &by_mask {
                let common = mine & other;
                let mut sums: HashMap<Vec<Value>, usize> = HashMap::new();
                for (description, rows) in others {
                    *sums.entry(project(description, common)).or_default() += rows;
                }
                for (description, _) in classes {
                    let sum =
                        sums.get(&project(description, common)).copied().unwrap_or(0);
                    *totals.entry(description).or_default() += sum;
                }
            }
        }
        totals.into_values().min().unwrap_or(0)
    }

    /// Returns, for a sensitive column, the rows in classes of at least two rows with
    /// fewer than `l` different values, the first such row, and how many classes those
    /// are.
    pub(crate) fn same_secret(
        &self,
        secret: usize,
        l: usize,
    ) -> (usize, usize, Vec<usize>) {
        let (mut rows, mut classes, mut firsts) = (0, 0, Vec::new());
        for class in self.classes.values() {
            let known = class.secrets.get(secret);
            let told = known.is_some_and(|values| {
                values.len() < l && values.iter().any(|value| *value != 0)
            });
            if told && class.rows > 1 {
                rows += class.rows;
                classes += 1;
                firsts.push(class.first);
            }
        }
        firsts.sort_unstable();
        (rows, classes, firsts)
    }

    /// Returns the sizes and first rows of the classes by the values of some columns.
    pub(crate) fn by_values(&self, columns: &[usize]) -> BTreeMap<Vec<&[u8]>, Size> {
        let mut sizes: BTreeMap<Vec<&[u8]>, Size> = BTreeMap::new();
        for (description, class) in &self.classes {
            let value = |column: &usize| {
                let number = description.get(*column).copied().unwrap_or(0);
                self.numbers.get(*column).map_or(b"".as_slice(), |n| n.value(number))
            };
            let size = sizes
                .entry(columns.iter().map(value).collect())
                .or_insert(Size { rows: 0, first: class.first });
            size.rows += class.rows;
            size.first = size.first.min(class.first);
        }
        sizes
    }

    /// Returns the first rows of the classes smaller than `k`.
    pub(crate) fn first_below(&self, k: usize) -> Vec<usize> {
        let small = self.classes.values().filter(|class| class.rows < k);
        let mut rows: Vec<usize> = small.map(|class| class.first).collect();
        rows.sort_unstable();
        rows
    }
}

/// One bit for each column that has a value.
fn mask(description: &[Value]) -> u64 {
    let known = description.iter().take(64).enumerate().filter(|(_, value)| **value != 0);
    known.fold(0, |mask, (at, _)| mask | 1 << at)
}

fn project(description: &[Value], columns: u64) -> Vec<Value> {
    let kept = description.iter().take(64).enumerate();
    kept.filter(|(at, _)| columns >> at & 1 == 1).map(|(_, value)| *value).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn classes(rows: &[(Vec<Value>, Value)]) -> Classes {
        let mut classes = Classes::default();
        for (at, (description, secret)) in rows.iter().enumerate() {
            classes.add(description, &[*secret], at);
        }
        classes
    }

    proptest! {
        /// Both ways of counting agree with comparing every row with every other.
        #[test]
        fn counts_as_a_plain_comparison(
            rows in proptest::collection::vec((proptest::collection::vec(0_u32..3, 3), 0_u32..3), 1..40)
        ) {
            let found = classes(&rows);
            let equal = rows.iter().map(|(a, _)| rows.iter().filter(|(b, _)| a == b).count());
            prop_assert_eq!(found.smallest(), equal.min().unwrap());
            let agree = |a: &[Value], b: &[Value]| {
                a.iter().zip(b).all(|(a, b)| *a == 0 || *b == 0 || a == b)
            };
            let loose = rows.iter().map(|(a, _)| rows.iter().filter(|(b, _)| agree(a, b)).count());
            prop_assert_eq!(found.smallest_with_wildcards(), loose.min().unwrap());
            let below = rows.iter().filter(|(a, _)| rows.iter().filter(|(b, _)| a == b).count() < 3);
            prop_assert_eq!(found.rows_below(3), below.count());
        }

        /// Merging chunks gives the same as reading the whole.
        #[test]
        fn chunks_change_nothing(
            rows in proptest::collection::vec((proptest::collection::vec(0_u8..3, 2), 0_u8..3), 1..40),
            chunk in 1_usize..10,
        ) {
            let read = |rows: &[(Vec<u8>, u8)]| {
                let mut part = Classes { numbers: vec![Numbers::default(); 3], ..Classes::default() };
                for (at, (description, secret)) in rows.iter().enumerate() {
                    let mut number = |column: usize, value: u8| {
                        if value == 0 { 0 } else { part.numbers[column].number(&[value]) }
                    };
                    let key: Vec<Value> = description.iter().enumerate().map(|(c, v)| number(c, *v)).collect();
                    let secret = number(2, *secret);
                    part.add(&key, &[secret], at);
                }
                part
            };
            let merged = |size: usize| {
                let mut all = Classes::default();
                for (at, part) in rows.chunks(size).enumerate() {
                    all.merge(at * size, read(part), usize::MAX);
                }
                // The numbers of values depend on the chunks, what they stand for does not.
                let text = |column: usize, value: Value| all.numbers[column].value(value).to_vec();
                all.classes
                    .iter()
                    .map(|(key, class)| {
                        let key: Vec<_> = (0..).zip(key).map(|(c, v)| text(c, *v)).collect();
                        let secrets: BTreeSet<_> =
                            class.secrets[0].iter().map(|v| text(2, *v)).collect();
                        (key, (class.rows, class.first, secrets))
                    })
                    .collect::<BTreeMap<_, _>>()
            };
            prop_assert_eq!(merged(chunk), merged(1000));
        }
    }
}
