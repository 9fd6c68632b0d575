//! Conditions as JSON Schemas over the object of answers.
//!
//! A condition is false for a question that is not asked, so each test of a question
//! that has a condition itself refers to that condition too. Every condition stands
//! once, under the name of the first question that has it.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};
use untoc_core::{Kind, Plan, Required, Test};

use super::{list, reference};

/// The conditions of a questionnaire, by the slot of the first question that has each.
pub(super) struct Conditions<'p> {
    plan: &'p Plan,
    /// For every slot with a condition, the first slot with the same one.
    first: BTreeMap<usize, usize>,
}

impl<'p> Conditions<'p> {
    /// Finds the distinct conditions.
    pub(super) fn of(plan: &'p Plan) -> Self {
        let mut distinct: Vec<(&Test, usize)> = Vec::new();
        let mut first = BTreeMap::new();
        for slot in plan.slots() {
            let Some(test) = plan.test(slot) else { continue };
            let known = distinct.iter().find(|(other, _)| *other == test);
            let at = known.map_or(slot, |(_, at)| *at);
            if known.is_none() {
                distinct.push((test, slot));
            }
            first.insert(slot, at);
        }
        Self { plan, first }
    }

    /// Returns one entry of `allOf` for each distinct condition: what is required then.
    pub(super) fn requirements(&self) -> Vec<Json> {
        let mut groups: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for slot in self.plan.slots() {
            if self.plan.question(slot).required == Required::Yes {
                groups.entry(self.first.get(&slot).copied()).or_default().push(slot);
            }
        }
        groups
            .into_iter()
            .map(|(condition, slots)| self.requirement(condition, &slots))
            .collect()
    }

    fn requirement(&self, condition: Option<usize>, slots: &[usize]) -> Json {
        let id = |slot: &usize| self.plan.question(*slot).id.as_str();
        let settled: Map<String, Json> = slots
            .iter()
            .map(|slot| (id(slot).to_owned(), reference("settled")))
            .collect();
        let needed = json!({
            "type": "object",
            "required": list(slots.iter().map(id)),
            "properties": settled,
        });
        match condition {
            None => needed,
            Some(first) => json!({ "if": self.asked(first), "then": needed }),
        }
    }

    /// Returns the definitions of the conditions that are referred to.
    pub(super) fn definitions(&self) -> Vec<(String, Json)> {
        let mut wanted: Vec<usize> = Vec::new();
        for (slot, first) in &self.first {
            if self.plan.question(*slot).required == Required::Yes {
                wanted.push(*first);
            }
        }
        let mut known = std::collections::BTreeSet::new();
        while let Some(slot) = wanted.pop() {
            if known.insert(slot) {
                let named = self.plan.depends(slot).iter();
                wanted.extend(named.filter_map(|on| self.first.get(on)));
            }
        }
        let definition = |slot: usize| {
            let test = self.plan.test(slot)?;
            Some((self.name(slot), self.schema(test)))
        };
        known.into_iter().filter_map(definition).collect()
    }

    fn name(&self, slot: usize) -> String {
        format!("asked-{}", self.plan.question(slot).id)
    }

    fn asked(&self, first: usize) -> Json {
        reference(&self.name(first))
    }

    fn schema(&self, test: &Test) -> Json {
        let all = |parts: &[Test]| -> Vec<Json> {
            parts.iter().map(|part| self.schema(part)).collect()
        };
        match test {
            Test::In(slot, values) => {
                let listed = json!({ "enum": list(values.iter().map(String::as_str)) });
                let value = match self.plan.question(*slot).kind {
                    Kind::Multiple => json!({ "type": "array", "contains": listed }),
                    Kind::Implementation
                    | Kind::YesNo
                    | Kind::Single
                    | Kind::Text
                    | Kind::Number
                    | Kind::Date
                    | Kind::Laws
                    | Kind::Cases
                    | Kind::Authorities
                    | Kind::Table => listed,
                };
                self.answered(*slot, Some(value))
            }
            Test::Answered(slot) => self.answered(*slot, None),
            Test::All(parts) if parts.is_empty() => json!({}),
            Test::All(parts) => json!({ "allOf": all(parts) }),
            Test::Any(parts) if parts.is_empty() => json!({ "not": {} }),
            Test::Any(parts) => json!({ "anyOf": all(parts) }),
            Test::Not(part) => json!({ "not": self.schema(part) }),
        }
    }

    /// A question that is asked and has a value.
    fn answered(&self, slot: usize, value: Option<Json>) -> Json {
        let mut entry = json!({ "type": "object", "required": ["value"] });
        if let (Some(value), Json::Object(fields)) = (value, &mut entry) {
            fields.insert("properties".to_owned(), json!({ "value": value }));
        }
        let id = self.plan.question(slot).id.as_str();
        let mut properties = Map::new();
        properties.insert(id.to_owned(), entry);
        let given = json!({
            "type": "object",
            "required": [id],
            "properties": properties,
        });
        match self.first.get(&slot) {
            None => given,
            Some(first) => json!({ "allOf": [self.asked(*first), given] }),
        }
    }
}
