//! What the check of tables found, for people and for programs.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use untoc_core::{Finding, Instrument, Level, settle};
use untoc_evidence::{Disclosure, TableSchema};
use untoc_report::{
    Detail, Human, Ink, Layout, Privacy, Reported, Summary, findings_human, masked_human,
    wrap,
};

use super::check::Checked;
use crate::world::World;

/// How results are shown.
pub(super) struct Shown<'a> {
    pub(super) world: &'a World,
    pub(super) privacy: Privacy,
    pub(super) schema: Option<&'a TableSchema>,
}

impl Shown<'_> {
    fn report(
        &self,
        findings: Vec<Finding>,
        subjects: usize,
    ) -> (Vec<Reported>, Summary) {
        let findings = settle(findings);
        let reported = Reported::all(&findings, None, &self.world.words(), self.privacy);
        let mut summary = Summary { subjects, ..Summary::default() };
        summary.count(&reported);
        (reported, summary)
    }

    /// Returns the page for people.
    pub(super) fn human(&self, checked: &[Checked], findings: Vec<Finding>) -> String {
        let words = self.world.words();
        let mut page = String::new();
        for one in checked {
            let file = self.world.style.paint(Ink::Strong, &one.name);
            page.push_str(&format!("{file}\n"));
            self.line(&mut page, &self.table(one));
            self.inferred(&mut page, one);
            if let Some(profile) = one.suggested {
                let name = profile.name.as_str();
                self.line(
                    &mut page,
                    &words.say("evidence-suggested", &[("profile", name.into())]),
                );
            }
            if let Some(disclosure) = &one.disclosure {
                self.disclosure(&mut page, disclosure);
            }
            if let Some(line) = self.supports() {
                self.line(&mut page, &line);
            }
            page.push('\n');
        }
        let human = Human {
            style: self.world.style,
            privacy: self.privacy,
            detail: Detail::Gathered,
            level: Level::Draft,
            width: self.world.width(),
            sources: None,
        };
        let (reported, found) = self.report(findings, checked.len());
        page.push_str(&findings_human(&reported, &words, &human));
        let hidden = reported.iter().any(Reported::hides);
        if hidden && self.privacy == Privacy::Masked {
            page.push_str(&masked_human(&words, &human));
            page.push('\n');
        }
        page.push_str(&self.last_line(found));
        page.push('\n');
        page
    }

    /// How many findings of each weight there are.
    fn last_line(&self, found: Summary) -> String {
        let (words, style) = (self.world.words(), self.world.style);
        let parts = [
            ("report-errors", found.errors, Ink::Error),
            ("report-warnings", found.warnings, Ink::Warning),
            ("report-notes", found.notes, Ink::Note),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(_, count, _)| *count > 0)
            .map(|(key, count, ink)| {
                style.paint(ink, &words.say(key, &[("count", count.into())]))
            })
            .collect();
        match parts.is_empty() {
            true => style.paint(Ink::Good, &words.say("report-clean", &[])),
            false => parts.join(", "),
        }
    }

    fn line(&self, page: &mut String, text: &str) {
        let layout = Layout { width: self.world.width(), first: "  ", rest: "    " };
        page.push_str(&wrap(text, layout));
        page.push('\n');
    }

    pub(super) fn table(&self, one: &Checked) -> String {
        let rows: Vec<String> =
            one.layout.header_rows.iter().map(ToString::to_string).collect();
        let header = if rows.is_empty() { "empty".to_owned() } else { rows.join(", ") };
        let words = self.world.words();
        words.say(
            "evidence-table",
            &[
                ("rows", one.report.rows.into()),
                ("columns", one.report.columns.into()),
                ("encoding", one.layout.encoding.name().into()),
                ("delimiter", delimiter(one.layout.delimiter).into()),
                ("header", header.into()),
            ],
        )
    }

    fn inferred(&self, page: &mut String, one: &Checked) {
        let Some(inferred) = &one.inferred else { return };
        let words = self.world.words();
        for column in &inferred.columns {
            let line = words.say(
                "evidence-inferred",
                &[
                    ("field", column.name.as_str().into()),
                    ("kind", column.kind.into()),
                    ("confidence", column.confidence.as_str().into()),
                ],
            );
            self.line(page, &line);
        }
    }

    fn disclosure(&self, page: &mut String, found: &Disclosure) {
        let words = self.world.words();
        let verdict = found.verdict.as_str();
        let line = words.say("evidence-verdict", &[("verdict", verdict.into())]);
        self.line(page, &line);
        if let Some(smallest) = found.smallest {
            let [three, five, eleven] = found.rows_below;
            let line = words.say(
                "evidence-classes",
                &[
                    ("fields", words.all_of(&found.describing).into()),
                    ("smallest", smallest.into()),
                    ("below-three", three.into()),
                    ("below-five", five.into()),
                    ("below-eleven", eleven.into()),
                    ("rows", found.rows.into()),
                ],
            );
            self.line(page, &line);
        }
        let limits = found.thresholds;
        let line = words.say(
            "evidence-limits",
            &[
                ("audience", found.audience.as_str().into()),
                ("rows", limits.rows.into()),
                ("values", limits.secrets.into()),
                ("count", limits.count.into()),
            ],
        );
        self.line(page, &line);
        self.line(page, &words.say("evidence-no-proof", &[]));
    }

    /// The articles that a table of this profile can support, by instrument.
    fn articles(&self) -> Vec<(Instrument, Vec<String>, usize)> {
        let mut by_instrument: BTreeMap<Instrument, Vec<String>> = BTreeMap::new();
        for support in
            self.schema.map(|schema| schema.supports.as_slice()).unwrap_or_default()
        {
            if let Some(instrument) = Instrument::from_code(&support.instrument) {
                by_instrument
                    .entry(instrument)
                    .or_default()
                    .push(support.article.clone());
            }
        }
        by_instrument
            .into_iter()
            .map(|(instrument, articles)| {
                let count = self.questions(instrument, &articles);
                (instrument, articles, count)
            })
            .collect()
    }

    fn questions(&self, instrument: Instrument, articles: &[String]) -> usize {
        let plans =
            self.world.library.plans().filter(|plan| plan.instrument() == instrument);
        let about = |plan: &untoc_core::Plan, slot: usize| {
            plan.section(slot)
                .article
                .as_ref()
                .is_some_and(|article| articles.contains(article))
        };
        plans.map(|plan| plan.slots().filter(|slot| about(&plan, *slot)).count()).sum()
    }

    fn supports(&self) -> Option<String> {
        let words = self.world.words();
        let parts: Vec<String> = self
            .articles()
            .iter()
            .map(|(instrument, articles, count)| {
                let name = words
                    .say("place-instrument", &[("instrument", instrument.code().into())]);
                words.say(
                    "evidence-articles",
                    &[
                        ("instrument", name.into()),
                        ("articles", words.all_of(articles).into()),
                        ("count", (*count).into()),
                    ],
                )
            })
            .collect();
        let list = parts.join("; ");
        (!parts.is_empty())
            .then(|| words.say("evidence-serves", &[("list", list.into())]))
    }

    /// Returns the document for programs.
    pub(super) fn json(&self, checked: &[Checked], findings: Vec<Finding>) -> String {
        let (findings, summary) = self.report(findings, checked.len());
        let supports: Vec<Value> = self
            .articles()
            .into_iter()
            .map(|(instrument, articles, questions)| {
                json!({"instrument": instrument.code(), "articles": articles, "questions": questions})
            })
            .collect();
        let tables: Vec<Value> = checked.iter().map(table_json).collect();
        let document = json!({
            "format": "untoc-evidence-check/1",
            "tool": {"name": "untoc", "version": env!("CARGO_PKG_VERSION")},
            "profile": self.schema.map(|schema| schema.name.as_str()).filter(|n| !n.is_empty()),
            "supports": supports,
            "tables": tables,
            "summary": summary,
            "findings": findings,
        });
        untoc_core::json(&without_nulls(document))
    }
}

