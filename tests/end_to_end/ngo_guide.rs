//! The commands of the guide for organizations, as a reader would copy them.

use crate::run::Place;

/// Every command of the worked example runs; only checks of what is not ready yet and the
/// first attempt to prepare find something.
#[test]
fn the_commands_of_the_guide_run() {
    let place = Place::new();
    let guide = include_str!("../../docs/ngo.md");
    let mut inside = false;
    let mut count = 0;
    let packs = place.run("evidence pack --help").code == 0;
    for line in guide.lines() {
        if line.starts_with("```") {
            inside = line == "```sh";
            continue;
        }
        let Some(command) = line.strip_prefix("untoc ").filter(|_| inside) else {
            continue;
        };
        let needs_packages = ["evidence pack", "evidence add", "--dossier"];
        if !packs && needs_packages.iter().any(|part| command.contains(part)) {
            continue;
        }
        let ran = place.run(command);
        let finds = ["evidence check try/cases.csv", "draft.json"];
        let expected = i32::from(finds.iter().any(|part| command.contains(part)));
        assert_eq!(ran.code, expected, "untoc {command}\n{}{}", ran.out, ran.talk);
        count += 1;
    }
    assert!(count >= 10, "the guide has only {count} commands");
    assert!(!place.read("prepared.csv").contains("Invented Person"));
    assert!(place.read("charts/trend-persons.svg").contains("<svg"));
}
