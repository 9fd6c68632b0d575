//! Tables of counts: small cells, and cells that follow from others.

use std::collections::{BTreeMap, HashMap};

/// A count, or that it was left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Count {
    Known(f64),
    /// Left out so that nobody can be recognized.
    Suppressed,
    /// Not recorded.
    Missing,
}

/// A cell of a table of counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) row: usize,
    /// What it counts: the values of the other columns.
    pub(crate) key: Vec<String>,
    pub(crate) count: Count,
}

/// Words for all of something.
const TOTALS: [&str; 16] = [
    "total",
    "all",
    "both",
    "both sexes",
    "overall",
    "sum",
    "tous",
    "ensemble",
    "todos",
    "ambos",
    "итого",
    "всего",
    "合计",
    "总计",
    "المجموع",
    "الإجمالي",
];

fn is_total(value: &str) -> bool {
    TOTALS.contains(&value.trim().to_lowercase().as_str())
}

/// What subtraction shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Recovered {
    /// Rows whose count follows from others.
    pub(crate) rows: Vec<usize>,
    /// Rows of totals that are less than their parts.
    pub(crate) margins: Vec<usize>,
}

/// A total and its parts, in one column.
#[derive(Default)]
struct Group {
    total: Option<usize>,
    /// By the value of the column that says how the total is broken down.
    parts: BTreeMap<String, Vec<usize>>,
}

/// Works out all counts that were left out and follow by subtraction, one after the
/// other until nothing more follows.
///
/// `breakdown` is the column that says how a total is broken down, if there is one: its
/// totals are parts of every way.
pub(crate) fn recover(cells: &[Cell], breakdown: Option<usize>) -> Recovered {
    let width = cells.iter().map(|cell| cell.key.len()).max().unwrap_or(0);
    let groups: Vec<Group> = (0..width)
        .filter(|column| Some(*column) != breakdown)
        .flat_map(|column| groups_of(cells, column, breakdown))
        .collect();
    let mut counts: Vec<Count> = cells.iter().map(|cell| cell.count).collect();
    let mut found = Recovered::default();
    let mut first = true;
    loop {
        let mut news = Vec::new();
        for group in &groups {
            let Some(total) = group.total else { continue };
            for parts in group.parts.values() {
                subtract(&counts, total, parts, &mut news);
                if first && exceeds(&counts, total, parts) {
                    found.margins.push(total);
                }
            }
        }
        first = false;
        if news.is_empty() {
            break;
        }
        for (at, count) in news {
            if let Some(place) = counts.get_mut(at)
                && *place == Count::Suppressed
            {
                *place = Count::Known(count);
                found.rows.push(at);
            }
        }
    }
    for list in [&mut found.rows, &mut found.margins] {
        let rows = list.iter().filter_map(|at| cells.get(*at)).map(|cell| cell.row);
        let mut rows: Vec<usize> = rows.collect();
        rows.sort_unstable();
        rows.dedup();
        *list = rows;
    }
    found
}

