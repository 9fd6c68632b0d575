//! The verdict, and the findings that are its reasons.

use std::collections::BTreeSet;

use untoc_core::{Code, Finding, Place, Severity};

use super::cells::{Cell, Count, differences, recover};
use super::versions::changed;
use super::{Audience, Disclosure, Question, Sight, Synthetic, Verdict};
use crate::look::column::{Look, Sign};
use crate::look::hints::hints;
use crate::look::identifiers::Identifier;
use crate::tally::{Group, Spot, column_place, grouped};

/// A kind of content counts if so many cells in a hundred show it.
const SHARE: usize = 20;

/// Judges what was seen.
pub(super) fn judge(
    sight: &Sight,
    before: Option<&Sight>,
    question: &Question,
) -> Disclosure {
    let mut judge =
        Judge { sight, question, findings: Vec::new(), verdict: Verdict::Publishable };
    judge.columns();
    let mut disclosure = Disclosure {
        verdict: Verdict::Publishable,
        findings: Vec::new(),
        describing: names(sight, &sight.describing),
        smallest: None,
        smallest_with_wildcards: None,
        audience: question.audience,
        thresholds: question.thresholds(),
        rows_below: [0; 3],
        rows: sight.rows,
    };
    let classes = &sight.classes;
    if sight.count.is_some() {
        judge.counts(before.map(|before| before.cells.as_slice()));
    } else if !classes.classes.is_empty() {
        disclosure.smallest = Some(classes.smallest());
        disclosure.smallest_with_wildcards = Some(classes.smallest_with_wildcards());
        disclosure.rows_below = [3, 5, 11].map(|k| classes.rows_below(k));
        judge.classes();
        judge.secrets();
        if let Some(before) = before {
            judge.versions(before);
        }
    } else if question.synthetic.is_none() && sight.rows > 0 {
        // Nobody has said which columns describe a person, and no name tells.
        let finding = new(Code::DisclosureIncomplete).plain("kind", "columns");
        judge.add(finding, Verdict::AuthorityOnly);
    }
    if question.restricted_only {
        judge.add(new(Code::DisclosureCases), Verdict::AuthorityOnly);
    }
    if let Some(synthetic) = &question.synthetic {
        judge.synthetic(synthetic);
    }
    if classes.left_out > 0 {
        let finding = new(Code::DisclosureIncomplete)
            .plain("kind", "rows")
            .number("count", classes.left_out);
        judge.add(finding, Verdict::Blocked);
    }
    disclosure.verdict = judge.verdict;
    disclosure.findings = judge.findings;
    disclosure
}

fn names(sight: &Sight, columns: &[usize]) -> Vec<String> {
    columns.iter().map(|at| sight.roles.label(*at).to_owned()).collect()
}

fn new(code: Code) -> Finding {
    Finding::new(code, Place::default())
}

struct Judge<'a> {
    sight: &'a Sight,
    question: &'a Question,
    findings: Vec<Finding>,
    verdict: Verdict,
}

