//! The fast path over responses: what it passes, the full run has nothing to say about.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use untoc_core::{Context, Level, Library, PartialDate, Surroundings, check_response};
use untoc_schema::{QuickPlan, Scratch, Verdict, questionnaire_of, quick, read_response};

const LEVELS: [Level; 2] = [Level::Draft, Level::Submission];

struct World {
    library: Library,
    plans: Vec<[QuickPlan; 2]>,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let library = Library::embedded();
    let today = PartialDate::Year(2026).first_day();
    let plans = library.plans();
    let plans = plans
        .map(|plan| LEVELS.map(|level| QuickPlan::compile(&plan, level, today)))
        .collect();
    World { library, plans }
});

fuzz_target!(|bytes: &[u8]| {
    let World { library, plans } = &*WORLD;
    let named = questionnaire_of(bytes);
    // What is no whole response goes through a plan all the same.
    let at = named.and_then(|id| library.ids().iter().position(|k| k.as_str() == id));
    let mut scratch = Scratch::new();
    for (plan, level) in plans[at.unwrap_or_default()].iter().zip(LEVELS) {
        let verdict = quick(plan, bytes, &mut scratch);
        // What an earlier text has left behind changes nothing.
        assert_eq!(verdict, quick(plan, bytes, &mut Scratch::new()));
        if verdict == Verdict::Look {
            continue;
        }
        let text = std::str::from_utf8(bytes).expect("a clean response is text");
        let read = read_response(text, library);
        assert!(read.findings.is_empty(), "{:#?}", read.findings);
        let response = read.value.expect("a clean response can be read");
        let plan = library.get(response.questionnaire.as_str()).expect("known");
        let today = PartialDate::Year(2026).first_day();
        let around = Surroundings::default();
        let context = Context::new(&plan, &response, around, level, today);
        let findings = check_response(&context);
        assert!(findings.is_empty(), "{level:?}: {findings:#?}");
        assert_eq!(Some(response.questionnaire.as_str()), named);
    }
});
