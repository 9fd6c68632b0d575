//! The questionnaires that can be asked: those in the binary, or a user's own.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::id::QuestionnaireId;
use crate::instrument::Instrument;
use crate::plan::Plan;
use crate::questionnaire::{OptionSets, Questionnaire};

/// The text of each embedded questionnaire by its id, in the order of the instruments.
pub const EMBEDDED: [(&str, &str); 16] = [
    ("untoc-cluster-1", include_str!("../../../questionnaires/untoc/cluster-1.json")),
    ("untoc-cluster-2", include_str!("../../../questionnaires/untoc/cluster-2.json")),
    ("untoc-cluster-3", include_str!("../../../questionnaires/untoc/cluster-3.json")),
    ("untoc-cluster-4", include_str!("../../../questionnaires/untoc/cluster-4.json")),
    ("tip-cluster-1", include_str!("../../../questionnaires/tip/cluster-1.json")),
    ("tip-cluster-2", include_str!("../../../questionnaires/tip/cluster-2.json")),
    ("tip-cluster-3", include_str!("../../../questionnaires/tip/cluster-3.json")),
    ("tip-cluster-4", include_str!("../../../questionnaires/tip/cluster-4.json")),
    ("som-cluster-1", include_str!("../../../questionnaires/som/cluster-1.json")),
    ("som-cluster-2", include_str!("../../../questionnaires/som/cluster-2.json")),
    ("som-cluster-3", include_str!("../../../questionnaires/som/cluster-3.json")),
    ("som-cluster-4", include_str!("../../../questionnaires/som/cluster-4.json")),
    ("fp-cluster-1", include_str!("../../../questionnaires/fp/cluster-1.json")),
    ("fp-cluster-2", include_str!("../../../questionnaires/fp/cluster-2.json")),
    ("fp-cluster-3", include_str!("../../../questionnaires/fp/cluster-3.json")),
    ("fp-cluster-4", include_str!("../../../questionnaires/fp/cluster-4.json")),
];

/// The text of the embedded option sets.
pub const EMBEDDED_OPTIONS: &str = include_str!("../../../questionnaires/common.json");

/// A set of questionnaires, compiled when first asked for.
///
/// The embedded ones are parsed one by one on demand, so that a command about one
/// question does not pay for sixteen questionnaires.
#[derive(Debug, Default)]
pub struct Library {
    own: BTreeMap<QuestionnaireId, Arc<Plan>>,
    order: Vec<QuestionnaireId>,
    embedded: Option<[OnceLock<Arc<Plan>>; 16]>,
}

impl Library {
    /// Returns the library of the questionnaires in the binary.
    pub fn embedded() -> Self {
        Self {
            own: BTreeMap::new(),
            order: EMBEDDED
                .iter()
                .map(|(id, _)| QuestionnaireId::unchecked(*id))
                .collect(),
            embedded: Some(Default::default()),
        }
    }

    /// Makes a library of compiled questionnaires, in their order; of two with one id
    /// the later one counts.
    pub fn of(plans: impl IntoIterator<Item = Plan>) -> Self {
        let mut library = Self::default();
        for plan in plans {
            let id = plan.id().clone();
            if !library.order.contains(&id) {
                library.order.push(id.clone());
            }
            library.own.insert(id, Arc::new(plan));
        }
        library
    }

    /// Returns the ids of all questionnaires in order.
    pub fn ids(&self) -> &[QuestionnaireId] {
        &self.order
    }

    /// Returns the plan of a questionnaire.
    pub fn get(&self, id: &str) -> Option<Arc<Plan>> {
        if let Some(plan) = self.own.get(id) {
            return Some(Arc::clone(plan));
        }
        let cells = self.embedded.as_ref()?;
        let at = EMBEDDED.iter().position(|(name, _)| *name == id)?;
        let (_, text) = EMBEDDED.get(at)?;
        Some(Arc::clone(cells.get(at)?.get_or_init(|| Arc::new(compile_embedded(text)))))
    }

    /// Returns all plans in order.
    pub fn plans(&self) -> impl Iterator<Item = Arc<Plan>> + '_ {
        self.order.iter().filter_map(|id| self.get(id.as_str()))
    }

    /// Finds a question in any questionnaire.
    ///
    /// The id of a question begins with its instrument, so only the questionnaires of
    /// that instrument are looked through first.
    pub fn find_question(&self, question: &str) -> Option<(Arc<Plan>, usize)> {
        let prefix = question.split('-').next().unwrap_or_default();
        let (likely, others): (Vec<_>, Vec<_>) = self
            .order
            .iter()
            .partition(|id| id.as_str().split('-').next() == Some(prefix));
        likely.into_iter().chain(others).find_map(|id| {
            let plan = self.get(id.as_str())?;
            plan.slot(question).map(|slot| (plan, slot))
        })
    }

    /// Finds a section in any questionnaire.
    pub fn find_section(&self, section: &str) -> Option<Arc<Plan>> {
        self.plans().find(|plan| {
            plan.questionnaire().sections.iter().any(|s| s.id.as_str() == section)
        })
    }

    /// Returns the instruments that have a questionnaire here.
    pub fn instruments(&self) -> Vec<Instrument> {
        let mut found: Vec<_> = self.plans().map(|plan| plan.instrument()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Returns the embedded option sets.
pub fn embedded_options() -> &'static OptionSets {
    static SETS: OnceLock<OptionSets> = OnceLock::new();
    SETS.get_or_init(|| {
        serde_json::from_str(EMBEDDED_OPTIONS)
            .expect("a test reads the embedded option sets")
    })
}

fn compile_embedded(text: &str) -> Plan {
    let questionnaire: Questionnaire =
        serde_json::from_str(text).expect("a test reads every embedded questionnaire");
    Plan::compile(questionnaire, embedded_options())
        .expect("a test compiles every embedded questionnaire")
}
