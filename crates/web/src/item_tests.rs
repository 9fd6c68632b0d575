//! Evidence items through the real router: what a page shows, and what its forms do.

use axum::http::{StatusCode, header};
use untoc_core::{
    EVIDENCE_FORMAT, EVIDENCE_RECORD_FORMAT, Evidence, EvidenceFile, EvidenceRecord,
    FileRole, ItemId, Naming, OnwardUse, Provider, ProviderKind, Sensitivity, Stance,
    Terms,
};
use untoc_dossier::{Act, Digest, Dossier, Origin, RealDisk, Via, bag_of};

use crate::Access;
use crate::routes_tests::{NOW, Site};

const ITEM: &str = "court-monitoring-2025";
const PAGE: &str = "/evidence/item/court-monitoring-2025";

/// Takes an item into the dossier of a site.
fn with_item(site: &Site) {
    let bytes = b"year,victims\n2025,12\n".to_vec();
    let file = EvidenceFile {
        path: "data/counts.csv".to_owned(),
        bytes: bytes.len() as u64,
        sha256: Digest::of(&bytes).hex(),
        media_type: "text/csv".to_owned(),
        role: FileRole::Data,
        original: None,
    };
    let description = Evidence {
        schema: None,
        format: EVIDENCE_FORMAT.to_owned(),
        id: ItemId::parse(ITEM).unwrap(),
        title: "Court <monitoring>".to_owned(),
        provider: Provider {
            name: "Example Shelter".to_owned(),
            kind: ProviderKind::Ngo,
            contact: None,
        },
        issued: None,
        period: None,
        places: Vec::new(),
        unit: None,
        method: None,
        licence: None,
        sensitivity: Sensitivity::Restricted,
        terms: Terms {
            purpose: "the review".to_owned(),
            onward_use: OnwardUse::Secretariat,
            naming: Naming::Named,
            basis: None,
            keep_until: None,
        },
        limitations: None,
        language: None,
        files: Vec::new(),
        extensions: None,
    };
    let package =
        bag_of(description, "{}".to_owned(), vec![(file, Origin::Bytes(bytes))]);
    let record = EvidenceRecord {
        schema: None,
        format: EVIDENCE_RECORD_FORMAT.to_owned(),
        item: ItemId::parse(ITEM).unwrap(),
        received: None,
        digest: package.digest().to_string(),
        files: package.files().cloned().collect(),
        checks: Vec::new(),
        unused_because: None,
        erased: None,
        extensions: None,
    };
    let root = site.folder.path().join("dossier");
    let mut dossier = Dossier::open(&RealDisk, &root, &site.app.library).unwrap();
    dossier.add_item(&package, record, &Act::new(Via::Evidence, NOW)).unwrap();
}

/// The page of an item shows its description and charts without a style of their own,
/// gives the receipt out, and says which items there are not.
#[test]
fn an_item_has_a_page() {
    let site = Site::new(Access::Full);
    with_item(&site);
    let (status, page) = site.get(PAGE);
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains("Example Shelter (non-governmental organization)"));
    assert!(page.contains("<svg ") && page.contains("Victims &lt;by&gt; year"));
    assert!(!page.contains("Court <monitoring>") && !page.contains("<style"));
    assert!(!page.contains("style=") && !page.contains("web-"), "{page}");
    assert!(site.get("/static/figure.css").1.contains(".f0"));
    assert!(site.get("/evidence").1.contains(&format!("href=\"{PAGE}\"")));
    let (status, receipt) = site.get(&format!("{PAGE}/receipt"));
    assert_eq!((status, receipt.contains(ITEM)), (StatusCode::OK, true));
    assert_eq!(site.get("/evidence/item/none").0, StatusCode::NOT_FOUND);
}

