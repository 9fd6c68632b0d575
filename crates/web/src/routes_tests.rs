//! Sends requests through the real router: what must not come in, and what a form does.

use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use jiff::Timestamp;
use tower::ServiceExt as _;
use untoc_core::{
    Cluster, CountryCode, Figure, FigureKind, FigureRow, Instrument, Library, Quantity,
    Settings, Severity,
};
use untoc_dossier::{Act, Dossier, RealDisk, Via};

use crate::{
    Access, App, AppOptions, Desk, EvidenceLook, ExportFormat, ExportWish, Sent,
    TableCheck, TableFinding, Trouble, router,
};

pub(crate) const HOST: &str = "127.0.0.1:4711";
pub(crate) const NOW: &str = "2026-11-24T09:30:00Z";

struct NoDesk;

impl Desk for NoDesk {
    fn now(&self) -> Timestamp {
        NOW.parse().unwrap()
    }

    fn export_formats(&self) -> Vec<ExportFormat> {
        Vec::new()
    }

    fn export(
        &self,
        _: &Path,
        _: &ExportWish,
    ) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
        Err(Trouble::new("nothing to export"))
    }

    fn make_example(&self, _: &Path) -> Result<(), Trouble> {
        Err(Trouble::new("no example"))
    }

    fn check_table(&self, _: &str, _: &[u8]) -> Result<TableCheck, Trouble> {
        Ok(TableCheck::default())
    }

    fn look_at_evidence(&self, sent: &Sent<'_>) -> Result<EvidenceLook, Trouble> {
        let (name, _) = &sent.files[0];
        if name.ends_with(".age") && sent.secret != Some("correct horse battery") {
            return Err(Trouble::new("the package is encrypted").hint("add --passphrase"));
        }
        if name.ends_with(".zip") {
            return Err(Trouble::new("the package is refused").hint("a digest differs"));
        }
        let finding = TableFinding {
            severity: Severity::Warning,
            code: "disclosure-small-cell".to_owned(),
            place: String::new(),
            message: "a small count".to_owned(),
            help: None,
        };
        Ok(EvidenceLook { findings: vec![finding], ..EvidenceLook::default() })
    }

    fn add_evidence(
        &self,
        _: &Path,
        sent: &Sent<'_>,
        said: &[(String, String)],
    ) -> Result<String, Trouble> {
        let (name, bytes) = &sent.files[0];
        assert_eq!((&**name, bytes.len(), said.len()), ("counts.csv", 20, 7));
        Ok("court-monitoring-2025".to_owned())
    }

    fn item_figures(&self, _: &Path, _: &str) -> Result<Vec<Figure>, Trouble> {
        Ok(vec![Figure {
            id: "victims".to_owned(),
            title: "Victims <by> year".to_owned(),
            description: "Victims by year.".to_owned(),
            unit: "cases".to_owned(),
            source: "counts.csv".to_owned(),
            notes: Vec::new(),
            breaks: Vec::new(),
            kind: FigureKind::Bars,
            labels: vec!["year".to_owned()],
            series: vec!["victims".to_owned()],
            rows: vec![FigureRow {
                labels: vec!["2025".to_owned()],
                values: vec![Quantity::Number(12.0)],
            }],
        }])
    }

    fn item_receipt(&self, _: &Path, item: &str) -> Result<String, Trouble> {
        Ok(format!("<p>receipt of {item}</p>"))
    }
}

/// A dossier with a server before it.
pub(crate) struct Site {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) app: Arc<App>,
    pub(crate) cookie: String,
}

impl Site {
    pub(crate) fn new(access: Access) -> Self {
        let settings = Settings::new(
            CountryCode::EXAMPLELAND,
            vec![Instrument::Untoc],
            vec![Cluster::ALL[0]],
        );
        Self::with(Library::embedded(), &settings, access)
    }

    /// Starts the program again: the dossier is the same, the secret and the tokens new.
    fn restart(&mut self) {
        let app = App::new(
            Box::new(NoDesk),
            Arc::clone(&self.app.library),
            self.app.options.clone(),
        );
        app.listen_on(4711);
        let key = app.first_address().split_once("key=").unwrap().1.to_owned();
        self.app = Arc::new(app);
        self.cookie = format!("untoc-4711={key}");
    }

