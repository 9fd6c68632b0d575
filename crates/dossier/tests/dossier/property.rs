//! Any changes can be taken back and made again, byte for byte.

use proptest::prelude::*;
use untoc_core::sample::Random;
use untoc_core::{Cluster, Contributor, ContributorId, Instrument, Law, LawId, LawKind};
use untoc_dossier::{ChangeSet, Dossier, Removal, Via};

use crate::folder::{Folder, act, random_changes};

/// Makes one random change of any kind; says whether anything changed.
fn change(dossier: &mut Dossier<'_>, random: &mut Random, number: usize) -> bool {
    let mut settings = dossier.require_settings().unwrap().clone();
    let ids: Vec<_> = untoc_core::Settings::questionnaires(&settings);
    let set = match random.below(8) {
        0 => {
            let mut laws = dossier.laws();
            laws.laws.push(Law {
                id: LawId::unchecked(format!("law-{number}")),
                title: "Закон о борьбе с торговлей людьми".to_owned(),
                kind: LawKind::Act,
                date: None,
                language: None,
                link: None,
                sherloc: None,
                eli: None,
                ecli: None,
            });
            ChangeSet::laws(laws)
        }
        1 => {
            settings.contributors.push(Contributor {
                id: ContributorId::unchecked(format!("agency-{number}")),
                name: "Agency".to_owned(),
                contact: None,
                holds: Vec::new(),
            });
            ChangeSet::settings(settings)
        }
        2 => {
            let instrument =
                random.pick(&Instrument::ALL).copied().unwrap_or(Instrument::Fp);
            match settings.instruments.iter().position(|i| *i == instrument) {
                Some(at) if settings.instruments.len() > 1 => {
                    settings.instruments.remove(at);
                }
                Some(_) => settings.clusters = vec![Cluster::ALL[random.below(4)]],
                None => settings.instruments.push(instrument),
            }
            ChangeSet { removal: Removal::Allow, ..ChangeSet::settings(settings) }
        }
        _ => {
            let id = random.pick(&ids).unwrap().clone();
            let changes = random_changes(dossier, &id, random);
            ChangeSet::answers(&id, changes)
        }
    };
    dossier.commit(&set, &act(Via::Answer)).unwrap().is_some()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Any number of changes of any kind, taken back one by one, give back each earlier
    /// state byte for byte, and made again each later one.
    #[test]
    fn undo_and_redo_are_exact(seed in any::<u64>(), wanted in 1_usize..12) {
        let folder = Folder::new();
        let mut dossier = folder.open();
        let mut random = Random::new(seed);
        let mut states = vec![folder.state()];
        for number in 0..wanted {
            if change(&mut dossier, &mut random, number) {
                states.push(folder.state());
            }
        }
        let count = states.len() - 1;
        for state in states.iter().rev().skip(1) {
            dossier.undo(1, &act(Via::Undo)).unwrap();
            prop_assert_eq!(&folder.state(), state);
        }
        prop_assert!(dossier.undo(1, &act(Via::Undo)).is_err());
        for state in states.iter().skip(1) {
            dossier.redo(1, &act(Via::Redo)).unwrap();
            prop_assert_eq!(&folder.state(), state);
        }
        prop_assert!(dossier.redo(1, &act(Via::Redo)).is_err());
        if count > 0 {
            prop_assert_eq!(dossier.undo(count, &act(Via::Undo)).unwrap().len(), count);
            prop_assert_eq!(Some(&folder.state()), states.first());
        }
        prop_assert_eq!(folder.codes(), Vec::<&str>::new());
    }
}
