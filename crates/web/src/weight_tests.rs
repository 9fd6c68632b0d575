//! Weighs every page: whatever is asked and however much is answered, none may be heavy.

use axum::http::StatusCode;
use untoc_core::sample::{Shape, complete, laws, partial, questionnaire};
use untoc_core::{
    Change, Changes, Cluster, CountryCode, Instrument, Library, Plan, QuestionnaireId,
    Settings, embedded_options,
};
use untoc_dossier::{Act, ChangeSet, Dossier, RealDisk, Via};

use crate::routes_tests::{NOW, Site};

/// The most bytes that a page may have, style sheet and script included.
const MOST: usize = 150_000;

/// All sixteen questionnaires, or what else a library has.
fn site(library: Library) -> Site {
    let settings = Settings::new(
        CountryCode::EXAMPLELAND,
        Instrument::ALL.to_vec(),
        Cluster::ALL.to_vec(),
    );
    Site::of(library, &settings)
}

/// Answers all that is asked; some of it is set aside where `partly` says so.
fn fill(site: &Site, shape: Shape, partly: bool) {
    let root = site.folder.path().join("dossier");
    let library = &site.app.library;
    let mut dossier = Dossier::open(&RealDisk, &root, library).unwrap();
    let act = Act::new(Via::Import, NOW);
    dossier.commit(&ChangeSet::laws(laws()), &act).unwrap();
    let mut set = ChangeSet::default();
    for (seed, plan) in library.plans().enumerate() {
        if dossier.response(plan.id()).is_none() {
            continue;
        }
        let seed = seed as u64;
        let made = match partly {
            true => partial(&plan, seed, shape),
            false => complete(&plan, seed, shape),
        };
        let changes = made.answers.iter().map(|(question, entry)| Change {
            question: question.clone(),
            before: None,
            after: Some(entry.clone()),
        });
        set.answers.insert(plan.id().clone(), Changes(changes.collect()));
    }
    dossier.commit(&set, &act).unwrap();
}

/// Weighs all pages of a site, follows the links from page to page, and returns the
/// heaviest and how many questions it has.
fn weigh(site: &Site) -> (usize, String) {
    let fixed =
        site.get("/static/style.css").1.len() + site.get("/static/save.js").1.len();
    let mut left: Vec<String> = [
        "/",
        "/check",
        "/check?level=submission",
        "/laws",
        "/people",
        "/evidence",
        "/log",
        "/views",
        "/search?q=the",
        "/export",
        "/import",
        "/history/untoc-5-q1",
    ]
    .map(str::to_owned)
    .into();
    let mut seen = left.clone();
    let mut worst = (0, String::new());
    while let Some(path) = left.pop() {
        let (status, page) = site.get(&path);
        if status == StatusCode::NOT_FOUND && path.starts_with("/history/") {
            continue;
        }
        assert_eq!(status, StatusCode::OK, "{path}");
        let weight = page.len() + fixed;
        if weight > worst.0 {
            let questions = page.matches("data-question=").count();
            worst = (weight, format!("{path} ({questions} questions)"));
        }
        for part in page.split("href=\"").skip(1) {
            let link = part.split(['"', '#']).next().unwrap_or_default();
            let link = match link.strip_prefix('?') {
                Some(query) => {
                    let query = query.replace("&amp;", "&").replace("&#38;", "&");
                    format!("{}?{query}", path.split('?').next().unwrap_or_default())
                }
                None => link.to_owned(),
            };
            let is_list = ["/section/", "/whole/", "/views/"]
                .iter()
                .any(|start| link.starts_with(start))
                || link.contains("page=");
            if is_list && !seen.contains(&link) {
                seen.push(link.clone());
                left.push(link);
            }
        }
    }
    worst
}

#[track_caller]
fn assert_light(what: &str, site: &Site) {
    let (weight, path) = weigh(site);
    println!("{what}: {weight} bytes, {path}");
    assert!(weight < MOST, "{what}: {path} weighs {weight}");
}

/// Every page of all sixteen questionnaires is light, whether nothing, all or some of it
/// is answered.
#[test]
fn every_page_is_light() {
    assert_light("blank", &site(Library::embedded()));
    let full = site(Library::embedded());
    fill(&full, Shape::default(), false);
    assert_light("answered", &full);
    let one = vec![Instrument::Untoc];
    let settings = Settings::new(CountryCode::EXAMPLELAND, one, Cluster::ALL.to_vec());
    let some = Site::of(Library::embedded(), &settings);
    fill(&some, Shape { sentences: 12, rows: 12, ..Shape::default() }, true);
    assert_light("answered at length, some set aside", &some);
}

/// A questionnaire of the user's own may have a section of over a hundred questions.
#[test]
fn a_section_of_over_a_hundred_questions_is_light() {
    let made = || {
        let mut made = questionnaire(1, 6);
        made.id = QuestionnaireId::unchecked("untoc-cluster-1");
        let all: Vec<_> = made.sections.drain(1..).collect();
        let first = made.sections.first_mut().unwrap();
        first.questions.extend(all.into_iter().flat_map(|section| section.questions));
        assert!(first.questions.len() > 100);
        Library::of([Plan::compile(made, embedded_options()).unwrap()])
    };
    let blank = Site::new_with(made());
    assert_light("blank", &blank);
    let full = Site::new_with(made());
    fill(&full, Shape::default(), false);
    assert_light("answered", &full);
    let (_, home) = full.get("/section/bench-1");
    assert!(home.contains("Page 1 / "), "such a section has several pages");
    let last = "/question/bench-6-q25";
    assert_eq!(full.get(last).0, StatusCode::SEE_OTHER);
}

impl Site {
    /// A dossier of one questionnaire.
    fn new_with(library: Library) -> Self {
        let settings = Settings::new(
            CountryCode::EXAMPLELAND,
            vec![Instrument::Untoc],
            vec![Cluster::ALL[0]],
        );
        Self::of(library, &settings)
    }
}