    pub(crate) fn of(library: Library, settings: &Settings) -> Self {
        Self::with(library, settings, Access::Full)
    }

    fn with(library: Library, settings: &Settings, access: Access) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Arc::new(library);
        let root = folder.path().join("dossier");
        let act = Act::new(Via::Init, NOW);
        Dossier::init(&RealDisk, &root, settings, &library, &act).unwrap();
        let options = AppOptions {
            dossier: Some(root),
            home: folder.path().to_owned(),
            access,
            lang: "en".to_owned(),
        };
        let app = Arc::new(App::new(Box::new(NoDesk), library, options));
        app.listen_on(4711);
        let address = app.first_address();
        let key = address.split_once("key=").unwrap().1;
        let cookie = format!("untoc-4711={key}");
        Self { folder, app, cookie }
    }

    pub(crate) fn send(&self, request: Request<Body>) -> (StatusCode, Response, String) {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let response = router(Arc::clone(&self.app)).oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (head.status, Response::from_parts(head, Body::empty()), text)
        })
    }

    pub(crate) fn get(&self, path: &str) -> (StatusCode, String) {
        let request = Request::get(path)
            .header(header::HOST, HOST)
            .header(header::COOKIE, &self.cookie)
            .body(Body::empty())
            .unwrap();
        let (status, _, text) = self.send(request);
        (status, text)
    }

    pub(crate) fn post(
        &self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> (StatusCode, Response, String) {
        self.send(self.form(path, fields).body(body(fields)).unwrap())
    }

    pub(crate) fn form(
        &self,
        path: &str,
        _: &[(&str, &str)],
    ) -> axum::http::request::Builder {
        Request::post(path)
            .header(header::HOST, HOST)
            .header(header::ORIGIN, format!("http://{HOST}"))
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
    }

    /// Everything in the dossier but the lock, to see that nothing was written.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.to_string_lossy().contains(".lock") {
                    let bytes = std::fs::read(&path).unwrap();
                    found.push((path.display().to_string(), bytes));
                }
            }
        }
        found.sort();
        found
    }

    pub(crate) fn answer(&self, question: &str) -> Option<untoc_core::Entry> {
        let root = self.folder.path().join("dossier");
        let dossier = Dossier::open(&RealDisk, &root, &self.app.library).unwrap();
        let response = dossier.responses().next().unwrap().value().unwrap();
        response.answers.get(question).cloned()
    }

    pub(crate) fn hidden(&self, path: &str, name: &str) -> String {
        let (_, page) = self.get(path);
        let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap();
        let rest = &page[at + name.len() + 15..];
        rest[..rest.find('"').unwrap()].to_owned()
    }
}

fn body(fields: &[(&str, &str)]) -> Body {
    let escaped = |text: &str| {
        let byte = |b: u8| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(b).to_string(),
            other => format!("%{other:02X}"),
        };
        text.bytes().map(byte).collect::<String>()
    };
    let pairs = fields.iter().map(|(a, b)| format!("{}={}", escaped(a), escaped(b)));
    Body::from(pairs.collect::<Vec<_>>().join("&"))
}

fn bare(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path)
}

/// The first address gives a cookie that scripts cannot read and other sites cannot use.
#[test]
fn the_first_address_lets_in() {
    let site = Site::new(Access::Full);
    let address = site.app.first_address();
    let path = address.strip_prefix(&format!("http://{HOST}")).unwrap();
    let request = bare("GET", path).header(header::HOST, HOST);
    let (status, response, _) = site.send(request.body(Body::empty()).unwrap());
    assert_eq!(status, StatusCode::SEE_OTHER);
    let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    assert_eq!(response.headers()[header::LOCATION], "/");
    let (status, page) = site.get("/");
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Exampleland"));
}

