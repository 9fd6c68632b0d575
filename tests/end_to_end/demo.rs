//! The complete example.

use crate::run::{Place, files};

/// The demo does the whole job, exits 0 and makes the same bytes each time.
#[test]
fn the_demo_does_the_whole_job() {
    let (one, two) = (Place::new(), Place::new());
    let out = one.ok("demo");
    insta::assert_snapshot!(out);
    two.ok("demo");
    let made = |place: &Place| {
        let mut all = files(&place.path("untoc-demo"));
        // The lock says which process held it.
        all.retain(|file, _| !file.starts_with(".lock"));
        all
    };
    assert!(made(&one) == made(&two));
}

/// A second demo takes the next free name and touches nothing of the first.
#[test]
fn a_second_demo_takes_the_next_name() {
    let place = Place::new();
    place.ok("demo");
    let before = files(&place.path("untoc-demo"));
    assert!(place.ok("demo").contains("untoc-demo-2"));
    assert!(files(&place.path("untoc-demo")) == before);
}

/// The demo's dossier has no error at level draft.
#[test]
fn the_demo_is_right_as_far_as_it_goes() {
    let mut place = Place::new();
    place.ok("demo");
    place.enter("untoc-demo");
    place.ok("validate");
    assert_eq!(place.run("validate --level submission").code, 1);
}

/// The README shows a run as it is.
#[test]
fn the_readme_shows_a_real_run() {
    let readme = include_str!("../../README.md").replace("\r\n", "\n");
    let out = Place::new().ok("demo");
    assert!(readme.contains(&out), "put this into README.md:\n{out}");
}
