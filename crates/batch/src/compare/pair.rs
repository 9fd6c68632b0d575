//! Finds the findings of one subject again in a later report.

use std::collections::{BTreeMap, VecDeque};

use untoc_report::{BeforeAfter, Reported};

/// The findings of one subject, found again or not.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub new: Vec<Reported>,
    pub gone: Vec<Reported>,
    pub changed: Vec<BeforeAfter>,
    pub same: usize,
}

/// Where a finding is, without what moves when other lines are edited.
type Spot = [String; 6];

/// Puts together what is the same finding, first by fingerprint, then by code and place.
pub(super) fn pair(old: Vec<Reported>, new: Vec<Reported>) -> Pairs {
    let mut pairs = Pairs::default();
    let (old, new) = {
        let key = |finding: &Reported| finding.fingerprint.clone();
        meet(old, new, key, |before, after| {
            let as_before =
                before.severity == after.severity && before.count == after.count;
            if as_before {
                pairs.same += 1;
            } else {
                pairs.changed.push(BeforeAfter { before, after });
            }
        })
    };
    let (old, new) = meet(old, new, spot, |before, after| {
        pairs.changed.push(BeforeAfter { before, after });
    });
    pairs.gone = old;
    pairs.new = new;
    pairs.changed.sort_by(|a, b| order(&a.after).cmp(&order(&b.after)));
    pairs
}

/// Hands over findings with the same key, in order, and returns the others.
fn meet<K: Ord>(
    old: Vec<Reported>,
    new: Vec<Reported>,
    key: impl Fn(&Reported) -> K,
    mut met: impl FnMut(Reported, Reported),
) -> (Vec<Reported>, Vec<Reported>) {
    let mut places: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
    for (at, finding) in old.iter().enumerate() {
        places.entry(key(finding)).or_default().push_back(at);
    }
    let mut old: Vec<Option<Reported>> = old.into_iter().map(Some).collect();
    let mut left = Vec::new();
    for after in new {
        let at = places.get_mut(&key(&after)).and_then(VecDeque::pop_front);
        match at.and_then(|at| old.get_mut(at)).and_then(Option::take) {
            Some(before) => met(before, after),
            None => left.push(after),
        }
    }
    (old.into_iter().flatten().collect(), left)
}

fn spot(finding: &Reported) -> Spot {
    let place = finding.place().cloned().unwrap_or_default();
    let field = place.table.and_then(|table| table.field);
    let text = |part: Option<String>| part.unwrap_or_default();
    [
        finding.code.clone(),
        text(place.file),
        text(place.questionnaire),
        text(place.section),
        text(place.question),
        text(field),
    ]
}

/// The order of reports: file, place, code.
fn order(finding: &Reported) -> (&str, usize, &str) {
    let byte = finding.place().and_then(|place| place.byte);
    (finding.file(), byte.unwrap_or_default(), &finding.code)
}

#[cfg(test)]
mod tests {
    use untoc_core::{Code, Finding, Place, Severity};
    use untoc_report::{Privacy, Words};

    use super::*;

    fn findings(values: &[(&str, &str)]) -> Vec<Reported> {
        let of = |(question, value): &(&str, &str)| {
            let place = Place {
                file: Some("a.json".to_owned()),
                question: Some((*question).to_owned()),
                ..Place::default()
            };
            Finding::new(Code::AnswerNotAnOption, place).plain("value", *value)
        };
        let findings: Vec<Finding> = values.iter().map(of).collect();
        Reported::all(&findings, Some("a.json"), &Words::load("en"), Privacy::Masked)
    }

    /// What is the same, new, gone and changed is told apart; lines do not matter.
    #[test]
    fn tells_changes_apart() {
        let old = findings(&[("q1", "a"), ("q2", "b"), ("q3", "c")]);
        let mut new = findings(&[("q1", "a"), ("q3", "d"), ("q4", "e")]);
        for place in new.iter_mut().flat_map(|finding| &mut finding.places) {
            place.line = Some(40);
        }
        let pairs = pair(old, new);
        let question = |f: &Reported| f.place().unwrap().question.clone().unwrap();
        assert_eq!(pairs.same, 1);
        assert_eq!(pairs.new.iter().map(question).collect::<Vec<_>>(), ["q4"]);
        assert_eq!(pairs.gone.iter().map(question).collect::<Vec<_>>(), ["q2"]);
        assert_eq!(pairs.changed.len(), 1);
        assert_eq!(question(&pairs.changed[0].before), "q3");
    }

    /// Another weight or number of times is a change of the same finding.
    #[test]
    fn weight_and_number_count() {
        let old = findings(&[("q1", "a"), ("q2", "b")]);
        let mut new = old.clone();
        new[0].severity = Severity::Note;
        new[1].count = 9;
        let pairs = pair(old, new);
        assert_eq!((pairs.changed.len(), pairs.same), (2, 0));
        assert!(pairs.new.is_empty() && pairs.gone.is_empty());
    }

    /// A report compared with itself has changed in nothing.
    #[test]
    fn nothing_changes_by_itself() {
        let old = findings(&[("q1", "a"), ("q1", "a"), ("q1", "b")]);
        let pairs = pair(old.clone(), old);
        assert_eq!((pairs.changed.len(), pairs.same), (0, 3));
        assert!(pairs.new.is_empty() && pairs.gone.is_empty());
    }
}