/// An answer is linked and unlinked; a question that is not there changes nothing and
/// what was typed stays.
#[test]
fn links_and_unlinks() {
    let site = Site::new(Access::Full);
    with_item(&site);
    let link = |question: &str, stance: &str| {
        let once = site.hidden(PAGE, "once");
        let fields = [
            ("once", once.as_str()),
            ("question", question),
            ("stance", stance),
            ("note", "Table 2"),
        ];
        site.post(&format!("{PAGE}/link"), &fields)
    };
    let before = site.files();
    let (_, _, page) = link("untoc-999-q1", "supports");
    assert!(page.contains("There is a problem") && page.contains("value=\"Table 2\""));
    let (_, _, page) = link("untoc-5-q1", "proves");
    assert!(page.contains("There is a problem"));
    assert_eq!(site.files(), before);
    assert_eq!(link("untoc-5-q1", "contradicts").0, StatusCode::SEE_OTHER);
    assert_eq!(link("untoc-5-q1", "supports").0, StatusCode::SEE_OTHER);
    let links = site.answer("untoc-5-q1").unwrap().evidence;
    assert_eq!(links.len(), 1);
    assert_eq!(links[0].stance, Stance::Supports);
    assert_eq!(links[0].note.as_deref(), Some("Table 2"));
    assert!(site.get(PAGE).1.contains("/question/untoc-5-q1"));
    assert!(site.get("/section/untoc-5").1.contains(PAGE));
    let once = site.hidden(PAGE, "once");
    let fields = [("once", once.as_str()), ("question", "untoc-5-q1")];
    let (status, _, _) = site.post(&format!("{PAGE}/unlink"), &fields);
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(site.answer("untoc-5-q1"), None);
}

/// Removing takes the links along, and undo brings both back.
#[test]
fn removing_can_be_taken_back() {
    let site = Site::new(Access::Full);
    with_item(&site);
    let once = site.hidden(PAGE, "once");
    let fields = [("once", &*once), ("question", "untoc-5-q1"), ("stance", "supports")];
    site.post(&format!("{PAGE}/link"), &fields);
    let once = site.hidden(PAGE, "once");
    let (status, response, _) = site.post(&format!("{PAGE}/remove"), &[("once", &once)]);
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(response.headers()[header::LOCATION], "/evidence?done=removed");
    assert_eq!(site.get(PAGE).0, StatusCode::NOT_FOUND);
    assert_eq!(site.answer("untoc-5-q1"), None);
    let once = site.hidden("/log", "once");
    site.post("/log/undo", &[("once", &once)]);
    assert_eq!(site.get(PAGE).0, StatusCode::OK);
    assert_eq!(site.answer("untoc-5-q1").unwrap().evidence.len(), 1);
}

/// Who may only read sees the item and no forms.
#[test]
fn read_only_shows_items() {
    let site = Site::new(Access::ReadOnly);
    with_item(&site);
    let before = site.files();
    let (status, page) = site.get(PAGE);
    assert_eq!(status, StatusCode::OK);
    assert!(!page.contains("<form"), "{page}");
    for step in ["link", "unlink", "remove"] {
        let fields = [("once", "x"), ("question", "untoc-5-q1")];
        let (status, _, _) = site.post(&format!("{PAGE}/{step}"), &fields);
        assert_eq!(status, StatusCode::FORBIDDEN);
    }
    assert_eq!(site.files(), before);
}

/// Sends a file to a page and returns what it answers.
fn send_file(site: &Site, name: &str, bytes: usize) -> (StatusCode, String) {
    let once = site.hidden("/evidence/add", "once");
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"once\"\r\n\r\n{once}\r\n--x\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n\
         {}\r\n--x--\r\n",
        "a".repeat(bytes)
    );
    let request = axum::http::Request::post("/evidence/add")
        .header(header::HOST, crate::routes_tests::HOST)
        .header(header::ORIGIN, format!("http://{}", crate::routes_tests::HOST))
        .header(header::COOKIE, site.cookie.clone())
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let (status, _, page) = site.send(request.body(body.into()).unwrap());
    (status, page)
}

