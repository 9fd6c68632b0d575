//! What happens when something else than this tool changes the files.

use untoc_dossier::{ChangeSet, Error, FileName, How, Standing, Values, Via, Way};

use crate::folder::{Folder, act, give, text, tip, untoc};

const UNTOC: &str = "responses/untoc-cluster-1.json";
const TIP: &str = "responses/tip-cluster-1.json";

fn answer(folder: &Folder, question: &str, value: &str) {
    let mut dossier = folder.open();
    let changes = give(&dossier, &untoc(), question, text(value));
    dossier.commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer)).unwrap();
}

fn edit(folder: &Folder, file: &str, from: &str, to: &str) {
    let text = folder.read(file);
    assert!(text.contains(from), "{text}");
    folder.write(file, text.replace(from, to));
}

/// A change by a text editor is found, recorded before the next change, and both are in
/// the history with their questions.
#[test]
fn an_edit_is_found_and_recorded() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    edit(&folder, UNTOC, "\"no\"", "\"in_part\"");
    assert_eq!(folder.codes(), ["edited-outside"]);
    answer(&folder, "untoc-2-q6", "A later answer.");
    assert_eq!(folder.codes(), Vec::<&str>::new());
    let log = folder.open().log(Values::Shown, 10).unwrap();
    let vias: Vec<&str> = log.iter().map(|line| line.via.as_str()).collect();
    assert_eq!(vias, ["answer", "outside", "answer", "init"]);
    let change = &log[1].changes[0];
    assert_eq!(change.question.as_ref().unwrap().as_str(), "untoc-5-q1");
    assert_eq!(change.before, text("no"));
    assert_eq!(change.after, text("in_part"));
}

/// The form that an editor gives a file (line ends, a mark, spaces) is no fault, is put
/// right at the next change, and comes back when that change is undone.
#[test]
fn another_form_is_accepted_and_comes_back() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    let form = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    for file in [UNTOC, "dossier.json", "laws.json"] {
        folder.write(file, form(&folder.read(file)));
    }
    let edited = folder.state();
    assert_eq!(folder.codes(), ["edited-outside"; 3]);
    answer(&folder, "untoc-5-q1", "yes");
    assert!(!folder.read(UNTOC).contains('\r'));
    assert!(folder.read("laws.json").contains('\r'), "nobody has changed the laws");
    let mut dossier = folder.open();
    dossier.undo(1, &act(Via::Undo)).unwrap();
    assert_eq!(folder.state(), edited);
    dossier.redo(1, &act(Via::Redo)).unwrap();
    assert_eq!(folder.codes(), Vec::<&str>::new());
}

/// An answer that was changed from outside is not undone over; other answers are.
#[test]
fn undo_does_not_overwrite_a_change_from_outside() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    answer(&folder, "untoc-2-q6", "Covers agreements only.");
    edit(&folder, UNTOC, "\"no\"", "\"yes\"");
    let mut dossier = folder.open();
    dossier.undo(1, &act(Via::Undo)).unwrap();
    assert!(!folder.read(UNTOC).contains("Covers"));
    let before = (folder.state(), folder.read("history.jsonl"));
    // The recorded change from outside is now the newest one that stands; it and the
    // answer under it can be taken back in turn.
    edit(&folder, UNTOC, "\"yes\"", "\"in_part\"");
    let error = folder.open().undo(1, &act(Via::Undo)).unwrap_err();
    let Error::ChangedSince { way: Way::Undo, file, question, .. } = &error else {
        panic!("{error}");
    };
    assert_eq!(file.to_string(), UNTOC);
    assert_eq!(question.as_ref().unwrap().as_str(), "untoc-5-q1");
    insta::assert_snapshot!(error);
    assert_eq!(folder.read("history.jsonl"), before.1, "a refusal records nothing");
    edit(&folder, UNTOC, "\"in_part\"", "\"yes\"");
    assert_eq!(folder.state(), before.0);
    assert_eq!(folder.open().undo(2, &act(Via::Undo)).unwrap().len(), 2);
    assert!(!folder.read(UNTOC).contains("untoc-5-q1"));
}

/// A file that was deleted is missed, the deletion is recorded, and undo brings the file
/// back with its answers.
#[test]
fn a_deleted_file_can_be_brought_back() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    let whole = folder.read(UNTOC);
    std::fs::remove_file(folder.file(UNTOC)).unwrap();
    // The other file is untouched, so that the last line is not the one that made it.
    assert_eq!(folder.codes(), ["response-missing"]);
    let mut dossier = folder.open();
    let changes = give(&dossier, &tip(), "tip-5-q1", text("yes"));
    dossier.commit(&ChangeSet::answers(&tip(), changes), &act(Via::Answer)).unwrap();
    let log = dossier.log(Values::Hidden, 10).unwrap();
    assert_eq!((log[1].via.as_str(), log[1].changes[0].how), ("outside", How::Removed));
    dossier.undo(2, &act(Via::Undo)).unwrap();
    assert_eq!(folder.read(UNTOC), whole);
    assert_eq!(folder.codes(), Vec::<&str>::new());
}

