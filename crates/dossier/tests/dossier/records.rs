//! What people see: the log, the permissions, the backups, the findings.

use std::fs;

use untoc_core::{
    Assignment, Contributor, ContributorId, Day, Law, LawId, LawKind, Level,
};
use untoc_core::{SectionId, Word};
use untoc_dossier::{
    ChangeSet, Dossier, Error, LogLine, RealDisk, Removal, Values, Via, validate,
    validate_file,
};

use crate::folder::{Folder, LIBRARY, act, give, settings, text, tip, untoc};

fn show(line: &LogLine) -> String {
    let of = line.of.map(|of| format!(" of {of}")).unwrap_or_default();
    let changes: Vec<String> = line
        .changes
        .iter()
        .map(|change| {
            let what = match &change.question {
                Some(question) => question.to_string(),
                None => change.file.to_string(),
            };
            format!("{what} {:?} [{}]", change.how, change.parts.join(", "))
        })
        .collect();
    let head = format!("{} {}{of} {:?}", line.n, line.via, line.standing);
    format!("{head}: {}", changes.join("; "))
}

fn work(dossier: &mut Dossier<'_>) {
    let changes = give(dossier, &untoc(), "untoc-5-q1", text("yes, in secret"));
    dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer)).unwrap();
    let mut settings = settings();
    settings.due = Day::parse("2026-12-01").ok();
    settings.contributors.push(Contributor {
        id: ContributorId::unchecked("ministry-of-justice"),
        name: "Ministry of Justice".to_owned(),
        contact: None,
        holds: Vec::new(),
    });
    dossier.commit(&ChangeSet::settings(settings.clone()), &act(Via::Settings)).unwrap();
    settings.clusters.push(untoc_core::Cluster::ALL[1]);
    dossier.commit(&ChangeSet::settings(settings), &act(Via::Settings)).unwrap();
    let mut laws = dossier.laws();
    laws.laws.push(law("criminal-code", None));
    dossier.commit(&ChangeSet::laws(laws), &act(Via::Settings)).unwrap();
    let mut entry = text("another secret").unwrap();
    entry.note = Some("a private note".to_owned());
    let changes = give(dossier, &untoc(), "untoc-5-q1", Some(entry));
    dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Fill)).unwrap();
    dossier.undo(2, &act(Via::Undo)).unwrap();
    dossier.redo(1, &act(Via::Redo)).unwrap();
}

fn law(id: &str, link: Option<&str>) -> Law {
    Law {
        id: LawId::unchecked(id),
        title: "Criminal Code".to_owned(),
        kind: LawKind::Code,
        date: None,
        language: None,
        link: link.map(str::to_owned),
        sherloc: None,
        eli: None,
        ecli: None,
    }
}

/// The log tells what was changed by whom, the newest first, and keeps private texts to
/// itself unless asked.
#[test]
fn the_log_tells_what_was_changed() {
    let folder = Folder::new();
    let mut dossier = folder.open();
    work(&mut dossier);
    let log = dossier.log(Values::Hidden, 100).unwrap();
    assert!(!format!("{log:?}").contains("secret"));
    let lines: Vec<String> = log.iter().map(show).collect();
    insta::assert_snapshot!(lines.join("\n"));
    let short = dossier.log(Values::Shown, 3).unwrap();
    assert_eq!(short.iter().map(show).collect::<Vec<_>>(), lines[..3]);
    assert!(format!("{:?}", dossier.log(Values::Shown, 100).unwrap()).contains("secret"));
}