/// A file is shown with its findings and waits; only a description that is whole takes it
/// in, and what was typed stays until then.
#[test]
fn a_file_is_looked_at_and_taken_in() {
    let site = Site::new(Access::Full);
    let before = site.files();
    let (status, page) = send_file(&site, "counts.csv", 20);
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("a small count") && !page.contains("web-"), "{page}");
    let value = |page: &str, name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let (once, staged) = (value(&page, "once"), value(&page, "staged"));
    let some = [("once", &*once), ("staged", &*staged), ("title", "Court monitoring")];
    let (_, _, page) = site.post("/evidence/keep", &some);
    assert!(page.contains("this is missing: From"), "{page}");
    assert!(page.contains("value=\"Court monitoring\""));
    assert_eq!(site.files(), before, "nothing was written");
    let once = value(&page, "once");
    let all = [
        ("once", &*once),
        ("staged", &*staged),
        ("title", "Court monitoring"),
        ("provider", "Example Shelter"),
        ("provider-kind", "ngo"),
        ("sensitivity", "restricted"),
        ("purpose", "the review"),
        ("onward-use", "none"),
        ("naming", "named"),
    ];
    let (status, response, _) = site.post("/evidence/keep", &all);
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(response.headers()[header::LOCATION], format!("{PAGE}?done=added"));
    let once = site.hidden("/evidence/add", "once");
    let again = [("once", &*once), ("staged", &*staged)];
    assert!(site.post("/evidence/keep", &again).2.contains("choose it again"));
}

/// An encrypted package asks for what opens it; that stands on no page and in no file.
#[test]
fn an_encrypted_package_is_opened() {
    let site = Site::new(Access::Full);
    let before = site.files();
    let (_, page) = send_file(&site, "counts.zip.age", 20);
    assert!(
        page.contains("the package is encrypted") && page.contains("name=\"secret\"")
    );
    assert!(!page.contains("--passphrase"), "no option of the command line is named");
    let (_, page) = send_file(
        &site,
        "counts.age\"\r\n\r\na\r\n--x\r\nContent-Disposition: form-data; name=\"secret\"\r\n\r\ncorrect horse battery\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.csv",
        20,
    );
    assert!(
        page.contains("counts.age + 1") && page.contains("name=\"staged\""),
        "{page}"
    );
    assert!(!page.contains("correct horse"));
    assert_eq!(site.files(), before);
}

/// What is refused is shown with its findings, and what is too large is not let in.
#[test]
fn refuses_files() {
    let site = Site::new(Access::Full);
    let before = site.files();
    let (_, page) = send_file(&site, "broken.zip", 20);
    assert!(page.contains("the package is refused") && page.contains("a digest differs"));
    assert!(!page.contains("name=\"staged\""));
    let (status, _) = send_file(&site, "large.csv", 65 << 20);
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(site.files(), before);
    let site = Site::new(Access::ReadOnly);
    assert!(!site.get("/evidence/add").1.contains("<form"));
    let (status, _, _) = site.post("/evidence/keep", &[("once", "x")]);
    assert_eq!(status, StatusCode::FORBIDDEN);
}

/// A form comes home: what it would change is worked out from the file, which waits; only
/// what is accepted is taken, and the page cannot say what an answer becomes.
#[test]
fn takes_what_is_accepted_of_a_file() {
    let site = Site::new(Access::Full);
    let csv = "question,value,questionnaire\n\
        untoc-5-q1,yes,untoc-cluster-1\nuntoc-2-q1,in_part,untoc-cluster-1\n";
    let once = site.hidden("/import", "once");
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"once\"\r\n\r\n{once}\r\n--x\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n\
         {csv}\r\n--x--\r\n"
    );
    let request = axum::http::Request::post("/import")
        .header(header::HOST, crate::routes_tests::HOST)
        .header(header::ORIGIN, format!("http://{}", crate::routes_tests::HOST))
        .header(header::COOKIE, site.cookie.clone())
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let (status, _, page) = site.send(request.body(body.into()).unwrap());
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains("accept-untoc-5-q1"), "{page}");
    let value = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let fields = |staged: &str| {
        let once = site.hidden("/import", "once");
        let fields = [
            ("once", &*once),
            ("staged", staged),
            ("base/untoc-5-q1", "none"),
            ("entry/untoc-5-q1", "{\"value\":\"no\"}"),
            ("accept", "untoc-5-q1"),
        ];
        site.post("/import/take", &fields)
    };
    let staged = value("staged");
    let (status, response, _) = fields(&staged);
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(response.headers()[header::LOCATION], "/import?done=1");
    let entry = site.answer("untoc-5-q1").unwrap();
    assert_eq!(entry.value, Some(untoc_core::Value::Text("yes".to_owned())));
    assert_eq!(site.answer("untoc-2-q1"), None);
    assert!(fields(&staged).2.contains("choose it again"));
}
