//! Workbooks: read as people see them, and traps refused.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::io::{Cursor, Write};
use std::time::Instant;

use untoc_core::{Code, Finding, Word};
use untoc_evidence::{Workbook, is_workbook, read_workbook};
use untoc_intake::Refusal;
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Notes" r:id="rId2" state="hidden"/><sheet name="Cases" r:id="rId1"/></sheets></workbook>"#;
const RELS: &str = r#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
const STRINGS: &str = r#"<sst count="3" uniqueCount="4000000000"><si><t>case &amp; date</t></si><si><r><t>two </t></r><r><t>parts</t></r><rPh><t>x</t></rPh></si><si><t>a,b</t></si></sst>"#;

fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet/>"),
        ("xl/comments1.xml", b"<comments/>"),
        ("docProps/core.xml", b"<p><creator>A. Person</creator></p>"),
    ])
}

fn read(bytes: &[u8]) -> Workbook {
    let source = bytes.to_vec();
    assert!(is_workbook(&source).unwrap());
    read_workbook(&source, None).unwrap()
}

fn refused(bytes: Vec<u8>) -> Finding {
    let start = Instant::now();
    let Err(Refusal::Finding(finding)) = read_workbook(&bytes, None) else {
        panic!("the workbook was read");
    };
    // A second is the aim; tests are not optimized and share the machine with others.
    assert!(start.elapsed().as_secs() < 20, "it took too long");
    *finding
}

fn text(book: &Workbook) -> String {
    String::from_utf8(book.csv.to_bytes().unwrap()).unwrap()
}

fn list<'f>(findings: &'f [Finding], code: Code, value: &str) -> &'f [String] {
    let finding = findings.iter().find(|finding| finding.code == code).unwrap();
    match finding.values.get(value).unwrap() {
        Word::List(items) | Word::OneOf(items) => items,
        Word::Plain(_) | Word::Number(_) | Word::Private(_) => {
            panic!("{value} is no list")
        }
    }
}

/// Cells come out as people see them, in their rows; what else is there is told.
#[test]
fn reads_excel() {
    let sheet = r#"<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="2" max="2" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>code</t></is></c></row>
        <row r="3" hidden="1"><c r="A3" s="1"><v>45292</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" s="2"><v>204</v></c></row>
        <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="b"><v>1</v></c><c r="C4"><f>1+1</f><v>2.5</v></c></row>
        </sheetData></worksheet>"#;
    let book = read(&xlsx(sheet, STRINGS));
    assert_eq!(book.sheet, "Cases");
    assert_eq!(
        text(&book),
        "case & date,,code\n\n2024-01-01,\"a,b\",0204\ntwo parts,TRUE,2.5\n"
    );
    assert_eq!(
        list(&book.findings, Code::TableWorkbookCarries, "carries"),
        [
            "authors",
            "comments",
            "formulas",
            "hidden-columns",
            "hidden-rows",
            "hidden-sheets"
        ]
    );
    assert_eq!(list(&book.findings, Code::TableSheets, "names"), ["Notes"]);
}

/// What another program writes is read.
#[test]
fn reads_what_others_write() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Данные").unwrap();
    for (row, (name, number)) in
        [("страна", 1.0), ("البلد", 2.5), ("国家, 地区", -3.0)].iter().enumerate()
    {
        let row = u32::try_from(row).unwrap();
        sheet.write_string(row, 0, *name).unwrap();
        sheet.write_number(row, 1, *number).unwrap();
    }
    let book = read(&workbook.save_to_buffer().unwrap());
    assert_eq!(book.sheet, "Данные");
    assert_eq!(text(&book), "страна,1\nالبلد,2.5\n\"国家, 地区\",-3\n");
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<d xmlns:t="t"><style name="h"><table-properties display="false"/></style><spreadsheet><t:table t:name="Data">{rows}</t:table><t:table t:name="Old" t:style-name="h"><t:table-row><t:table-cell value-type="string"><p>no</p></t:table-cell></t:table-row></t:table></spreadsheet></d>"#
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