/// Brings cells together that differ in one column only.
fn groups_of(cells: &[Cell], column: usize, breakdown: Option<usize>) -> Vec<Group> {
    let mut groups: HashMap<Vec<&str>, Group> = HashMap::new();
    for (at, cell) in cells.iter().enumerate() {
        let Some(value) = cell.key.get(column) else { continue };
        let way = breakdown.and_then(|b| cell.key.get(b)).map_or("", String::as_str);
        // The column of the breakdown belongs to the column that it breaks down.
        let others = cell.key.iter().enumerate();
        let own = |other: &usize| *other == column;
        let broken = |other: &usize| {
            Some(*other) == breakdown && breakdown.is_some_and(|b| column == b + 1)
        };
        let key = others
            .filter(|(o, _)| !own(o) && !broken(o))
            .map(|(_, v)| v.as_str())
            .collect();
        let group = groups.entry(key).or_default();
        if is_total(value) {
            group.total.get_or_insert(at);
        } else {
            group.parts.entry(way.to_owned()).or_default().push(at);
        }
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    groups.sort_by_key(|group| group.total);
    groups
}

fn known(counts: &[Count], at: usize) -> Option<f64> {
    match counts.get(at) {
        Some(Count::Known(count)) => Some(*count),
        _ => None,
    }
}

/// If all but one are known, the last one follows.
fn subtract(
    counts: &[Count],
    total: usize,
    parts: &[usize],
    news: &mut Vec<(usize, f64)>,
) {
    let unknown: Vec<usize> =
        parts.iter().copied().filter(|at| known(counts, *at).is_none()).collect();
    let sum: f64 = parts.iter().filter_map(|at| known(counts, *at)).sum();
    match (known(counts, total), unknown.as_slice()) {
        (Some(total), [one]) if counts.get(*one) == Some(&Count::Suppressed) => {
            news.push((*one, total - sum));
        }
        (None, [])
            if parts.len() > 1 && counts.get(total) == Some(&Count::Suppressed) =>
        {
            news.push((total, sum));
        }
        _ => {}
    }
}

fn exceeds(counts: &[Count], total: usize, parts: &[usize]) -> bool {
    let sum: f64 = parts.iter().filter_map(|at| known(counts, *at)).sum();
    known(counts, total).is_some_and(|total| sum > total)
}

/// Returns the rows of the newer table whose counts differ from the older one by less
/// than a threshold, but differ.
pub(crate) fn differences(older: &[Cell], newer: &[Cell], threshold: f64) -> Vec<usize> {
    let before: HashMap<&[String], Count> =
        older.iter().map(|cell| (cell.key.as_slice(), cell.count)).collect();
    let close = |cell: &&Cell| {
        let Some(Count::Known(old)) = before.get(cell.key.as_slice()) else {
            return false;
        };
        let Count::Known(new) = cell.count else { return false };
        let difference = (new - old).abs();
        difference > 0.0 && difference < threshold
    };
    newer.iter().filter(close).map(|cell| cell.row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: usize, key: &[&str], count: Count) -> Cell {
        Cell { row, key: key.iter().map(|part| (*part).to_owned()).collect(), count }
    }

    /// A count follows from its total and the other parts.
    #[test]
    fn recovers_by_subtraction() {
        let cells = [
            cell(2, &["2020", "Total"], Count::Known(10.0)),
            cell(3, &["2020", "Female"], Count::Known(7.0)),
            cell(4, &["2020", "Male"], Count::Suppressed),
            cell(5, &["2021", "Total"], Count::Known(10.0)),
            cell(6, &["2021", "Female"], Count::Suppressed),
            cell(7, &["2021", "Male"], Count::Suppressed),
        ];
        assert_eq!(recover(&cells, None).rows, [4]);
    }

    /// What was recovered in one direction helps in the other.
    #[test]
    fn goes_on_until_nothing_follows() {
        let (s, k) = (Count::Suppressed, Count::Known);
        let cells = [
            cell(0, &["Total", "Total"], k(20.0)),
            cell(1, &["Total", "Female"], k(12.0)),
            cell(2, &["Total", "Male"], s),
            cell(3, &["A", "Total"], k(9.0)),
            cell(4, &["A", "Female"], s),
            cell(5, &["A", "Male"], s),
            cell(6, &["B", "Total"], k(11.0)),
            cell(7, &["B", "Female"], k(10.0)),
            cell(8, &["B", "Male"], s),
        ];
        assert_eq!(recover(&cells, None).rows, [2, 4, 5, 8]);
    }

    /// A total of one way of breaking down is the total of the others, too.
    #[test]
    fn knows_breakdowns() {
        let (s, k) = (Count::Suppressed, Count::Known);
        let cells = [
            cell(0, &["Total", "Total"], k(20.0)),
            cell(1, &["by form", "Forced labour"], k(18.0)),
            cell(2, &["by form", "Other"], s),
            cell(3, &["by citizenship", "XXA"], s),
            cell(4, &["by citizenship", "XXB"], s),
        ];
        assert_eq!(recover(&cells, Some(0)).rows, [2]);
    }

    /// Parts that are more than their total are reported.
    #[test]
    fn sees_wrong_totals() {
        let k = Count::Known;
        let cells = [
            cell(0, &["Total"], k(5.0)),
            cell(1, &["Female"], k(4.0)),
            cell(2, &["Male"], k(3.0)),
        ];
        assert_eq!(recover(&cells, None).margins, [0]);
    }

    /// Two versions that differ by one give a person away.
    #[test]
    fn compares_versions() {
        let k = Count::Known;
        let old =
            [cell(0, &["a"], k(20.0)), cell(1, &["b"], k(20.0)), cell(2, &["c"], k(5.0))];
        let new =
            [cell(0, &["a"], k(21.0)), cell(1, &["b"], k(40.0)), cell(2, &["c"], k(5.0))];
        assert_eq!(differences(&old, &new, 5.0), [0]);
    }
}