/// Every line of the history that is written fits the schema of the format.
#[test]
fn the_history_fits_its_schema() {
    let folder = Folder::new();
    work(&mut folder.open());
    // A change from outside has its own kind of line.
    folder.write("laws.json", folder.read("laws.json").replace('\n', "\r\n"));
    let mut dossier = folder.open();
    let changes = give(&dossier, &tip(), "tip-5-q1", text("yes"));
    dossier.commit(&ChangeSet::answers(&tip(), changes), &act(Via::Answer)).unwrap();
    let schema = include_str!("../../../../schemas/history.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let history = folder.read("history.jsonl");
    assert_eq!(history.lines().count(), 11);
    for line in history.lines() {
        let line = serde_json::from_str(line).unwrap();
        if let Err(error) = schema.validate(&line) {
            panic!("{error} at {}: {line}", error.instance_path());
        }
    }
}

/// Every line of the autosave area that is written fits the schema of the format: what is
/// typed, what is struck off, and what is let go.
#[test]
fn the_autosave_area_fits_its_schema() {
    let folder = Folder::new();
    folder.open();
    let root = folder.file("");
    let journal = untoc_dossier::Journal::of(&untoc_dossier::RealDisk, &root);
    let question = untoc_core::QuestionId::unchecked("untoc-5-q1");
    let typed = |window: &str, base: &str| untoc_dossier::Unsaved {
        base: base.to_owned(),
        fields: Some(vec![
            ("untoc-5-q1/value".to_owned(), "in_part".to_owned()),
            ("untoc-5-q1/link/999/item".to_owned(), "court-monitoring-2025".to_owned()),
        ]),
        ..untoc_dossier::Unsaved::new(&untoc(), &question, window, "2026-11-24T09:30:00Z")
    };
    journal.add(&[typed("a", "none"), typed("b", "")]).unwrap();
    journal.let_go(&[typed("a", "none")]).unwrap();
    let schema = include_str!("../../../../schemas/autosave.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for (name, count) in [(".autosave/journal.jsonl", 3), (".autosave/let-go.jsonl", 1)] {
        let text = folder.read(name);
        assert_eq!(text.lines().count(), count);
        for line in text.lines() {
            let line = serde_json::from_str(line).unwrap();
            if let Err(error) = schema.validate(&line) {
                panic!("{error} at {}: {line}", error.instance_path());
            }
        }
    }
}

/// A new dossier is its owner's only; a file keeps the permissions that it was given.
#[cfg(unix)]
#[test]
fn permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let mode = |name: &str| {
        fs::metadata(folder.file(name)).unwrap().permissions().mode() & 0o777
    };
    let response = "responses/untoc-cluster-1.json";
    for name in ["", "responses"] {
        assert_eq!(mode(name), 0o700, "{name}");
    }
    for name in ["dossier.json", "laws.json", response, "history.jsonl", ".lock"] {
        assert_eq!(mode(name), 0o600, "{name}");
    }
    let shared = fs::Permissions::from_mode(0o664);
    fs::set_permissions(folder.file(response), shared).unwrap();
    let mut dossier = folder.open();
    let changes = give(&dossier, &untoc(), "untoc-5-q1", text("yes"));
    dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer)).unwrap();
    assert_eq!(mode(response), 0o664);
}

/// What a write replaces stands among the backups, under the number of the change.
#[test]
fn replaced_files_are_kept() {
    let folder = Folder::new();
    let before = folder.read("responses/untoc-cluster-1.json");
    let mut dossier = folder.open();
    let changes = give(&dossier, &untoc(), "untoc-5-q1", text("yes"));
    dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer)).unwrap();
    let kept = ".backup/responses/untoc-cluster-1/20261124T093000Z-000002.json";
    assert_eq!(folder.read(kept), before);
}

/// A questionnaire with answers leaves the review only when that is meant, and its
/// answers can be brought back.
#[test]
fn a_questionnaire_with_answers_is_not_removed_by_mistake() {
    let folder = Folder::new();
    let mut dossier = folder.open();
    let changes = give(&dossier, &tip(), "tip-5-q1", text("yes"));
    dossier.commit(&ChangeSet::answers(&tip(), changes), &act(Via::Answer)).unwrap();
    let whole = folder.state();
    let mut smaller = settings();
    smaller.instruments.truncate(1);
    let mut set = ChangeSet::settings(smaller);
    let error = dossier.commit(&set, &act(Via::Settings)).unwrap_err();
    assert!(matches!(error, Error::HasAnswers { answers: 1, .. }), "{error}");
    assert_eq!(folder.state(), whole);
    set.removal = Removal::Allow;
    dossier.commit(&set, &act(Via::Settings)).unwrap();
    assert!(!folder.file("responses/tip-cluster-1.json").exists());
    assert!(dossier.response(&tip()).is_none());
    dossier.undo(1, &act(Via::Undo)).unwrap();
    assert_eq!(folder.state(), whole);
}

/// Another language is taken over by responses without an answer, another State by all.
#[test]
fn responses_follow_the_settings() {
    let folder = Folder::new();
    let mut dossier = folder.open();
    let changes = give(&dossier, &tip(), "tip-5-q1", text("yes"));
    dossier.commit(&ChangeSet::answers(&tip(), changes), &act(Via::Answer)).unwrap();
    let mut other = settings();
    other.language = "fr".to_owned();
    dossier.commit(&ChangeSet::settings(other), &act(Via::Settings)).unwrap();
    assert_eq!(dossier.response(&untoc()).unwrap().language, "fr");
    assert_eq!(dossier.response(&tip()).unwrap().language, "en");
}

/// A time that is no time is refused before anything is done.
#[test]
fn a_time_must_be_a_time() {
    let folder = Folder::new();
    let mut act = act(Via::Undo);
    act.at = "yesterday".to_owned();
    assert!(matches!(folder.open().undo(1, &act), Err(Error::Time { .. })));
}