/// Without the cookie, with another host, from another page or with a tricky path nothing
/// is shown; every answer has a strict policy.
#[test]
fn strangers_see_nothing() {
    let site = Site::new(Access::Full);
    let cookie = site.cookie.as_str();
    let host = |name: &'static str| bare("GET", "/").header(header::HOST, name);
    let requests = [
        host(HOST),
        host(HOST).header(header::COOKIE, "untoc-4711=0123456789abcdef0123456789abcdef"),
        host("evil.example").header(header::COOKIE, cookie),
        host("127.0.0.1").header(header::COOKIE, cookie),
        bare("GET", "/").header(header::COOKIE, cookie),
        host(HOST)
            .header(header::COOKIE, cookie)
            .header(header::ORIGIN, "http://evil.example"),
        host(HOST).header(header::COOKIE, cookie).header(header::ORIGIN, "null"),
        bare("GET", "/static/..%2f..%2fdossier.json")
            .header(header::HOST, HOST)
            .header(header::COOKIE, cookie),
        bare("GET", "/section/../../etc/passwd")
            .header(header::HOST, HOST)
            .header(header::COOKIE, cookie),
    ];
    for request in requests {
        let (status, response, text) = site.send(request.body(Body::empty()).unwrap());
        assert!(status.is_client_error(), "{status}");
        assert!(!text.contains("Exampleland"));
        let policy =
            response.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'"));
        assert!(response.headers().get("access-control-allow-origin").is_none());
    }
}