impl Judge<'_> {
    /// Adds a finding that allows no better verdict than this.
    fn add(&mut self, finding: Finding, verdict: Verdict) {
        self.verdict = self.verdict.min(verdict);
        self.findings.push(finding);
    }

    /// A declaration is believed; what it does not say keeps the table from the public.
    fn synthetic(&mut self, synthetic: &Synthetic) {
        self.findings.push(new(Code::DisclosureSynthetic));
        let lacking = synthetic.lacking();
        if !lacking.is_empty() {
            let finding = new(Code::DisclosureSyntheticUnclear).list("lacking", lacking);
            let severity = self.severity(Verdict::AuthorityOnly);
            self.add(finding.with_severity(severity), Verdict::AuthorityOnly);
        }
    }

    fn columns(&mut self) {
        let sight = self.sight;
        for (at, look) in sight.columns.iter().enumerate() {
            let label = sight.roles.label(at);
            self.findings.extend(hints(look, at, label));
            if look.filled == 0 {
                continue;
            }
            let named = sight.roles.identifiers.iter().find(|(column, _)| *column == at);
            if let Some((_, kind)) = named {
                let finding = new(Code::DisclosureIdentifier)
                    .plain("field", label)
                    .plain("kind", kind)
                    .plain("because", "name")
                    .number("count", look.filled);
                let place = column_place(Some(at), Some(label));
                self.add(Finding { places: vec![place], ..finding }, Verdict::Blocked);
                continue;
            }
            let content = self.content(at, look);
            for finding in content {
                let blocked = finding.severity == Severity::Error;
                let verdict =
                    if blocked { Verdict::Blocked } else { Verdict::AuthorityOnly };
                self.add(finding, verdict);
            }
        }
    }

    /// What the content of a column shows.
    fn content(&self, at: usize, look: &Look) -> Vec<Finding> {
        let label = self.sight.roles.label(at);
        let mut found = Vec::new();
        let mut in_text = Group::default();
        let mut kinds: BTreeSet<&str> = BTreeSet::new();
        for identifier in Identifier::ALL {
            let whole = look
                .group(Sign::Cell(identifier))
                .filter(|_| telling(identifier, look, at, self.sight));
            let inside = look.group(Sign::Text(identifier));
            let count =
                [whole, inside].into_iter().flatten().map(|group| group.count).sum();
            if count == 0 {
                continue;
            }
            if count * 100 >= look.filled * SHARE && count >= 2 {
                let group = whole.or(inside).cloned().unwrap_or_default();
                // Two rows are enough to find the place; more would be a list of victims.
                let group = Group {
                    spots: group.spots.into_iter().take(2).collect(),
                    count,
                    ..Group::default()
                };
                let finding = new(Code::DisclosureIdentifier)
                    .plain("field", label)
                    .plain("kind", identifier.as_str())
                    .plain("because", "content")
                    .number("count", count);
                let mut finding = grouped(finding, &group, Some(at), Some(label));
                finding.count = 1;
                found.push(finding);
            } else if surely(identifier) || inside.is_some() {
                kinds.insert(identifier.as_str());
                for group in [whole, inside].into_iter().flatten() {
                    in_text.count += group.count;
                    in_text.spots.extend(group.spots.iter().copied());
                }
            }
        }
        if in_text.count > 0 {
            in_text.spots.sort_unstable();
            in_text.spots.dedup();
            in_text.spots.truncate(Finding::PLACES);
            let finding =
                new(Code::DisclosureInText).plain("field", label).list("kind", kinds);
            found.push(grouped(finding, &in_text, Some(at), Some(label)));
        }
        if free_text(look) {
            let finding = Finding::new(
                Code::DisclosureIdentifier,
                column_place(Some(at), Some(label)),
            );
            found.push(
                finding
                    .plain("field", label)
                    .plain("kind", "text")
                    .plain("because", "content")
                    .number("count", look.long),
            );
        }
        found
    }

    fn classes(&mut self) {
        let (sight, question) = (self.sight, self.question);
        let classes = &sight.classes;
        let (smallest, asked) = (classes.smallest(), question.thresholds());
        let verdict = if smallest < question.restricted.rows {
            Verdict::Blocked
        } else if smallest < question.public.rows {
            Verdict::AuthorityOnly
        } else {
            return;
        };
        let limit = match verdict {
            Verdict::Blocked => asked.rows,
            Verdict::AuthorityOnly | Verdict::Publishable => question.public.rows,
        };
        let below = classes.rows_below(limit);
        let mut finding = new(Code::DisclosureSmallClass)
            .number("value", smallest)
            .number("other", classes.smallest_with_wildcards())
            .number("limit", limit)
            .number("count", below)
            .number("rows", sight.rows)
            .list("fields", names(sight, &sight.describing));
        if let Some(column) = self.best_to_coarsen(limit, below) {
            finding = finding.plain("nearest", column);
        }
        let rows = classes.first_below(limit);
        finding.places = places(&rows, 2);
        let severity = self.severity(verdict);
        let finding = finding.with_severity(severity);
        if question.synthetic.is_some() {
            // In declared synthetic data a rare combination is no person.
            self.findings.push(finding.with_severity(Severity::Note));
        } else {
            self.add(finding, verdict);
        }
    }

    /// What the audience that was asked for may not have is an error.
    fn severity(&self, verdict: Verdict) -> Severity {
        let enough = match self.question.audience {
            Audience::Restricted => Verdict::AuthorityOnly,
            Audience::Public => Verdict::Publishable,
        };
        if verdict < enough { Severity::Error } else { Severity::Warning }
    }

    /// The column without which the fewest rows stand in small classes.
    fn best_to_coarsen(&self, limit: usize, below: usize) -> Option<String> {
        let sight = self.sight;
        let left = (0..sight.describing.len())
            .map(|column| (sight.classes.rows_below_without(limit, column), column));
        let (rows, column) = left.min()?;
        let at = sight.describing.get(column)?;
        (rows < below).then(|| sight.roles.label(*at).to_owned())
    }

    fn secrets(&mut self) {
        let sight = self.sight;
        for (index, column) in sight.secret.iter().enumerate() {
            let limit = self.question.thresholds().secrets;
            let (rows, count, firsts) = sight.classes.same_secret(index, limit);
            if rows == 0 {
                continue;
            }
            let label = sight.roles.label(*column);
            let mut finding = new(Code::DisclosureSameSecret)
                .plain("field", label)
                .number("count", count)
                .number("rows", rows)
                .number("limit", limit)
                .list("fields", names(sight, &sight.describing));
            finding.places = places(&firsts, 2);
            let severity = self.severity(Verdict::AuthorityOnly);
            let finding = finding.with_severity(severity);
            if self.question.synthetic.is_some() {
                self.findings.push(finding.with_severity(Severity::Note));
            } else {
                self.add(finding, Verdict::AuthorityOnly);
            }
        }
    }

    /// Who has both versions sees the few rows by which a group has changed.
    fn versions(&mut self, before: &Sight) {
        let limit = self.question.thresholds().rows;
        let changed = changed(before, self.sight, limit);
        if changed.count == 0 {
            return;
        }
        let mut finding = new(Code::DisclosureDifference)
            .plain("kind", "rows")
            .number("limit", limit)
            .number("count", changed.count)
            .list("fields", changed.fields);
        finding.places = places(&changed.rows, 2);
        if self.question.synthetic.is_some() {
            self.findings.push(finding.with_severity(Severity::Note));
        } else {
            self.add(finding, Verdict::Blocked);
        }
    }

    fn counts(&mut self, before: Option<&[Cell]>) {
        let sight = self.sight;
        let Some(count) = sight.count else { return };
        let label = sight.roles.label(count).to_owned();
        let question = self.question;
        let small = |limit: usize| -> Vec<usize> {
            let is_small = |cell: &&Cell| match cell.count {
                Count::Known(value) => value > 0.0 && value < limit as f64,
                Count::Suppressed | Count::Missing => false,
            };
            sight.cells.iter().filter(is_small).map(|cell| cell.row).collect()
        };
        let limits = [
            (question.restricted.count, Verdict::Blocked),
            (question.public.count, Verdict::AuthorityOnly),
        ];
        let found =
            limits.into_iter().map(|(limit, verdict)| (small(limit), limit, verdict));
        if let Some((rows, limit, verdict)) =
            found.into_iter().find(|(rows, ..)| !rows.is_empty())
        {
            let finding = new(Code::DisclosureSmallCell)
                .plain("field", &label)
                .number("limit", limit)
                .plain("kind", verdict.as_str());
            let severity = self.severity(verdict);
            self.add(
                of_rows(finding, &rows, count, &label).with_severity(severity),
                verdict,
            );
        }
        let breakdown = sight
            .keys
            .iter()
            .position(|at| sight.roles.label(*at).eq_ignore_ascii_case("dimension"));
        let recovered = recover(&sight.cells, breakdown);
        if !recovered.rows.is_empty() {
            let finding = new(Code::DisclosureRecoverable).plain("field", &label);
            self.add(of_rows(finding, &recovered.rows, count, &label), Verdict::Blocked);
        }
        if !recovered.margins.is_empty() {
            let finding = new(Code::DisclosureMargin).plain("field", &label);
            self.findings.push(of_rows(finding, &recovered.margins, count, &label));
        }
        if let Some(before) = before {
            let limit = question.thresholds().count;
            let rows = differences(before, &sight.cells, limit as f64);
            if !rows.is_empty() {
                let finding = new(Code::DisclosureDifference)
                    .plain("kind", "cells")
                    .plain("field", &label)
                    .number("limit", limit);
                self.add(of_rows(finding, &rows, count, &label), Verdict::Blocked);
            }
        }
    }
}