/// Findings about settings and laws have their file, line and column.
#[test]
fn settings_and_laws_are_checked() {
    let folder = Folder::new();
    let mut dossier = folder.open();
    let mut other = settings();
    other.start = Day::parse("2026-12-01").ok();
    other.due = Day::parse("2026-06-01").ok();
    let agency = Contributor {
        id: ContributorId::unchecked("ministry-of-justice"),
        name: "Ministry of Justice".to_owned(),
        contact: None,
        holds: Vec::new(),
    };
    other.contributors = vec![agency.clone(), agency];
    other.assignments = vec![Assignment {
        to: ContributorId::unchecked("ministry-of-justise"),
        section: Some(SectionId::unchecked("untoc-55")),
        question: None,
        due: None,
        sent: Day::parse("2026-05-02").ok(),
        received: Day::parse("2026-05-01").ok(),
    }];
    dossier.commit(&ChangeSet::settings(other), &act(Via::Settings)).unwrap();
    let mut laws = dossier.laws();
    laws.laws = vec![law("a", Some("www.example.org")), law("a", None)];
    dossier.commit(&ChangeSet::laws(laws), &act(Via::Settings)).unwrap();
    let found: Vec<String> =
        validate(&dossier, Level::Draft, jiff::civil::date(2026, 1, 1))
            .iter()
            .map(|f| {
                let place = &f.places[0];
                let file = place.file.as_deref().unwrap_or_default();
                let line = place.line.unwrap_or_default();
                let values: Vec<String> = f
                    .values
                    .iter()
                    .map(|(name, word)| match word {
                        Word::Plain(text) => format!("{name}={text}"),
                        Word::OneOf(_)
                        | Word::List(_)
                        | Word::Number(_)
                        | Word::Private(_) => format!("{name}=…"),
                    })
                    .collect();
                format!("{file}:{line} {} {}", f.code, values.join(" "))
            })
            .collect();
    insta::assert_snapshot!(found.join("\n"));
}

/// A complete dossier has no finding at either level but unused laws.
#[test]
fn a_complete_dossier_is_clean() {
    let folder = Folder::new();
    let mut dossier = folder.open();
    let mut set = ChangeSet::laws(untoc_core::sample::laws());
    for id in [untoc(), tip()] {
        let plan = LIBRARY.get(id.as_str()).unwrap();
        let shape = untoc_core::sample::Shape::default();
        let after = untoc_core::sample::complete(&plan, 7, shape);
        let before = dossier.response(&id).unwrap();
        set.answers.insert(id, untoc_core::Changes::compare(before, &after));
    }
    let mut settings = settings();
    settings.contributors.push(Contributor {
        id: ContributorId::unchecked("ministry-of-justice"),
        name: "Ministry of Justice".to_owned(),
        contact: None,
        holds: Vec::new(),
    });
    set.settings = Some(settings);
    dossier.commit(&set, &act(Via::Import)).unwrap();
    let today = jiff::civil::date(2026, 11, 24);
    let findings = validate(&folder.open(), Level::Submission, today);
    let codes: Vec<&str> = findings.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, Vec::<&str>::new());
}

/// One file alone is checked by what it says it is.
#[test]
fn a_file_alone_is_checked() {
    let folder = Folder::new();
    let today = jiff::civil::date(2026, 11, 24);
    let codes = |name: &str| -> Vec<&'static str> {
        let path = folder.file(name);
        let level = Level::Draft;
        let found = validate_file(&RealDisk, &path, name, &LIBRARY, level, today);
        found.unwrap().iter().map(|f| f.code.as_str()).collect()
    };
    for name in ["dossier.json", "laws.json", "responses/untoc-cluster-1.json"] {
        assert_eq!(codes(name), Vec::<&str>::new(), "{name}");
    }
    folder.write("q.json", untoc_core::EMBEDDED[0].1);
    assert_eq!(codes("q.json"), Vec::<&str>::new());
    assert_eq!(codes("history.jsonl"), Vec::<&str>::new());
    let history = folder.read("history.jsonl");
    folder.write(
        "spoilt.jsonl",
        history.replacen("\"after\":\"", "\"after\":7,\"x\":\"", 1),
    );
    assert_eq!(codes("spoilt.jsonl"), ["history-broken"]);
    folder.write("broken.json", "{\"format\": \"untoc-laws/1\", ");
    assert!(!codes("broken.json").is_empty());
    assert_eq!(codes("responses"), ["file-not-regular"]);
    let missing = folder.file("missing.json");
    let error = validate_file(&RealDisk, &missing, "x", &LIBRARY, Level::Draft, today)
        .unwrap_err();
    assert_eq!(Error::from(error).kind(), untoc_dossier::ErrorKind::Read);
}
