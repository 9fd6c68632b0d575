//! The figures of a table of indicators.

use std::collections::{BTreeMap, BTreeSet};

use untoc_core::{Figure, FigureKind, Quantity};

use super::records::{self, Record};
use super::{
    SummaryAsked, SummaryError, breaks, category_name, figure, note_suppression, pivots,
    row, triangulation,
};
use crate::table::{Reading, Table};
use crate::table_schema::TableSchema;

/// The values of indicators by year; each source of an indicator is a series of its own.
type Series<'r> = BTreeMap<(&'r str, &'r str), BTreeMap<&'r str, Quantity>>;

/// The most series of a chart.
const SERIES: usize = 6;

/// Returns the figures.
pub(super) fn figures(
    table: &Table<'_>,
    schema: &TableSchema,
    asked: &SummaryAsked<'_>,
    reading: &Reading<'_>,
) -> Result<Vec<Figure>, SummaryError> {
    let records = records::read(table, schema, asked, reading)?;
    let Some(state) = main_state(&records) else { return Ok(Vec::new()) };
    let records: Vec<Record> =
        records.into_iter().filter(|record| record.state == state).collect();
    let view = View { records: &records, state: category_name(asked, &state), asked };
    let mut figures = view.trends();
    figures.extend(view.funnel());
    figures.extend(view.sex_and_age());
    figures.extend(view.breakdown("by form of exploitation", "forms"));
    figures.extend(view.breakdown("by citizenship", "citizenships"));
    figures.extend(pivots::figures(&records, &view.state, asked));
    figures.extend(triangulation::within(&records, asked));
    Ok(figures)
}

/// The State that most rows are about.
fn main_state(records: &[Record]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for record in records {
        *counts.entry(&record.state).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(state, count)| (*count, std::cmp::Reverse(*state)));
    most.map(|(state, _)| state.to_owned())
}

struct View<'a> {
    records: &'a [Record],
    state: String,
    asked: &'a SummaryAsked<'a>,
}

