//! From a table of cases to one that may be shared.

use std::fmt::Write as _;

use crate::run::Place;

/// Cases become counts of the indicator profile and of a question; both pass the check,
/// and an existing file is not written over.
#[test]
fn cases_become_counts() {
    let place = Place::new();
    let mut text =
        "case_id,year,prs_Gender,age_band,prs_Citizenship,vic_TypeOfExploitation\n"
            .to_owned();
    for number in 0..200 {
        let gender = if number % 3 == 0 { "Masculine" } else { "Feminine" };
        let age = if number % 7 == 0 { "9-17" } else { "18-20" };
        let form = if number % 40 == 0 { "OrganRemoval" } else { "ForcedLabour" };
        let country = if number % 2 == 0 { "XXA" } else { "KEN" };
        writeln!(text, "A{number},{},{gender},{age},{country},{form}", 2020 + number % 2)
            .unwrap();
    }
    place.write("cases.csv", text);
    let options = "--state Exampleland --source \"Example Shelter\" --output";
    let command = "evidence aggregate cases.csv --like";
    insta::assert_snapshot!(place.ok(&format!("{command} indicator {options} a.csv")));
    insta::assert_snapshot!(place.ok(&format!("{command} tip-6-q2 {options} b.csv")));
    insta::assert_snapshot!(place.read("b.csv"));
    let ran = place.run("evidence check a.csv --profile indicator");
    assert_eq!(ran.code, 0, "{}", ran.out);
    let ran = place.run("evidence check b.csv --profile tip-6-q2");
    assert_eq!(ran.code, 0, "{}", ran.out);
    let public = format!("{command} indicator --audience public {options} c.csv");
    assert!(place.ok(&public).contains("publishable"));
    let both = format!("{command} indicator --also tip-6-q2=e.csv {options} f.csv");
    assert!(place.ok(&both).contains("e.csv") && place.path("f.csv").exists());
    let said = place.fails(4, &format!("{command} indicator {options} a.csv"));
    assert!(said.contains("exists already"), "{said}");
    place.fails(2, &format!("{command} indicator --output d.csv"));
    place.fails(2, &format!("{command} tip-5-q1d {options} d.csv"));
}

/// A shelter's own sheet becomes a table of cases: what is open is listed and nothing is
/// written, the recipe keeps the decisions, and the same recipe gives the same bytes.
#[test]
fn a_sheet_is_prepared() {
    let place = Place::new();
    let mut text =
        "Dossier;Nom;Date de naissance;Sexe;Nationalité;Année;Forme;Couleur\n".to_owned();
    for number in 0..20 {
        writeln!(
            text,
            "D-{number};Someone;19{}-05-06;{};Kenya;2021;{};rouge",
            70 + number,
            if number % 2 == 0 { "F" } else { "H" },
            if number == 3 { "zzz" } else { "travail forcé" },
        )
        .unwrap();
    }
    place.write("cas.csv", &text);
    let command =
        "evidence prepare cas.csv --profile case --map Forme=vic_TypeOfExploitation";
    let ran = place.run(&format!("{command} --save-recipe r.json --output p.csv"));
    assert_eq!(ran.code, 1, "{}", ran.talk);
    assert!(!ran.out.contains("zzz") && !place.path("p.csv").exists());
    insta::assert_snapshot!(ran.out);
    let shown = place.run(&format!("{command} --show-values --output p.csv"));
    assert!(shown.out.contains("zzz"), "{}", shown.out);
    let decided = format!(
        "{command} --drop Couleur --value \"vic_TypeOfExploitation:zzz=Other\" \
         --save-recipe full.json --output p.csv"
    );
    insta::assert_snapshot!(place.ok(&decided));
    let written = place.read("p.csv");
    assert!(!written.contains("Someone") && !written.contains("-05-06"));
    place.ok("evidence prepare cas.csv --profile case --recipe full.json --output q.csv");
    assert_eq!(place.read("q.csv"), written);
    assert_eq!(place.read("cas.csv"), text);
    let said = place.fails(4, &decided);
    assert!(said.contains("exists already"), "{said}");
    let ran = place
        .run("evidence prepare cas.csv --profile case --recipe cas.csv --output z.csv");
    assert_eq!(ran.code, 1);
}

