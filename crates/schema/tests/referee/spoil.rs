//! Ways to spoil a response: one place, one fault (or none, now and then).

use serde_json::{Value as Json, json};
use untoc_core::Plan;
use untoc_core::sample::Random;

/// Spoils a response in one place and says how.
pub(super) fn spoil(json: &mut Json, plan: &Plan, random: &mut Random) -> String {
    match random.below(10) {
        0 => spoil_head(json, random),
        1..=3 => spoil_entry(json, plan, random),
        4 => remove_answer(json, random),
        _ => spoil_value(json, plan, random),
    }
}

fn pick<T: Clone>(random: &mut Random, items: &[T]) -> T {
    let Some(item) = random.pick(items) else { panic!("nothing to pick from") };
    item.clone()
}

fn set(json: &mut Json, key: &str, value: Json) -> String {
    let told = format!("{key} = {value}");
    if let Some(fields) = json.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
    told
}

fn spoil_head(json: &mut Json, random: &mut Random) -> String {
    let fields = [
        "format",
        "questionnaire",
        "questionnaire_version",
        "state",
        "language",
        "answers",
        "$schema",
        "extensions",
        "surplus",
    ];
    let field = pick(random, &fields);
    if random.chance(20)
        && let Some(object) = json.as_object_mut()
    {
        object.shift_remove(field);
        return format!("without {field}");
    }
    let value = if random.chance(30) {
        any(random)
    } else {
        match field {
            "format" => pick(
                random,
                &[
                    json!("untoc-response/2"),
                    json!("untoc-laws/1"),
                    json!("x"),
                    json!("untoc-respons/1"),
                ],
            ),
            "questionnaire" => pick(random, &[json!("untoc-cluster-9"), json!("")]),
            "questionnaire_version" => {
                pick(random, &[json!("1.0.1"), json!("2.0.0"), json!("")])
            }
            "state" => pick(
                random,
                &[
                    json!("xxa"),
                    json!("KEN"),
                    json!("Kenya"),
                    json!("KE"),
                    json!("ZZZ"),
                    json!("XXA\n"),
                ],
            ),
            "language" => pick(
                random,
                &[json!("fr-CA"), json!("en_GB"), json!(""), json!("English, French")],
            ),
            "$schema" => json!("schemas/x.json"),
            "extensions" => any(random),
            _ => any(random),
        }
    };
    set(json, field, value)
}

/// Any JSON at all.
fn any(random: &mut Random) -> Json {
    pick(
        random,
        &[
            json!(null),
            json!(true),
            json!(5),
            json!(-1),
            json!(2.5),
            json!(2024.0),
            json!(1e16),
            json!(9007199254740993_i64),
            json!(""),
            json!(" \u{feff}"),
            json!("yes"),
            json!("no"),
            json!("text"),
            json!("2024-02-29"),
            json!("2023-02-29"),
            json!([]),
            json!(["yes"]),
            json!(["a", "a"]),
            json!([1, "a"]),
            json!([null]),
            json!([[]]),
            json!({}),
            json!({"a": 1}),
            json!([{}]),
            json!([{"summary": "x"}]),
            json!([{"a": null}]),
            json!([{}, 1]),
        ],
    )
}

fn answers(json: &mut Json) -> Option<&mut serde_json::Map<String, Json>> {
    json.get_mut("answers")?.as_object_mut()
}

/// Returns the entry of a question that has one, or makes one for any question.
fn entry<'j>(
    json: &'j mut Json,
    plan: &Plan,
    random: &mut Random,
) -> Option<(String, &'j mut Json)> {
    let answers = answers(json)?;
    let ids: Vec<String> = answers.keys().cloned().collect();
    let id = match ids.is_empty() || random.chance(10) {
        true => plan.question(random.below(plan.len())).id.to_string(),
        false => pick(random, &ids),
    };
    let entry = answers.entry(id.clone()).or_insert_with(|| json!({"note": "x"}));
    Some((id, entry))
}

fn remove_answer(json: &mut Json, random: &mut Random) -> String {
    let Some(answers) = answers(json) else { return "nothing".into() };
    let ids: Vec<String> = answers.keys().cloned().collect();
    if ids.is_empty() {
        return "nothing".into();
    }
    let id = pick(random, &ids);
    let entry = match random.below(5) {
        0 => Some(json!({"no_answer": "not_assessed"})),
        1 => Some(json!({"no_answer": "postponed", "reason": "a bill"})),
        2 => Some(json!({"note": "later"})),
        _ => None,
    };
    let told = format!("{id} = {entry:?}");
    match entry {
        Some(entry) => {
            answers.insert(id, entry);
        }
        None => {
            answers.shift_remove(&id);
        }
    }
    told
}

