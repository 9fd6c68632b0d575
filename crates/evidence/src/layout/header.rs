//! Where the labels are: below title rows, in two rows, above a row of HXL tags, or
//! nowhere.

use std::collections::BTreeSet;

use super::number::{looks_like_date, looks_like_year, looks_numeric};

/// Where the labels stand; rows count from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// The rows that hold labels; none if the table has no header.
    pub(super) rows: Vec<usize>,
    /// The row of HXL tags.
    pub(super) tags: Option<usize>,
    /// The first row of data.
    pub(super) data: usize,
    pub(super) labels: Vec<String>,
}

/// How far down a header is looked for.
const DEPTH: usize = 20;

/// Finds the header among the first rows of a table.
pub(super) fn detect(rows: &[Vec<String>]) -> Header {
    let width = usual_width(rows);
    let depth = rows.len().min(DEPTH);
    let found = (0..depth)
        .find(|row| rows.get(*row).is_some_and(|row| could_be_header(row, width)))
        .or_else(|| first_full_row(rows, width));
    let Some(at) = found else {
        let data = first_full(rows, width).unwrap_or(0);
        let labels = vec![String::new(); width];
        return Header { rows: Vec::new(), tags: None, data, labels };
    };
    let mut header =
        Header { rows: vec![at], tags: None, data: at + 1, labels: Vec::new() };
    if at > 0 && is_group_row(rows.get(at - 1), width) {
        header.rows.insert(0, at - 1);
    } else if is_second_header(rows, at, width) {
        header.rows.push(at + 1);
        header.data = at + 2;
    }
    if rows.get(header.data).is_some_and(|row| is_tag_row(row)) {
        header.tags = Some(header.data);
        header.data += 1;
    }
    header.labels = labels(rows, &header.rows);
    header
}

/// Takes the header from rows that were named. `join` stands between the parts of a label
/// as a descriptor says; without it, cells of upper rows are taken for merged ones.
pub(super) fn given(
    rows: &[Vec<String>],
    header_rows: &[usize],
    join: Option<&str>,
) -> Header {
    let data = header_rows.iter().max().map_or(0, |last| last + 1);
    let tags = rows.get(data).filter(|row| is_tag_row(row)).map(|_| data);
    let labels = if header_rows.is_empty() {
        vec![String::new(); rows.first().map_or(0, Vec::len)]
    } else {
        join_labels(rows, header_rows, join)
    };
    Header {
        rows: header_rows.to_vec(),
        tags,
        data: data + usize::from(tags.is_some()),
        labels,
    }
}