/// What is not sure is asked, with help and a way back; whoever stops finds the decisions
/// in a recipe and goes on from there.
#[test]
fn decisions_are_asked_for() {
    let place = Place::new();
    place.write(
        "cas.csv",
        "Sexe;Nationalité;Année;Forme;Couleur\nF;Kenya;2021;zzz;rouge\n\
         H;Kenya;2021;travail forcé;bleu\n",
    );
    let command = "evidence prepare cas.csv --profile case --ask --output p.csv \
                   --map Forme=vic_TypeOfExploitation";
    let answers = "?\nprs_Gender\nshoe\n-\n:back\n\nforced labor\nForcedLaboor\n:stop\n";
    let ran = place.feed(command, answers);
    assert_eq!(ran.code, 130, "{}{}", ran.out, ran.talk);
    insta::assert_snapshot!("decisions_stopped", ran.talk);
    assert!(!place.path("p.csv").exists());
    let again = "evidence prepare cas.csv --profile case --ask --recipe p.recipe.json \
                 --save-recipe p.recipe.json --output p.csv";
    let ran = place.feed(again, "other\n");
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.talk);
    assert!(
        place.read("p.csv").contains("Other") && !place.read("p.csv").contains("bleu")
    );
    let ran = place.feed(&format!("{command} --save-recipe p.recipe.json"), "");
    assert!(ran.code == 4 && !ran.talk.contains("question"), "{}", ran.talk);
}

/// A summary in the terminal, as tables for programs, as pictures and as one document.
#[test]
fn a_table_is_summarized() {
    let place = Place::new();
    let mut text =
        "case_id,year,prs_Gender,age_band,vic_TypeOfExploitation,vic_MethodsOfControl\n"
            .to_owned();
    for number in 0..120 {
        let gender = if number % 3 == 0 { "Masculine" } else { "Feminine" };
        let age = if number % 7 == 0 { "9-17" } else { "18-20" };
        let control = if number % 2 == 0 { "DebtBondage" } else { "" };
        writeln!(
            text,
            "A{number},{},{gender},{age},ForcedLabour,{control}",
            2020 + number % 2
        )
        .unwrap();
    }
    place.write("cases.csv", text);
    insta::assert_snapshot!(
        place.ok("evidence summary cases.csv --source \"Example Shelter\"")
    );
    insta::assert_snapshot!(
        place.ok("evidence summary cases.csv --by year,sex --to csv")
    );
    let json = place.ok("evidence summary cases.csv --to json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["format"], "untoc-figures/1");
    place.ok("evidence summary cases.csv --to svg --output charts");
    let svg = place.read("charts/trend.svg");
    assert!(svg.contains("role=\"img\"") && svg.contains("Cases by year, 2020 to 2021"));
    assert!(!svg.contains("figure-"), "a text is missing: {svg}");
    place.fails(4, "evidence summary cases.csv --to svg --output charts");
    place.fails(2, "evidence summary cases.csv --to svg");
    place.fails(2, "evidence summary cases.csv --by shoe-size");
    place.fails(3, "evidence summary missing.csv");
}

/// The rows of a table become an answer, which can be taken back; counts that are left out
/// stay empty, and an answer that is there is not lost.
#[test]
fn a_table_answers_a_question() {
    let place = Place::dossier("--instruments tip --clusters 2");
    let question = "tip-6-q2";
    place.write(
        "victims.csv",
        "year,sex,age_group,exploitation,origin,identified,shelter\n\
         2024,total,total,total,total,40,x\n2024,female,total,total,total,<5,x\n\
         2024,male,total,total,total,*,x\n2025,total,total,total,total,52,x\n",
    );
    let command = format!("evidence fill {question} victims.csv");
    let dry = place.ok(&format!("{command} --dry-run"));
    insta::assert_snapshot!(dry);
    assert_eq!(place.run(&format!("answer {question} --remove")).code, 2);
    let ran = place.run(&command);
    assert_eq!(ran.code, 0, "{}", ran.talk);
    assert!(ran.talk.contains("not linked"), "{}", ran.talk);
    let response = place.read("responses/tip-cluster-2.json");
    assert!(response.contains("\"identified\": 52"), "{response}");
    let last = place.read("history.jsonl").lines().last().unwrap_or_default().to_owned();
    assert!(last.contains("\"via\":\"evidence\""), "{last}");
    place.fails(2, &command);
    place.ok(&format!("{command} --replace"));
    place.ok("undo");
    assert!(!place.read("responses/tip-cluster-2.json").contains("identified"));
    place.fails(2, &format!("{command} --item nothing"));
    place.write("wrong.csv", "year,sex,identified\n2024,total,many\n");
    let said = place.fails(1, &format!("evidence fill {question} wrong.csv"));
    assert!(said.contains("row 2") && !said.contains("many"), "{said}");
}