fn spoil_entry(json: &mut Json, plan: &Plan, random: &mut Random) -> String {
    if random.chance(8)
        && let Some(answers) = answers(json)
    {
        let id = pick(random, &["untoc-99-q1", "x", "", "a/b~c"]);
        answers.insert(id.to_owned(), json!({"value": "yes"}));
        return format!("{id} added");
    }
    let Some((id, entry)) = entry(json, plan, random) else { return "nothing".into() };
    if random.chance(8) {
        *entry = any(random);
        return format!("{id} = {entry}");
    }
    let changes: &[(&str, &[Json])] = &[
        ("surplus", &[json!("x")]),
        ("vlaue", &[json!("yes")]),
        (
            "no_answer",
            &[
                json!("postponed"),
                json!("not_assessed"),
                json!("not-applicable"),
                json!("never"),
            ],
        ),
        ("reason", &[json!("a bill"), json!("\u{85}")]),
        ("note", &[json!(""), json!("\u{200b}"), json!("n")]),
        ("remarks", &[json!("\u{3000}"), json!("r")]),
        ("audience", &[json!("public"), json!("nobody")]),
        ("status", &[json!("confirmed"), json!("final")]),
        (
            "by",
            &[
                json!("police"),
                json!("The police"),
                json!("con"),
                json!("a".repeat(65)),
                json!("a--b"),
                json!("police\n"),
            ],
        ),
        (
            "at",
            &[
                json!("2026-02-29T00:00:00Z"),
                json!("2026-02-28T00:00:00Z"),
                json!("2026-02-28"),
                json!("2026-02-28T00:00:00Z\n"),
            ],
        ),
        ("language", &[json!("ar"), json!("Arabic or so")]),
        (
            "elsewhere",
            &[
                json!({}),
                json!({"date": "2024-13"}),
                json!({"date": "2024", "changes": ""}),
                json!({"url": "x"}),
                json!({"reference": "UNCAC review", "changes": "none"}),
            ],
        ),
        (
            "evidence",
            &[
                json!([]),
                json!([{}]),
                json!([{"item": "a", "stance": "supports"}]),
                json!([{"item": "A", "stance": "supports"}]),
                json!([{"item": "a", "stance": "proves"}]),
                json!([{"item": "a"}]),
                json!([{"item": "a", "stance": "context", "note": " "}]),
                json!([{"item": "a", "stance": "context", "page": 1}]),
                json!(["a"]),
            ],
        ),
        ("extensions", &[json!({"other": [null, 1.5]}), json!(null), json!("x")]),
    ];
    let (field, values) = pick(random, changes);
    let value = if random.chance(20) { any(random) } else { pick(random, values) };
    if matches!(field, "no_answer" | "reason")
        && random.chance(50)
        && let Some(fields) = entry.as_object_mut()
    {
        fields.shift_remove("value");
    }
    format!("{id}: {}", set(entry, field, value))
}

fn spoil_value(json: &mut Json, plan: &Plan, random: &mut Random) -> String {
    let Some((id, entry)) = entry(json, plan, random) else { return "nothing".into() };
    if random.chance(20) || entry.get("value").is_none() {
        return format!("{id}: {}", set(entry, "value", any(random)));
    }
    let Some(value) = entry.get_mut("value") else { return "nothing".into() };
    let exclusive = plan
        .slot(&id)
        .and_then(|slot| plan.options(slot).iter().find(|choice| choice.exclusive))
        .map(|choice| choice.value.clone());
    let told = match value {
        Json::String(_) => {
            *value = pick(
                random,
                &[
                    json!("maybe"),
                    json!("no"),
                    json!("in_part"),
                    json!(""),
                    json!("2023-02-29"),
                    json!("\n"),
                ],
            );
            "text"
        }
        Json::Number(_) => {
            *value = pick(
                random,
                &[
                    json!(-1),
                    json!(-0.5),
                    json!(1e15),
                    json!(1.1e15),
                    json!(0),
                    json!(100.5),
                    json!("5"),
                ],
            );
            "number"
        }
        Json::Array(items) if items.iter().all(Json::is_string) => {
            let first = items.first().cloned();
            match (random.below(5), exclusive) {
                (0, _) => items.extend(first),
                (1, _) => items.push(json!("unheard_of")),
                (2, _) => items.clear(),
                (3, _) => items.push(any(random)),
                (_, Some(exclusive)) => items.push(json!(exclusive)),
                (_, None) => items.truncate(1),
            }
            "ticks"
        }
        Json::Array(rows) => spoil_rows(rows, random),
        Json::Null | Json::Bool(_) | Json::Object(_) => "nothing",
    };
    format!("{id}: {told}: {value}")
}

fn spoil_rows(rows: &mut Vec<Json>, random: &mut Random) -> &'static str {
    match random.below(8) {
        0 => rows.clear(),
        1 => rows.push(json!({})),
        2 => rows.push(any(random)),
        _ => {
            let at = random.below(rows.len());
            let Some(row) = rows.get_mut(at).and_then(Json::as_object_mut) else {
                return "nothing";
            };
            let keys: Vec<String> = row.keys().cloned().collect();
            if keys.is_empty() || random.chance(10) {
                row.insert("remark".to_owned(), json!("x"));
                return "cell added";
            }
            let key = pick(random, &keys);
            match random.below(3) {
                0 => {
                    row.shift_remove(&key);
                }
                1 => {
                    row.insert(key, any(random));
                }
                _ => {
                    let cell = pick(
                        random,
                        &[
                            json!("ftp://example.org"),
                            json!("https://example.org"),
                            json!("http://a b"),
                            json!("other"),
                            json!(3.5),
                            json!(1e16),
                            json!(2020.0),
                            json!([""]),
                            json!(["x", "x"]),
                            json!("2024-02"),
                            json!(["untoc-5-q1"]),
                            json!("unknown"),
                        ],
                    );
                    row.insert(key, cell);
                }
            }
        }
    }
    "rows"
}
