//! The guide for batch jobs: what it shows can be used as it is.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use saphyr::{LoadableYamlNode, Yaml};

use crate::run::Place;

const GUIDE: &str = include_str!("../../docs/batch.md");

/// The blocks of the guide that are files, by name.
fn files() -> BTreeMap<&'static str, &'static str> {
    let mut files = BTreeMap::new();
    for (info, text) in blocks() {
        if let Some((_, name)) = info.split_once(' ') {
            files.insert(name, text);
        }
    }
    files
}

fn blocks() -> Vec<(&'static str, &'static str)> {
    let parts: Vec<&str> = GUIDE.split("\n```").collect();
    let inside = parts.iter().skip(1).step_by(2);
    inside.map(|block| block.split_once('\n').unwrap()).collect()
}

/// A folder with three dossiers, one of them wrong, and the program on the path.
fn night() -> Place {
    let place = Place::new();
    for name in ["fiji", "kenya", "peru"] {
        place.ok(&format!(
            "init received/{name} --state XXA --instruments fp --clusters 1"
        ));
    }
    place.write("received/peru/laws.json", "[");
    std::fs::create_dir(place.path("bin")).unwrap();
    symlink(env!("CARGO_BIN_EXE_untoc"), place.path("bin/untoc")).unwrap();
    place
}

fn shell(place: &Place, text: &str, variables: &[(&str, &str)]) -> (i32, String) {
    let path = std::env::var("PATH").unwrap();
    let output = Command::new("bash")
        .args(["-c", text])
        .current_dir(place.path("."))
        .env("PATH", format!("{}:{path}", place.path("bin").display()))
        .env("UNTOC_NOW", "2026-11-24T09:30:00Z")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code().unwrap(), out + &String::from_utf8_lossy(&output.stderr))
}

/// The report of one run, which joined parts must equal.
fn whole(place: &Place) -> String {
    place.run("validate received --level submission --format json").out
}

/// The script of an Indexed Job does each part, and the parts are the whole.
#[test]
fn the_kubernetes_job_works() {
    let place = night();
    let documents = Yaml::load_from_str(files()["job.yaml"]).unwrap();
    let spec = &documents[0]["spec"];
    let count = spec["completions"].as_integer().unwrap();
    assert_eq!(spec["completionMode"].as_str(), Some("Indexed"));
    let container = &spec["template"]["spec"]["containers"][0];
    let command: Vec<_> = container["command"]
        .as_vec()
        .unwrap()
        .iter()
        .map(|c| c.as_str().unwrap())
        .collect();
    assert_eq!(command[..2], ["/bin/sh", "-euc"]);
    for index in 0..count {
        let variables = [("JOB_COMPLETION_INDEX", &*index.to_string())];
        let (code, said) = shell(&place, command[2], &variables);
        assert_eq!(code, 0, "{said}");
    }
    let (code, said) =
        shell(&place, "untoc join-reports parts/*.json --output night.json", &[]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(place.read("night.json"), whole(&place));
}

/// The scripts for Slurm do each part and join them.
#[test]
fn the_slurm_scripts_work() {
    let place = night();
    let files = files();
    let folder = place.path(".").display().to_string();
    let part = files["parts.slurm"];
    let count = part.split("--array=1-").nth(1).unwrap().split('\n').next().unwrap();
    for task in 1..=count.parse::<u32>().unwrap() {
        let variables = [
            ("SLURM_SUBMIT_DIR", folder.as_str()),
            ("SLURM_CPUS_PER_TASK", "2"),
            ("SLURM_ARRAY_TASK_ID", &*task.to_string()),
            ("SLURM_ARRAY_TASK_COUNT", count),
        ];
        let (code, said) = shell(&place, part, &variables);
        assert_eq!(code, 0, "{said}");
    }
    let (code, said) =
        shell(&place, files["join.slurm"], &[("SLURM_SUBMIT_DIR", &folder)]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(place.read("night.json"), whole(&place));
    // sbatch itself is not at hand: it says a number and takes the script.
    let sbatch =
        "#!/bin/sh\nfor script; do :; done\ntest -e \"$script\" || exit 9\necho 17\n";
    place.write("bin/sbatch", sbatch);
    for name in ["parts.slurm", "join.slurm"] {
        place.write(name, files[name]);
    }
    let (code, said) =
        shell(&place, &format!("chmod +x bin/sbatch; {}", files["send.sh"]), &[]);
    assert_eq!((code, said.as_str()), (0, "17\n"));
}

/// The script for GNU parallel does each part and joins them.
#[test]
fn the_parallel_script_works() {
    let place = night();
    // In place of GNU parallel: takes its options away and runs the rest line by line.
    let parallel = "#!/bin/sh\nset -eu\nwhile [ \"$1\" != untoc ]; do shift; done\nwhile read -r part; do eval \"$(echo \"$*\" | sed \"s/{}/$part/g\")\" </dev/null; done\n";
    place.write("bin/parallel", parallel);
    let script = format!("chmod +x bin/parallel; {}", files()["parallel.sh"]);
    let (code, said) = shell(&place, &script, &[]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(place.read("night.json"), whole(&place));
}

/// The script of the whole night is silent when nothing is new, and writes letters when
/// something is.
#[test]
fn the_script_of_the_night_works() {
    let place = night();
    let script = files()["night.sh"];
    let (code, said) = shell(&place, script, &[]);
    assert_eq!(code, 0, "{said}");
    assert!(place.path("letters/letter-received-peru.html").exists());
    std::fs::remove_dir_all(place.path("letters")).unwrap();
    let (code, said) = shell(&place, script, &[]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("nothing new") && !place.path("letters").exists());
    place.write("received/fiji/laws.json", "[");
    let (code, said) = shell(&place, script, &[]);
    assert_eq!(code, 0, "{said}");
    assert!(place.path("letters/letter-received-fiji.html").exists());
}

/// Every other command of the guide is understood, and does what it is shown for.
#[test]
fn every_command_runs() {
    let place = night();
    place.write("due.csv", files()["due.csv"]);
    let earlier = "--level submission --format json --exit-zero --output yesterday.json";
    place.ok(&format!("validate received {earlier}"));
    for part in 1..=2 {
        let how = "--level submission --format json --exit-zero --output";
        let output = format!("parts/{part}.json");
        std::fs::create_dir_all(place.path("parts")).unwrap();
        place.ok(&format!("validate received --shard {part}/2 {how} {output}"));
    }
    let commands: Vec<&str> =
        blocks().into_iter().filter(|b| b.0 == "sh").flat_map(|b| b.1.lines()).collect();
    assert_eq!(commands.len(), 6);
    for command in commands {
        let (code, said) = shell(&place, command, &[]);
        assert!(code <= 1, "{command}: {code} {said}");
    }
    assert!(place.path("letters/letter-received-peru.html").exists());
}