fn spots(rows: &[usize], most: usize) -> Vec<Spot> {
    rows.iter().take(most).map(|row| Spot { row: *row, line: None }).collect()
}

fn places(rows: &[usize], most: usize) -> Vec<Place> {
    spots(rows, most)
        .into_iter()
        .map(|spot| crate::tally::place(spot, None, None))
        .collect()
}

fn of_rows(finding: Finding, rows: &[usize], column: usize, label: &str) -> Finding {
    let group = Group {
        count: rows.len(),
        spots: spots(rows, Finding::PLACES),
        values: Vec::new(),
    };
    grouped(finding, &group, Some(column), Some(label))
}

/// Says whether one such cell alone is enough for a warning.
fn surely(identifier: Identifier) -> bool {
    matches!(
        identifier,
        Identifier::Email
            | Identifier::Iban
            | Identifier::Profile
            | Identifier::Phone
            | Identifier::SocialSecurity
    )
}

/// Says whether a kind of content means anything in this column.
fn telling(identifier: Identifier, look: &Look, at: usize, sight: &Sight) -> bool {
    let share = look.distinct() * 100 / look.filled.max(1);
    match identifier {
        // Dates of birth reach over decades, dates of events do not.
        Identifier::FullDate => {
            look.years.is_some_and(|(first, last)| last.saturating_sub(first) >= 30)
        }
        // Numbers of one length, nearly all different, that nobody counts with.
        Identifier::LongNumber => {
            let lengths = look.lengths.iter().filter(|(length, _)| **length >= 8);
            let all: usize = lengths.clone().map(|(_, (a, b))| a + b).sum();
            let most = lengths.map(|(_, (a, b))| a + b).max().unwrap_or(0);
            all * 10 >= look.filled * 2
                && most * 10 >= all * 9
                && share >= 15
                && sight.count != Some(at)
        }
        // Two names that come again and again are those of places or organizations.
        Identifier::PersonName => share >= 5 || look.distinct() > 12,
        // Ids of cases may be written like these; then there are no others among them.
        Identifier::Passport | Identifier::Plate => share >= 10,
        Identifier::Email
        | Identifier::Phone
        | Identifier::Iban
        | Identifier::Card
        | Identifier::NationalId
        | Identifier::SocialSecurity
        | Identifier::Profile
        | Identifier::IpAddress
        | Identifier::MacAddress
        | Identifier::Coordinates
        | Identifier::StreetAddress
        | Identifier::Wallet => true,
    }
}

/// Long texts that nearly all differ tell stories.
fn free_text(look: &Look) -> bool {
    look.long * 100 >= look.filled * SHARE
        && look.long >= 5
        && look.long_distinct.len() * 2 >= look.long.min(20_000)
}