/// A broken file stops neither reading nor writing the others; it is never overwritten,
/// and what stands in it is recorded.
#[test]
fn a_broken_file_hides_no_other() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    let broken = "{ \"format\": \"untoc-response/1\", \"answers\": {";
    folder.write(TIP, broken);
    let mut dossier = folder.open();
    assert!(dossier.response(&untoc()).is_some());
    assert!(dossier.response(&tip()).is_none());
    answer(&folder, "untoc-2-q6", "A later answer.");
    let changes = give(&dossier, &tip(), "tip-5-q1", text("yes"));
    let error = dossier
        .commit(&ChangeSet::answers(&tip(), changes), &act(Via::Answer))
        .unwrap_err();
    let Error::Faulty { file, findings } = &error else { panic!("{error}") };
    assert_eq!(file, TIP);
    assert!(!findings.is_empty());
    assert_eq!(folder.read(TIP), broken);
    assert!(folder.read("history.jsonl").contains("untoc-response/1\\\""));
}

/// A response with a field that this version does not know is not overwritten, since
/// the field would be lost.
#[test]
fn a_file_that_would_lose_something_is_not_written() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    edit(&folder, UNTOC, "\"value\": \"no\"", "\"value\": \"no\", \"mood\": \"calm\"");
    let mut dossier = folder.open();
    let changes = give(&dossier, &untoc(), "untoc-2-q6", text("More."));
    let error = dossier
        .commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer))
        .unwrap_err();
    assert!(matches!(error, Error::Faulty { .. }), "{error}");
    assert!(folder.read(UNTOC).contains("calm"));
}

/// Bytes that are no text are kept out of the history but leave their digest.
#[test]
fn bytes_that_are_no_text_leave_their_digest() {
    let folder = Folder::new();
    folder.write("laws.json", b"\xff\xfe{\0}\0");
    answer(&folder, "untoc-5-q1", "no");
    let log = folder.open().log(Values::Hidden, 10).unwrap();
    assert_eq!(log[1].changes[0].file, FileName::Laws);
    let error = folder.open().undo(2, &act(Via::Undo)).unwrap_err();
    assert!(matches!(error, Error::Faulty { .. }), "{error}");
}

/// A dossier whose history was lost can be read and changed; a new history begins.
#[test]
fn a_lost_history_begins_anew() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    std::fs::remove_file(folder.file("history.jsonl")).unwrap();
    assert_eq!(folder.codes(), ["history-missing"]);
    answer(&folder, "untoc-2-q6", "A later answer.");
    assert_eq!(folder.codes(), Vec::<&str>::new());
    let log = folder.open().log(Values::Hidden, 10).unwrap();
    assert_eq!((log.len(), log[1].changes.len()), (2, 4));
    let standing: Vec<_> = log.iter().map(|line| line.standing).collect();
    assert_eq!(standing, [Standing::Stands; 2]);
}

/// A line that was changed by hand is reported for ever, and work goes on.
#[test]
fn a_broken_history_does_not_stop_work() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    edit(&folder, "history.jsonl", "ministry-of-justice", "ministry-of-health");
    assert_eq!(folder.codes(), ["history-broken"]);
    answer(&folder, "untoc-2-q6", "A later answer.");
    assert_eq!(folder.codes(), ["history-broken"]);
    folder.open().undo(1, &act(Via::Undo)).unwrap();
}

/// A history of a newer version is not added to.
#[test]
fn a_newer_history_is_left_alone() {
    let folder = Folder::new();
    edit(&folder, "history.jsonl", "untoc-history/1", "untoc-history/2");
    assert_eq!(folder.codes(), ["format-newer"]);
    let before = folder.read("history.jsonl");
    let mut dossier = folder.open();
    let changes = give(&dossier, &untoc(), "untoc-5-q1", text("no"));
    let error = dossier
        .commit(&ChangeSet::answers(&untoc(), changes), &act(Via::Answer))
        .unwrap_err();
    assert!(matches!(error, Error::Faulty { .. }), "{error}");
    assert_eq!(folder.read("history.jsonl"), before);
}

/// A torn last line is set aside once, and said once.
#[test]
fn a_torn_line_is_set_aside() {
    let folder = Folder::new();
    answer(&folder, "untoc-5-q1", "no");
    let whole = folder.read("history.jsonl");
    folder.write("history.jsonl", format!("{whole}{{\"format\":\"untoc-his"));
    assert_eq!(folder.codes(), ["history-torn"]);
    assert_eq!(folder.codes(), Vec::<&str>::new());
    assert_eq!(folder.read("history.jsonl"), whole);
    let kept = folder.read(".backup/history/torn-001.txt");
    assert_eq!(kept, "{\"format\":\"untoc-his");
}