/// A form writes once; sent again, from elsewhere, without its token or with a huge body
/// it writes nothing.
#[test]
fn a_form_is_let_in_once() {
    let site = Site::new(Access::Full);
    let page = "/section/untoc-5";
    let once = site.hidden(page, "once");
    let base = site.hidden(page, "untoc-5-q1/base");
    let fields = [
        ("once", once.as_str()),
        ("untoc-5-q1/base", base.as_str()),
        ("untoc-5-q1/value", "in_part"),
        ("untoc-5-q1/note", "Covers agreements only."),
    ];
    let before = site.files();
    let strangers = [
        site.form(page, &fields).header(header::ORIGIN, "http://evil.example"),
        bare("POST", page)
            .header(header::HOST, HOST)
            .header(header::COOKIE, &site.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
        bare("POST", page)
            .header(header::HOST, HOST)
            .header(header::ORIGIN, format!("http://{HOST}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
    ];
    for request in strangers {
        let (status, _, _) = site.send(request.body(body(&fields)).unwrap());
        assert_eq!(status, StatusCode::FORBIDDEN);
    }
    let huge = format!("once={once}&x={}", "a".repeat(3 << 20));
    let (status, _, _) = site.send(site.form(page, &fields).body(huge.into()).unwrap());
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    let (status, _, _) = site.post(page, &fields[1..]);
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(site.files(), before, "nothing was written");

    let (status, response, _) = site.post(page, &fields);
    assert_eq!(status, StatusCode::SEE_OTHER);
    let next = response.headers()[header::LOCATION].to_str().unwrap();
    assert!(next.contains("done=saved") && next.contains("new="), "{next}");
    let entry = site.answer("untoc-5-q1").unwrap();
    assert_eq!(entry.note.as_deref(), Some("Covers agreements only."));
    let after = site.files();
    let (status, _, _) = site.post(page, &fields);
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(site.files(), after, "a form that comes again writes nothing");
}

/// A dossier that was opened for reading shows everything and changes nothing.
#[test]
fn read_only_changes_nothing() {
    let site = Site::new(Access::ReadOnly);
    let before = site.files();
    let (status, page) = site.get("/section/untoc-5");
    assert_eq!(status, StatusCode::OK);
    assert!(!page.contains("<button"));
    let (status, _, _) = site.post("/log/undo", &[("once", "x")]);
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert_eq!(site.files(), before);
}

/// Two windows that change the same answer: the second is asked, and both texts are kept.
#[test]
fn both_texts_of_a_conflict_are_kept() {
    let site = Site::new(Access::Full);
    let page = "/section/untoc-5";
    let value = |once: &str, base: &str, window: &str, text: &str| {
        let fields = [
            ("once", once),
            ("window", window),
            ("untoc-5-q1/base", base),
            ("untoc-5-q1/value", text),
            ("untoc-5-q1/note", text),
        ];
        site.post(page, &fields).1.headers()[header::LOCATION]
            .to_str()
            .unwrap()
            .to_owned()
    };
    let base = site.hidden(page, "untoc-5-q1/base");
    let (one, two) = (site.hidden(page, "once"), site.hidden(page, "once"));
    assert!(value(&one, &base, "a", "yes").contains("done=saved"));
    assert!(value(&two, &base, "b", "no").contains("done=waits"));
    let (_, shown) = site.get(page);
    assert!(shown.contains("Two texts for one answer"));
    assert_eq!(site.answer("untoc-5-q1").unwrap().note.as_deref(), Some("yes"));

    let fields = [
        ("once", &*site.hidden(page, "once")),
        ("do", "join:untoc-5-q1"),
        ("untoc-5-q1/base", &*base),
        ("untoc-5-q1/value", "no"),
        ("untoc-5-q1/note", "no"),
    ];
    site.post(page, &fields);
    let (_, shown) = site.get(page);
    assert!(shown.contains("yes\n\nno"), "both notes stand in the form");
    let base = site.hidden(page, "untoc-5-q1/base");
    let once = site.hidden(page, "once");
    let fields = [
        ("once", &*once),
        ("settles", "untoc-5-q1 joined"),
        ("untoc-5-q1/base", &*base),
        ("untoc-5-q1/value", "no"),
        ("untoc-5-q1/note", "yes\n\nno"),
    ];
    site.post(page, &fields);
    assert_eq!(site.answer("untoc-5-q1").unwrap().note.as_deref(), Some("yes\n\nno"));
    assert!(!site.get(page).1.contains("Two texts"));
}

/// What was kept while somebody typed is taken in when the program starts again.
#[test]
fn what_was_kept_is_taken_in_later() {
    let site = Site::new(Access::Full);
    let page = "/section/untoc-5";
    let (once, base) = (site.hidden(page, "once"), site.hidden(page, "untoc-5-q1/base"));
    let fields = [
        ("once", once.as_str()),
        ("as", "json"),
        ("do", "keep"),
        ("window", "w1"),
        ("untoc-5-q1/base", base.as_str()),
        ("untoc-5-q1/value", "yes"),
        ("untoc-5-q1/note", "half a sent"),
    ];
    let (status, _, told) = site.post(page, &fields);
    assert_eq!(status, StatusCode::OK, "{told}");
    assert!(told.contains("kept"));
    assert_eq!(
        site.answer("untoc-5-q1"),
        None,
        "the history has no line for a keystroke"
    );
    crate::recover::recover(&crate::visit::Visit::nobody(Arc::clone(&site.app)));
    assert_eq!(site.answer("untoc-5-q1").unwrap().note.as_deref(), Some("half a sent"));
    // The window that is still open goes on from its own text; another one has to decide.
    let send = |window: &str, text: &str| {
        let once = site.hidden(page, "once");
        let mut fields = fields.to_vec();
        fields[0].1 = &once;
        fields[2].1 = "save";
        fields[3].1 = window;
        fields[6].1 = text;
        site.post(page, &fields).2
    };
    assert!(send("w2", "another").contains("\"waits\":true"));
    assert!(send("w1", "half a sentence").contains("\"waits\":false"));
    let note = site.answer("untoc-5-q1").unwrap().note;
    assert_eq!(note.as_deref(), Some("half a sentence"));
}

/// After the program was started again, a page that was open before goes on: its browser
/// is let in by the new address, and its text is saved with a new token. The old cookie
/// lets nobody in.
#[test]
fn an_open_page_goes_on_after_a_restart() {
    let mut site = Site::new(Access::Full);
    let page = "/section/untoc-5";
    let hidden = |name: &str| site.hidden(page, name);
    let (once, base, of) = (hidden("once"), hidden("untoc-5-q1/base"), hidden("of"));
    let old = site.cookie.clone();
    site.restart();
    let fields = |once: &str| {
        let fields = [
            ("once", once),
            ("as", "json"),
            ("do", "save"),
            ("window", "w1"),
            ("of", of.as_str()),
            ("untoc-5-q1/base", base.as_str()),
            ("untoc-5-q1/value", "yes"),
        ];
        fields.map(|(a, b)| (a.to_owned(), b.to_owned()))
    };
    let post = |site: &Site, once: &str| {
        let fields = fields(once);
        let fields: Vec<_> = fields.iter().map(|(a, b)| (&**a, &**b)).collect();
        let (status, _, told) = site.post(page, &fields);
        (status, told)
    };
    let new = std::mem::replace(&mut site.cookie, old);
    assert_eq!(post(&site, &once).0, StatusCode::FORBIDDEN);
    site.cookie = new;
    let (status, told) = post(&site, &once);
    assert_eq!(status, StatusCode::CONFLICT);
    let (_, rest) = told.split_once("\"once\":\"").unwrap();
    let (status, told) = post(&site, rest.split_once('"').unwrap().0);
    assert_eq!(status, StatusCode::OK, "{told}");
    assert!(site.answer("untoc-5-q1").is_some());
}

/// A page of another dossier, still open in some window, saves nothing into this one.
#[test]
fn a_page_of_another_dossier_saves_nothing() {
    let site = Site::new(Access::Full);
    let page = "/section/untoc-5";
    let before = site.files();
    for action in ["save", "keep"] {
        let once = site.hidden(page, "once");
        let fields = [
            ("once", &*once),
            ("do", action),
            ("of", "0123456789ab"),
            ("untoc-5-q1/base", "none"),
            ("untoc-5-q1/value", "yes"),
        ];
        let (status, _, text) = site.post(page, &fields);
        assert_eq!(status, StatusCode::CONFLICT, "{text}");
        assert!(text.contains("another dossier"));
    }
    assert_eq!(site.files(), before);
}

/// A text that is no answer stays in the form with what is wrong, and is not written.
#[test]
fn what_cannot_be_read_is_kept_and_explained() {
    let site = Site::new(Access::Full);
    let (plan, slot) = {
        let plan = site.app.library.get("untoc-cluster-1").unwrap();
        let slot = plan.slots().find(|&s| {
            plan.question(s).kind == untoc_core::Kind::Number && plan.test(s).is_none()
        });
        (Arc::clone(&plan), slot)
    };
    let Some(slot) = slot else { return };
    let id = plan.question(slot).id.to_string();
    let page = format!("/section/{}", plan.section(slot).id);
    let once = site.hidden(&page, "once");
    let (value, base) = (format!("{id}/value"), format!("{id}/base"));
    site.post(&page, &[("once", &*once), (&*base, "none"), (&*value, "a dozen")]);
    let (_, shown) = site.get(&page);
    assert!(shown.contains("There is a problem") && shown.contains("a dozen"));
    assert_eq!(site.answer(&id), None);
}

/// Every page answers, is well under the limit of its weight, and names no file of ours.
#[test]
fn every_page_answers() {
    let site = Site::new(Access::Full);
    for path in [
        "/",
        "/start",
        "/section/untoc-5",
        "/section/untoc-c1",
        "/laws",
        "/people",
        "/check",
        "/check?level=submission",
        "/explain/answer-missing",
        "/search?q=group",
        "/views",
        "/views/gender",
        "/views/technical_assistance",
        "/log",
        "/history/untoc-5-q1",
        "/export",
        "/import",
        "/evidence",
        "/evidence/add",
        "/whole/untoc-cluster-1",
        "/static/style.css",
        "/static/save.js",
        "/static/icon.svg",
    ] {
        let (status, page) = site.get(path);
        if path == "/section/untoc-c1" && status == StatusCode::NOT_FOUND {
            continue;
        }
        assert_eq!(status, StatusCode::OK, "{path}: {page}");
        assert!(page.len() < 150_000, "{path} weighs {}", page.len());
        assert!(!page.contains("web-"), "{path} has a word without words");
    }
    assert_eq!(site.get("/section/none").0, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/nothing").0, StatusCode::NOT_FOUND);
}