fn usual_width(rows: &[Vec<String>]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(Vec::len).collect();
    widths.sort_unstable();
    let mut best = (0, 0);
    for group in widths.chunk_by(|a, b| a == b) {
        let width = group.first().copied().unwrap_or(0);
        if (group.len(), width) > best {
            best = (group.len(), width);
        }
    }
    best.1
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn no_data(row: &[String]) -> bool {
    let years = row.iter().filter(|cell| looks_like_year(cell)).count();
    let years_distinct = years > 1
        && row.iter().filter(|c| looks_like_year(c)).collect::<BTreeSet<_>>().len()
            == years;
    row.iter().all(|cell| {
        let year = years_distinct && looks_like_year(cell);
        year || !(looks_numeric(cell) || looks_like_date(cell))
    })
}

fn could_be_header(row: &[String], width: usize) -> bool {
    row.len() >= width
        && filled(row) * 10 >= width * 6
        && no_data(row)
        && filled(row) > 0
        && !is_tag_row(row)
}

/// A row that has the full width and no data may be a header with blank labels.
fn first_full_row(rows: &[Vec<String>], width: usize) -> Option<usize> {
    let at = first_full(rows, width)?;
    let row = rows.get(at)?;
    (no_data(row) && filled(row) > 0 && !is_tag_row(row)).then_some(at)
}

fn first_full(rows: &[Vec<String>], width: usize) -> Option<usize> {
    rows.iter().position(|row| row.len() == width && filled(row) > 0)
}

/// Merged cells leave a row in which few cells are filled, above the labels.
fn is_group_row(row: Option<&Vec<String>>, width: usize) -> bool {
    row.is_some_and(|row| {
        row.len() == width && filled(row) >= 2 && filled(row) < width && no_data(row)
    })
}

/// The labels go on in the next row if that one, unlike the rows below, has text over
/// columns of numbers.
fn is_second_header(rows: &[Vec<String>], at: usize, width: usize) -> bool {
    let Some(row) = rows.get(at + 1) else { return false };
    if !could_be_header(row, width) {
        return false;
    }
    let below = rows.get(at + 2..).unwrap_or_default();
    if below.len() < 3 {
        return false;
    }
    let of_numbers = (0..width).filter(|column| {
        let cells = below.iter().filter_map(|row| row.get(*column));
        let cells: Vec<_> = cells.filter(|cell| !cell.trim().is_empty()).collect();
        let data = cells.iter().filter(|c| looks_numeric(c) || looks_like_date(c));
        cells.len() >= 2 && data.count() * 10 >= cells.len() * 9
    });
    of_numbers.count() >= 2
}

/// A row of HXL tags has nothing but tags and blanks.
fn is_tag_row(row: &[String]) -> bool {
    let tag = |cell: &str| {
        cell.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    };
    row.iter().any(|cell| tag(cell.trim()))
        && row.iter().all(|cell| cell.trim().is_empty() || tag(cell.trim()))
}

fn labels(rows: &[Vec<String>], header: &[usize]) -> Vec<String> {
    if let [names, titles] = header
        && let (Some(names), Some(titles)) = (rows.get(*names), rows.get(*titles))
        && names.iter().all(|name| is_identifier(name))
        && titles.iter().any(|title| title.trim().contains(' '))
    {
        // Machine names over titles: the names are the labels.
        return names.clone();
    }
    join_labels(rows, header, None)
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn join_labels(
    rows: &[Vec<String>],
    header: &[usize],
    join: Option<&str>,
) -> Vec<String> {
    let chosen: Vec<&Vec<String>> =
        header.iter().filter_map(|at| rows.get(*at)).collect();
    if let [row] = chosen.as_slice() {
        return (*row).clone();
    }
    let width = chosen.iter().map(|row| row.len()).max().unwrap_or(0);
    let mut carried: Vec<String> = vec![String::new(); chosen.len()];
    let mut labels = Vec::with_capacity(width);
    for column in 0..width {
        let mut parts: Vec<&str> = Vec::new();
        for (row, carried) in chosen.iter().zip(&mut carried) {
            let cell = row.get(column).map_or("", |cell| cell.trim());
            if !cell.is_empty() {
                cell.clone_into(carried);
            }
        }
        let last = carried.len().saturating_sub(1);
        for (at, carried) in carried.iter().enumerate() {
            // Only the upper rows have merged cells.
            let own = chosen.get(at).and_then(|row| row.get(column));
            let alone = at == last || join.is_some();
            let text = if alone { own.map_or("", |c| c.trim()) } else { carried };
            if !text.is_empty() && parts.last() != Some(&text) {
                parts.push(text);
            }
        }
        labels.push(parts.join(join.unwrap_or(" ")));
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }

    fn found(text: &str) -> (Vec<usize>, Option<usize>, usize, Vec<String>) {
        let header = detect(&table(text));
        (header.rows, header.tags, header.data, header.labels)
    }

    /// The usual case: labels in the first row.
    #[test]
    fn finds_the_first_row() {
        let (rows, _, data, labels) = found("year,country\n2020,XXA\n");
        assert_eq!((rows, data), (vec![0], 1));
        assert_eq!(labels, ["year", "country"]);
    }

    /// Title rows above the header are passed over, padded with delimiters or not.
    #[test]
    fn passes_over_titles() {
        assert_eq!(found("Report 2020,,\n,,\nyear,sex,value\n2020,Male,1\n").0, [2]);
        assert_eq!(
            found("Report 2020\n\nyear,sex,value\n2020,Male,1\n2021,Male,2\n").0,
            [2]
        );
    }

    /// Merged cells above the labels are carried on to the right.
    #[test]
    fn joins_two_rows() {
        let (rows, _, data, labels) =
            found(",Victims,,Offenders\nyear,women,men,all\n2020,1,2,3\n2021,1,2,3\n");
        assert_eq!((rows, data), (vec![0, 1], 2));
        assert_eq!(labels, ["year", "Victims women", "Victims men", "Offenders all"]);
    }

    /// Machine names over titles: the names are the labels.
    #[test]
    fn prefers_names_to_titles() {
        let text = "case_id,prs_Age,year\nCase number,Age in years,Year\nA1,20,2020\nA2,30,2020\nA3,20,2021\n";
        let (rows, _, data, labels) = found(text);
        assert_eq!((rows, data), (vec![0, 1], 2));
        assert_eq!(labels, ["case_id", "prs_Age", "year"]);
    }

    /// A row of HXL tags belongs neither to the labels nor to the data.
    #[test]
    fn knows_hxl_tags() {
        let (rows, tags, data, _) =
            found("Year,Dead\n#date+year,#affected+killed\n2020,3\n");
        assert_eq!((rows, tags, data), (vec![0], Some(1), 2));
    }

    /// Years over columns are labels; a first row of data is not.
    #[test]
    fn tells_years_from_data() {
        assert_eq!(found("country,2019,2020\nXXA,1,2\n").0, [0]);
        assert_eq!(found("XXA,1,2\nXXA,3,4\n").0, Vec::<usize>::new());
    }
}
