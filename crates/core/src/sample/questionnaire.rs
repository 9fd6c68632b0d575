//! A questionnaire of any size for benches: all kinds of question, all kinds of condition.

use serde_json::Number;

use super::Random;
use crate::condition::Condition;
use crate::id::{QuestionId, QuestionnaireId, SectionId};
use crate::instrument::{Cluster, Instrument};
use crate::provision::Provision;
use crate::questionnaire::{
    Choice, Column, ColumnKind, Kind, Obligation, Question, Questionnaire, Required,
    Section,
};

/// Questions in a section of a sample questionnaire.
pub const QUESTIONS: usize = 25;

/// Questions with a condition in a section of a sample questionnaire.
pub const CONDITIONS: usize = 13;

/// Returns a questionnaire with so many sections, each of [`QUESTIONS`] questions and
/// [`CONDITIONS`] conditions; it keeps the rules on questionnaires.
///
/// The same seed gives the same questionnaire. Its id is `bench-cluster-1`.
pub fn questionnaire(seed: u64, sections: usize) -> Questionnaire {
    let mut random = Random::new(seed);
    Questionnaire {
        schema: None,
        format: "untoc-questionnaire/1".to_owned(),
        id: QuestionnaireId::unchecked("bench-cluster-1"),
        version: "1.0.0".to_owned(),
        language: "en".to_owned(),
        instrument: Instrument::Untoc,
        cluster: Cluster::ALL[0],
        title: "A generated questionnaire".to_owned(),
        articles: (1..=sections).map(|article| article.to_string()).collect(),
        notes: vec![
            "Made by a generator; it asks nothing that a treaty asks.".to_owned(),
        ],
        sections: (1..=sections).map(|article| section(article, &mut random)).collect(),
        extensions: None,
    }
}

fn section(article: usize, random: &mut Random) -> Section {
    let mut questions: Vec<Question> = Vec::with_capacity(QUESTIONS);
    for (place, (kind, required)) in PATTERN.into_iter().enumerate() {
        let mut question = plain(article, place, kind, required);
        match kind {
            Kind::Single => question.options = options(3 + random.below(9), false),
            Kind::Multiple => {
                question.options = options(3 + random.below(14), random.chance(60));
            }
            Kind::Number => {
                question.unit = Some("cases".to_owned());
                question.minimum = Some(Number::from(0));
                if random.chance(50) {
                    question.maximum = Some(Number::from(100_000));
                }
            }
            Kind::Table if place == GAPS => question.columns = gap_columns(),
            Kind::Table => question.columns = columns(random),
            Kind::Implementation
            | Kind::YesNo
            | Kind::Text
            | Kind::Date
            | Kind::Laws
            | Kind::Cases
            | Kind::Authorities => {}
        }
        question.when = when(place, &questions, random);
        questions.push(question);
    }
    Section {
        id: SectionId::unchecked(format!("bench-{article}")),
        article: Some(article.to_string()),
        title: format!("Article {article}"),
        usually_with: vec!["ministry_of_justice".to_owned()],
        intro: None,
        questions,
    }
}

/// The place of the gap table in a section.
const GAPS: usize = 23;

/// The questions of a section.
const PATTERN: [(Kind, Required); QUESTIONS] = [
    (Kind::Implementation, Required::Yes),
    (Kind::Multiple, Required::Yes),
    (Kind::Text, Required::Yes),
    (Kind::Implementation, Required::Yes),
    (Kind::Single, Required::Yes),
    (Kind::Text, Required::Advised),
    (Kind::YesNo, Required::Yes),
    (Kind::Number, Required::Yes),
    (Kind::Date, Required::Advised),
    (Kind::Implementation, Required::Yes),
    (Kind::Multiple, Required::Advised),
    (Kind::Text, Required::No),
    (Kind::Implementation, Required::Yes),
    (Kind::Text, Required::Yes),
    (Kind::Single, Required::Yes),
    (Kind::Table, Required::Yes),
    (Kind::Text, Required::Yes),
    (Kind::Cases, Required::Advised),
    (Kind::Authorities, Required::Yes),
    (Kind::Number, Required::Yes),
    (Kind::YesNo, Required::Advised),
    (Kind::Text, Required::No),
    (Kind::Laws, Required::Yes),
    (Kind::Table, Required::Yes),
    (Kind::Text, Required::Advised),
];