/// Repeated cells and rows, dates and remarks of OpenDocument are read.
#[test]
fn reads_opendocument() {
    let rows = r#"<t:table-row><t:table-cell value-type="string"><p>date</p></t:table-cell><t:table-cell number-columns-repeated="2" value-type="string"><p>a<s/>b</p><p>c</p></t:table-cell></t:table-row>
        <t:table-row number-rows-repeated="2"><t:table-cell/></t:table-row>
        <t:table-row number-rows-repeated="2"><t:table-cell value-type="date" date-value="2024-01-01"><p>1 Jan</p><annotation><p>secret</p></annotation></t:table-cell><t:table-cell value-type="float" value="2.5"><p>2,5</p></t:table-cell></t:table-row>
        <t:table-row number-rows-repeated="1048000"><t:table-cell number-columns-repeated="16384"/></t:table-row>"#;
    let book = read(&ods(rows));
    assert_eq!(book.sheet, "Data");
    assert_eq!(
        text(&book),
        "date,\"a b\nc\",\"a b\nc\"\n\n\n2024-01-01,2.5,\n2024-01-01,2.5,\n"
    );
    assert_eq!(
        list(&book.findings, Code::TableWorkbookCarries, "carries"),
        ["comments", "hidden-sheets"]
    );
}

/// Workbooks that would fill the memory are refused at once.
#[test]
fn refuses_traps() {
    // A cell far away in each of many rows.
    let rows: String = (1..3000)
        .map(|row| format!("<row r=\"{}\"><c r=\"XFD1\"><v>1</v></c></row>", row * 300))
        .collect();
    let far =
        xlsx(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), STRINGS);
    assert_eq!(refused(far).code, Code::TableWorkbookUnreadable);
    // A thousand times larger than packed.
    let strings =
        format!("<sst>{}</sst>", "<si><t>aaaaaaaaaaaaaaaa</t></si>".repeat(1_000_000));
    assert_eq!(refused(xlsx("<worksheet/>", &strings)).code, Code::ArchiveLimit);
    // One cell that says that it is a billion.
    let billion = r#"<t:table-row number-rows-repeated="1048576"><t:table-cell number-columns-repeated="16384" value-type="float" value="1"/></t:table-row>"#;
    assert_eq!(refused(ods(billion)).code, Code::TableWorkbookUnreadable);
    // Texts by the million, each as short as can be, packed no better than others are.
    let mut many = String::from("<sst>");
    let mut state = 1_u64;
    for _ in 0..1_500_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        many.push_str(&format!("<si/><si><t>{:x}</t></si><si/>", state >> 40));
    }
    many.push_str("</sst>");
    assert_eq!(refused(xlsx("<worksheet/>", &many)).code, Code::TableWorkbookUnreadable);
    // Rows and cells with numbers past all counting.
    let most = usize::MAX;
    let row = format!(
        "<worksheet><sheetData><row r=\"{most}\"><c r=\"A1\"><v>1</v></c></row><row><c r=\"B1\"><v>1</v></c></row></sheetData></worksheet>"
    );
    assert_eq!(refused(xlsx(&row, STRINGS)).code, Code::TableWorkbookUnreadable);
    let cell = format!(
        r#"<t:table-row number-rows-repeated="{most}"><t:table-cell number-columns-repeated="{most}"/><t:table-cell number-columns-repeated="{most}" value-type="float" value="1"/></t:table-row>"#
    );
    assert_eq!(refused(ods(&cell)).code, Code::TableWorkbookUnreadable);
    // A document type with entities, a part that is missing, and an old workbook.
    let doctype =
        packed(&[("content.xml", b"<!DOCTYPE d [<!ENTITY a \"b\">]><d>&a;</d>")]);
    assert_eq!(refused(doctype).code, Code::TableWorkbookUnreadable);
    assert_eq!(
        refused(packed(&[("other.xml", b"<d/>")])).code,
        Code::TableWorkbookUnreadable
    );
    assert_eq!(
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()).code,
        Code::TableWorkbookUnreadable
    );
}

/// A sheet is chosen by its name; a name that is not there is told with those that are.
#[test]
fn chooses_a_sheet() {
    let bytes = ods(
        "<t:table-row><t:table-cell value-type=\"string\"><p>yes</p></t:table-cell></t:table-row>",
    );
    assert_eq!(text(&read_workbook(&bytes, Some("Old")).unwrap()), "no\n");
    let Err(Refusal::Finding(finding)) = read_workbook(&bytes, Some("New")) else {
        panic!()
    };
    assert_eq!(finding.code, Code::TableWorkbookUnreadable);
}
