//! Workbooks as offices return them, and workbooks that nobody means well with.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod spreadsheet;

use std::io::{Cursor, Write};
use std::time::Instant;

use spreadsheet::{Page, Typed};
use untoc_core::{Code, CountryCode, Finding, Library, Response, SectionId, Value, Word};
use untoc_export::{
    FormFormat, FormOptions, Imported, ReadOptions, Scope, Subject, form, read_returned,
};
use untoc_report::Words;

/// A blank form on article 5.
fn blank() -> Vec<Page> {
    let library = Library::embedded();
    let plan = library.get("untoc-cluster-1").unwrap();
    let response = Response::new(&plan, CountryCode::EXAMPLELAND, "en");
    let subject = Subject {
        plan: &plan,
        response: &response,
        settings: None,
        laws: None,
        evidence: None,
    };
    let words = Words::load("en");
    let mut options = FormOptions::default();
    options.export.scope = Scope::Blank;
    options.export.selection.sections = vec![SectionId::unchecked("untoc-5")];
    spreadsheet::open(
        &FormFormat::Excel.write(&form(&[subject], &options, &words), &words).unwrap(),
    )
}

fn read(bytes: &[u8]) -> Imported {
    read_returned(bytes, &Library::embedded(), &ReadOptions::default())
}

fn sheet<'p>(pages: &'p mut [Page], name: &str) -> &'p mut Page {
    pages.iter_mut().find(|page| page.name == name).unwrap()
}

fn kinds(imported: &Imported) -> Vec<(Code, String)> {
    let kind = |finding: &Finding| match finding.values.get("kind") {
        Some(Word::Plain(kind)) => kind.clone(),
        _ => String::new(),
    };
    imported.findings.iter().map(|finding| (finding.code, kind(finding))).collect()
}

fn value(imported: &Imported, id: &str) -> Option<Value> {
    imported.incoming.first()?.answers.get(id)?.value.clone()
}

fn text(text: &str) -> Option<Value> {
    Some(Value::Text(text.to_owned()))
}

/// Rows in another order, rows that are gone, sheets that moved and hidden sheets that
/// were deleted: the answers are found.
#[test]
fn finds_what_was_moved() {
    let mut pages = blank();
    let page = sheet(&mut pages, "Art. 5");
    let first = page.row_of("untoc-5-q1").unwrap();
    let other = page.row_of("untoc-5-q6").unwrap();
    page.set(first, 2, "Yes, in part");
    page.set(other, 2, "No");
    page.set(other, 0, "untoc-5-q1");
    page.set(first, 0, "UNTOC-5-Q6 ");
    let gone = page.row_of("untoc-5-q7").unwrap();
    page.cells.retain(|(row, _), _| *row != gone);
    pages.reverse();
    pages.retain(|page| !page.name.starts_with('_'));
    for bytes in [spreadsheet::save_xlsx(&pages), spreadsheet::save_ods(&pages)] {
        let imported = read(&bytes);
        assert_eq!(value(&imported, "untoc-5-q6"), text("in_part"));
        assert_eq!(value(&imported, "untoc-5-q1"), text("no"));
        assert!(imported.form.is_some());
    }
}

/// A sheet that is there twice says so only where the two differ.
#[test]
fn tells_copies_apart() {
    let mut pages = blank();
    let row = sheet(&mut pages, "Art. 5").row_of("untoc-5-q1").unwrap();
    sheet(&mut pages, "Art. 5").set(row, 2, "Yes");
    let mut copy = sheet(&mut pages, "Art. 5").clone();
    copy.name = "Art. 5 (2)".to_owned();
    pages.push(copy);
    let imported = read(&spreadsheet::save_xlsx(&pages));
    assert_eq!(kinds(&imported), []);
    sheet(&mut pages, "Art. 5 (2)").set(row, 2, "No");
    let imported = read(&spreadsheet::save_xlsx(&pages));
    assert_eq!(kinds(&imported), [(Code::ImportUnplaced, "repeated".to_owned())]);
    assert_eq!(value(&imported, "untoc-5-q1"), text("yes"));
}