impl View<'_> {
    fn figure(
        &self,
        id: &str,
        kind: FigureKind,
        more: &[(&'static str, String)],
    ) -> Figure {
        let mut values = vec![("state", self.state.clone())];
        values.extend(more.iter().cloned());
        figure(self.asked, id, kind, &values)
    }

    fn label(&self, word: &str) -> String {
        self.asked.wording.say(&format!("figure-label-{word}"), &[])
    }

    fn years(&self, keep: impl Fn(&Record) -> bool) -> Vec<&str> {
        let years: BTreeSet<&str> = self
            .records
            .iter()
            .filter(|record| keep(record) && !record.year.is_empty())
            .map(|record| record.year.as_str())
            .collect();
        years.into_iter().collect()
    }

    /// One chart for each unit: indicators over the years; each source is a line of its
    /// own, so that a change of sources is no change of numbers.
    fn trends(&self) -> Vec<Figure> {
        let mut by_unit: BTreeMap<&str, Series<'_>> = BTreeMap::new();
        for record in self.records.iter().filter(|record| record.is_total()) {
            let series = by_unit.entry(&record.unit).or_default();
            let key = (record.indicator.as_str(), record.source.as_str());
            series.entry(key).or_default().entry(&record.year).or_insert(record.value);
        }
        let mut figures = Vec::new();
        for (unit, series) in by_unit {
            let size = |values: &BTreeMap<&str, Quantity>| {
                values.values().filter_map(|value| value.number()).fold(0.0, f64::max)
            };
            let mut series: Vec<_> = series.into_iter().collect();
            series.sort_by(|a, b| {
                size(&b.1).total_cmp(&size(&a.1)).then_with(|| a.0.cmp(&b.0))
            });
            let left_out = series.len().saturating_sub(SERIES);
            series.truncate(SERIES);
            let years: BTreeSet<&str> =
                series.iter().flat_map(|(_, values)| values.keys().copied()).collect();
            let mut more = vec![("unit", unit.to_owned())];
            let id = match series.as_slice() {
                [((indicator, _), _)] => {
                    more.push(("indicator", (*indicator).to_owned()));
                    "trend-one"
                }
                _ => "trend-of",
            };
            let mut figure = self.figure(id, FigureKind::Lines, &more);
            figure.id = format!("trend-{}", slug(unit));
            figure.labels = vec![self.label("year")];
            let sources: BTreeSet<&str> =
                series.iter().map(|((_, source), _)| *source).collect();
            figure.series = series
                .iter()
                .map(|((indicator, source), _)| match sources.len() {
                    0 | 1 => (*indicator).to_owned(),
                    _ => format!("{indicator} ({source})"),
                })
                .collect();
            figure.rows = years
                .iter()
                .map(|year| {
                    let value = |(_, values): &(_, BTreeMap<&str, Quantity>)| {
                        values.get(year).copied().unwrap_or(Quantity::Unknown)
                    };
                    row(&[year], series.iter().map(value).collect())
                })
                .collect();
            if left_out > 0 {
                let values = [("count", left_out.to_string())];
                figure.notes.push(self.asked.wording.say("figure-note-series", &values));
            }
            let drawn = self.records.iter().filter(|record| {
                let key = (record.indicator.as_str(), record.source.as_str());
                record.is_total()
                    && record.unit == unit
                    && series.iter().any(|(own, _)| *own == key)
            });
            breaks::mark(&mut figure, drawn, self.asked);
            note_suppression(&mut figure, self.asked);
            figures.push(figure);
        }
        figures
    }

    /// Offences, suspects, prosecuted, convicted, in the newest year that has two of them.
    fn funnel(&self) -> Option<Figure> {
        let total =
            |record: &Record| record.is_total() && stage(&record.indicator).is_some();
        let years = self.years(total);
        for year in years.into_iter().rev() {
            let mut stages: BTreeMap<usize, (&str, &str, Quantity)> = BTreeMap::new();
            for record in self.records.iter().filter(|r| total(r) && r.year == year) {
                if let Some(stage) = stage(&record.indicator) {
                    let entry =
                        (record.indicator.as_str(), record.unit.as_str(), record.value);
                    stages.entry(stage).or_insert(entry);
                }
            }
            if stages.len() < 2 {
                continue;
            }
            let more = [("year", year.to_owned())];
            let mut figure = self.figure("funnel", FigureKind::Bars, &more);
            figure.labels = vec![self.label("stage")];
            figure.series = vec![self.label("count")];
            figure.rows = stages
                .values()
                .map(|(name, unit, value)| {
                    row(&[&format!("{name} ({unit})")], vec![*value])
                })
                .collect();
            let ratio = stages.get(&2).zip(stages.get(&3)).filter(|(a, b)| a.1 == b.1);
            if let Some((prosecuted, convicted)) = ratio
                && let Quantity::Percent(share) = super::share(convicted.2, prosecuted.2)
            {
                let values = [("share", format!("{share:.0}"))];
                figure.notes.push(self.asked.wording.say("figure-note-ratio", &values));
            }
            figure.notes.push(self.asked.wording.say("figure-note-funnel", &[]));
            note_suppression(&mut figure, self.asked);
            return Some(figure);
        }
        None
    }

    /// The indicator that most rows break down by this; its newest years.
    fn main_of(&self, keep: impl Fn(&Record) -> bool) -> Option<&str> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for record in self.records.iter().filter(|record| keep(record)) {
            *counts.entry(&record.indicator).or_default() += 1;
        }
        let most =
            counts.into_iter().max_by_key(|(name, n)| (*n, std::cmp::Reverse(*name)));
        most.map(|(name, _)| name)
    }

    fn sex_and_age(&self) -> Option<Figure> {
        let keep = |record: &Record| {
            record.dimension == records::TOTAL
                && (record.sex != records::TOTAL || record.age != records::TOTAL)
        };
        let indicator = self.main_of(keep)?;
        let own = |record: &&Record| {
            record.indicator == indicator && record.dimension == records::TOTAL
        };
        let year =
            self.years(|record| keep(record) && record.indicator == indicator).pop()?;
        let rows =
            || self.records.iter().filter(own).filter(|record| record.year == year);
        let mut sexes: Vec<&str> = Vec::new();
        let mut ages: Vec<&str> = Vec::new();
        for record in rows() {
            for (list, text) in [(&mut sexes, &record.sex), (&mut ages, &record.age)] {
                if !list.contains(&text.as_str()) {
                    list.push(text);
                }
            }
        }
        // What is not broken down stands last.
        for list in [&mut sexes, &mut ages] {
            list.sort_by_key(|text| (*text == records::TOTAL, *text));
        }
        let more = [("year", year.to_owned()), ("indicator", indicator.to_owned())];
        let mut figure = self.figure("sex-age", FigureKind::Table, &more);
        figure.labels = vec![self.label("age")];
        figure.series = sexes.iter().map(|sex| (*sex).to_owned()).collect();
        figure.rows = ages
            .iter()
            .map(|age| {
                let value = |sex: &&str| {
                    let found =
                        rows().find(|record| record.sex == *sex && record.age == *age);
                    found.map_or(Quantity::Unknown, |record| record.value)
                };
                row(&[age], sexes.iter().map(value).collect())
            })
            .collect();
        note_suppression(&mut figure, self.asked);
        Some(figure)
    }

    /// The categories of a dimension in the newest years, the largest first.
    fn breakdown(&self, dimension: &str, id: &str) -> Option<Figure> {
        let indicator = self.main_of(|record| record.is_by(dimension))?;
        let keep =
            |record: &Record| record.is_by(dimension) && record.indicator == indicator;
        let mut years = self.years(keep);
        let newest = years.split_off(years.len().saturating_sub(3));
        let mut categories: BTreeMap<&str, BTreeMap<&str, Quantity>> = BTreeMap::new();
        for record in self.records.iter().filter(|record| keep(record)) {
            let values = categories.entry(&record.category).or_default();
            values.entry(&record.year).or_insert(record.value);
        }
        let last = newest.last().copied().unwrap_or_default();
        let size = |values: &BTreeMap<&str, Quantity>| {
            values.get(last).and_then(|value| value.number()).unwrap_or(0.0)
        };
        let mut categories: Vec<_> = categories.into_iter().collect();
        categories
            .sort_by(|a, b| size(&b.1).total_cmp(&size(&a.1)).then_with(|| a.0.cmp(b.0)));
        categories.truncate(12);
        let more = [("indicator", indicator.to_owned())];
        let mut figure = self.figure(id, FigureKind::Bars, &more);
        figure.labels = vec![self.label("category")];
        figure.series = newest.iter().map(|year| (*year).to_owned()).collect();
        figure.rows = categories
            .iter()
            .map(|(category, values)| {
                let value =
                    |year: &&str| values.get(year).copied().unwrap_or(Quantity::Unknown);
                row(
                    &[&category_name(self.asked, category)],
                    newest.iter().map(value).collect(),
                )
            })
            .collect();
        note_suppression(&mut figure, self.asked);
        Some(figure)
    }
}

/// The stage of criminal justice that an indicator counts.
fn stage(indicator: &str) -> Option<usize> {
    let name = indicator.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["convict"]) {
        Some(3)
    } else if has(&["prosecut"]) {
        Some(2)
    } else if has(&["formal contact", "suspect", "investigated", "arrest"]) {
        Some(1)
    } else if has(&["offence", "offense", "crimes recorded"]) {
        Some(0)
    } else {
        None
    }
}

fn slug(text: &str) -> String {
    untoc_core::slug(text).unwrap_or_else(|| "counts".to_owned())
}