/// Returns the condition of the question in a place, over the questions before it.
fn when(place: usize, before: &[Question], random: &mut Random) -> Option<Condition> {
    let id = |at: usize| before.get(at).map(|question| question.id.clone());
    let among = |at: usize, values: &[&str]| {
        Some(Condition::In(id(at)?, values.iter().map(|&v| v.to_owned()).collect()))
    };
    let some = |at: usize, random: &mut Random| {
        let options = &before.get(at)?.options;
        let count = 1 + random.below(options.len() - 1);
        let values = options.iter().take(count).map(|choice| choice.value.clone());
        Some(Condition::In(id(at)?, values.collect()))
    };
    let covered = |at| among(at, &["yes", "in_part"]);
    let short = |at| among(at, &["in_part", "no"]);
    let any = |part: &dyn Fn(usize) -> Option<Condition>| {
        [0, 3, 9, 12].into_iter().map(part).collect::<Option<_>>().map(Condition::Any)
    };
    match place {
        1 | 12 | 17 => covered(0),
        2 => short(0),
        4 => covered(3),
        5 => Some(Condition::All(vec![covered(3)?, Condition::Answered(id(4)?)])),
        7 | 8 => among(6, &["yes"]),
        11 => Some(Condition::Any(vec![
            some(10, random)?,
            Condition::All(vec![
                Condition::Answered(id(9)?),
                Condition::Not(Box::new(among(9, &["no"])?)),
            ]),
        ])),
        13 => short(12),
        16 => some(14, random),
        22 => any(&covered),
        GAPS => any(&short),
        _ => None,
    }
}

fn plain(article: usize, place: usize, kind: Kind, required: Required) -> Question {
    let paragraph = place / 3 + 1;
    Question {
        id: QuestionId::unchecked(format!("bench-{article}-q{}", place + 1)),
        concept: None,
        provisions: Provision::parse(&format!("{article}({paragraph})"))
            .into_iter()
            .collect(),
        obligation: Some(Obligation::Mandatory),
        kind,
        text: format!(
            "What does article {article} mean in your law, point {}?",
            place + 1
        ),
        help: None,
        unit: None,
        minimum: None,
        maximum: None,
        options: Vec::new(),
        options_from: None,
        columns: Vec::new(),
        when: None,
        required,
        lenses: Vec::new(),
        evidence_hint: None,
    }
}

fn options(count: usize, alone: bool) -> Vec<Choice> {
    let names = [
        "act",
        "group",
        "conspiracy",
        "attempt",
        "organizing",
        "aiding",
        "counselling",
        "legal_persons",
        "sanctions",
        "limitation",
        "jurisdiction",
        "extradition",
        "seizure",
        "victims",
        "witnesses",
        "training",
    ];
    let plain =
        names.iter().take(count).map(|name| Choice::new(*name, name.replace('_', " ")));
    let last =
        alone.then(|| Choice { exclusive: true, ..Choice::new("none", "None of these") });
    plain.chain(last).collect()
}

fn column(key: &str, kind: ColumnKind) -> Column {
    Column {
        key: key.to_owned(),
        label: key.replace('_', " "),
        kind,
        minimum: None,
        maximum: None,
        options: Vec::new(),
        options_from: None,
        options_from_when: false,
        future: false,
    }
}

fn columns(random: &mut Random) -> Vec<Column> {
    let mut columns = vec![
        Column {
            minimum: Some(Number::from(1990)),
            ..column("year", ColumnKind::Integer)
        },
        column("authority", ColumnKind::Text),
        Column { options: options(5, false), ..column("measure", ColumnKind::Choice) },
        Column { minimum: Some(Number::from(0)), ..column("people", ColumnKind::Number) },
        column("since", ColumnKind::Date),
        column("result", ColumnKind::Text),
    ];
    columns.truncate(3 + random.below(4));
    columns
}

fn gap_columns() -> Vec<Column> {
    vec![
        Column { options_from_when: true, ..column("question", ColumnKind::Choice) },
        column("missing", ColumnKind::Text),
        column("planned", ColumnKind::Text),
        Column { future: true, ..column("by_when", ColumnKind::Date) },
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::library::embedded_options;
    use crate::sample::{Shape, complete};
    use crate::{
        Context, Level, Plan, Surroundings, check_questionnaires, check_response,
    };

    /// The questionnaire has the size and the kinds that it promises and keeps all rules,
    /// and a complete response to it is clean.
    #[test]
    fn keeps_the_rules() {
        let made = questionnaire(7, 15);
        assert_eq!(
            check_questionnaires(std::slice::from_ref(&made), embedded_options()),
            []
        );
        let plan = Plan::compile(made, embedded_options()).unwrap();
        assert_eq!(plan.len(), 375);
        let conditions = plan.slots().filter(|&slot| plan.test(slot).is_some()).count();
        assert_eq!(conditions, 195);
        let kinds: BTreeSet<Kind> = plan.slots().map(|s| plan.question(s).kind).collect();
        assert_eq!(kinds.len(), Kind::ALL.len());
        let response = complete(&plan, 1, Shape::default());
        let today = jiff::civil::date(2026, 11, 24);
        let around = Surroundings::default();
        let context = Context::new(&plan, &response, around, Level::Submission, today);
        assert_eq!(check_response(&context), []);
    }
}