/// Texts beside the cells, on a sheet of somebody's own, and unknown ids are listed with
/// sheet and cell.
#[test]
fn lists_what_stands_beside() {
    let mut pages = blank();
    let page = sheet(&mut pages, "Art. 5");
    let row = page.row_of("untoc-5-q1").unwrap();
    page.set(row, 11, "see our letter");
    page.set(200, 3, "and this");
    page.set(201, 0, "untoc-5-q77");
    page.set(201, 2, "Yes");
    let mut own = Page { name: "Notes".to_owned(), ..Page::default() };
    own.set(0, 0, "to do");
    pages.push(own);
    let imported = read(&spreadsheet::save_xlsx(&pages));
    let found: Vec<String> = kinds(&imported).into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(found, ["beside", "beside", "sheet", "question"]);
    let place = imported.findings[0].place().unwrap();
    assert_eq!(place.pointer.as_deref(), Some(&*format!("'Art. 5'!L{}", row + 1)));
}

/// Digits of other scripts and numbers as text are read and reported; a row that was
/// added below a table is one more row.
#[test]
fn reads_what_people_type() {
    let mut pages = blank();
    let page = sheet(&mut pages, "Art. 5 – rows");
    let head = page.row_of("untoc-5-q10 #").unwrap();
    let column = (1..12).find(|at| page.text(head, *at).starts_with("Year")).unwrap();
    page.set(head + 1, column, "٢٠٢٤");
    page.cells.insert((head + 2, column), Typed::Number(2023.0));
    let last = (head + 1..).find(|row| page.text(*row, 0).is_empty()).unwrap();
    page.set(last, column, "۲۰۲۲");
    let imported = read(&spreadsheet::save_xlsx(&pages));
    let found: Vec<Code> = imported.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(found, [Code::ImportNormalised, Code::ImportNormalised]);
    let Some(Value::Rows(rows)) = value(&imported, "untoc-5-q10") else {
        panic!("no rows came back");
    };
    assert_eq!(rows.len(), 3);
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        zip.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const BOOK: &[u8] = br#"<workbook xmlns:r="r"><sheets><sheet name="Art. 5" r:id="rId1"/></sheets></workbook>"#;
const RELS: &[u8] = br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn book(sheet: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts = vec![
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELS),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend_from_slice(more);
    packed(&parts)
}

/// Traps are refused with one finding, soon.
#[test]
fn refuses_traps() {
    let row = |n: usize| format!("<row r=\"{n}\"><c r=\"A{n}\"><v>1</v></c></row>");
    let rows: String = (1..1_000_000).map(row).collect();
    let million = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let text = |n: usize| format!("<si><t>{n}</t></si>");
    let strings = format!("<sst>{}</sst>", (0..300_000).map(text).collect::<String>());
    let same = format!("<sst>{}</sst>", "<si><t/></si>".repeat(1_000_000));
    let zeros = vec![b' '; 200 << 20];
    let dtd = b"<!DOCTYPE w [<!ENTITY a \"x\">]><worksheet><sheetData/></worksheet>";
    let ods = "<o:document-content xmlns:o=\"o\" xmlns:table=\"t\" xmlns:office=\"f\"><table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"1000\" office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table></o:document-content>";
    let cases: Vec<(Code, Vec<u8>)> = vec![
        (Code::FormUnsafe, book(million.as_bytes(), &[])),
        (
            Code::FormUnsafe,
            book(b"<worksheet/>", &[("xl/sharedStrings.xml", strings.as_bytes())]),
        ),
        (
            Code::ArchiveLimit,
            book(b"<worksheet/>", &[("xl/sharedStrings.xml", same.as_bytes())]),
        ),
        (Code::ArchiveLimit, book(&zeros, &[])),
        (Code::FormNotReadable, book(dtd, &[])),
        (Code::FormUnsafe, book(b"<worksheet/>", &[("xl/vbaProject.bin", b"x")])),
        (
            Code::FormUnsafe,
            book(b"<worksheet/>", &[("xl/externalLinks/externalLink1.xml", b"<x/>")]),
        ),
        (
            Code::FormUnsafe,
            packed(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", ods.as_bytes()),
            ]),
        ),
        (Code::FormNotReadable, book(b"<worksheet/>", &[])),
    ];
    for (at, (code, bytes)) in cases.into_iter().enumerate() {
        let start = Instant::now();
        let imported = read(&bytes);
        let found: Vec<Code> = imported.findings.iter().map(|f| f.code).collect();
        // The mimetype is packed in one of them, and then it is any zip file.
        assert!(found == [code] || found == [Code::FormNotReadable], "{at}: {found:?}");
        assert!(imported.incoming.is_empty());
        assert!(start.elapsed().as_secs() < 20, "{at} took too long");
    }
}
