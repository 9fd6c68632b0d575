//! What is gathered while a response is walked through: faults, and where we are.

use untoc_core::{Code, Finding, Place, Plan, is_blank, nearest};

use crate::json::{Kind, Member, Node};
use crate::pointer::Path;

/// A hostile text may hold more faults than anybody reads.
const FINDINGS_MAX: usize = 5_000;

/// Adds a value that is no answer of a person: a version, a time, a tag. It is shown
/// where it has only the signs that such values have.
pub(crate) fn coded(finding: Finding, name: &'static str, text: &str) -> Finding {
    let sign = |b: u8| b.is_ascii_alphanumeric() || b"_-.:/+()".contains(&b);
    if (1..=40).contains(&text.len()) && text.bytes().all(sign) {
        finding.plain(name, text)
    } else {
        finding.private(name, text)
    }
}

/// The faults of form found so far.
pub(crate) struct Form {
    /// The findings; their places have pointers and bytes, no lines yet.
    pub findings: Vec<Finding>,
    /// Whether all that stands in the text is in the model.
    pub lossless: bool,
    /// What every place here has in common: questionnaire, question, section.
    pub around: Place,
}

impl Form {
    /// Starts with what the syntax gave.
    pub(crate) fn new(findings: Vec<Finding>) -> Self {
        Self { lossless: findings.is_empty(), findings, around: Place::default() }
    }

    /// Makes a finding about the value at a path.
    pub(crate) fn finding(&self, code: Code, byte: usize, path: &Path<'_>) -> Finding {
        let place = Place {
            pointer: Some(path.pointer()),
            byte: Some(byte),
            ..self.around.clone()
        };
        Finding::new(code, place)
    }

    /// Adds a finding; past the most that anybody reads, only counts it.
    pub(crate) fn push(&mut self, finding: Finding) {
        if !self.only_counts(finding.code) {
            self.findings.push(finding);
        }
    }

    /// Says whether there are as many findings as anybody reads; then counts one more.
    pub(crate) fn only_counts(&mut self, code: Code) -> bool {
        if self.findings.len() < FINDINGS_MAX {
            return false;
        }
        if let Some(same) = self.findings.iter_mut().rev().find(|f| f.code == code) {
            same.count += 1;
        }
        true
    }

    /// Notes that something of the text is not in the model.
    pub(crate) fn lose(&mut self) {
        self.lossless = false;
    }

    /// Reports a value of another type than the field holds.
    pub(crate) fn wrong_type(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        field: &str,
        expected: &'static str,
    ) {
        let mut finding = self
            .finding(Code::FieldWrongType, node.start, path)
            .plain("value", node.shape().as_str())
            .plain("expected", expected);
        if !field.is_empty() {
            finding = finding.plain("field", field);
        }
        self.push(finding);
        self.lose();
    }

    /// Reports a field that an object lacks.
    pub(crate) fn missing(&mut self, node: &Node<'_>, path: &Path<'_>, field: &str) {
        let finding =
            self.finding(Code::FieldMissing, node.start, path).plain("field", field);
        self.push(finding);
    }

    /// Reports a field that an object cannot have.
    pub(crate) fn unknown(
        &mut self,
        member: &Member<'_>,
        path: &Path<'_>,
        known: &[&'static str],
    ) {
        self.lose();
        if self.only_counts(Code::FieldUnknown) {
            return;
        }
        let path = path.key(&member.key);
        let mut finding = self
            .finding(Code::FieldUnknown, member.start, &path)
            .typed("field", &member.key)
            .one_of("expected", known);
        if let Some(near) = nearest(&member.key, known.iter().copied()) {
            finding = finding.plain("nearest", near);
        }
        self.push(finding);
    }

    /// Reads a text; one without any visible character is reported.
    pub(crate) fn text(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        field: &str,
    ) -> Option<String> {
        let text = self.any_text(node, path, field)?;
        if is_blank(&text) {
            let finding =
                self.finding(Code::FieldEmpty, node.start, path).plain("field", field);
            self.push(finding);
        }
        Some(text)
    }

    /// Reads a text, whatever is in it.
    pub(crate) fn any_text(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        field: &str,
    ) -> Option<String> {
        match &node.kind {
            Kind::Text(text) => Some(text.clone().into_owned()),
            Kind::Null
            | Kind::Bool(_)
            | Kind::Number(_)
            | Kind::Array(_)
            | Kind::Object(_) => {
                self.wrong_type(node, path, field, "text");
                None
            }
        }
    }

    /// Reads a text that must be written in a certain way; it is kept as it is.
    pub(crate) fn written(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        field: &str,
        code: Code,
        good: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let text = self.any_text(node, path, field)?;
        if !good(&text) {
            let finding = self.finding(code, node.start, path).plain("field", field);
            self.push(coded(finding, "value", &text));
        }
        Some(text)
    }

    /// Reads one word of a list.
    pub(crate) fn word<T: Copy>(
        &mut self,
        node: &Node<'_>,
        path: &Path<'_>,
        field: &str,
        words: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.any_text(node, path, field)?;
        let found = words.iter().copied().find(|word| name(*word) == text);
        if found.is_none() {
            let names = || words.iter().map(|word| name(*word));
            let mut finding = self
                .finding(Code::FieldNotAllowed, node.start, path)
                .plain("field", field)
                .typed("value", &text)
                .one_of("expected", names());
            if let Some(near) = nearest(&text, names()) {
                finding = finding.plain("nearest", near);
            }
            self.push(finding);
            self.lose();
        }
        found
    }

    /// Names the question in the findings from this one on.
    pub(crate) fn name_question(&mut self, from: usize, plan: Option<&Plan>, id: &str) {
        if from >= self.findings.len() {
            return;
        }
        let before = self.around.clone();
        self.at_question(plan, id);
        let named = std::mem::replace(&mut self.around, before);
        let found = self.findings.iter_mut().skip(from);
        for place in found.flat_map(|finding| &mut finding.places) {
            place.question.clone_from(&named.question);
            place.provision.clone_from(&named.provision);
            place.section.clone_from(&named.section);
        }
    }

    /// Moves to another question, known or not.
    pub(crate) fn at_question(&mut self, plan: Option<&Plan>, id: &str) -> Option<usize> {
        let slot = plan.and_then(|plan| plan.slot(id));
        self.around.question = Some(id.to_owned());
        self.around.provision = None;
        self.around.section = None;
        if let (Some(plan), Some(slot)) = (plan, slot) {
            self.around.provision =
                plan.provisions(slot).first().map(ToString::to_string);
            self.around.section = Some(plan.section(slot).id.to_string());
        }
        slot
    }
}