/// What is not known is left out.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.into_iter().filter(|(_, value)| !value.is_null());
            kept.map(|(key, value)| (key, without_nulls(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

fn table_json(one: &Checked) -> Value {
    let privacy = one.disclosure.as_ref().map(|found| {
        let [three, five, eleven] = found.rows_below;
        json!({
            "verdict": found.verdict.as_str(),
            "audience": found.audience.as_str(),
            "limits": {
                "rows": found.thresholds.rows,
                "values": found.thresholds.secrets,
                "count": found.thresholds.count,
            },
            "describing": found.describing,
            "smallest_class": found.smallest,
            "smallest_class_with_wildcards": found.smallest_with_wildcards,
            "rows_below": {"3": three, "5": five, "11": eleven},
            "proof": false,
        })
    });
    let inferred = one.inferred.as_ref().map(|inferred| {
        let columns = inferred.columns.iter().map(|column| {
            let confidence = column.confidence.as_str();
            json!({"name": column.name, "type": column.kind, "confidence": confidence})
        });
        columns.collect::<Vec<_>>()
    });
    json!({
        "file": one.name,
        "rows": one.report.rows,
        "columns": one.report.columns,
        "encoding": one.layout.encoding.name(),
        "encoding_confidence": one.layout.encoding.confidence().as_str(),
        "delimiter": char::from(one.layout.delimiter).to_string(),
        "delimiter_confidence": one.layout.delimiter_confidence.as_str(),
        "header_rows": one.layout.header_rows,
        "suggested_profile": one.suggested.map(|profile| profile.name.as_str()),
        "inferred": inferred,
        "privacy": privacy,
    })
}

fn delimiter(byte: u8) -> &'static str {
    match byte {
        b',' => "comma",
        b';' => "semicolon",
        b'\t' => "tab",
        b'|' => "bar",
        _ => "other",
    }
}
