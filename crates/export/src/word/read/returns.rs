//! Tests of what offices do to a form before they send it back.

use std::io::{Cursor, Read, Write};
use std::time::Instant;

use untoc_core::{CountryCode, Library, Response, SectionId};
use untoc_report::{Privacy, Words};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::read_form;
use crate::choose::Subject;
use crate::form::{FormFormat, FormOptions, ReturnedFormat, form, read_returned};
use crate::import::Imported;
use crate::returned::ReadOptions;
use crate::selection::Scope;

/// A blank form on article 5.
fn blank(library: &Library) -> Vec<u8> {
    let plan = library.get("untoc-cluster-1").expect("it is embedded");
    let response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
    let subject = Subject {
        plan: &plan,
        response: &response,
        settings: None,
        laws: None,
        evidence: None,
    };
    let mut options = FormOptions::default();
    options.export.scope = Scope::Blank;
    options.export.selection.sections = vec![SectionId::unchecked("untoc-5")];
    let words = Words::load("en");
    FormFormat::Word.write(&form(&[subject], &options, &words), &words).unwrap()
}

/// Changes the parts of a document: `edit` gets a name and a text and gives another.
fn edit(
    bytes: &[u8],
    edit: impl Fn(&str, &str) -> String,
    more: &[(&str, &str)],
) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        writer.start_file(&*name, options).unwrap();
        writer.write_all(edit(&name, &text).as_bytes()).unwrap();
    }
    for (name, text) in more {
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Changes the rows of questions: the text of the row, from `<w:tr>` to its end.
fn edit_row(bytes: &[u8], id: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mark = format!("w:name=\"q_{}\"", id.replace('-', "_"));
    edit(
        bytes,
        |name, text| {
            if name != "word/document.xml" {
                return text.to_owned();
            }
            let at = text.find(&mark).expect("the question is in the form");
            let start = text[..at].rfind("<w:tr>").unwrap();
            let end = at + text[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
            format!("{}{}{}", &text[..start], change(&text[start..end]), &text[end..])
        },
        &[],
    )
}

/// Chooses an option, as Word does.
fn choose(row: &str, label: &str) -> String {
    let row = row.replacen("<w:showingPlcHdr/>", "", 1);
    row.replacen(">choose</w:t>", &format!(">{label}</w:t>"), 1)
}

/// Writes runs into the last cell of a row, that of the note.
fn note(row: &str, runs: &str) -> String {
    let at = row.rfind("</w:p></w:tc>").unwrap();
    format!("{}{runs}{}", &row[..at], &row[at..])
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn read(bytes: &[u8]) -> (Imported, Vec<String>) {
    let library = Library::embedded();
    let imported = read_form(bytes, &library, &ReadOptions::default());
    let words = Words::load("en");
    let told = imported.findings.iter().map(|finding| {
        let mut finding = finding.clone();
        finding.set_file("justice.docx");
        words.message(&finding, Privacy::Shown)
    });
    let told = told.collect();
    (imported, told)
}

fn answer(imported: &Imported, id: &str) -> String {
    let entry = imported.incoming.first().and_then(|file| file.answers.get(id));
    serde_json::to_string(&entry).unwrap()
}

const Q: &str = "untoc-5-q1";

/// Tracked insertions count, deletions do not, in split runs and with entities; the
/// import says that they were there.
#[test]
fn tracked_changes_are_read_as_they_would_be_accepted() {
    let library = Library::embedded();
    let bytes = edit_row(&blank(&library), Q, |row| {
        let runs = format!(
            "{}<w:proofErr w:type=\"spellStart\"/>{}<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>not </w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"A\">{}</w:ins>",
            run("A &amp; B "),
            run("&lt;do&gt; "),
            run("cover it"),
        );
        note(&choose(row, "Yes, in part"), &runs)
    });
    let (imported, told) = read(&bytes);
    assert_eq!(
        answer(&imported, Q),
        r#"{"value":"in_part","note":"A & B <do> cover it"}"#
    );
    assert_eq!(
        told,
        [
            "justice.docx has tracked changes (1 insertions, 1 deletions): what was inserted was read, and what was deleted was not"
        ]
    );
}

/// A row that was deleted as a tracked change is gone; one that was moved keeps its place
/// in the questionnaire; one that stands twice with other texts is reported.
#[test]
fn rows_are_deleted_moved_and_repeated() {
    let library = Library::embedded();
    let blank = blank(&library);
    let deleted = edit_row(&blank, Q, |row| {
        let row = choose(row, "Yes");
        row.replacen("<w:trPr>", "<w:trPr><w:del w:id=\"9\" w:author=\"A\"/>", 1)
    });
    let (imported, told) = read(&deleted);
    assert_eq!(answer(&imported, Q), "null");
    assert_eq!(told.len(), 1, "{told:?}");
    let repeated = edit_row(&blank, Q, |row| {
        let first = note(&choose(row, "Yes"), &run("one"));
        let second = note(&choose(row, "Yes"), &run("two"));
        format!("{first}{second}")
    });
    let (imported, told) = read(&repeated);
    assert_eq!(answer(&imported, Q), r#"{"value":"yes","note":"one"}"#);
    assert_eq!(
        told,
        ["note of untoc-5-q1 stands twice with different texts; the first one is taken"]
    );
}

/// A second copy of the form behind the first fills what the first leaves open, and what
/// it says otherwise is reported.
#[test]
fn a_second_copy_is_noticed() {
    let library = Library::embedded();
    let first =
        edit_row(&blank(&library), Q, |row| note(&choose(row, "Yes"), &run("one")));
    let both = edit(
        &first,
        |name, text| {
            if name != "word/document.xml" {
                return text.to_owned();
            }
            let start = text.find("<w:body>").unwrap() + "<w:body>".len();
            let end = text.find("<w:sectPr>").unwrap();
            let copy = text[start..end].replace(">one<", ">two<");
            format!("{}{copy}{}", &text[..end], &text[end..])
        },
        &[],
    );
    let (imported, told) = read(&both);
    assert_eq!(answer(&imported, Q), r#"{"value":"yes","note":"one"}"#);
    assert_eq!(told.len(), 1, "{told:?}");
}

/// What was typed beside the cells is listed, with where it stands.
#[test]
fn text_beside_the_cells_is_listed() {
    let library = Library::embedded();
    let gap = "<w:pStyle w:val=\"UntocGap\"/></w:pPr>";
    let bytes = edit_row(&blank(&library), Q, |row| {
        let typed = format!(
            "<w:p><w:pPr><w:pStyle w:val=\"UntocHelp\"/></w:pPr>{}</w:p></w:tc>",
            run("We answer for the whole country.")
        );
        row.replacen("</w:tc>", &typed, 1)
    });
    let bytes = edit(
        &bytes,
        |_, text| text.replacen(gap, &format!("{gap}{}", run("See the annex.")), 1),
        &[],
    );
    let (_, told) = read(&bytes);
    assert_eq!(
        told,
        [
            "\"We answer for the whole country.\" stands beside the answer to untoc-5-q1 and is not read",
            "\"See the annex.\" stands outside of the answers, under Article 5. Participation in an organized criminal group, and is not read",
        ]
    );
}

/// Comments become remarks, with the name of who wrote them.
#[test]
fn comments_become_remarks() {
    let library = Library::embedded();
    let bytes = edit_row(&blank(&library), Q, |row| {
        note(&choose(row, "No"), "<w:r><w:commentReference w:id=\"4\"/></w:r>")
    });
    let comments = "<w:comments xmlns:w=\"x\"><w:comment w:id=\"4\" w:author=\"A. Clerk\"><w:p><w:r><w:t>Ask the police.</w:t></w:r></w:p></w:comment></w:comments>";
    let bytes =
        edit(&bytes, |_, text| text.to_owned(), &[("word/comments.xml", comments)]);
    let (imported, told) = read(&bytes);
    assert_eq!(
        answer(&imported, Q),
        r#"{"value":"no","remarks":"A. Clerk: Ask the police."}"#
    );
    assert_eq!(told, Vec::<String>::new());
}

/// Without tags the bookmarks find the rows, and without bookmarks the ids that people
/// see do; a control that was typed over still gives its answer.
#[test]
fn any_one_anchor_is_enough() {
    let library = Library::embedded();
    let filled = edit_row(&blank(&library), Q, |row| note(&choose(row, "No"), &run("n")));
    let drop = |bytes: &[u8], start: &str| {
        edit(
            bytes,
            |name, text| {
                let mut text = text.to_owned();
                while name == "word/document.xml"
                    && let Some(at) = text.find(start)
                {
                    let end = at + text[at..].find("/>").unwrap() + 2;
                    text.replace_range(at..end, "");
                }
                text
            },
            &[],
        )
    };
    let wanted = r#"{"value":"no","note":"n"}"#;
    let no_tags = drop(&drop(&filled, "<w:tag "), "<w:alias ");
    assert_eq!(answer(&read(&no_tags).0, Q), wanted);
    let no_marks = drop(&no_tags, "<w:bookmarkStart ");
    let (imported, told) = read(&no_marks);
    assert_eq!(answer(&imported, Q), wanted);
    assert_eq!(told, Vec::<String>::new());
    let no_styles = drop(&no_marks, "<w:pStyle ");
    assert_eq!(answer(&read(&no_styles).0, Q), wanted);
}

/// What is no form that can be read says what to ask the agency for.
#[test]
fn other_files_are_told_by_their_content() {
    let library = Library::embedded();
    for (bytes, kind) in [
        (&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"[..], "old-office"),
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"{\\rtf1", "rtf"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "open-text"),
    ] {
        assert_eq!(ReturnedFormat::of(bytes), ReturnedFormat::Unreadable(kind));
        let imported = read_returned(bytes, &library, &ReadOptions::default());
        assert_eq!(imported.findings.len(), 1, "{kind}");
    }
}

/// Documents that could do harm are refused, at once.
#[test]
fn hostile_documents_are_refused() {
    let library = Library::embedded();
    let blank = blank(&library);
    let same = |_: &str, text: &str| text.to_owned();
    let deep = |_: &str, text: &str| {
        let nested = "<w:ins>".repeat(100_000);
        text.replacen("<w:body>", &format!("<w:body><w:p>{nested}"), 1)
    };
    let entities = |name: &str, text: &str| match name {
        "word/document.xml" => text.replacen(
            "<w:document",
            "<!DOCTYPE d [<!ENTITY a \"aaaa\">]><w:document",
            1,
        ),
        _ => text.to_owned(),
    };
    let template = "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://example.org/t.dotm\" TargetMode=\"External\"/></Relationships>";
    let bomb = " ".repeat(40 << 20);
    let cases = [
        ("macros", edit(&blank, same, &[("word/vbaProject.bin", "x")])),
        ("links", edit(&blank, same, &[("word/_rels/settings.xml.rels", template)])),
        ("dtd", edit(&blank, entities, &[])),
        ("depth", edit(&blank, deep, &[])),
        ("bomb", edit(&blank, same, &[("word/comments.xml", &bomb)])),
        ("path", edit(&blank, same, &[("../../evil.xml", "x")])),
        ("cut", blank[..blank.len() / 2].to_vec()),
    ];
    for (name, bytes) in cases {
        let start = Instant::now();
        let (imported, told) = read(&bytes);
        assert!(imported.incoming.is_empty(), "{name}");
        assert_eq!(told.len(), 1, "{name}: {told:?}");
        assert!(start.elapsed().as_secs() < 10, "{name}");
    }
}
